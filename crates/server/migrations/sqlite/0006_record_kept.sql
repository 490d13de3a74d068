-- `INSERT OR REPLACE` removes a row without asking the triggers of DELETE: an entry that is there is never put there again. The end of
-- the record only moves on.
CREATE TRIGGER record_is_not_replaced BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
CREATE TRIGGER record_about_is_not_replaced BEFORE INSERT ON record_about
WHEN EXISTS (SELECT 1 FROM record_about WHERE seq = NEW.seq AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
CREATE TRIGGER record_head_is_not_replaced BEFORE INSERT ON record_head
WHEN EXISTS (SELECT 1 FROM record_head WHERE one = NEW.one AND seq > NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the end of the record is never set back'); END;
CREATE TRIGGER record_head_moves_on BEFORE UPDATE ON record_head
WHEN NEW.seq < OLD.seq
BEGIN SELECT RAISE(ABORT, 'the end of the record is never set back'); END;

-- The end of the record only moves on. That an entry is never put in the place of another is kept by the triggers of UPDATE already:
-- `ON CONFLICT DO UPDATE` asks them.
CREATE FUNCTION record_head_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the end of the record is never set back';
END
$$;
CREATE TRIGGER record_head_moves_on BEFORE UPDATE ON record_head
    FOR EACH ROW WHEN (NEW.seq < OLD.seq) EXECUTE FUNCTION record_head_stays();

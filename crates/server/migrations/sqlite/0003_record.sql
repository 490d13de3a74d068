-- The record: who did or tried what. Nothing in it is ever changed or removed; `record_head` is the end of the chain.
CREATE TABLE record (
    seq        INTEGER PRIMARY KEY NOT NULL CHECK (seq >= 1),
    at         INTEGER NOT NULL,
    actor      TEXT,
    actor_name TEXT NOT NULL,
    address    TEXT NOT NULL,
    agent      TEXT NOT NULL,
    request    TEXT NOT NULL,
    operation  TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    changes    TEXT NOT NULL,
    prev       TEXT NOT NULL,
    hash       TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_time ON record (at, seq);
CREATE INDEX record_by_actor ON record (actor, at, seq);
CREATE INDEX record_by_operation ON record (operation, at, seq);
CREATE INDEX record_by_outcome ON record (outcome, at, seq);

-- What a record is about, in its order. Part of what the fingerprint covers.
CREATE TABLE record_about (
    seq    INTEGER NOT NULL REFERENCES record (seq),
    place  INTEGER NOT NULL,
    object TEXT NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_about_object ON record_about (object, at, seq);

CREATE TABLE record_head (
    one  INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
    seq  INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO record_head (one, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER record_is_kept BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the record is never removed'); END;
CREATE TRIGGER record_is_unchanged BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
CREATE TRIGGER record_about_is_kept BEFORE DELETE ON record_about
BEGIN SELECT RAISE(ABORT, 'the record is never removed'); END;
CREATE TRIGGER record_about_is_unchanged BEFORE UPDATE ON record_about
BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
CREATE TRIGGER record_head_is_kept BEFORE DELETE ON record_head
BEGIN SELECT RAISE(ABORT, 'the end of the record is never removed'); END;

-- The record: who did or tried what. Nothing in it is ever changed or removed; `record_head` is the end of the chain.
CREATE TABLE record (
    seq        BIGINT PRIMARY KEY NOT NULL CHECK (seq >= 1),
    at         BIGINT NOT NULL,
    actor      TEXT COLLATE "C",
    actor_name TEXT COLLATE "C" NOT NULL,
    address    TEXT COLLATE "C" NOT NULL,
    agent      TEXT COLLATE "C" NOT NULL,
    request    TEXT COLLATE "C" NOT NULL,
    operation  TEXT COLLATE "C" NOT NULL,
    outcome    TEXT COLLATE "C" NOT NULL,
    reason     TEXT COLLATE "C" NOT NULL,
    changes    TEXT COLLATE "C" NOT NULL,
    prev       TEXT COLLATE "C" NOT NULL,
    hash       TEXT COLLATE "C" NOT NULL
);
CREATE INDEX record_by_time ON record (at, seq);
CREATE INDEX record_by_actor ON record (actor, at, seq);
CREATE INDEX record_by_operation ON record (operation, at, seq);
CREATE INDEX record_by_outcome ON record (outcome, at, seq);

-- What a record is about, in its order. Part of what the fingerprint covers.
CREATE TABLE record_about (
    seq    BIGINT NOT NULL REFERENCES record (seq),
    place  BIGINT NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (seq, place)
);
CREATE INDEX record_about_object ON record_about (object, at, seq);

CREATE TABLE record_head (
    one  BIGINT PRIMARY KEY NOT NULL CHECK (one = 1),
    seq  BIGINT NOT NULL,
    hash TEXT COLLATE "C" NOT NULL
);
INSERT INTO record_head (one, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE FUNCTION record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record is never changed or removed';
END
$$;
CREATE TRIGGER record_is_kept BEFORE UPDATE OR DELETE ON record
    FOR EACH ROW EXECUTE FUNCTION record_stays();
CREATE TRIGGER record_is_not_emptied BEFORE TRUNCATE ON record
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER record_about_is_kept BEFORE UPDATE OR DELETE ON record_about
    FOR EACH ROW EXECUTE FUNCTION record_stays();
CREATE TRIGGER record_about_is_not_emptied BEFORE TRUNCATE ON record_about
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER record_head_is_kept BEFORE DELETE ON record_head
    FOR EACH ROW EXECUTE FUNCTION record_stays();
CREATE TRIGGER record_head_is_not_emptied BEFORE TRUNCATE ON record_head
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();

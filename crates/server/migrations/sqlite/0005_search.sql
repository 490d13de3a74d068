-- The index for Hangul search, in the order of the names: a page of what was found is read where it begins, however much was found.
-- The entries themselves are made by the program, in the same transaction as these tables.

DROP TABLE channel_gram;
CREATE TABLE channel_gram (
    gram       TEXT NOT NULL,
    sort_key   TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    PRIMARY KEY (gram, sort_key, channel_id)
) STRICT, WITHOUT ROWID;

DROP TABLE app_gram;
CREATE TABLE app_gram (
    gram     TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    app_id   TEXT NOT NULL,
    PRIMARY KEY (gram, sort_key, app_id)
) STRICT, WITHOUT ROWID;

-- The first schema. Times are milliseconds since 1970 in UTC; ranks count from the highest role, 0; words are those of the JSON contract.

CREATE TABLE person (
    id           TEXT PRIMARY KEY NOT NULL,
    name         TEXT NOT NULL,
    organisation TEXT NOT NULL,
    duty         TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY NOT NULL,
    person_id  TEXT NOT NULL REFERENCES person (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE channel (
    id             TEXT PRIMARY KEY NOT NULL,
    name           TEXT NOT NULL,
    sort_key       TEXT NOT NULL,
    search_id      TEXT NOT NULL UNIQUE,
    public_id      TEXT NOT NULL,
    state          TEXT NOT NULL,
    number         TEXT,
    trade_name     TEXT,
    representative TEXT,
    version        INTEGER NOT NULL CHECK (version >= 1),
    CHECK ((number IS NULL) = (trade_name IS NULL) AND (number IS NULL) = (representative IS NULL))
) STRICT;

-- A role, with copies of what a list filters and sorts by: a page is then read from one index, wherever it is.
CREATE TABLE channel_role (
    person_id  TEXT NOT NULL REFERENCES person (id),
    channel_id TEXT NOT NULL REFERENCES channel (id),
    rank       INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2),
    sort_key   TEXT NOT NULL,
    state      TEXT NOT NULL,
    number     TEXT,
    PRIMARY KEY (person_id, channel_id)
) STRICT;
CREATE INDEX channel_role_by_name ON channel_role (person_id, sort_key, channel_id, rank, state, number);
CREATE INDEX channel_role_by_rank ON channel_role (person_id, rank, sort_key, channel_id, state, number);
CREATE INDEX channel_role_of_channel ON channel_role (channel_id, rank, person_id);

CREATE TABLE channel_gram (
    gram       TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    PRIMARY KEY (gram, channel_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE app (
    id              TEXT PRIMARY KEY NOT NULL,
    app_number      INTEGER NOT NULL,
    name            TEXT NOT NULL,
    sort_key        TEXT NOT NULL,
    company         TEXT NOT NULL,
    category        TEXT NOT NULL,
    icon            INTEGER NOT NULL CHECK (icon IN (0, 1)),
    kind            TEXT NOT NULL,
    blocked         INTEGER NOT NULL CHECK (blocked IN (0, 1)),
    kakao_login     INTEGER NOT NULL CHECK (kakao_login IN (0, 1)),
    number          TEXT,
    trade_name      TEXT,
    representative  TEXT,
    business_review TEXT NOT NULL,
    version         INTEGER NOT NULL CHECK (version >= 1),
    CHECK ((number IS NULL) = (trade_name IS NULL) AND (number IS NULL) = (representative IS NULL))
) STRICT;

CREATE TABLE app_role (
    person_id TEXT NOT NULL REFERENCES person (id),
    app_id    TEXT NOT NULL REFERENCES app (id),
    rank      INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2),
    sort_key  TEXT NOT NULL,
    kind      TEXT NOT NULL,
    blocked   INTEGER NOT NULL,
    number    TEXT,
    PRIMARY KEY (person_id, app_id)
) STRICT;
CREATE INDEX app_role_by_name ON app_role (person_id, sort_key, app_id, rank, kind, blocked, number);
CREATE INDEX app_role_by_rank ON app_role (person_id, rank, sort_key, app_id, kind, blocked, number);
CREATE INDEX app_role_of_app ON app_role (app_id, rank, person_id);

CREATE TABLE app_gram (
    gram   TEXT NOT NULL,
    app_id TEXT NOT NULL,
    PRIMARY KEY (gram, app_id)
) STRICT, WITHOUT ROWID;

-- The eleventh link has no slot, and two links cannot share one: the limit is a fact here, not an `if` somewhere.
CREATE TABLE link (
    app_id         TEXT NOT NULL REFERENCES app (id),
    channel_id     TEXT NOT NULL REFERENCES channel (id),
    slot           INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 9),
    representative INTEGER NOT NULL CHECK (representative IN (0, 1)),
    linked_at      INTEGER NOT NULL,
    PRIMARY KEY (app_id, slot),
    UNIQUE (app_id, channel_id)
) STRICT;
CREATE UNIQUE INDEX link_one_representative ON link (app_id) WHERE representative = 1;
CREATE INDEX link_of_channel ON link (channel_id, linked_at);

-- `queue` is 0 when it was never submitted, 1 under review, 2 for decided and withdrawn ones.
CREATE TABLE application (
    id           TEXT PRIMARY KEY NOT NULL,
    app_id       TEXT NOT NULL UNIQUE REFERENCES app (id),
    status       TEXT NOT NULL,
    queue        INTEGER NOT NULL CHECK (queue BETWEEN 0 AND 2),
    submitted_at INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    body         TEXT NOT NULL
) STRICT;
CREATE INDEX application_waiting ON application (queue, submitted_at, id);
CREATE INDEX application_decided ON application (queue, changed_at, id);

CREATE TABLE role_request (
    id         TEXT PRIMARY KEY NOT NULL,
    by_id      TEXT NOT NULL REFERENCES person (id),
    channel_id TEXT REFERENCES channel (id),
    app_id     TEXT REFERENCES app (id),
    note       TEXT NOT NULL,
    state      TEXT NOT NULL,
    asked_at   INTEGER NOT NULL,
    decided_at INTEGER,
    version    INTEGER NOT NULL CHECK (version >= 1),
    CHECK ((channel_id IS NULL) <> (app_id IS NULL))
) STRICT;
CREATE INDEX role_request_by ON role_request (by_id, asked_at);
CREATE INDEX role_request_channel ON role_request (channel_id, asked_at);
CREATE INDEX role_request_app ON role_request (app_id, asked_at);

CREATE TABLE evidence (
    id             TEXT PRIMARY KEY NOT NULL,
    application_id TEXT NOT NULL REFERENCES application (id),
    name           TEXT NOT NULL,
    media          TEXT NOT NULL,
    bytes          INTEGER NOT NULL CHECK (bytes >= 0),
    sha256         TEXT NOT NULL,
    uploaded_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_of_application ON evidence (application_id, uploaded_at, id);

CREATE TABLE answer (
    person_id    TEXT NOT NULL,
    answer_key   TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status       INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    body         BLOB NOT NULL,
    given_at     INTEGER NOT NULL,
    PRIMARY KEY (person_id, answer_key)
) STRICT;
CREATE INDEX answer_age ON answer (given_at);

CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL
) STRICT;

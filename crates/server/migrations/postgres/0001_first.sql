-- The first schema. Times are milliseconds since 1970 in UTC; ranks count from the highest role, 0; words are those of the JSON contract.
-- Text is compared by its bytes, as SQLite does it and whatever the language of the database is: so a list has one order everywhere.

CREATE TABLE person (
    id           TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    name         TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    duty         TEXT COLLATE "C" NOT NULL
);

CREATE TABLE session (
    token_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    person_id  TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE channel (
    id             TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    name           TEXT COLLATE "C" NOT NULL,
    sort_key       TEXT COLLATE "C" NOT NULL,
    search_id      TEXT COLLATE "C" NOT NULL UNIQUE,
    public_id      TEXT COLLATE "C" NOT NULL,
    state          TEXT COLLATE "C" NOT NULL,
    number         TEXT COLLATE "C",
    trade_name     TEXT COLLATE "C",
    representative TEXT COLLATE "C",
    version        BIGINT NOT NULL CHECK (version >= 1),
    CHECK ((number IS NULL) = (trade_name IS NULL) AND (number IS NULL) = (representative IS NULL))
);

-- A role, with copies of what a list filters and sorts by: a page is then read from one index, wherever it is.
CREATE TABLE channel_role (
    person_id  TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    channel_id TEXT COLLATE "C" NOT NULL REFERENCES channel (id),
    rank       BIGINT NOT NULL CHECK (rank BETWEEN 0 AND 2),
    sort_key   TEXT COLLATE "C" NOT NULL,
    state      TEXT COLLATE "C" NOT NULL,
    number     TEXT COLLATE "C",
    PRIMARY KEY (person_id, channel_id)
);
CREATE INDEX channel_role_by_name ON channel_role (person_id, sort_key, channel_id, rank, state, number);
CREATE INDEX channel_role_by_rank ON channel_role (person_id, rank, sort_key, channel_id, state, number);
CREATE INDEX channel_role_of_channel ON channel_role (channel_id, rank, person_id);

CREATE TABLE channel_gram (
    gram       TEXT COLLATE "C" NOT NULL,
    channel_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (gram, channel_id)
);

CREATE TABLE app (
    id              TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    app_number      BIGINT NOT NULL,
    name            TEXT COLLATE "C" NOT NULL,
    sort_key        TEXT COLLATE "C" NOT NULL,
    company         TEXT COLLATE "C" NOT NULL,
    category        TEXT COLLATE "C" NOT NULL,
    icon            BIGINT NOT NULL CHECK (icon IN (0, 1)),
    kind            TEXT COLLATE "C" NOT NULL,
    blocked         BIGINT NOT NULL CHECK (blocked IN (0, 1)),
    kakao_login     BIGINT NOT NULL CHECK (kakao_login IN (0, 1)),
    number          TEXT COLLATE "C",
    trade_name      TEXT COLLATE "C",
    representative  TEXT COLLATE "C",
    business_review TEXT COLLATE "C" NOT NULL,
    version         BIGINT NOT NULL CHECK (version >= 1),
    CHECK ((number IS NULL) = (trade_name IS NULL) AND (number IS NULL) = (representative IS NULL))
);

CREATE TABLE app_role (
    person_id TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    app_id    TEXT COLLATE "C" NOT NULL REFERENCES app (id),
    rank      BIGINT NOT NULL CHECK (rank BETWEEN 0 AND 2),
    sort_key  TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    blocked   BIGINT NOT NULL,
    number    TEXT COLLATE "C",
    PRIMARY KEY (person_id, app_id)
);
CREATE INDEX app_role_by_name ON app_role (person_id, sort_key, app_id, rank, kind, blocked, number);
CREATE INDEX app_role_by_rank ON app_role (person_id, rank, sort_key, app_id, kind, blocked, number);
CREATE INDEX app_role_of_app ON app_role (app_id, rank, person_id);

CREATE TABLE app_gram (
    gram   TEXT COLLATE "C" NOT NULL,
    app_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (gram, app_id)
);

-- The eleventh link has no slot, and two links cannot share one: the limit is a fact here, not an `if` somewhere.
CREATE TABLE link (
    app_id         TEXT COLLATE "C" NOT NULL REFERENCES app (id),
    channel_id     TEXT COLLATE "C" NOT NULL REFERENCES channel (id),
    slot           BIGINT NOT NULL CHECK (slot BETWEEN 0 AND 9),
    representative BIGINT NOT NULL CHECK (representative IN (0, 1)),
    linked_at      BIGINT NOT NULL,
    PRIMARY KEY (app_id, slot),
    UNIQUE (app_id, channel_id)
);
CREATE UNIQUE INDEX link_one_representative ON link (app_id) WHERE representative = 1;
CREATE INDEX link_of_channel ON link (channel_id, linked_at);

-- `queue` is 0 when it was never submitted, 1 under review, 2 for decided and withdrawn ones.
CREATE TABLE application (
    id           TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    app_id       TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES app (id),
    status       TEXT COLLATE "C" NOT NULL,
    queue        BIGINT NOT NULL CHECK (queue BETWEEN 0 AND 2),
    submitted_at BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    version      BIGINT NOT NULL CHECK (version >= 1),
    body         TEXT COLLATE "C" NOT NULL
);
CREATE INDEX application_waiting ON application (queue, submitted_at, id);
CREATE INDEX application_decided ON application (queue, changed_at, id);

CREATE TABLE role_request (
    id         TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    by_id      TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    channel_id TEXT COLLATE "C" REFERENCES channel (id),
    app_id     TEXT COLLATE "C" REFERENCES app (id),
    note       TEXT COLLATE "C" NOT NULL,
    state      TEXT COLLATE "C" NOT NULL,
    asked_at   BIGINT NOT NULL,
    decided_at BIGINT,
    version    BIGINT NOT NULL CHECK (version >= 1),
    CHECK ((channel_id IS NULL) <> (app_id IS NULL))
);
CREATE INDEX role_request_by ON role_request (by_id, asked_at);
CREATE INDEX role_request_channel ON role_request (channel_id, asked_at);
CREATE INDEX role_request_app ON role_request (app_id, asked_at);

CREATE TABLE evidence (
    id             TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    application_id TEXT COLLATE "C" NOT NULL REFERENCES application (id),
    name           TEXT COLLATE "C" NOT NULL,
    media          TEXT COLLATE "C" NOT NULL,
    bytes          BIGINT NOT NULL CHECK (bytes >= 0),
    sha256         TEXT COLLATE "C" NOT NULL,
    uploaded_at    BIGINT NOT NULL
);
CREATE INDEX evidence_of_application ON evidence (application_id, uploaded_at, id);

CREATE TABLE answer (
    person_id    TEXT COLLATE "C" NOT NULL,
    answer_key   TEXT COLLATE "C" NOT NULL,
    request_hash TEXT COLLATE "C" NOT NULL,
    status       BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    body         BYTEA NOT NULL,
    given_at     BIGINT NOT NULL,
    PRIMARY KEY (person_id, answer_key)
);
CREATE INDEX answer_age ON answer (given_at);

CREATE TABLE counter (
    name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    last BIGINT NOT NULL
);

-- The bytes of evidence. Several servers work on one database, so a file has to lie where all of them find it.
CREATE TABLE evidence_bytes (
    id   TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    body BYTEA NOT NULL
);
ALTER TABLE evidence_bytes ALTER COLUMN body SET STORAGE EXTERNAL;

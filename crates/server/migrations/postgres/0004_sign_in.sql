-- Who comes in. Sessions begin anew: those of the version before say neither when they were last used nor from where they are.

ALTER TABLE person ADD COLUMN disabled_at BIGINT;
ALTER TABLE person ADD COLUMN version BIGINT NOT NULL DEFAULT 1 CHECK (version >= 1);
CREATE INDEX person_by_name ON person (name, id);

DROP TABLE session;
CREATE TABLE session (
    token_hash   TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    id           TEXT COLLATE "C" NOT NULL UNIQUE,
    person_id    TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    made_at      BIGINT NOT NULL,
    seen_at      BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    from_address TEXT COLLATE "C" NOT NULL,
    agent        TEXT COLLATE "C" NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX session_of_person ON session (person_id, seen_at, id);

-- The same account of the same provider is one person, and never two.
CREATE TABLE identity (
    issuer    TEXT COLLATE "C" NOT NULL,
    subject   TEXT COLLATE "C" NOT NULL,
    person_id TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    made_at   BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_of_person ON identity (person_id);

-- Of the token only the SHA-256 is here.
CREATE TABLE invitation (
    id           TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    token_hash   TEXT COLLATE "C" NOT NULL UNIQUE,
    name         TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    duty         TEXT COLLATE "C" NOT NULL,
    by_id        TEXT COLLATE "C" REFERENCES person (id),
    made_at      BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL CHECK (expires_at > made_at),
    used_at      BIGINT,
    used_by      TEXT COLLATE "C" REFERENCES person (id),
    revoked_at   BIGINT,
    CHECK ((used_at IS NULL) = (used_by IS NULL))
);
CREATE INDEX invitation_age ON invitation (made_at, id);

-- Somebody is at their provider. Minutes old at most, and gone when they come back.
CREATE TABLE sign_in_attempt (
    cookie_hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    provider    TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C" NOT NULL,
    nonce       TEXT COLLATE "C" NOT NULL,
    verifier    TEXT COLLATE "C" NOT NULL,
    back        TEXT COLLATE "C" NOT NULL,
    invitation  TEXT COLLATE "C",
    expires_at  BIGINT NOT NULL
);
CREATE INDEX sign_in_attempt_expiry ON sign_in_attempt (expires_at);

-- Who comes in. Sessions begin anew: those of the version before say neither when they were last used nor from where they are.

ALTER TABLE person ADD COLUMN disabled_at INTEGER;
ALTER TABLE person ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
CREATE INDEX person_by_name ON person (name, id);

DROP TABLE session;
CREATE TABLE session (
    token_hash   TEXT PRIMARY KEY NOT NULL,
    id           TEXT NOT NULL UNIQUE,
    person_id    TEXT NOT NULL REFERENCES person (id),
    made_at      INTEGER NOT NULL,
    seen_at      INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    from_address TEXT NOT NULL,
    agent        TEXT NOT NULL
) STRICT;
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX session_of_person ON session (person_id, seen_at, id);

-- The same account of the same provider is one person, and never two.
CREATE TABLE identity (
    issuer    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    made_at   INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT;
CREATE INDEX identity_of_person ON identity (person_id);

-- Of the token only the SHA-256 is here.
CREATE TABLE invitation (
    id           TEXT PRIMARY KEY NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    organisation TEXT NOT NULL,
    duty         TEXT NOT NULL,
    by_id        TEXT REFERENCES person (id),
    made_at      INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL CHECK (expires_at > made_at),
    used_at      INTEGER,
    used_by      TEXT REFERENCES person (id),
    revoked_at   INTEGER,
    CHECK ((used_at IS NULL) = (used_by IS NULL))
) STRICT;
CREATE INDEX invitation_age ON invitation (made_at, id);

-- Somebody is at their provider. Minutes old at most, and gone when they come back.
CREATE TABLE sign_in_attempt (
    cookie_hash TEXT PRIMARY KEY NOT NULL,
    provider    TEXT NOT NULL,
    state       TEXT NOT NULL,
    nonce       TEXT NOT NULL,
    verifier    TEXT NOT NULL,
    back        TEXT NOT NULL,
    invitation  TEXT,
    expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempt_expiry ON sign_in_attempt (expires_at);

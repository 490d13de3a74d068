-- Links that show a consent screen. Of the token only the SHA-256 is here; the body is what the screen is made of.
CREATE TABLE share (
    id             TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    application_id TEXT COLLATE "C" NOT NULL REFERENCES application (id),
    token_hash     TEXT COLLATE "C" NOT NULL UNIQUE,
    person_id      TEXT COLLATE "C" NOT NULL REFERENCES person (id),
    made_at        BIGINT NOT NULL,
    expires_at     BIGINT NOT NULL CHECK (expires_at > made_at),
    revoked_at     BIGINT,
    body           TEXT COLLATE "C" NOT NULL
);
CREATE INDEX share_of_application ON share (application_id, made_at, id);

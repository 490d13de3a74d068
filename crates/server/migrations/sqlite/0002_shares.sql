-- Links that show a consent screen. Of the token only the SHA-256 is here; the body is what the screen is made of.
CREATE TABLE share (
    id             TEXT PRIMARY KEY NOT NULL,
    application_id TEXT NOT NULL REFERENCES application (id),
    token_hash     TEXT NOT NULL UNIQUE,
    person_id      TEXT NOT NULL REFERENCES person (id),
    made_at        INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL CHECK (expires_at > made_at),
    revoked_at     INTEGER,
    body           TEXT NOT NULL
) STRICT;
CREATE INDEX share_of_application ON share (application_id, made_at, id);

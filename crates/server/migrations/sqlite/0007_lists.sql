-- An app is known by its number: whoever brings the same one in twice at once brings it in once.
CREATE UNIQUE INDEX app_one_number ON app (app_number);

-- What lists show of an application. It stands before the body: whatever stands behind a long one is found by reading through it.
-- The program fills it, in the same transaction.
ALTER TABLE application RENAME COLUMN body TO whole;
ALTER TABLE application ADD COLUMN outline TEXT NOT NULL DEFAULT '';
ALTER TABLE application ADD COLUMN body TEXT NOT NULL DEFAULT '';
UPDATE application SET body = whole;
ALTER TABLE application DROP COLUMN whole;

-- An app is known by its number: whoever brings the same one in twice at once brings it in once.
CREATE UNIQUE INDEX app_one_number ON app (app_number);

-- What lists show of an application. The program fills it, in the same transaction.
ALTER TABLE application ADD COLUMN outline TEXT COLLATE "C" NOT NULL DEFAULT '';

-- Version 9: of every edit, what the files said when it was made, so that each of several edits that
-- were written into them can be taken back.

-- "" for nothing; NULL: not known, or a value was taken back.
ALTER TABLE edit ADD COLUMN base TEXT;

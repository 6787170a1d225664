-- Version 5: files apart from what was read of them, by path, so that looking for changes in a tree
-- reads a few bytes a file, one after the other; files that have vanished; sidecars.

-- What was read of a file.
CREATE TABLE file_record (
    id          INTEGER PRIMARY KEY,  -- number of the file
    record      TEXT NOT NULL         -- all that was read: the JSON of cut_record_json_full()
) STRICT;
INSERT INTO file_record (id, record) SELECT id, record FROM file ORDER BY id;

-- A file that holds a photo, as it was when it was last read.
CREATE TABLE file_5 (
    path        TEXT PRIMARY KEY NOT NULL, -- absolute
    id          INTEGER NOT NULL,     -- of its file_record
    photo_id    INTEGER NOT NULL REFERENCES photo (id),
    size        INTEGER NOT NULL,     -- bytes
    mtime_ns    INTEGER NOT NULL,     -- modification time
    sidecars    INTEGER NOT NULL,     -- state of its sidecars: cut_sidecar_state()
    has_hash    INTEGER NOT NULL CHECK (has_hash IN (0, 1)), -- 0: image data not read yet
    missing     INTEGER NOT NULL CHECK (missing IN (0, 1))   -- 1: it was gone when last looked for
) STRICT, WITHOUT ROWID;
INSERT INTO file_5 (path, id, photo_id, size, mtime_ns, sidecars, has_hash, missing)
    SELECT path, id, photo_id, size, mtime_ns, 0, has_hash, 0 FROM file ORDER BY path;
DROP TABLE file;
ALTER TABLE file_5 RENAME TO file;

-- Ends with the path, since that is the key.
CREATE INDEX file_by_photo ON file (photo_id);
CREATE INDEX file_missing ON file (photo_id) WHERE missing = 1;

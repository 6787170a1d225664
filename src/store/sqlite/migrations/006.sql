-- Version 6: edits come in changes that can be taken back, media IDs can be denied, pictures can be
-- killed, and captions that a file had before stay.

-- What one command changed, as a whole.
CREATE TABLE change (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- the number users see
    kind        INTEGER NOT NULL,     -- cutline_change_kind
    editor      TEXT NOT NULL,        -- who
    time_ms     INTEGER NOT NULL,     -- when
    source      TEXT NOT NULL         -- from where: the command, a file
) STRICT;
INSERT INTO change (id, kind, editor, time_ms, source)
    SELECT id, 0, editor, time_ms, 'tag' FROM edit ORDER BY id;

-- The edits of a change. Rows are never removed but with their photo, and move with it. `field` is
-- what was changed:
--   a name of the field table, "caption[ar]"   values are those of hand_value
--   "rights"                                   the same
--   "media_id reuters:RTX2CGS3"                'linked', 'denied', or NULL: as the files say
--   "kill TARGET", of no photo                 the reason; NULL: not killed (see table kill)
CREATE TABLE edit_6 (
    id          INTEGER PRIMARY KEY,
    change_id   INTEGER NOT NULL REFERENCES change (id),
    photo_id    INTEGER REFERENCES photo (id) ON DELETE CASCADE,
    field       TEXT NOT NULL,
    old_value   TEXT,                 -- by hand before, NULL if nothing
    new_value   TEXT,                 -- by hand after, NULL if taken back
    undone_by   INTEGER REFERENCES change (id) -- the undo that took it back, NULL if it stands
) STRICT;
INSERT INTO edit_6 (id, change_id, photo_id, field, old_value, new_value)
    SELECT id, id, photo_id,
           CASE field WHEN 'media_id' THEN 'media_id ' || new_value ELSE field END,
           CASE field WHEN 'media_id' THEN NULL ELSE old_value END,
           CASE field WHEN 'media_id' THEN 'linked' ELSE new_value END
    FROM edit ORDER BY id;
DROP TABLE edit;
ALTER TABLE edit_6 RENAME TO edit;
CREATE INDEX edit_by_photo ON edit (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX edit_by_change ON edit (change_id);
CREATE INDEX edit_undone ON edit (undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX edit_of_kill ON edit (field) WHERE photo_id IS NULL;

-- What the photo's files said when the value was typed, "" for nothing; NULL: not known. If they say
-- something else now, both are shown.
ALTER TABLE hand_value ADD COLUMN base TEXT;

-- Media IDs that a photo does not have, whatever its files and pages say.
CREATE TABLE denied_media_id (
    photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    namespace   TEXT NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (photo_id, namespace, value)
) STRICT, WITHOUT ROWID;

-- Pictures that must not be used, also those that come later. `target` is "reuters:RTX2CGS3",
-- "#image:HEX" for an image hash, or "#photo:12".
CREATE TABLE kill (
    target      TEXT PRIMARY KEY,
    reason      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Captions that a file had before it came again with another one.
CREATE TABLE earlier_caption (
    id          INTEGER PRIMARY KEY,
    photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    path        TEXT NOT NULL,        -- the file
    time_ms     INTEGER NOT NULL,     -- when the other caption came
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX earlier_caption_by_photo ON earlier_caption (photo_id);

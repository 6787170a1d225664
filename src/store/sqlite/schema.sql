-- The enduring part of a catalog: what cannot be made again from elsewhere. Version 1; later
-- versions change it by migrations/NNN.sql, which run in order on every catalog, new ones too.
-- What is computed from these tables is in derived.sql and may be dropped and made again.
--
-- Texts are UTF-8, except paths: they are bytes as the system gives them. Times are milliseconds
-- since 1970 UTC where the name ends in _ms, nanoseconds where it ends in _ns. Hashes are SHA-256.
-- Enumerations hold the numbers of the C enum that the note names; those never change.

-- A picture. Awaiting its image as long as no file refers to it.
CREATE TABLE photo (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- the number users see; never given out twice
    image_hash  BLOB CHECK (length(image_hash) = 32) -- over the coded image data; NULL: not known
) STRICT;
CREATE UNIQUE INDEX photo_by_hash ON photo (image_hash) WHERE image_hash IS NOT NULL;

-- A file that holds a photo, as it was when it was last read.
CREATE TABLE file (
    id          INTEGER PRIMARY KEY,
    photo_id    INTEGER NOT NULL REFERENCES photo (id),
    path        TEXT NOT NULL,        -- absolute
    size        INTEGER NOT NULL,     -- bytes
    mtime_ns    INTEGER NOT NULL,     -- modification time
    has_hash    INTEGER NOT NULL CHECK (has_hash IN (0, 1)), -- 0: image data not read yet
    record      TEXT NOT NULL         -- all that was read: the JSON of cut_record_json_full()
) STRICT;
CREATE UNIQUE INDEX file_by_path ON file (path);
CREATE INDEX file_by_photo ON file (photo_id, path);

-- An archived page or a caption list.
CREATE TABLE page (
    id           INTEGER PRIMARY KEY,
    path         TEXT NOT NULL UNIQUE, -- absolute
    kind         INTEGER NOT NULL,     -- cut_page_kind
    size         INTEGER NOT NULL,     -- bytes
    mtime_ns     INTEGER NOT NULL,     -- modification time
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32), -- of the file
    site         TEXT,                 -- namespace of the site, NULL if unknown
    site_name    TEXT,                 -- as on the page
    title        TEXT,                 -- headline
    url          TEXT                  -- canonical address
) STRICT;

-- A picture that a page or list speaks of.
CREATE TABLE page_item (
    id          INTEGER PRIMARY KEY,
    page_id     INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,     -- order on the page, from 0
    text        TEXT,                 -- caption as found
    credit      TEXT,                 -- credit line, where the page has it apart from the caption
    image_url   TEXT,                 -- address or file name of the picture
    photo_id    INTEGER REFERENCES photo (id), -- the awaiting photo made for the item; NULL once a
                                               -- photo claims one of its media IDs
    UNIQUE (page_id, position)
) STRICT;
CREATE INDEX page_item_by_photo ON page_item (photo_id) WHERE photo_id IS NOT NULL;

-- Media IDs that a page or list gives a picture.
CREATE TABLE page_item_media_id (
    value       TEXT NOT NULL,
    namespace   TEXT NOT NULL,        -- "bare" if the owner of the number is not known
    item_id     INTEGER NOT NULL REFERENCES page_item (id) ON DELETE CASCADE,
    trust       INTEGER NOT NULL,     -- cutline_trust
    evidence    TEXT NOT NULL,        -- where it was found, in words
    PRIMARY KEY (value, namespace, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_item_media_id_by_item ON page_item_media_id (item_id);

-- Media IDs that a photo keeps whatever its files and pages say: typed by hand, or those by which a
-- photo with hand edits was known when its last file or page let go of it.
CREATE TABLE photo_media_id (
    value       TEXT NOT NULL,
    namespace   TEXT NOT NULL,
    photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    trust       INTEGER NOT NULL,     -- cutline_trust
    evidence    TEXT NOT NULL,        -- "hand", or where the ID was found
    PRIMARY KEY (value, namespace, photo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_media_id_by_photo ON photo_media_id (photo_id);

-- Values typed by hand. They outrank what files, pages and lists say.
CREATE TABLE hand_value (
    photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    field       TEXT NOT NULL,        -- name of the field table
    value       TEXT NOT NULL,        -- list values separated by ";"; "" blanks the field
    editor      TEXT NOT NULL,        -- who
    time_ms     INTEGER NOT NULL,     -- when
    PRIMARY KEY (photo_id, field)
) STRICT, WITHOUT ROWID;

-- Every change made by hand, in order. Rows are never changed, but move with their photo.
CREATE TABLE edit (
    id          INTEGER PRIMARY KEY,
    photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    field       TEXT NOT NULL,        -- name of the field table, or "media_id"
    old_value   TEXT,                 -- hand value before, NULL if none
    new_value   TEXT,                 -- hand value after, NULL if taken back
    editor      TEXT NOT NULL,
    time_ms     INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_by_photo ON edit (photo_id);

-- Agencies that credits name.
CREATE TABLE agency (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL         -- canonical: "Reuters", "Getty Images"
) STRICT;

-- Spellings of agencies, folded for comparing (case, accents). An alias may be pointed at another
-- agency by hand.
CREATE TABLE agency_alias (
    alias       TEXT PRIMARY KEY,
    agency_id   INTEGER NOT NULL REFERENCES agency (id)
) STRICT, WITHOUT ROWID;

-- Photographers that credits name.
CREATE TABLE person (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL         -- in natural case
) STRICT;

-- Spellings of photographers' names, as agency_alias.
CREATE TABLE person_alias (
    alias       TEXT PRIMARY KEY,
    person_id   INTEGER NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;

-- The rebuildable part of a catalog: computed from the enduring part (schema.sql), for answers that
-- need no joins and no parsing. When its version (version.h) changes it is dropped and made again.
--
-- photo_id refers to photo (id) throughout, without a foreign key: rows are written and removed
-- together with the photo by one function each, and a key would need an index more for every table.
-- Nor have agency_id and person_id one, which would cost a lookup for every photo.

-- What is known of a photo when all evidence is weighed: one row a photo.
CREATE TABLE effective (
    photo_id        INTEGER PRIMARY KEY,
    taken           INTEGER,          -- the date as a number (date_key.c); NULL if it is none
    path            TEXT,             -- first file by path; NULL: awaiting the image
    other_paths     TEXT,             -- further files, one a line
    id_namespace    TEXT,             -- most trusted media ID; NULL if none
    id_value        TEXT,
    id_trust        INTEGER,          -- cutline_trust
    id_evidence     TEXT,
    headline        TEXT,
    caption         TEXT,             -- without credit and boilerplate
    credit_line     TEXT,
    credit_found    TEXT,             -- the line before a name in it was replaced; NULL if none was
    credit_origin   INTEGER NOT NULL, -- cutline_origin
    credit_where    TEXT,             -- path of the file or page; NULL if by hand
    agencies        TEXT,             -- lists: one value a line, NULL if empty
    photographers   TEXT,
    issuer          TEXT,
    roles           TEXT,
    conflicts       TEXT,             -- rival credit lines
    byline          TEXT,             -- joined by ", "
    persons         TEXT,             -- names of the people shown, one a line
    keywords        TEXT,             -- one a line
    city            TEXT,
    region          TEXT,
    country         TEXT,
    date            TEXT,             -- taken, ISO 8601, may be partial
    restrictions    TEXT,             -- codes joined by ", "; "killed" stands first
    awaiting        INTEGER NOT NULL, -- 1: no file yet
    file_photo      INTEGER NOT NULL, -- 1: the caption says it is from the archive
    caption_count   INTEGER NOT NULL, -- captions found, by whatever origin
    kill_reason     TEXT,             -- why it must not be used; NULL if it is not killed
    embargo         TEXT,             -- ISO 8601: not before; NULL if no date is known
    expiry          TEXT              -- not after; likewise
) STRICT;
-- Newest first, and dates of a period. Photos come in no order of their dates, so the index is small
-- in order that an import need not write all of it: a number, and the row.
CREATE INDEX effective_by_date ON effective (taken);
-- The exceptions that people look for and `stats` counts; each index holds those rows only.
CREATE INDEX effective_awaiting ON effective (taken) WHERE awaiting = 1;
CREATE INDEX effective_conflict ON effective (taken) WHERE conflicts IS NOT NULL;
CREATE INDEX effective_uncredited ON effective (taken) WHERE credit_line IS NULL;
CREATE INDEX effective_killed ON effective (taken) WHERE kill_reason IS NOT NULL;
CREATE INDEX effective_copied ON effective (taken) WHERE other_paths IS NOT NULL;
-- What a new agency may concern: issuers, and credits of people alone.
CREATE INDEX effective_by_issuer ON effective (issuer) WHERE issuer IS NOT NULL;
CREATE INDEX effective_unowned ON effective (photo_id)
    WHERE agencies IS NULL AND issuer IS NULL AND credit_line IS NOT NULL;
CREATE INDEX effective_captions ON effective (caption_count) WHERE caption_count <> 1;

-- Every media ID of a photo, from whatever evidence. One seek by value answers "whose is this ID".
CREATE TABLE media_id (
    value       TEXT NOT NULL,
    namespace   TEXT NOT NULL,
    photo_id    INTEGER NOT NULL,
    own         INTEGER NOT NULL,     -- 1: a file or a person says so; 0: only a page linked to it
    trust       INTEGER NOT NULL,     -- cutline_trust
    evidence    TEXT NOT NULL,
    PRIMARY KEY (value, namespace, photo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_id_by_photo ON media_id (photo_id);

-- Names of a photo's files, as record/file_key.h makes them: rows of caption lists speak of them.
CREATE TABLE file_name (
    name        TEXT NOT NULL,
    photo_id    INTEGER NOT NULL,
    PRIMARY KEY (name, photo_id)
) STRICT, WITHOUT ROWID;

-- Captions of a photo beside the effective one, so that words of each are found.
CREATE TABLE other_caption (
    photo_id    INTEGER NOT NULL,
    position    INTEGER NOT NULL,     -- from 0
    text        TEXT NOT NULL,        -- without credit and boilerplate
    PRIMARY KEY (photo_id, position)
) STRICT, WITHOUT ROWID;

-- What may not be done with a photo, as captions, instructions, date fields and people say it
-- (record/rights.h): rights that have a value or a date, and all of "embargo" and "expiry". Others,
-- which most photos have, are found by the code of their kind in field_words.
CREATE TABLE photo_right (
    photo_id    INTEGER NOT NULL,
    position    INTEGER NOT NULL,     -- from 0
    kind        TEXT NOT NULL,        -- "embargo", "territory_out", "no_archive" ...
    value       TEXT,                 -- territory, medium, title or date; NULL if none
    from_date   TEXT,                 -- ISO 8601; NULL: not known
    until_date  TEXT,                 -- likewise
    origin      INTEGER NOT NULL,     -- cutline_origin
    PRIMARY KEY (photo_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_right_by_kind ON photo_right (kind, value COLLATE NOCASE);
-- For "not to be used yet" and "not any more"; an embargo without a date holds until it is lifted.
CREATE INDEX photo_right_embargo ON photo_right (ifnull(from_date, '9')) WHERE kind = 'embargo';
CREATE INDEX photo_right_expiry ON photo_right (until_date) WHERE kind = 'expiry';

-- Agencies and photographers that a photo's effective credit names, by parts of the catalog: part N
-- has the photos from 65536 * N on. New photos thus touch the pages of one part, not one for every
-- photographer; who asks for a name looks it up in each part.
CREATE TABLE photo_agency (
    part        INTEGER NOT NULL,
    agency_id   INTEGER NOT NULL,
    photo_id    INTEGER NOT NULL,
    PRIMARY KEY (part, agency_id, photo_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE photo_person (
    part        INTEGER NOT NULL,
    person_id   INTEGER NOT NULL,
    photo_id    INTEGER NOT NULL,
    PRIMARY KEY (part, person_id, photo_id)
) STRICT, WITHOUT ROWID;

-- Full text, rowid = photo_id. It holds words that are folded already (base/words.h: case,
-- accents, Arabic spelling variants, Chinese and Japanese by character), so that the plainest
-- tokenizer will do. It keeps no text: to remove a row, its words are made again from the rows
-- above, which therefore must still be there.
CREATE VIRTUAL TABLE search USING fts5 (
    caption, headline, credit, byline, keywords, persons, place, file,
    content = '', tokenize = 'ascii'
);
-- Words are gathered in memory up to this many bytes before they are written: an import costs half
-- the time it takes with the default of 1 MiB.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);

-- The index of fields that have no column above (field_words.h), rowid = photo_id. Every word carries
-- the field it is of. Nothing is taken out.
CREATE VIRTUAL TABLE field_words USING fts5 (
    words, content = '', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO field_words (field_words, rank) VALUES ('hashsize', 8388608);

-- Photos that are in field_words more than once: what it says of them must be checked.
CREATE TABLE field_changed (
    photo_id    INTEGER PRIMARY KEY
) STRICT;

-- What photos look like, many in a block that fills a page, by number: photo N is row N % M of block
-- N / M (look_rows.c). Rows are cut_look_hash, cut_words and cut_part_words; those of photos that
-- have none are zero. Words of parts are taken by `cutline dupes`.
CREATE TABLE look_hash (
    block       INTEGER PRIMARY KEY,
    rows        BLOB NOT NULL
) STRICT;
CREATE TABLE look_words (
    block       INTEGER PRIMARY KEY,
    rows        BLOB NOT NULL
) STRICT;
CREATE TABLE look_part_words (
    block       INTEGER PRIMARY KEY,
    rows        BLOB NOT NULL
) STRICT;

-- The words of look_words by kind, in parts of the photos (store/look_index.c). A block has some kinds
-- of a part, and of each the photos (store/postings.h).
CREATE TABLE look_part (
    number      INTEGER PRIMARY KEY,
    first       INTEGER NOT NULL,     -- photo_id of the first one
    photos      INTEGER NOT NULL      -- how many there are
) STRICT;
CREATE TABLE look_postings (
    key         INTEGER PRIMARY KEY,  -- number of the part * 2^20 + first kind
    rows        BLOB NOT NULL
) STRICT;
-- Photos whose words were put after their part was made.
CREATE TABLE look_changed (
    photo_id    INTEGER PRIMARY KEY
) STRICT;

-- Pairs of photos that show the same. Every photo whose perceptual hash is near that of another one
-- is in some pair, on either side, unless it is in alike_touched (store/settle.c); not every pair of
-- very many that look alike is there. Parts and mirrored pictures are there once `cutline dupes`
-- has met them.
CREATE TABLE alike (
    photo_id    INTEGER NOT NULL,
    like_id     INTEGER NOT NULL,
    distance    INTEGER NOT NULL,     -- bits of the hashes that differ; 256: a part, or mirrored
    PRIMARY KEY (photo_id, like_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_by_like ON alike (like_id);
-- Photos whose look was stored, or lost a pair, since pairs were last looked for.
CREATE TABLE alike_touched (
    photo_id    INTEGER PRIMARY KEY
) STRICT;

-- Version 4: what the pixels of a photo gave. It is kept with the enduring part because the file may
-- be gone when it is wanted again.

-- What the picture looks like. A row says that the pixels were looked at: a full import reads an
-- unchanged file again only for a photo that has none. Narrow, since identifying goes through all of
-- it.
CREATE TABLE likeness (
    photo_id    INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    pdq         BLOB CHECK (length(pdq) = 32), -- perceptual hash (image/pdq.h); NULL: no pixels that
                                               -- can be decoded
    quality     INTEGER NOT NULL               -- PDQ's, 0 to 100
) STRICT;

CREATE TABLE thumbnail (
    photo_id    INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    width       INTEGER NOT NULL,     -- pixels
    height      INTEGER NOT NULL,
    jpeg        BLOB NOT NULL         -- the file
) STRICT;

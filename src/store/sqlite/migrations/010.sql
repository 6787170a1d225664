-- Version 10: the index of image hashes has their beginnings only. Hashes come in no order, so every
-- page of their index is written again and again while photos come; of a million, four bytes are the
-- same in a hundred pairs, which the whole hash tells apart. That no two photos have one hash is seen
-- to by the code that looks for it before it adds a photo.
DROP INDEX photo_by_hash;
CREATE INDEX photo_by_hash ON photo (substr(image_hash, 1, 4)) WHERE image_hash IS NOT NULL;

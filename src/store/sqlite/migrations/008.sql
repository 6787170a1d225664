-- Version 8: the words of a picture's marks (image/marks.h), by which a part of it is recognised.

-- cut_words, 81 bytes; NULL: not taken, they can be had of the thumbnail.
ALTER TABLE likeness ADD COLUMN words BLOB CHECK (length(words) = 81);

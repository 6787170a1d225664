-- Version 3: rows of caption lists that name a file, and what else they say.

-- Key of the file name (record/file_key.h); NULL if the item names none. Such an item belongs to
-- every photo that has a file of that name, too.
ALTER TABLE page_item ADD COLUMN file_key TEXT;
-- Further fields: lines of field name, tab, value. NULL if there are none.
ALTER TABLE page_item ADD COLUMN fields TEXT;

CREATE INDEX page_item_by_file_key ON page_item (file_key) WHERE file_key IS NOT NULL;

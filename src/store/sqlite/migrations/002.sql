-- Version 2: spellings that a person gave an agency or a photographer.

-- As it was typed; NULL for a spelling that a credit was found with. Names that have such a
-- spelling are what credits are shown by (record/authority.h).
ALTER TABLE agency_alias ADD COLUMN spelling TEXT;
ALTER TABLE person_alias ADD COLUMN spelling TEXT;

CREATE INDEX agency_alias_by_agency ON agency_alias (agency_id);
CREATE INDEX person_alias_by_person ON person_alias (person_id);
-- Few, and asked for before any photo is brought up to date.
CREATE INDEX agency_alias_by_hand ON agency_alias (agency_id) WHERE spelling IS NOT NULL;
CREATE INDEX person_alias_by_hand ON person_alias (person_id) WHERE spelling IS NOT NULL;

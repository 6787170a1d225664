-- Version 7: when photos came.

-- Of each transaction that added photos, the first one. Photo numbers only grow, so a photo came at
-- the time of the last row at or before its number; of older ones nothing is known.
CREATE TABLE arrival (
    photo_id    INTEGER PRIMARY KEY,
    time_ms     INTEGER NOT NULL
) STRICT;

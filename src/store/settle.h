/*
 * Which photos look like others: kept up to date by small steps. A photo whose look is stored is
 * noted; later, for many at once, those whose perceptual hash is near another one's are paired. Who
 * asks before that has the notes looked into. Only for this folder, import/ and catalog/.
 */
#ifndef CUT_STORE_SETTLE_H
#define CUT_STORE_SETTLE_H

#include "base/bits.h"
#include "store/store.h"

/* Photos that an import notes before it asks whether they are to be paired. */
#define CUT_SETTLE_AFTER 20000u
/* They are if they are one in so many of the catalog's: all of these must be gone through, which
 * takes half a second for a million, and a photo must not cost more the more there are. */
#define CUT_SETTLE_SHARE 50

/* Pairs what was noted, in transactions of its own. cancel: NULL, or stops it if not 0; what is
 * left stays noted. CUTLINE_CANCELLED, CUTLINE_BUSY, CUTLINE_CATALOG, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_store_settle(cut_store *store, const volatile int *cancel,
                                                   cutline_error *err);
/* The same if the notes are many for the catalog. */
CUTLINE_MUST_CHECK cutline_status cut_store_settle_many(cut_store *store,
                                                        const volatile int *cancel,
                                                        cutline_error *err);
/* All within the open transaction. */
CUTLINE_MUST_CHECK cutline_status cut_settle_all(cut_store *store, cutline_error *err);

/* Photos that are like those noted, and these, without pairing them. No set if nothing is noted. */
CUTLINE_MUST_CHECK cutline_status cut_settle_pending(cut_store *store, cut_arena *arena,
                                                     cut_bits *found, cutline_error *err);

#endif

/*
 * One file on its way to a record: what its blocks said, field by field, before it is settled which
 * of them counts.
 */
#ifndef CUT_RECORD_READING_H
#define CUT_RECORD_READING_H

#include "meta/exif.h"
#include "meta/iim.h"
#include "meta/irb.h"
#include "meta/xmp.h"
#include "record/record.h"

/* The blocks, in the order of cutline_origin from CUTLINE_ORIGIN_EXIF on. */
typedef enum cut_voice { CUT_EXIF, CUT_IIM, CUT_XMP, CUT_VOICES } cut_voice;

typedef struct cut_values {
    const cutline_value *v; /* in the record's arena */
    size_t n;               /* 0: the block does not have the field */
} cut_values;

/* What the blocks said of one field. */
typedef struct cut_heard {
    cut_values said[CUT_VOICES];
    const uint32_t *iim_octets;   /* bytes of each IIM value as stored; NULL if there is none */
    bool boilerplate[CUT_VOICES]; /* a camera wrote it by itself: it does not count */
    bool beside;                  /* what XMP says is a sidecar's: it counts before all others */
} cut_heard;

/* State of the IPTC digest (IRB 0x0425), MWG 2.0: has IIM been edited without XMP? */
typedef enum cut_digest {
    CUT_DIGEST_NONE, /* no IIM, or no digest */
    CUT_DIGEST_MATCHES,
    CUT_DIGEST_DIFFERS
} cut_digest;

typedef struct cut_reading {
    cutline_record *record; /* what is filled in; its arena holds all values */
    cut_arena *scratch;     /* file bytes and parsed blocks */
    cut_exif exif;
    cut_irb irb;
    cut_iim iim;
    cut_xmp xmp;
    bool has_iim;
    bool iim_is_standard; /* it stands where MWG 2.0 has it for the format */
    cut_digest digest;
    cut_heard heard[CUT_FIELD_COUNT]; /* by field index */
    cutline_strings agencies; /* canonical names of all agencies that credit, source, ... name */
} cut_reading;

/* Each sets what its block says in reading->heard. CUTLINE_NO_MEMORY is the only failure. XMP comes
 * first: the charset of IIM may be told from it (cut_gather_iim decodes the data sets). */
CUTLINE_MUST_CHECK cutline_status cut_gather_xmp(cut_reading *reading, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_gather_iim(cut_reading *reading, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_gather_exif(cut_reading *reading, cutline_error *err);

/* Settles which block counts for each field by the record's policy, and notes where blocks
 * disagree: sets record->by_index and findings. */
CUTLINE_MUST_CHECK cutline_status cut_reconcile(cut_reading *reading, cutline_error *err);

/* A place stands both in the older fields and in LocationShown (MWG 2.0, 5.10). Where no block has
 * the field, the first location that has the part speaks for it: that part, or NULL. */
const cutline_value *cut_place_shown(const cut_reading *reading, size_t field);

/* Reads the XMP sidecars beside record->path and sets what XMP says from them and the file's own
 * packet, in place of cut_gather_xmp(). Rules: sidecar.c. */
CUTLINE_MUST_CHECK cutline_status cut_gather_xmp_and_sidecars(cut_reading *reading,
                                                              cutline_error *err);

/* Sets record->ids. Fields, caption and credit are there. */
CUTLINE_MUST_CHECK cutline_status cut_find_ids(cut_reading *reading, cutline_error *err);

/* What the digital source type says, embargo and expiry: sets the record's members and findings. */
CUTLINE_MUST_CHECK cutline_status cut_judge_provenance(cutline_record *record, cutline_error *err);

#endif

/* The tables that media IDs are found by. Adding an agency's ID is adding a row to ident_table.c.
 */
#ifndef CUT_IDENT_IDENT_TABLE_H
#define CUT_IDENT_IDENT_TABLE_H

#include "ident/ident.h"

/* Bit of a place in cut_id_shape.places. */
#define CUT_IN(place) (1u << (place))

/* Spelling of a value in the catalog, so that one ID is always the same text. */
typedef enum cut_id_letters { CUT_ID_UPPER, CUT_ID_LOWER, CUT_ID_AS_FOUND } cut_id_letters;

/* What a value must be beyond its pattern, and how it is trusted. */
enum {
    CUT_ID_DIGIT = 1u << 0,     /* has a digit */
    CUT_ID_MIXED = 1u << 1,     /* letters and digits, but not a word with a number behind */
    CUT_ID_CAPS = 1u << 2,      /* as found, has no lower-case letter */
    CUT_ID_NO_DATE = 1u << 3,   /* is no calendar date or time stamp */
    CUT_ID_WEAK = 1u << 4,      /* the agency uses the value again for other pictures */
    CUT_ID_FALLBACK = 1u << 5,  /* may name the event: only if no other place gave this namespace */
    CUT_ID_OWNERLESS = 1u << 6, /* a bare row: tried last */
    CUT_ID_WORD = 1u << 7       /* sure enough to be taken out of the middle of a file name */
};

typedef struct cut_id_shape {
    const char *ns;      /* namespace; NULL: that of the host in the first group */
    const char *pattern; /* ident/pattern.h; the first group is the value, without one all is */
    unsigned places;     /* where it is looked for: CUT_IN() bits */
    const char *signals; /* agencies, separated by "|", one of which must be named beside it; NULL
                            if the shape speaks for itself */
    cut_id_letters letters;
    unsigned flags;    /* CUT_ID_ bits */
    const char *label; /* what it is, for people */
} cut_id_shape;

/* In the order of trying: shapes that speak for themselves, then shapes that need a signal, then
 * bare ones. A text that has matched an earlier kind is not tried with the later ones. */
extern const cut_id_shape cut_id_shapes[];
extern const size_t cut_id_shape_count;
/* Rows there may be. */
#define CUT_ID_SHAPES_MAX 128

/* A set of rows of cut_id_shapes: row n is bit n % 64 of element n / 64. */
typedef struct cut_id_rows {
    uint64_t bits[CUT_ID_SHAPES_MAX / 64];
} cut_id_rows;

/* Made of the rows by src/tools/mkindex.c: for each byte those whose patterns can match a text that
 * begins with it, and for each place those that are looked for there. */
extern const cut_id_rows cut_id_starts[256];
extern const cut_id_rows cut_id_in_place[];

/* What stands behind a place. */
typedef struct cut_id_place_row {
    const char *evidence; /* fixed text handed out */
    cutline_trust trust;  /* of an ID with an agency's namespace */
    cutline_trust bare;   /* of a bare ID */
} cut_id_place_row;

/* One row for each cut_id_place, in its order. */
extern const cut_id_place_row cut_id_places[];
#define CUT_ID_PLACE_COUNT (CUT_ID_BY_HAND + 1)

/* Patterns of file names that cameras and phones make: no IDs. NULL at the end. */
extern const char *const cut_camera_names[];
/* Patterns "(stem)suffix" of what content management systems hang on a file name: a suffix has a
 * byte that is no ASCII letter or digit. NULL at the end. */
extern const char *const cut_cms_suffixes[];

/* A site or agency and the namespace of the IDs it shows. */
typedef struct cut_site_row {
    const char *ns;
    const char *host; /* registrable domain, or NULL */
    const char *name; /* folded (cut_ident_site), or NULL */
    bool is_prefix;   /* more may follow the name; otherwise it could be the start of a headline */
} cut_site_row;

extern const cut_site_row cut_sites[];
extern const size_t cut_site_count;

#endif

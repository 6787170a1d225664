/* The items of a HEIF "meta" box: what they are and where their bytes are. */
#ifndef CUT_MEDIA_HEIF_ITEMS_H
#define CUT_MEDIA_HEIF_ITEMS_H

#include "media/bmff.h"

typedef struct cut_heif_extent {
    uint64_t offset; /* in the file */
    uint64_t length; /* UINT64_MAX: to the end of the file */
} cut_heif_extent;

typedef struct cut_heif_item {
    uint32_t id;
    char type[5];             /* "Exif", "mime", "hvc1", ... */
    cut_str content_type;     /* of "mime" items */
    cut_str content_encoding; /* of "mime" items: "deflate" or empty */
    bool elsewhere;      /* protected, in another file, or of a construction that is not read */
    size_t first_extent; /* in cut_heif_items.extents */
    size_t extent_count;
} cut_heif_item;

typedef struct cut_heif_items {
    CUT_VEC(cut_heif_item) items; /* by rising id */
    CUT_VEC(cut_heif_extent) extents;
    uint32_t primary; /* id of the primary item, 0 if none is named */
} cut_heif_items;

/* Reads iinf, iloc and pitm of a meta box. What is damaged is left out with a finding. */
CUTLINE_MUST_CHECK cutline_status cut_heif_read_items(cut_bmff *b, const cut_box *meta,
                                                      cut_heif_items *out);

#endif

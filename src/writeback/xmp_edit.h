/*
 * XMP packets, edited where they stand: unknown properties, namespaces, other languages, structure
 * members and the packet's own formatting keep their bytes.
 */
#ifndef CUT_WRITEBACK_XMP_EDIT_H
#define CUT_WRITEBACK_XMP_EDIT_H

#include "base/finding.h"
#include "writeback/change.h"
#include "writeback/xmp_places.h"

typedef struct cut_xmp_job {
    cut_arena *arena;
    const cut_changes *changes;
    bool remove_only;          /* take the fields out (of a second packet, of an extension) */
    const char *metadata_date; /* xmp:MetadataDate to set; NULL: leave it */
    const char *serves;        /* photoshop:SidecarForExtension to set; NULL: leave it */
    /* GUID of the extension for xmpNote:HasExtendedXMP: NULL leaves it, "" takes it out. */
    const char *extension;
    const cut_place *place; /* which structures follow; NULL: none does */
    size_t max;             /* bytes that the packet may have; padding gives way */
    bool padded;            /* leave room for later edits (XMP part 1, 7.3.2: 2 to 4 KB) */
} cut_xmp_job;

/* The packet after the edit, as UTF-8. `old` may be empty: a new packet. A packet that still fits
 * into its size keeps it. CUTLINE_MALFORMED (the old one cannot be edited), CUTLINE_LIMIT (it does
 * not fit `max`), CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_xmp_edit(const cut_xmp_job *job, cut_view old, cut_view *out,
                                               cutline_error *err);

#endif

/* Changes as EXIF tags: which tags a field has, and its value in their types (Exif 2.32, 4.6). */
#ifndef CUT_WRITEBACK_EXIF_EDIT_H
#define CUT_WRITEBACK_EXIF_EDIT_H

#include "meta/exif.h"
#include "writeback/change.h"
#include "writeback/tiff_edit.h"

typedef CUT_VEC(cut_tiff_set) cut_tiff_sets;

/* A change has a place in EXIF, given what is in the file: some tags are only kept in step where
 * they exist, others say something else than their field. */
bool cut_exif_takes(const cut_change *change, const cut_exif *exif);

/* Appends the tags of all changes. `exif` is what the file has: its byte order is used. False if
 * memory runs out. */
bool cut_exif_sets(cut_arena *arena, const cut_changes *changes, const cut_exif *exif,
                   cut_tiff_sets *out);

#endif

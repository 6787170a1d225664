/*
 * TIFF structures (EXIF blocks, TIFF and DNG files), edited so that nothing else moves: a value
 * that fits goes where the old one stood, other ones and grown directories are put behind the end,
 * and only the pointers to them change. MakerNotes, thumbnails, strips and tiles keep their
 * offsets.
 */
#ifndef CUT_WRITEBACK_TIFF_EDIT_H
#define CUT_WRITEBACK_TIFF_EDIT_H

#include "base/tiff.h"

/* A tag as it is to be. */
typedef struct cut_tiff_set {
    int dir; /* CUT_TIFF_IFD0 or CUT_TIFF_EXIF */
    uint16_t tag;
    uint16_t type;
    uint64_t count; /* components */
    cut_view bytes; /* of the value in the structure's byte order */
    bool remove;    /* take the tag out */
} cut_tiff_set;

/* Bytes that take the place of others. */
typedef struct cut_patch {
    uint64_t at; /* in the source */
    cut_view bytes;
} cut_patch;

typedef struct cut_tiff_edit {
    cut_arena *arena;
    cut_source *source; /* holds the structure from its first byte to its end */
    const cut_tiff_set *sets;
    size_t count;
    CUT_VEC(cut_patch) patches; /* out: by rising place, none over another */
    cut_view tail;              /* out: goes behind the end of the source */
} cut_tiff_edit;

/* Works the edit out. CUTLINE_MALFORMED (a directory is damaged, or something would have to go
 * behind the end of a structure that is not whole), CUTLINE_LIMIT (past 4 GB), CUTLINE_IO,
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_tiff_plan(cut_tiff_edit *edit, cutline_error *err);

/* CUTLINE_MALFORMED if values or image data are said to stand behind the end, as in a file that was
 * cut short: what is put there would become part of them. CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_tiff_check_whole(const cut_tiff *tiff, cut_arena *arena,
                                                       cutline_error *err);

/* The whole structure after the edit, for one in memory. `old` may be empty: a new one, little-
 * endian. */
CUTLINE_MUST_CHECK cutline_status cut_tiff_rewrite(cut_arena *arena, cut_view old,
                                                   const cut_tiff_set *sets, size_t count,
                                                   cut_view *out, cutline_error *err);

#endif

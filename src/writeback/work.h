/*
 * A file at work: what is in it, what is to change, and the new form of each of its blocks. The
 * containers (jpeg_write.c, ...) ask for blocks and lay them out.
 */
#ifndef CUT_WRITEBACK_WORK_H
#define CUT_WRITEBACK_WORK_H

#include "record/blocks.h"
#include "writeback/change.h"
#include "writeback/exif_edit.h"
#include "writeback/plan.h"

/* What a file says, block by block. */
typedef struct cut_content {
    cut_layout layout;
    cutline_record *record; /* values that `reading` points to, findings; owned */
    cut_reading *reading;   /* in the arena of the source */
} cut_content;

/* Reads all blocks of a source, without sidecars and without image data. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_content_read(cut_source *source, cut_content *out,
                                                   cutline_error *err);
void cut_content_release(cut_content *content);

typedef struct cut_work {
    cut_arena *arena; /* holds all that is made */
    cut_source *source;
    const cut_content *content;
    const cut_changes *changes;
    const cutline_write_options *options;
    cut_findings *findings;
    bool xmp, exif, iim;          /* these blocks must change */
    CUT_VEC(const char *) fields; /* names of the fields that must */
    const char *metadata_date;    /* for sidecars: xmp:MetadataDate; else NULL */
    const char *serves;           /* new sidecars: photoshop:SidecarForExtension; else NULL */
} cut_work;

/* Says which blocks must change: sets work->xmp, exif and iim. Fields without a place in the file
 * become findings "not-written". CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_work_weigh(cut_work *work, cutline_error *err);

/* Do the blocks of a file say what is wanted? For weighing and for verifying. */
bool cut_xmp_says(cut_arena *scratch, const cut_reading *r, const cut_change *change);
bool cut_iim_says(cut_arena *scratch, const cut_reading *r, const cut_change *change);
bool cut_exif_says(const cut_exif *exif, const cut_tiff_set *set);
/* The file gets IIM, or has it. */
bool cut_work_has_iim(const cut_work *work);

/* New forms of blocks; `old` is the block as it is, empty if there is none. */
CUTLINE_MUST_CHECK cutline_status cut_work_exif(const cut_work *work, cut_view old, cut_view *out,
                                                cutline_error *err);
/* remove_only: of a second packet or an extension. extension: see cut_xmp_job. */
CUTLINE_MUST_CHECK cutline_status cut_work_xmp(const cut_work *work, cut_view old, size_t max,
                                               bool remove_only, const char *extension,
                                               cut_view *out, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_work_iim(const cut_work *work, cut_view old, cut_view *out,
                                               cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_work_irb(const cut_work *work, cut_view old, cut_view *out,
                                               cutline_error *err);
/* old_iim, new_iim: of the tag beside it; see cut_irb_follow(). */
CUTLINE_MUST_CHECK cutline_status cut_work_irb_beside(const cut_work *work, cut_view old,
                                                      cut_view old_iim, cut_view new_iim,
                                                      cut_view *out, cutline_error *err);

/* The new form of EXIF that stands beside the one that is edited: tags that it has, too, follow.
 * Empty if it has none of them, or is damaged. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_work_exif_beside(const cut_work *work, cut_view old,
                                                       cut_view *out, cutline_error *err);

/* Makes the plan of the new file. EXIF that cannot be edited is left with a finding "not-written",
 * and work->exif is false then. CUTLINE_UNSUPPORTED (not a format that is
 * written), CUTLINE_MALFORMED, CUTLINE_LIMIT, CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_work_plan(cut_work *work, cut_plan *plan, cutline_error *err);
/* True if files of this format are written themselves. */
bool cut_writes_into(const char *format);

/* The containers: fill the plan. CUTLINE_MALFORMED, CUTLINE_LIMIT, CUTLINE_IO, CUTLINE_NO_MEMORY.
 */
CUTLINE_MUST_CHECK cutline_status cut_jpeg_plan(const cut_work *work, cut_plan *plan,
                                                cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_png_plan(const cut_work *work, cut_plan *plan,
                                               cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_webp_plan(const cut_work *work, cut_plan *plan,
                                                cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_tiff_file_plan(const cut_work *work, cut_plan *plan,
                                                     cutline_error *err);
/* An XMP file, new or old. */
CUTLINE_MUST_CHECK cutline_status cut_sidecar_plan(const cut_work *work, cut_plan *plan,
                                                   cutline_error *err);

/* The file after the change, read back: every value that was wanted is there, everything else is as
 * it was. CUTLINE_INTERNAL with what is not. */
CUTLINE_MUST_CHECK cutline_status cut_work_verify(const cut_work *work, const cut_content *after,
                                                  cutline_error *err);

#endif

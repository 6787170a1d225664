/* Boxes of the ISO base media file format (ISO/IEC 14496-12): HEIF, AVIF, CR3. */
#ifndef CUT_MEDIA_BMFF_H
#define CUT_MEDIA_BMFF_H

#include "base/reader.h"
#include "media/blocks.h"
#include "media/image_hash.h"

typedef struct cut_box {
    char type[5];     /* four characters and NUL */
    uint8_t uuid[16]; /* extended type, if type is "uuid" */
    uint64_t start;   /* of the box */
    uint64_t data;    /* behind its header */
    uint64_t end;     /* behind its data, never past the limit it was read with */
    bool cut;         /* it says it goes on past the limit */
} cut_box;

/* What the scanners of these files share. */
typedef struct cut_bmff {
    cut_collector collect;
    cut_image_hash hash;
    cutline_error *err;
    size_t boxes; /* looked at so far */
} cut_bmff;

/* Reads the header of the box at a position. *found is false at `limit`, where no box header is,
 * and after CUT_MAX_SEGMENTS boxes of a file. CUTLINE_IO. */
CUTLINE_MUST_CHECK cutline_status cut_box_read(cut_bmff *b, uint64_t at, uint64_t limit,
                                               cut_box *out, bool *found);
/* Finds the first child box of a type between two positions. */
CUTLINE_MUST_CHECK cutline_status cut_box_find(cut_bmff *b, uint64_t at, uint64_t limit,
                                               const char *type, cut_box *out, bool *found);
static inline bool cut_box_is(const cut_box *box, const char *type)
{
    return strcmp(box->type, type) == 0;
}
/* A reader over a box's data; one over nothing if the box is longer than max bytes. */
CUTLINE_MUST_CHECK cutline_status cut_box_reader(cut_bmff *b, const cut_box *box, size_t max,
                                                 cut_reader *out);

/* Reads a "meta" box: EXIF and XMP items become blocks, image items are hashed, the primary item
 * gives the size (ISO/IEC 23008-12). */
CUTLINE_MUST_CHECK cutline_status cut_heif_meta(cut_bmff *b, const cut_box *meta);
/* Reads a "moov" box: the EXIF of CR3, and samples of video and audio tracks for the hash. */
CUTLINE_MUST_CHECK cutline_status cut_bmff_movie(cut_bmff *b, const cut_box *moov);

#endif

/* What the two halves of the JPEG scanner share: the walk over the header (jpeg.c) and the walk
 * over the image data (jpeg_scan.c). */
#ifndef CUT_MEDIA_JPEG_H
#define CUT_MEDIA_JPEG_H

#include "media/blocks.h"

#define CUT_JPEG_SOS 0xDAu
#define CUT_JPEG_EOI 0xD9u

/* What follows a marker. The table is that of ExifTool, so that damaged files hash alike. */
typedef enum cut_jpeg_class {
    CUT_JPEG_SEGMENT, /* a length of 2 bytes that counts itself, then data */
    CUT_JPEG_LONG,    /* the same with a length of 4 bytes (JPEG 2000 extensions) */
    CUT_JPEG_ALONE,   /* nothing */
    CUT_JPEG_STOP     /* nothing that can be walked (SOD of JPEG 2000) */
} cut_jpeg_class;

cut_jpeg_class cut_jpeg_marker_class(uint8_t marker);

/* Markers that belong to coded data: stuffed bytes, restarts, SOS. */
bool cut_jpeg_is_image_marker(uint8_t marker);

/* Walks the image data from its first marker (position of its 0xFF) to the end of the image and
 * takes the hash into `out`. *end is the position behind EOI, or 0 if there was none. */
CUTLINE_MUST_CHECK cutline_status cut_jpeg_scan(cut_source *source, uint64_t start, cut_layout *out,
                                                uint64_t *end, cutline_error *err);

/* Adds the metadata of a JPEG that lies inside another file (previews of RAW files) to the layout,
 * and its size if the layout has none. A broken one adds nothing. */
CUTLINE_MUST_CHECK cutline_status cut_jpeg_scan_embedded(cut_source *source, uint64_t offset,
                                                         uint64_t length, cut_arena *arena,
                                                         cut_layout *out, cut_findings *findings,
                                                         cutline_error *err);

/* Adds the finding "trailing-data" for what stands between the end of the image and the end of the
 * file, named if its first or last bytes are known, and the IIM in it as CUT_BLOCK_TRAILER_IIM. */
CUTLINE_MUST_CHECK cutline_status cut_jpeg_trailer(cut_collector *c, uint64_t end, bool has_mpf,
                                                   cutline_error *err);

/* A file with bytes behind the end of its image. */
typedef struct cut_jpeg_tail {
    cut_source *source;
    uint64_t image_end;
    cutline_error *err;
} cut_jpeg_tail;

/* Where IIM stands in a trailer that ends with the signature of the program; *at and *length stay
 * if there is none. What they say may lie outside the file. CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_jpeg_find_afcp(const cut_jpeg_tail *t, uint64_t *at,
                                                     uint64_t *length);
CUTLINE_MUST_CHECK cutline_status cut_jpeg_find_fotostation(const cut_jpeg_tail *t, uint64_t *at,
                                                            uint64_t *length);

#endif

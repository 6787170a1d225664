/* What the two halves of the JPEG scanner share: the walk over the header (jpeg.c) and the walk
 * over the image data (jpeg_scan.c). */
#ifndef CUT_MEDIA_JPEG_H
#define CUT_MEDIA_JPEG_H

#include "media/blocks.h"

#define CUT_JPEG_SOS 0xDAu
#define CUT_JPEG_EOI 0xD9u

#define CUT_JPEG_XMP CUT_STR("http://ns.adobe.com/xap/1.0/\0")
#define CUT_JPEG_EXTENSION CUT_STR("http://ns.adobe.com/xmp/extension/\0")
#define CUT_JPEG_IRB CUT_STR("Photoshop 3.0\0")
#define CUT_JPEG_OLD_IRB CUT_STR("Adobe_Photoshop2.5:")
#define CUT_JPEG_OLD_IRB_HEADER 27 /* the signature and what Photoshop 2.5 put behind it */
/* XMP part 3, 1.1.3.1: signature, GUID (32 digits), length of the extension, place in it. */
#define CUT_JPEG_EXTENSION_HEADER 75
/* Enough for marker, length and the longest signature (extended XMP). */
#define CUT_JPEG_LOOK_BYTES 80

/* A segment of the header. */
typedef struct cut_jpeg_segment {
    uint8_t marker;
    uint64_t at;   /* of the 0xFF before the marker */
    uint64_t data; /* of the data behind the length */
    size_t length; /* of the data */
    cut_str start; /* first bytes of the data, as many as were looked at */
    uint64_t next; /* of what follows */
    uint8_t look[CUT_JPEG_LOOK_BYTES];
} cut_jpeg_segment;

/* The next segment at or after `at`, behind fill bytes and garbage; `start` points into it. *found
 * is false where the header ends, *damage then says why it should not. CUTLINE_IO. */
CUTLINE_MUST_CHECK cutline_status cut_jpeg_next_segment(cut_source *source, uint64_t at,
                                                        cut_jpeg_segment *seg, bool *found,
                                                        const char **damage, cutline_error *err);
/* Position of "Exif\0" (any case) in the first bytes of an APP1, where some cameras put up to 4
 * bytes before it, or SIZE_MAX. */
size_t cut_jpeg_exif_signature(cut_str start);
/* An APP1 with a packet behind a wrong signature. */
bool cut_jpeg_looks_like_xmp(cut_str start);

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

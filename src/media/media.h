/*
 * Containers: where the metadata blocks and the coded image data of a file are.
 *
 * One row of cut_formats[] and one file src/media/<format>.c make a format. A scan reads the
 * container only; what is inside the blocks is the business of src/meta.
 */
#ifndef CUT_MEDIA_MEDIA_H
#define CUT_MEDIA_MEDIA_H

#include "base/digest.h"
#include "base/finding.h"
#include "base/source.h"

typedef enum cut_block_kind {
    CUT_BLOCK_EXIF,    /* TIFF stream, without the "Exif\0\0" in front */
    CUT_BLOCK_XMP,     /* main packet; extended XMP is already joined into CUT_BLOCK_XMP_EXT */
    CUT_BLOCK_XMP_EXT, /* extended XMP, complete, length-checked; its GUID is in `guid` */
    CUT_BLOCK_IRB,     /* Photoshop image resources, all APP13 payloads joined */
    CUT_BLOCK_IIM,     /* bare IIM (TIFF 33723, PNG raw profile); in JPEG it is inside the IRB */
    CUT_BLOCK_TRAILER_IIM, /* IIM behind the end of a JPEG (AFCP, FotoStation) */
    CUT_BLOCK_COMMENT,     /* JPEG COM: no charset; PNG text: UTF-8 or Latin-1 */
    CUT_BLOCK_C2PA         /* JUMBF boxes, joined; what else they may hold is told in meta/c2pa.h */
} cut_block_kind;

/* A stretch of the file that belongs to a block. */
typedef struct cut_block_part {
    uint64_t offset;
    size_t length;
    uint64_t order; /* parts are joined by rising order, equal ones as they came */
    struct cut_block_part *next;
} cut_block_part;

typedef struct cut_block {
    cut_block_kind kind;
    cut_view bytes;              /* in the source's arena */
    uint64_t offset;             /* of bytes.p[0] in the file (of the first segment if joined) */
    char guid[33];               /* CUT_BLOCK_XMP_EXT: 32 upper-case hex digits, else "" */
    const cut_block_part *parts; /* CUT_BLOCK_IRB: the pieces that were joined, else NULL */
    cut_str keyword; /* CUT_BLOCK_COMMENT of PNG: what the text is ("Description"), else empty */
} cut_block;

typedef struct cut_layout {
    const char *format;     /* name in cut_formats[], or a kind of it: "dng", "heic", "cr3" */
    uint32_t width, height; /* pixels as stored; 0 if unknown */
    CUT_VEC(cut_block) blocks;
    uint64_t preview;                     /* position of the largest JPEG inside a RAW file */
    uint64_t preview_bytes;               /* 0 if there is none */
    bool has_image_hash;                  /* asked for, and the file has coded image data */
    uint8_t image_hash[CUT_SHA256_BYTES]; /* SHA-256 as ExifTool's ImageDataHash takes it */
} cut_layout;

typedef struct cut_format {
    const char *name;       /* "jpeg" */
    const char *extensions; /* space-separated, lower case: "jpg jpeg jpe jps" */
    /* True if these first bytes (up to 64) are of the format. */
    bool (*probe)(cut_view head);
    /* Fills the layout. What is damaged becomes a finding; only if nothing at all can be read is
     * the result CUTLINE_MALFORMED. With want_hash false the coded image data is not read; with it
     * the hash is taken in the same pass that walks the data. */
    cutline_status (*scan)(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err);
} cut_format;

/* Position in the file of a block's byte number `index`, or of its end. */
uint64_t cut_block_position(const cut_block *block, uint64_t index);

/* All formats, NULL at the end. */
extern const cut_format *const cut_formats[];

/* The format of a file by its first bytes; NULL if unknown. */
const cut_format *cut_format_probe(cut_view head);
/* True if a format claims this extension (any case, without dot): worth opening in a folder. */
bool cut_format_known_extension(cut_str extension);

/* Probes and scans; adds "wrong-extension" where name and content differ. CUTLINE_MALFORMED for an
 * empty file, CUTLINE_UNSUPPORTED for an unknown one. */
CUTLINE_MUST_CHECK cutline_status cut_media_scan(cut_source *source, bool want_hash,
                                                 cut_arena *arena, cut_layout *out,
                                                 cut_findings *findings, cutline_error *err);

#endif

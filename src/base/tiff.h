/*
 * TIFF structure (TIFF 6.0, section 2; BigTIFF): header, IFDs, entries, values. EXIF blocks, TIFF
 * and DNG files and most RAW formats are made of it, so it stands below both meta and media. Only
 * what is asked for is read, all of it bounded.
 */
#ifndef CUT_BASE_TIFF_H
#define CUT_BASE_TIFF_H

#include "base/finding.h"
#include "base/source.h"

typedef struct cut_tiff {
    cut_source *source; /* not owned */
    uint64_t base;      /* of the header in the source; offsets in the TIFF count from here */
    uint64_t origin;    /* of the source's first byte in the file, for messages; 0 by default */
    bool big_endian;
    bool big;           /* BigTIFF: 64-bit offsets and counts */
    uint64_t first_ifd; /* offset of IFD0 from base */
} cut_tiff;

typedef struct cut_tiff_entry {
    uint16_t tag;
    uint16_t type;  /* 2 ASCII, 3 SHORT, ..., 129 UTF-8 (Exif 3.0) */
    uint64_t count; /* components */
    uint64_t size;  /* bytes of the value; 0 if the type is unknown */
    uint64_t at;    /* of the value in the source, whether inside the entry or elsewhere */
    uint64_t entry; /* of the entry itself in the source */
} cut_tiff_entry;

typedef struct cut_tiff_ifd {
    CUT_VEC(cut_tiff_entry) entries; /* as stored */
    uint64_t next;                   /* offset of the next IFD from base, 0 if there is none */
    bool complete;                   /* all entries that the IFD counts were there */
} cut_tiff_ifd;

/* Bytes of one component of a type, 0 if the type is unknown. */
size_t cut_tiff_type_size(uint16_t type);

/* Reads the header at `base`. The magic number may be one of RAW formats (0x55 Panasonic, "RO",
 * "RS" Olympus), whose structure is the same. CUTLINE_MALFORMED, CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_tiff_open(cut_tiff *tiff, cut_source *source, uint64_t base,
                                                cutline_error *err);
/* Reads the IFD at an offset from base. An offset past the end gives no entries and complete ==
 * false. CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_tiff_read_ifd(const cut_tiff *tiff, cut_arena *arena,
                                                    uint64_t offset, cut_tiff_ifd *out,
                                                    cutline_error *err);
/* The first entry with a tag, or NULL. */
const cut_tiff_entry *cut_tiff_find(const cut_tiff_ifd *ifd, uint16_t tag);
/* A value whose bytes all lie in the source. */
bool cut_tiff_has_value(const cut_tiff *tiff, const cut_tiff_entry *entry);
/* The index-th component of a value of an integer type (BYTE, SHORT, LONG, LONG8, IFD, UNDEFINED);
 * false if it is not there. */
bool cut_tiff_uint(const cut_tiff *tiff, const cut_tiff_entry *entry, uint64_t index,
                   uint64_t *out);
/* The first component of a tag's integer value, or `otherwise`. */
uint64_t cut_tiff_uint_of(const cut_tiff *tiff, const cut_tiff_ifd *ifd, uint16_t tag,
                          uint64_t otherwise);

/* Where the three directories of EXIF are. */
typedef struct cut_tiff_dir {
    const cut_tiff *tiff; /* NULL if there is no such directory */
    uint64_t offset;      /* from its base */
} cut_tiff_dir;

enum { CUT_TIFF_IFD0, CUT_TIFF_EXIF, CUT_TIFF_GPS, CUT_TIFF_DIRS };

/* Finds the Exif and GPS directories that belong to the IFD at `offset`. */
CUTLINE_MUST_CHECK cutline_status cut_tiff_find_dirs(const cut_tiff *tiff, cut_arena *arena,
                                                     uint64_t offset,
                                                     cut_tiff_dir dirs[CUT_TIFF_DIRS],
                                                     cutline_error *err);
/* A set of tags: tag n is bit n % 8 of byte n / 8. */
typedef struct cut_tiff_tags {
    uint8_t bits[(UINT16_MAX + 1) / 8];
} cut_tiff_tags;

/* An entry of one of the directories. */
typedef struct cut_tiff_item {
    cut_tiff_entry entry;
    const cut_tiff *tiff; /* it is in */
    size_t dir;           /* CUT_TIFF_IFD0, ... */
} cut_tiff_item;

/* What cut_tiff_compact() is to write. */
typedef struct cut_tiff_choice {
    const cut_tiff_tags *tags; /* only these; NULL: all */
    bool numbers;              /* values of single bytes, which have no byte order, are left out */
} cut_tiff_choice;

/* What it has written. */
typedef struct cut_small_tiff {
    cut_view bytes;
    bool big_endian;
    size_t entries;                  /* in its directories, without the pointers between them */
    CUT_VEC(cut_tiff_item) as_bytes; /* what cut_tiff_choice.numbers has left out */
} cut_small_tiff;

/* Writes the entries of these directories as a small classic TIFF: what is damaged, a pointer, a
 * MakerNote, image data or over a limit is left out, so that a reader with less patience can be
 * handed it whatever the file. So is, of two entries of one tag, the second, and, unless `choice`
 * is NULL, what was not chosen. There are no bytes if there was nothing to be had, chosen or not.
 * Damage becomes a finding "exif-damaged". */
CUTLINE_MUST_CHECK cutline_status cut_tiff_compact(cut_arena *arena,
                                                   const cut_tiff_dir dirs[CUT_TIFF_DIRS],
                                                   const cut_tiff_choice *choice,
                                                   cut_small_tiff *out, cut_findings *findings,
                                                   cutline_error *err);

#endif

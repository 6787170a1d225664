/*
 * EXIF through libexif (the only user of it), but for values of single bytes, of which it makes
 * nothing else. What comes out are the entries of IFD0, the Exif IFD and the GPS IFD as stored;
 * MakerNotes are left alone.
 */
#ifndef CUT_META_EXIF_H
#define CUT_META_EXIF_H

#include "base/finding.h"
#include "base/tiff.h"
#include "base/utf8.h"

typedef enum cut_exif_ifd { CUT_EXIF_IFD0, CUT_EXIF_IFD_EXIF, CUT_EXIF_IFD_GPS } cut_exif_ifd;

/* TIFF types that texts and numbers come in (TIFF 6.0, section 2; UTF-8: Exif 3.0, 4.6.2). */
enum {
    CUT_EXIF_BYTE = 1,
    CUT_EXIF_ASCII = 2,
    CUT_EXIF_SHORT = 3,
    CUT_EXIF_LONG = 4,
    CUT_EXIF_RATIONAL = 5,
    CUT_EXIF_UNDEFINED = 7,
    CUT_EXIF_SRATIONAL = 10,
    CUT_EXIF_UTF8 = 129
};

typedef struct cut_exif_entry {
    cut_exif_ifd ifd;
    uint16_t tag;
    uint16_t type;  /* as stored: one of the above or another TIFF type */
    uint32_t count; /* components */
    cut_view data;  /* in the file's byte order */
} cut_exif_entry;

typedef struct cut_exif {
    const cut_tiff_tags *tags; /* set by the caller: tags that are wanted; NULL: all */
    CUT_VEC(cut_exif_entry) entries;
    bool found; /* there were entries, wanted or not */
    bool big_endian;
} cut_exif;

/* Reads a TIFF stream. `out` is empty before but for its tags. Damage becomes a finding
 * ("exif-damaged"), what could be read stays. Only CUTLINE_NO_MEMORY is an error. */
CUTLINE_MUST_CHECK cutline_status cut_exif_parse(cut_arena *arena, cut_view tiff, uint64_t base,
                                                 const char *file, cut_exif *out,
                                                 cut_findings *findings, cutline_error *err);
/* The entry, or NULL. */
const cut_exif_entry *cut_exif_find(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag);
/* The directory to look for a tag in: the one given or, if only the other of IFD0 and Exif has it,
 * that. TIFF/EP (ISO 12234-2) has the camera's tags in IFD0, and some writers mix the two up. */
cut_exif_ifd cut_exif_place(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag);
/* Text of an ASCII, UTF-8, BYTE or UNDEFINED entry up to its first NUL, padding spaces and all, as
 * UTF-8 (bytes that are not UTF-8 are read as CP1252). UserComment, GPSProcessingMethod and
 * GPSAreaInformation by their charset prefix; XP* as UTF-16; of Copyright the photographer's and
 * the editor's notice as two lines. May be part of the entry itself. {NULL, 0} if absent, of
 * another type, blank, or memory runs out. */
cut_str cut_exif_text(cut_arena *arena, const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag);
/* The index-th component of an integer entry (BYTE, SHORT, LONG); false if it is not there. */
bool cut_exif_uint(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag, uint32_t index,
                   uint32_t *out);
/* The index-th component of a RATIONAL or SRATIONAL; false if absent or the denominator is 0. */
bool cut_exif_rational(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag, uint32_t index,
                       double *out);

#endif

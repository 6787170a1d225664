/* EXIF tags that are looked at beside those of the field table. */
#ifndef CUT_RECORD_EXIF_TAGS_H
#define CUT_RECORD_EXIF_TAGS_H

#include "record/fields.h"

/* GPS IFD (Exif 2.32, 4.6.6): references, latitude, longitude and altitude stand together. */
#define CUT_GPS_FIRST 0x0001
#define CUT_GPS_TAGS 6

/* What Windows Explorer writes, UTF-16LE. */
typedef struct cut_windows_tag {
    size_t field;
    uint16_t tag; /* in IFD0 */
} cut_windows_tag;

extern const cut_windows_tag cut_windows_tags[];
extern const size_t cut_windows_tag_count;

#endif

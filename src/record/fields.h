/*
 * The field table: one row a field. Reading, JSON, sheets, queries and (later) write-back all run
 * from it, so adding a field is adding a row to fields_table.c.
 */
#ifndef CUT_RECORD_FIELDS_H
#define CUT_RECORD_FIELDS_H

#include "base/str.h"

#include <cutline/record.h>

/* Special IIM/EXIF readings that a plain copy of the value cannot do. */
typedef enum cut_field_codec {
    CUT_CODEC_PLAIN = 0,
    CUT_CODEC_DATE_TIME,     /* IIM date + time data sets; EXIF date + sub-seconds + offset */
    CUT_CODEC_ARTIST,        /* EXIF list with MWG quoting */
    CUT_CODEC_COPYRIGHT,     /* EXIF photographer NUL editor NUL */
    CUT_CODEC_PREFIXED,      /* IIM "NNN:text" (2:04), XMP has the text only */
    CUT_CODEC_SUBJECT,       /* IIM "IPR:NNNNNNNN:..." (2:12), XMP has the digits */
    CUT_CODEC_NUMBER,        /* EXIF integer */
    CUT_CODEC_CHARSET,       /* IIM 1:90: ESC sequences shown as "UTF-8" or hex */
    CUT_CODEC_PICTURE_NUMBER /* IIM 3:10 binary */
} cut_field_codec;

typedef struct cut_field_row {
    cutline_field_info info;    /* what the public may know */
    const char *xmp_prefix;     /* NULL if the field is not in XMP */
    const char *xmp_name;       /* local name of the (outer) property */
    const char *xmp_member;     /* member of a single structure (CreatorContactInfo), else NULL */
    unsigned iim_time_dataset;  /* data set with the time that belongs to the date; 0 if none */
    bool iim_repeats;           /* several data sets are several values */
    unsigned char exif_ifd;     /* cut_exif_ifd, if info.exif_tag */
    unsigned short exif_subsec; /* tag of sub-seconds, 0 if none */
    unsigned short exif_offset; /* tag of the UTC offset, 0 if none */
    cut_field_codec codec;
    const char *group; /* content, rights, location, dates, ids, status, ... */
    const char *mwg;   /* MWG property name, NULL if MWG does not cover it */
} cut_field_row;

extern const cut_field_row cut_fields[];
extern const size_t cut_field_count;

/* Index of a field by name, or -1. */
int cut_field_index(cut_str name);

#endif

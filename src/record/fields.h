/*
 * The field table: one row a field. Reading, JSON, sheets, queries and write-back all run from it,
 * so adding a field is adding a row to fields_rows.h.
 */
#ifndef CUT_RECORD_FIELDS_H
#define CUT_RECORD_FIELDS_H

#include "base/str.h"

#include <cutline/record.h>

/* Readings that a plain copy of the value cannot do. */
typedef enum cut_field_codec {
    CUT_CODEC_PLAIN = 0,
    CUT_CODEC_DATE_TIME,      /* IIM date + time data sets; EXIF date + sub-seconds + offset; XMP */
    CUT_CODEC_TIME,           /* IIM time of day, HHMMSS+HHMM */
    CUT_CODEC_ARTIST,         /* EXIF list with MWG quoting: A; "B; C" */
    CUT_CODEC_PREFIXED,       /* IIM "NNN:text" (2:04), XMP has the text only */
    CUT_CODEC_SUBJECT,        /* IIM "IPR:NNNNNNNN:..." (2:12), XMP has the digits only */
    CUT_CODEC_NUMBER,         /* EXIF integer */
    CUT_CODEC_RATIONAL,       /* EXIF and XMP rational, as a decimal number */
    CUT_CODEC_EXPOSURE,       /* the same in seconds, short ones as "1/250" */
    CUT_CODEC_CHARSET,        /* IIM 1:90: "UTF-8", or the escape sequences in words */
    CUT_CODEC_PICTURE_NUMBER, /* IIM 3:10, binary */
    CUT_CODEC_GPS             /* EXIF GPS IFD, as the parts of an IPTC location */
} cut_field_codec;

/* Which block's word counts for a field; what each rule means is in policy_table.c. */
typedef enum cut_rule {
    CUT_RULE_TEXT = 0,   /* XMP or IIM by the digest, then EXIF */
    CUT_RULE_EXIF_FIRST, /* EXIF, then XMP or IIM by the digest */
    CUT_RULE_MWG_EXIF,   /* EXIF, then XMP or IIM strictly by the digest */
    CUT_RULE_MWG,        /* XMP or IIM strictly by the digest, EXIF never */
    CUT_RULE_EXIF_ONLY,
    CUT_RULE_XMP_ONLY
} cut_rule;

#define CUT_POLICY_COUNT 2

typedef struct cut_field_row {
    cutline_field_info info;       /* what the public may know */
    unsigned char name_length;     /* bytes of info.name */
    const char *xmp_prefix;        /* NULL if the field is not in XMP */
    const char *xmp_name;          /* local name of the (outer) property, read in any case:
                                      "dc:Creator" and "AssetId" are written too */
    unsigned char xmp_name_length; /* bytes of xmp_name */
    const char *xmp_member;        /* member of a single structure (CreatorContactInfo), else NULL;
                                      rows of one structure stand together */
    unsigned char iim_time;        /* data set with the time that belongs to the date; 0 if none */
    bool iim_repeats;              /* several data sets are several values */
    unsigned char exif_ifd;        /* cut_exif_ifd, if info.exif_tag */
    unsigned short exif_subsec;    /* tag of sub-seconds, 0 if none */
    unsigned short exif_offset;    /* tag of the UTC offset, 0 if none */
    unsigned char codec;           /* cut_field_codec */
    unsigned char rules[CUT_POLICY_COUNT]; /* cut_rule by cutline_policy */
    const char *group;                     /* content, rights, location, dates, ids, status, ... */
    const char *mwg;                       /* MWG property name, NULL if MWG does not cover it */
    const char *shown; /* member of LocationShown that fills an empty field, else NULL */
    /* What cameras write into it by themselves (boilerplate.h), else NULL. */
    const char *const *boilerplate;
    bool unlike; /* the blocks mean different things by it: to differ is not to disagree */
} cut_field_row;

/* Index of each field, CUT_FIELD_caption and so on, and their number. */
enum {
#define CUT_FIELD(name, ...) CUT_FIELD_##name,
#include "record/fields_rows.h"
    CUT_FIELD_COUNT
};

extern const cut_field_row cut_fields[];
extern const size_t cut_field_count;

/* Index of a field by name, or -1. */
int cut_field_index(cut_str name);
/* The same, looking from row `from` on first: cheap for names that come in the table's order. */
int cut_field_index_from(cut_str name, size_t from);

#endif

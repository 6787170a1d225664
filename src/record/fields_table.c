/* The rows of the field table as data. What the parts of a row set: */
#include "meta/exif.h"
#include "record/boilerplate.h"
#include "record/fields.h"

/* A sentence for help texts and column headers. */
#define NOTE(text) .info.note = text
#define XMP_NAME(n) .xmp_name = n, .xmp_name_length = sizeof(n) - 1
#define XMP(p, n) .info.xmp = p ":" n, .xmp_prefix = p, XMP_NAME(n)
/* A part of the single structure Iptc4xmpCore:CreatorContactInfo. */
#define CONTACT(m)                                                                                 \
    .info.xmp = "Iptc4xmpCore:CreatorContactInfo/Iptc4xmpCore:" m, .xmp_prefix = "Iptc4xmpCore",   \
    XMP_NAME("CreatorContactInfo"), .xmp_member = m
/* Record, data set, most octets. */
#define IIM(r, d, octets) .info.iim_record = r, .info.iim_dataset = d, .info.iim_max = octets
/* Several data sets are several values. */
#define REPEATS .iim_repeats = true
/* IIM data set of the time. */
#define TIME(d) .iim_time = d
/* Directory (0, _EXIF, _GPS) and tag. */
#define EXIF(i, t) .exif_ifd = CUT_EXIF_IFD##i, .info.exif_tag = t
/* EXIF tags of sub-seconds and UTC offset. */
#define PARTS(subsec, offset) .exif_subsec = subsec, .exif_offset = offset
#define CODEC(c) .codec = CUT_CODEC_##c
/* By policy. */
#define RULES(newsroom, metadata_working_group)                                                    \
    .rules = {CUT_RULE_##newsroom, CUT_RULE_##metadata_working_group}
#define MWG(n) .mwg = n
#define SHOWN(m) .shown = m
#define BOILERPLATE(list) .boilerplate = cut_##list##_boilerplate
#define UNLIKE .unlike = true

const cut_field_row cut_fields[] = {
#define CUT_FIELD(n, l, k, g, ...)                                                                 \
    [CUT_FIELD_##n] = {.info.name = #n,                                                            \
                       .info.label = l,                                                            \
                       .info.kind = CUTLINE_KIND_##k,                                              \
                       .name_length = sizeof(#n) - 1,                                              \
                       .group = g,                                                                 \
                       __VA_ARGS__},
#include "record/fields_rows.h"
};

const size_t cut_field_count = CUT_FIELD_COUNT;

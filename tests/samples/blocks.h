/*
 * Writers of metadata blocks, made for the samples only: they know nothing of the readers in src/
 * that the samples are there to test.
 */
#ifndef CUT_SAMPLES_BLOCKS_H
#define CUT_SAMPLES_BLOCKS_H

#include "samples/bytes.h"

/* ---- EXIF ---- */

/* Where a tag stands. */
typedef enum exif_place { IFD_0, IFD_EXIF, IFD_GPS } exif_place;

/* TIFF 6.0 section 2: types of values. */
typedef enum exif_type {
    EXIF_END_OF_TAGS = 0,
    EXIF_BYTE = 1,
    EXIF_ASCII = 2,
    EXIF_SHORT = 3,
    EXIF_LONG = 4,
    EXIF_RATIONAL = 5,
    EXIF_UNDEFINED = 7
} exif_type;

/* One tag; the tags of a place must stand in rising order. */
typedef struct exif_tag {
    exif_place place;
    uint16_t tag;
    exif_type type;
    /* ASCII, UNDEFINED: the value; ASCII is written with its NUL. */
    const char *text;
    /* BYTE, SHORT, LONG: numbers; RATIONAL: pairs. */
    uint32_t numbers[6];
    /* How many values (a RATIONAL counts once); not used for ASCII. */
    unsigned count;
} exif_tag;

/* Appends a TIFF block of the tags up to EXIF_END_OF_TAGS. */
void put_exif(bytes *out, bool little, const exif_tag *tags);

/* ---- IPTC IIM ---- */

/* One data set; the list ends with record 0. */
typedef struct iim_set {
    uint8_t record, set;
    /* NULL: the version of the record, the number 4. */
    const char *value;
} iim_set;

/* Appends the data sets (IIM 4.2 section 1.6: 0x1C, record, set, two bytes of length, value). */
void put_iim(bytes *out, const iim_set *sets);

/* ---- Photoshop image resources ---- */

/* What the resource 0x0425 says of the IIM block beside it. */
typedef enum iim_digest {
    DIGEST_NONE,
    DIGEST_RIGHT, /* MD5 of the block: nobody changed it behind Photoshop's back */
    DIGEST_STALE  /* of another block: somebody did */
} iim_digest;

/* Appends the resources: resolution, IIM, digest, copyright flag, URL if not NULL. */
void put_resources(bytes *out, const bytes *iim, iim_digest digest, const char *url);

/* ---- XMP ---- */

/* The RDF form of a property. */
typedef enum xmp_form {
    XMP_ATTRIBUTE, /* on rdf:Description */
    XMP_ELEMENT,   /* plain text in an element */
    XMP_ALT,       /* language alternative; values are "lang=text" */
    XMP_SEQ,
    XMP_BAG,
    XMP_STRUCT /* parseType="Resource"; values are "prefix:name=text" */
} xmp_form;

/* One property; the list ends with name NULL. */
typedef struct xmp_property {
    const char *name; /* with the usual prefix: "dc:creator" */
    xmp_form form;
    /* Up to the first NULL; plain forms have one. */
    const char *values[8];
} xmp_property;

/* Appends a packet. */
void put_xmp(bytes *out, const xmp_property *properties);

#endif

/*
 * Finding media IDs in the places where agencies put them. Shapes, places and sites are tables
 * (ident_table.c, site_table.c): adding an agency's ID is one row.
 */
#ifndef CUT_IDENT_IDENT_H
#define CUT_IDENT_IDENT_H

#include "base/arena.h"
#include "base/error.h"

#include <cutline/ident.h>

/* Where a text was found. The order is that of looking (facts: agency practice). */
typedef enum cut_id_place {
    CUT_ID_GETTY_ASSET,     /* xmp GettyImagesGIFT:AssetID: reserved for Getty */
    CUT_ID_SUPPLIER_IMAGE,  /* xmp plus:ImageSupplierImageID */
    CUT_ID_FIXTURE,         /* iim 2:22: Reuters, Action Images */
    CUT_ID_UNIQUE_DOCUMENT, /* iim 2:187: EPA */
    CUT_ID_JOB_IIM,         /* iim 2:103 */
    CUT_ID_JOB_XMP,         /* xmp photoshop:TransmissionReference */
    CUT_ID_TITLE_IIM,       /* iim 2:05 */
    CUT_ID_TITLE_XMP,       /* xmp dc:title */
    CUT_ID_GUID,            /* xmp Iptc4xmpExt:DigImageGUID, RegItemId */
    CUT_ID_FILE_NAME,       /* file name, with or without folders and extension */
    CUT_ID_CAPTION,         /* tail of a caption: "(16507315bs)" */
    CUT_ID_PAGE,            /* a page that names the ID; the namespace is that of the site */
    CUT_ID_LIST,            /* column of a caption list */
    CUT_ID_BY_HAND          /* typed by a person */
} cut_id_place;

typedef struct cut_id_input {
    cut_id_place place;
    cut_str text;
} cut_id_input;

/* IDs found, no two alike, most trusted first. */
typedef struct cut_id_list {
    CUT_VEC(cutline_media_id) ids;
} cut_id_list;

/* Looks through all inputs of one photo. `agencies` are the canonical names its credit, source and
 * caption give: a shape that several agencies share (8 digits) is only given to one of them on such
 * a second signal, or on the place being reserved; else it is "bare". Camera file names (IMG_1234,
 * DSC_0001) and CMS suffixes (-1024x726, -scaled) are not IDs. */
CUTLINE_MUST_CHECK cutline_status cut_ident_find(cut_arena *arena, const cut_id_input *inputs,
                                                 size_t count, const char *const *agencies,
                                                 size_t agency_count, cut_id_list *out,
                                                 cutline_error *err);

/* Where and why an ID was seen. Texts are in the arena or static. */
typedef struct cut_sighting {
    cutline_media_id id;
    const char *text;   /* the text of the place, as found */
    const char *label;  /* what the value is: "EPA picture number (epa...)" */
    const char *signal; /* what says whose ID a shared shape is: an agency that the photo names, or
                           the place of another ID; NULL if the shape speaks for itself */
} cut_sighting;

typedef struct cut_sightings {
    CUT_VEC(cut_sighting) list; /* in the order of looking */
} cut_sightings;

/* cut_ident_find() that also says where it saw each ID that it hands out, every place counted. */
CUTLINE_MUST_CHECK cutline_status cut_ident_see(cut_arena *arena, const cut_id_input *inputs,
                                                size_t count, const char *const *agencies,
                                                size_t agency_count, cut_id_list *out,
                                                cut_sightings *seen, cutline_error *err);

/* explain.c: namespaces of the agencies that write IDs in the shape of a bare value, but whose
 * names must stand beside it; each once. False if memory runs out. */
typedef CUT_VEC(const char *) cut_id_owners;
bool cut_ident_owners(cut_arena *arena, cut_str value, cut_id_owners *out);

/* Splits "namespace:value" or a bare value and normalises it; every reading, best first. */
CUTLINE_MUST_CHECK cutline_status cut_ident_parse(cut_arena *arena, cut_str text, cut_id_list *out,
                                                  cutline_error *err);

/* Adds an ID that a page, a list or a person names as such: CUT_ID_PAGE, CUT_ID_LIST,
 * CUT_ID_BY_HAND. A shape that only one agency uses gives that agency's namespace; anything else is
 * in `ns`, or bare if ns is NULL. An empty text or one over CUT_MAX_MEDIA_ID adds nothing. False if
 * memory runs out.
 */
CUTLINE_MUST_CHECK bool cut_ident_add_named(cut_arena *arena, cut_id_place place, cut_str text,
                                            const char *ns, cut_id_list *out);

/* The text with the decimal digits of every script (Arabic-Indic, full width) made ASCII ones: a
 * copy in the arena, NUL behind; {NULL, 0} if memory runs out. */
cut_str cut_ident_ascii_digits(cut_arena *arena, cut_str text);

/* Namespace of an archive site by its name in a page header ("Asharq Al-awsat" -> "aawsat") or its
 * host name ("english.aawsat.com" -> "aawsat"). An unknown host gives its registrable label
 * ("photos.example.org" -> "example"); an unknown name gives NULL. In the arena or static. */
const char *cut_ident_site(cut_arena *arena, cut_str name_or_host);

/* Fixed evidence text of a place: "iim 2:103", "file name", "page". */
const char *cut_id_place_name(cut_id_place place);

#endif

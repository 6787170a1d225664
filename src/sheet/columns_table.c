/* The columns that a sheet can have; the usual ones first, in their order. */
#include "sheet/photo_cells.h"

#define HIT(name, label, usual, member)                                                            \
    {                                                                                              \
        {name, label, CUTLINE_CELL_TEXT, usual}, CUT_CELL_HIT, offsetof(cutline_hit, member), NULL \
    }
#define PHOTO(name, label, kind)                                                                   \
    {                                                                                              \
        {#name, label, CUTLINE_CELL_##kind, false}, CUT_CELL_PHOTO, 0, cut_cell_##name             \
    }

#define CELL_KIND_TEXT CUTLINE_CELL_TEXT
#define CELL_KIND_LANG_ALT CUTLINE_CELL_TEXT
#define CELL_KIND_LIST CUTLINE_CELL_LIST
#define CELL_KIND_DATE CUTLINE_CELL_DATE
#define CELL_KIND_STRUCT CUTLINE_CELL_STRUCT
#define CELL_KIND_STRUCTS CUTLINE_CELL_STRUCT

const cut_sheet_column cut_sheet_columns[] = {
    {{"media_id", "Media ID", CUTLINE_CELL_TEXT, true}, CUT_CELL_HIT_ID, 0, NULL},
    HIT("headline", "Headline", true, headline),
    HIT("caption", "Caption", true, caption),
    HIT("credit", "Credit", true, credit_line),
    HIT("byline", "Byline", true, byline),
    HIT("city", "City", true, city),
    HIT("country", "Country", true, country),
    {{"date", "Date", CUTLINE_CELL_DATE, true}, CUT_CELL_HIT, offsetof(cutline_hit, date), NULL},
    {{"restrictions", "Restrictions", CUTLINE_CELL_LIST, true},
     CUT_CELL_HIT_LIST,
     offsetof(cutline_hit, restrictions),
     NULL},
    HIT("file", "File", true, file_name),
    HIT("path", "Path", false, path),
    {{"photo", "Photo", CUTLINE_CELL_NUMBER, false}, CUT_CELL_HIT_PHOTO, 0, NULL},
    PHOTO(agencies, "Agencies", LIST),
    PHOTO(photographers, "Photographers", LIST),
    PHOTO(issuer, "Issuer", TEXT),
    PHOTO(roles, "Roles", LIST),
    PHOTO(credit_found, "Credit as Found", TEXT),
    PHOTO(credit_origin, "Credit Found In", TEXT),
    PHOTO(credit_where, "Credit Found At", TEXT),
    PHOTO(credit_conflicts, "Rival Credits", LIST),
    PHOTO(media_ids, "Media IDs", LIST),
    PHOTO(evidence, "Evidence of Media IDs", LIST),
    PHOTO(caption_found, "Caption as Found", TEXT),
    PHOTO(captions, "All Captions", LIST),
    PHOTO(languages, "Caption Languages", LIST),
    PHOTO(persons, "Persons", LIST),
    PHOTO(region, "Region", TEXT),
    PHOTO(file_photo, "File Photo", TEXT),
    PHOTO(rights, "Rights", LIST),
    PHOTO(marks, "Marks", LIST),
    PHOTO(embargo, "Not Before", DATE),
    PHOTO(expiry, "Not After", DATE),
    PHOTO(picture_kind, "Kind of Picture", TEXT),
    PHOTO(c2pa, "C2PA Manifest", TEXT),
    PHOTO(format, "File Format", TEXT),
    PHOTO(width, "Width", NUMBER),
    PHOTO(height, "Height", NUMBER),
    PHOTO(image_hash, "Image Hash", TEXT),
    PHOTO(awaiting, "Awaiting Image", TEXT),
    PHOTO(paths, "Paths", LIST),
    PHOTO(pages, "Pages", LIST),
    PHOTO(findings, "Findings", LIST),
#define CUT_FIELD(name, label, kind, ...)                                                          \
    {{#name, label, CELL_KIND_##kind, false}, CUT_CELL_FIELD, CUT_FIELD_##name, NULL},
#include "record/fields_rows.h"
    {.info = {.name = NULL}},
};

_Static_assert(sizeof cut_sheet_columns / sizeof cut_sheet_columns[0] <= CUT_SHEET_COLUMNS,
               "CUT_SHEET_COLUMNS is too small");

#include "query/fields.h"
#include "record/fields.h"

#define TEXT(name, part)                                                                           \
    {                                                                                              \
        name, CUT_FORM_TEXT, CUT_PART_##part, -1, CUT_CLOCK_TAKEN                                  \
    }
#define FIELD(name, field)                                                                         \
    {                                                                                              \
        name, CUT_FORM_TEXT, CUT_PART_FIELD, CUT_FIELD_##field, CUT_CLOCK_TAKEN                    \
    }
#define DATE(name, clock, field)                                                                   \
    {                                                                                              \
        name, CUT_FORM_DATE, CUT_PART_FIELD, field, CUT_CLOCK_##clock                              \
    }
#define FORM(name, form)                                                                           \
    {                                                                                              \
        name, CUT_FORM_##form, CUT_PART_ANY, -1, CUT_CLOCK_TAKEN                                   \
    }

const cut_query_name cut_query_names[] = {
    FORM("media", MEDIA),
    FORM("id", MEDIA),
    TEXT("caption", CAPTION),
    TEXT("headline", HEADLINE),
    TEXT("credit", CREDIT),
    TEXT("agency", CREDIT),
    TEXT("by", BYLINE),
    TEXT("byline", BYLINE),
    TEXT("photographer", BYLINE),
    TEXT("keyword", KEYWORDS),
    TEXT("keywords", KEYWORDS),
    TEXT("person", PERSONS),
    TEXT("persons_shown", PERSONS),
    TEXT("place", PLACE),
    TEXT("city", CITY),
    TEXT("region", REGION),
    TEXT("state", REGION),
    TEXT("province_state", REGION),
    TEXT("country", COUNTRY),
    TEXT("file", FILE),
    TEXT("path", FILE),
    DATE("date", TAKEN, -1),
    DATE("taken", FIELD, CUT_FIELD_date_created),
    DATE("imported", IMPORTED, -1),
    TEXT("rights", RESTRICTION),
    FIELD("rights", copyright),
    FIELD("rights", usage_terms),
    FIELD("rights", instructions),
    FIELD("rights", other_constraints),
    FIELD("rights", copyright_owner),
    TEXT("restriction", RESTRICTION),
    TEXT("restrictions", RESTRICTION),
    TEXT("role", ROLE),
    FIELD("camera", camera_make),
    FIELD("camera", camera_model),
    FIELD("slug", title),
    FIELD("job", job_id),
    FIELD("org", org_shown_name),
    FIELD("writer", caption_writer),
    FIELD("alt", alt_text),
    FIELD("software", originating_program),
    FIELD("stars", rating),
    FIELD("color", label),
    FIELD("colour", label),
    FORM("is", IS),
    FORM("has", HAS),
    FORM("sort", SORT),
    FORM("limit", LIMIT),
};
const size_t cut_query_name_count = sizeof cut_query_names / sizeof cut_query_names[0];

const char *const cut_query_part_names[] = {
    [CUT_PART_ANY] = NULL,
    [CUT_PART_CAPTION] = "caption",
    [CUT_PART_HEADLINE] = "headline",
    [CUT_PART_CREDIT] = "credit",
    [CUT_PART_BYLINE] = "by",
    [CUT_PART_KEYWORDS] = "keyword",
    [CUT_PART_PERSONS] = "person",
    [CUT_PART_PLACE] = "place",
    [CUT_PART_CITY] = "city",
    [CUT_PART_REGION] = "region",
    [CUT_PART_COUNTRY] = "country",
    [CUT_PART_FILE] = "file",
    [CUT_PART_RESTRICTION] = "restriction",
    [CUT_PART_ROLE] = "role",
    [CUT_PART_FIELD] = NULL,
};

const unsigned cut_query_part_columns[] = {
    [CUT_PART_ANY] = CUT_TEXT_ANY,
    [CUT_PART_CAPTION] = CUT_TEXT_CAPTION,
    [CUT_PART_HEADLINE] = CUT_TEXT_HEADLINE,
    [CUT_PART_CREDIT] = CUT_TEXT_CREDIT,
    [CUT_PART_BYLINE] = CUT_TEXT_BYLINE,
    [CUT_PART_KEYWORDS] = CUT_TEXT_KEYWORDS,
    [CUT_PART_PERSONS] = CUT_TEXT_PERSONS,
    [CUT_PART_PLACE] = CUT_TEXT_PLACE,
    [CUT_PART_CITY] = CUT_TEXT_PLACE,
    [CUT_PART_REGION] = CUT_TEXT_PLACE,
    [CUT_PART_COUNTRY] = CUT_TEXT_PLACE,
    [CUT_PART_FILE] = CUT_TEXT_FILE,
    [CUT_PART_FIELD] = 0,
};

const cut_query_flag_row cut_query_flags[] = {
    {CUT_FORM_IS, "awaiting", CUT_IS_AWAITING},
    {CUT_FORM_IS, "conflict", CUT_IS_CONFLICT},
    {CUT_FORM_IS, "file-photo", CUT_IS_FILE_PHOTO},
    {CUT_FORM_IS, "file", CUT_IS_FILE_PHOTO},
    {CUT_FORM_IS, "edited", CUT_IS_EDITED},
    {CUT_FORM_IS, "missing", CUT_IS_MISSING},
    {CUT_FORM_IS, "duplicate", CUT_IS_DUPLICATE},
    {CUT_FORM_IS, "killed", CUT_IS_KILLED},
    {CUT_FORM_IS, "ai", CUT_IS_AI},
    {CUT_FORM_IS, "embargoed", CUT_IS_EMBARGOED},
    {CUT_FORM_IS, "expired", CUT_IS_EXPIRED},
    {CUT_FORM_HAS, "caption", CUT_HAS_CAPTION},
    {CUT_FORM_HAS, "headline", CUT_HAS_HEADLINE},
    {CUT_FORM_HAS, "credit", CUT_HAS_CREDIT},
    {CUT_FORM_HAS, "byline", CUT_HAS_BYLINE},
    {CUT_FORM_HAS, "by", CUT_HAS_BYLINE},
    {CUT_FORM_HAS, "keywords", CUT_HAS_KEYWORDS},
    {CUT_FORM_HAS, "keyword", CUT_HAS_KEYWORDS},
    {CUT_FORM_HAS, "persons", CUT_HAS_PERSONS},
    {CUT_FORM_HAS, "person", CUT_HAS_PERSONS},
    {CUT_FORM_HAS, "persons_shown", CUT_HAS_PERSONS},
    {CUT_FORM_HAS, "place", CUT_HAS_PLACE},
    {CUT_FORM_HAS, "city", CUT_HAS_CITY},
    {CUT_FORM_HAS, "region", CUT_HAS_REGION},
    {CUT_FORM_HAS, "state", CUT_HAS_REGION},
    {CUT_FORM_HAS, "province_state", CUT_HAS_REGION},
    {CUT_FORM_HAS, "country", CUT_HAS_COUNTRY},
    {CUT_FORM_HAS, "date", CUT_HAS_DATE},
    {CUT_FORM_HAS, "media", CUT_HAS_MEDIA},
    {CUT_FORM_HAS, "id", CUT_HAS_MEDIA},
    {CUT_FORM_HAS, "file", CUT_HAS_FILE},
    {CUT_FORM_HAS, "restrictions", CUT_HAS_RESTRICTIONS},
    {CUT_FORM_HAS, "restriction", CUT_HAS_RESTRICTIONS},
};
const cut_query_code_row cut_query_codes[] = {
    {"handout", CUT_PART_ROLE, "handout"},
    {"pool", CUT_PART_ROLE, "pool"},
};
const size_t cut_query_code_count = sizeof cut_query_codes / sizeof cut_query_codes[0];
const size_t cut_query_flag_count = sizeof cut_query_flags / sizeof cut_query_flags[0];

const cut_query_sort_row cut_query_sorts[] = {
    {"relevance", CUT_SORT_RELEVANCE}, {"date", CUT_SORT_DATE},
    {"taken", CUT_SORT_DATE},          {"imported", CUT_SORT_IMPORTED},
    {"credit", CUT_SORT_CREDIT},       {"by", CUT_SORT_BYLINE},
    {"byline", CUT_SORT_BYLINE},       {"headline", CUT_SORT_HEADLINE},
    {"caption", CUT_SORT_CAPTION},     {"city", CUT_SORT_CITY},
    {"region", CUT_SORT_REGION},       {"country", CUT_SORT_COUNTRY},
    {"file", CUT_SORT_FILE},           {"path", CUT_SORT_FILE},
    {"media", CUT_SORT_MEDIA},         {"id", CUT_SORT_MEDIA},
};
const size_t cut_query_sort_count = sizeof cut_query_sorts / sizeof cut_query_sorts[0];

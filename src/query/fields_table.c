#include "query/fields.h"

const cut_query_field cut_query_fields[] = {
    {.name = "media", .kind = CUT_QUERY_MEDIA},
    {.name = "id", .kind = CUT_QUERY_MEDIA},
    {.name = "credit", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_CREDIT},
    {.name = "agency", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_CREDIT},
    {.name = "by", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_BYLINE},
    {.name = "byline", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_BYLINE},
    {.name = "person", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_PERSONS},
    {.name = "place", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_PLACE},
    {.name = "city", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_PLACE},
    {.name = "country", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_PLACE},
    {.name = "caption", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_CAPTION},
    {.name = "headline", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_HEADLINE},
    {.name = "keyword", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_KEYWORDS},
    {.name = "keywords", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_KEYWORDS},
    {.name = "date", .kind = CUT_QUERY_DATE},
    {.name = "taken", .kind = CUT_QUERY_DATE},
    {.name = "file", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_FILE},
    {.name = "path", .kind = CUT_QUERY_WORDS, .columns = CUT_TEXT_FILE},
    {.name = "is", .kind = CUT_QUERY_FLAG, .group = CUT_GROUP_IS},
    {.name = "has", .kind = CUT_QUERY_FLAG, .group = CUT_GROUP_HAS},
};
const size_t cut_query_field_count = sizeof cut_query_fields / sizeof cut_query_fields[0];

const cut_query_flag_row cut_query_flags[] = {
    {CUT_GROUP_IS, "awaiting", CUT_IS_AWAITING},
    {CUT_GROUP_IS, "conflict", CUT_IS_CONFLICT},
    {CUT_GROUP_IS, "file", CUT_IS_FILE_PHOTO},
    {CUT_GROUP_IS, "file-photo", CUT_IS_FILE_PHOTO},
    {CUT_GROUP_IS, "edited", CUT_IS_EDITED},
    {CUT_GROUP_HAS, "caption", CUT_HAS_CAPTION},
    {CUT_GROUP_HAS, "headline", CUT_HAS_HEADLINE},
    {CUT_GROUP_HAS, "credit", CUT_HAS_CREDIT},
    {CUT_GROUP_HAS, "byline", CUT_HAS_BYLINE},
    {CUT_GROUP_HAS, "date", CUT_HAS_DATE},
    {CUT_GROUP_HAS, "media", CUT_HAS_MEDIA},
    {CUT_GROUP_HAS, "restrictions", CUT_HAS_RESTRICTIONS},
};
const size_t cut_query_flag_count = sizeof cut_query_flags / sizeof cut_query_flags[0];

#include "record/exif_tags.h"

const cut_windows_tag cut_windows_tags[] = {
    {CUT_FIELD_title, 0x9C9B},    /* XPTitle */
    {CUT_FIELD_caption, 0x9C9C},  /* XPComment */
    {CUT_FIELD_byline, 0x9C9D},   /* XPAuthor */
    {CUT_FIELD_keywords, 0x9C9E}, /* XPKeywords */
};
const size_t cut_windows_tag_count = sizeof cut_windows_tags / sizeof cut_windows_tags[0];

#include "import/page_html_image.h"

#include "ident/file_name.h"
#include "ident/pattern.h"
#include "import/charset.h"
#include "import/label.h"

cut_str cut_html_first_source(cut_str srcset)
{
    cut_str first = cut_str_trim(cut_str_split(&srcset, ','));
    return cut_str_split(&first, ' ');
}

/* An address that may tell which picture it is: no data, and no "placeholder.png". */
static bool tells(cut_str address)
{
    cut_str stem = cut_id_stem(address);
    bool digits = false;
    for (size_t i = 0; i < stem.n && !digits; i++)
        digits = cut_is_digit(stem.p[i]);
    return digits && !cut_str_starts_nocase(address, CUT_STR("data:"));
}

cut_str cut_html_image_address(const GumboNode *image, cut_str source)
{
    static const char *const names[] = {"data-src", "data-lazy-src", "data-original",
                                        "data-orig-file"};
    static const char *const sets[] = {"data-srcset", "srcset"};
    cut_str src = cut_html_attribute(image, "src"), other = {NULL, 0};
    bool is_data = cut_str_starts_nocase(src, CUT_STR("data:"));
    if (tells(src))
        return src;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && other.n == 0; i++)
        other = cut_html_attribute(image, names[i]);
    for (size_t i = 0; i < sizeof sets / sizeof sets[0] && other.n == 0; i++)
        other = cut_html_first_source(cut_html_attribute(image, sets[i]));
    if (other.n == 0)
        other = source;
    return other.n > 0 || is_data ? other : src;
}

static cut_str first_attribute(const GumboNode *node, const char *const *names)
{
    cut_str value = {NULL, 0};
    for (; *names && value.n == 0; names++)
        value = cut_html_attribute(node, *names);
    return value;
}

cut_str cut_html_image_text(const GumboNode *node, cut_arena *arena, bool *failed)
{
    static const char *const of_image[] = {"data-caption", "alt", "title", NULL};
    static const char *const of_box[] = {"data-caption", NULL};
    static const char *const credits[] = {"data-credit", "data-copyright", NULL};
    cut_str text = first_attribute(node, cut_html_is(node, GUMBO_TAG_IMG) ? of_image : of_box);
    cut_str credit = first_attribute(node, credits);
    if (text.n == 0)
        return (cut_str){NULL, 0};
    const char *all = credit.n > 0 && cut_str_find(text, credit, 0) == SIZE_MAX
                          ? cut_arena_printf(arena, "%.*s (%.*s)", CUT_FMT(text), CUT_FMT(credit))
                          : cut_arena_copy(arena, text);
    cut_str clean = all ? cut_clean_text(arena, cut_str_from(all)) : (cut_str){NULL, 0};
    *failed |= !clean.p;
    return clean;
}

/* Attributes whose value is the ID of the picture in the archive. */
cut_str cut_html_archive_id(const GumboNode *node)
{
    static const char *const names[] = {"data-media-id",   "data-mediaid",  "data-image-id",
                                        "data-imageid",    "data-photo-id", "data-photoid",
                                        "data-picture-id", "data-asset-id", "data-assetid"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        cut_str value = cut_html_attribute(node, names[i]);
        if (cut_label_is_value(value))
            return value;
    }
    return (cut_str){NULL, 0};
}

/* Numbers that the site's software gives a picture: class "wp-image-5535", id "attachment_5535". */
cut_str cut_html_software_id(const GumboNode *node)
{
    cut_str groups[CUT_PATTERN_GROUPS];
    cut_str classes = cut_html_attribute(node, "class");
    while (classes.p)
        if (cut_pattern_match("wp-image-(#{4,})", cut_str_split(&classes, ' '), groups))
            return groups[0];
    if (cut_pattern_match("<attachment|media|image|photo|picture>[-_](#{4,})",
                          cut_html_attribute(node, "id"), groups))
        return groups[0];
    cut_str attachment = cut_html_attribute(node, "data-attachment-id");
    return cut_str_all_digits(attachment) ? attachment : (cut_str){NULL, 0};
}

#include "import/page_html_ld.h"

#include "base/limits.h"

#include <jansson.h>

typedef struct finder {
    cut_arena *arena;
    cut_figures *figures;
    bool failed;
} finder;

static cut_str text_of(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (json_is_object(value)) /* "creator": {"@type": "Person", "name": ...} */
        value = json_object_get(value, "name");
    return json_is_string(value)
               ? cut_str_trim((cut_str){json_string_value(value), json_string_length(value)})
               : (cut_str){NULL, 0};
}

/* The first of these members that is there. */
static cut_str first_of(const json_t *object, const char *const *names)
{
    for (; *names; names++) {
        cut_str text = text_of(object, *names);
        if (text.n > 0)
            return text;
    }
    return (cut_str){NULL, 0};
}

/* "identifier": "66001202", or {"@type": "PropertyValue", "value": ...}. */
static cut_str identifier_of(finder *f, const json_t *object)
{
    const json_t *value = json_object_get(object, "identifier");
    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (json_is_object(value))
        value = json_object_get(value, "value");
    const char *text =
        json_is_integer(value)
            ? cut_arena_printf(f->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value))
        : json_is_string(value) ? cut_arena_copy_z(f->arena, json_string_value(value))
                                : "";
    f->failed |= !text;
    cut_str id = cut_str_from(text);
    return cut_label_is_value(id) ? id : (cut_str){NULL, 0};
}

static bool is_image(const json_t *object)
{
    cut_str type = text_of(object, "@type");
    return cut_str_eq(type, CUT_STR("ImageObject")) || cut_str_eq(type, CUT_STR("Photograph"));
}

/* The caption with the credit behind it, as agencies write it, unless it holds that already. */
static cut_str with_credit(finder *f, cut_str caption, cut_str credit)
{
    bool apart = caption.n > 0 && credit.n > 0 && cut_str_find(caption, credit, 0) == SIZE_MAX;
    const char *text = apart ? cut_arena_printf(f->arena, "%.*s (%.*s)", (int)caption.n, caption.p,
                                                (int)credit.n, credit.p)
                             : cut_arena_copy(f->arena, caption);
    f->failed |= !text;
    return cut_str_from(text ? text : "");
}

static void add_image(finder *f, const json_t *object)
{
    static const char *const urls[] = {"contentUrl", "url", "@id", NULL};
    static const char *const captions[] = {"caption", "description", NULL};
    static const char *const credits[] = {"creditText", "creator", "author", NULL};
    cut_str url = first_of(object, urls), caption = first_of(object, captions);
    const char *copy = cut_arena_copy(f->arena, url);
    cut_figure figure = {.url = {copy, url.n},
                         .markup_id = identifier_of(f, object),
                         .alternate = with_credit(f, caption, first_of(object, credits))};
    if ((url.n > 0 || figure.markup_id.n > 0) && caption.n > 0 &&
        f->figures->list.n < CUT_MAX_PAGE_ITEMS)
        f->failed |= !copy || !CUT_PUSH(f->arena, &f->figures->list, figure);
}

/* Objects lie in "image", in lists and in "@graph". jansson has bounded the depth. */
static void find(finder *f, json_t *value)
{
    if (is_image(value))
        add_image(f, value);
    const char *name;
    json_t *member;
    json_object_foreach(value, name, member) find(f, member);
    for (size_t i = 0; i < json_array_size(value); i++)
        find(f, json_array_get(value, i));
}

bool cut_html_ld(const GumboNode *script, cut_arena *arena, cut_figures *figures)
{
    const GumboVector *children = cut_html_children(script);
    if (!cut_str_eq_nocase(cut_html_attribute(script, "type"), CUT_STR("application/ld+json")) ||
        !children || children->length == 0)
        return true;
    const GumboNode *child = children->data[0];
    if (child->type != GUMBO_NODE_TEXT)
        return true;
    json_t *document = json_loads(child->v.text.text, JSON_ALLOW_NUL, NULL);
    finder f = {.arena = arena, .figures = figures};
    find(&f, document);
    json_decref(document); /* NULL if it was broken: then the page has no such figures */
    return !f.failed;
}

/*
 * ninjs, the IPTC's JSON for news (iptc.org/standards/ninjs). Names of version 3 are in camelCase,
 * those of 1 and 2 in small letters, and version 1 writes "description_caption" for a description
 * with a role; so names are compared without case, and all shapes are looked for.
 */
#include "import/feed.h"

#include "base/error.h"
#include "base/limits.h"

#include <jansson.h>

typedef struct ninjs {
    cut_page *page;
    cut_list_rows *rows;
    size_t count; /* pictures so far */
    cutline_error *err;
} ninjs;

static cut_str text_of(const json_t *value)
{
    return json_is_string(value) ? (cut_str){json_string_value(value), json_string_length(value)}
                                 : (cut_str){NULL, 0};
}

/* A property by its name in any case; NULL if there is none. */
static json_t *property(json_t *object, const char *name)
{
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at))
        if (cut_str_eq_nocase(cut_str_from(json_object_iter_key(at)), cut_str_from(name)))
            return json_object_iter_value(at);
    return NULL;
}

static cut_str text_at(json_t *object, const char *name)
{
    return text_of(property(object, name));
}

/* JSON's own texts go when the document does: the page keeps copies. */
static cut_str keep(cut_feed_picture *p, cut_str text)
{
    if (!text.p)
        return text;
    const char *copy = cut_arena_copy(&p->rows->page->arena, text);
    p->lost |= !copy;
    return (cut_str){copy, copy ? text.n : 0};
}

static void set(cut_feed_picture *p, cut_list_role role, json_t *item, const char *name)
{
    cut_feed_set(p, role, keep(p, text_at(item, name)));
}

/* ---- texts with a role -------------------------------------------------------------------------
 */

/* headlines, descriptions: [{role, value}]; "" for an entry without role. */
static cut_str text_by_role(json_t *item, const char *name, const char *role)
{
    json_t *list = property(item, name);
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *entry = json_array_get(list, i);
        cut_str has = text_at(entry, "role");
        if (cut_str_eq_nocase(has, cut_str_from(role)))
            return text_at(entry, "value");
    }
    return (cut_str){NULL, 0};
}

static void set_caption(cut_feed_picture *p, json_t *item)
{
    static const char *const roles[] = {"caption", "text", "description", "main", ""};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        cut_feed_set(p, CUT_LIST_CAPTION, keep(p, text_by_role(item, "descriptions", roles[i])));
    set(p, CUT_LIST_CAPTION, item, "description_caption");
    set(p, CUT_LIST_CAPTION, item, "description_text");
    set(p, CUT_LIST_CAPTION, item, "description");
}

static void set_credit(cut_feed_picture *p, json_t *item)
{
    static const char *const roles[] = {"creditline", "credit", "credit line"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        cut_feed_set(p, CUT_LIST_CREDIT, keep(p, text_by_role(item, "descriptions", roles[i])));
    set(p, CUT_LIST_CREDIT, item, "description_creditline");
    set(p, CUT_LIST_CREDIT, item, "creditline");
    set(p, CUT_LIST_BYLINE, item, "by");
    set(p, CUT_LIST_BYLINE, item, "byline");
}

static void set_texts(cut_feed_picture *p, json_t *item)
{
    set_caption(p, item);
    set_credit(p, item);
    cut_feed_set(p, CUT_LIST_HEADLINE, keep(p, text_by_role(item, "headlines", "main")));
    cut_feed_set(p, CUT_LIST_HEADLINE, keep(p, text_by_role(item, "headlines", "")));
    set(p, CUT_LIST_HEADLINE, item, "headline");
    cut_feed_set(p, CUT_LIST_WRITER, keep(p, text_by_role(item, "descriptions", "writer")));
    set(p, CUT_LIST_TITLE, item, "slugline");
    set(p, CUT_LIST_TITLE, item, "title");
    set(p, CUT_LIST_COPYRIGHT, item, "copyrightNotice");
    set(p, CUT_LIST_USAGE, item, "usageTerms");
    set(p, CUT_LIST_INSTRUCTIONS, item, "edNote");
    set(p, CUT_LIST_DATE, item, "contentCreated");
    cut_feed_set(p, CUT_LIST_DATE, keep(p, text_by_role(item, "descriptions", "date")));
    set(p, CUT_LIST_RELEASE, item, "embargoedUntil");
    set(p, CUT_LIST_RELEASE, item, "embargoed");
    set(p, CUT_LIST_EXPIRES, item, "expires");
}

/* ---- names of things ---------------------------------------------------------------------------
 */

/* people: [{name}], person in version 1. */
static void add_names(cut_feed_picture *p, cut_list_role role, json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        cut_feed_add(p, role, ";", keep(p, text_at(json_array_get(list, i), "name")));
}

/* The first name of a list. */
static void set_first_name(cut_feed_picture *p, cut_list_role role, json_t *list)
{
    cut_feed_set(p, role, keep(p, text_at(json_array_get(list, 0), "name")));
}

/* "located": a text, "Vienna"; in what some send "Vienna, Austria". */
static void set_place(cut_feed_picture *p, json_t *item)
{
    cut_str located = keep(p, text_at(item, "located")), rest = located;
    cut_str city = rest.p ? cut_str_split(&rest, ',') : rest;
    cut_feed_set(p, CUT_LIST_CITY, city);
    size_t comma = SIZE_MAX;
    for (size_t i = 0; i < rest.n; i++)
        comma = rest.p[i] == ',' ? i : comma;
    cut_feed_set(p, CUT_LIST_COUNTRY,
                 comma == SIZE_MAX ? rest : cut_str_slice(rest, comma + 1, rest.n));
}

static void set_things(cut_feed_picture *p, json_t *item)
{
    json_t *type = property(item, "digitalSourceType");
    add_names(p, CUT_LIST_PERSONS, property(item, "people"));
    add_names(p, CUT_LIST_PERSONS, property(item, "person"));
    add_names(p, CUT_LIST_KEYWORDS, property(item, "subjects"));
    add_names(p, CUT_LIST_KEYWORDS, property(item, "subject"));
    set_first_name(p, CUT_LIST_SOURCE, property(item, "infoSources"));
    set_first_name(p, CUT_LIST_SOURCE, property(item, "infosource"));
    set_first_name(p, CUT_LIST_NAMESPACE, property(item, "infoSources"));
    cut_feed_set(p, CUT_LIST_SOURCE_TYPE, keep(p, text_at(type, "uri")));
    set_place(p, item);
}

/* ---- IDs and files -----------------------------------------------------------------------------
 */

/* altIds: [{role, value}]; in version 1 an object of texts. */
static void add_alternate_ids(cut_feed_picture *p, json_t *item)
{
    json_t *ids = property(item, "altIds");
    for (size_t i = 0; i < json_array_size(ids); i++)
        cut_feed_add_id(p, text_at(json_array_get(ids, i), "role"),
                        keep(p, text_at(json_array_get(ids, i), "value")));
    for (void *at = json_object_iter(ids); at; at = json_object_iter_next(ids, at))
        cut_feed_add_id(p, cut_str_from(json_object_iter_key(at)),
                        keep(p, text_of(json_object_iter_value(at))));
}

/* renditions: [{name, href}]; in version 1 an object of {href}. The first is the best. */
static void set_file(cut_feed_picture *p, json_t *item)
{
    json_t *renditions = property(item, "renditions");
    json_t *first = json_array_get(renditions, 0);
    void *at = json_object_iter(renditions);
    if (at)
        first = json_object_iter_value(at);
    cut_feed_set_file(p, keep(p, text_at(first, "href")));
}

static cutline_status add_picture(ninjs *n, json_t *item)
{
    cut_feed_picture p = {.rows = n->rows};
    add_alternate_ids(&p, item);
    cut_feed_add_uri(&p, keep(&p, text_at(item, "uri")));
    set_file(&p, item);
    set_texts(&p, item);
    set_things(&p, item);
    return cut_feed_finish(&p, ++n->count, n->err);
}

/* ---- items -------------------------------------------------------------------------------------
 */

/* Only what names an item and its type is ninjs; any other JSON has no pictures for us. */
static bool is_picture(json_t *item)
{
    return property(item, "uri") && cut_str_eq_nocase(text_at(item, "type"), CUT_STR("picture"));
}

static cutline_status walk(ninjs *n, json_t *value, unsigned depth);

static cutline_status walk_array(ninjs *n, json_t *array, unsigned depth)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < json_array_size(array) && status == CUTLINE_OK; i++)
        status = walk(n, json_array_get(array, i), depth);
    return status;
}

/* Associations: in version 1 an object of items. */
static cutline_status walk_members(ninjs *n, json_t *object, unsigned depth)
{
    cutline_status status = CUTLINE_OK;
    for (void *at = json_object_iter(object); at && status == CUTLINE_OK;
         at = json_object_iter_next(object, at))
        status = walk(n, json_object_iter_value(at), depth);
    return status;
}

/* An item, the items in its associations, or a list of items, as feeds wrap them. */
static cutline_status walk(ninjs *n, json_t *value, unsigned depth)
{
    static const char *const lists[] = {"associations", "items", "_items", "data"};
    cutline_status status = CUTLINE_OK;
    if (depth > CUT_MAX_FEED_DEPTH)
        return CUTLINE_OK;
    if (json_is_array(value))
        return walk_array(n, value, depth + 1);
    if (is_picture(value))
        status = add_picture(n, value);
    for (size_t i = 0; i < sizeof lists / sizeof *lists && status == CUTLINE_OK; i++) {
        json_t *inner = property(value, lists[i]);
        status = json_is_array(inner) ? walk_array(n, inner, depth + 1)
                                      : walk_members(n, inner, depth + 1);
    }
    return status;
}

cutline_status cut_feed_read_ninjs(cut_page *page, cut_list_rows *rows, cut_str text,
                                   cutline_error *err)
{
    ninjs n = {.page = page, .rows = rows, .err = err};
    json_error_t fault;
    cutline_status status = CUTLINE_OK;
    size_t at = 0;
    /* One document, or one a line. */
    while (status == CUTLINE_OK && cut_str_trim(cut_str_slice(text, at, text.n)).n > 0) {
        json_t *document = json_loadb(text.p + at, text.n - at, JSON_DISABLE_EOF_CHECK, &fault);
        if (!document && json_error_code(&fault) == json_error_out_of_memory)
            return cut_no_memory(err);
        if (!document)
            return cut_fail_at(err, CUTLINE_MALFORMED, NULL, (int64_t)at + fault.position,
                               "JSON: %s", fault.text);
        at += (size_t)fault.position;
        status = walk(&n, document, 0);
        json_decref(document);
    }
    return status;
}

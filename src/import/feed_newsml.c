/*
 * NewsML-G2 (IPTC, version 2.35 and before): newsItem elements of class ninat:picture, wherever
 * they stand: alone, in the itemSet of a newsMessage, beside a packageItem. Where the properties
 * stand is told by the IPTC's mapping of photo metadata (Guidelines, listing 26) and by its example
 * of a picture (listing 3), which use different roles for the same things: both count.
 */
#include "import/feed.h"

#include "base/error.h"
#include "import/xml_tree.h"

typedef struct newsml {
    cut_page *page;
    cut_list_rows *rows;
    size_t count;
    cutline_error *err;
} newsml;

/* ---- small steps -------------------------------------------------------------------------------
 */

static cut_str text(cut_feed_picture *p, const cut_xml *element)
{
    cut_str out = cut_xml_text(&p->rows->page->arena, element);
    p->lost |= !out.p;
    return out;
}

static void set(cut_feed_picture *p, cut_list_role role, const cut_xml *parent, const char *name)
{
    cut_feed_set(p, role, text(p, cut_xml_child(parent, name, NULL)));
}

/* <creator><name>; some write the name into the element or its literal. */
static cut_str name_of(cut_feed_picture *p, const cut_xml *element)
{
    cut_str name = text(p, cut_xml_child(element, "name", NULL));
    if (name.n == 0)
        name = text(p, element);
    return name.n > 0 ? name : cut_str_from(cut_xml_attribute_of(element, "literal"));
}

/* The part behind the colon of a role or QCode is one of the words. */
static bool has_code(const cut_xml *element, const char *attribute, const char *const *words)
{
    const char *value = cut_xml_attribute_of(element, attribute);
    const char *code = value ? strrchr(value, ':') : NULL;
    for (code = code ? code + 1 : value; code && *words; words++)
        if (strcmp(code, *words) == 0)
            return true;
    return false;
}

static void add_all(cut_feed_picture *p, cut_list_role role, const cut_xml *parent,
                    const char *name)
{
    for (const cut_xml *e = NULL; (e = cut_xml_child(parent, name, e)) != NULL;)
        cut_feed_add(p, role, ";", text(p, e));
}

/* Alternative IDs; the environment in which one is known may be a namespace: "cutline:reuters". */
static void add_ids(cut_feed_picture *p, const cut_xml *parent)
{
    for (const cut_xml *e = NULL; (e = cut_xml_child(parent, "altId", e)) != NULL;) {
        const char *where = cut_xml_attribute_of(e, "environment");
        const char *colon = where ? strrchr(where, ':') : NULL;
        cut_feed_add_id(p, cut_str_from(colon ? colon + 1 : where), text(p, e));
    }
}

/* ---- parts of an item --------------------------------------------------------------------------
 */

static void read_rights(cut_feed_picture *p, const cut_xml *rights)
{
    set(p, CUT_LIST_COPYRIGHT, rights, "copyrightNotice");
    for (const cut_xml *e = NULL; (e = cut_xml_child(rights, "usageTerms", e)) != NULL;)
        cut_feed_add(p, CUT_LIST_USAGE, ". ", text(p, e));
    cut_feed_set(p, CUT_LIST_COPYRIGHT, name_of(p, cut_xml_child(rights, "copyrightHolder", NULL)));
}

static void read_item_meta(cut_feed_picture *p, const cut_xml *meta)
{
    const cut_xml *provider = cut_xml_child(meta, "provider", NULL);
    const char *code = cut_xml_attribute_of(provider, "qcode");
    const char *colon = code ? strrchr(code, ':') : NULL;
    set(p, CUT_LIST_TITLE, meta, "title");
    set(p, CUT_LIST_INSTRUCTIONS, meta, "edNote");
    set(p, CUT_LIST_RELEASE, meta, "embargoed");
    set(p, CUT_LIST_EXPIRES, meta, "expires");
    set(p, CUT_LIST_FILE, meta, "fileName");
    cut_feed_set(p, CUT_LIST_NAMESPACE, cut_str_from(colon ? colon + 1 : NULL));
    cut_feed_set(p, CUT_LIST_NAMESPACE, name_of(p, provider));
}

static void read_people(cut_feed_picture *p, const cut_xml *meta)
{
    static const char *const writers[] = {"capwriter", "descrWriter", NULL};
    static const char *const person[] = {"person", NULL};
    for (const cut_xml *e = NULL; (e = cut_xml_child(meta, "creator", e)) != NULL;)
        cut_feed_add(p, CUT_LIST_BYLINE, ", ", name_of(p, e));
    for (const cut_xml *e = NULL; (e = cut_xml_child(meta, "contributor", e)) != NULL;)
        if (has_code(e, "role", writers))
            cut_feed_set(p, CUT_LIST_WRITER, name_of(p, e));
    for (const cut_xml *e = NULL; (e = cut_xml_child(meta, "subject", e)) != NULL;)
        if (has_code(e, "type", person))
            cut_feed_add(p, CUT_LIST_PERSONS, ";", name_of(p, e));
}

/* The description of role drol:caption, or the first without a role. */
static void read_caption(cut_feed_picture *p, const cut_xml *meta)
{
    static const char *const caption[] = {"caption", NULL};
    for (const cut_xml *e = NULL; (e = cut_xml_child(meta, "description", e)) != NULL;)
        if (has_code(e, "role", caption))
            cut_feed_set(p, CUT_LIST_CAPTION, text(p, e));
    set(p, CUT_LIST_CAPTION, meta, "description");
}

/* The broader of a place is its region or country: <located><name/><broader><name/>. */
static void read_located(cut_feed_picture *p, const cut_xml *located)
{
    static const char *const country[] = {"country", "geoAreaCountry", NULL};
    static const char *const region[] = {"region", "geoAreaProvState", NULL};
    cut_feed_set(p, CUT_LIST_CITY, name_of(p, located));
    for (const cut_xml *e = NULL; (e = cut_xml_child(located, "broader", e)) != NULL;) {
        bool is_region = has_code(e, "type", region);
        bool last = !cut_xml_child(located, "broader", e);
        if (has_code(e, "type", country) || (last && !is_region))
            cut_feed_set(p, CUT_LIST_COUNTRY, name_of(p, e));
        else
            cut_feed_set(p, CUT_LIST_STATE, name_of(p, e));
    }
}

static void read_source_type(cut_feed_picture *p, const cut_xml *type)
{
    const char *uri = cut_xml_attribute_of(type, "uri"),
               *code = cut_xml_attribute_of(type, "qcode");
    const char *colon = code ? strrchr(code, ':') : NULL;
    cut_feed_set(p, CUT_LIST_SOURCE_TYPE, cut_str_from(uri));
    if (!uri && colon) {
        const char *full = cut_arena_printf(
            &p->rows->page->arena, "http://cv.iptc.org/newscodes/digitalsourcetype/%s", colon + 1);
        cut_feed_set(p, CUT_LIST_SOURCE_TYPE, cut_str_from(full));
        p->lost |= !full;
    }
}

static void read_content_meta(cut_feed_picture *p, const cut_xml *meta)
{
    set(p, CUT_LIST_DATE, meta, "contentCreated");
    set(p, CUT_LIST_HEADLINE, meta, "headline");
    set(p, CUT_LIST_CREDIT, meta, "creditline");
    set(p, CUT_LIST_TITLE, meta, "slugline");
    add_all(p, CUT_LIST_KEYWORDS, meta, "keyword");
    add_ids(p, meta);
    cut_feed_set(p, CUT_LIST_SOURCE, name_of(p, cut_xml_child(meta, "infoSource", NULL)));
    read_caption(p, meta);
    read_people(p, meta);
    read_located(p, cut_xml_child(meta, "located", NULL));
    read_source_type(p, cut_xml_child(meta, "digitalSourceType", NULL));
}

/* <assert> of a point of interest: <POIDetails><address> (listing 26). */
static void read_asserts(cut_feed_picture *p, const cut_xml *item)
{
    for (const cut_xml *e = NULL; (e = cut_xml_child(item, "assert", e)) != NULL;) {
        const cut_xml *details = cut_xml_child(e, "POIDetails", NULL);
        const cut_xml *address = cut_xml_child(details, "address", NULL);
        cut_feed_set(p, CUT_LIST_CITY, name_of(p, cut_xml_child(address, "locality", NULL)));
        cut_feed_set(p, CUT_LIST_STATE, name_of(p, cut_xml_child(address, "area", NULL)));
        cut_feed_set(p, CUT_LIST_COUNTRY, name_of(p, cut_xml_child(address, "country", NULL)));
    }
}

static void read_content(cut_feed_picture *p, const cut_xml *set)
{
    for (const cut_xml *e = NULL; (e = cut_xml_child(set, "remoteContent", e)) != NULL;) {
        add_ids(p, e);
        cut_feed_set_file(p, cut_str_from(cut_xml_attribute_of(e, "href")));
    }
}

/* ---- items -------------------------------------------------------------------------------------
 */

static bool is_picture(const cut_xml *item)
{
    static const char *const picture[] = {"picture", "graphic", NULL};
    const cut_xml *meta = cut_xml_child(item, "itemMeta", NULL);
    return has_code(cut_xml_child(meta, "itemClass", NULL), "qcode", picture) ||
           has_code(cut_xml_child(meta, "itemClass", NULL), "uri", picture);
}

static cutline_status read_item(newsml *n, const cut_xml *item)
{
    cut_feed_picture p = {.rows = n->rows};
    if (!is_picture(item))
        return CUTLINE_OK;
    read_rights(&p, cut_xml_child(item, "rightsInfo", NULL));
    read_item_meta(&p, cut_xml_child(item, "itemMeta", NULL));
    read_content_meta(&p, cut_xml_child(item, "contentMeta", NULL));
    read_asserts(&p, item);
    read_content(&p, cut_xml_child(item, "contentSet", NULL));
    cut_feed_add_uri(&p, cut_str_from(cut_xml_attribute_of(item, "guid")));
    return cut_feed_finish(&p, ++n->count, n->err);
}

/* The element after `e` in the order of the text, without what is in a newsItem. */
static const cut_xml *next_element(const cut_xml *e)
{
    if (e->first && strcmp(e->name, "newsItem") != 0)
        return e->first;
    while (e && !e->next)
        e = e->parent;
    return e ? e->next : NULL;
}

cutline_status cut_feed_read_newsml(cut_page *page, cut_list_rows *rows, cut_str text,
                                    cutline_error *err)
{
    newsml n = {.page = page, .rows = rows, .err = err};
    cut_xml *root;
    cutline_status status = cut_xml_read(&page->arena, text, &root, err);
    const cut_xml *e = status == CUTLINE_OK ? root : NULL;
    for (; e && status == CUTLINE_OK; e = next_element(e))
        if (strcmp(e->name, "newsItem") == 0)
            status = read_item(&n, e);
    return status;
}

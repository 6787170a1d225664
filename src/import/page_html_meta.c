#include "import/page_html_meta.h"

#include "import/header.h"

static void take(cut_str *slot, cut_str value)
{
    if (slot->n == 0)
        *slot = value;
}

/* <meta property=... content=...>: names are those of Open Graph and Twitter cards. */
static void add_meta(cut_html_meta *meta, const GumboNode *node)
{
    cut_str name = cut_html_attribute(node, "property");
    cut_str content = cut_html_attribute(node, "content");
    if (name.n == 0)
        name = cut_html_attribute(node, "name");
    const struct {
        const char *name;
        cut_str *slot;
    } rows[] = {
        {"og:title", &meta->og_title},      {"twitter:title", &meta->og_title},
        {"og:site_name", &meta->site_name}, {"application-name", &meta->site_name},
        {"og:url", &meta->canonical},       {"og:image", &meta->image},
        {"og:image:url", &meta->image},     {"twitter:image", &meta->image},
        {"og:image:alt", &meta->image_alt}, {"twitter:image:alt", &meta->image_alt},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (cut_str_eq_nocase(name, cut_str_from(rows[i].name)))
            take(rows[i].slot, content);
}

/* "saved from url=(0042)http://..." */
static void add_comment(cut_html_meta *meta, cut_str text)
{
    size_t at = cut_str_find(text, CUT_STR("saved from url=("), 0);
    size_t close = at == SIZE_MAX ? SIZE_MAX : cut_str_find_char(text, ')', at);
    if (close != SIZE_MAX)
        take(&meta->canonical, cut_str_trim(cut_str_slice(text, close + 1, text.n)));
}

static cut_str first_text(const GumboNode *element)
{
    const GumboVector *children = cut_html_children(element);
    if (!children || children->length == 0)
        return (cut_str){NULL, 0};
    const GumboNode *child = children->data[0];
    bool is_text = child->type == GUMBO_NODE_TEXT;
    return is_text ? cut_str_trim(cut_str_from(child->v.text.text)) : (cut_str){NULL, 0};
}

void cut_html_meta_add(cut_html_meta *meta, const GumboNode *node)
{
    if (node->type == GUMBO_NODE_COMMENT)
        add_comment(meta, cut_str_from(node->v.text.text));
    else if (cut_html_is(node, GUMBO_TAG_META))
        add_meta(meta, node);
    else if (cut_html_is(node, GUMBO_TAG_TITLE))
        take(&meta->title, first_text(node));
    else if (cut_html_is(node, GUMBO_TAG_BASE))
        take(&meta->canonical, cut_html_attribute(node, "href"));
    else if (cut_html_is(node, GUMBO_TAG_LINK) &&
             cut_str_eq_nocase(cut_html_attribute(node, "rel"), CUT_STR("canonical")))
        meta->canonical = cut_html_attribute(node, "href");
}

/* "example.org" of "https://user@example.org:80/path"; empty if it is no such address. */
static cut_str host_of(cut_str url)
{
    size_t at = cut_str_find(url, CUT_STR("://"), 0);
    if (at == SIZE_MAX)
        return (cut_str){NULL, 0};
    cut_str rest = cut_str_slice(url, at + 3, url.n);
    cut_str authority = cut_str_split(&rest, '/');
    size_t user = cut_str_find_char(authority, '@', 0);
    if (user != SIZE_MAX)
        authority = cut_str_slice(authority, user + 1, authority.n);
    return cut_str_split(&authority, ':');
}

static bool set(cut_arena *arena, const char **slot, cut_str value)
{
    if (value.n == 0)
        return true;
    *slot = cut_arena_copy(arena, value);
    return *slot != NULL;
}

bool cut_html_meta_apply(const cut_html_meta *meta, cut_str h1, cut_page *page)
{
    cut_arena *arena = &page->arena;
    cut_str suffix, other;
    cut_str title = cut_title_split(arena, meta->title, &suffix);
    /* The first <h1> may be the paper's name; a title with the site behind a bar is sure. */
    cut_str headline = suffix.n > 0 || h1.n == 0 ? title : h1;
    if (meta->og_title.n > 0)
        headline = cut_title_split(arena, meta->og_title, &other);
    const char *named = cut_ident_site(arena, meta->site_name);
    cut_str name = named || suffix.n == 0 ? meta->site_name : suffix;
    if (!named)
        named = cut_ident_site(arena, suffix);
    if (named)
        page->site = named;
    else if (!page->site)
        page->site = cut_ident_site(arena, host_of(meta->canonical));
    if (name.n == 0 || (!named && page->site_name))
        name = (cut_str){NULL, 0};
    return set(arena, &page->site_name, name) && set(arena, &page->title, headline) &&
           set(arena, &page->url, meta->canonical);
}

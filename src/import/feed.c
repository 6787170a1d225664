#include "import/feed.h"
#include "base/error.h"
#include "ident/namespace.h"

/* Bytes in which a feed shows what it is. */
#define SNIFF ((size_t)8192)

static bool is_newsml(cut_str text)
{
    cut_str head = cut_str_slice(text, 0, SNIFF);
    return cut_str_starts(cut_str_trim(head), CUT_STR("<")) &&
           (cut_str_find(head, CUT_STR("http://iptc.org/std/nar/"), 0) != SIZE_MAX);
}

/* JSON that names a URI and a picture: other JSON, of which folders are full, need not even be well
 * formed. */
static bool is_ninjs(cut_str text)
{
    cut_str head = cut_str_trim(cut_str_slice(text, 0, SNIFF));
    return head.n > 0 && (head.p[0] == '{' || head.p[0] == '[') &&
           cut_str_find(text, CUT_STR("\"uri\""), 0) != SIZE_MAX &&
           cut_str_find(text, CUT_STR("\"picture\""), 0) != SIZE_MAX;
}

bool cut_feed_is(cut_str text)
{
    return is_newsml(text) || is_ninjs(text);
}

cutline_status cut_feed_read(cut_page *page, cut_str text, cutline_error *err)
{
    cut_list_rows *rows = cut_list_rows_begin(page, "picture");
    if (!rows)
        return cut_no_memory(err);
    cutline_status status = is_newsml(text)  ? cut_feed_read_newsml(page, rows, text, err)
                            : is_ninjs(text) ? cut_feed_read_ninjs(page, rows, text, err)
                                             : CUTLINE_OK;
    cut_list_rows_end(rows);
    return status;
}

/* ---- a picture ---------------------------------------------------------------------------------
 */

void cut_feed_set(cut_feed_picture *p, cut_list_role role, cut_str value)
{
    value = cut_str_trim(value);
    if (value.n > 0 && p->cells[role].n == 0)
        p->cells[role] = value;
}

/* The cell holds the value as one of its parts. */
static bool holds(cut_str cell, const char *separator, cut_str value)
{
    size_t at = 0, n = strlen(separator);
    while (at <= cell.n) {
        size_t end = cut_str_find(cell, cut_str_from(separator), at);
        if (cut_str_eq(cut_str_slice(cell, at, end), value))
            return true;
        if (end == SIZE_MAX)
            return false;
        at = end + n;
    }
    return false;
}

void cut_feed_add(cut_feed_picture *p, cut_list_role role, const char *separator, cut_str value)
{
    value = cut_str_trim(value);
    if (value.n == 0 || holds(p->cells[role], separator, value))
        return;
    if (p->cells[role].n == 0) {
        p->cells[role] = value;
        return;
    }
    const char *joined = cut_arena_printf(&p->rows->page->arena, "%.*s%s%.*s",
                                          CUT_FMT(p->cells[role]), separator, CUT_FMT(value));
    p->cells[role] = cut_str_from(joined);
    p->lost |= !joined;
}

void cut_feed_add_id(cut_feed_picture *p, cut_str ns, cut_str value)
{
    const char *known = ns.n > 0 ? cut_ident_namespace(ns) : NULL;
    cut_str rest = value;
    bool has_one = cut_ident_namespace(cut_str_split(&rest, ':')) && rest.p;
    if (!known || has_one || value.n == 0) {
        cut_feed_add(p, CUT_LIST_ID, ";", value);
        return;
    }
    const char *whole =
        cut_arena_printf(&p->rows->page->arena, "%s:%.*s", known, CUT_FMT(cut_str_trim(value)));
    p->lost |= !whole;
    cut_feed_add(p, CUT_LIST_ID, ";", cut_str_from(whole));
}

/* What stands behind the last of the signs that part a URI, without a query. */
static cut_str last_part(cut_str uri, const char *signs)
{
    size_t end = cut_str_find_char(uri, '?', 0);
    uri = cut_str_slice(uri, 0, end);
    while (uri.n > 0 && strchr(signs, uri.p[uri.n - 1]))
        uri.n--;
    size_t start = uri.n;
    while (start > 0 && !strchr(signs, uri.p[start - 1]))
        start--;
    return cut_str_slice(uri, start, uri.n);
}

/* Reuters writes "tag:reuters.com,2016:newsml_RTX2CGS3" and a version behind a colon or hash. */
void cut_feed_add_uri(cut_feed_picture *p, cut_str uri)
{
    static const cut_str prefixes[] = {{"newsml_", 7}, {"newsml-", 7}, {"photo-", 6}};
    uri = cut_str_slice(uri, 0, cut_str_find_char(uri, '#', 0));
    if (cut_str_starts(uri, CUT_STR("cutline:")))
        return; /* a sheet of ours: its IDs stand beside it */
    cut_str id = last_part(uri, "/:");
    if (id.n <= 3 && cut_str_all_digits(id)) /* a version */
        id = last_part(cut_str_slice(uri, 0, (size_t)(id.p - uri.p)), "/:");
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (cut_str_starts(id, prefixes[i]))
            id = cut_str_slice(id, prefixes[i].n, id.n);
    cut_feed_add(p, CUT_LIST_ID, ";", id);
}

void cut_feed_set_file(cut_feed_picture *p, cut_str href)
{
    cut_feed_set(p, CUT_LIST_FILE, last_part(href, "/"));
}

cutline_status cut_feed_finish(cut_feed_picture *p, size_t number, cutline_error *err)
{
    /* IPTC maps special instructions to usage terms and editorial notes alike: what forbids
     * something may stand in either. */
    cut_feed_add(p, CUT_LIST_INSTRUCTIONS, ". ", p->cells[CUT_LIST_USAGE]);
    if (p->lost)
        return cut_no_memory(err);
    return cut_list_rows_add(p->rows, number, p->cells, CUT_LIST_ROLES, err);
}

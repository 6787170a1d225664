/* A query as it was understood. */
#include "query/fields.h"
#include "record/fields.h"

static void print_quoted(cut_buf *out, cut_str text)
{
    cut_buf_char(out, '"');
    cut_buf_str_add(out, text);
    cut_buf_char(out, '"');
}

static const char *name_of(const cut_query_node *node)
{
    const char *name = cut_query_part_names[node->part];
    return node->field >= 0 ? cut_fields[node->field].info.name : name;
}

/* Without a name: in any of the usual places. */
static void print_text(const cut_query_node *node, cut_buf *out)
{
    const char *name = name_of(node);
    if (node->match == CUT_MATCH_SOME) {
        cut_buf_printf(out, "has:%s", name);
        return;
    }
    if (name)
        cut_buf_printf(out, "%s:", name);
    if (node->match == CUT_MATCH_REGEX) {
        cut_buf_printf(out, "/%.*s/", CUT_FMT(node->text));
        cut_buf_z(out, cut_regex_any_case(node->regex) ? "i" : "");
    } else if (node->match == CUT_MATCH_EXACT) {
        cut_buf_char(out, '=');
        print_quoted(out, node->text);
    } else {
        print_quoted(out, node->words);
        cut_buf_z(out, node->prefix ? "*" : "");
    }
}

static void print_media(const cut_query_node *node, cut_buf *out)
{
    for (size_t i = 0; i < node->id_count; i++)
        cut_buf_printf(out, "%s%s:%s", i > 0 ? "|" : "media:", node->ids[i].ns, node->ids[i].id);
}

/* The end of a period has a DEL behind it. */
static void print_span(const cut_query_node *node, cut_buf *out)
{
    const char *from = node->from ? node->from : "";
    cut_str to = cut_str_from(node->before);
    if (to.n > 0)
        to.n--;
    cut_buf_z(out, from);
    if (!cut_str_eq(cut_str_from(from), to))
        cut_buf_printf(out, "..%.*s", CUT_FMT(to));
}

static void print_period(const cut_query_node *node, cut_buf *out)
{
    if (node->clock == CUT_CLOCK_FIELD)
        cut_buf_printf(out, "%s:", cut_fields[node->field].info.name);
    else
        cut_buf_z(out, node->clock == CUT_CLOCK_TAKEN ? "date:" : "imported:");
    print_span(node, out);
}

static void print_right(const cut_query_node *node, cut_buf *out)
{
    cut_buf_printf(out, "rights:%s", node->right);
    if (node->text.n > 0) {
        cut_buf_char(out, ':');
        print_quoted(out, node->text);
    }
    if (node->from || node->before) {
        cut_buf_char(out, ':');
        print_span(node, out);
    }
}

static void print_flag(const cut_query_node *node, cut_buf *out)
{
    for (size_t i = 0; i < cut_query_flag_count; i++) {
        const cut_query_flag_row *row = &cut_query_flags[i];
        if (row->flag != node->flag)
            continue;
        cut_buf_printf(out, "%s:%s", row->group == CUT_FORM_IS ? "is" : "has", row->name);
        return;
    }
}

static void print_children(const cut_query_node *node, cut_buf *out)
{
    cut_buf_char(out, '(');
    for (const cut_query_node *child = node->first; child; child = child->next) {
        cut_query_print_node(child, out);
        if (child->next)
            cut_buf_z(out, node->kind == CUT_QUERY_OR ? " or " : " ");
    }
    cut_buf_char(out, ')');
}

void cut_query_print_node(const cut_query_node *node, cut_buf *out)
{
    switch (node->kind) {
    case CUT_QUERY_ALL:
        break;
    case CUT_QUERY_AND:
    case CUT_QUERY_OR:
        print_children(node, out);
        break;
    case CUT_QUERY_NOT:
        cut_buf_char(out, '-');
        cut_query_print_node(node->first, out);
        break;
    case CUT_QUERY_TEXT:
        print_text(node, out);
        break;
    case CUT_QUERY_MEDIA:
        print_media(node, out);
        break;
    case CUT_QUERY_PERIOD:
        print_period(node, out);
        break;
    case CUT_QUERY_FLAG:
        print_flag(node, out);
        break;
    case CUT_QUERY_RIGHT:
        print_right(node, out);
        break;
    }
}

static const char *sort_name(const cut_query_sort *sort)
{
    size_t i = 0;
    if (sort->key == CUT_SORT_FIELD)
        return cut_fields[sort->field].info.name;
    while (cut_query_sorts[i].key != sort->key)
        i++;
    return cut_query_sorts[i].name;
}

void cut_query_print(const cut_query *query, cut_buf *out)
{
    cut_query_print_node(query->tree, out);
    for (size_t i = 0; i < query->sort_count; i++)
        cut_buf_printf(out, "%ssort:%s%s", out->n > 0 ? " " : "", sort_name(&query->sorts[i]),
                       query->sorts[i].down ? "-" : "");
    if (query->limit > 0)
        cut_buf_printf(out, "%slimit:%llu", out->n > 0 ? " " : "",
                       (unsigned long long)query->limit);
}

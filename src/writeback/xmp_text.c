#include "writeback/xmp_text.h"

#include "meta/xmp.h"

const char *cut_xmp_uri(const char *prefix)
{
    const cut_xmp_namespace *known = cut_xmp_namespace_by(cut_str_from(prefix));
    return known ? known->uri : "";
}

cut_xmp_property cut_xmp_property_of(const cut_change *change)
{
    const cut_field_row *row = change->row;
    return (cut_xmp_property){.prefix = row->xmp_prefix,
                              .name = row->xmp_name,
                              .member = row->xmp_member,
                              .kind = row->info.kind,
                              .codec = row->codec,
                              .values = change->values,
                              .count = change->count};
}

/* XML 1.0, 2.4 and 2.11: a bare carriage return would come back as a line feed, in attributes all
 * white space as blanks (3.3.3). */
static const char *reference(char c, bool attribute)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#xD;";
    case '"':
        return attribute ? "&quot;" : NULL;
    case '\'':
        return attribute ? "&apos;" : NULL;
    case '\n':
        return attribute ? "&#xA;" : NULL;
    case '\t':
        return attribute ? "&#x9;" : NULL;
    default:
        return NULL;
    }
}

void cut_xmp_escape(cut_buf *out, cut_str text, bool attribute)
{
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char *name = reference(text.p[i], attribute);
        if (!name)
            continue;
        cut_buf_str_add(out, cut_str_slice(text, from, i));
        cut_buf_z(out, name);
        from = i + 1;
    }
    cut_buf_str_add(out, cut_str_slice(text, from, text.n));
}

/* "2.8" as "28/10" (XMP part 2, Rational). False if the text is no plain decimal number. */
static bool put_fraction(cut_buf *out, cut_str text)
{
    size_t point = cut_str_find_char(text, '.', 0), digits = 0;
    cut_str rest = text.n > 0 && text.p[0] == '-' ? cut_str_slice(text, 1, text.n) : text;
    for (size_t i = 0; i < rest.n; i++)
        if (!cut_is_digit(rest.p[i]) && rest.p[i] != '.')
            return false;
    if (rest.n == 0)
        return false;
    if (point == SIZE_MAX)
        point = text.n;
    cut_buf_str_add(out, cut_str_slice(text, 0, point));
    for (size_t i = point + 1; i < text.n; i++, digits++)
        cut_buf_char(out, text.p[i]);
    cut_buf_z(out, "/1");
    while (digits-- > 0)
        cut_buf_char(out, '0');
    return true;
}

static bool is_rational(unsigned char codec)
{
    return codec == CUT_CODEC_RATIONAL || codec == CUT_CODEC_EXPOSURE;
}

void cut_xmp_simple(cut_buf *out, const cut_xmp_property *p, bool attribute)
{
    cut_str text = cut_str_from(p->values[0].text);
    if (!is_rational(p->codec) || !put_fraction(out, text))
        cut_xmp_escape(out, text, attribute);
}

/* A prefix that a scope has, else the usual one, for which *declared is false. */
cut_str cut_xmp_prefix_in(const cut_packet_binding *scope, const char *prefix, bool *declared)
{
    cut_str known = cut_packet_prefix(scope, cut_str_from(cut_xmp_uri(prefix)));
    *declared = known.p != NULL;
    return *declared ? known : cut_str_from(prefix);
}

/* "<p:name" with the declaration that is missing; returns the prefix. */
static cut_str open_tag(cut_buf *out, const cut_packet_binding *scope, const char *prefix,
                        const char *name)
{
    bool declared;
    cut_str p = cut_xmp_prefix_in(scope, prefix, &declared);
    cut_buf_printf(out, "<%.*s:%s", CUT_FMT(p), name);
    if (!declared)
        cut_buf_printf(out, " xmlns:%s=\"%s\"", prefix, cut_xmp_uri(prefix));
    return p;
}

static void close_tag(cut_buf *out, cut_str prefix, const char *name)
{
    cut_buf_printf(out, "</%.*s:%s>", CUT_FMT(prefix), name);
}

void cut_xmp_item(cut_buf *out, const cutline_value *value, cut_str rdf)
{
    cut_buf_printf(out, "<%.*s:li", CUT_FMT(rdf));
    if (value->lang) {
        cut_buf_z(out, " xml:lang=\"");
        cut_xmp_escape(out, cut_str_from(value->lang), true);
        cut_buf_char(out, '"');
    }
    cut_buf_char(out, '>');
    cut_xmp_escape(out, cut_str_from(value->text), false);
    cut_buf_printf(out, "</%.*s:li>", CUT_FMT(rdf));
}

/* Members of IPTC structures: of PLUS ones they are PLUS properties, coordinates are those of EXIF,
 * and of creators' contact details IPTC Core's (IPTC Photo Metadata 2023.2, chapter on data types).
 */
static const char *member_prefix(const cut_xmp_property *p, const char *member)
{
    if (strncmp(member, "GPS", 3) == 0)
        return "exif";
    if (strcmp(p->prefix, "plus") == 0)
        return "plus";
    /* "CiEmailWork", but "City" */
    bool contact = strncmp(member, "Ci", 2) == 0 && cut_is_upper(member[2]);
    return contact ? "Iptc4xmpCore" : "Iptc4xmpExt";
}

static void put_members(cut_buf *out, const cut_xmp_property *p, const cutline_value *value,
                        const cut_packet_binding *scope, cut_str rdf);

/* A value inside a list: a text or a structure. */
static void put_item(cut_buf *out, const cut_xmp_property *p, const cutline_value *value,
                     const cut_packet_binding *scope, cut_str rdf)
{
    if (value->text) {
        cut_xmp_item(out, value, rdf);
        return;
    }
    cut_buf_printf(out, "<%.*s:li %.*s:parseType=\"Resource\">", CUT_FMT(rdf), CUT_FMT(rdf));
    put_members(out, p, value, scope, rdf);
    cut_buf_printf(out, "</%.*s:li>", CUT_FMT(rdf));
}

static void put_list(cut_buf *out, const cut_xmp_property *p, const cutline_value *values, size_t n,
                     const char *container, const cut_packet_binding *scope, cut_str rdf)
{
    cut_buf_printf(out, "<%.*s:%s>", CUT_FMT(rdf), container);
    for (size_t i = 0; i < n; i++)
        put_item(out, p, &values[i], scope, rdf);
    cut_buf_printf(out, "</%.*s:%s>", CUT_FMT(rdf), container);
}

static void put_member(cut_buf *out, const cut_xmp_property *p, const cutline_member *m,
                       const cut_packet_binding *scope, cut_str rdf)
{
    cut_str prefix = open_tag(out, scope, member_prefix(p, m->name), m->name);
    const cutline_value *first = m->values;
    bool list = m->is_list || m->count > 1 || first->lang;
    if (list) {
        cut_buf_char(out, '>');
        put_list(out, p, m->values, m->count, first->lang ? "Alt" : "Bag", scope, rdf);
    } else if (first->text) {
        cut_buf_char(out, '>');
        cut_xmp_escape(out, cut_str_from(first->text), false);
    } else {
        cut_buf_printf(out, " %.*s:parseType=\"Resource\">", CUT_FMT(rdf));
        put_members(out, p, first, scope, rdf);
    }
    close_tag(out, prefix, m->name);
}

static void put_members(cut_buf *out, const cut_xmp_property *p, const cutline_value *value,
                        const cut_packet_binding *scope, cut_str rdf)
{
    for (size_t i = 0; i < value->member_count; i++)
        if (value->members[i].count > 0)
            put_member(out, p, &value->members[i], scope, rdf);
}

/* XMP part 1, 8.4: creators are in order, everything else IPTC lists is not. */
static const char *usual_container(const cut_xmp_property *p)
{
    return strcmp(p->prefix, "dc") == 0 && strcmp(p->name, "creator") == 0 ? "Seq" : "Bag";
}

/* Language alternatives: the x-default comes first (XMP part 1, 8.2.2.4). */
static void put_alternatives(cut_buf *out, const cut_xmp_property *p, cut_str rdf)
{
    cut_buf_printf(out, "<%.*s:Alt>", CUT_FMT(rdf));
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < p->count; i++) {
            cutline_value v = p->values[i];
            if (!v.lang)
                v.lang = "x-default";
            if (v.text && (strcmp(v.lang, "x-default") == 0) == (pass == 0))
                cut_xmp_item(out, &v, rdf);
        }
    cut_buf_printf(out, "</%.*s:Alt>", CUT_FMT(rdf));
}

void cut_xmp_element(cut_buf *out, const cut_xmp_property *p, const cut_packet_binding *scope,
                     cut_str container)
{
    cut_str rdf = cut_packet_prefix(scope, CUT_RDF_NS);
    cut_str prefix = open_tag(out, scope, p->prefix, p->name);
    bool sequence = cut_str_eq(container, CUT_STR("Seq"));
    const char *list = container.n == 0 ? usual_container(p) : sequence ? "Seq" : "Bag";
    switch (p->kind) {
    case CUTLINE_KIND_TEXT:
    case CUTLINE_KIND_DATE:
        cut_buf_char(out, '>');
        cut_xmp_simple(out, p, false);
        break;
    case CUTLINE_KIND_LANG_ALT:
        cut_buf_char(out, '>');
        put_alternatives(out, p, rdf);
        break;
    case CUTLINE_KIND_LIST:
    case CUTLINE_KIND_STRUCTS:
        cut_buf_char(out, '>');
        put_list(out, p, p->values, p->count, list, scope, rdf);
        break;
    case CUTLINE_KIND_STRUCT:
        cut_buf_printf(out, " %.*s:parseType=\"Resource\">", CUT_FMT(rdf));
        put_members(out, p, p->values, scope, rdf);
        break;
    }
    close_tag(out, prefix, p->name);
}

void cut_xmp_member_element(cut_buf *out, const cut_xmp_property *p,
                            const cut_packet_binding *scope)
{
    cut_str prefix = open_tag(out, scope, p->prefix, p->member);
    cut_buf_char(out, '>');
    cut_xmp_simple(out, p, false);
    close_tag(out, prefix, p->member);
}

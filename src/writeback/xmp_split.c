#include "writeback/xmp_split.h"

#include "base/buf.h"
#include "base/digest.h"
#include "base/limits.h"
#include "meta/xmp_tree.h"
#include "writeback/xmp_text.h"

#include <stdlib.h>

/* The end of the wrapper, and the property that names the extension, with room to spare. */
#define OVERHEAD_BYTES 256

static const char empty_extension[] =
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF></x:xmpmeta>";

typedef struct splitter {
    cut_arena *arena;
    cut_str text;
    const cut_packet_element *root, *rdf;
    CUT_VEC(const cut_packet_element *) moved; /* by size, then by place */
} splitter;

static const cut_packet_element *rdf_of(const cut_packet_element *root)
{
    if (cut_str_eq(root->ns, CUT_RDF_NS))
        return root;
    for (const cut_packet_element *c = root->child; c; c = c->next)
        if (cut_str_eq(c->ns, CUT_RDF_NS) && cut_str_eq(c->local, CUT_STR("RDF")))
            return c;
    return NULL;
}

static cutline_status read_tree(cut_arena *arena, cut_str text, const cut_packet_element **root,
                                const cut_packet_element **rdf, cutline_error *err)
{
    cut_packet_element *found;
    cutline_status status = cut_packet_tree(arena, text, &found, err);
    if (status != CUTLINE_OK)
        return status;
    *root = found;
    *rdf = rdf_of(found);
    return *rdf ? CUTLINE_OK : cut_fail(err, CUTLINE_MALFORMED, "XMP holds no rdf:RDF");
}

static int by_size(const void *x, const void *y)
{
    const cut_packet_element *a = *(const cut_packet_element *const *)x;
    const cut_packet_element *b = *(const cut_packet_element *const *)y;
    size_t m = a->end - a->start, n = b->end - b->start;
    return m > n ? -1 : m < n;
}

static int by_place(const void *x, const void *y)
{
    const cut_packet_element *a = *(const cut_packet_element *const *)x;
    const cut_packet_element *b = *(const cut_packet_element *const *)y;
    return a->start < b->start ? -1 : a->start > b->start;
}

/* Chooses what moves. */
static cutline_status choose(splitter *s, size_t max, cutline_error *err)
{
    size_t left = s->root->end + OVERHEAD_BYTES, n = 0;
    for (const cut_packet_element *node = s->rdf->child; node; node = node->next)
        for (const cut_packet_element *p = node->child; p; p = p->next)
            if (!CUT_PUSH(s->arena, &s->moved, p))
                return cut_no_memory(err);
    if (s->moved.n > 0)
        qsort(s->moved.v, s->moved.n, sizeof *s->moved.v, by_size);
    while (left > max && n < s->moved.n) {
        left -= s->moved.v[n]->end - s->moved.v[n]->start;
        n++;
    }
    s->moved.n = n;
    if (left > max)
        return cut_fail(err, CUTLINE_LIMIT, "XMP does not fit the %zu bytes of a JPEG segment",
                        max);
    if (n > 0)
        qsort(s->moved.v, n, sizeof *s->moved.v, by_place);
    return CUTLINE_OK;
}

static bool is_declared(const cut_packet_binding *from, const cut_packet_binding *to)
{
    for (; from != to; from = from->next)
        if (cut_str_eq(from->prefix, to->prefix))
            return true;
    return false;
}

/* A node around a property, with all declarations that it stood under. */
static void put_node(const splitter *s, const cut_packet_element *p, cut_buf *out)
{
    const cut_packet_binding *scope = p->parent->scope;
    cut_str rdf = cut_packet_prefix(scope, CUT_RDF_NS);
    cut_buf_printf(out, "<%.*s:Description %.*s:about=\"", CUT_FMT(rdf), CUT_FMT(rdf));
    const cut_packet_attribute *about =
        cut_packet_attribute_of(p->parent, CUT_RDF_NS, CUT_STR("about"));
    if (about)
        cut_xmp_escape(out, about->value, true);
    cut_buf_char(out, '"');
    for (const cut_packet_binding *b = scope; b; b = b->next) {
        if (is_declared(scope, b))
            continue;
        cut_buf_printf(out, b->prefix.n > 0 ? " xmlns:%.*s=\"" : " xmlns%.*s=\"",
                       CUT_FMT(b->prefix));
        cut_xmp_escape(out, b->uri, true);
        cut_buf_char(out, '"');
    }
    cut_buf_char(out, '>');
    cut_buf_str_add(out, cut_str_slice(s->text, p->start, p->end));
    cut_buf_printf(out, "</%.*s:Description>", CUT_FMT(rdf));
}

static cutline_status take(cut_arena *arena, cut_buf *bytes, cut_view *out, cutline_error *err)
{
    char *copy = cut_buf_ok(bytes) ? cut_arena_copy(arena, cut_buf_str(bytes)) : NULL;
    *out = (cut_view){(const uint8_t *)copy, bytes->n};
    return copy ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status make_main(const splitter *s, cut_view *out, cutline_error *err)
{
    cut_buf packet;
    size_t at = 0;
    cut_buf_init(&packet, CUT_MAX_BLOCK_BYTES);
    for (size_t i = 0; i < s->moved.n; i++) {
        cut_buf_str_add(&packet, cut_str_slice(s->text, at, s->moved.v[i]->start));
        at = s->moved.v[i]->end;
    }
    cut_buf_str_add(&packet, cut_str_slice(s->text, at, s->text.n));
    cutline_status status = take(s->arena, &packet, out, err);
    cut_buf_release(&packet);
    return status;
}

static cutline_status make_extension(const splitter *s, cut_view old, cut_view *out,
                                     cutline_error *err)
{
    const cut_packet_element *root, *rdf;
    cut_str text = old.n > 0 ? cut_str_of_view(old) : cut_str_from(empty_extension);
    cut_buf packet;
    cutline_status status = read_tree(s->arena, text, &root, &rdf, err);
    if (status != CUTLINE_OK)
        return status;
    if (rdf->empty)
        return cut_fail(err, CUTLINE_MALFORMED, "the extended XMP is empty");
    cut_buf_init(&packet, CUT_MAX_BLOCK_BYTES);
    cut_buf_str_add(&packet, cut_str_slice(text, 0, rdf->close));
    for (size_t i = 0; i < s->moved.n; i++)
        put_node(s, s->moved.v[i], &packet);
    cut_buf_str_add(&packet, cut_str_slice(text, rdf->close, root->end));
    status = take(s->arena, &packet, out, err);
    cut_buf_release(&packet);
    return status;
}

cutline_status cut_xmp_split(cut_arena *arena, cut_view packet, cut_view old, size_t max,
                             cut_view *main_packet, cut_view *extension, cutline_error *err)
{
    splitter s = {.arena = arena, .text = cut_str_of_view(packet)};
    cutline_status status = read_tree(arena, s.text, &s.root, &s.rdf, err);
    if (status == CUTLINE_OK)
        status = choose(&s, max, err);
    if (status == CUTLINE_OK)
        status = make_main(&s, main_packet, err);
    return status == CUTLINE_OK ? make_extension(&s, old, extension, err) : status;
}

void cut_xmp_guid(cut_view extension, char guid[33])
{
    uint8_t md5[CUT_MD5_BYTES];
    cut_md5(extension, md5);
    cut_hex(md5, sizeof md5, guid);
    for (char *c = guid; *c; c++)
        *c = cut_to_upper(*c);
}

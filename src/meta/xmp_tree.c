#include "meta/xmp_tree.h"

#include "base/limits.h"
#include "meta/xmp.h"

#include <expat.h>

typedef struct builder {
    XML_Parser parser;
    cut_arena *arena;
    cut_str text;
    cut_packet_element *root, *open;
    const cut_packet_binding *scope;
    size_t depth, count;
    bool done; /* the root element has ended */
    bool no_memory;
    const char *stop; /* why reading must stop, else NULL */
} builder;

static bool stopped(const builder *b)
{
    return b->done || b->no_memory || b->stop;
}

static void stop_if_needed(builder *b)
{
    if (stopped(b))
        (void)XML_StopParser(b->parser, XML_FALSE);
}

static cut_str keep(builder *b, cut_str s)
{
    char *copy = cut_arena_copy(b->arena, s);
    b->no_memory |= !copy;
    return (cut_str){copy, copy ? s.n : 0};
}

static const cut_packet_binding *find_prefix(const cut_packet_binding *scope, cut_str prefix)
{
    for (; scope; scope = scope->next)
        if (cut_str_eq(scope->prefix, prefix))
            return scope;
    return NULL;
}

/* A prefix that was never declared means what it usually means, as in xmp.c. */
static cut_str namespace_of(const cut_packet_binding *scope, cut_str prefix)
{
    const cut_packet_binding *binding = find_prefix(scope, prefix);
    if (binding)
        return binding->uri;
    const cut_xmp_namespace *known = prefix.n > 0 ? cut_xmp_namespace_by(prefix) : NULL;
    return cut_str_from(known ? known->uri : NULL);
}

static void resolve(const cut_packet_binding *scope, cut_str name, bool is_attribute, cut_str *ns,
                    cut_str *local)
{
    size_t colon = cut_str_find_char(name, ':', 0);
    bool prefixed = colon != SIZE_MAX;
    cut_str prefix = prefixed ? cut_str_slice(name, 0, colon) : (cut_str){NULL, 0};
    *local = prefixed ? cut_str_slice(name, colon + 1, name.n) : name;
    *ns = is_attribute && !prefixed ? (cut_str){NULL, 0} : namespace_of(scope, prefix);
}

/* "xmlns" or "xmlns:p" gives true and the prefix. */
static bool is_declaration(cut_str name, cut_str *prefix)
{
    *prefix = cut_str_slice(name, 6, name.n);
    return cut_str_eq(name, CUT_STR("xmlns")) || cut_str_starts(name, CUT_STR("xmlns:"));
}

static void bind_all(builder *b, const XML_Char **attributes)
{
    for (size_t i = 0; attributes[i] && !b->no_memory; i += 2) {
        cut_str prefix;
        if (!is_declaration(cut_str_from(attributes[i]), &prefix))
            continue;
        cut_packet_binding *binding = CUT_NEW(b->arena, cut_packet_binding);
        b->no_memory |= !binding;
        if (!binding)
            return;
        *binding = (cut_packet_binding){.prefix = keep(b, prefix),
                                        .uri = keep(b, cut_str_from(attributes[i + 1])),
                                        .next = (cut_packet_binding *)(uintptr_t)b->scope};
        b->scope = binding;
    }
}

/* Places of the next attribute in a start tag that expat has found well formed. */
static void place_attribute(cut_str text, size_t *at, cut_packet_attribute *out)
{
    out->at = *at;
    size_t i = cut_str_find_char(text, '=', *at) + 1;
    while (cut_is_space(text.p[i]))
        i++;
    out->value_at = i + 1;
    out->value_end = cut_str_find_char(text, text.p[i], i + 1);
    out->end = out->value_end + 1;
    *at = out->end;
}

static void add_attributes(builder *b, cut_packet_element *e, const XML_Char **attributes)
{
    cut_packet_attribute **link = &e->attributes;
    size_t at = e->start + 1 + e->tag.n;
    for (size_t i = 0; attributes[i] && !b->no_memory; i += 2) {
        cut_str name = cut_str_from(attributes[i]), prefix;
        cut_packet_attribute a = {0};
        place_attribute(b->text, &at, &a);
        if (is_declaration(name, &prefix))
            continue;
        resolve(e->scope, name, true, &a.ns, &a.local);
        a.local = keep(b, a.local);
        a.value = keep(b, cut_str_from(attributes[i + 1]));
        *link = CUT_NEW(b->arena, cut_packet_attribute);
        b->no_memory |= !*link;
        if (!*link)
            return;
        **link = a;
        link = &(*link)->next;
    }
}

static void add_child(builder *b, cut_packet_element *e)
{
    e->parent = b->open;
    if (!b->open)
        b->root = e;
    else if (b->open->last)
        b->open->last->next = e;
    else
        b->open->child = e;
    if (b->open)
        b->open->last = e;
    b->open = e;
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    builder *b = context;
    if (stopped(b))
        return;
    cut_packet_element *e = CUT_NEW(b->arena, cut_packet_element);
    if (++b->depth > CUT_MAX_XMP_DEPTH || ++b->count > CUT_MAX_XMP_NODES)
        b->stop = "more elements, or deeper ones, than the limit";
    b->no_memory |= !e;
    if (e && !b->stop) {
        bind_all(b, attributes);
        e->scope = b->scope;
        e->start = (size_t)XML_GetCurrentByteIndex(b->parser);
        e->inside = e->start + (size_t)XML_GetCurrentByteCount(b->parser);
        e->empty = b->text.p[e->inside - 2] == '/';
        e->tag = cut_str_slice(b->text, e->start + 1, e->start + 1 + strlen(name));
        resolve(e->scope, e->tag, false, &e->ns, &e->local);
        add_attributes(b, e, attributes);
        add_child(b, e);
    }
    stop_if_needed(b);
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
    builder *b = context;
    (void)name;
    if (stopped(b))
        return;
    cut_packet_element *e = b->open;
    size_t at = (size_t)XML_GetCurrentByteIndex(b->parser);
    e->close = e->empty ? e->inside : at;
    e->end = e->empty ? e->inside : at + (size_t)XML_GetCurrentByteCount(b->parser);
    b->open = e->parent;
    b->scope = e->parent ? e->parent->scope : NULL;
    b->done = --b->depth == 0;
    stop_if_needed(b);
}

static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int has_subset)
{
    builder *b = context;
    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    b->stop = "a document type declaration is refused";
    stop_if_needed(b);
}

cutline_status cut_packet_tree(cut_arena *arena, cut_str text, cut_packet_element **root,
                               cutline_error *err)
{
    builder b = {.arena = arena, .text = text};
    *root = NULL;
    if (text.n > CUT_MAX_BLOCK_BYTES)
        return cut_fail(err, CUTLINE_LIMIT, "XMP: %zu bytes are more than the limit", text.n);
    b.parser = XML_ParserCreate("UTF-8");
    if (!b.parser)
        return cut_no_memory(err);
    XML_SetUserData(b.parser, &b);
    XML_SetElementHandler(b.parser, on_start, on_end);
    XML_SetStartDoctypeDeclHandler(b.parser, on_doctype);
    (void)XML_Parse(b.parser, text.p, (int)text.n, XML_TRUE);
    enum XML_Error code = XML_GetErrorCode(b.parser);
    long long at = (long long)XML_GetCurrentByteIndex(b.parser);
    XML_ParserFree(b.parser);
    if (b.no_memory || code == XML_ERROR_NO_MEMORY)
        return cut_no_memory(err);
    if (!b.done)
        return cut_fail(err, CUTLINE_MALFORMED, "XMP cannot be edited: %s at its byte %lld",
                        b.stop ? b.stop : XML_ErrorString(code), at);
    *root = b.root;
    return CUTLINE_OK;
}

cut_str cut_packet_prefix(const cut_packet_binding *scope, cut_str uri)
{
    for (const cut_packet_binding *b = scope; b; b = b->next)
        if (b->prefix.n > 0 && cut_str_eq(b->uri, uri) && find_prefix(scope, b->prefix) == b)
            return b->prefix;
    return (cut_str){NULL, 0};
}

cut_packet_attribute *cut_packet_attribute_of(const cut_packet_element *e, cut_str ns,
                                              cut_str local)
{
    for (cut_packet_attribute *a = e->attributes; a; a = a->next)
        if (cut_str_eq(a->ns, ns) && cut_str_eq(a->local, local))
            return a;
    return NULL;
}

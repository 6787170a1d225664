/*
 * XMP packets. expat reads the XML; namespaces are resolved here and not by expat, so that a packet
 * with a prefix that was never declared is read and not refused. What the elements mean is told by
 * xmp_rdf.c.
 */
#include "meta/xmp.h"

#include "base/error.h"
#include "base/limits.h"
#include "meta/xmp_encoding.h"
#include "meta/xmp_rdf.h"

#include <expat.h>

typedef struct binding {
    cut_str declared; /* prefix as declared, empty for the default namespace */
    cut_str uri;
    const char *prefix; /* usual prefix of the URI, or NULL */
    size_t depth;       /* of the element that declares it */
} binding;

typedef struct packet {
    XML_Parser parser;
    cut_arena *arena;
    cut_rdf rdf;
    CUT_VEC(binding) bindings;
    CUT_VEC(cut_xmp_attribute) attributes; /* of the current element */
    size_t depth;
    bool done;      /* the root element has ended */
    bool no_memory; /* outside of rdf */
} packet;

static bool stopped(const packet *p)
{
    return p->done || p->no_memory || p->rdf.no_memory || p->rdf.stop;
}

static void stop_if_needed(packet *p)
{
    if (stopped(p))
        (void)XML_StopParser(p->parser, XML_FALSE);
}

/* The namespace as it is usually written where it is known, else a copy. */
static void set_namespace(packet *p, binding *b, cut_str uri)
{
    const cut_xmp_namespace *known = cut_xmp_namespace_of(uri);
    b->prefix = known ? known->prefix : NULL;
    const char *copy = known ? known->uri : cut_arena_copy(p->arena, uri);
    if (!copy)
        p->no_memory = true;
    b->uri = cut_str_from(copy);
}

static void bind(packet *p, cut_str declared, cut_str uri)
{
    char *copy = cut_arena_copy(p->arena, declared);
    binding b = {.declared = {copy, declared.n}, .depth = p->depth};
    if (p->bindings.n >= CUT_MAX_XMP_PREFIXES) {
        p->rdf.stop = "more namespace prefixes than the limit";
        return;
    }
    set_namespace(p, &b, uri);
    if (!copy || !CUT_PUSH(p->arena, &p->bindings, b))
        p->no_memory = true;
}

/* "xmlns" or "xmlns:prefix". */
static bool is_declaration(const XML_Char *name)
{
    return strncmp(name, "xmlns", 5) == 0 && (name[5] == ':' || name[5] == '\0');
}

static void bind_declarations(packet *p, const XML_Char **attributes)
{
    for (size_t i = 0; attributes[i]; i += 2) {
        if (!is_declaration(attributes[i]))
            continue;
        cut_str prefix = attributes[i][5] ? cut_str_from(attributes[i] + 6) : (cut_str){NULL, 0};
        bind(p, prefix, cut_str_from(attributes[i + 1]));
    }
}

/* The innermost declaration of a prefix (empty: of the default namespace), or NULL. */
static const binding *find_binding(const packet *p, cut_str declared)
{
    for (size_t i = p->bindings.n; i > 0; i--)
        if (p->bindings.v[i - 1].declared.n == declared.n &&
            cut_str_eq(p->bindings.v[i - 1].declared, declared))
            return &p->bindings.v[i - 1];
    return NULL;
}

/* A prefix that was never declared means what it usually means. */
static cut_xmp_name guess_namespace(cut_str declared, cut_str local)
{
    const cut_xmp_namespace *known = declared.n > 0 ? cut_xmp_namespace_by(declared) : NULL;
    if (!known)
        return (cut_xmp_name){.local = local};
    return (cut_xmp_name){.ns = cut_str_from(known->uri), .prefix = known->prefix, .local = local};
}

static cut_xmp_name resolve(const packet *p, cut_str all, bool is_attribute)
{
    size_t colon = cut_str_find_char(all, ':', 0);
    cut_str declared = colon == SIZE_MAX ? (cut_str){NULL, 0} : cut_str_slice(all, 0, colon);
    cut_str local = colon == SIZE_MAX ? all : cut_str_slice(all, colon + 1, all.n);
    if (declared.n == 0 && is_attribute) /* such attributes have no namespace */
        return (cut_xmp_name){.local = local};
    const binding *b = find_binding(p, declared);
    if (b)
        return (cut_xmp_name){.ns = b->uri, .prefix = b->prefix, .local = local};
    return guess_namespace(declared, local);
}

static void collect_attributes(packet *p, const XML_Char **attributes)
{
    p->attributes.n = 0;
    for (size_t i = 0; attributes[i]; i += 2) {
        if (is_declaration(attributes[i]))
            continue;
        cut_xmp_attribute a = {.name = resolve(p, cut_str_from(attributes[i]), true),
                               .value = cut_str_from(attributes[i + 1])};
        if (!CUT_PUSH(p->arena, &p->attributes, a))
            p->no_memory = true;
    }
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    packet *p = context;
    if (stopped(p))
        return;
    p->depth++;
    bind_declarations(p, attributes);
    collect_attributes(p, attributes);
    if (!stopped(p))
        cut_rdf_start(&p->rdf, resolve(p, cut_str_from(name), false), p->attributes.v,
                      p->attributes.n);
    stop_if_needed(p);
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
    packet *p = context;
    (void)name;
    if (stopped(p))
        return;
    cut_rdf_end(&p->rdf);
    while (p->bindings.n > 0 && p->bindings.v[p->bindings.n - 1].depth == p->depth)
        p->bindings.n--;
    p->done = --p->depth == 0; /* what follows is padding or junk */
    stop_if_needed(p);
}

static void XMLCALL on_text(void *context, const XML_Char *text, int n)
{
    packet *p = context;
    if (stopped(p))
        return;
    cut_rdf_text(&p->rdf, (cut_str){text, (size_t)n});
    stop_if_needed(p);
}

/* XMP has no DTD (ISO 16684-1, 7.3); one in a packet is an attack or a mistake. */
static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int has_subset)
{
    packet *p = context;
    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    p->rdf.stop = "a document type declaration is refused";
    stop_if_needed(p);
}

static void report(const packet *p, uint64_t base, cut_findings *findings)
{
    const char *why = p->rdf.stop ? p->rdf.stop : XML_ErrorString(XML_GetErrorCode(p->parser));
    cut_finding_add(
        findings, "xmp-damaged", NULL, "byte %llu: XMP: %s; what stands before is read",
        (unsigned long long)base + (unsigned long long)XML_GetCurrentByteIndex(p->parser), why);
}

static void run(packet *p, cut_str text, uint64_t base, cut_findings *findings)
{
    XML_SetUserData(p->parser, p);
    XML_SetElementHandler(p->parser, on_start, on_end);
    XML_SetCharacterDataHandler(p->parser, on_text);
    XML_SetStartDoctypeDeclHandler(p->parser, on_doctype);
    enum XML_Status status = XML_Parse(p->parser, text.p, (int)text.n, XML_TRUE);
    if (status != XML_STATUS_OK && !p->done && !p->no_memory && !p->rdf.no_memory)
        report(p, base, findings);
    cut_rdf_finish(&p->rdf);
}

cutline_status cut_xmp_parse(cut_arena *arena, cut_view packet_bytes, uint64_t base,
                             const char *file, cut_xmp *out, cut_findings *findings,
                             cutline_error *err)
{
    packet p = {.arena = arena};
    cut_str text;
    (void)file;
    cutline_status status = cut_xmp_to_utf8(arena, packet_bytes, &base, &text, findings, err);
    if (status != CUTLINE_OK || text.n == 0)
        return status;
    cut_rdf_init(&p.rdf, arena, out);
    p.parser = XML_ParserCreate("UTF-8");
    if (!p.parser) {
        status = cut_no_memory(err);
        goto out;
    }
    run(&p, text, base, findings);
    if (p.no_memory || p.rdf.no_memory || XML_GetErrorCode(p.parser) == XML_ERROR_NO_MEMORY)
        status = cut_no_memory(err);
out:
    if (p.parser)
        XML_ParserFree(p.parser);
    cut_rdf_release(&p.rdf);
    return status;
}

static bool is_named(const cut_xmp_node *node, const char *prefix, const char *name)
{
    bool same_namespace = !prefix || (node->prefix && strcmp(node->prefix, prefix) == 0);
    return same_namespace && cut_str_eq(node->name, cut_str_from(name));
}

const cut_xmp_node *cut_xmp_find(const cut_xmp *xmp, const char *prefix, const char *name)
{
    for (const cut_xmp_node *node = xmp->properties; node; node = node->next)
        if (is_named(node, prefix, name))
            return node;
    return NULL;
}

const cut_xmp_node *cut_xmp_member(const cut_xmp_node *node, const char *prefix, const char *name)
{
    for (const cut_xmp_node *member = node ? node->child : NULL; member; member = member->next)
        if (is_named(member, prefix, name))
            return member;
    return NULL;
}

static const cut_xmp_node *default_language(const cut_xmp_node *alt)
{
    for (const cut_xmp_node *item = alt->child; item; item = item->next)
        if (cut_str_eq_nocase(item->lang, CUT_STR("x-default")))
            return item;
    return alt->child;
}

cut_str cut_xmp_text(const cut_xmp_node *node)
{
    while (node && node->kind != CUT_XMP_TEXT && node->kind != CUT_XMP_STRUCT)
        node = node->kind == CUT_XMP_ALT ? default_language(node) : node->child;
    return node && node->kind == CUT_XMP_TEXT ? node->value : (cut_str){NULL, 0};
}

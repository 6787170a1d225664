/* Start tags, texts and end tags of a packet, namespaces resolved, on their way to xmp_rdf.c. */
#include "meta/xmp_packet.h"

#include "base/limits.h"

void cut_xmp_packet_init(cut_xmp_packet *p, cut_arena *arena, cut_xmp *out)
{
    *p = (cut_xmp_packet){.arena = arena};
    cut_rdf_init(&p->rdf, arena, out);
}

void cut_xmp_packet_release(cut_xmp_packet *p)
{
    cut_rdf_release(&p->rdf);
}

bool cut_xmp_stopped(const cut_xmp_packet *p)
{
    return p->done || p->no_memory || p->rdf.no_memory || p->rdf.stop;
}

/* A copy, if one is needed. */
static cut_str keep(cut_xmp_packet *p, cut_str s)
{
    if (p->rdf.lasting)
        return s;
    char *copy = cut_arena_copy(p->arena, s);
    if (!copy)
        p->no_memory = true;
    return (cut_str){copy, copy ? s.n : 0};
}

/* The namespace as it is usually written where it is known, else a copy. */
static void set_namespace(cut_xmp_packet *p, cut_xmp_binding *b, cut_str uri)
{
    const cut_xmp_namespace *known = cut_xmp_namespace_of(uri);
    b->prefix = known ? known->prefix : NULL;
    b->uri = known ? cut_str_from(known->uri) : keep(p, uri);
}

static void bind(cut_xmp_packet *p, cut_str declared, cut_str uri)
{
    cut_xmp_binding b = {.declared = keep(p, declared), .depth = p->depth};
    if (p->bindings.n >= CUT_MAX_XMP_PREFIXES) {
        p->rdf.stop = "more namespace prefixes than the limit";
        return;
    }
    set_namespace(p, &b, uri);
    if (!CUT_PUSH(p->arena, &p->bindings, b))
        p->no_memory = true;
}

/* "xmlns" or "xmlns:prefix". */
static bool is_declaration(cut_str name)
{
    return name.n >= 5 && name.p[0] == 'x' && memcmp(name.p, "xmlns", 5) == 0 &&
           (name.n == 5 || name.p[5] == ':');
}

static void bind_declarations(cut_xmp_packet *p, const cut_xmp_raw *attributes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_declaration(attributes[i].name))
            bind(p, cut_str_slice(attributes[i].name, 6, attributes[i].name.n),
                 attributes[i].value);
}

/* The innermost declaration of a prefix (empty: of the default namespace), or NULL. */
static const cut_xmp_binding *find_binding(const cut_xmp_packet *p, cut_str declared)
{
    for (const cut_xmp_binding *b = p->bindings.v + p->bindings.n; b > p->bindings.v;) {
        b--;
        if (b->declared.n == declared.n &&
            (declared.n == 0 || memcmp(b->declared.p, declared.p, declared.n) == 0))
            return b;
    }
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

static cut_xmp_name resolve(const cut_xmp_packet *p, cut_str all, bool is_attribute)
{
    size_t colon = 0;
    while (colon < all.n && all.p[colon] != ':')
        colon++;
    bool prefixed = colon < all.n;
    cut_str declared = prefixed ? (cut_str){all.p, colon} : (cut_str){NULL, 0};
    cut_str local = prefixed ? (cut_str){all.p + colon + 1, all.n - colon - 1} : all;
    if (declared.n == 0 && is_attribute) /* such attributes have no namespace */
        return (cut_xmp_name){.local = local};
    const cut_xmp_binding *b = find_binding(p, declared);
    if (b)
        return (cut_xmp_name){.ns = b->uri, .prefix = b->prefix, .local = local};
    return guess_namespace(declared, local);
}

static void collect_attributes(cut_xmp_packet *p, const cut_xmp_raw *attributes, size_t n)
{
    p->attributes.n = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_declaration(attributes[i].name))
            continue;
        cut_xmp_attribute a = {.name = resolve(p, attributes[i].name, true),
                               .value = attributes[i].value};
        if (!CUT_PUSH(p->arena, &p->attributes, a))
            p->no_memory = true;
    }
}

void cut_xmp_start(cut_xmp_packet *p, cut_str name, const cut_xmp_raw *attributes, size_t n)
{
    if (cut_xmp_stopped(p))
        return;
    p->depth++;
    bind_declarations(p, attributes, n);
    collect_attributes(p, attributes, n);
    if (!cut_xmp_stopped(p))
        cut_rdf_start(&p->rdf, resolve(p, name, false), p->attributes.v, p->attributes.n);
}

void cut_xmp_end(cut_xmp_packet *p)
{
    if (cut_xmp_stopped(p))
        return;
    cut_rdf_end(&p->rdf);
    while (p->bindings.n > 0 && p->bindings.v[p->bindings.n - 1].depth == p->depth)
        p->bindings.n--;
    p->done = --p->depth == 0; /* what follows is padding or junk */
}

void cut_xmp_chars(cut_xmp_packet *p, cut_str text)
{
    if (!cut_xmp_stopped(p))
        cut_rdf_text(&p->rdf, text);
}

/*
 * XMP packets. Most are plain and read by xmp_plain.c; expat reads the XML of all others, and says
 * what is wrong with it. What the elements mean is told by xmp_rdf.c.
 */
#include "meta/xmp.h"

#include "base/error.h"
#include "meta/xmp_encoding.h"
#include "meta/xmp_plain.h"

#include <expat.h>

typedef struct expat_reader {
    XML_Parser parser;
    cut_xmp_packet *packet;
    CUT_VEC(cut_xmp_raw) attributes; /* of the current element */
} expat_reader;

static void stop_if_needed(const expat_reader *r)
{
    if (cut_xmp_stopped(r->packet))
        (void)XML_StopParser(r->parser, XML_FALSE);
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    expat_reader *r = context;
    r->attributes.n = 0;
    for (size_t i = 0; attributes[i]; i += 2) {
        cut_xmp_raw a = {cut_str_from(attributes[i]), cut_str_from(attributes[i + 1])};
        if (!CUT_PUSH(r->packet->arena, &r->attributes, a))
            r->packet->no_memory = true;
    }
    cut_xmp_start(r->packet, cut_str_from(name), r->attributes.v, r->attributes.n);
    stop_if_needed(r);
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
    expat_reader *r = context;
    (void)name;
    cut_xmp_end(r->packet);
    stop_if_needed(r);
}

static void XMLCALL on_text(void *context, const XML_Char *text, int n)
{
    expat_reader *r = context;
    cut_xmp_chars(r->packet, (cut_str){text, (size_t)n});
    stop_if_needed(r);
}

/* XMP has no DTD (ISO 16684-1, 7.3); one in a packet is an attack or a mistake. */
static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int has_subset)
{
    expat_reader *r = context;
    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    r->packet->rdf.stop = "a document type declaration is refused";
    stop_if_needed(r);
}

static void report(const expat_reader *r, uint64_t base, cut_findings *findings)
{
    const char *stop = r->packet->rdf.stop;
    cut_finding_add(findings, "xmp-damaged", NULL, "byte %llu: XMP: %s; what stands before is read",
                    (unsigned long long)base +
                        (unsigned long long)XML_GetCurrentByteIndex(r->parser),
                    stop ? stop : XML_ErrorString(XML_GetErrorCode(r->parser)));
}

static void read_by_expat(cut_xmp_packet *packet, cut_str text, uint64_t base,
                          cut_findings *findings)
{
    expat_reader r = {.parser = XML_ParserCreate("UTF-8"), .packet = packet};
    if (!r.parser) {
        packet->no_memory = true;
        return;
    }
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    enum XML_Status status = XML_Parse(r.parser, text.p, (int)text.n, XML_TRUE);
    packet->no_memory |= XML_GetErrorCode(r.parser) == XML_ERROR_NO_MEMORY;
    if (status != XML_STATUS_OK && !packet->done && !packet->no_memory && !packet->rdf.no_memory)
        report(&r, base, findings);
    XML_ParserFree(r.parser);
}

/* Takes back what was added to the properties since they were as in `before`. */
static void take_back(cut_xmp *out, cut_xmp before)
{
    *out = before;
    if (before.last)
        before.last->next = NULL;
}

cutline_status cut_xmp_parse(cut_arena *arena, cut_view packet_bytes, uint64_t base,
                             const char *file, cut_xmp *out, cut_findings *findings,
                             cutline_error *err)
{
    cut_xmp before = *out;
    cut_xmp_packet packet;
    cut_str text;
    (void)file;
    cutline_status status = cut_xmp_to_utf8(arena, packet_bytes, &base, &text, findings, err);
    if (status != CUTLINE_OK || text.n == 0)
        return status;
    cut_xmp_packet_init(&packet, arena, out);
    if (!cut_xmp_read_plain(&packet, text)) {
        cut_xmp_packet_release(&packet);
        take_back(out, before);
        cut_xmp_packet_init(&packet, arena, out);
        read_by_expat(&packet, text, base, findings);
    }
    cut_rdf_finish(&packet.rdf);
    bool no_memory = packet.no_memory || packet.rdf.no_memory;
    cut_xmp_packet_release(&packet);
    return no_memory ? cut_no_memory(err) : CUTLINE_OK;
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

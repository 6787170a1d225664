/*
 * XMP packets: XML by expat (the only user of it), and the RDF subset of ISO 16684-1 above it, in
 * all forms that occur: attributes, elements, parseType="Resource", nested rdf:Description, Alt,
 * Seq, Bag, qualifiers, xml:lang, rdf:resource. Namespaces are known by URI, never by prefix; nodes
 * carry the usual prefix of known ones ("dc", "photoshop").
 */
#ifndef CUT_META_XMP_H
#define CUT_META_XMP_H

#include "base/finding.h"
#include "base/utf8.h"

typedef enum cut_xmp_kind {
    CUT_XMP_TEXT,   /* value is set (may be empty) */
    CUT_XMP_STRUCT, /* children are named */
    CUT_XMP_BAG,    /* children are items */
    CUT_XMP_SEQ,
    CUT_XMP_ALT
} cut_xmp_kind;

typedef struct cut_xmp_node {
    const char *prefix; /* usual prefix of a known namespace, interned; NULL if unknown */
    cut_str ns;         /* namespace URI; empty for items */
    cut_str name;       /* local name; empty for items */
    cut_xmp_kind kind;
    cut_str value;              /* UTF-8, white space as in the packet */
    cut_str lang;               /* xml:lang, empty if none */
    struct cut_xmp_node *child; /* first of struct members or items */
    struct cut_xmp_node *last;  /* internal: last of them */
    struct cut_xmp_node *next;  /* next sibling */
    size_t child_count;
} cut_xmp_node;

typedef struct cut_xmp {
    cut_xmp_node *properties; /* top-level properties in packet order, NULL if none */
    cut_xmp_node *last;       /* internal: end of that list */
} cut_xmp;

/* Reads a packet (UTF-8 or UTF-16/32, with or without xpacket wrapper, BOM, padding), which must
 * stay as long as `out` is used: names and values may point into it. Properties are appended to
 * `out`; of a property that comes twice the first wins, so the main packet is read before its
 * extension. DTDs and entity declarations are refused. A break in the XML becomes a finding and
 * what stands before it is kept. Only CUTLINE_NO_MEMORY is an error. */
CUTLINE_MUST_CHECK cutline_status cut_xmp_parse(cut_arena *arena, cut_view packet, uint64_t base,
                                                const char *file, cut_xmp *out,
                                                cut_findings *findings, cutline_error *err);
/* The top-level property with this usual prefix and local name, or NULL. */
const cut_xmp_node *cut_xmp_find(const cut_xmp *xmp, const char *prefix, const char *name);
/* The member of a structure, or NULL. prefix NULL matches any namespace. */
const cut_xmp_node *cut_xmp_member(const cut_xmp_node *node, const char *prefix, const char *name);
/* Text of a simple node, of the x-default (else first) item of an Alt, or of the first item of a
 * list; {NULL, 0} for a structure or NULL. */
cut_str cut_xmp_text(const cut_xmp_node *node);
/* A known namespace, as it is written today. */
typedef struct cut_xmp_namespace {
    const char *prefix; /* the usual one */
    const char *uri;
} cut_xmp_namespace;

/* The namespace of a URI in today's or an older form, or NULL; the one with a usual prefix. Both
 * static. */
const cut_xmp_namespace *cut_xmp_namespace_of(cut_str uri);
const cut_xmp_namespace *cut_xmp_namespace_by(cut_str prefix);

#endif

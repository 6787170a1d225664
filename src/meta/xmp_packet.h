/*
 * A packet while it is read: what its tags and texts say goes through here to xmp_rdf.c, whether
 * they come from expat (xmp.c) or from the reader of plain packets (xmp_plain.c). Namespaces are
 * resolved here, so that a packet with a prefix that was never declared is read and not refused.
 */
#ifndef CUT_META_XMP_PACKET_H
#define CUT_META_XMP_PACKET_H

#include "meta/xmp_rdf.h"

typedef struct cut_xmp_binding {
    cut_str declared; /* prefix as declared, empty for the default namespace */
    cut_str uri;
    const char *prefix; /* usual prefix of the URI, or NULL */
    size_t depth;       /* of the element that declares it */
} cut_xmp_binding;

/* An attribute as it is written, references resolved. */
typedef struct cut_xmp_raw {
    cut_str name;
    cut_str value;
} cut_xmp_raw;

typedef struct cut_xmp_packet {
    cut_arena *arena;
    cut_rdf rdf;
    CUT_VEC(cut_xmp_binding) bindings;
    CUT_VEC(cut_xmp_attribute) attributes; /* of the current element */
    size_t depth;                          /* open elements */
    bool done;                             /* the root element has ended */
    bool no_memory;                        /* outside of rdf */
} cut_xmp_packet;

/* Properties are appended to *out, in the arena. */
void cut_xmp_packet_init(cut_xmp_packet *p, cut_arena *arena, cut_xmp *out);
void cut_xmp_packet_release(cut_xmp_packet *p);

/* Nothing more is to be read: the root has ended, a limit is passed (rdf.stop), memory ran out. */
bool cut_xmp_stopped(const cut_xmp_packet *p);

/* A start tag, characters, an end tag. What they are given need not outlive the call, unless
 * rdf.lasting says so. */
void cut_xmp_start(cut_xmp_packet *p, cut_str name, const cut_xmp_raw *attributes, size_t n);
void cut_xmp_chars(cut_xmp_packet *p, cut_str text);
void cut_xmp_end(cut_xmp_packet *p);

#endif

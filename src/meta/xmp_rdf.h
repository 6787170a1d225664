/*
 * RDF as XMP uses it (ISO 16684-1, clause 7), told start tag by start tag, without knowing where
 * the tags come from: xmp.c feeds it from expat.
 */
#ifndef CUT_META_XMP_RDF_H
#define CUT_META_XMP_RDF_H

#include "base/buf.h"
#include "meta/xmp.h"

/* A name with its namespace. */
typedef struct cut_xmp_name {
    cut_str ns;         /* URI, empty if none; outlives the parse */
    const char *prefix; /* usual prefix of a known namespace, interned; NULL if unknown */
    cut_str local;      /* outlives the call only */
} cut_xmp_name;

typedef struct cut_xmp_attribute {
    cut_xmp_name name;
    cut_str value;
} cut_xmp_attribute;

typedef enum cut_rdf_place {
    CUT_RDF_OUTSIDE,  /* around rdf:RDF */
    CUT_RDF_ROOT,     /* in rdf:RDF: nodes come next */
    CUT_RDF_NODE,     /* in a node: properties come next */
    CUT_RDF_PROPERTY, /* in a property: text, an array or a node comes next */
    CUT_RDF_ARRAY,    /* in an array: items come next */
    CUT_RDF_LITERAL,  /* all that comes is text */
    CUT_RDF_IGNORED   /* nothing in here means anything */
} cut_rdf_place;

typedef struct cut_rdf_frame {
    cut_rdf_place place;
    cut_xmp_node *node; /* what children are added to; NULL: the packet's properties */
    bool owner;         /* node ends with this frame and then joins the frame below */
    bool implied;       /* a property with members though no node was announced */
    bool has_value;     /* an attribute gave the value already */
    cut_str node_id;    /* the property refers to this node (rdf:nodeID) */
} cut_rdf_frame;

/* An array that stands by itself and is referred to by its rdf:nodeID. */
typedef struct cut_rdf_named {
    cut_str id;
    cut_xmp_node *node;
} cut_rdf_named;

/* A property that refers to such an array, filled in at the end. */
typedef struct cut_rdf_reference {
    cut_str id;
    cut_xmp_node *node;
} cut_rdf_reference;

typedef struct cut_rdf {
    cut_arena *arena;
    cut_xmp *out;
    bool lasting; /* set by the caller: all that is handed in stays as long as the arena */
    cut_str only; /* text of the innermost property while it has come in one lasting piece */
    cut_buf text; /* otherwise; owned, see cut_rdf_release() */
    CUT_VEC(cut_rdf_frame) frames;
    CUT_VEC(cut_rdf_named) named;
    CUT_VEC(cut_rdf_reference) references;
    size_t nodes;
    bool no_memory;
    const char *stop; /* why reading must stop (a limit), else NULL */
} cut_rdf;

void cut_rdf_init(cut_rdf *rdf, cut_arena *arena, cut_xmp *out);
void cut_rdf_release(cut_rdf *rdf);
void cut_rdf_start(cut_rdf *rdf, cut_xmp_name name, const cut_xmp_attribute *attributes, size_t n);
void cut_rdf_text(cut_rdf *rdf, cut_str text);
void cut_rdf_end(cut_rdf *rdf);
/* Ends what is open (after a break, half-read texts are dropped) and resolves references. */
void cut_rdf_finish(cut_rdf *rdf);

#endif

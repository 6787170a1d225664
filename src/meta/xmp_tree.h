/*
 * An XMP packet as a tree of XML elements with their places in the text, for editing it where it
 * stands: whatever an edit does not name keeps its bytes. Reading values is the business of xmp.h.
 */
#ifndef CUT_META_XMP_TREE_H
#define CUT_META_XMP_TREE_H

#include "base/arena.h"
#include "base/error.h"

/* A namespace declaration. */
typedef struct cut_packet_binding {
    cut_str prefix; /* empty for the default namespace */
    cut_str uri;
    struct cut_packet_binding *next; /* the one declared before it that is still in scope */
} cut_packet_binding;

typedef struct cut_packet_attribute {
    cut_str ns, local; /* namespace URI (empty if none) and local name */
    cut_str value;     /* references resolved */
    size_t at, end;    /* in the text: from the white space before it to behind its quote */
    size_t value_at;   /* of the value as written, without quotes */
    size_t value_end;  /* end of it */
    struct cut_packet_attribute *next;
} cut_packet_attribute;

typedef struct cut_packet_element {
    cut_str ns, local; /* namespace URI (empty if none) and local name */
    cut_str tag;       /* the name as written, with its prefix */
    size_t start;      /* of the '<' of its start tag in the text */
    size_t inside;     /* behind the start tag */
    size_t close;      /* of the '<' of its end tag; equal to `inside` if it has none ("<a/>") */
    size_t end;        /* behind it */
    bool empty;        /* written as "<a/>" */
    cut_packet_attribute *attributes; /* without namespace declarations, as written */
    const cut_packet_binding *scope;  /* all declarations that hold inside, innermost first */
    struct cut_packet_element *parent, *child, *last, *next;
} cut_packet_element;

/* Reads UTF-8 text that starts at a '<'. *root ends where the XML does; padding may follow.
 * CUTLINE_MALFORMED (not well formed, a document type declaration), CUTLINE_LIMIT,
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_packet_tree(cut_arena *arena, cut_str text,
                                                  cut_packet_element **root, cutline_error *err);
/* The prefix that stands for a URI in a scope (never the default namespace's); {NULL, 0} if none
 * does. */
cut_str cut_packet_prefix(const cut_packet_binding *scope, cut_str uri);
/* The attribute of a name, or NULL. */
cut_packet_attribute *cut_packet_attribute_of(const cut_packet_element *e, cut_str ns,
                                              cut_str local);

#endif

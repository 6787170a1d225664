/*
 * A small XML document as a tree, for feeds. The only user of expat in this folder. Prefixes are
 * dropped: feeds of one kind have one vocabulary. Documents with a document type declaration are
 * refused, for nothing good comes of entities.
 */
#ifndef CUT_IMPORT_XML_TREE_H
#define CUT_IMPORT_XML_TREE_H

#include "base/arena.h"
#include "base/error.h"

typedef struct cut_xml_attribute {
    const char *name; /* local name */
    const char *value;
} cut_xml_attribute;

typedef struct cut_xml cut_xml;
struct cut_xml {
    const char *name; /* local name of the element */
    cut_str text;     /* character data that stands in it, its children's apart */
    const cut_xml_attribute *attributes;
    size_t attribute_count;
    cut_xml *first, *last; /* children */
    cut_xml *parent;
    cut_xml *next; /* child of the same parent */
};

/* Reads a document of UTF-8 into the arena. CUTLINE_MALFORMED with the byte (not well formed, or
 * with a document type); CUTLINE_LIMIT (elements, depth); CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_xml_read(cut_arena *arena, cut_str text, cut_xml **out,
                                               cutline_error *err);

/* The first child of a name after `after` (NULL: the first of all); NULL if there is none. */
cut_xml *cut_xml_child(const cut_xml *element, const char *name, const cut_xml *after);
/* Value of an attribute; NULL if it has none. */
const char *cut_xml_attribute_of(const cut_xml *element, const char *name);
/* Text of an element, blanks at its ends dropped and others made one; empty for NULL. A copy in the
 * arena; {NULL, 0} if memory runs out. */
cut_str cut_xml_text(cut_arena *arena, const cut_xml *element);

#endif

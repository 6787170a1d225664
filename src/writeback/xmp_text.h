/* Values as XML: escaping, and the RDF forms of ISO 16684-1. */
#ifndef CUT_WRITEBACK_XMP_TEXT_H
#define CUT_WRITEBACK_XMP_TEXT_H

#include "base/buf.h"
#include "meta/xmp_tree.h"
#include "writeback/change.h"

#define CUT_RDF_NS CUT_STR("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
#define CUT_XML_NS CUT_STR("http://www.w3.org/XML/1998/namespace")

/* A property of a packet as it is to be. */
typedef struct cut_xmp_property {
    const char *prefix; /* usual prefix */
    const char *name;   /* local name */
    const char *member; /* the part of a structure that is meant, or NULL */
    cutline_kind kind;
    unsigned char codec; /* cut_field_codec */
    const cutline_value *values;
    size_t count; /* 0: it goes */
} cut_xmp_property;

cut_xmp_property cut_xmp_property_of(const cut_change *change);

/* Namespace of a usual prefix. */
const char *cut_xmp_uri(const char *prefix);
/* Text of an element, or of an attribute in double quotes. */
void cut_xmp_escape(cut_buf *out, cut_str text, bool attribute);
/* Text of a simple value as XMP has it (rationals as fractions). */
void cut_xmp_simple(cut_buf *out, const cut_xmp_property *p, bool attribute);
/* " prefix:name" for a start tag or an attribute, with the declaration of the namespace before it
 * where the scope lacks it. */
cut_str cut_xmp_prefix_in(const cut_packet_binding *scope, const char *prefix, bool *declared);
/* The whole property element. `container`: local name of the list it was so far ("Bag", "Seq"), or
 * empty for the usual one. */
void cut_xmp_element(cut_buf *out, const cut_xmp_property *p, const cut_packet_binding *scope,
                     cut_str container);
/* The element of the part of a structure. */
void cut_xmp_member_element(cut_buf *out, const cut_xmp_property *p,
                            const cut_packet_binding *scope);
/* "<rdf:li xml:lang='..'>text</rdf:li>". */
void cut_xmp_item(cut_buf *out, const cutline_value *value, cut_str rdf);

#endif

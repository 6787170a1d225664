#include "samples/blocks.h"

#include <string.h>

/* The usual prefixes. */
static const struct {
    const char *prefix, *uri;
} namespaces[] = {
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"photoshop", "http://ns.adobe.com/photoshop/1.0/"},
    {"xmp", "http://ns.adobe.com/xap/1.0/"},
    {"xmpRights", "http://ns.adobe.com/xap/1.0/rights/"},
    {"Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"},
    {"Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"},
    {"plus", "http://ns.useplus.org/ldf/xmp/1.0/"},
    {"GettyImagesGIFT", "http://xmp.gettyimages.com/gift/1.0/"},
};

enum { NAMESPACE_COUNT = sizeof namespaces / sizeof namespaces[0] };

static void put_escaped(bytes *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            put_text(out, "&amp;");
            break;
        case '<':
            put_text(out, "&lt;");
            break;
        case '>':
            put_text(out, "&gt;");
            break;
        case '"':
            put_text(out, "&quot;");
            break;
        default:
            put(out, text, 1);
        }
    }
}

static void put_tag(bytes *out, const char *before, const char *name, const char *after)
{
    put_text(out, before);
    put_text(out, name);
    put_text(out, after);
}

/* The part of "key=text" behind the first '='. */
static const char *after_key(const char *value)
{
    return strchr(value, '=') + 1;
}

static void put_array(bytes *out, const xmp_property *p)
{
    const char *kind = p->form == XMP_ALT ? "Alt" : p->form == XMP_SEQ ? "Seq" : "Bag";
    put_tag(out, "    <rdf:", kind, ">\n");
    for (const char *const *v = p->values; *v; v++) {
        const char *text = *v;
        put_text(out, "     <rdf:li");
        if (p->form == XMP_ALT) {
            text = after_key(*v);
            put_text(out, " xml:lang=\"");
            put(out, *v, (size_t)(text - *v - 1));
            put_text(out, "\"");
        }
        put_text(out, ">");
        put_escaped(out, text);
        put_text(out, "</rdf:li>\n");
    }
    put_tag(out, "    </rdf:", kind, ">\n");
}

static void put_fields(bytes *out, const xmp_property *p)
{
    for (const char *const *v = p->values; *v; v++) {
        const char *text = after_key(*v);
        bytes name = {0};
        put(&name, *v, (size_t)(text - *v - 1));
        put_u8(&name, 0);
        put_tag(out, "    <", (const char *)name.data, ">");
        put_escaped(out, text);
        put_tag(out, "</", (const char *)name.data, ">\n");
        clear_bytes(&name);
    }
}

static void put_element(bytes *out, const xmp_property *p)
{
    put_tag(out, "   <", p->name, p->form == XMP_STRUCT ? " rdf:parseType=\"Resource\">" : ">");
    if (p->form == XMP_ELEMENT) {
        put_escaped(out, p->values[0]);
        put_tag(out, "</", p->name, ">\n");
        return;
    }
    put_text(out, "\n");
    if (p->form == XMP_STRUCT)
        put_fields(out, p);
    else
        put_array(out, p);
    put_tag(out, "   </", p->name, ">\n");
}

/* True if a property, or a field of a structure, has this prefix. */
static bool prefix_used(const xmp_property *properties, const char *prefix)
{
    size_t n = strlen(prefix);
    for (const xmp_property *p = properties; p->name; p++) {
        if (strncmp(p->name, prefix, n) == 0 && p->name[n] == ':')
            return true;
        for (const char *const *v = p->values; p->form == XMP_STRUCT && *v; v++)
            if (strncmp(*v, prefix, n) == 0 && (*v)[n] == ':')
                return true;
    }
    return false;
}

static void put_description_start(bytes *out, const xmp_property *properties)
{
    put_text(out, "  <rdf:Description rdf:about=\"\"");
    for (size_t i = 0; i < NAMESPACE_COUNT; i++) {
        if (!prefix_used(properties, namespaces[i].prefix))
            continue;
        put_tag(out, "\n    xmlns:", namespaces[i].prefix, "=\"");
        put_tag(out, "", namespaces[i].uri, "\"");
    }
    for (const xmp_property *p = properties; p->name; p++) {
        if (p->form != XMP_ATTRIBUTE)
            continue;
        put_tag(out, "\n   ", p->name, "=\"");
        put_escaped(out, p->values[0]);
        put_text(out, "\"");
    }
    put_text(out, ">\n");
}

void put_xmp(bytes *out, const xmp_property *properties)
{
    put_text(out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                  " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_description_start(out, properties);
    for (const xmp_property *p = properties; p->name; p++)
        if (p->form != XMP_ATTRIBUTE)
            put_element(out, p);
    put_text(out, "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
}

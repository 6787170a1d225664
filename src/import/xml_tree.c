#include "import/xml_tree.h"
#include "base/limits.h"

#include <expat.h>

typedef struct reading {
    XML_Parser parser;
    cut_arena *arena;
    cut_xml *root, *open;
    size_t depth, elements;
    const char *fault; /* why reading was given up; NULL: memory ran out */
    bool stopped;
} reading;

static void stop(reading *r, const char *fault)
{
    r->stopped = true;
    r->fault = fault;
    (void)XML_StopParser(r->parser, XML_FALSE);
}

static const char *copy_local(cut_arena *arena, const char *name)
{
    const char *colon = strrchr(name, ':');
    return cut_arena_copy_z(arena, colon ? colon + 1 : name);
}

static bool copy_attributes(reading *r, cut_xml *element, const XML_Char **attributes)
{
    size_t n = 0;
    while (attributes[2 * n])
        n++;
    cut_xml_attribute *copies = CUT_NEW_ARRAY(r->arena, cut_xml_attribute, n);
    for (size_t i = 0; copies && i < n; i++) {
        copies[i].name = copy_local(r->arena, attributes[2 * i]);
        copies[i].value = cut_arena_copy_z(r->arena, attributes[2 * i + 1]);
        if (!copies[i].name || !copies[i].value)
            return false;
    }
    element->attributes = copies;
    element->attribute_count = n;
    return copies != NULL;
}

static void append(reading *r, cut_xml *element)
{
    element->parent = r->open;
    if (!r->open)
        r->root = element;
    else if (r->open->last)
        r->open->last->next = element;
    else
        r->open->first = element;
    if (r->open)
        r->open->last = element;
    r->open = element;
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    reading *r = context;
    if (r->stopped)
        return;
    if (++r->depth > CUT_MAX_XML_DEPTH || ++r->elements > CUT_MAX_XML_ELEMENTS) {
        stop(r, "more elements, or deeper ones, than the limit");
        return;
    }
    cut_xml *element = CUT_NEW(r->arena, cut_xml);
    if (!element || !(element->name = copy_local(r->arena, name)) ||
        !copy_attributes(r, element, attributes))
        stop(r, NULL);
    else
        append(r, element);
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
    reading *r = context;
    (void)name;
    if (r->stopped)
        return;
    r->depth--;
    r->open = r->open->parent;
}

/* Character data comes in pieces; they are joined in the arena, doubling the room each time, which
 * is kept in no place of its own: text of n bytes has the next power of two. */
static void XMLCALL on_text(void *context, const XML_Char *text, int length)
{
    reading *r = context;
    size_t n = (size_t)length;
    if (r->stopped || !r->open)
        return;
    cut_str *have = &r->open->text;
    size_t room = have->n ? 64 : 0;
    while (room && room < have->n)
        room *= 2;
    if (have->n + n > room) {
        size_t wanted = 64;
        while (wanted < have->n + n)
            wanted *= 2;
        char *grown = cut_arena_alloc(r->arena, wanted, 1);
        if (!grown) {
            stop(r, NULL);
            return;
        }
        if (have->n)
            memcpy(grown, have->p, have->n);
        have->p = grown;
    }
    memcpy((char *)(uintptr_t)have->p + have->n, text, n);
    have->n += n;
}

static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public_id, int internal)
{
    (void)name;
    (void)system;
    (void)public_id;
    (void)internal;
    stop(context, "documents with a document type are not read");
}

static cutline_status fail(const reading *r, cutline_error *err)
{
    int64_t at = (int64_t)XML_GetCurrentByteIndex(r->parser);
    if (r->stopped && !r->fault)
        return cut_no_memory(err);
    if (r->stopped)
        return cut_fail_at(err, CUTLINE_LIMIT, NULL, at, "%s", r->fault);
    return cut_fail_at(err, CUTLINE_MALFORMED, NULL, at, "XML: %s",
                       XML_ErrorString(XML_GetErrorCode(r->parser)));
}

cutline_status cut_xml_read(cut_arena *arena, cut_str text, cut_xml **out, cutline_error *err)
{
    reading r = {.parser = XML_ParserCreate("UTF-8"), .arena = arena};
    *out = NULL;
    if (!r.parser)
        return cut_no_memory(err);
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    enum XML_Status done = XML_Parse(r.parser, text.p ? text.p : "", (int)text.n, XML_TRUE);
    cutline_status status = done == XML_STATUS_OK && !r.stopped ? CUTLINE_OK : fail(&r, err);
    XML_ParserFree(r.parser);
    if (status == CUTLINE_OK)
        *out = r.root;
    return status;
}

/* ---- looking around ----------------------------------------------------------------------------
 */

cut_xml *cut_xml_child(const cut_xml *element, const char *name, const cut_xml *after)
{
    cut_xml *child = after ? after->next : element ? element->first : NULL;
    while (child && strcmp(child->name, name) != 0)
        child = child->next;
    return child;
}

const char *cut_xml_attribute_of(const cut_xml *element, const char *name)
{
    for (size_t i = 0; element && i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    return NULL;
}

cut_str cut_xml_text(cut_arena *arena, const cut_xml *element)
{
    cut_str text = element ? cut_str_trim(element->text) : (cut_str){NULL, 0};
    char *out = cut_arena_alloc(arena, text.n + 1, 1);
    size_t n = 0;
    if (!out)
        return (cut_str){NULL, 0};
    for (size_t i = 0; i < text.n; i++) {
        bool blank = cut_is_space(text.p[i]);
        if (!blank || out[n - 1] != ' ')
            out[n++] = blank ? ' ' : text.p[i];
    }
    return (cut_str){out, n};
}

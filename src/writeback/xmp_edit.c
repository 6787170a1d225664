#include "writeback/xmp_edit.h"

#include "base/limits.h"
#include "meta/xmp.h"
#include "meta/xmp_encoding.h"
#include "writeback/xmp_text.h"

#include <stdlib.h>

#define PADDING_BYTES 2048
#define PADDING_LINE 100

/* A packet with nothing in it. */
static const char empty_packet[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "  <rdf:Description rdf:about=\"\">\n"
    "  </rdf:Description>\n"
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n";

/* A stretch of the old text and what takes its place. */
typedef struct splice {
    size_t from, to;
    cut_str text; /* in the arena */
} splice;

typedef struct editor {
    cut_arena *arena;
    cut_str text;
    const cut_packet_element *rdf; /* rdf:RDF */
    const cut_packet_element
        *host; /* the node that new properties go into; NULL: there is none yet */
    CUT_VEC(splice) splices;
    cut_buf piece;          /* for the text of a splice */
    cut_buf added;          /* new properties */
    cut_buf members;        /* parts of a structure that is not there yet */
    cut_xmp_property outer; /* that structure */
    bool no_memory;
} editor;

static bool is_rdf(const cut_packet_element *e, const char *local)
{
    return cut_str_eq(e->ns, CUT_RDF_NS) && cut_str_eq(e->local, cut_str_from(local));
}

static void replace(editor *e, size_t from, size_t to, cut_str text)
{
    char *copy = cut_arena_copy(e->arena, text);
    splice s = {from, to, {copy, text.n}};
    if (!copy || !CUT_PUSH(e->arena, &e->splices, s))
        e->no_memory = true;
}

/* Replaces by what was put together in e->piece. */
static void replace_by_piece(editor *e, size_t from, size_t to)
{
    replace(e, from, to, cut_buf_str(&e->piece));
    e->no_memory |= !cut_buf_ok(&e->piece);
    cut_buf_clear(&e->piece);
}

/* Takes an element out, with the white space before it. */
static void cut_out(editor *e, const cut_packet_element *element)
{
    size_t from = element->start;
    while (from > 0 && cut_is_space(e->text.p[from - 1]))
        from--;
    replace(e, from, element->end, CUT_STR(""));
}

static bool is_named(cut_str ns, cut_str local, const char *prefix, const char *name)
{
    const cut_xmp_namespace *known = cut_xmp_namespace_of(ns);
    return known && strcmp(known->prefix, prefix) == 0 &&
           cut_str_eq_nocase(local, cut_str_from(name));
}

static bool is_plain(const cut_xmp_property *p)
{
    return p->kind == CUTLINE_KIND_TEXT || p->kind == CUTLINE_KIND_DATE;
}

/* ---- language alternatives --------------------------------------------------------------------
 */

static const cut_packet_element *child_of(const cut_packet_element *e, const char *local)
{
    for (const cut_packet_element *c = e->child; c; c = c->next)
        if (is_rdf(c, local))
            return c;
    return NULL;
}

/* An item without xml:lang counts as the default. */
static bool is_language(const cut_packet_element *item, cut_str lang)
{
    const cut_packet_attribute *a = cut_packet_attribute_of(item, CUT_XML_NS, CUT_STR("lang"));
    return cut_str_eq_nocase(a ? a->value : CUT_STR("x-default"), lang);
}

static void set_language(editor *e, const cut_packet_element *alt, cutline_value value)
{
    cut_str rdf = cut_packet_prefix(alt->scope, CUT_RDF_NS);
    if (!value.lang)
        value.lang = "x-default";
    cut_str lang = cut_str_from(value.lang);
    const cut_packet_element *item = alt->child;
    while (item && !is_language(item, lang))
        item = item->next;
    if (!item && !value.text)
        return;
    if (item && !value.text) {
        cut_out(e, item);
        return;
    }
    if (item && !item->empty && !item->child) {
        cut_xmp_escape(&e->piece, cut_str_from(value.text), false);
        replace_by_piece(e, item->inside, item->close);
        return;
    }
    cut_xmp_item(&e->piece, &value, rdf);
    if (item)
        replace_by_piece(e, item->start, item->end);
    else if (cut_str_eq(lang, CUT_STR("x-default")))
        replace_by_piece(e, alt->child->start, alt->child->start);
    else
        replace_by_piece(e, alt->last->end, alt->last->end);
}

/* Some item stays or comes. */
static bool keeps_items(const cut_packet_element *alt, const cut_xmp_property *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->values[i].text)
            return true;
    for (const cut_packet_element *item = alt->child; item; item = item->next) {
        bool goes = false;
        for (size_t i = 0; i < p->count; i++)
            goes |= is_language(item,
                                cut_str_from(p->values[i].lang ? p->values[i].lang : "x-default"));
        if (!goes)
            return true;
    }
    return false;
}

static void edit_alternatives(editor *e, const cut_packet_element *property,
                              const cut_packet_element *alt, const cut_xmp_property *p)
{
    if (!keeps_items(alt, p)) {
        cut_out(e, property);
        return;
    }
    for (size_t i = 0; i < p->count; i++)
        set_language(e, alt, p->values[i]);
}

/* ---- properties -------------------------------------------------------------------------------
 */

/* Local name of the list inside, empty if there is none. */
static cut_str container_of(const cut_packet_element *property)
{
    if (child_of(property, "Seq"))
        return CUT_STR("Seq");
    return child_of(property, "Bag") ? CUT_STR("Bag") : CUT_STR("");
}

static bool has_text(const cut_xmp_property *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->values[i].text || p->values[i].members)
            return true;
    return false;
}

/* An element that is there becomes what it is to be. */
static void rewrite(editor *e, const cut_packet_element *property, const cut_xmp_property *p)
{
    const cut_packet_element *alt = child_of(property, "Alt");
    if (p->kind == CUTLINE_KIND_LANG_ALT && alt && alt->child) {
        edit_alternatives(e, property, alt, p);
        return;
    }
    if (!has_text(p)) {
        cut_out(e, property);
        return;
    }
    if (is_plain(p) && !property->child && !property->empty && !property->attributes) {
        cut_xmp_simple(&e->piece, p, false);
        replace_by_piece(e, property->inside, property->close);
        return;
    }
    const cut_packet_binding *scope = property->parent->scope;
    if (p->member)
        cut_xmp_member_element(&e->piece, p, scope);
    else
        cut_xmp_element(&e->piece, p, scope, container_of(property));
    replace_by_piece(e, property->start, property->end);
}

/* Sets or removes the property `name` in a node (a top-level one or a structure). True if the node
 * had it, and has it now. */
static bool set_in_node(editor *e, const cut_packet_element *node, const cut_xmp_property *p,
                        const char *name, bool found)
{
    for (const cut_packet_attribute *a = node->attributes; a; a = a->next) {
        if (!is_named(a->ns, a->local, p->prefix, name))
            continue;
        if (!found && p->count > 0 && is_plain(p)) {
            cut_xmp_simple(&e->piece, p, true);
            replace_by_piece(e, a->value_at, a->value_end);
            found = true;
        } else {
            replace(e, a->at, a->end, CUT_STR(""));
        }
    }
    for (const cut_packet_element *child = node->child; child; child = child->next) {
        if (!is_named(child->ns, child->local, p->prefix, name))
            continue;
        if (!found && p->count > 0) {
            rewrite(e, child, p);
            found = true;
        } else {
            cut_out(e, child);
        }
    }
    return found;
}

static void set_property(editor *e, const cut_xmp_property *p)
{
    bool found = false;
    for (const cut_packet_element *node = e->rdf->child; node; node = node->next)
        found = set_in_node(e, node, p, p->name, found);
    if (found || !has_text(p))
        return;
    cut_buf_z(&e->added, "\n   ");
    cut_xmp_element(&e->added, p, (e->host ? e->host : e->rdf)->scope, CUT_STR(""));
}

/* ---- parts of a structure ---------------------------------------------------------------------
 */

/* Where the parts stand: in a node inside the property, or right in it. */
static const cut_packet_element *structure_of(const cut_packet_element *property)
{
    const cut_packet_element *node = child_of(property, "Description");
    return node ? node : property;
}

static void add_member(editor *e, const cut_packet_element *structure, const cut_xmp_property *p)
{
    if (!structure->empty) {
        size_t at = structure->last ? structure->last->end : structure->inside;
        cut_xmp_member_element(&e->piece, p, structure->scope);
        replace_by_piece(e, at, at);
        return;
    }
    bool declared; /* "<p:Info a:one='1'/>" gets one attribute more */
    cut_str prefix = cut_xmp_prefix_in(structure->scope, p->prefix, &declared);
    if (!declared)
        cut_buf_printf(&e->piece, " xmlns:%s=\"%s\"", p->prefix, cut_xmp_uri(p->prefix));
    cut_buf_printf(&e->piece, " %.*s:%s=\"", CUT_FMT(prefix), p->member);
    cut_xmp_simple(&e->piece, p, true);
    cut_buf_char(&e->piece, '"');
    replace_by_piece(e, structure->inside - 2, structure->inside - 2);
}

/* An empty element that says it holds members as elements: it is as good as absent. */
static bool is_hollow(const cut_packet_element *property)
{
    return property->empty && cut_packet_attribute_of(property, CUT_RDF_NS, CUT_STR("parseType"));
}

static void set_member(editor *e, const cut_xmp_property *p)
{
    for (const cut_packet_element *node = e->rdf->child; node; node = node->next)
        for (const cut_packet_element *child = node->child; child; child = child->next) {
            if (!is_named(child->ns, child->local, p->prefix, p->name))
                continue;
            const cut_packet_element *structure = structure_of(child);
            if (is_hollow(structure))
                continue;
            bool found = set_in_node(e, structure, p, p->member, false);
            if (!found && p->count > 0)
                add_member(e, structure, p);
            return;
        }
    if (p->count == 0)
        return;
    e->outer = *p;
    cut_xmp_member_element(&e->members, p, (e->host ? e->host : e->rdf)->scope);
}

/* The structure that the parts found none to go into. */
static void add_structure(editor *e)
{
    const cut_packet_binding *scope = (e->host ? e->host : e->rdf)->scope;
    bool declared;
    if (e->members.n == 0)
        return;
    cut_str prefix = cut_xmp_prefix_in(scope, e->outer.prefix, &declared);
    cut_str rdf = cut_packet_prefix(scope, CUT_RDF_NS);
    cut_buf_printf(&e->added, "\n   <%.*s:%s", CUT_FMT(prefix), e->outer.name);
    if (!declared)
        cut_buf_printf(&e->added, " xmlns:%s=\"%s\"", e->outer.prefix,
                       cut_xmp_uri(e->outer.prefix));
    cut_buf_printf(&e->added, " %.*s:parseType=\"Resource\">", CUT_FMT(rdf));
    cut_buf_str_add(&e->added, cut_buf_str(&e->members));
    cut_buf_printf(&e->added, "</%.*s:%s>", CUT_FMT(prefix), e->outer.name);
}

/* ---- the packet -------------------------------------------------------------------------------
 */

/* Puts text behind the last child of an element, which may be written as "<a/>". */
static void append_inside(editor *e, const cut_packet_element *element, cut_str text)
{
    if (!element->empty) {
        size_t at = element->last ? element->last->end : element->inside;
        replace(e, at, at, text);
        return;
    }
    cut_buf_char(&e->piece, '>');
    cut_buf_str_add(&e->piece, text);
    cut_buf_printf(&e->piece, "</%.*s>", CUT_FMT(element->tag));
    replace_by_piece(e, element->inside - 2, element->inside);
}

static void insert_added(editor *e)
{
    cut_buf node;
    if (e->added.n == 0)
        return;
    if (e->host) {
        append_inside(e, e->host, cut_buf_str(&e->added));
        return;
    }
    cut_str rdf = cut_packet_prefix(e->rdf->scope, CUT_RDF_NS);
    cut_buf_init(&node, CUT_MAX_BLOCK_BYTES);
    cut_buf_printf(&node, "\n  <%.*s:Description %.*s:about=\"\">", CUT_FMT(rdf), CUT_FMT(rdf));
    cut_buf_str_add(&node, cut_buf_str(&e->added));
    cut_buf_printf(&node, "\n  </%.*s:Description>", CUT_FMT(rdf));
    e->no_memory |= !cut_buf_ok(&node);
    append_inside(e, e->rdf, cut_buf_str(&node));
    cut_buf_release(&node);
}

static int compare(const void *x, const void *y)
{
    const splice *a = *(const splice *const *)x, *b = *(const splice *const *)y;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    /* What stands at one place: insertions first, in the order they were made. */
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return a < b ? -1 : 1;
}

/* The text up to `end` with all splices done. */
static void put_edited(editor *e, size_t end, cut_buf *out)
{
    const splice **order = CUT_NEW_ARRAY(e->arena, const splice *, e->splices.n);
    size_t at = 0;
    if (!order) {
        e->no_memory = true;
        return;
    }
    for (size_t i = 0; i < e->splices.n; i++)
        order[i] = &e->splices.v[i];
    qsort(order, e->splices.n, sizeof *order, compare);
    for (size_t i = 0; i < e->splices.n; i++) {
        const splice *s = order[i];
        if (s->from > at)
            cut_buf_str_add(out, cut_str_slice(e->text, at, s->from));
        cut_buf_str_add(out, s->text);
        if (s->to > at)
            at = s->to;
    }
    cut_buf_str_add(out, cut_str_slice(e->text, at, end));
}

static void put_padding(cut_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cut_buf_char(out, i % PADDING_LINE == 0 || i + 1 == n ? '\n' : ' ');
}

/* The end of a packet with a wrapper (XMP part 1, 7.3): white space up to the old size if that is
 * enough, else room for later edits. */
static cutline_status put_end(const cut_xmp_job *job, cut_str tail, size_t old, cut_buf *out,
                              cutline_error *err)
{
    size_t at = cut_str_find(tail, CUT_STR("<?xpacket end"), 0);
    cut_str end = at == SIZE_MAX ? CUT_STR("<?xpacket end=\"w\"?>")
                                 : cut_str_trim(cut_str_slice(tail, at, tail.n));
    size_t bare = out->n + 1 + end.n, padding = 1;
    if (bare > job->max)
        return cut_fail(err, CUTLINE_LIMIT, "XMP of %zu bytes does not fit %zu", bare, job->max);
    if (bare <= old)
        padding += old - bare;
    else if (job->padded)
        padding += PADDING_BYTES;
    if (padding > job->max - bare + 1)
        padding = job->max - bare + 1;
    put_padding(out, padding);
    cut_buf_str_add(out, end);
    return CUTLINE_OK;
}

static const cut_packet_element *find_rdf(const cut_packet_element *root)
{
    if (is_rdf(root, "RDF"))
        return root;
    for (const cut_packet_element *child = root->child; child; child = child->next)
        if (is_rdf(child, "RDF"))
            return child;
    return NULL;
}

static void set_all(editor *e, const cut_xmp_job *job)
{
    for (size_t i = 0; i < job->changes->n; i++) {
        cut_xmp_property p = cut_xmp_property_of(&job->changes->v[i]);
        if (!p.name)
            continue;
        if (job->remove_only)
            p.count = 0;
        if (p.member)
            set_member(e, &p);
        else
            set_property(e, &p);
    }
}

static void set_note(editor *e, const char *prefix, const char *name, const char *text)
{
    cutline_value value = {.text = text};
    cut_xmp_property p = {.prefix = prefix,
                          .name = name,
                          .kind = CUTLINE_KIND_TEXT,
                          .values = &value,
                          .count = text && *text ? 1 : 0};
    if (text)
        set_property(e, &p);
}

static void set_places(editor *e, const cut_place *place)
{
    cut_place_edits edits = {0};
    if (!cut_place_follow(e->arena, e->text, e->rdf, place, &edits))
        e->no_memory = true;
    for (size_t i = 0; i < edits.n; i++) {
        cut_place_edit *edit = &edits.v[i];
        while (edit->takes_space && cut_is_space(e->text.p[edit->from - 1]))
            edit->from--;
        if (edit->text)
            cut_xmp_escape(&e->piece, cut_str_from(edit->text), edit->is_attribute);
        replace_by_piece(e, edit->from, edit->to);
    }
}

static cutline_status edit(editor *e, const cut_xmp_job *job, size_t old, cut_view *out,
                           cutline_error *err)
{
    cut_packet_element *root;
    cut_buf packet;
    cutline_status status = cut_packet_tree(e->arena, e->text, &root, err);
    if (status != CUTLINE_OK)
        return status;
    e->rdf = find_rdf(root);
    if (!e->rdf)
        return cut_fail(err, CUTLINE_MALFORMED, "XMP cannot be edited: it holds no rdf:RDF");
    if (!cut_packet_prefix(e->rdf->scope, CUT_RDF_NS).p)
        return cut_fail(err, CUTLINE_MALFORMED, "XMP cannot be edited: RDF has no prefix");
    e->host = e->rdf->child;
    set_all(e, job);
    if (job->place)
        set_places(e, job->place);
    set_note(e, "xmp", "MetadataDate", job->metadata_date);
    set_note(e, "photoshop", "SidecarForExtension", job->serves);
    set_note(e, "xmpNote", "HasExtendedXMP", job->extension);
    add_structure(e);
    insert_added(e);
    cut_buf_init(&packet, CUT_MAX_BLOCK_BYTES);
    put_edited(e, root->end, &packet);
    cut_str tail = cut_str_slice(e->text, root->end, e->text.n);
    if (cut_str_starts(e->text, CUT_STR("<?xpacket")))
        status = put_end(job, tail, old, &packet, err);
    else if (packet.n > job->max)
        status =
            cut_fail(err, CUTLINE_LIMIT, "XMP of %zu bytes does not fit %zu", packet.n, job->max);
    e->no_memory |= !cut_buf_ok(&packet) || !cut_buf_ok(&e->added) || !cut_buf_ok(&e->members);
    char *copy = cut_arena_copy(e->arena, cut_buf_str(&packet));
    *out = (cut_view){(const uint8_t *)copy, packet.n};
    cut_buf_release(&packet);
    return status == CUTLINE_OK && (!copy || e->no_memory) ? cut_no_memory(err) : status;
}

cutline_status cut_xmp_edit(const cut_xmp_job *job, cut_view old, cut_view *out, cutline_error *err)
{
    editor e = {.arena = job->arena};
    cut_findings repaired = cut_findings_in(job->arena);
    uint64_t base = 0;
    cutline_status status = cut_xmp_to_utf8(job->arena, old, &base, &e.text, &repaired, err);
    if (status != CUTLINE_OK)
        return status;
    if (cut_str_trim(e.text).n == 0)
        e.text = cut_str_from(empty_packet);
    cut_buf_init(&e.piece, CUT_MAX_BLOCK_BYTES);
    cut_buf_init(&e.added, CUT_MAX_BLOCK_BYTES);
    cut_buf_init(&e.members, CUT_MAX_BLOCK_BYTES);
    status = edit(&e, job, old.n, out, err);
    cut_buf_release(&e.piece);
    cut_buf_release(&e.added);
    cut_buf_release(&e.members);
    return status;
}

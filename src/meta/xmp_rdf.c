#include "meta/xmp_rdf.h"

#include "base/limits.h"

void cut_rdf_init(cut_rdf *rdf, cut_arena *arena, cut_xmp *out)
{
    *rdf = (cut_rdf){.arena = arena, .out = out};
    cut_buf_init(&rdf->text, CUT_MAX_XMP_VALUE);
}

void cut_rdf_release(cut_rdf *rdf)
{
    cut_buf_release(&rdf->text);
}

/* Known namespaces are told apart by their usual prefixes. */
static bool is_in(const char *prefix, const char *usual)
{
    return prefix && prefix[0] == usual[0] && strcmp(prefix, usual) == 0;
}

static bool is_rdf(cut_xmp_name name, cut_str local)
{
    return is_in(name.prefix, "rdf") && cut_str_eq(name.local, local);
}

static const cut_xmp_attribute *find_rdf(const cut_xmp_attribute *attributes, size_t n,
                                         cut_str local)
{
    for (size_t i = 0; i < n; i++)
        if (is_rdf(attributes[i].name, local))
            return &attributes[i];
    return NULL;
}

/* The same for attributes that old packets write without a prefix. */
static const cut_xmp_attribute *find_attribute(const cut_xmp_attribute *attributes, size_t n,
                                               cut_str local)
{
    const cut_xmp_attribute *found = find_rdf(attributes, n, local);
    for (size_t i = 0; i < n && !found; i++)
        if (attributes[i].name.ns.n == 0 && cut_str_eq(attributes[i].name.local, local))
            found = &attributes[i];
    return found;
}

static cut_str copy(cut_rdf *rdf, cut_str s)
{
    char *p = cut_arena_copy(rdf->arena, s);
    if (!p)
        rdf->no_memory = true;
    return (cut_str){p, p ? s.n : 0};
}

/* A copy, if one is needed. */
static cut_str keep(cut_rdf *rdf, cut_str s)
{
    return rdf->lasting && s.p ? s : copy(rdf, s);
}

static void clear_text(cut_rdf *rdf)
{
    rdf->only = (cut_str){NULL, 0};
    cut_buf_clear(&rdf->text);
}

static cut_rdf_frame *top(cut_rdf *rdf)
{
    return rdf->frames.n ? &rdf->frames.v[rdf->frames.n - 1] : NULL;
}

static void push(cut_rdf *rdf, cut_rdf_frame frame)
{
    if (!CUT_PUSH(rdf->arena, &rdf->frames, frame))
        rdf->no_memory = true;
}

static cut_xmp_node *new_node(cut_rdf *rdf, cut_xmp_name name)
{
    if (rdf->nodes++ >= CUT_MAX_XMP_NODES)
        rdf->stop = "more properties than the limit";
    cut_xmp_node *node = rdf->stop ? NULL : CUT_NEW(rdf->arena, cut_xmp_node);
    if (!node) {
        rdf->no_memory = rdf->no_memory || !rdf->stop;
        return NULL;
    }
    node->ns = name.ns;
    node->name = name.local.n > 0 ? keep(rdf, name.local) : CUT_STR("");
    node->prefix = name.prefix;
    return node;
}

/* Adds a finished node to a parent, NULL being the packet. */
static void attach(cut_rdf *rdf, cut_xmp_node *parent, cut_xmp_node *node)
{
    cut_xmp_node **last = parent ? &parent->last : &rdf->out->last;
    cut_xmp_node **first = parent ? &parent->child : &rdf->out->properties;
    if (*last)
        (*last)->next = node;
    else
        *first = node;
    *last = node;
    if (parent)
        parent->child_count++;
}

/* Attributes of a node that are properties written short (7.9.2.2); true if there were any. */
static bool take_attributes(cut_rdf *rdf, cut_xmp_node *parent, const cut_xmp_attribute *attributes,
                            size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        cut_xmp_name name = attributes[i].name;
        bool ours = name.ns.n == 0 || is_in(name.prefix, "rdf") || is_in(name.prefix, "xml");
        if (ours && !is_rdf(name, CUT_STR("value")))
            continue;
        cut_xmp_node *node = new_node(rdf, name);
        if (!node)
            return any;
        node->value = keep(rdf, attributes[i].value);
        attach(rdf, parent, node);
        any = true;
    }
    return any;
}

static bool is_literal(cut_str parse_type)
{
    return !cut_str_eq(parse_type, CUT_STR("Resource"));
}

/* A property element or an array item (7.4 to 7.9). */
static void start_property(cut_rdf *rdf, cut_xmp_name name, const cut_xmp_attribute *attributes,
                           size_t n)
{
    cut_xmp_node *node = new_node(rdf, name);
    cut_rdf_frame frame = {.place = CUT_RDF_PROPERTY, .node = node, .owner = true};
    if (!node)
        return;
    for (size_t i = 0; i < n; i++)
        if (is_in(attributes[i].name.prefix, "xml") &&
            cut_str_eq(attributes[i].name.local, CUT_STR("lang")))
            node->lang = keep(rdf, attributes[i].value);
    const cut_xmp_attribute *type = find_attribute(attributes, n, CUT_STR("parseType"));
    const cut_xmp_attribute *value = find_rdf(attributes, n, CUT_STR("value"));
    const cut_xmp_attribute *id = find_attribute(attributes, n, CUT_STR("nodeID"));
    if (!value)
        value = find_attribute(attributes, n, CUT_STR("resource"));
    if (type && is_literal(type->value)) {
        frame.place = CUT_RDF_LITERAL;
    } else if (type) {
        node->kind = CUT_XMP_STRUCT;
        frame.place = CUT_RDF_NODE;
    } else if (value) { /* other attributes are qualifiers then */
        node->value = keep(rdf, value->value);
        frame.has_value = true;
    } else if (take_attributes(rdf, node, attributes, n)) {
        node->kind = CUT_XMP_STRUCT;
    }
    if (id)
        frame.node_id = keep(rdf, id->value);
    push(rdf, frame);
}

static bool array_kind(cut_xmp_name name, cut_xmp_kind *out)
{
    if (is_rdf(name, CUT_STR("Bag")))
        *out = CUT_XMP_BAG;
    else if (is_rdf(name, CUT_STR("Seq")))
        *out = CUT_XMP_SEQ;
    else if (is_rdf(name, CUT_STR("Alt")))
        *out = CUT_XMP_ALT;
    else
        return false;
    return true;
}

/* A node in rdf:RDF: its properties are the packet's. An array may stand here by itself if it has a
 * name to be referred to by. */
static void start_root_node(cut_rdf *rdf, cut_xmp_name name, const cut_xmp_attribute *attributes,
                            size_t n)
{
    cut_xmp_kind kind;
    if (!array_kind(name, &kind)) {
        (void)take_attributes(rdf, NULL, attributes, n);
        push(rdf, (cut_rdf_frame){.place = CUT_RDF_NODE});
        return;
    }
    const cut_xmp_attribute *id = find_attribute(attributes, n, CUT_STR("nodeID"));
    cut_xmp_node *node = id ? new_node(rdf, (cut_xmp_name){0}) : NULL;
    if (!node) {
        push(rdf, (cut_rdf_frame){.place = CUT_RDF_IGNORED});
        return;
    }
    node->kind = kind;
    cut_rdf_named named = {.id = keep(rdf, id->value), .node = node};
    if (rdf->named.n < CUT_MAX_XMP_NAMED && !CUT_PUSH(rdf->arena, &rdf->named, named))
        rdf->no_memory = true;
    push(rdf, (cut_rdf_frame){.place = CUT_RDF_ARRAY, .node = node});
}

/* What stands in a property: an array, a node, or (though it should not) a property of a structure
 * that was not announced. */
static void start_in_property(cut_rdf *rdf, cut_xmp_name name, const cut_xmp_attribute *attributes,
                              size_t n)
{
    cut_rdf_frame *frame = top(rdf);
    cut_xmp_node *node = frame->node;
    cut_xmp_kind kind;
    if (array_kind(name, &kind)) {
        if (node->child_count == 0)
            node->kind = kind;
        push(rdf, (cut_rdf_frame){.place = CUT_RDF_ARRAY, .node = node});
        return;
    }
    node->kind = CUT_XMP_STRUCT;
    if (is_rdf(name, CUT_STR("Description"))) {
        (void)take_attributes(rdf, node, attributes, n);
        push(rdf, (cut_rdf_frame){.place = CUT_RDF_NODE, .node = node});
        return;
    }
    frame->implied = true;
    start_property(rdf, name, attributes, n);
}

/* Items are rdf:li or rdf:_1, rdf:_2, ... and have no name of their own. */
static void start_item(cut_rdf *rdf, cut_xmp_name name, const cut_xmp_attribute *attributes,
                       size_t n)
{
    bool item = is_rdf(name, CUT_STR("li")) ||
                (is_in(name.prefix, "rdf") && cut_str_starts(name.local, CUT_STR("_")));
    if (item)
        start_property(rdf, (cut_xmp_name){0}, attributes, n);
    else
        push(rdf, (cut_rdf_frame){.place = CUT_RDF_IGNORED});
}

void cut_rdf_start(cut_rdf *rdf, cut_xmp_name name, const cut_xmp_attribute *attributes, size_t n)
{
    cut_rdf_frame *frame = top(rdf);
    cut_rdf_place place = frame ? frame->place : CUT_RDF_OUTSIDE;
    if (rdf->frames.n >= CUT_MAX_XMP_DEPTH) {
        rdf->stop = "elements are nested deeper than the limit";
        return;
    }
    if (place != CUT_RDF_LITERAL)
        clear_text(rdf);
    if (place == CUT_RDF_OUTSIDE && is_rdf(name, CUT_STR("RDF")))
        push(rdf, (cut_rdf_frame){.place = CUT_RDF_ROOT});
    else if (place == CUT_RDF_ROOT ||
             (place == CUT_RDF_OUTSIDE && is_rdf(name, CUT_STR("Description"))))
        start_root_node(rdf, name, attributes, n);
    else if (place == CUT_RDF_NODE)
        start_property(rdf, name, attributes, n);
    else if (place == CUT_RDF_PROPERTY)
        start_in_property(rdf, name, attributes, n);
    else if (place == CUT_RDF_ARRAY)
        start_item(rdf, name, attributes, n);
    else
        push(rdf, (cut_rdf_frame){.place = place});
}

void cut_rdf_text(cut_rdf *rdf, cut_str text)
{
    cut_rdf_frame *frame = top(rdf);
    if (!frame || (frame->place != CUT_RDF_PROPERTY && frame->place != CUT_RDF_LITERAL))
        return;
    if (rdf->lasting && rdf->only.n == 0 && rdf->text.n == 0 && text.n <= CUT_MAX_XMP_VALUE) {
        rdf->only = text;
        return;
    }
    cut_buf_str_add(&rdf->text, rdf->only);
    cut_buf_str_add(&rdf->text, text);
    rdf->only = (cut_str){NULL, 0};
    if (!cut_buf_ok(&rdf->text))
        rdf->stop = "a value is longer than the limit";
}

/* A structure with rdf:value is that value; its other members qualify it (7.8). */
static void unwrap_value(cut_xmp_node *node)
{
    for (cut_xmp_node *member = node->child; member; member = member->next) {
        if (!is_in(member->prefix, "rdf") || !cut_str_eq(member->name, CUT_STR("value")))
            continue;
        node->kind = member->kind;
        node->value = member->value;
        node->last = member->last;
        node->child_count = member->child_count;
        if (member->lang.n)
            node->lang = member->lang;
        node->child = member->child;
        return;
    }
}

/* <property><ex:Type>members</ex:Type></property>: a node with its type in its element name. What
 * was taken for the only member of an unannounced structure is the structure. */
static void unwrap_typed_node(cut_xmp_node *node)
{
    cut_xmp_node *only = node->child;
    if (node->child_count != 1 || only->kind != CUT_XMP_STRUCT)
        return;
    node->child = only->child;
    node->last = only->last;
    node->child_count = only->child_count;
}

/* Inside an array that stands in rdf:RDF by itself; a reference from there could lead back to it.
 */
static bool in_named_array(const cut_rdf *rdf)
{
    for (size_t i = 1; i < rdf->frames.n; i++)
        if (rdf->frames.v[i].place == CUT_RDF_ARRAY && rdf->frames.v[i - 1].place == CUT_RDF_ROOT)
            return true;
    return false;
}

static void end_node(cut_rdf *rdf, const cut_rdf_frame *frame)
{
    cut_xmp_node *node = frame->node;
    if (frame->implied)
        unwrap_typed_node(node);
    if (node->kind == CUT_XMP_STRUCT)
        unwrap_value(node);
    bool text = node->kind == CUT_XMP_TEXT && !frame->has_value && node->value.p == NULL;
    if (text)
        node->value = rdf->only.n > 0 ? rdf->only : copy(rdf, cut_buf_str(&rdf->text));
    if (frame->node_id.n && node->child_count == 0 && !in_named_array(rdf)) {
        cut_rdf_reference reference = {.id = frame->node_id, .node = node};
        if (!CUT_PUSH(rdf->arena, &rdf->references, reference))
            rdf->no_memory = true;
    }
    cut_rdf_frame *below = top(rdf);
    attach(rdf, below ? below->node : NULL, node);
}

void cut_rdf_end(cut_rdf *rdf)
{
    cut_rdf_frame *frame = top(rdf);
    if (!frame)
        return;
    cut_rdf_frame ended = *frame;
    rdf->frames.n--;
    if (ended.owner)
        end_node(rdf, &ended);
    bool inside_literal = ended.place == CUT_RDF_LITERAL && !ended.owner;
    if (!inside_literal)
        clear_text(rdf);
}

static void resolve(cut_rdf *rdf, const cut_rdf_reference *reference)
{
    for (size_t i = 0; i < rdf->named.n; i++) {
        const cut_xmp_node *named = rdf->named.v[i].node;
        if (!cut_str_eq(rdf->named.v[i].id, reference->id))
            continue;
        reference->node->kind = named->kind;
        reference->node->child = named->child;
        reference->node->last = named->last;
        reference->node->child_count = named->child_count;
        return;
    }
}

void cut_rdf_finish(cut_rdf *rdf)
{
    while (rdf->frames.n > 0 && !rdf->no_memory) {
        cut_rdf_frame ended = *top(rdf);
        rdf->frames.n--;
        if (ended.owner && ended.node->child_count > 0)
            end_node(rdf, &ended);
    }
    for (size_t i = 0; i < rdf->references.n; i++)
        resolve(rdf, &rdf->references.v[i]);
}

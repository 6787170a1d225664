#include "ident/ident.h"

#include "base/limits.h"
#include "ident/file_name.h"
#include "ident/shape.h"

/* A value that only counts if its agency has no other ID on the photo (CUT_ID_FALLBACK). */
typedef struct later {
    cutline_media_id ids[8];
    size_t n;
} later;

/* Whether the photo names an agency of a row of the table. */
typedef enum naming { NOT_ASKED, NAMED, NOT_NAMED } naming;

typedef struct finder {
    cut_arena *arena;
    const char *const *agencies;
    size_t agency_count;
    uint8_t named[CUT_ID_SHAPES_MAX]; /* a naming for each row */
    cut_id_list *out;
    cut_sightings *seen; /* NULL if nobody asked */
    cut_str text;        /* what is looked at */
    later later;
    bool failed; /* memory ran out */
} finder;

const char *cut_id_place_name(cut_id_place place)
{
    return cut_id_places[place].evidence;
}

/* "PA Wire" is named by "PA"; "PARIS" is not. */
static bool names_agency(cut_str agency, cut_str name)
{
    return agency.n > 0 && name.n > 0 && cut_to_lower(agency.p[0]) == cut_to_lower(name.p[0]) &&
           cut_str_starts_nocase(agency, name) &&
           (agency.n == name.n || !cut_is_alnum(agency.p[name.n]));
}

/* True if one of the agencies of a "|" list is named by the photo. */
static bool is_named(const finder *f, const char *signals)
{
    cut_str names = cut_str_from(signals);
    while (names.p) {
        cut_str name = cut_str_split(&names, '|');
        for (size_t i = 0; i < f->agency_count; i++)
            if (names_agency(cut_str_from(f->agencies[i]), name))
                return true;
    }
    return false;
}

/* True if the photo names an agency of the row, or has an ID of its namespace in a place reserved
 * for it. */
static bool has_signal(finder *f, size_t row)
{
    if (f->named[row] == NOT_ASKED)
        f->named[row] = is_named(f, cut_id_shapes[row].signals) ? NAMED : NOT_NAMED;
    if (f->named[row] == NAMED)
        return true;
    for (size_t i = 0; i < f->out->ids.n; i++)
        if (f->out->ids.v[i].trust >= CUTLINE_TRUST_STRONG &&
            strcmp(f->out->ids.v[i].ns, cut_id_shapes[row].ns) == 0)
            return true;
    return false;
}

static cutline_trust trust_of(cut_id_place place, const cut_id_shape *shape, const char *ns)
{
    if (shape->flags & CUT_ID_WEAK)
        return CUTLINE_TRUST_WEAK;
    const cut_id_place_row *row = &cut_id_places[place];
    return strcmp(ns, CUTLINE_NAMESPACE_BARE) == 0 ? row->bare : row->trust;
}

/* What says whose ID the shape is: see cut_sighting.signal. */
static const char *signal_of(const finder *f, const cut_id_shape *shape, cut_id_place place)
{
    cut_str names = cut_str_from(shape->signals);
    while (names.p) {
        cut_str name = cut_str_split(&names, '|');
        for (size_t i = 0; i < f->agency_count; i++)
            if (names_agency(cut_str_from(f->agencies[i]), name))
                return f->agencies[i];
    }
    for (size_t i = 0; shape->signals && i < f->out->ids.n; i++)
        if (f->out->ids.v[i].trust >= CUTLINE_TRUST_STRONG &&
            strcmp(f->out->ids.v[i].ns, shape->ns) == 0)
            return f->out->ids.v[i].evidence;
    return shape->signals ? cut_id_place_name(place) : NULL;
}

static bool note(finder *f, const cut_id_shape *shape, cut_id_place place,
                 const cutline_media_id *id)
{
    const char *signal = signal_of(f, shape, place);
    cut_sighting sighting = {.id = *id,
                             .text = cut_arena_copy(f->arena, f->text),
                             .label = shape->label,
                             .signal = signal ? cut_arena_copy_z(f->arena, signal) : NULL};
    return sighting.text && (!signal || sighting.signal) &&
           CUT_PUSH(f->arena, &f->seen->list, sighting);
}

static void add_match(finder *f, cut_id_place place, const cut_id_shape *shape, cut_str value,
                      cut_str host)
{
    const char *ns = cut_shape_namespace(f->arena, shape, host);
    if (!ns)
        ns = CUTLINE_NAMESPACE_BARE;
    cutline_media_id id = {
        .ns = ns,
        .id = cut_id_spell(f->arena, value, shape->letters),
        .evidence = cut_id_place_name(place),
        .trust = trust_of(place, shape, ns),
    };
    if (!id.id || (f->seen && !note(f, shape, place, &id)))
        f->failed = true;
    else if (!(shape->flags & CUT_ID_FALLBACK))
        f->failed |= !cut_id_add(f->arena, f->out, id);
    else if (f->later.n < sizeof f->later.ids / sizeof f->later.ids[0])
        f->later.ids[f->later.n++] = id;
}

/* Which rows of the table a text is tried with. */
typedef enum row_class { ROWS_SURE = 1, ROWS_SHARED = 2, ROWS_BARE = 4 } row_class;

static row_class class_of(const cut_id_shape *shape)
{
    if (shape->signals)
        return ROWS_SHARED;
    return shape->flags & CUT_ID_OWNERLESS ? ROWS_BARE : ROWS_SURE;
}

/* Tries a text with the rows of the classes asked for; true if it is an ID. All shapes that speak
 * for themselves and know their namespace count; of the others the first. */
static bool try_rows(finder *f, cut_id_place place, cut_str text, unsigned classes,
                     unsigned need_flags)
{
    bool hit = false;
    cut_id_rows rows = cut_id_candidates(place, text);
    for (size_t i; cut_id_take_row(&rows, &i);) {
        const cut_id_shape *shape = &cut_id_shapes[i];
        cut_str value, host;
        if ((shape->flags & need_flags) != need_flags)
            continue;
        row_class class = class_of(shape);
        if (!(class & classes) || (hit && (class != ROWS_SURE || !shape->ns)) ||
            (class == ROWS_SHARED && !has_signal(f, i)))
            continue;
        if (cut_shape_match(shape, text, &value, &host)) {
            add_match(f, place, shape, value, host);
            hit = true;
        }
    }
    return hit;
}

static bool is_word_byte(char c)
{
    return cut_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Tries each word of a text with the shapes that are sure enough to be found amid others. */
static bool try_words(finder *f, cut_id_place place, cut_str text)
{
    bool hit = false;
    for (size_t at = 0; at < text.n;) {
        size_t end = at;
        while (end < text.n && is_word_byte(text.p[end]))
            end++;
        if (end > at)
            hit |= try_rows(f, place, cut_str_slice(text, at, end), ROWS_SURE, CUT_ID_WORD);
        at = end + 1;
    }
    return hit;
}

static void look_in_file_name(finder *f, cut_str path)
{
    cut_str stem = cut_id_stem(path);
    if (try_rows(f, CUT_ID_FILE_NAME, stem, ROWS_SURE, 0) || try_words(f, CUT_ID_FILE_NAME, stem))
        return;
    for (;;) {
        if (cut_id_is_camera_name(stem) ||
            try_rows(f, CUT_ID_FILE_NAME, stem, ROWS_SHARED | ROWS_BARE, 0))
            return;
        cut_str shorter = cut_id_without_suffix(stem);
        if (shorter.n == stem.n || shorter.n == 0)
            return;
        stem = shorter;
    }
}

/* True if the text before a parenthesis ends in one of the agencies of a "|" list. */
static bool follows_agency(cut_str before, const char *signals)
{
    cut_str names = cut_str_from(signals);
    before = cut_str_trim(before);
    while (names.p)
        if (cut_str_ends_nocase(before, cut_str_split(&names, '|')))
            return true;
    return false;
}

/* "... Photo by Name/Agency/Shutterstock (16507315bs)": a number in parentheses. */
static void look_in_parenthesis(finder *f, cut_str caption, size_t open)
{
    size_t close = cut_str_find_char(caption, ')', open);
    if (close == SIZE_MAX || close - open > CUT_MAX_MEDIA_ID)
        return;
    cut_str text = cut_str_trim(cut_str_slice(caption, open + 1, close));
    f->text = text;
    cut_id_rows rows = cut_id_candidates(CUT_ID_CAPTION, text);
    for (size_t i; cut_id_take_row(&rows, &i);) {
        const cut_id_shape *shape = &cut_id_shapes[i];
        cut_str value, host;
        if (cut_shape_match(shape, text, &value, &host) &&
            (has_signal(f, i) || follows_agency(cut_str_slice(caption, 0, open), shape->signals)))
            add_match(f, CUT_ID_CAPTION, shape, value, host);
    }
}

static void look_in_caption(finder *f, cut_str caption)
{
    size_t open = cut_str_find_char(caption, '(', 0);
    for (unsigned n = 0; open != SIZE_MAX && n < CUT_MAX_MEDIA_IDS; n++) {
        look_in_parenthesis(f, caption, open);
        open = cut_str_find_char(caption, '(', open + 1);
    }
}

static void look(finder *f, const cut_id_input *in)
{
    cut_str text = cut_str_trim(in->text);
    f->text = text;
    if (in->place == CUT_ID_FILE_NAME)
        look_in_file_name(f, text);
    else if (in->place == CUT_ID_CAPTION)
        look_in_caption(f, text);
    else if (in->place >= CUT_ID_PAGE)
        f->failed |= !cut_ident_add_named(f->arena, in->place, text, NULL, f->out);
    else if (!try_rows(f, in->place, text, ROWS_SURE | ROWS_SHARED | ROWS_BARE, 0) &&
             cut_id_stem(text).n < text.n)
        (void)try_rows(f, in->place, cut_id_stem(text), ROWS_SURE | ROWS_SHARED, 0);
}

static bool has_namespace(const cut_id_list *list, const char *ns)
{
    for (size_t i = 0; i < list->ids.n; i++)
        if (strcmp(list->ids.v[i].ns, ns) == 0)
            return true;
    return false;
}

/* A bare number says nothing beside the same number with its owner. */
static void drop_owned_bare(cut_id_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->ids.n; i++) {
        cutline_media_id id = list->ids.v[i];
        bool owned = false;
        for (size_t k = 0; k < list->ids.n && strcmp(id.ns, CUTLINE_NAMESPACE_BARE) == 0; k++)
            owned |= k != i && strcmp(list->ids.v[k].ns, id.ns) != 0 &&
                     strcmp(list->ids.v[k].id, id.id) == 0;
        if (!owned)
            list->ids.v[kept++] = id;
    }
    list->ids.n = kept;
}

/* Leaves out sightings of what has come to nothing. */
static void drop_unheld(cut_sightings *seen, const cut_id_list *held)
{
    size_t kept = 0;
    for (size_t i = 0; i < seen->list.n; i++) {
        cut_sighting s = seen->list.v[i];
        bool is_held = false;
        for (size_t k = 0; k < held->ids.n && !is_held; k++)
            is_held =
                strcmp(held->ids.v[k].ns, s.id.ns) == 0 && strcmp(held->ids.v[k].id, s.id.id) == 0;
        if (is_held)
            seen->list.v[kept++] = s;
    }
    seen->list.n = kept;
}

cutline_status cut_ident_find(cut_arena *arena, const cut_id_input *inputs, size_t count,
                              const char *const *agencies, size_t agency_count, cut_id_list *out,
                              cutline_error *err)
{
    return cut_ident_see(arena, inputs, count, agencies, agency_count, out, NULL, err);
}

cutline_status cut_ident_see(cut_arena *arena, const cut_id_input *inputs, size_t count,
                             const char *const *agencies, size_t agency_count, cut_id_list *out,
                             cut_sightings *seen, cutline_error *err)
{
    *out = (cut_id_list){{0}};
    finder f = {.arena = arena,
                .agencies = agencies,
                .agency_count = agency_count,
                .out = out,
                .seen = seen};
    for (int place = 0; place < CUT_ID_PLACE_COUNT; place++)
        for (size_t i = 0; i < count; i++)
            if ((int)inputs[i].place == place && inputs[i].text.n > 0)
                look(&f, &inputs[i]);
    for (size_t i = 0; i < f.later.n; i++)
        if (!has_namespace(out, f.later.ids[i].ns))
            f.failed |= !cut_id_add(arena, out, f.later.ids[i]);
    if (f.failed)
        return cut_no_memory(err);
    drop_owned_bare(out);
    cut_id_sort(out);
    if (seen)
        drop_unheld(seen, out);
    return CUTLINE_OK;
}

/* IDs that somebody names: a person, a page, a list. */
#include "base/limits.h"
#include "base/unicode.h"
#include "ident/file_name.h"
#include "ident/namespace.h"
#include "ident/shape.h"

#include <stdlib.h>

typedef struct naming {
    cut_arena *arena;
    cut_id_list *out;
    cut_id_place place;
    bool failed; /* memory ran out */
} naming;

static void add(naming *n, const char *ns, cut_str value, cut_id_letters letters)
{
    cutline_media_id id = {
        .ns = ns,
        .id = cut_id_spell(n->arena, value, letters),
        .evidence = cut_id_place_name(n->place),
        .trust = cut_id_places[n->place].trust,
    };
    if (!id.id || !cut_id_add(n->arena, n->out, id))
        n->failed = true;
}

/* A value of an unknown shape may have been typed in another case than it is kept in. */
static void add_every_case(naming *n, const char *ns, cut_str value)
{
    add(n, ns, value, CUT_ID_AS_FOUND);
    add(n, ns, value, CUT_ID_UPPER);
    add(n, ns, value, CUT_ID_LOWER);
}

/* Shapes that speak for themselves; true if the text has one. */
static bool add_sure(naming *n, cut_str text, unsigned need_flags)
{
    bool hit = false;
    cut_id_rows rows = cut_id_candidates(n->place, text);
    for (size_t i; cut_id_take_row(&rows, &i);) {
        const cut_id_shape *shape = &cut_id_shapes[i];
        cut_str value, host;
        if (shape->signals || (shape->flags & need_flags) != need_flags || (hit && !shape->ns) ||
            !cut_shape_match(shape, text, &value, &host))
            continue;
        const char *ns = cut_shape_namespace(n->arena, shape, host);
        if (ns) {
            add(n, ns, value, shape->letters);
            hit = true;
        }
    }
    return hit;
}

/* How the agency would spell a value that has the shape of one of its IDs. */
static cut_id_letters usual_letters(cut_str value)
{
    cut_str part, host;
    if (!cut_str_all_digits(value))
        for (size_t i = 0; i < cut_id_shape_count; i++)
            if (cut_id_shapes[i].signals && cut_shape_match(&cut_id_shapes[i], value, &part, &host))
                return cut_id_shapes[i].letters;
    return CUT_ID_AS_FOUND;
}

bool cut_ident_add_named(cut_arena *arena, cut_id_place place, cut_str text, const char *ns,
                         cut_id_list *out)
{
    naming n = {.arena = arena, .out = out, .place = place};
    text = cut_str_trim(text);
    if (text.n > 0 && text.n <= CUT_MAX_MEDIA_ID && !add_sure(&n, text, 0))
        add(&n, ns ? ns : CUTLINE_NAMESPACE_BARE, text, usual_letters(text));
    return !n.failed;
}

/* Splits "namespace:value". "urn:...", "tag:..." and addresses are values. */
static bool split_namespace(cut_str text, cut_str *ns, cut_str *value)
{
    static const char *const schemes[] = {"urn", "tag", "http", "https", "uuid"};
    cut_str rest = text;
    *ns = cut_str_trim(cut_str_split(&rest, ':'));
    *value = cut_str_trim(rest);
    if (!rest.p || ns->n == 0 || value->n == 0)
        return false;
    for (size_t i = 0; i < ns->n; i++)
        if (!cut_is_alnum(ns->p[i]) && ns->p[i] != '-')
            return false;
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (cut_str_eq_nocase(*ns, cut_str_from(schemes[i])))
            return false;
    return true;
}

static void read_explicit(naming *n, cut_str typed, cut_str value)
{
    const char *ns = cut_ident_namespace(typed);
    if (!ns)
        ns = cut_id_spell(n->arena, typed, CUT_ID_LOWER);
    if (!ns) {
        n->failed = true;
        return;
    }
    for (size_t i = 0; i < cut_id_shape_count; i++) {
        const cut_id_shape *shape = &cut_id_shapes[i];
        cut_str part, host;
        if (shape->ns && strcmp(shape->ns, ns) == 0 &&
            cut_shape_match(shape, value, &part, &host)) {
            add(n, ns, part, shape->letters);
            return;
        }
    }
    add_every_case(n, ns, value);
}

/* Takes an address apart: *host its host, *name the last part of its path. */
static bool split_address(cut_str text, cut_str *host, cut_str *name)
{
    size_t start = cut_str_find(text, CUT_STR("://"), 0);
    if (start == SIZE_MAX || start > sizeof "https" - 1)
        return false;
    cut_str rest = cut_str_slice(text, start + 3, text.n);
    *host = cut_str_split(&rest, '/');
    cut_str path = rest.p ? cut_str_split(&rest, '?') : (cut_str){"", 0};
    path = cut_str_split(&path, '#');
    while (path.n > 0 && path.p[path.n - 1] == '/')
        path.n--;
    *name = path;
    return true;
}

/* The number that a file name is, after its suffixes; empty if it is not one. */
static cut_str number_of_stem(cut_str stem)
{
    while (!cut_str_all_digits(stem)) {
        cut_str shorter = cut_id_without_suffix(stem);
        if (shorter.n == stem.n)
            return (cut_str){NULL, 0};
        stem = shorter;
    }
    return stem;
}

/* The words of a stem that was tried as a whole. */
static void read_words(naming *n, cut_str stem)
{
    if (cut_str_all_alnum(stem))
        return;
    while (stem.p) {
        size_t end = 0;
        while (end < stem.n && cut_is_alnum(stem.p[end]))
            end++;
        (void)add_sure(n, cut_str_slice(stem, 0, end), CUT_ID_WORD);
        stem = end < stem.n ? cut_str_slice(stem, end + 1, stem.n) : (cut_str){NULL, 0};
    }
}

/* A value alone: an ID, a file name or an address. */
static void read_value(naming *n, cut_str text)
{
    cut_str host = {NULL, 0}, name = text;
    bool is_address = split_address(text, &host, &name);
    cut_str stem = cut_id_stem(name);
    if (!add_sure(n, text, 0) && (stem.n == text.n || !add_sure(n, stem, 0)))
        read_words(n, stem);
    cut_str number = number_of_stem(stem);
    const char *site = is_address ? cut_ident_site(n->arena, host) : NULL;
    if (site && number.n > 0)
        add(n, site, number, CUT_ID_AS_FOUND);
    size_t found = n->out->ids.n;
    for (size_t i = 0; i < found; i++)
        add(n, CUTLINE_NAMESPACE_BARE, cut_str_from(n->out->ids.v[i].id), CUT_ID_AS_FOUND);
    if (number.n > 0)
        add(n, CUTLINE_NAMESPACE_BARE, number, CUT_ID_AS_FOUND);
    if (n->out->ids.n == 0) {
        add(n, CUTLINE_NAMESPACE_BARE, text, usual_letters(text));
        add_every_case(n, CUTLINE_NAMESPACE_BARE, text);
    }
}

static cutline_status check_text(cut_str text, cutline_error *err)
{
    if (text.n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "empty media ID");
    if (text.n > CUT_MAX_MEDIA_ID)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "media ID of %zu bytes, at most %u are allowed",
                        text.n, CUT_MAX_MEDIA_ID);
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < 0x20 || text.p[i] == 0x7F)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "media ID with a control character");
    if (!cut_utf8_valid(text))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "media ID that is not UTF-8");
    return CUTLINE_OK;
}

cut_str cut_ident_ascii_digits(cut_arena *arena, cut_str text)
{
    char *out =
        cut_is_ascii(text) ? cut_arena_copy(arena, text) : cut_arena_alloc(arena, text.n + 1, 1);
    if (!out || cut_is_ascii(text))
        return (cut_str){out, out ? text.n : 0};
    size_t n = 0;
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        int digit = cut_uc_digit_value(cut_utf8_next(text, &at));
        if (digit >= 0)
            out[n++] = (char)('0' + digit);
        else {
            memcpy(out + n, text.p + from, at - from);
            n += at - from;
        }
    }
    return (cut_str){out, n};
}

cutline_status cut_ident_parse(cut_arena *arena, cut_str text, cut_id_list *out, cutline_error *err)
{
    *out = (cut_id_list){{0}};
    text = cut_str_trim(text);
    cutline_status status = check_text(text, err);
    if (status != CUTLINE_OK)
        return status;
    naming n = {.arena = arena, .out = out, .place = CUT_ID_BY_HAND};
    cut_str ns, value;
    text = cut_ident_ascii_digits(arena, text);
    if (!text.p)
        return cut_no_memory(err);
    if (split_namespace(text, &ns, &value))
        read_explicit(&n, ns, value);
    else
        read_value(&n, text);
    return n.failed ? cut_no_memory(err) : CUTLINE_OK;
}

/* What cutline_media_id_parse() hands out, with the memory it lives in. */
typedef struct parsed_ids {
    cutline_media_ids ids; /* first: the caller's pointer is also ours */
    cut_arena arena;
} parsed_ids;

cutline_status cutline_media_id_parse(const char *text, cutline_media_ids **out, cutline_error *err)
{
    *out = NULL;
    parsed_ids *parsed = calloc(1, sizeof *parsed);
    if (!parsed)
        return cut_no_memory(err);
    cut_arena_init(&parsed->arena, CUT_MAX_ID_ARENA);
    cut_id_list list;
    cutline_status status = cut_ident_parse(&parsed->arena, cut_str_from(text), &list, err);
    parsed->ids = (cutline_media_ids){.items = list.ids.v, .count = list.ids.n};
    if (status == CUTLINE_OK)
        *out = &parsed->ids;
    else
        cutline_media_ids_free(&parsed->ids);
    return status;
}

void cutline_media_ids_free(cutline_media_ids *ids)
{
    parsed_ids *parsed = (parsed_ids *)ids;
    if (!parsed)
        return;
    cut_arena_release(&parsed->arena);
    free(parsed);
}

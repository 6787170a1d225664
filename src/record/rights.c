#include "record/rights.h"

#include "base/error.h"
#include "caption/rights.h"
#include "record/edit_check.h"
#include "record/restrictions.h"

#include <cutline/nearest.h>

/* ---- kinds -----------------------------------------------------------------------------------
 */

typedef enum value_kind { NO_VALUE, DATE, TERRITORY, MEDIUM, WORDS } value_kind;

static const struct {
    const char *name;
    value_kind value;
} kinds[] = {
    {"credit_mandatory", NO_VALUE},
    {"editorial_only", NO_VALUE},
    {"embargo", DATE},
    {"expiry", DATE},
    {"medium_only", MEDIUM},
    {"medium_out", MEDIUM},
    {"no_archive", NO_VALUE},
    {"no_commercial", NO_VALUE},
    {"no_crop", NO_VALUE},
    {"no_resale", NO_VALUE},
    {"no_sales", NO_VALUE},
    {"not_for_social", NO_VALUE},
    {"one_time_use", NO_VALUE},
    {"sensitive", NO_VALUE},
    {"territory_only", TERRITORY},
    {"territory_out", TERRITORY},
    {"third_party", NO_VALUE},
    {"title_out", WORDS},
    {"correction", NO_VALUE},
    {"kill", NO_VALUE},
};
#define KINDS (sizeof kinds / sizeof kinds[0])

static const char *kind_at(size_t index, const void *context)
{
    (void)context;
    return index < KINDS ? kinds[index].name : NULL;
}

static size_t find_kind(cut_str name)
{
    size_t i = 0;
    while (i < KINDS && !cut_str_eq(name, cut_str_from(kinds[i].name)))
        i++;
    return i;
}

const char *cut_right_kind(cut_str name)
{
    size_t kind = find_kind(name);
    return kind < KINDS ? kinds[kind].name : NULL;
}

bool cut_right_has_name(const char *kind)
{
    value_kind value = kinds[find_kind(cut_str_from(kind))].value;
    return value != NO_VALUE && value != DATE;
}

bool cut_right_is_dated(const char *kind)
{
    return kinds[find_kind(cut_str_from(kind))].value == DATE;
}

const char *cut_right_value(cut_arena *arena, const char *kind, cut_str value)
{
    switch (kinds[find_kind(cut_str_from(kind))].value) {
    case TERRITORY:
        return cut_territory_name(arena, value);
    case MEDIUM:
        return cut_medium_name(arena, value);
    case NO_VALUE:
    case DATE:
    case WORDS:
        break;
    }
    return cut_arena_copy(arena, value);
}

/* ---- as text ---------------------------------------------------------------------------------
 */

/* Takes " until 2026-12-31" off the end; *out stays if it is not there. */
static bool take_date(cut_arena *arena, cut_str word, cut_str *text, const char **out)
{
    size_t at = SIZE_MAX, next = cut_str_find_nocase(*text, word, 0);
    for (; next != SIZE_MAX; next = cut_str_find_nocase(*text, word, next + 1))
        at = next;
    cut_str date =
        cut_str_trim(cut_str_slice(*text, at == SIZE_MAX ? text->n : at + word.n, text->n));
    if (date.n == 0 || !cut_edit_is_date(date))
        return true;
    *out = cut_arena_copy(arena, date);
    *text = cut_str_trim(cut_str_slice(*text, 0, at));
    return *out != NULL;
}

static cutline_status unknown_kind(const char *typed, cutline_error *err)
{
    const char *near = cutline_nearest(typed, kind_at, NULL);
    return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                    near ? "there is no right \"%s\"; did you mean \"%s\"?"
                         : "there is no right \"%s\"",
                    typed, near);
}

/* Of an embargo and an expiry the value is the date. */
static void date_by_kind(cutline_right *right)
{
    if (strcmp(right->kind, "embargo") == 0)
        right->from = right->value;
    else if (strcmp(right->kind, "expiry") == 0)
        right->until = right->value;
}

static cutline_status parse_value(cut_arena *arena, cut_str value, value_kind wanted,
                                  cutline_right *out, cutline_error *err)
{
    if (value.n == 0)
        return CUTLINE_OK;
    if (wanted == NO_VALUE)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s stands alone, without \"%.*s\"", out->kind,
                        CUT_FMT(value));
    if (wanted == DATE && !cut_edit_is_date(value))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s takes a date like %s:2016-05-02", out->kind,
                        out->kind);
    out->value = cut_right_value(arena, out->kind, value);
    if (!out->value)
        return cut_no_memory(err);
    if (wanted == DATE)
        date_by_kind(out);
    return CUTLINE_OK;
}

cutline_status cut_right_parse(cut_arena *arena, cut_str text, cutline_right *out,
                               cutline_error *err)
{
    *out = (cutline_right){.origin = CUTLINE_ORIGIN_HAND};
    text = cut_str_trim(text);
    if (!take_date(arena, CUT_STR(" until "), &text, &out->until) ||
        !take_date(arena, CUT_STR(" from "), &text, &out->from))
        return cut_no_memory(err);
    cut_str value = text, name = cut_str_trim(cut_str_split(&value, ':'));
    const char *typed = cut_arena_copy(arena, name);
    size_t kind = find_kind(name);
    if (!typed)
        return cut_no_memory(err);
    if (kind == KINDS)
        return unknown_kind(typed, err);
    out->kind = kinds[kind].name;
    if (kinds[kind].value == DATE && (out->from || out->until))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s takes a date like %s:2016-05-02", out->kind,
                        out->kind);
    return parse_value(arena, cut_str_trim(value), kinds[kind].value, out, err);
}

/* "territory_out:Japan", without dates that are not its value. */
static const char *bare_text(cut_arena *arena, const cutline_right *right)
{
    return right->value ? cut_arena_printf(arena, "%s:%s", right->kind, right->value) : right->kind;
}

const char *cut_right_text(cut_arena *arena, const cutline_right *right)
{
    const char *text = bare_text(arena, right);
    bool is_date = cut_right_is_dated(right->kind);
    if (text && !is_date && right->from)
        text = cut_arena_printf(arena, "%s from %s", text, right->from);
    if (text && !is_date && right->until)
        text = cut_arena_printf(arena, "%s until %s", text, right->until);
    return text;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && cut_str_eq_nocase(cut_str_from(a), cut_str_from(b)));
}

bool cut_rights_add(cut_arena *arena, cut_rights *rights, const cutline_right *right)
{
    for (size_t i = 0; i < rights->n; i++)
        if (strcmp(rights->v[i].kind, right->kind) == 0 &&
            same_text(rights->v[i].value, right->value) &&
            same_text(rights->v[i].from, right->from) &&
            same_text(rights->v[i].until, right->until))
            return true;
    return CUT_PUSH(arena, rights, *right);
}

/* ---- what texts say --------------------------------------------------------------------------
 */

static bool add_read(cut_arena *arena, const cut_caption_right *read,
                     const cut_rights_source *source, cut_rights *rights)
{
    cutline_right right = {.kind = read->kind,
                           .value = read->value,
                           .from = read->from,
                           .until = read->until,
                           .text = cut_arena_copy(arena, read->text),
                           .field = source->field,
                           .where = source->where,
                           .origin = CUTLINE_ORIGIN_CAPTION};
    if (strcmp(read->kind, "embargo") == 0)
        right.value = read->from;
    else if (strcmp(read->kind, "expiry") == 0)
        right.value = read->until;
    return right.text && cut_rights_add(arena, rights, &right);
}

/* What a code says that is told more closely by a right of another kind: PARIS MATCH OUT is about a
 * title, PRINT ONLY about what is left. */
static bool is_told(const cut_caption_rights *read, const char *code)
{
    bool territory = strcmp(code, "territory_out") == 0, medium = strcmp(code, "medium_out") == 0;
    for (size_t i = 0; i < read->n; i++) {
        const char *kind = read->v[i].kind;
        if (strcmp(kind, code) == 0 ||
            (territory &&
             (strcmp(kind, "title_out") == 0 || strcmp(kind, "territory_only") == 0)) ||
            ((territory || medium) && strcmp(kind, "medium_only") == 0) ||
            (territory && strcmp(kind, "medium_out") == 0))
            return true;
    }
    return false;
}

cutline_status cut_rights_read(cut_arena *arena, const char *text, const cutline_strings *codes,
                               const cut_rights_source *source, cut_rights *rights,
                               cutline_error *err)
{
    cut_caption_rights read = {0};
    cutline_status status = CUTLINE_OK;
    if (text && (!codes || codes->count > 0))
        status =
            cut_caption_rights_read(arena, cut_str_from(text), source->taken, !codes, &read, err);
    bool ok = true;
    for (size_t i = 0; i < read.n && ok; i++)
        ok = add_read(arena, &read.v[i], source, rights);
    for (size_t i = 0; codes && i < codes->count && ok; i++) {
        cutline_right right = {.kind = codes->items[i],
                               .field = source->field,
                               .where = source->where,
                               .origin = CUTLINE_ORIGIN_CAPTION};
        if (!is_told(&read, codes->items[i]))
            ok = cut_rights_add(arena, rights, &right);
    }
    return status == CUTLINE_OK && !ok ? cut_no_memory(err) : status;
}

/* ---- by hand ---------------------------------------------------------------------------------
 */

/* A part that is not named stands for any. */
static bool covers(const char *named, const char *part)
{
    return !named || same_text(named, part);
}

/* All of its kind, or those with its value and dates. */
static void take_away(cut_rights *rights, const cutline_right *right)
{
    size_t n = 0;
    for (size_t i = 0; i < rights->n; i++) {
        const cutline_right *one = &rights->v[i];
        bool goes = strcmp(one->kind, right->kind) == 0 && covers(right->value, one->value) &&
                    covers(right->from, one->from) && covers(right->until, one->until);
        if (!goes)
            rights->v[n++] = rights->v[i];
    }
    rights->n = n;
}

cutline_status cut_rights_by_hand(cut_arena *arena, const char *hand, cut_rights *rights,
                                  cutline_error *err)
{
    cut_text_list texts;
    if (!cut_texts_split(arena, cut_str_from(hand), &texts))
        return cut_no_memory(err);
    for (size_t i = 0; i < texts.n; i++) {
        cutline_right right;
        cutline_error why;
        cut_str text = cut_str_from(texts.v[i]);
        /* What an older or newer version of the table called otherwise is passed over. */
        if (cut_right_parse(arena, cut_str_slice(text, 1, text.n), &right, &why) != CUTLINE_OK)
            continue;
        if (text.p[0] == '-')
            take_away(rights, &right);
        else if (!cut_rights_add(arena, rights, &right))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

/* Drops "+X" and "-X" from the hand value; true if "+X" was there. */
static bool drop(cut_text_list *texts, const char *right)
{
    size_t n = 0;
    bool added = false;
    for (size_t i = 0; i < texts->n; i++) {
        bool same = cut_str_eq_nocase(cut_str_from(texts->v[i] + 1), cut_str_from(right));
        added = added || (same && texts->v[i][0] == '+');
        if (!same)
            texts->v[n++] = texts->v[i];
    }
    texts->n = n;
    return added;
}

cutline_status cut_rights_edit(cut_arena *arena, const char *hand, const cut_edit *edit,
                               cut_str *out, cutline_error *err)
{
    cut_text_list old, typed, all;
    bool adds = edit->op == CUTLINE_EDIT_APPEND;
    *out = (cut_str){NULL, 0};
    if (edit->op == CUTLINE_EDIT_SET)
        return CUTLINE_OK;
    if (!cut_texts_split(arena, cut_str_from(hand ? hand : ""), &old) ||
        !cut_texts_split(arena, edit->value, &typed))
        return cut_no_memory(err);
    all = (cut_text_list){CUT_NEW_ARRAY(arena, const char *, old.n + typed.n), 0};
    if (!all.v)
        return cut_no_memory(err);
    for (size_t i = 0; i < old.n; i++)
        all.v[all.n++] = old.v[i];
    for (size_t i = 0; i < typed.n; i++) {
        cutline_right right;
        cutline_status status = cut_right_parse(arena, cut_str_from(typed.v[i]), &right, err);
        if (status != CUTLINE_OK)
            return status;
        const char *text = cut_right_text(arena, &right);
        const char *entry = text ? cut_arena_printf(arena, "%c%s", adds ? '+' : '-', text) : NULL;
        if (!entry)
            return cut_no_memory(err);
        if (!drop(&all, text) || adds)
            all.v[all.n++] = entry;
    }
    if (all.n > 0)
        *out = cut_texts_join(arena, &all);
    return all.n == 0 || out->p ? CUTLINE_OK : cut_no_memory(err);
}

/* ---- all -------------------------------------------------------------------------------------
 */

bool cut_rights_kinds(cut_arena *arena, const cut_rights *rights, cutline_strings *out)
{
    *out = (cutline_strings){0};
    for (size_t i = 0; i < rights->n; i++) {
        const char **one = CUT_NEW(arena, const char *);
        if (!one)
            return false;
        /* Those of date fields are no restriction by themselves. */
        if (rights->v[i].origin == CUTLINE_ORIGIN_IIM && rights->v[i].value)
            continue;
        *one = rights->v[i].kind;
        cutline_strings more = {one, 1};
        if (!cut_restrictions_add(arena, out, &more))
            return false;
    }
    return true;
}

/* What a person says counts; else the later embargo and the earlier expiry. */
static bool is_stricter(const cutline_right *right, const cutline_right *than)
{
    bool hand = right->origin == CUTLINE_ORIGIN_HAND, other = than->origin == CUTLINE_ORIGIN_HAND;
    if (hand != other || hand)
        return hand;
    int order = strcmp(right->value, than->value);
    return strcmp(right->kind, "expiry") == 0 ? order < 0 : order > 0;
}

const char *cut_rights_value(const cut_rights *rights, const char *kind)
{
    const cutline_right *best = NULL;
    for (size_t i = 0; i < rights->n; i++) {
        const cutline_right *right = &rights->v[i];
        if (!right->value || strcmp(right->kind, kind) != 0)
            continue;
        if (!best || is_stricter(right, best))
            best = right;
    }
    return best ? best->value : NULL;
}

#include "record/rights.h"

#include "base/error.h"
#include "caption/caption.h"
#include "record/edit_check.h"
#include "record/restrictions.h"

#include <cutline/nearest.h>

/* ---- kinds -----------------------------------------------------------------------------------
 */

typedef enum value_kind { NO_VALUE, DATE, WORDS } value_kind;

static const struct {
    const char *name;
    value_kind value;
} kinds[] = {
    {"credit_mandatory", NO_VALUE},
    {"editorial_only", NO_VALUE},
    {"embargo", DATE},
    {"expiry", DATE},
    {"medium_out", WORDS},
    {"no_archive", NO_VALUE},
    {"no_commercial", NO_VALUE},
    {"no_crop", NO_VALUE},
    {"no_resale", NO_VALUE},
    {"no_sales", NO_VALUE},
    {"not_for_social", NO_VALUE},
    {"one_time_use", NO_VALUE},
    {"sensitive", NO_VALUE},
    {"territory_only", WORDS},
    {"territory_out", WORDS},
    {"third_party", NO_VALUE},
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

/* ---- as text ---------------------------------------------------------------------------------
 */

cutline_status cut_right_parse(cut_arena *arena, cut_str text, cutline_right *out,
                               cutline_error *err)
{
    cut_str value = cut_str_trim(text), name = cut_str_trim(cut_str_split(&value, ':'));
    const char *typed = cut_arena_copy(arena, name);
    size_t kind = find_kind(name);
    value = cut_str_trim(value);
    *out = (cutline_right){.kind = kind < KINDS ? kinds[kind].name : NULL,
                           .value = value.n > 0 ? cut_arena_copy(arena, value) : NULL,
                           .origin = CUTLINE_ORIGIN_HAND};
    if (!typed || (value.n > 0 && !out->value))
        return cut_no_memory(err);
    if (!out->kind) {
        const char *near = cutline_nearest(typed, kind_at, NULL);
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        near ? "there is no right \"%s\"; did you mean \"%s\"?"
                             : "there is no right \"%s\"",
                        typed, near);
    }
    if (out->value && kinds[kind].value == NO_VALUE)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s stands alone, without \"%s\"", out->kind,
                        out->value);
    if (out->value && kinds[kind].value == DATE && !cut_edit_is_date(value))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s takes a date like %s:2016-05-02", out->kind,
                        out->kind);
    return CUTLINE_OK;
}

const char *cut_right_text(cut_arena *arena, const cutline_right *right)
{
    return right->value ? cut_arena_printf(arena, "%s:%s", right->kind, right->value) : right->kind;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && cut_str_eq_nocase(cut_str_from(a), cut_str_from(b)));
}

bool cut_rights_add(cut_arena *arena, cut_rights *rights, const cutline_right *right)
{
    for (size_t i = 0; i < rights->n; i++)
        if (strcmp(rights->v[i].kind, right->kind) == 0 &&
            same_text(rights->v[i].value, right->value))
            return true;
    return CUT_PUSH(arena, rights, *right);
}

/* ---- what texts say --------------------------------------------------------------------------
 */

/* Words that a date stands behind. */
static const char *const embargo_words[] = {"embargo",          "not before",
                                            "hold for release", "not for publication",
                                            "not for release",  "sperrfrist"};
static const char *const expiry_words[] = {"after", "expir", "until", "valid", "delete", "within"};

/* "May", "MAY", "Sept.": 1 to 12; 0 if it is no month. */
static unsigned month_of(cut_str word)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (unsigned i = 0; i < 12 && word.n >= 3; i++)
        if (cut_str_starts_nocase(cut_str_from(months[i]), word))
            return i + 1;
    return 0;
}

/* Takes the next run of letters or of digits off the front; what is between is passed over. */
static cut_str next_token(cut_str *rest)
{
    size_t from = 0, to;
    while (from < rest->n && !cut_is_alnum(rest->p[from]))
        from++;
    for (to = from; to < rest->n && cut_is_alnum(rest->p[to]) &&
                    cut_is_digit(rest->p[to]) == cut_is_digit(rest->p[from]);)
        to++;
    cut_str token = cut_str_slice(*rest, from, to);
    *rest = cut_str_slice(*rest, to, rest->n);
    return token;
}

/* A date as it is being read. */
typedef struct loose_date {
    uint64_t year, month, day;
} loose_date;

/* "2 May 2031", "May 2, 2031", "2031-05-02", "31.5.2031". Which of two small numbers is the month
 * cannot be told, and is not guessed. */
static void take_token(loose_date *date, cut_str token)
{
    uint64_t number = 0;
    bool is_number = cut_str_to_u64(token, &number);
    if (!is_number && !date->month)
        date->month = month_of(token);
    else if (is_number && token.n == 4)
        date->year = number;
    else if (is_number && token.n <= 2 && number > 12 && number <= 31)
        date->day = number;
    else if (is_number && token.n <= 2 && number > 0 && number <= 12) {
        /* Behind a year the month comes first; behind a day of over 12 it is the month, too. */
        bool is_month = !date->month && (date->day > 12 || (date->year && !date->day));
        if (is_month)
            date->month = number;
        else
            date->day = number;
    }
}

/* The date in the first words of a text; *out NULL if there is none. */
static cutline_status date_in(cut_arena *arena, cut_str text, const char **out, cutline_error *err)
{
    loose_date date = {0};
    *out = NULL;
    while (text.n > 0 && !(date.year && date.month && date.day))
        take_token(&date, next_token(&text));
    if (!date.year || !date.month || !date.day)
        return CUTLINE_OK;
    const char *made = cut_arena_printf(arena, "%04u-%02u-%02u", (unsigned)date.year,
                                        (unsigned)date.month, (unsigned)date.day);
    if (made && cut_edit_is_date(cut_str_from(made)))
        *out = made;
    return made ? CUTLINE_OK : cut_no_memory(err);
}

/* The date behind the first of the words that has one behind it, within a line of 80 bytes. */
static cutline_status date_behind(cut_arena *arena, cut_str text, const char *const *words,
                                  size_t count, const char **out, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    *out = NULL;
    for (size_t i = 0; i < count && status == CUTLINE_OK && !*out; i++) {
        cut_str word = cut_str_from(words[i]);
        size_t at = cut_str_find_nocase(text, word, 0);
        if (at != SIZE_MAX)
            status = date_in(arena, cut_str_slice(text, at + word.n, at + word.n + 80), out, err);
    }
    return status;
}

static bool is_medium(cut_str words)
{
    static const char *const media[] = {
        "internet", "tv",     "mags",       "magazines",  "magazine", "web",   "online",
        "mobile",   "radio",  "newspapers", "books",      "print",    "blogs", "broadcast",
        "video",    "social", "tabloids",   "television", "websites"};
    for (size_t i = 0; i < sizeof media / sizeof media[0]; i++)
        if (cut_str_ends_nocase(words, cut_str_from(media[i])))
            return true;
    return false;
}

static bool ends_phrase(char c)
{
    return strchr(".;:,()-/*\n", c) != NULL;
}

/* " OUT" in capitals is no prose; " out" stands for any case. */
static size_t find_out(cut_str text, cut_str out, size_t from)
{
    return cut_is_upper(out.p[1]) ? cut_str_find(text, out, from)
                                  : cut_str_find_nocase(text, out, from);
}

/* "JAPAN OUT", "TV OUT": what stands before each "out", back to a mark. */
static bool add_outs(cut_arena *arena, cut_str text, const char *kind, cut_str out,
                     cutline_origin origin, cut_rights *rights)
{
    bool media = strcmp(kind, "medium_out") == 0;
    for (size_t at = 0; (at = find_out(text, out, at)) != SIZE_MAX; at += out.n) {
        size_t from = at;
        if (at + out.n < text.n && cut_is_alnum(text.p[at + out.n]))
            continue;
        while (from > 0 && at - from < 40 && !ends_phrase(text.p[from - 1]))
            from--;
        cut_str words = cut_str_trim(cut_str_slice(text, from, at));
        if (words.n == 0 || is_medium(words) != media)
            continue;
        cutline_right right = {kind, cut_arena_copy(arena, words), origin};
        if (!right.value || !cut_rights_add(arena, rights, &right))
            return false;
    }
    return true;
}

static cutline_status read_code(cut_arena *arena, cut_str text, const char *code,
                                cutline_origin origin, cut_rights *rights, cutline_error *err)
{
    cutline_right right = {.kind = code, .origin = origin};
    cutline_status status = CUTLINE_OK;
    size_t before = rights->n;
    bool ok = true;
    if (strcmp(code, "embargo") == 0)
        status = date_behind(arena, text, embargo_words,
                             sizeof embargo_words / sizeof embargo_words[0], &right.value, err);
    else if (strcmp(code, "expiry") == 0)
        status = date_behind(arena, text, expiry_words,
                             sizeof expiry_words / sizeof expiry_words[0], &right.value, err);
    else if (strcmp(code, "territory_out") == 0 || strcmp(code, "medium_out") == 0)
        ok = add_outs(arena, text, code, CUT_STR(" out"), origin, rights);
    if (status == CUTLINE_OK && ok && rights->n == before)
        ok = cut_rights_add(arena, rights, &right);
    return status == CUTLINE_OK && !ok ? cut_no_memory(err) : status;
}

cutline_status cut_rights_read(cut_arena *arena, const char *text, const cutline_strings *codes,
                               cutline_origin origin, cut_rights *rights, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < codes->count && status == CUTLINE_OK; i++)
        status = read_code(arena, cut_str_from(text), codes->items[i], origin, rights, err);
    return status;
}

bool cut_rights_read_outs(cut_arena *arena, const char *text, cut_rights *rights, bool *found)
{
    size_t before = rights->n;
    bool ok = add_outs(arena, cut_str_from(text), "territory_out", CUT_STR(" OUT"),
                       CUTLINE_ORIGIN_CAPTION, rights);
    *found = rights->n > before;
    return ok;
}

/* ---- by hand ---------------------------------------------------------------------------------
 */

/* All of its kind, or the one with its value. */
static void take_away(cut_rights *rights, const cutline_right *right)
{
    size_t n = 0;
    for (size_t i = 0; i < rights->n; i++) {
        bool goes = strcmp(rights->v[i].kind, right->kind) == 0 &&
                    (!right->value || same_text(rights->v[i].value, right->value));
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
        bool same = strcmp(texts->v[i] + 1, right) == 0;
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

const char *cut_rights_value(const cut_rights *rights, const char *kind)
{
    const char *value = NULL;
    for (size_t i = 0; i < rights->n; i++) {
        const cutline_right *right = &rights->v[i];
        bool better = !value || right->origin == CUTLINE_ORIGIN_HAND;
        if (right->value && strcmp(right->kind, kind) == 0 && better)
            value = right->value;
    }
    return value;
}

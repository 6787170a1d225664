#include "store/sqlite/match.h"

#include "record/rights.h"
#include "store/sqlite/field_words.h"

/* The columns of the search table in the order of cut_text_column's bits. */
static const char *const column_names[CUT_TEXT_COLUMNS] = {
    "caption", "headline", "credit", "byline", "keywords", "persons", "place", "file"};

/* ---- search ---------------------------------------------------------------------------------- */

/* {caption headline} : "john kerry" * */
static void add_words(cut_buf *out, const cut_query_node *node)
{
    cut_buf_char(out, '{');
    for (unsigned i = 0; i < CUT_TEXT_COLUMNS; i++)
        if (node->columns & (1u << i))
            cut_buf_printf(out, "%s ", column_names[i]);
    cut_buf_z(out, "} : \"");
    cut_buf_str_add(out, node->words);
    cut_buf_z(out, node->prefix ? "\" *" : "\"");
}

static cut_answered text_answered(const cut_query_node *node)
{
    bool level = node->part == CUT_PART_CITY || node->part == CUT_PART_REGION ||
                 node->part == CUT_PART_COUNTRY;
    if (node->columns == 0 || node->words.n == 0)
        return CUT_ANSWERED_NOT;
    return level || node->match == CUT_MATCH_EXACT ? CUT_ANSWERED_PARTLY : CUT_ANSWERED_WHOLLY;
}

bool cut_match_bars(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_NOT && cut_match_answers(node->first) == CUT_ANSWERED_WHOLLY;
}

/* Words joined by "and" and "or", and words that must not be there beside words that must. */
cut_answered cut_match_answers(const cut_query_node *node)
{
    bool some = false, all = true;
    if (node->kind == CUT_QUERY_TEXT)
        return text_answered(node);
    if (node->kind != CUT_QUERY_AND && node->kind != CUT_QUERY_OR)
        return CUT_ANSWERED_NOT;
    for (const cut_query_node *child = node->first; child; child = child->next) {
        cut_answered answered = cut_match_answers(child);
        some = some || answered != CUT_ANSWERED_NOT;
        all = all && (answered == CUT_ANSWERED_WHOLLY ||
                      (node->kind == CUT_QUERY_AND && cut_match_bars(child)));
    }
    if (some && all)
        return CUT_ANSWERED_WHOLLY;
    return some && node->kind == CUT_QUERY_AND ? CUT_ANSWERED_PARTLY : CUT_ANSWERED_NOT;
}

/* The children that are answered, then those that are barred. */
static void add_children(cut_buf *out, const cut_query_node *node, const char *between)
{
    bool some = false;
    cut_buf_z(out, "((");
    for (const cut_query_node *child = node->first; child; child = child->next) {
        if (cut_match_answers(child) == CUT_ANSWERED_NOT)
            continue;
        cut_buf_z(out, some ? between : "");
        cut_match_add(child, out);
        some = true;
    }
    cut_buf_char(out, ')');
    for (const cut_query_node *child = node->first; child; child = child->next) {
        if (node->kind != CUT_QUERY_AND || !cut_match_bars(child))
            continue;
        cut_buf_z(out, " NOT ");
        cut_match_add(child->first, out);
    }
    cut_buf_char(out, ')');
}

void cut_match_add(const cut_query_node *node, cut_buf *out)
{
    if (node->kind == CUT_QUERY_TEXT)
        add_words(out, node);
    else
        add_children(out, node, node->kind == CUT_QUERY_AND ? " AND " : " OR ");
}

/* ---- fields ---------------------------------------------------------------------------------- */

static int index_of(const cut_query_node *node)
{
    if (node->part == CUT_PART_RESTRICTION)
        return CUT_INDEX_RESTRICTION;
    return node->part == CUT_PART_ROLE ? CUT_INDEX_ROLE : node->field;
}

bool cut_match_is_field(const cut_query_node *node)
{
    if (node->kind == CUT_QUERY_PERIOD)
        return node->clock == CUT_CLOCK_FIELD;
    return node->kind == CUT_QUERY_TEXT &&
           (node->part == CUT_PART_FIELD || node->part == CUT_PART_RESTRICTION ||
            node->part == CUT_PART_ROLE);
}

bool cut_match_is_kind_of_right(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_RIGHT && node->text.n == 0 && !node->from && !node->before &&
           !cut_right_is_dated(node->right);
}

cut_answered cut_match_answers_field(const cut_query_node *node)
{
    bool checked = node->kind == CUT_QUERY_TEXT &&
                   (node->match == CUT_MATCH_EXACT || node->match == CUT_MATCH_REGEX);
    return checked ? CUT_ANSWERED_PARTLY : CUT_ANSWERED_WHOLLY;
}

/* Any word of a field: "ax" * */
static void add_some(int field, cut_buf *out)
{
    cut_buf_char(out, '"');
    cut_field_tag_add(field, out);
    cut_buf_z(out, "\" *");
}

/* All that lies between two days as beginnings of their eight digits; `from` and `to` have eight,
 * `n` digits stand fast. A date may be a year or a month only: it lies before the days of it. */
static void add_days(int field, const char *from, const char *to, char digits[9], size_t n,
                     cut_buf *out)
{
    char least[9] = "00000000", most[9] = "99999999";
    memcpy(least, digits, n);
    memcpy(most, digits, n);
    if (strcmp(most, from) < 0 || strcmp(least, to) > 0)
        return;
    if (n == 8 || (strcmp(least, from) >= 0 && strcmp(most, to) <= 0)) {
        cut_buf_z(out, " OR \"");
        cut_field_tag_add(field, out);
        cut_buf_printf(out, "%.*s\" *", (int)n, digits);
        return;
    }
    if ((n == 4 || n == 6) && strcmp(least, from) >= 0) {
        cut_buf_z(out, " OR \"");
        cut_field_tag_add(field, out);
        cut_buf_printf(out, "%.*s\"", (int)n, digits);
    }
    for (char c = '0'; c <= '9'; c++) {
        digits[n] = c;
        add_days(field, from, to, digits, n + 1, out);
    }
}

/* "2016-05" as eight digits, the rest filled. */
static void eight_digits(const char *date, char fill, char out[9])
{
    size_t n = 0;
    for (const char *p = date ? date : ""; *p && n < 8; p++)
        if (cut_is_digit(*p))
            out[n++] = *p;
    while (n < 8)
        out[n++] = fill;
    out[8] = '\0';
}

static void add_period(int field, const char *from, const char *to, cut_buf *out)
{
    char first[9], last[9], digits[9];
    eight_digits(from, '0', first);
    eight_digits(to, '9', last);
    cut_buf_z(out, "\"0\""); /* a word that no field has: the period may end before it begins */
    add_days(field, first, last, digits, 0, out);
}

/* The words side by side: "axcanon axeos" */
static bool add_phrase(cut_arena *arena, const cut_query_node *node, cut_buf *out)
{
    int field = index_of(node);
    cut_buf words;
    cut_str text = node->text;
    cut_buf_init(&words, (size_t)64 << 10 << 2);
    if (node->prefix)
        text.n--;
    bool ok = cut_field_words_add(arena, field, text, &words) && cut_buf_ok(&words);
    cut_buf_char(out, '"');
    cut_buf_str_add(out, cut_str_trim(cut_buf_str(&words)));
    cut_buf_z(out, node->prefix ? "\" *" : "\"");
    cut_buf_release(&words);
    return ok;
}

bool cut_match_add_field(cut_arena *arena, const cut_query_node *node, cut_buf *out)
{
    int field = index_of(node);
    if (node->kind == CUT_QUERY_PERIOD)
        add_period(field, node->from, node->before, out);
    else if (node->match == CUT_MATCH_SOME || node->match == CUT_MATCH_REGEX || node->words.n == 0)
        add_some(field, out);
    else
        return add_phrase(arena, node, out);
    return true;
}

void cut_match_add_ai(cut_buf *out)
{
    cut_buf_char(out, '"');
    cut_field_tag_add(CUT_INDEX_SOURCE, out);
    cut_buf_z(out, "ai\"");
}

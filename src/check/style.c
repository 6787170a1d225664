/* What the style books of agencies ask for: the present tense, days by their names, who stands
 * where, no more than is read. */
#include "check/check.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "check/style_table.h"
#include "check/weekday.h"

/* ---- words -------------------------------------------------------------------------------------
 */

static bool is_word_char(uint32_t c)
{
    return cut_uc_is_letter_or_mark(c) || cut_uc_is_digit(c) || c == '\'' || c == 0x2019;
}

/* The next word from *at on; empty at the end. */
static cut_str next_word(cut_str text, size_t *at)
{
    size_t from = *at, to;
    while (from < text.n && !is_word_char(cut_utf8_next(text, at)))
        from = *at;
    for (to = *at; to < text.n && is_word_char(cut_utf8_next(text, at));)
        to = *at;
    *at = to;
    return cut_str_slice(text, from, to);
}

/* Quotation marks between two words, whichever language they are of. */
static size_t count_quotes(cut_str gap)
{
    size_t n = 0;
    for (size_t at = 0; at < gap.n;) {
        uint32_t c = cut_utf8_next(gap, &at);
        n += c == '"' || c == 0x00AB || c == 0x00BB || (c >= 0x201C && c <= 0x201E);
    }
    return n;
}

/* What stands before a word, from `from` on. */
static cut_str gap_before(cut_str text, size_t from, cut_str word)
{
    return cut_str_slice(text, from, word.n ? (size_t)(word.p - text.p) : text.n);
}

/* Whether a word is one of those in a list that is separated by blanks. */
static bool is_among(const char *list, cut_str word)
{
    cut_str rest = cut_str_from(list);
    while (rest.p)
        if (cut_str_eq(cut_str_split(&rest, ' '), word))
            return true;
    return false;
}

/* ---- tense -------------------------------------------------------------------------------------
 */

/* The verb of a first sentence comes early; further on stand those of other clauses. */
#define WORDS_TO_VERB 16

/* The first verb decides. A word that begins another clause ("who", "that") or quotes somebody
 * leaves it open. */
void cut_check_past_tense(cut_checking *c)
{
    cut_str text = cut_str_from(c->parts->caption);
    if (strcmp(c->parts->language, "en") != 0)
        return;
    for (size_t at = 0, n = 0; n < WORDS_TO_VERB; n++) {
        size_t before = at;
        cut_str word = next_word(text, &at);
        cut_str gap = gap_before(text, before, word);
        if (word.n == 0 || count_quotes(gap) > 0 ||
            (n > 1 && cut_str_find(gap, CUT_STR(". "), 0) != SIZE_MAX) ||
            is_among(cut_clause_words, word) || is_among(cut_present_verbs, word))
            return;
        if (is_among(cut_past_verbs, word)) {
            cut_check_fault(c, "caption", CUTLINE_NO_OFFSET,
                            "\"%.*s\": the first sentence is in the present tense", CUT_FMT(word));
            return;
        }
    }
}

/* ---- days --------------------------------------------------------------------------------------
 */

/* Which day "today" was is not known later. What somebody said may be about today. */
void cut_check_relative_day(cut_checking *c)
{
    const char *words = NULL;
    for (size_t i = 0; i < cut_relative_day_count; i++)
        if (strcmp(cut_relative_days[i].language, c->parts->language) == 0)
            words = cut_relative_days[i].words;
    bool quoted = false;
    for (size_t at = 0; words && at < c->text.n;) {
        size_t before = at;
        cut_str word = next_word(c->text, &at);
        quoted ^= count_quotes(gap_before(c->text, before, word)) % 2 == 1;
        if (word.n && !quoted && is_among(words, word))
            cut_check_at(c, word.p - c->text.p, "\"%.*s\": name the day", CUT_FMT(word));
    }
}

/* AP: "on Monday, May 2, 2016". */
void cut_check_no_weekday(cut_checking *c)
{
    size_t at;
    if (!cut_check_names_agency(c, "AP") || c->parts->file_photo ||
        strcmp(c->parts->language, "en") != 0)
        return;
    for (size_t i = 0; i < c->parts->decision_count; i++) {
        const cutline_decision *d = &c->parts->decisions[i];
        if (strcmp(d->rule, "date.picture") == 0 && strlen(c->parts->date) == 10 &&
            cut_weekday_beside(c->arena, c->text, d->from, d->to, &at) < 0)
            cut_check_at(c, d->from, "AP names the day of the week");
    }
}

/* ---- people ------------------------------------------------------------------------------------
 */

/* "X and Y" with nothing else between that could part them: both are in the picture. */
static bool stand_together(cut_str text, const char *first, const char *second)
{
    static const char *const joints[] = {" and ", " & ", " und ", " et ",
                                         " y ",   " e ", " en ",  " ve "};
    size_t a = cut_str_find(text, cut_str_from(first), 0);
    size_t end = a == SIZE_MAX ? SIZE_MAX : a + strlen(first);
    size_t b = end == SIZE_MAX ? SIZE_MAX : cut_str_find(text, cut_str_from(second), end);
    if (b == SIZE_MAX || b - end > 8)
        return false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (cut_str_eq(cut_str_slice(text, end, b), cut_str_from(joints[i])))
            return true;
    return false;
}

void cut_check_no_positions(cut_checking *c)
{
    const cutline_caption *parts = c->parts;
    for (size_t i = 0; i < parts->person_count; i++)
        if (parts->persons[i].position)
            return;
    for (size_t i = 1; i < parts->person_count; i++)
        if (stand_together(cut_str_from(parts->caption), parts->persons[i - 1].name,
                           parts->persons[i].name)) {
            cut_check_fault(c, "caption", CUTLINE_NO_OFFSET, "%s and %s: say who stands where",
                            parts->persons[i - 1].name, parts->persons[i].name);
            return;
        }
}

/* ---- length ------------------------------------------------------------------------------------
 */

void cut_check_too_long(cut_checking *c)
{
    size_t words = 0, at = 0;
    cut_str text = cut_str_from(c->parts->caption);
    while (next_word(text, &at).n > 0)
        words++;
    if (words > CUT_LONG_CAPTION_WORDS)
        cut_check_fault(c, "caption", CUTLINE_NO_OFFSET, "%zu words; captions have %u at most",
                        words, CUT_LONG_CAPTION_WORDS);
}

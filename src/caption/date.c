/*
 * Dates: every way of writing one is found, each is weighed by the words around it, and the one
 * that says when the picture was taken is kept.
 */
#include "caption/grammar.h"

typedef cut_when when;

/* Photography begins. */
#define FIRST_YEAR 1826
#define LAST_YEAR 2099

static bool is_year(const cut_token *t)
{
    return t->kind == CUT_TOK_NUMBER && t->fold_n == 4 && t->number >= FIRST_YEAR &&
           t->number <= LAST_YEAR;
}

static bool is_day(const cut_token *t)
{
    return t->kind == CUT_TOK_NUMBER && t->fold_n <= 2 && t->number >= 1 && t->number <= 31;
}

/* Past the "st", "er", "." or "º" of an ordinal. */
static size_t skip_ordinal(const cut_doc *doc, size_t at)
{
    static const cut_str suffixes[] = {
        CUT_WORD("st"), CUT_WORD("nd"),  CUT_WORD("rd"), CUT_WORD("th"), CUT_WORD("er"),
        CUT_WORD("e"),  CUT_WORD("ste"), CUT_WORD("de"), CUT_WORD("o"),  CUT_WORD("a"),
        CUT_WORD("го"), CUT_WORD("ого"), CUT_WORD("го.")};
    const cut_token *t = cut_token_at(doc, at);
    if (t->gap != CUT_GAP_NONE)
        return at;
    if (cut_word_in(doc, at, suffixes, CUT_COUNT(suffixes)) || cut_token_is(t, '.') ||
        cut_token_is(t, 0xBA) || cut_token_is(t, 0xB0))
        return at + 1;
    return at;
}

/* Past words that join the parts of a date: "of", "de", the Arabic "min", commas. */
static size_t skip_joint(const cut_doc *doc, size_t at)
{
    static const cut_str joints[] = {CUT_WORD("of"), CUT_WORD("de"),  CUT_WORD("del"),
                                     CUT_WORD("di"), CUT_WORD("d'"),  CUT_WORD("do"),
                                     CUT_WORD("من"), CUT_WORD("год"), CUT_WORD("the")};
    while (cut_token_is(cut_token_at(doc, at), ',') || cut_token_is(cut_token_at(doc, at), '-') ||
           cut_word_in(doc, at, joints, CUT_COUNT(joints)))
        at++;
    return at;
}

/* A month at `at`, with its full stop and a second name: "mayo/ayar" in "2 مايو/أيار". */
static size_t read_month(const cut_doc *doc, size_t at, unsigned *month)
{
    size_t n = cut_lex_match(doc, at, CUT_IS_MONTH, month);
    if (n == 0)
        return 0;
    size_t end = at + n;
    if (cut_token_is(cut_token_at(doc, end), '.') && cut_token_at(doc, end)->gap == CUT_GAP_NONE)
        end++;
    unsigned other;
    bool slash = cut_token_is(cut_token_at(doc, end), '/'),
         open = cut_token_is(cut_token_at(doc, end), '(');
    size_t m = slash || open ? cut_lex_match(doc, end + 1, CUT_IS_MONTH, &other) : 0;
    if (m > 0 && other == *month && (slash || cut_token_is(cut_token_at(doc, end + 1 + m), ')')))
        end += 1 + m + open;
    return end - at;
}

/* "-4", "and 4": the end of a range of days. */
static size_t skip_range(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("and"), CUT_WORD("to"), CUT_WORD("und"),
                                    CUT_WORD("et"),  CUT_WORD("y"),  CUT_WORD("bis"),
                                    CUT_WORD("au")};
    const cut_token *t = cut_token_at(doc, at);
    if ((cut_token_is(t, '-') || cut_word_in(doc, at, words, CUT_COUNT(words))) &&
        is_day(cut_token_at(doc, at + 1)))
        return skip_ordinal(doc, at + 2);
    return at;
}

/* "May 2, 2016", "Nov. 6, 2018", "MAY 02, 2016", "August 2015". */
static bool month_first(const cut_doc *doc, size_t at, when *w)
{
    size_t n = read_month(doc, at, &w->month);
    if (n == 0)
        return false;
    size_t i = at + n;
    if (is_day(cut_token_at(doc, i))) {
        w->day = cut_token_at(doc, i)->number;
        i = skip_range(doc, skip_ordinal(doc, i + 1));
    }
    size_t year = skip_joint(doc, i);
    if (!is_year(cut_token_at(doc, year)) || cut_token_at(doc, year)->starts)
        return false;
    w->year = cut_token_at(doc, year)->number;
    w->from = at;
    w->to = year + 1;
    return true;
}

/* "07 October 2015", "1er décembre 2018", "22. November 2021", "20 de mayo de 2018". */
static bool day_first(const cut_doc *doc, size_t at, when *w)
{
    if (!is_day(cut_token_at(doc, at)))
        return false;
    w->day = cut_token_at(doc, at)->number;
    size_t i = skip_range(doc, skip_ordinal(doc, at + 1));
    i = skip_joint(doc, i);
    size_t n = read_month(doc, i, &w->month);
    if (n == 0)
        return false;
    size_t year = skip_joint(doc, i + n);
    if (!is_year(cut_token_at(doc, year)))
        return false;
    w->year = cut_token_at(doc, year)->number;
    w->from = at;
    w->to = year + 1;
    return true;
}

/* "2018. április 8.", "2018 m. gegužės 4 d." */
static bool year_month_day(const cut_doc *doc, size_t at, when *w)
{
    if (!is_year(cut_token_at(doc, at)))
        return false;
    size_t i = at + 1;
    i += cut_token_is(cut_token_at(doc, i), '.');
    size_t n = read_month(doc, i, &w->month);
    if (n == 0 || !is_day(cut_token_at(doc, i + n)) || is_year(cut_token_at(doc, i + n + 1)))
        return false;
    w->year = cut_token_at(doc, at)->number;
    w->day = cut_token_at(doc, i + n)->number;
    w->from = at;
    w->to = skip_ordinal(doc, i + n + 1);
    return true;
}

static bool is_date_sign(const cut_token *t, uint32_t sign)
{
    return cut_token_is(t, sign) && t->gap == CUT_GAP_NONE;
}

/* "2018-05-14", "2018/5/14" */
static bool year_first(const cut_doc *doc, size_t at, when *w)
{
    const cut_token *t = cut_token_at(doc, at);
    uint32_t sign = cut_token_at(doc, at + 1)->ch;
    if (!is_year(t) || (sign != '-' && sign != '/' && sign != '.') ||
        !is_date_sign(cut_token_at(doc, at + 1), sign) ||
        !is_date_sign(cut_token_at(doc, at + 3), sign) || !is_day(cut_token_at(doc, at + 2)) ||
        !is_day(cut_token_at(doc, at + 4)))
        return false;
    *w = (when){t->number, cut_token_at(doc, at + 2)->number, cut_token_at(doc, at + 4)->number, at,
                at + 5};
    return w->month <= 12;
}

/* "14.05.2018", "12/03/2018", "03-11-19": day first, as everywhere but in the United States; a
 * second number past 12 tells the American order. */
static bool numeric(const cut_doc *doc, size_t at, when *w)
{
    uint32_t sign = cut_token_at(doc, at + 1)->ch;
    const cut_token *year = cut_token_at(doc, at + 4);
    if ((sign != '.' && sign != '/' && sign != '-') || !is_day(cut_token_at(doc, at)) ||
        !is_date_sign(cut_token_at(doc, at + 1), sign) || !is_day(cut_token_at(doc, at + 2)) ||
        !is_date_sign(cut_token_at(doc, at + 3), sign) || year->kind != CUT_TOK_NUMBER)
        return false;
    bool american = cut_token_at(doc, at + 2)->number > 12;
    *w = (when){0, cut_token_at(doc, at + (american ? 0 : 2))->number,
                cut_token_at(doc, at + (american ? 2 : 0))->number, at, at + 5};
    if (is_year(year))
        w->year = year->number;
    else if (year->fold_n == 2)
        w->year = year->number + (year->number < 50 ? 2000 : 1900);
    return w->year != 0 && w->month <= 12;
}

static bool is_han(const cut_doc *doc, size_t at, cut_str character)
{
    return cut_str_eq(cut_token_fold(doc, cut_token_at(doc, at)), character) ||
           cut_str_eq(cut_doc_span(doc, at, at + 1), character);
}

/* First year of the Japanese era that ends before `at` ("平成30年"), less one; 0 if none. */
static unsigned era_before(const cut_doc *doc, size_t at)
{
    static const struct {
        cut_str a, b;
        unsigned year;
    } eras[] = {{CUT_WORD("令"), CUT_WORD("和"), 2018},
                {CUT_WORD("平"), CUT_WORD("成"), 1988},
                {CUT_WORD("昭"), CUT_WORD("和"), 1925}};
    for (size_t i = 0; at >= 2 && i < CUT_COUNT(eras); i++) {
        if (is_han(doc, at - 2, eras[i].a) && is_han(doc, at - 1, eras[i].b))
            return eras[i].year;
    }
    return 0;
}

/* "2016年5月2日", "2018년 5월 9일". */
static bool east_asian(const cut_doc *doc, size_t at, when *w)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind != CUT_TOK_NUMBER ||
        !(is_han(doc, at + 1, CUT_STR("年")) || is_han(doc, at + 1, CUT_STR("년"))))
        return false;
    unsigned era = era_before(doc, at);
    *w = (when){.year = era ? era + t->number : t->number, .from = at, .to = at + 2};
    if (w->year < FIRST_YEAR || w->year > LAST_YEAR)
        return false;
    const cut_token *month = cut_token_at(doc, at + 2);
    if (!is_day(month) || month->number > 12 ||
        !(is_han(doc, at + 3, CUT_STR("月")) || is_han(doc, at + 3, CUT_STR("월"))))
        return false;
    w->month = month->number;
    w->to = at + 4;
    if (is_day(cut_token_at(doc, at + 4)) &&
        (is_han(doc, at + 5, CUT_STR("日")) || is_han(doc, at + 5, CUT_STR("일")))) {
        w->day = cut_token_at(doc, at + 4)->number;
        w->to = at + 6;
    }
    return true;
}

/* "STOCKHOLM 20190906": eight digits behind the place in front. */
static bool eight_digits(const cut_doc *doc, size_t at, when *w)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->fold_n != 8 || at == 0 || at > 4 || !cut_token_capital(&t[-1]))
        return false;
    *w = (when){t->number / 10000, t->number / 100 % 100, t->number % 100, at, at + 1};
    return w->year >= FIRST_YEAR && w->year <= LAST_YEAR && w->day > 0;
}

bool cut_date_at(const cut_doc *doc, size_t at, cut_when *w)
{
    const cut_token *t = cut_token_at(doc, at);
    *w = (when){0};
    if (t->kind == CUT_TOK_NUMBER && t->fold_n == 8)
        return eight_digits(doc, at, w);
    if (t->kind == CUT_TOK_NUMBER)
        return east_asian(doc, at, w) || day_first(doc, at, w) || year_first(doc, at, w) ||
               year_month_day(doc, at, w) || numeric(doc, at, w);
    return cut_lex_may(doc, at, CUT_IS_MONTH) && month_first(doc, at, w);
}

/* "5月12日" */
static bool east_asian_day(const cut_doc *doc, size_t at, when *w)
{
    const cut_token *day = cut_token_at(doc, at + 2);
    if (!is_day(cut_token_at(doc, at)) || !is_day(day) || !is_han(doc, at + 1, CUT_STR("月")) ||
        !is_han(doc, at + 3, CUT_STR("日")))
        return false;
    *w = (when){0, cut_token_at(doc, at)->number, day->number, at, at + 4};
    return true;
}

/* "12.05.", "12/05", where no third number follows. */
static bool numeric_day(const cut_doc *doc, size_t at, when *w)
{
    const cut_token *sign = cut_token_at(doc, at + 1), *month = cut_token_at(doc, at + 2),
                    *next = cut_token_at(doc, at + 3);
    if (!is_day(cut_token_at(doc, at)) || sign->gap != CUT_GAP_NONE || !is_day(month) ||
        month->gap != CUT_GAP_NONE)
        return false;
    bool dots = cut_token_is(sign, '.') && cut_token_is(next, '.') && next->gap == CUT_GAP_NONE;
    if (!dots && !cut_token_is(sign, '/'))
        return false;
    bool american = month->number > 12;
    *w = (when){0, american ? cut_token_at(doc, at)->number : month->number,
                american ? month->number : cut_token_at(doc, at)->number, at, at + 3 + dots};
    return true;
}

bool cut_day_at(const cut_doc *doc, size_t at, cut_when *w)
{
    const cut_token *t = cut_token_at(doc, at);
    *w = (when){.from = at};
    if (t->kind != CUT_TOK_NUMBER) {
        size_t n = read_month(doc, at, &w->month);
        if (n == 0 || !is_day(cut_token_at(doc, at + n)))
            return false;
        w->day = cut_token_at(doc, at + n)->number;
        w->to = skip_ordinal(doc, at + n + 1);
        return true;
    }
    if (east_asian_day(doc, at, w) || numeric_day(doc, at, w))
        return w->month <= 12;
    size_t month = skip_joint(doc, skip_ordinal(doc, at + 1));
    size_t n = is_day(t) ? read_month(doc, month, &w->month) : 0;
    w->day = t->number;
    w->to = month + n;
    return n > 0;
}

/* ---- weighing ---- */

/* How sure we are that a date is the picture's. */
enum { SCORE_NEVER = -1000, SCORE_LEAST = 0 };

/* Past what may stand between a cue and its date: "on", a weekday, a comma, brackets. */
static size_t before_date(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {
        CUT_WORD("on"),  CUT_WORD("le"),  CUT_WORD("am"),  CUT_WORD("el"),
        CUT_WORD("il"),  CUT_WORD("em"),  CUT_WORD("den"), CUT_WORD("the"),
        CUT_WORD("la"),  CUT_WORD("vom"), CUT_WORD("on:"), CUT_WORD("in"),
        CUT_WORD("day"), CUT_WORD("يوم"), CUT_WORD("في"),  CUT_WORD("this")};
    while (at > 0) {
        const cut_token *t = cut_token_at(doc, at - 1);
        bool skip = cut_token_is(t, ',') || cut_token_is(t, ':') || cut_token_is(t, '(') ||
                    cut_lex_may(doc, at - 1, CUT_IS_WEEKDAY) ||
                    (cut_token_is(t, '.') && at > 1 && cut_lex_may(doc, at - 2, CUT_IS_WEEKDAY)) ||
                    cut_word_in(doc, at - 1, words, CUT_COUNT(words));
        if (!skip)
            return at;
        at--;
    }
    return 0;
}

/* The cue phrase that ends just before `end`; the longest of those that begin within eight words.
 */
static bool cue_ending(const cut_doc *doc, size_t end, unsigned *cue)
{
    for (size_t back = 8; back > 0; back--) {
        if (back <= end && cut_lex_match_within(doc, end - back, end, CUT_IS_DATE_CUE, cue) == back)
            return true;
    }
    return false;
}

/* Words further in front, in the same clause, that say the date is another one's: "released by the
 * ministry on May 2". */
static int far_cues(const cut_doc *doc, size_t at)
{
    static const cut_str clause[] = {CUT_WORD("shows"), CUT_WORD("show"),    CUT_WORD("showing"),
                                     CUT_WORD("seen"),  CUT_WORD("depicts"), CUT_WORD("muestra")};
    int score = 0;
    bool taken = false, comma = false;
    for (size_t i = at; i > 0 && at - i < 16; i--) {
        const cut_token *t = cut_token_at(doc, i - 1);
        if (cut_token_at(doc, i)->starts || cut_token_is(t, ';'))
            break;
        comma |= cut_token_is(t, ',') && i + 1 < at;
        if (t->fold_n < 4)
            continue; /* no clause and no cue is so short */
        if (cut_word_in(doc, i - 1, clause, CUT_COUNT(clause)))
            break;
        unsigned cue;
        size_t n = cut_lex_match(doc, i - 1, CUT_IS_DATE_CUE, &cue);
        if (n == 0)
            continue;
        /* "an image taken from a video released on ..." says when of the video */
        taken |= cue == CUT_DATE_TAKEN && !cut_word_is(doc, i - 1 + n, CUT_STR("from"));
        if (cue == CUT_DATE_NOT)
            score -= comma ? 20 : 300;
        else if (cue != CUT_DATE_LESS)
            score -= comma ? 5 : 30;
    }
    return taken ? 100 : score;
}

static int cue_score(const cut_doc *doc, size_t from)
{
    unsigned cue;
    if (!cut_lex_any(doc, CUT_IS_DATE_CUE))
        return 0;
    if (cue_ending(doc, from, &cue) || cue_ending(doc, before_date(doc, from), &cue)) {
        if (cue == CUT_DATE_TAKEN)
            return 200;
        if (cue == CUT_DATE_LESS)
            return -50;
        if (cue == CUT_DATE_UNLIKELY)
            return -150;
        int far = far_cues(doc, from);
        return far > 0 ? far : -300;
    }
    return far_cues(doc, from);
}

/* The date closes its sentence, or opens the text, or a dateline's colon follows. */
static bool well_placed(const cut_doc *doc, const when *w)
{
    const cut_token *next = cut_token_at(doc, w->to);
    return w->from == 0 || next->kind == CUT_TOK_END || next->starts || cut_token_is(next, '.') ||
           cut_token_is(next, ':') || cut_token_is(next, ';') || next->zone != CUT_ZONE_BODY ||
           cut_token_is(next, '(') || cut_token_is(next, ')');
}

/* Several pictures in one: the first date is the first picture's, whatever stands behind it. */
static bool is_combination(const cut_doc *doc)
{
    static const cut_str words[] = {CUT_WORD("combination"), CUT_WORD("combo"),
                                    CUT_WORD("combined"), CUT_WORD("montage"),
                                    CUT_WORD("bildkombo")};
    for (size_t i = 0; i < 10 && i < doc->count; i++) {
        if (cut_word_in(doc, i, words, CUT_COUNT(words)))
            return true;
    }
    return false;
}

static int score(const cut_doc *doc, const when *w)
{
    int s = 100 + cue_score(doc, w->from);
    unsigned sentence = doc->tokens[w->from].sentence;
    s -= 20 * (int)(sentence < 4 ? sentence : 4);
    s += w->day ? 20 : 0;
    s += well_placed(doc, w) && !is_combination(doc) ? 15 : 0;
    s += w->from > 0 && cut_lex_may(doc, before_date(doc, w->from), CUT_IS_WEEKDAY) ? 5 : 0;
    size_t after = skip_joint(doc, w->to);
    unsigned kind;
    if (cut_lex_match(doc, after, CUT_IS_PREFIX, &kind) && kind == CUT_PREFIX_FILE)
        s += 100; /* "In this Monday, Nov. 11, 2019 file photo" */
    return s;
}

static bool valid(const when *w)
{
    static const unsigned days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return w->month >= 1 && w->month <= 12 && w->day <= days[w->month - 1];
}

/* Writes the last `width` decimal digits. */
static void put_digits(char *out, size_t width, unsigned value)
{
    while (width-- > 0) {
        out[width] = (char)('0' + value % 10);
        value /= 10;
    }
}

/* By hand: nearly every caption has a date, and printf costs more than finding it. */
static const char *iso(cut_doc *doc, const when *w)
{
    char *out = cut_arena_copy(doc->arena, w->day ? CUT_STR("0000-00-00") : CUT_STR("0000-00"));
    if (!out)
        return NULL;
    put_digits(out, 4, w->year);
    put_digits(out + 5, 2, w->month);
    if (w->day)
        put_digits(out + 8, 2, w->day);
    return out;
}

/* A caption holds a handful of dates; a text that holds more is no caption. */
#define MOST_DATES 64

bool cut_find_date(cut_doc *doc, const char **date)
{
    when best = {0};
    int best_score = SCORE_LEAST;
    size_t seen = 0;
    for (size_t i = 0; i < doc->count && seen < MOST_DATES;) {
        when w;
        const cut_token *t = &doc->tokens[i];
        bool body = (t->kind == CUT_TOK_NUMBER || cut_lex_may(doc, i, CUT_IS_MONTH)) &&
                    (t->zone == CUT_ZONE_BODY || t->zone == CUT_ZONE_PREFIX);
        if (!body || !cut_date_at(doc, i, &w) || !valid(&w)) {
            i++;
            continue;
        }
        int s = score(doc, &w);
        seen++;
        if (s > best_score) {
            best = w;
            best_score = s;
        }
        for (size_t k = w.from; k < w.to; k++)
            doc->tokens[k].dated = 1;
        i = w.to;
    }
    if (!best.year)
        return true;
    cut_doc_decide(doc, "date.picture", best.from, best.to);
    *date = iso(doc, &best);
    return *date != NULL;
}

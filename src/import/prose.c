#include "import/prose.h"

#include "base/unicode.h"
#include "ident/ident.h"
#include "import/card.h"

/* Longest captions seen on wires are about 3,000 bytes (Getty, with notices); uncredited ones on
 * pages are one or two sentences. */
#define CREDITED_MAX ((size_t)4096)
#define UNCREDITED_MAX ((size_t)420)
/* A paragraph of a story that ends in an agency's name is longer than this. */
#define BRIEF_MIN ((size_t)200)
/* A dateline stands within the first bytes of a story. */
#define DATELINE_MAX ((size_t)100)
/* A shorter text with an agency before a dash may be a credit: "AFP - Jonas Frey". */
#define DATELINED_MIN ((size_t)60)
/* Words in a caption that is no sentence: "Syrian President Bashar al-Assad". */
#define PHRASE_WORDS_MAX 16

static bool is_word_char(uint32_t c)
{
    return cut_uc_is_letter(c) || cut_uc_is_digit(c) || cut_uc_is_mark(c);
}

/* Cuts the next word off a folded text; an empty word at the end. */
static cut_str next_word(cut_str s, size_t *at)
{
    size_t start = *at, next = *at;
    while (*at < s.n && !is_word_char(cut_utf8_next(s, &next)))
        start = *at = next;
    next = *at;
    while (*at < s.n && is_word_char(cut_utf8_next(s, &next)))
        *at = next;
    return cut_str_slice(s, start, *at);
}

static bool has_word(cut_str folded, const char *const *words)
{
    for (size_t at = 0; at < folded.n;) {
        cut_str word = next_word(folded, &at);
        for (const char *const *w = words; word.n > 0 && *w; w++)
            if (cut_str_eq(word, cut_str_from(*w)))
                return true;
    }
    return false;
}

static size_t count_words(cut_str folded)
{
    size_t n = 0;
    for (size_t at = 0; at < folded.n;)
        n += next_word(folded, &at).n > 0;
    return n;
}

static bool has_phrase(cut_str folded, const char *const *phrases)
{
    for (const char *const *p = phrases; *p; p++)
        if (cut_str_find(folded, cut_str_from(*p), 0) != SIZE_MAX)
            return true;
    return false;
}

/* Skips white space and one dash or colon; true if there was one. */
static bool skip_dash(cut_str s, size_t at)
{
    while (at < s.n && s.p[at] == ' ')
        at++;
    cut_str rest = cut_str_slice(s, at, s.n);
    return cut_str_starts(rest, CUT_STR("-")) || cut_str_starts(rest, CUT_STR(":")) ||
           cut_str_starts(rest, CUT_STR("\xE2\x80\x93")) || /* U+2013 */
           cut_str_starts(rest, CUT_STR("\xE2\x80\x94"));   /* U+2014 */
}

/* "GENEVA (Reuters) - ", "BEIRUT, May 2 (AFP):" */
static bool has_agency_dateline(cut_str text)
{
    size_t open = cut_str_find_char(text, '(', 0);
    if (open == SIZE_MAX || open > DATELINE_MAX)
        return false;
    size_t close = cut_str_find_char(text, ')', open);
    return close != SIZE_MAX && close - open < 40 &&
           cut_agency_canonical(cut_str_slice(text, open + 1, close)) && skip_dash(text, close + 1);
}

static cut_str behind_last(cut_str s, char separator)
{
    size_t at = s.n;
    while (at > 0 && s.p[at - 1] != separator)
        at--;
    return cut_str_trim(cut_str_slice(s, at, s.n));
}

static bool is_paper(cut_arena *arena, cut_str name)
{
    return name.n > 0 && (cut_ident_site(arena, name) || cut_agency_canonical(name));
}

/* "London, Asharq Al-Awsat - ", "جنيف: «الشرق الأوسط»": the text before the first dash ends in a
 * newspaper or agency, or a quoted name follows a colon at once. */
static bool has_paper_dateline(cut_arena *arena, cut_str text)
{
    cut_str head = cut_str_slice(text, 0, cut_utf8_floor(text, DATELINE_MAX));
    for (size_t at = 0; at < head.n; (void)cut_utf8_next(head, &at)) {
        if (at == 0 || !skip_dash(head, at))
            continue;
        cut_str before = cut_str_slice(head, 0, at);
        if (is_paper(arena, behind_last(before, ',')) || is_paper(arena, behind_last(before, '-')))
            return true;
        cut_str after = cut_str_trim(cut_str_slice(head, at + 1, head.n));
        if (head.p[at] == ':' && cut_str_starts(after, CUT_STR("\xC2\xAB"))) /* U+00AB */
            return true;
    }
    return false;
}

/* The text behind the credit must be known to the caption grammar as a notice (it is then not part
 * of the bare caption); otherwise the "credit" was a mention within prose. */
static bool credit_ends_text(cut_str text, const cutline_caption *parsed)
{
    cut_str line = cut_str_from(parsed->credit.line);
    size_t at = SIZE_MAX;
    for (size_t from = cut_str_find(text, line, 0); from != SIZE_MAX;
         from = cut_str_find(text, line, from + 1))
        at = from;
    if (at == SIZE_MAX || at < text.n / 4)
        return true;
    cut_str tail = cut_str_trim(cut_str_slice(text, at + line.n, text.n));
    while (tail.n > 0 && !cut_is_alnum(tail.p[0]) && (unsigned char)tail.p[0] < 0x80)
        tail = cut_str_slice(tail, 1, tail.n);
    return tail.n == 0 ||
           cut_str_find(cut_str_from(parsed->caption),
                        cut_str_slice(tail, 0, cut_utf8_floor(tail, 40)), 0) == SIZE_MAX;
}

static bool has_position(const cutline_caption *parsed)
{
    for (size_t i = 0; i < parsed->person_count; i++)
        if (parsed->persons[i].position)
            return true;
    return false;
}

/* Ends in a full date, as captions do: "... in Geneva, May 2, 2016." */
static bool ends_in_year(cut_str text)
{
    while (text.n > 0 && !cut_is_alnum(text.p[text.n - 1]) &&
           (unsigned char)text.p[text.n - 1] < 0x80)
        text.n--;
    return text.n > 4 && cut_str_all_digits(cut_str_slice(text, text.n - 4, text.n)) &&
           !cut_is_digit(text.p[text.n - 5]);
}

static bool ends_sentence(cut_str text)
{
    return text.n > 0 &&
           (strchr(".!?\"", text.p[text.n - 1]) || cut_str_ends(text, CUT_STR("\xE2\x80\x9D")));
}

/* "Why the Truce Matters": all longer words begin with a capital, as in a headline. */
static bool is_title_case(cut_str text)
{
    size_t longer = 0, capital = 0;
    for (size_t at = 0; at < text.n;) {
        cut_str word = next_word(text, &at);
        size_t first = 0;
        if (word.n <= 3)
            continue;
        longer++;
        capital += cut_uc_is_upper(cut_utf8_next(word, &first));
    }
    return longer > 1 && capital == longer;
}

/* "Syrian President Bashar al-Assad", "smoke over the old town": no sentence, but somebody or
 * something shown. */
static bool is_phrase(cut_str text, cut_str folded, const cutline_caption *parsed)
{
    size_t words = count_words(folded);
    if (ends_sentence(text) || words > PHRASE_WORDS_MAX || has_word(folded, cut_weekday_words))
        return false;
    if (words > 3)
        return parsed->person_count > 0 || !is_title_case(text);
    return parsed->person_count > 0 || parsed->place.city || parsed->place.country;
}

/* Position after the digits at `at` if there are three to five, else SIZE_MAX. */
static size_t skip_number(cut_str s, size_t at)
{
    size_t end = at;
    while (end < s.n && cut_is_digit(s.p[end]))
        end++;
    return end - at >= 3 && end - at <= 5 ? end : SIZE_MAX;
}

/* "3000 x 2000": a size in pixels. */
static bool has_dimensions(cut_str s)
{
    for (size_t at = 0; at < s.n; at++) {
        size_t end = at > 0 && cut_is_digit(s.p[at - 1]) ? SIZE_MAX : skip_number(s, at);
        if (end == SIZE_MAX)
            continue;
        cut_str rest = cut_str_trim(cut_str_slice(s, end, s.n));
        size_t sign = cut_str_starts_nocase(rest, CUT_STR("x"))   ? 1
                      : cut_str_starts(rest, CUT_STR("\xC3\x97")) ? 2 /* U+00D7 */
                                                                  : 0;
        rest = cut_str_trim(cut_str_slice(rest, sign, rest.n));
        if (sign > 0 && skip_number(rest, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* What stands around pictures and is no caption: whose the rights are, sizes, invitations. */
static bool is_notice(cut_str folded)
{
    return cut_str_starts(folded, CUT_STR("(c)")) || has_phrase(folded, cut_notice_phrases) ||
           has_dimensions(folded);
}

bool cut_is_notice(cut_arena *arena, cut_str text)
{
    return is_notice(cut_uc_fold(arena, text));
}

/* "Keywords: ..." */
static bool is_other_value(cut_arena *arena, cut_str text)
{
    cut_named named;
    return cut_named_read(arena, text, &named) && named.value.n > 0 &&
           named.role != CUT_LIST_NONE && named.role != CUT_LIST_CAPTION;
}

static bool may_be_caption(cut_arena *arena, cut_str text, cut_str folded)
{
    return text.n <= UNCREDITED_MAX && !has_word(folded, cut_reporting_words) &&
           !is_notice(folded) && !is_other_value(arena, text) && !has_paper_dateline(arena, text);
}

bool cut_may_be_caption(cut_arena *arena, cut_str text)
{
    return !has_agency_dateline(text) && may_be_caption(arena, text, cut_uc_fold(arena, text));
}

/* A caption without credit must show that it is one. */
static bool reads_as_caption(cut_arena *arena, cut_str text, cut_str folded,
                             const cutline_caption *parsed)
{
    if (!may_be_caption(arena, text, folded))
        return false;
    if (has_position(parsed) || parsed->file_photo || has_phrase(folded, cut_caption_phrases))
        return true;
    if (parsed->date && strlen(parsed->date) == sizeof "2016-05-02" - 1 && ends_in_year(text))
        return true;
    return is_phrase(text, folded, parsed);
}

/* An agency's name alone at the end may also close a news brief, which then is all there is. */
static bool is_news_brief(cut_str text, cut_str folded, const cutline_caption *parsed,
                          bool more_follows)
{
    return !(more_follows && text.n <= BRIEF_MIN) && parsed->credit.photographers.count == 0 &&
           !parsed->credit.issuer && !has_position(parsed) && !parsed->file_photo &&
           has_word(folded, cut_reporting_words);
}

cut_manner cut_read_as(cut_arena *arena, cut_str text, const cutline_caption *parsed,
                       bool more_follows)
{
    if (text.n > CREDITED_MAX || has_agency_dateline(text) ||
        (text.n >= DATELINED_MIN && has_paper_dateline(arena, text)))
        return CUT_READS_STORY;
    cut_str folded = cut_uc_fold(arena, text);
    if (!parsed->credit.line)
        return reads_as_caption(arena, text, folded, parsed) ? CUT_READS_CAPTION : CUT_READS_STORY;
    size_t at = 0;
    if (next_word(cut_str_from(parsed->caption), &at).n == 0)
        return CUT_READS_CREDIT;
    if (!credit_ends_text(text, parsed) || is_news_brief(text, folded, parsed, more_follows) ||
        has_paper_dateline(arena, text))
        return CUT_READS_STORY;
    return CUT_READS_CREDITED;
}

/* "May 3, 2016", "Tuesday, 3 May 2016 10:15": short, and nothing in it but a date. */
static bool is_date_line(cut_str folded)
{
    static const char *const months[] = {
        "jan",   "feb",   "mar",    "apr",    "may",    "jun",    "jul",   "aug",  "sep",
        "oct",   "nov",   "dec",    "يناير",  "فبراير", "مارس",   "ابريل", "مايو", "يونيو",
        "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر", NULL};
    bool digits = false;
    size_t words = 0;
    for (size_t at = 0; at < folded.n;) {
        cut_str word = next_word(folded, &at);
        if (word.n == 0)
            break;
        bool known = cut_is_digit(word.p[0]) || word.n <= 3 || has_word(word, cut_weekday_words);
        digits |= cut_is_digit(word.p[0]);
        for (const char *const *m = months; *m; m++)
            known |= cut_str_starts(word, cut_str_from(*m));
        if (!known || ++words > 10)
            return false;
    }
    return digits;
}

bool cut_is_page_furniture(cut_arena *arena, cut_str text)
{
    cut_str folded = cut_str_trim(cut_uc_fold(arena, text));
    if (folded.n > 160)
        return false;
    for (const char *const *p = cut_furniture_texts; *p; p++)
        if (cut_str_eq(folded, cut_str_from(*p)))
            return true;
    for (const char *const *p = cut_byline_starts; *p; p++)
        if (cut_str_starts(folded, cut_str_from(*p)) && count_words(folded) <= 14)
            return true;
    return is_date_line(folded);
}

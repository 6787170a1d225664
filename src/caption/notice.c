/*
 * Notices: restrictions, instructions to editors, desk marks. Agencies write them in capitals or as
 * sentences of their own; the same words in running prose ("no sales were made") are no notice.
 */
#include "caption/grammar.h"

static bool upper_or_bare(const cut_token *t)
{
    return t->kind != CUT_TOK_WORD || t->shape == CUT_SHAPE_UPPER || t->shape == CUT_SHAPE_NONE;
}

static bool all_upper(const cut_doc *doc, size_t from, size_t to)
{
    bool some = false;
    for (size_t i = from; i < to; i++) {
        if (!upper_or_bare(&doc->tokens[i]))
            return false;
        some |= doc->tokens[i].shape == CUT_SHAPE_UPPER;
    }
    return some;
}

/* Signs that stand between notices. */
static bool is_rule_mark(const cut_token *t)
{
    static const char marks[] = "*-/:;+([|.,\"";
    return t->kind == CUT_TOK_PUNCT && t->ch < 0x80 && strchr(marks, (int)t->ch) != NULL;
}

static bool at_edge(const cut_doc *doc, size_t at)
{
    const cut_token *t = &doc->tokens[at];
    if (at == 0 || t->starts || t[-1].zone == CUT_ZONE_BOILER)
        return true;
    return is_rule_mark(&t[-1]) && t[-1].ch != ',' && t[-1].ch != '"' &&
           !(t[-1].ch == '-' && t->gap == CUT_GAP_NONE);
}

/* "No sales were made": a verb behind the phrase makes a sentence of it. */
static bool goes_on_as_prose(const cut_doc *doc, size_t at)
{
    static const cut_str verbs[] = {CUT_WORD("were"), CUT_WORD("was"),  CUT_WORD("have"),
                                    CUT_WORD("has"),  CUT_WORD("had"),  CUT_WORD("are"),
                                    CUT_WORD("is"),   CUT_WORD("will"), CUT_WORD("took"),
                                    CUT_WORD("came"), CUT_WORD("as"),   CUT_WORD("followed")};
    return doc->tokens[at].shape == CUT_SHAPE_LOWER &&
           cut_word_in(doc, at, verbs, CUT_COUNT(verbs));
}

/* The phrase at [at, end) is meant as a notice. One word alone must stand out more than several. */
static bool is_notice(const cut_doc *doc, size_t at, size_t end)
{
    unsigned boiler;
    if (cut_lex_match(doc, at, CUT_IS_BOILERPLATE, &boiler) == end - at &&
        boiler == CUT_BOILER_MARK)
        return doc->tokens[at].shape == CUT_SHAPE_CAPITAL;
    if (!doc->all_caps && all_upper(doc, at, end))
        return end > at + 1 || doc->tokens[at].fold_n > 4 || at_edge(doc, at);
    const cut_token *next = &doc->tokens[end];
    unsigned kind;
    if (cut_token_is(next, ':') && cut_lex_match(doc, at, CUT_IS_RESTRICTION, &kind) &&
        kind == CUT_RESTRICT_CREDIT_MANDATORY)
        return true;
    /* "Handout photo dated ...": the caption itself */
    bool handout = cut_word_is(doc, at, CUT_STR("handout")) && next->shape == CUT_SHAPE_LOWER;
    if (!at_edge(doc, at) || goes_on_as_prose(doc, end) || handout)
        return false;
    bool alone = next->kind == CUT_TOK_END || next->starts; /* "Livepic" in a line of its own */
    return end > at + 1 || alone || cut_token_is(next, ':') || cut_token_is(next, '-') ||
           (at > 0 &&
            (cut_token_is(&doc->tokens[at - 1], '(') || cut_token_is(&doc->tokens[at - 1], '[') ||
             cut_token_is(&doc->tokens[at - 1], '*')));
}

/* An agency that begins or ends a credit: a run of capitals stops before it. */
static bool begins_credit(const cut_doc *doc, size_t at)
{
    unsigned kind;
    size_t n = cut_lex_match(doc, at, CUT_IS_AGENCY, NULL);
    if (n > 0)
        return cut_token_is(&doc->tokens[at + n], '/');
    n = cut_lex_match(doc, at, CUT_IS_LABEL, &kind);
    if (n == 0 || doc->tokens[at].shape == CUT_SHAPE_UPPER)
        return false;
    const cut_token *next = &doc->tokens[at + n];
    if (kind == CUT_LABEL_WEAK && (next->kind == CUT_TOK_WORD || next->kind == CUT_TOK_PUNCT) &&
        !cut_token_is(next, ':') && doc->tokens[at - (at > 0)].shape == CUT_SHAPE_CAPITAL)
        return false; /* "Getty Images License Agreement" */
    if (cut_token_is(next, ','))
        return false;
    return doc->tokens[at + n].kind != CUT_TOK_NUMBER; /* "Copyright 2010 NBAE" */
}

static size_t quote_end(const cut_doc *doc, size_t at)
{
    for (size_t i = at + 1; i < doc->count && i < at + 40; i++) {
        if (cut_token_is(&doc->tokens[i], '"'))
            return i + 1;
        if (doc->tokens[i].gap == CUT_GAP_LINE)
            break;
    }
    return at + 1;
}

/* End of the run of capitals that goes on at `at`. */
static size_t capitals_end(const cut_doc *doc, size_t at)
{
    size_t i = at;
    while (i < doc->count) {
        const cut_token *t = &doc->tokens[i];
        if (t->gap == CUT_GAP_LINE || !upper_or_bare(t) || begins_credit(doc, i) ||
            t->zone != CUT_ZONE_BODY || cut_token_is(t, '(') || cut_token_is(t, '[') ||
            cut_token_is(t, ')') || cut_token_is(t, ']'))
            break;
        i = cut_token_is(t, '"') ? quote_end(doc, i) : i + 1;
    }
    /* "... DEATH A wounded man": the article belongs to the caption. */
    if (i < doc->count && i > at && doc->tokens[i - 1].fold_n == 1 &&
        doc->tokens[i - 1].kind == CUT_TOK_WORD)
        i--;
    return i;
}

/* "Embargoed to 0001 Wednesday File photo dated ...": the caption begins without a full stop. */
static bool begins_caption(const cut_doc *doc, size_t at)
{
    unsigned kind;
    return doc->tokens[at].shape == CUT_SHAPE_CAPITAL &&
           ((cut_lex_match(doc, at, CUT_IS_PREFIX, &kind) > 1 && kind == CUT_PREFIX_FILE) ||
            cut_word_is(doc, at, CUT_STR("undated")));
}

static size_t sentence_end(const cut_doc *doc, size_t at)
{
    size_t i = at;
    while (i < doc->count && !doc->tokens[i].starts && !begins_credit(doc, i) &&
           !begins_caption(doc, i) && !cut_token_is(&doc->tokens[i], ')') &&
           !cut_token_is(&doc->tokens[i], ']') &&
           !(cut_token_is(&doc->tokens[i], '(') && begins_credit(doc, i + 1)))
        i++;
    return i;
}

/* A mandatory credit is followed by the credit itself, or by a quotation of it. */
static size_t credit_notice_end(const cut_doc *doc, size_t at)
{
    const cut_token *t = &doc->tokens[at];
    if (cut_token_is(t, ':') && cut_token_is(t + 1, '"'))
        return quote_end(doc, at + 1);
    if (cut_token_is(t, '"'))
        return quote_end(doc, at);
    if (cut_token_is(t, ':') || cut_token_is(t, '.'))
        return at + 1;
    return at;
}

static size_t notice_end(const cut_doc *doc, size_t at, size_t end, unsigned kind, bool restriction)
{
    if (restriction && kind == CUT_RESTRICT_CREDIT_MANDATORY)
        return credit_notice_end(doc, end);
    if (!restriction && kind == CUT_BOILER_PHRASE)
        return cut_token_is(&doc->tokens[end], '.') ? end + 1 : end;
    if (!restriction && kind == CUT_BOILER_MARK)
        return cut_token_is(&doc->tokens[end], ',') || cut_token_is(&doc->tokens[end], ':')
                   ? end + 1
                   : end;
    if (!restriction && kind == CUT_BOILER_TO_END)
        return doc->count;
    size_t close = at > 0 && cut_token_is(&doc->tokens[at - 1], '(') && !restriction
                       ? cut_bracket_end(doc, at - 1, doc->count)
                       : SIZE_MAX;
    if (close != SIZE_MAX)
        return close; /* "(EDITOR'S NOTE: Image has been converted to black and white.)" */
    if (!doc->all_caps && all_upper(doc, at, end))
        return capitals_end(doc, end);
    return sentence_end(doc, end);
}

static void mark(cut_doc *doc, size_t from, size_t to, cut_zone zone)
{
    for (size_t i = from; i < to; i++)
        doc->tokens[i].zone = (uint8_t)zone;
}

/* "THIS PICTURE IS DISTRIBUTED AS A SERVICE TO CLIENTS": back to the THIS of the phrase's own
 * sentence, if it has one. */
static size_t notice_begin(const cut_doc *doc, size_t at)
{
    bool and_thereafter = cut_word_is(doc, at, CUT_STR("and"));
    for (size_t i = at; i + 24 > at; i--) {
        if (doc->tokens[i].starts) /* "FOR USE SUNDAY, MAY 6 AND THEREAFTER" */
            return cut_lex_may(doc, i, CUT_IS_STOP_CAPITAL) || and_thereafter ? i : at;
        const cut_token *t = &doc->tokens[i - 1];
        if (!upper_or_bare(t) || cut_token_is(t, '/') || t->zone != CUT_ZONE_BODY)
            return at;
    }
    return at;
}

/* A notice fills its parentheses and the stars around it: they go with it. */
static void mark_wrapping(cut_doc *doc, size_t from, size_t to)
{
    while (from > 0 && to < doc->count) {
        const cut_token *l = &doc->tokens[from - 1], *r = &doc->tokens[to];
        bool pair = (cut_token_is(l, '(') && cut_token_is(r, ')')) ||
                    (cut_token_is(l, '[') && cut_token_is(r, ']')) ||
                    (cut_token_is(l, '*') && cut_token_is(r, '*')) ||
                    (cut_token_is(l, '+') && cut_token_is(r, '+')); /* "+++ dpa-Bildfunk +++" */
        if (!pair)
            return;
        mark(doc, --from, ++to, CUT_ZONE_BOILER);
    }
}

/* Length of the place name that ends just before `end`, 0 if none does. */
static size_t place_before(const cut_doc *doc, size_t end)
{
    for (size_t n = 4; n > 0; n--) {
        if (n > end)
            continue;
        size_t at = end - n;
        if (cut_lex_match_within(doc, at, end, CUT_IS_COUNTRY, NULL) == n ||
            cut_lex_match_within(doc, at, end, CUT_IS_REGION, NULL) == n ||
            cut_lex_match_within(doc, at, end, CUT_IS_CITY, NULL) == n)
            return n;
    }
    return 0;
}

static bool joins_places(const cut_doc *doc, size_t at)
{
    const cut_token *t = &doc->tokens[at];
    cut_str word = cut_token_fold(doc, t);
    return cut_token_is(t, ',') || cut_token_is(t, '&') || cut_token_is(t, '/') ||
           cut_str_eq(word, CUT_STR("and")) || cut_str_eq(word, CUT_STR("or")) ||
           cut_str_eq(word, CUT_STR("und"));
}

/* "AUSTRALIA AND NEW ZEALAND OUT": first token of the places before OUT, or `out` if none. */
static size_t territory_begin(const cut_doc *doc, size_t out)
{
    size_t at = out;
    for (;;) {
        size_t end = at;
        if (at < out) {
            if (at == 0 || !joins_places(doc, at - 1))
                return at;
            end = at - 1;
            if (end > 0 && joins_places(doc, end - 1)) /* ", and" */
                end--;
        }
        size_t n = place_before(doc, end);
        if (n == 0)
            break;
        at = end - n;
    }
    if (at == out && out > 0 && doc->tokens[out - 1].shape == CUT_SHAPE_UPPER &&
        doc->tokens[out - 1].fold_n > 1)
        at = out - 1;
    return at;
}

bool cut_is_out(const cut_doc *doc, size_t at)
{
    static const cut_str verbs[] = {CUT_WORD("sold"),  CUT_WORD("cut"),   CUT_WORD("watch"),
                                    CUT_WORD("look"),  CUT_WORD("check"), CUT_WORD("time"),
                                    CUT_WORD("shut"),  CUT_WORD("knock"), CUT_WORD("knocked"),
                                    CUT_WORD("break"), CUT_WORD("get"),   CUT_WORD("run"),
                                    CUT_WORD("work"),  CUT_WORD("walk"),  CUT_WORD("black")};
    return at > 0 && cut_lex_may(doc, at, CUT_IS_OUT_WORD) &&
           !cut_word_in(doc, at - 1, verbs, CUT_COUNT(verbs));
}

static bool mark_territory(cut_doc *doc, size_t out)
{
    if (doc->tokens[out].shape != CUT_SHAPE_UPPER || doc->all_caps || !cut_is_out(doc, out))
        return false;
    size_t at = territory_begin(doc, out);
    /* "MAGS OUT" among other notices; "SOUTH KOREA OUT" means places even there */
    if (at == out || (doc->tokens[at].zone != CUT_ZONE_BODY && place_before(doc, out) == 0))
        return false;
    size_t end = out + 1;
    if (cut_token_is(&doc->tokens[end], '.'))
        end++;
    mark(doc, at, end, CUT_ZONE_BOILER);
    mark_wrapping(doc, at, end);
    cut_doc_decide(doc, "notice.territory_out", at, end);
    return true;
}

/* "NO USE FRANCE": the same without OUT. */
static bool mark_no_use(cut_doc *doc, size_t at)
{
    size_t n = cut_lex_match(doc, at + 2, CUT_IS_COUNTRY, NULL);
    if (n == 0 || doc->all_caps || !cut_word_is(doc, at, CUT_STR("no")) ||
        !(cut_word_is(doc, at + 1, CUT_STR("use")) || cut_word_is(doc, at + 1, CUT_STR("sales"))) ||
        !all_upper(doc, at, at + 2 + n))
        return false;
    mark(doc, at, at + 2 + n, CUT_ZONE_BOILER);
    mark_wrapping(doc, at, at + 2 + n);
    cut_doc_decide(doc, "notice.territory_out", at, at + 2 + n);
    return true;
}

/* Longest notice phrase at the token; 0 if none. */
static size_t notice_phrase(const cut_doc *doc, size_t at, unsigned *kind, bool *restriction)
{
    unsigned a = 0, b = 0;
    size_t r = cut_lex_match(doc, at, CUT_IS_RESTRICTION, &a);
    size_t n = cut_lex_match(doc, at, CUT_IS_BOILERPLATE, &b);
    *restriction = r > 0 && r >= n;
    *kind = *restriction ? a : b;
    return *restriction ? r : n;
}

/* "EPA/BUNDESWEHR HANDOUT EDITORIAL USE ONLY": the first word is the credit's, unless that has one
 * of its own. */
static size_t handout_of_credit(const cut_doc *doc, size_t at, size_t n)
{
    return n > 1 && at > 1 && cut_word_is(doc, at, CUT_STR("handout")) &&
                   doc->tokens[at].gap == CUT_GAP_SPACE && !doc->tokens[at].starts &&
                   doc->tokens[at - 1].shape == CUT_SHAPE_UPPER &&
                   !cut_word_is(doc, at - 1, CUT_STR("handout"))
               ? 1
               : 0;
}

static cut_set mark_notice(cut_doc *doc, size_t at)
{
    unsigned kind;
    bool restriction;
    size_t n = notice_phrase(doc, at, &kind, &restriction);
    if (n == 0 || !is_notice(doc, at, at + n))
        return 0;
    size_t phrase_end = at + n;
    at += handout_of_credit(doc, at, n);
    size_t begin = notice_begin(doc, at);
    size_t end = notice_end(doc, at, phrase_end, kind, restriction);
    mark(doc, begin, end, CUT_ZONE_BOILER);
    mark_wrapping(doc, begin, end);
    cut_doc_decide(doc, restriction ? "notice.restriction" : "notice.boilerplate", begin, end);
    return 1;
}

/* A word that is a flag only where it stands out, even among notices. */
static bool weak_phrase(const cut_doc *doc, size_t at, size_t n)
{
    return n == 1 && doc->tokens[at].script == CUT_SCRIPT_LATIN &&
           doc->tokens[at].shape != CUT_SHAPE_UPPER;
}

size_t cut_restriction_at(const cut_doc *doc, size_t at, unsigned *kind)
{
    size_t n = cut_lex_match(doc, at, CUT_IS_RESTRICTION, kind);
    /* "no video emulation" is not "no video" */
    bool other = n > 0 && cut_lex_match(doc, at, CUT_IS_BOILERPLATE, NULL) > n;
    return other ? 0 : n;
}

/* The flags of all phrases that stand in tokens marked as notices. */
static cut_set collect(const cut_doc *doc, size_t from)
{
    cut_set set = 0;
    if (!cut_lex_any(doc, CUT_IS_RESTRICTION))
        return set;
    for (size_t i = from; i < doc->count;) {
        unsigned kind;
        size_t n = doc->tokens[i].zone == CUT_ZONE_BOILER ? cut_restriction_at(doc, i, &kind) : 0;
        if (n > 0 && !weak_phrase(doc, i, n))
            set |= (cut_set)1 << kind;
        i += n > 0 ? n : 1;
    }
    return set;
}

/* Something is there that mark_territory() or mark_no_use() look for. */
static bool may_be_territory(const cut_doc *doc)
{
    return !doc->all_caps &&
           (cut_lex_any(doc, CUT_IS_OUT_WORD) || cut_lex_any(doc, CUT_IS_COUNTRY));
}

cut_set cut_mark_notices(cut_doc *doc)
{
    cut_set set = 0;
    const uint64_t notices = CUT_MEANS(CUT_IS_RESTRICTION) | CUT_MEANS(CUT_IS_BOILERPLATE);
    for (size_t i = 0; (doc->meanings & notices) && i < doc->count; i++) {
        if (doc->tokens[i].zone == CUT_ZONE_BODY && (doc->tokens[i].meanings & notices))
            (void)mark_notice(doc, i);
    }
    for (size_t i = 0; may_be_territory(doc) && i < doc->count; i++) {
        if (mark_territory(doc, i) || mark_no_use(doc, i))
            set |= (cut_set)1 << CUT_RESTRICT_TERRITORY_OUT;
    }
    return set | collect(doc, 0);
}

/* ---- prefixes ---- */

static bool closes_prefix(const cut_token *t)
{
    static const char marks[] = ":-).]/*|,=";
    return t->kind == CUT_TOK_PUNCT && t->ch < 0x80 && strchr(marks, (int)t->ch) != NULL;
}

static size_t skip_marks(const cut_doc *doc, size_t at, const char *marks)
{
    while (at < doc->count && doc->tokens[at].kind == CUT_TOK_PUNCT && doc->tokens[at].ch < 0x80 &&
           strchr(marks, (int)doc->tokens[at].ch))
        at++;
    return at;
}

/* Past notices that earlier rules marked. */
static size_t skip_zones(const cut_doc *doc, size_t at)
{
    while (at < doc->count && doc->tokens[at].zone != CUT_ZONE_BODY)
        at++;
    return at;
}

/* "FILE PHOTO:", "(FILES)", "TOPSHOT - ", "FILE PHOTO A man": set off by a sign, or in capitals
 * before words that are not. */
static bool is_prefix(const cut_doc *doc, size_t at, size_t end)
{
    if (closes_prefix(&doc->tokens[end]))
        return !(cut_token_is(&doc->tokens[end], ',') &&
                 doc->tokens[at].shape != CUT_SHAPE_UPPER) &&
               !(cut_token_is(&doc->tokens[end], '-') && doc->tokens[end].gap == CUT_GAP_NONE &&
                 doc->tokens[end + 1].gap == CUT_GAP_NONE && end - at == 1 &&
                 doc->tokens[end + 1].shape == CUT_SHAPE_LOWER);
    if (doc->tokens[end].starts)
        return true;
    bool marked = all_upper(doc, at, end) ||
                  cut_str_starts(cut_token_fold(doc, &doc->tokens[at]), CUT_STR("epaselect"));
    bool capitals = doc->tokens[end].shape == CUT_SHAPE_UPPER && doc->tokens[end].fold_n > 1;
    return marked && !doc->all_caps && !capitals; /* but "epaselect A woman" */
}

/* Past "epa07394511", the number of an EPA picture. */
static size_t picture_number(const cut_doc *doc, size_t at)
{
    cut_str word = cut_token_fold(doc, &doc->tokens[at]);
    if (at >= doc->count || !cut_str_starts(word, CUT_STR("epa")))
        return at;
    if (word.n > 8 && cut_is_digit(word.p[3]) && cut_is_digit(word.p[word.n - 1]))
        return at + 1;
    const cut_token *digits = cut_token_at(doc, at + 1);
    return word.n == 3 && digits->kind == CUT_TOK_NUMBER && digits->fold_n > 5 &&
                   digits->gap == CUT_GAP_NONE
               ? at + 2
               : at;
}

bool cut_mark_prefix(cut_doc *doc)
{
    bool file = false;
    size_t at = 0;
    for (;;) {
        at = skip_zones(doc, at);
        size_t begin = at;
        unsigned kind;
        at = picture_number(doc, at);
        mark(doc, begin, at, CUT_ZONE_PREFIX);
        begin = at;
        at = skip_marks(doc, at, "([*-\"/.:");
        size_t n = cut_lex_match(doc, at, CUT_IS_PREFIX, &kind);
        if (n == 0 || !is_prefix(doc, at, at + n))
            return file;
        file |= kind == CUT_PREFIX_FILE;
        at = skip_marks(doc, at + n, ")]*-:./|,=");
        mark(doc, begin, at, CUT_ZONE_PREFIX);
        cut_doc_decide(doc, kind == CUT_PREFIX_FILE ? "prefix.file" : "prefix.mark", begin, at);
    }
}

/* An English caption says so in its first words ("In this Monday, Nov. 11, 2019 file photo"); later
 * ones speak of what is in the picture. Other languages put it last. */
#define FILE_WORDS 12

/* "this file photo", "File photo dated", "foto de archivo" in the caption's own words. */
bool cut_says_file(const cut_doc *doc)
{
    if (!cut_lex_any(doc, CUT_IS_PREFIX))
        return false;
    size_t words = 0;
    size_t most = doc->language == CUT_LANG_EN ? FILE_WORDS : doc->count;
    for (size_t i = 0; i < doc->count && words < most; i++) {
        unsigned kind;
        if (doc->tokens[i].zone != CUT_ZONE_BODY)
            continue;
        if (cut_lex_match(doc, i, CUT_IS_PREFIX, &kind) > 1 && kind == CUT_PREFIX_FILE)
            return true;
        words += doc->tokens[i].kind == CUT_TOK_WORD;
    }
    return false;
}

/* ---- behind the credit ---- */

static size_t last_credit_end(const cut_doc *doc)
{
    for (size_t i = doc->count; i > 0; i--) {
        if (doc->tokens[i - 1].zone == CUT_ZONE_CREDIT)
            return i;
    }
    return 0;
}

/* Caption text stands before the credit, so what follows it may be a tail. */
static bool has_body_before(const cut_doc *doc, size_t end)
{
    size_t words = 0;
    for (size_t i = 0; i < end && words < 4; i++)
        words += doc->tokens[i].zone == CUT_ZONE_BODY && doc->tokens[i].kind == CUT_TOK_WORD;
    return words >= 4;
}

/* "(UNITED STATES - Tags: POLITICS)" of older Reuters captions. */
static bool is_tags(const cut_doc *doc, size_t at)
{
    if (!cut_token_is(&doc->tokens[at], '('))
        return false;
    size_t end = cut_bracket_end(doc, at, doc->count);
    if (end == SIZE_MAX)
        return false;
    for (size_t i = at + 1; i < end; i++) {
        if (cut_str_eq(cut_token_fold(doc, &doc->tokens[i]), CUT_STR("tags")))
            return true;
    }
    return all_upper(doc, at + 1, end) && cut_lex_may(doc, at + 1, CUT_IS_COUNTRY);
}

static bool holds_digit(cut_str word)
{
    for (size_t i = 0; i < word.n; i++) {
        if (cut_is_digit(word.p[i]))
            return true;
    }
    return false;
}

/* "(zcc)", "(wjs41130stf)": who sent the picture, behind the credit. */
static bool is_desk_code(const cut_doc *doc, size_t at)
{
    const cut_token *code = cut_token_at(doc, at + 1);
    if (!cut_token_is(&doc->tokens[at], '(') || code->kind != CUT_TOK_WORD ||
        code->script != CUT_SCRIPT_LATIN || code->shape != CUT_SHAPE_LOWER ||
        (code->fold_n > 4 && !holds_digit(cut_token_fold(doc, code))) ||
        cut_lex_may(doc, at + 1, CUT_IS_POSITION) || doc->tokens[at - 1].zone == CUT_ZONE_BODY)
        return false;
    return cut_bracket_end(doc, at, doc->count) < at + 6; /* SIZE_MAX without one */
}

static size_t tail_sentence(const cut_doc *doc, size_t at)
{
    size_t end = at + 1;
    while (end < doc->count && !doc->tokens[end].starts && doc->tokens[end].zone == CUT_ZONE_BODY)
        end++;
    return end;
}

cut_set cut_mark_tail(cut_doc *doc)
{
    size_t begin = last_credit_end(doc);
    if (begin == 0 || !has_body_before(doc, begin))
        return 0;
    bool noticed = false;
    for (size_t i = begin; i < doc->count;) {
        if (doc->tokens[i].zone != CUT_ZONE_BODY) {
            noticed |= doc->tokens[i].zone == CUT_ZONE_BOILER;
            i++;
            continue;
        }
        bool tags = is_tags(doc, i) || is_desk_code(doc, i);
        size_t end = tags ? cut_bracket_end(doc, i, doc->count) + 1 : tail_sentence(doc, i);
        bool capitals = !doc->all_caps && all_upper(doc, i, end) && end > i + 1;
        if (noticed || capitals || tags)
            mark(doc, i, end, CUT_ZONE_BOILER);
        i = end;
    }
    return collect(doc, begin);
}

cut_set cut_find_hints(const cut_doc *doc)
{
    cut_set set = 0;
    if (!cut_lex_any(doc, CUT_IS_HINT))
        return set;
    for (size_t i = 0; i < doc->count; i++) {
        unsigned role;
        if (cut_lex_match(doc, i, CUT_IS_HINT, &role))
            set |= (cut_set)1 << role;
    }
    return set;
}

/*
 * Credits: where they can stand and what tells them from prose. A chain of names and agencies is a
 * credit if it fills parentheses, follows a label, or fills a sentence; "REUTERS/" is one anywhere
 * as long as nothing but a boundary follows the name.
 */
#include "caption/credit_rules.h"

/* Credits kept of one caption; wires write two at most, desks add a third. */
#define MOST_CREDITS 16

typedef struct finder {
    cut_doc *doc;
    cut_chain found[MOST_CREDITS];
    size_t count;
} finder;

/* The label of "Photo Credit: (NASA/Bill Ingram)" goes with the parentheses. */
static size_t label_before(const cut_doc *doc, size_t open, cut_chain *c)
{
    for (size_t back = 1; back <= 6 && back <= open; back++) {
        size_t at = open - back;
        if (cut_token_at(doc, at)->zone != CUT_ZONE_BODY)
            return open;
        if (cut_lex_may(doc, at, CUT_IS_LABEL) && cut_credit_begins(doc, at) &&
            cut_chain_labels(doc, at, open, false, c) == open)
            return at;
    }
    return open;
}

/* "Emilio Morenati (AP)": a name that fills the sentence before the parentheses. */
static void take_name_before(const cut_doc *doc, size_t open, size_t close, cut_chain *c)
{
    size_t from = open;
    while (from > 0 && open - from < 5 && !cut_token_at(doc, from)->starts &&
           cut_token_capital(cut_token_at(doc, from - 1)) &&
           cut_token_at(doc, from - 1)->zone == CUT_ZONE_BODY)
        from--;
    if (from == open || from == 0 || !cut_token_at(doc, from)->starts || open - from < 2 ||
        cut_classify_name(doc, from, open) == CUT_NAME_BODY)
        return;
    c->parts[1] = c->parts[0];
    c->parts[0] = (cut_part){CUT_PART_NAME, 0, from, open, false};
    c->count = 2;
    c->names = 1;
    c->from = c->whole_from = from;
    c->to = close + 1;
}

/* "NAIROBI, June 10, 2018 (Xinhua) --" */
static bool is_dateline(const cut_doc *doc, size_t open, size_t close)
{
    const cut_token *dash = cut_token_at(doc, close + 1);
    bool set_off = dash->gap != CUT_GAP_NONE || cut_token_is(dash + 1, '-'); /* "--(AP)--" */
    return open < 20 && cut_token_is(dash, '-') && set_off &&
           cut_token_at(doc, close + 2)->kind != CUT_TOK_END;
}

static bool read_inside(finder *f, size_t open, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    size_t close = cut_bracket_end(doc, open, doc->count);
    if (close == SIZE_MAX || close == open + 1)
        return false;
    *c = (cut_chain){.inside = true, .whole_from = open, .whole_to = close + 1};
    bool quoted = cut_token_is(cut_token_at(doc, open + 1), 0xAB) &&
                  cut_token_is(cut_token_at(doc, close - 1), 0xBB);
    size_t end = close - quoted; /* the Arab papers' own names: («الشرق الأوسط») */
    size_t at = cut_chain_labels(doc, open + 1 + quoted, end, true, c);
    if (!cut_chain_read(doc, at, end, true, c))
        return false;
    size_t rest = c->to + (quoted && c->to == end);
    if (rest < close && cut_token_is(cut_token_at(doc, rest), '.'))
        rest++;
    if (rest != close || !cut_accept_inside(doc, open, close, c))
        return false;
    c->whole_from = label_before(doc, open, c);
    c->dateline = c->count == 1 && c->agencies == 1 && is_dateline(doc, open, close);
    if (c->count == 1 && c->agencies == 1 && c->whole_from == open && !c->dateline)
        take_name_before(doc, open, close, c);
    return true;
}

static bool read_labelled(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    *c = (cut_chain){.whole_from = at};
    size_t from = cut_chain_labels(doc, at, doc->count, false, c);
    bool sign =
        cut_token_is(cut_token_at(doc, at), 0xA9) || cut_token_is(cut_token_at(doc, at), '(');
    bool first = sign || cut_credit_begins(doc, at);
    if (from == at || !(first || cut_is_loud_label(doc, at, from)) ||
        !cut_chain_read(doc, from, doc->count, true, c))
        return false;
    if (c->to == doc->count && c->count > 1)
        cut_chain_complete(doc, c);
    c->whole_to = c->to;
    return cut_accept_labelled(doc, c, !first);
}

/* "BELGA PHOTO ERIC LALMAND": an agency and a person's name that fill a sentence. */
static bool read_unjoined(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    if (!cut_credit_begins(doc, at) || !cut_lex_may(doc, at, CUT_IS_AGENCY))
        return false;
    *c = (cut_chain){.whole_from = at};
    if (!cut_chain_read(doc, at, doc->count, true, c) || c->count < 2 ||
        !cut_credit_ends(doc, c->to) || c->parts[0].kind != CUT_PART_AGENCY ||
        c->parts[1].kind != CUT_PART_NAME ||
        cut_classify_name(doc, c->parts[1].from, c->parts[1].to) == CUT_NAME_BODY)
        return false;
    c->whole_to = c->to;
    c->rule = "credit.agency_name";
    return true;
}

/* Tokens of a body's name in front of "/Handout". */
#define LONGEST_BODY 20

/* Where the slash stands behind a name that fills the sentence from `at`; 0 without one. */
static size_t body_slash(const cut_doc *doc, size_t at)
{
    bool body = false;
    for (size_t i = at; i < at + LONGEST_BODY && i < doc->count; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (cut_token_is(t, '/'))
            return body ? i : 0;
        if ((t->starts && i > at) || t->zone != CUT_ZONE_BODY ||
            (t->kind != CUT_TOK_WORD && t->kind != CUT_TOK_POSSESSIVE && !cut_token_is(t, '-')))
            return 0;
        body |= cut_lex_may(doc, i, CUT_IS_ORG_WORD) || cut_word_is(doc, i, CUT_STR("of"));
    }
    return 0;
}

/* "Press service of the regional administration/Handout via REUTERS": a body that writes itself
 * small. */
static bool read_body_first(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    if (!cut_token_at(doc, at)->starts)
        return false;
    size_t slash = body_slash(doc, at);
    if (slash == 0 || !cut_lex_may(doc, slash + 1, CUT_IS_ROLE))
        return false;
    *c = (cut_chain){.whole_from = at};
    if (!cut_chain_read(doc, slash + 1, doc->count, false, c) || c->agencies == 0 ||
        !cut_credit_has_source(c) || !cut_credit_ends(doc, c->to) || c->count == CUT_CHAIN_PARTS)
        return false;
    memmove(c->parts + 1, c->parts, c->count++ * sizeof *c->parts);
    c->parts[0] = (cut_part){CUT_PART_NAME, 0, at, slash, false};
    c->names++;
    c->joints++;
    c->from = at;
    c->whole_to = c->to;
    c->rule = "credit.body_first";
    return true;
}

static bool read_bare(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    *c = (cut_chain){.whole_from = at};
    if (!cut_chain_read(doc, at, doc->count, false, c))
        return read_unjoined(f, at, c);
    c->whole_to = c->to;
    return cut_accept_bare(doc, c) || read_unjoined(f, at, c) || read_body_first(f, at, c);
}

/* Where a chain without a label may begin. */
static bool may_begin(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind != CUT_TOK_WORD)
        return cut_token_is(t, '@') && cut_credit_begins(doc, at);
    if (cut_credit_begins(doc, at))
        return t->shape != CUT_SHAPE_LOWER || cut_lex_may(doc, at, CUT_IS_AGENCY) ||
               cut_lex_may(doc, at, CUT_IS_ROLE) ||
               (cut_token_is(cut_token_at(doc, at + 1), '/') && at + 2 < doc->count &&
                cut_lex_may(doc, at + 2, CUT_IS_AGENCY)); /* "jdoe / Alamy" */
    size_t role = cut_lex_match(doc, at, CUT_IS_ROLE, NULL);
    if (role > 0 && t->shape != CUT_SHAPE_LOWER && cut_lex_may(doc, at + role, CUT_IS_VIA))
        return true;
    if (!cut_lex_may(doc, at, CUT_IS_AGENCY))
        return t[-1].kind == CUT_TOK_PUNCT && t[-1].ch == '.';
    return true;
}

static bool read_at(finder *f, size_t at, cut_chain *c)
{
    const cut_token *t = cut_token_at(f->doc, at);
    if ((cut_token_is(t, '(') || cut_token_is(t, '[')) && read_inside(f, at, c))
        return true;
    if ((cut_lex_may(f->doc, at, CUT_IS_LABEL) || cut_token_is(t, 0xA9) || cut_token_is(t, '(')) &&
        read_labelled(f, at, c))
        return true;
    return may_begin(f->doc, at) && read_bare(f, at, c);
}

/* False for most tokens: none of the readings begins there. */
static inline bool may_be_credit(const cut_doc *doc, size_t at)
{
    const uint64_t opens =
        CUT_MEANS(CUT_IS_AGENCY) | CUT_MEANS(CUT_IS_ROLE) | CUT_MEANS(CUT_IS_LABEL);
    const cut_token *t = &doc->tokens[at];
    if (t->zone != CUT_ZONE_BODY)
        return false;
    if (t->meanings & opens)
        return true;
    if (t->kind == CUT_TOK_WORD)
        return t->shape != CUT_SHAPE_LOWER || t[1].kind == CUT_TOK_PUNCT;
    return t->kind == CUT_TOK_PUNCT &&
           (t->ch == '(' || t->ch == '[' || t->ch == '@' || t->ch == 0xA9);
}

/* "(16507315bs)": the picture's number behind a Shutterstock credit; "/ kod 50090": the
 * photographer's behind a Swedish one. */
static size_t number_behind(const cut_doc *doc, size_t at)
{
    size_t code = at + cut_token_is(cut_token_at(doc, at), '/');
    if (cut_word_is(doc, code, CUT_STR("kod")) &&
        cut_token_at(doc, code + 1)->kind == CUT_TOK_NUMBER)
        return code + 2;
    if (!cut_token_is(cut_token_at(doc, at), '(') ||
        cut_token_at(doc, at + 1)->kind != CUT_TOK_NUMBER)
        return at;
    size_t end = at + 2;
    if (cut_token_at(doc, end)->kind == CUT_TOK_WORD && cut_token_at(doc, end)->gap == CUT_GAP_NONE)
        end++;
    return cut_token_is(cut_token_at(doc, end), ')') && cut_token_at(doc, at + 1)->fold_n > 4
               ? end + 1
               : at;
}

/* "TASS [Photo via Newscom]": the distributor in brackets behind a credit. */
static void take_distributor(const cut_doc *doc, cut_chain *c)
{
    size_t open = c->whole_to, close = cut_bracket_end(doc, open, doc->count);
    if (c->inside || c->agencies == 0 || c->count == CUT_CHAIN_PARTS || close == SIZE_MAX ||
        !(cut_token_is(cut_token_at(doc, open), '[') || cut_token_is(cut_token_at(doc, open), '(')))
        return;
    size_t at = open + 1, via;
    unsigned agency;
    if (cut_lex_may(doc, at, CUT_IS_LABEL))
        at++;
    via = cut_lex_match_within(doc, at, close, CUT_IS_VIA, NULL);
    at += via;
    if (via == 0 || at >= close ||
        cut_lex_match_within(doc, at, close, CUT_IS_AGENCY, &agency) != close - at)
        return;
    c->parts[c->count++] = (cut_part){CUT_PART_AGENCY, agency, at, close, true};
    c->agencies++;
    c->via = true;
    c->to = c->whole_to = close + 1;
}

/* "EUROPA PRESS/E. Parrado. POOL": the role in capitals behind a full stop ends the text. */
static void take_role_behind(const cut_doc *doc, cut_chain *c)
{
    unsigned role;
    size_t dot = c->to, n = cut_lex_match(doc, dot + 1, CUT_IS_ROLE, &role);
    if (c->inside || c->agencies == 0 || c->count == CUT_CHAIN_PARTS || c->whole_to != c->to ||
        !cut_token_is(cut_token_at(doc, dot), '.') || n == 0 || role != CUT_ROLE_POOL ||
        cut_token_at(doc, dot + 1)->shape != CUT_SHAPE_UPPER ||
        !cut_credit_ends_text(doc, dot + 1 + n))
        return;
    c->parts[c->count++] = (cut_part){CUT_PART_ROLE, role, dot + 1, dot + 1 + n, false};
    c->roles++;
    c->to = c->whole_to = dot + 1 + n;
}

/* Brackets that a credit fills go with it. */
static void widen_to_brackets(const cut_doc *doc, cut_chain *c)
{
    /* a text cut off lacks the closing one */
    if (c->whole_to == doc->count && c->whole_from > 0 &&
        cut_token_is(cut_token_at(doc, c->whole_from - 1), '('))
        c->whole_from--;
    while (c->whole_from > 0) {
        const cut_token *l = cut_token_at(doc, c->whole_from - 1),
                        *r = cut_token_at(doc, c->whole_to);
        if (!(cut_token_is(l, '(') && cut_token_is(r, ')')) &&
            !(cut_token_is(l, '[') && cut_token_is(r, ']')))
            return;
        c->whole_from--;
        c->whole_to++;
    }
}

static bool has_role_file(const cut_chain *c)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->parts[i].kind == CUT_PART_ROLE && c->parts[i].value == CUT_ROLE_FILE)
            return true;
    }
    return false;
}

static void claim(finder *f, cut_chain *c)
{
    take_distributor(f->doc, c);
    take_role_behind(f->doc, c);
    widen_to_brackets(f->doc, c);
    c->whole_to = number_behind(f->doc, c->whole_to);
    for (size_t i = c->whole_from; i < c->whole_to; i++)
        f->doc->tokens[i].zone = CUT_ZONE_CREDIT;
    f->doc->file |= c->file || has_role_file(c);
    cut_doc_decide(f->doc, c->rule, c->from, c->to);
    if (f->count < MOST_CREDITS)
        f->found[f->count++] = *c;
    else
        f->found[MOST_CREDITS - 1] = *c;
}

/* The fullest chain counts, the last one on a tie. */
static const cut_chain *best_of(const finder *f)
{
    const cut_chain *best = NULL;
    for (size_t i = 0; i < f->count; i++) {
        const cut_chain *c = &f->found[i];
        if (!best || (best->dateline && !c->dateline) ||
            c->agencies + c->names > best->agencies + best->names ||
            (c->agencies + c->names == best->agencies + best->names && c->count >= best->count))
            best = c;
    }
    return best;
}

static bool take(finder *f, const cut_chain *c, cut_set hints, cutline_credit *out)
{
    out->line = cut_arena_copy(f->doc->arena, cut_doc_span(f->doc, c->from, c->to));
    return out->line && cut_chain_credit(f->doc, c, hints, out);
}

/* A dateline's agency is part of the caption where another credit stands. */
static void release(cut_doc *doc, const cut_chain *c)
{
    for (size_t i = c->whole_from; i < c->whole_to; i++)
        doc->tokens[i].zone = CUT_ZONE_BODY;
}

/* Roles of the other credits that are nothing else: "(Pool photo) (Kyodo)". */
static cut_set roles_beside(const finder *f, const cut_chain *best)
{
    cut_set roles = 0;
    for (size_t k = 0; k < f->count; k++) {
        const cut_chain *c = &f->found[k];
        for (size_t i = 0; c != best && c->roles == c->count && i < c->count; i++)
            roles |= (cut_set)1 << c->parts[i].value;
    }
    return roles;
}

bool cut_find_credit(cut_doc *doc, cut_set hints, cutline_credit *out)
{
    finder f;
    cut_chain c;
    f.doc = doc;
    f.count = 0; /* what is found need not be cleared before */
    for (size_t i = 0; i < doc->count;) {
        if (may_be_credit(doc, i) && read_at(&f, i, &c)) {
            claim(&f, &c);
            i = c.whole_to;
        } else {
            i++;
        }
    }
    const cut_chain *best = best_of(&f);
    for (size_t k = 0; k < f.count; k++) {
        if (f.found[k].dateline && &f.found[k] != best)
            release(doc, &f.found[k]);
    }
    return !best || take(&f, best, hints | roles_beside(&f, best), out);
}

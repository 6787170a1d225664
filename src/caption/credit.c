/*
 * Credits: where they can stand and what tells them from prose. A chain of names and agencies is a
 * credit if it fills parentheses, follows a label, or fills a sentence; "REUTERS/" is one anywhere
 * as long as nothing but a boundary follows the name.
 */
#include "caption/credit.h"

/* Credits kept of one caption; wires write two at most, desks add a third. */
#define MOST_CREDITS 16

typedef struct finder {
    cut_doc *doc;
    cut_chain found[MOST_CREDITS];
    size_t count;
} finder;

static bool stops(const cut_token *t)
{
    return cut_token_is(t, '.') || cut_token_is(t, ';') || cut_token_is(t, ')') ||
           cut_token_is(t, ']') || cut_token_is(t, '(') || cut_token_is(t, '[') ||
           cut_token_is(t, '*') || cut_token_is(t, '#');
}

/* Nothing of the credit's sentence follows at `at`. */
static bool ends_at(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind == CUT_TOK_END || t->starts || t->zone != CUT_ZONE_BODY || stops(t))
        return true;
    unsigned kind;
    size_t prefix = cut_lex_match(doc, at, CUT_IS_PREFIX, &kind);
    if (prefix > 0 && kind == CUT_PREFIX_FILE && cut_token_is(cut_token_at(doc, at + prefix), ':'))
        return true; /* "REUTERS/Name FILE PHOTO: ..." */
    bool spaced_dash = (cut_token_is(t, '-') || cut_token_is(t, '/') || cut_token_is(t, '|')) &&
                       t->gap != CUT_GAP_NONE && cut_token_at(doc, at + 1)->gap != CUT_GAP_NONE;
    return spaced_dash || cut_token_is(t, ':');
}

/* Nothing of the credit's sentence stands before `at`. */
static bool begins_at(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (at == 0 || t->starts || t[-1].zone != CUT_ZONE_BODY || stops(&t[-1]))
        return true;
    if (t[-1].kind != CUT_TOK_PUNCT)
        return false;
    if (cut_token_is(&t[-1], '-') && at > 1 && cut_token_is(&t[-2], '-'))
        return true;
    if (cut_token_is(&t[-1], '='))
        return true;
    return (cut_token_is(&t[-1], '-') || cut_token_is(&t[-1], '/') || cut_token_is(&t[-1], '|') ||
            cut_token_is(&t[-1], ':')) &&
           (t[-1].gap != CUT_GAP_NONE || t->script == CUT_SCRIPT_KATAKANA);
}

/* "European Pressphoto Agency (EPA)" explains a name and credits nobody. */
static bool is_initials_of_words_before(const cut_doc *doc, size_t open)
{
    const cut_token *abbreviation = cut_token_at(doc, open + 1);
    size_t want = abbreviation->fold_n;
    if (abbreviation->shape != CUT_SHAPE_UPPER || want < 2)
        return false;
    size_t at = open;
    while (at > 0 && want > 0) {
        const cut_token *t = cut_token_at(doc, at - 1);
        if (t->kind != CUT_TOK_WORD)
            return false;
        char initial = doc->folded[t->fold_at];
        if (initial == doc->folded[abbreviation->fold_at + want - 1])
            want--;
        else if (t->shape != CUT_SHAPE_LOWER)
            return false;
        at--;
    }
    return want == 0;
}

static bool at_end_of_text(const cut_doc *doc, size_t at)
{
    while (at < doc->count &&
           (stops(cut_token_at(doc, at)) || cut_token_at(doc, at)->zone != CUT_ZONE_BODY ||
            cut_token_at(doc, at)->kind == CUT_TOK_NUMBER))
        at++;
    return at >= doc->count;
}

static bool known_issuer(const cut_doc *doc, const cut_chain *c)
{
    for (size_t i = 0; i < c->count; i++) {
        const cut_part *p = &c->parts[i];
        if (p->kind == CUT_PART_NAME &&
            cut_lex_match_within(doc, p->from, p->to, CUT_IS_ISSUER, NULL) == p->to - p->from)
            return true;
    }
    return false;
}

/* A role that only credits have. */
static bool has_source_role(const cut_chain *c)
{
    for (size_t i = 0; i < c->count; i++) {
        unsigned role = c->parts[i].value;
        if (c->parts[i].kind == CUT_PART_ROLE &&
            (role == CUT_ROLE_HANDOUT || role == CUT_ROLE_COURTESY || role == CUT_ROLE_POOL ||
             role == CUT_ROLE_UNCREDITED || role == CUT_ROLE_SOCIAL_MEDIA))
            return true;
    }
    return false;
}

/* Arabic papers close a caption with its source in parentheses, whatever it is. */
static bool is_arabic_source(const cut_doc *doc, size_t open, size_t close)
{
    if (doc->language != CUT_LANG_AR || close > open + 5 || open < 4)
        return false;
    for (size_t i = open + 1; i < close; i++) {
        if (cut_token_at(doc, i)->kind != CUT_TOK_WORD || cut_lex_may(doc, i, CUT_IS_POSITION) ||
            cut_lex_may(doc, i, CUT_IS_COUNTRY) || cut_lex_may(doc, i, CUT_IS_MONTH))
            return false;
    }
    return true;
}

static bool accept_inside(const cut_doc *doc, size_t open, size_t close, cut_chain *c)
{
    if (c->label && (c->strong || c->agencies > 0)) {
        c->rule = "credit.label_in_parentheses";
        return true;
    }
    if (c->agencies > 0) {
        c->rule = c->count > 1 ? "credit.chain_in_parentheses" : "credit.agency_in_parentheses";
        return c->count > 1 || !is_initials_of_words_before(doc, open);
    }
    if (has_source_role(c)) {
        c->rule = "credit.handout_in_parentheses";
        return c->count > 1 || at_end_of_text(doc, close);
    }
    c->rule = "credit.issuer_in_parentheses";
    return at_end_of_text(doc, close) &&
           (known_issuer(doc, c) || is_arabic_source(doc, open, close));
}

/* The label of "Photo Credit: (NASA/Bill Ingram)" goes with the parentheses. */
static size_t label_before(const cut_doc *doc, size_t open, cut_chain *c)
{
    for (size_t back = 1; back <= 6 && back <= open; back++) {
        size_t at = open - back;
        if (cut_token_at(doc, at)->zone != CUT_ZONE_BODY)
            return open;
        if (cut_lex_may(doc, at, CUT_IS_LABEL) && begins_at(doc, at) &&
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
    return open < 20 && cut_token_is(dash, '-') && dash->gap != CUT_GAP_NONE &&
           cut_token_at(doc, close + 2)->kind != CUT_TOK_END;
}

static bool read_inside(finder *f, size_t open, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    size_t close = cut_bracket_end(doc, open, doc->count);
    if (close == SIZE_MAX || close == open + 1)
        return false;
    *c = (cut_chain){.inside = true, .whole_from = open, .whole_to = close + 1};
    size_t at = cut_chain_labels(doc, open + 1, close, true, c);
    if (!cut_chain_read(doc, at, close, true, c))
        return false;
    size_t rest = c->to;
    if (rest < close && cut_token_is(cut_token_at(doc, rest), '.'))
        rest++;
    if (rest != close || !accept_inside(doc, open, close, c))
        return false;
    c->whole_from = label_before(doc, open, c);
    c->dateline = c->count == 1 && c->agencies == 1 && is_dateline(doc, open, close);
    if (c->count == 1 && c->agencies == 1 && c->whole_from == open && !c->dateline)
        take_name_before(doc, open, close, c);
    return true;
}

static bool accept_labelled(const cut_doc *doc, cut_chain *c)
{
    c->rule = "credit.label";
    if (!ends_at(doc, c->to))
        return false;
    return c->agencies > 0 || has_source_role(c) || c->strong;
}

static bool read_labelled(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    *c = (cut_chain){.whole_from = at};
    size_t from = cut_chain_labels(doc, at, doc->count, false, c);
    bool sign =
        cut_token_is(cut_token_at(doc, at), 0xA9) || cut_token_is(cut_token_at(doc, at), '(');
    if (from == at || !(sign || begins_at(doc, at)) ||
        !cut_chain_read(doc, from, doc->count, true, c))
        return false;
    if (c->to == doc->count && c->count > 1)
        cut_chain_complete(doc, c);
    c->whole_to = c->to;
    return accept_labelled(doc, c);
}

/* "Protest in Tunis | Name/AFP": a preposition makes prose of the first part. */
static bool is_prose(const cut_doc *doc, const cut_part *part)
{
    static const cut_str words[] = {CUT_WORD("in"), CUT_WORD("on"), CUT_WORD("at"), CUT_WORD("to"),
                                    CUT_WORD("by")};
    for (size_t i = part->from; part->kind == CUT_PART_NAME && i < part->to; i++) {
        if (cut_word_in(doc, i, words, CUT_COUNT(words)) &&
            cut_token_at(doc, i)->shape == CUT_SHAPE_LOWER)
            return true;
    }
    return false;
}

static bool names_a_person(const cut_doc *doc, const cut_chain *c)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->parts[i].kind == CUT_PART_NAME &&
            cut_classify_name(doc, c->parts[i].from, c->parts[i].to) == CUT_NAME_PERSON)
            return true;
    }
    return false;
}

/* A chain without label or parentheses: agency first, or names first at the start of a sentence. */
static bool accept_bare(const cut_doc *doc, cut_chain *c)
{
    bool left = begins_at(doc, c->from), right = ends_at(doc, c->to);
    bool agency_first = c->parts[0].kind == CUT_PART_AGENCY;
    if (!right)
        return false;
    if (agency_first && c->count > 1 && (c->joints > 0 || c->roles > 0)) {
        c->rule = "credit.agency_first";
        return left || (c->joints > 0 && c->names + c->roles > 0);
    }
    if (c->parts[0].kind == CUT_PART_ROLE && c->agencies > 0 && c->names > 0 && c->parts[1].via) {
        c->rule = "credit.role_via"; /* "Pool via REUTERS/Name" */
        return true;
    }
    if (!left || is_prose(doc, &c->parts[0]))
        return false;
    if (c->agencies > 0 && c->count > 1) {
        c->rule = "credit.names_first";
        return c->joints > 0 || c->label;
    }
    if (c->agencies == 1) {
        c->rule = "credit.agency_alone";
        return c->from > 0 && (at_end_of_text(doc, c->to) || cut_token_at(doc, c->from)->starts);
    }
    if (c->names > 1 && c->joints > 0 && c->from > 0 && at_end_of_text(doc, c->to)) {
        c->rule = "credit.person_and_body";
        return names_a_person(doc, c);
    }
    c->rule = "credit.handout";
    return has_source_role(c) && c->names > 0 &&
           (c->joints > 0 || c->parts[0].kind == CUT_PART_ROLE);
}

/* "BELGA PHOTO ERIC LALMAND": an agency and a person's name that fill a sentence. */
static bool read_unjoined(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    if (!begins_at(doc, at) || !cut_lex_may(doc, at, CUT_IS_AGENCY))
        return false;
    *c = (cut_chain){.whole_from = at};
    if (!cut_chain_read(doc, at, doc->count, true, c) || c->count < 2 || !ends_at(doc, c->to) ||
        c->parts[0].kind != CUT_PART_AGENCY || c->parts[1].kind != CUT_PART_NAME ||
        cut_classify_name(doc, c->parts[1].from, c->parts[1].to) == CUT_NAME_BODY)
        return false;
    c->whole_to = c->to;
    c->rule = "credit.agency_name";
    return true;
}

static bool read_bare(finder *f, size_t at, cut_chain *c)
{
    const cut_doc *doc = f->doc;
    *c = (cut_chain){.whole_from = at};
    if (!cut_chain_read(doc, at, doc->count, false, c))
        return read_unjoined(f, at, c);
    c->whole_to = c->to;
    return accept_bare(doc, c) || read_unjoined(f, at, c);
}

/* Where a chain without a label may begin. */
static bool may_begin(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind != CUT_TOK_WORD)
        return cut_token_is(t, '@') && begins_at(doc, at);
    if (begins_at(doc, at))
        return t->shape != CUT_SHAPE_LOWER || cut_lex_may(doc, at, CUT_IS_AGENCY) ||
               cut_lex_may(doc, at, CUT_IS_ROLE);
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

/* "(16507315bs)": the picture's number behind a Shutterstock credit. */
static size_t number_behind(const cut_doc *doc, size_t at)
{
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

bool cut_find_credit(cut_doc *doc, cut_set hints, cutline_credit *out)
{
    finder f;
    cut_chain c;
    f.doc = doc;
    f.count = 0; /* what is found need not be cleared before */
    for (size_t i = 0; i < doc->count;) {
        if (doc->tokens[i].zone == CUT_ZONE_BODY && read_at(&f, i, &c)) {
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
    return !best || take(&f, best, hints, out);
}

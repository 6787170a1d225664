/* What tells a credit from prose: where it stands, and what it is made of. */
#include "caption/credit_rules.h"

static bool stops(const cut_token *t)
{
    return cut_token_is(t, '.') || cut_token_is(t, ';') || cut_token_is(t, ')') ||
           cut_token_is(t, ']') || cut_token_is(t, '(') || cut_token_is(t, '[') ||
           cut_token_is(t, '*') || cut_token_is(t, '#') || cut_token_is(t, '+');
}

/* Nothing of the credit's sentence follows at `at`. */
bool cut_credit_ends(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind == CUT_TOK_END || t->starts || t->zone != CUT_ZONE_BODY || stops(t))
        return true;
    unsigned kind;
    size_t prefix = cut_lex_match(doc, at, CUT_IS_PREFIX, &kind);
    if (prefix > 0 && kind == CUT_PREFIX_FILE && cut_token_is(cut_token_at(doc, at + prefix), ':'))
        return true; /* "REUTERS/Name FILE PHOTO: ..." */
    /* "Valery Matytsin/TASS Россия. Москва": the caption again in another script */
    if (t->kind == CUT_TOK_WORD && t->script != t[-1].script && t[-1].script == CUT_SCRIPT_LATIN)
        return true;
    if (cut_token_is(t, '/') && t[1].zone != CUT_ZONE_BODY && at + 1 < doc->count)
        return true; /* "EFE/ Casa Real/ SOLO USO EDITORIAL" */
    bool spaced_dash = (cut_token_is(t, '-') || cut_token_is(t, '/') || cut_token_is(t, '|')) &&
                       t->gap != CUT_GAP_NONE && cut_token_at(doc, at + 1)->gap != CUT_GAP_NONE;
    return spaced_dash || cut_token_is(t, ':');
}

/* Nothing of the credit's sentence stands before `at`. */
bool cut_credit_begins(const cut_doc *doc, size_t at)
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
        if (t->kind == CUT_TOK_POSSESSIVE) { /* "North Korea's Central News Agency (KCNA)" */
            at--;
            continue;
        }
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

bool cut_credit_ends_text(const cut_doc *doc, size_t at)
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
bool cut_credit_has_source(const cut_chain *c)
{
    for (size_t i = 0; i < c->count; i++) {
        unsigned role = c->parts[i].value;
        if (c->parts[i].kind == CUT_PART_ROLE &&
            (role == CUT_ROLE_HANDOUT || role == CUT_ROLE_COURTESY || role == CUT_ROLE_POOL ||
             role == CUT_ROLE_UNCREDITED || role == CUT_ROLE_SOCIAL_MEDIA ||
             ((role == CUT_ROLE_STAFF || role == CUT_ROLE_SCREENGRAB) && c->names > 0)))
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

/* "(Pool photo) (Kyodo)": the agency in brackets of its own. */
static bool agency_bracket_follows(const cut_doc *doc, size_t close)
{
    size_t end = cut_bracket_end(doc, close + 1, doc->count);
    return end != SIZE_MAX &&
           (cut_token_is(cut_token_at(doc, close + 1), '(') ||
            cut_token_is(cut_token_at(doc, close + 1), '[')) &&
           cut_lex_match_within(doc, close + 2, end, CUT_IS_AGENCY, NULL) == end - close - 2;
}

/* "(Jane Doe, The Daily Record)": behind a comma it must be a paper, or an office is meant. */
static bool is_person_of_paper(const cut_doc *doc, const cut_chain *c)
{
    static const cut_str papers[] = {
        CUT_WORD("times"),   CUT_WORD("post"),    CUT_WORD("news"),     CUT_WORD("herald"),
        CUT_WORD("tribune"), CUT_WORD("gazette"), CUT_WORD("journal"),  CUT_WORD("record"),
        CUT_WORD("press"),   CUT_WORD("star"),    CUT_WORD("sun"),      CUT_WORD("chronicle"),
        CUT_WORD("globe"),   CUT_WORD("courier"), CUT_WORD("sentinel"), CUT_WORD("examiner"),
        CUT_WORD("bee"),     CUT_WORD("mirror"),  CUT_WORD("echo"),     CUT_WORD("mail"),
        CUT_WORD("express"), CUT_WORD("leader"),  CUT_WORD("review"),   CUT_WORD("register"),
        CUT_WORD("daily"),   CUT_WORD("weekly"),  CUT_WORD("magazine"), CUT_WORD("dispatch"),
        CUT_WORD("argus"),   CUT_WORD("bulletin")};
    if (c->count != 2 || c->names != 2 || c->joints != 1 ||
        cut_classify_name(doc, c->parts[0].from, c->parts[0].to) == CUT_NAME_BODY ||
        cut_classify_name(doc, c->parts[1].from, c->parts[1].to) != CUT_NAME_BODY)
        return false;
    for (size_t i = c->parts[1].from; i < c->parts[1].to; i++) {
        if (cut_word_in(doc, i, papers, CUT_COUNT(papers)))
            return true;
    }
    return cut_token_is(cut_token_at(doc, c->parts[0].to), '/');
}

static bool is_photo_word(const cut_doc *doc, size_t at)
{
    return cut_word_is(doc, at, CUT_STR("photo")) || cut_word_is(doc, at, CUT_STR("photos")) ||
           cut_word_is(doc, at, CUT_STR("image"));
}

static bool holds_org_word(const cut_doc *doc, const cut_part *part)
{
    for (size_t i = part->from; i < part->to; i++) {
        if (cut_lex_may(doc, i, CUT_IS_ORG_WORD))
            return true;
    }
    return false;
}

/* "em Altamira (PA)", "Macapá (AP)": the state of a city. */
static bool is_brazilian_state(const cut_doc *doc, size_t open, size_t close)
{
    static const cut_str cities[] = {
        CUT_WORD("macapa"),      CUT_WORD("santana"),    CUT_WORD("oiapoque"),
        CUT_WORD("belem"),       CUT_WORD("santarem"),   CUT_WORD("maraba"),
        CUT_WORD("altamira"),    CUT_WORD("ananindeua"), CUT_WORD("castanhal"),
        CUT_WORD("parauapebas"), CUT_WORD("itaituba"),   CUT_WORD("barcarena")};
    return close == open + 2 && open > 0 && cut_token_at(doc, open + 1)->fold_n == 2 &&
           cut_token_capital(cut_token_at(doc, open - 1)) &&
           (doc->language == CUT_LANG_PT || cut_word_in(doc, open - 1, cities, CUT_COUNT(cities)));
}

/* "(State Department photo by Jane Doe)", "(Utah Highway Patrol photo)" */
static bool is_photo_of_body(const cut_doc *doc, const cut_chain *c)
{
    const cut_part *first = &c->parts[0];
    if (first->kind != CUT_PART_NAME || !is_photo_word(doc, first->to))
        return false;
    cut_name_kind kind = cut_classify_name(doc, first->from, first->to);
    return c->names > 1 ? kind == CUT_NAME_BODY
                        : kind == CUT_NAME_PERSON || holds_org_word(doc, first);
}

/* "... in Leeds. (West Yorkshire Police)": a body fills the parentheses behind the last sentence.
 */
static bool is_body_at_end(const cut_doc *doc, size_t open, const cut_chain *c)
{
    const cut_part *body = &c->parts[0];
    return c->count == 1 && body->kind == CUT_PART_NAME && body->to > body->from + 1 && open > 3 &&
           cut_token_is(cut_token_at(doc, open - 1), '.') &&
           cut_token_at(doc, open)->gap != CUT_GAP_NONE && holds_org_word(doc, body) &&
           cut_classify_name(doc, body->from, body->to) == CUT_NAME_BODY;
}

bool cut_accept_inside(const cut_doc *doc, size_t open, size_t close, cut_chain *c)
{
    if (c->label && (c->strong || c->agencies > 0)) {
        c->rule = "credit.label_in_parentheses";
        return true;
    }
    if (c->agencies > 0 && is_brazilian_state(doc, open, close))
        return false;
    if (c->agencies > 0) {
        c->rule = c->count > 1 ? "credit.chain_in_parentheses" : "credit.agency_in_parentheses";
        return c->count > 1 || !is_initials_of_words_before(doc, open);
    }
    if (cut_credit_has_source(c)) {
        c->rule = "credit.handout_in_parentheses";
        return c->count > 1 || cut_credit_ends_text(doc, close) ||
               agency_bracket_follows(doc, close);
    }
    c->rule = "credit.issuer_in_parentheses";
    return cut_credit_ends_text(doc, close) &&
           (known_issuer(doc, c) || is_arabic_source(doc, open, close) ||
            is_person_of_paper(doc, c) || is_photo_of_body(doc, c) || is_body_at_end(doc, open, c));
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

/* "... in Paris CREDIT: Jane Doe/AFP", "... by the sea Image copyright Reuters": a label that
 * stands out in the middle of a sentence, and no "slogan Photo:". */
bool cut_is_loud_label(const cut_doc *doc, size_t at, size_t from)
{
    const cut_token *t = cut_token_at(doc, at);
    bool image = cut_word_is(doc, at, CUT_STR("image")) && from > at + 1;
    bool colon = cut_token_is(cut_token_at(doc, from - 1), ':');
    bool by = cut_word_is(doc, from - 1, CUT_STR("by")) && t->shape == CUT_SHAPE_UPPER;
    return t->kind == CUT_TOK_WORD && t->shape != CUT_SHAPE_LOWER && (image || colon || by) &&
           !doc->all_caps;
}

bool cut_accept_labelled(const cut_doc *doc, cut_chain *c, bool inside_sentence)
{
    c->rule = inside_sentence ? "credit.loud_label" : "credit.label";
    if (!cut_credit_ends(doc, c->to) ||
        (inside_sentence && c->agencies == 0 && !cut_credit_ends_text(doc, c->to)))
        return false;
    if (c->agencies > 0 || cut_credit_has_source(c) || c->strong)
        return true;
    /* "Photo Ouest-France / Jane Doe", "Photo Jane Doe": the label is no more than a word */
    return c->names > 0 && cut_credit_ends_text(doc, c->to) &&
           (names_a_person(doc, c) || (c->joints > 0 && known_issuer(doc, c)));
}

/* "Protest in Tunis | Name/AFP": a preposition makes prose of the first part, and so do more words
 * than a name has in a script whose letters do not tell. */
static bool is_prose(const cut_doc *doc, const cut_part *part)
{
    static const cut_str words[] = {CUT_WORD("in"),  CUT_WORD("on"), CUT_WORD("at"),
                                    CUT_WORD("to"),  CUT_WORD("by"), CUT_WORD("في"),
                                    CUT_WORD("على"), CUT_WORD("من"), CUT_WORD("إلى")};
    for (size_t i = part->from; part->kind == CUT_PART_NAME && i < part->to; i++) {
        if (cut_word_in(doc, i, words, CUT_COUNT(words)) &&
            (cut_token_at(doc, i)->shape == CUT_SHAPE_LOWER ||
             cut_token_at(doc, i)->shape == CUT_SHAPE_NONE))
            return true;
    }
    return part->kind == CUT_PART_NAME && part->to > part->from + 5 &&
           cut_token_at(doc, part->from)->script == CUT_SCRIPT_ARABIC;
}

static bool slash_before(const cut_doc *doc, size_t at)
{
    return at > 1 && cut_token_is(cut_token_at(doc, at - 1), '/') &&
           cut_token_at(doc, at - 1)->gap != CUT_GAP_NONE && !doc->all_caps;
}

static bool all_capitals(const cut_doc *doc, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (cut_token_at(doc, i)->kind == CUT_TOK_WORD &&
            cut_token_at(doc, i)->shape != CUT_SHAPE_UPPER)
            return false;
    }
    return true;
}

/* A body of two words that gives pictures out, or the word "Handout", is all of the last sentence.
 */
static bool fills_last_sentence(const cut_doc *doc, const cut_chain *c)
{
    const cut_part *one = &c->parts[0];
    bool handout = one->kind == CUT_PART_ROLE && one->value == CUT_ROLE_HANDOUT;
    bool body = one->kind == CUT_PART_NAME && one->to > one->from + 1 && known_issuer(doc, c);
    return (handout || body) && cut_token_at(doc, one->from)->starts &&
           cut_token_is(cut_token_at(doc, one->from - 1), '.') && cut_credit_ends_text(doc, c->to);
}

/* A chain without label or parentheses: agency first, or names first at the start of a sentence. */
bool cut_accept_bare(const cut_doc *doc, cut_chain *c)
{
    bool left = cut_credit_begins(doc, c->from), right = cut_credit_ends(doc, c->to);
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
        bool inside = c->from > 0 && cut_token_is(cut_token_at(doc, c->from - 1), '(') &&
                      cut_token_is(cut_token_at(doc, c->to), ')');
        if (inside)
            return false; /* refused as what fills parentheses already */
        return c->from > 0 &&
               (cut_credit_ends_text(doc, c->to) || cut_token_at(doc, c->from)->starts);
    }
    if (c->count == 1 && c->from > 0 && fills_last_sentence(doc, c)) {
        c->rule = "credit.source_alone"; /* "... at sea. Library of Congress" */
        return true;
    }
    if (c->names > 1 && c->joints > 0 && c->from > 0 && cut_credit_ends_text(doc, c->to)) {
        c->rule = "credit.person_and_body";
        return names_a_person(doc, c) || known_issuer(doc, c) ||
               (is_person_of_paper(doc, c) && cut_token_is(cut_token_at(doc, c->parts[0].to), '/'));
    }
    if (c->parts[0].kind == CUT_PART_ROLE && c->names == 1 &&
        cut_word_is(doc, c->parts[1].from - 1, CUT_STR("by"))) {
        c->rule = "credit.role_by"; /* "Staff photo by Jane Doe" */
        c->from = c->parts[1].from;
        return cut_credit_ends_text(doc, c->to);
    }
    if (c->names == 1 && c->count == 1 && c->to > c->from + 1 && cut_credit_ends_text(doc, c->to) &&
        slash_before(doc, c->from) && all_capitals(doc, c->from, c->to)) {
        c->rule = "credit.slash_name"; /* "... de los desahucios. / OLMO CALVO" */
        return cut_classify_name(doc, c->from, c->to) != CUT_NAME_BODY;
    }
    if (c->names == 1 && c->count == 2 && c->parts[1].kind == CUT_PART_ROLE && c->joints > 0 &&
        c->from > 1 && cut_token_is(cut_token_at(doc, c->from - 1), '-')) {
        c->rule = "credit.dash_file"; /* "... on the road. - White Star/File" */
        return cut_credit_ends_text(doc, c->to);
    }
    c->rule = "credit.handout";
    return cut_credit_has_source(c) && c->names > 0 &&
           (c->joints > 0 || c->parts[0].kind == CUT_PART_ROLE);
}

#include "caption/chain.h"

typedef struct reader {
    const cut_doc *doc;
    cut_chain *chain;
    size_t at, end;
    bool free;
    bool loose; /* behind "courtesy of": any words up to a boundary */
} reader;

static const cut_token *token(const reader *r, size_t at)
{
    return &r->doc->tokens[at < r->end ? at : r->doc->count];
}

static bool is_slash(const cut_token *t)
{
    return cut_token_is(t, '/') || cut_token_is(t, '|') || cut_token_is(t, '\\');
}

static bool starts_known(const reader *r, size_t at)
{
    return at < r->end && (cut_lex_match_within(r->doc, at, r->end, CUT_IS_AGENCY, NULL) ||
                           cut_lex_match_within(r->doc, at, r->end, CUT_IS_ROLE, NULL) ||
                           cut_lex_match_within(r->doc, at, r->end, CUT_IS_VIA, NULL));
}

static bool last_is(const reader *r, cut_part_kind kind)
{
    return r->chain->count > 0 && r->chain->parts[r->chain->count - 1].kind == kind;
}

/* Two to four words of a name fill the sentence from `at`. */
static bool name_to_end(const reader *r, size_t at)
{
    size_t i = at;
    while (i < at + 5 && cut_token_capital(token(r, i)) && (i == at || !token(r, i)->starts))
        i++;
    return i > at + 1 && i < at + 5 &&
           (token(r, i)->kind == CUT_TOK_END || token(r, i)->starts ||
            cut_token_is(token(r, i), '.'));
}

/* "AFP - Georges GOBILLARD - A vintner ...": a name that the next dash closes, in front of a
 * caption; places stand there as well. */
static bool byline_in_front(const reader *r, size_t at)
{
    size_t i = at;
    while (i < at + 5 && cut_token_capital(token(r, i)))
        i++;
    const cut_token *dash = token(r, i);
    return r->chain->from == 0 && i > at + 1 && i < at + 5 && cut_token_is(dash, '-') &&
           dash->gap != CUT_GAP_NONE && token(r, i + 1)->gap != CUT_GAP_NONE &&
           cut_lex_match_within(r->doc, at, i, CUT_IS_CITY, NULL) == 0 &&
           cut_classify_name(r->doc, at, i) != CUT_NAME_BODY;
}

/* "Kettle - WPA Pool", "Chennault-USA TODAY Sports": a dash joins only if something known follows
 * or it is spaced out in a place that must be a credit ("(c) AFP - Jane Doe"). */
static bool is_dash_joint(const reader *r, size_t at)
{
    const cut_token *t = token(r, at);
    if (!cut_token_is(t, '-') && !cut_token_is(t, '='))
        return false;
    if (starts_known(r, at + 1) || (last_is(r, CUT_PART_ROLE) && at == r->at))
        return true;
    bool spaced = t->gap != CUT_GAP_NONE && token(r, at + 1)->gap != CUT_GAP_NONE;
    if (!spaced || r->chain->inside)
        return spaced;
    return at == r->at && last_is(r, CUT_PART_AGENCY) &&
           (((r->free || token(r, r->chain->from)->starts) && name_to_end(r, at + 1)) ||
            byline_in_front(r, at + 1));
}

static bool is_and(const reader *r, size_t at)
{
    const cut_token *t = token(r, at);
    static const cut_str words[] = {CUT_WORD("and"), CUT_WORD("et"), CUT_WORD("und"),
                                    CUT_WORD("y")};
    if (cut_token_is(t, '&') || cut_token_is(t, '+'))
        return true;
    return t->shape != CUT_SHAPE_CAPITAL && t->fold_n <= 3 && at < r->end &&
           cut_word_in(r->doc, at, words, CUT_COUNT(words));
}

/* "MTI Foto: Name", "Pool: Name"; but "File photo: " opens a caption. */
static bool opens_with_colon(const reader *r)
{
    if (last_is(r, CUT_PART_ROLE))
        return r->chain->parts[r->chain->count - 1].value != CUT_ROLE_FILE;
    return last_is(r, CUT_PART_AGENCY);
}

/* An archive, and at `at` the number of its picture. */
static bool behind_archive(const reader *r, size_t at)
{
    if (!last_is(r, CUT_PART_NAME))
        return false;
    const cut_part *last = &r->chain->parts[r->chain->count - 1];
    return cut_lex_match_within(r->doc, last->from, last->to, CUT_IS_ISSUER, NULL) ==
               last->to - last->from &&
           cut_chain_mark(r->doc, at, r->end) > 0;
}

/* Number of tokens of the separator at `at`: slash, comma, dash, "via" and their combinations. */
static size_t joint_length(reader *r, size_t at, bool *via)
{
    size_t i = at;
    for (;;) {
        const cut_token *t = token(r, i);
        if (t->kind == CUT_TOK_WORD && !cut_lex_may(r->doc, i, CUT_IS_VIA))
            return i - at; /* nearly every word */
        size_t n = cut_lex_match_within(r->doc, i, r->end, CUT_IS_VIA, NULL);
        bool comma = cut_token_is(t, ',') || cut_token_is(t, ';');
        if (n > 0)
            *via = true;
        else if (cut_token_is(t, 0xA9) && i > r->chain->from)
            n = 1 + (token(r, i + 1)->kind == CUT_TOK_NUMBER); /* "Jane Doe (c)2023 Maxar" */
        else if (cut_token_is(t, ':') && i == r->at && opens_with_colon(r))
            n = 1; /* "MTI Foto: Name" */
        else if (is_slash(t) || (cut_token_is(t, 0xB7) && starts_known(r, i + 1)) ||
                 is_dash_joint(r, i) ||
                 (comma && (r->free || starts_known(r, i + 1) || behind_archive(r, i + 1))))
            n = 1;
        if (n == 0)
            return i - at;
        i += n;
    }
}

static bool add(reader *r, cut_part_kind kind, unsigned value, size_t from, size_t to)
{
    cut_chain *c = r->chain;
    if (c->count == CUT_CHAIN_PARTS || from >= to)
        return false;
    c->parts[c->count++] = (cut_part){kind, value, from, to, false};
    c->agencies += kind == CUT_PART_AGENCY;
    c->roles += kind == CUT_PART_ROLE && value != CUT_ROLE_NOTHING;
    c->names += kind == CUT_PART_NAME;
    return true;
}

/* A dot inside a name: an initial, "Jr.", "Wyborcza.pl". */
static bool inner_dot(const reader *r, size_t at)
{
    const cut_token *before = token(r, at - 1), *after = token(r, at + 1);
    if (after->kind == CUT_TOK_END)
        return false;
    if (after->gap == CUT_GAP_NONE && after->kind == CUT_TOK_WORD &&
        after->shape == CUT_SHAPE_LOWER)
        return true;
    if (before->kind != CUT_TOK_WORD || token(r, at)->gap != CUT_GAP_NONE)
        return false;
    return (before->fold_n == 1 && before->script == CUT_SCRIPT_LATIN) ||
           cut_lex_may(r->doc, at - 1, CUT_IS_ABBREVIATION);
}

/* Lower-case words that names and bodies hold. */
static bool is_inner_word(const reader *r, size_t at)
{
    static const cut_str words[] = {
        CUT_WORD("of"),    CUT_WORD("the"), CUT_WORD("for"),  CUT_WORD("and"),  CUT_WORD("in"),
        CUT_WORD("de"),    CUT_WORD("du"),  CUT_WORD("des"),  CUT_WORD("la"),   CUT_WORD("le"),
        CUT_WORD("les"),   CUT_WORD("del"), CUT_WORD("di"),   CUT_WORD("da"),   CUT_WORD("do"),
        CUT_WORD("dos"),   CUT_WORD("y"),   CUT_WORD("et"),   CUT_WORD("und"),  CUT_WORD("fur"),
        CUT_WORD("der"),   CUT_WORD("die"), CUT_WORD("den"),  CUT_WORD("von"),  CUT_WORD("al"),
        CUT_WORD("el"),    CUT_WORD("e"),   CUT_WORD("on"),   CUT_WORD("at"),   CUT_WORD("to"),
        CUT_WORD("d'"),    CUT_WORD("l'"),  CUT_WORD("alla"), CUT_WORD("alle"), CUT_WORD("dei"),
        CUT_WORD("dell'"), CUT_WORD("nel"), CUT_WORD("zur"),  CUT_WORD("zum"),  CUT_WORD("per"),
        CUT_WORD("till"),  CUT_WORD("och"), CUT_WORD("og"),   CUT_WORD("voor"), CUT_WORD("sur"),
        CUT_WORD("ve"),    CUT_WORD("im"),  CUT_WORD("am")};
    if (cut_lex_may(r->doc, at, CUT_IS_PARTICLE))
        return true;
    return cut_word_in(r->doc, at, words, CUT_COUNT(words));
}

/* Token `at` can go on a name that began at `from`. */
static bool continues_name(const reader *r, size_t from, size_t at)
{
    const cut_token *t = token(r, at);
    if (t->kind == CUT_TOK_END || t->zone != CUT_ZONE_BODY)
        return false;
    if (at > from && (t->gap == CUT_GAP_LINE || (t->gap == CUT_GAP_WIDE && !r->chain->inside)))
        return false;
    if (t->kind == CUT_TOK_NUMBER)
        return r->free || at > from;
    if (t->kind == CUT_TOK_POSSESSIVE)
        return true;
    if (t->kind == CUT_TOK_WORD)
        return t->shape != CUT_SHAPE_LOWER || t->gap == CUT_GAP_NONE || is_inner_word(r, at);
    if (cut_token_is(t, '.'))
        return inner_dot(r, at);
    if (cut_token_is(t, '-') || cut_token_is(t, '\''))
        return t->gap == CUT_GAP_NONE && token(r, at + 1)->gap == CUT_GAP_NONE;
    if (cut_token_is(t, '&') || cut_token_is(t, 0xB7) || cut_token_is(t, '@') ||
        cut_token_is(t, '_') || cut_token_is(t, '#'))
        return true;
    return false;
}

/* A word that is a role wherever it stands: it ends the name before it. */
static bool role_word(const reader *r, size_t at)
{
    unsigned role;
    return cut_lex_match_within(r->doc, at, r->end, CUT_IS_ROLE, &role) > 0 &&
           (role == CUT_ROLE_HANDOUT || role == CUT_ROLE_STRINGER ||
            (role == CUT_ROLE_POOL && at > 0 && token(r, at)->shape == CUT_SHAPE_UPPER &&
             r->doc->tokens[at - 1].shape == CUT_SHAPE_CAPITAL) || /* "EFE/Mariscal POOL" */
            (role == CUT_ROLE_NOTHING && cut_word_is(r->doc, at, CUT_STR("livepic")))) &&
           token(r, at)->shape != CUT_SHAPE_LOWER;
}

/* An agency word that is part of a longer name is no agency of its own: "Reuters Foundation". */
static bool agency_ends(const reader *r, size_t at, size_t n)
{
    const cut_token *t = token(r, at + n);
    if (r->doc->tokens[at].script == CUT_SCRIPT_HAN || role_word(r, at + n))
        return true;
    if (n == 1 && cut_lex_may(r->doc, at, CUT_IS_GIVEN) && t->shape == CUT_SHAPE_CAPITAL &&
        t->gap == CUT_GAP_SPACE && !starts_known(r, at + 1))
        return false; /* "Petra Winter" */
    return t->kind != CUT_TOK_WORD || t->gap >= CUT_GAP_WIDE || t->shape == CUT_SHAPE_LOWER ||
           t->zone != CUT_ZONE_BODY || r->free || t->starts;
}

/* "Jane Doe for The Boston Globe": behind a person's name, "for" a paper. Tokens up to the paper.
 */
static size_t client_joint(const reader *r, size_t from, size_t at)
{
    if (at < from + 2 || at > from + 5 || !cut_word_is(r->doc, at, CUT_STR("for")) ||
        token(r, at)->shape != CUT_SHAPE_LOWER)
        return 0;
    bool paper = cut_lex_match_within(r->doc, at + 1, r->end, CUT_IS_ISSUER, NULL) > 0;
    for (size_t i = at + 1; i < at + 6 && cut_token_capital(token(r, i)) && !token(r, i)->starts;
         i++)
        paper = paper || (i > at + 1 && cut_lex_may(r->doc, i, CUT_IS_ORG_WORD));
    return paper && cut_classify_name(r->doc, from, at) != CUT_NAME_BODY ? 1 : 0;
}

/* "FILE PHOTO:" behind a credit opens the caption. */
static bool file_prefix(const reader *r, size_t at)
{
    unsigned kind;
    size_t n = cut_lex_match_within(r->doc, at, r->end, CUT_IS_PREFIX, &kind);
    return n > 0 && kind == CUT_PREFIX_FILE && cut_token_is(token(r, at + n), ':');
}

/* Tokens of the longest name of a body: "Office of the Prime Minister of the Republic of ...". */
#define LONGEST_NAME 24

static size_t name_end(const reader *r, size_t from)
{
    size_t at = from;
    bool via = false;
    while (at < r->end && at < from + LONGEST_NAME) {
        reader look = *r;
        if (at > from && (joint_length(&look, at, &via) > 0 || role_word(r, at) ||
                          file_prefix(r, at) || client_joint(r, from, at) > 0 ||
                          (cut_lex_may(r->doc, at + 1, CUT_IS_GIVEN) && is_and(r, at))))
            break;
        if (at > from && cut_lex_match_within(r->doc, at, r->end, CUT_IS_LABEL, NULL) &&
            r->doc->tokens[at].script == CUT_SCRIPT_HAN)
            break;
        if (!continues_name(r, from, at) &&
            !(r->loose && token(r, at)->kind == CUT_TOK_WORD && !token(r, at)->starts))
            break;
        at++;
    }
    /* Not a name if it ends in "of the". */
    while (!r->loose && at > from && token(r, at - 1)->shape == CUT_SHAPE_LOWER &&
           token(r, at - 1)->gap != CUT_GAP_NONE)
        at--;
    return at;
}

/* Past ranks, "photo by", and the Chinese "reporter". */
static size_t skip_noise(const reader *r, size_t at)
{
    for (;;) {
        size_t n = cut_lex_match_within(r->doc, at, r->end, CUT_IS_RANK, NULL);
        if (n == 0)
            n = cut_lex_match_within(r->doc, at, r->end, CUT_IS_CREDIT_NOISE, NULL);
        bool han = r->doc->tokens[at].script == CUT_SCRIPT_HAN;
        if (n == 0 || (!han && token(r, at + n)->kind != CUT_TOK_WORD))
            return at;
        at += n;
        if (cut_token_is(token(r, at), '.'))
            at++;
    }
}

/* "Courtesy of X", "Supplied by X": whose picture it is follows without a sign. */
static bool names_source(const reader *r, unsigned role, size_t from, size_t to)
{
    return role == CUT_ROLE_COURTESY || (role == CUT_ROLE_HANDOUT && to > from + 1 &&
                                         cut_word_is(r->doc, to - 1, CUT_STR("by")));
}

static bool last_names_source(const reader *r)
{
    if (!last_is(r, CUT_PART_ROLE))
        return false;
    const cut_part *last = &r->chain->parts[r->chain->count - 1];
    return names_source(r, last->value, last->from, last->to);
}

/* "Staff photo by Jane Doe", "Pool photo by ...": whose picture it is, behind a role. */
static bool by_name(const reader *r, size_t at)
{
    return at + 1 < r->end && cut_word_is(r->doc, at, CUT_STR("by")) &&
           cut_token_capital(token(r, at + 1)) && !starts_known(r, at + 1);
}

static bool read_role(reader *r)
{
    unsigned role;
    size_t n = cut_lex_match_within(r->doc, r->at, r->end, CUT_IS_ROLE, &role);
    if (n == 0)
        return false;
    const cut_token *next = token(r, r->at + n);
    /* "/Files GLOBAL BUSINESS": a notice in capitals begins */
    bool notice = role == CUT_ROLE_FILE && next->shape == CUT_SHAPE_UPPER && next->fold_n > 2 &&
                  token(r, r->at)->shape != CUT_SHAPE_UPPER;
    bool open = names_source(r, role, r->at, r->at + n);
    bool via;
    reader look = *r;
    bool ends = notice || next->kind != CUT_TOK_WORD || next->starts ||
                next->zone != CUT_ZONE_BODY || by_name(r, r->at + n) ||
                joint_length(&look, r->at + n, &via) > 0 || starts_known(r, r->at + n);
    if (!open && !ends)
        return false;
    if (!add(r, CUT_PART_ROLE, role, r->at, r->at + n))
        return false;
    r->at += n;
    return true;
}

/* "SWNS.com": tokens of the end of a web address. */
static size_t site_ending(const reader *r, size_t at)
{
    static const cut_str ends[] = {CUT_WORD("com"), CUT_WORD("net"), CUT_WORD("org")};
    return cut_token_is(token(r, at), '.') && token(r, at)->gap == CUT_GAP_NONE &&
                   token(r, at + 1)->gap == CUT_GAP_NONE && at + 1 < r->end &&
                   cut_word_in(r->doc, at + 1, ends, CUT_COUNT(ends))
               ? 2
               : 0;
}

static bool read_agency(reader *r)
{
    unsigned agency;
    size_t n = cut_lex_match_within(r->doc, r->at, r->end, CUT_IS_AGENCY, &agency);
    static const cut_str photo[] = {
        CUT_WORD("photo"),     CUT_WORD("photos"),     CUT_WORD("foto"),      CUT_WORD("images"),
        CUT_WORD("pictures"),  CUT_WORD("pic"),        CUT_WORD("picture"),   CUT_WORD("telephoto"),
        CUT_WORD("wirephoto"), CUT_WORD("radiophoto"), CUT_WORD("newsphoto"), CUT_WORD("unifax")};
    bool named = n > 0 && r->at + n < r->end &&
                 cut_word_in(r->doc, r->at + n, photo, CUT_COUNT(photo)) &&
                 (token(r, r->at + n)->shape != CUT_SHAPE_LOWER ||
                  token(r, r->at + n + 1)->kind != CUT_TOK_WORD);
    n += named; /* "NAN Photo" */
    if (n > 0)
        n += site_ending(r, r->at + n);
    if (n == 0 || !agency_ends(r, r->at, n) || !add(r, CUT_PART_AGENCY, agency, r->at, r->at + n))
        return false;
    r->at += n;
    return true;
}

/* "for MTV/Viacom", "for NYFW: The Shows" */
static bool client_goes_on(const reader *r, size_t at)
{
    bool colon = cut_token_is(token(r, at), ':') && r->chain->inside;
    return (is_slash(token(r, at)) || colon) && token(r, at + 1)->kind == CUT_TOK_WORD &&
           !starts_known(r, at + 1);
}

/* "Getty Images for Vesper": the client belongs to the line and to nobody, unless it is known to
 * give pictures out itself: "VII for The New York Times". */
static void read_client(reader *r)
{
    const cut_token *t = token(r, r->at);
    if (t->kind == CUT_TOK_WORD && cut_str_eq(cut_token_fold(r->doc, t), CUT_STR("for")) &&
        r->chain->agencies > 0) {
        size_t from = r->at + 1, end = name_end(r, from);
        if (end == from && r->chain->inside && token(r, from)->kind == CUT_TOK_WORD &&
            token(r, from + 1)->kind != CUT_TOK_WORD)
            end++; /* a brand that writes itself small */
        while (end > from && client_goes_on(r, end))
            end = name_end(r, end + 1);
        if (end > from &&
            cut_lex_match_within(r->doc, from, end, CUT_IS_ISSUER, NULL) == end - from)
            (void)add(r, CUT_PART_NAME, 0, from, end);
        if (end > from)
            r->at = end;
    }
}

/* "Kremlin Pool", "Kremlin Pool Photo"; but "Jane Maria Pool" */
static bool is_pool(const reader *r, size_t from, size_t to)
{
    to -= to > from + 2 && cut_word_is(r->doc, to - 1, CUT_STR("photo"));
    return to > from + 1 && to < from + 4 && cut_word_is(r->doc, to - 1, CUT_STR("pool")) &&
           !(to > from + 2 && cut_lex_may(r->doc, from, CUT_IS_GIVEN));
}

static bool read_name(reader *r)
{
    size_t from = skip_noise(r, r->at);
    r->loose = last_names_source(r);
    size_t archive = cut_lex_match_within(r->doc, from, r->end, CUT_IS_ISSUER, NULL);
    bool kept = archive > 0 && cut_chain_mark(r->doc, from + archive, r->end) > 0;
    size_t to = kept ? from + archive : name_end(r, from);
    if (to < from + archive)
        to = from + archive; /* "Library of Congress, Prints & Photographs Division" */
    bool via;
    reader look = *r;
    bool small = to <= from + 1 && token(r, from)->shape == CUT_SHAPE_LOWER &&
                 (r->free ? from + 1 == r->end || joint_length(&look, from + 1, &via) > 0
                          : is_slash(token(r, from + 1)) && starts_known(r, from + 2)) &&
                 (r->chain->count > 0) == r->free;
    if (small)
        to = from + 1; /* "Name/photothek/picture alliance" */
    bool named = small || cut_token_capital(token(r, from)) || cut_token_is(token(r, from), '@') ||
                 (r->loose && to > from + 1);
    r->loose = false;
    if (to == from || !named)
        return false;
    bool handout = small && r->chain->count > 0 && cut_word_is(r->doc, from, CUT_STR("ho"));
    bool pool = is_pool(r, from, to);
    cut_role role = handout ? CUT_ROLE_HANDOUT : CUT_ROLE_POOL;
    if (!(pool || handout ? add(r, CUT_PART_ROLE, role, from, to)
                          : add(r, CUT_PART_NAME, 0, from, to)))
        return false;
    r->at = to;
    return true;
}

/* "新华社发（陈晔华 摄）": the name stands in parentheses behind the word for "issued". */
static bool read_issued(reader *r)
{
    const cut_token *t = token(r, r->at);
    if (!last_is(r, CUT_PART_AGENCY) || t->script != CUT_SCRIPT_HAN ||
        !cut_lex_may(r->doc, r->at, CUT_IS_CREDIT_NOISE) || !cut_token_is(token(r, r->at + 1), '('))
        return false;
    size_t close = cut_bracket_end(r->doc, r->at + 1, r->end);
    size_t from = r->at + 2, to = from;
    while (close != SIZE_MAX && to < close && to < from + 5 &&
           !cut_lex_may(r->doc, to, CUT_IS_LABEL))
        to++;
    if (close == SIZE_MAX || to == from || !add(r, CUT_PART_NAME, 0, from, to))
        return false;
    r->at = close + 1;
    return true;
}

/* The number of a picture behind the archive that keeps it. */
static bool read_mark(reader *r)
{
    size_t n = last_is(r, CUT_PART_NAME) ? cut_chain_mark(r->doc, r->at, r->end) : 0;
    if (n == 0 || !add(r, CUT_PART_ROLE, CUT_ROLE_NOTHING, r->at, r->at + n))
        return false;
    r->at += n;
    return true;
}

static bool read_part(reader *r)
{
    if (read_issued(r))
        return true;
    if (r->chain->count == 0 && r->chain->inside && cut_token_is(token(r, r->at), '-') &&
        is_slash(token(r, r->at + 1)))
        return add(r, CUT_PART_ROLE, CUT_ROLE_NOTHING, r->at, r->at + 1) && r->at++ < r->end;
    if (r->at >= r->end)
        return false;
    if (read_agency(r)) {
        read_client(r);
        return true;
    }
    if (cut_word_is(r->doc, r->at, CUT_STR("x")) && is_slash(token(r, r->at + 1)) &&
        cut_token_is(token(r, r->at + 2), '@')) /* "X/@name" */
        return add(r, CUT_PART_ROLE, CUT_ROLE_SOCIAL_MEDIA, r->at, r->at + 1) && r->at++ < r->end;
    return read_role(r) || read_mark(r) || read_name(r);
}

/* "U.S. Coast Guard photo courtesy of X", "Reuters file photo" */
static bool courtesy_follows(const reader *r)
{
    unsigned role;
    size_t n = cut_lex_match_within(r->doc, r->at, r->end, CUT_IS_ROLE, &role);
    return n > 0 && (role == CUT_ROLE_COURTESY || (role == CUT_ROLE_FILE && n > 1));
}

/* "State Department photo by Jane Doe" */
static bool photo_by(const reader *r)
{
    return r->chain->inside && r->chain->count == 1 &&
           cut_word_is(r->doc, r->at, CUT_STR("photo")) && by_name(r, r->at + 1);
}

/* A part may follow without a separator: "新华社记者 王晓晔", "Courtesy of X", "U.S. Navy photo by
 * X", and names behind an agency where it must be a credit. */
static bool follows_unjoined(const reader *r)
{
    const cut_chain *c = r->chain;
    const cut_part *last = &c->parts[c->count - 1];
    const cut_token *t = token(r, r->at);
    if (t->kind != CUT_TOK_WORD || t->zone != CUT_ZONE_BODY || t->starts)
        return false;
    if (last->kind == CUT_PART_ROLE)
        return last_names_source(r) || by_name(r, r->at) ||
               (starts_known(r, r->at) && !file_prefix(r, r->at));
    if (last->kind == CUT_PART_AGENCY)
        return r->free || role_word(r, r->at) || skip_noise(r, r->at) > r->at ||
               t->script == CUT_SCRIPT_HAN || courtesy_follows(r);
    return role_word(r, r->at) || (starts_known(r, r->at) && r->free) || photo_by(r) ||
           behind_archive(r, r->at);
}

/* "Jane Doe and John Roe/AFP" */
static size_t and_length(const reader *r)
{
    const cut_chain *c = r->chain;
    bool person = c->parts[c->count - 1].kind == CUT_PART_NAME;
    return person && is_and(r, r->at) && cut_token_capital(token(r, r->at + 1)) ? 1 : 0;
}

/* The Chinese and Japanese "photographed by" behind the name. */
static void read_tail(reader *r)
{
    unsigned kind = CUT_LABEL_STRONG;
    size_t n = cut_lex_match_within(r->doc, r->at, r->end, CUT_IS_LABEL, &kind);
    if (n == 0 && r->at < r->end && r->doc->tokens[r->at].script == CUT_SCRIPT_HAN)
        n = cut_lex_match_within(r->doc, r->at, r->end, CUT_IS_CREDIT_NOISE, NULL);
    if (n > 0 && (kind == CUT_LABEL_TAIL || r->doc->tokens[r->at].script == CUT_SCRIPT_HAN)) {
        r->at += n;
        r->chain->label = true;
    }
}

/* "ANTARA FOTO/Hafidz Mubarak/foc/17": who sent it in which year. */
static size_t desk_mark(const reader *r)
{
    const cut_token *who = token(r, r->at + 1), *year = token(r, r->at + 3);
    return last_is(r, CUT_PART_NAME) && is_slash(token(r, r->at)) &&
                   is_slash(token(r, r->at + 2)) && who->kind == CUT_TOK_WORD && who->fold_n <= 4 &&
                   year->kind == CUT_TOK_NUMBER && year->fold_n == 2
               ? 4
               : 0;
}

/* "(Utah Highway Patrol photo)" */
static size_t photo_word(const reader *r)
{
    static const cut_str words[] = {CUT_WORD("photo"), CUT_WORD("photos"), CUT_WORD("image")};
    return r->chain->inside && r->chain->count == 1 && last_is(r, CUT_PART_NAME) &&
           r->at + 1 == r->end && cut_word_in(r->doc, r->at, words, CUT_COUNT(words));
}

bool cut_chain_read(const cut_doc *doc, size_t at, size_t end, bool free, cut_chain *chain)
{
    reader r = {doc, chain, at, end, free, false};
    chain->from = at;
    if (!read_part(&r))
        return false;
    for (;;) {
        bool via = false;
        size_t n = joint_length(&r, r.at, &via);
        if (n == 0)
            n = and_length(&r);
        if (n == 0 && last_is(&r, CUT_PART_NAME)) {
            n = client_joint(&r, chain->parts[chain->count - 1].from, r.at);
            chain->client |= n > 0;
        }
        if (n == 0 && !follows_unjoined(&r))
            break;
        size_t back = r.at;
        r.at += n;
        if (!read_part(&r)) {
            r.at = back;
            break;
        }
        chain->parts[chain->count - 1].via = via;
        chain->via |= via;
        chain->joints += n > 0;
    }
    read_tail(&r);
    r.at += desk_mark(&r) + photo_word(&r);
    /* "REUTERS/", "AP Photo/": the name is missing. */
    if (chain->count == 1 && last_is(&r, CUT_PART_AGENCY) && is_slash(token(&r, r.at)) &&
        token(&r, r.at)->gap == CUT_GAP_NONE && token(&r, r.at + 1)->kind != CUT_TOK_WORD)
        r.at++;
    chain->to = r.at;
    return true;
}

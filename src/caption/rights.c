/*
 * The clauses of notices. A phrase of the lexicon says what kind of right it is
 * (restriction_table.c); what stands behind it, or in front of an OUT, says for whom and until
 * when.
 */
#include "caption/rights.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "caption/credit.h"
#include "caption/moment.h"
#include "caption/territory.h"

typedef struct reader {
    cut_doc *doc;
    const char *taken;
    bool instructions;
    cut_caption_rights *out;
    size_t floor; /* first token that no clause has taken yet */
    bool failed;  /* memory ran out */
} reader;

/* ---- names -----------------------------------------------------------------------------------
 */

/* The name of which the folded text is an alias; NULL if it is none. */
static const char *known_name(const cut_notice_name *rows, size_t count, cut_str folded)
{
    for (size_t i = 0; i < count && folded.n > 0; i++) {
        cut_str aliases = cut_str_from(rows[i].aliases);
        while (aliases.p)
            if (cut_str_eq(cut_str_split(&aliases, '|'), folded))
                return rows[i].name;
    }
    return NULL;
}

static cut_str without_article(cut_str folded)
{
    return cut_str_starts(folded, CUT_STR("the ")) ? cut_str_slice(folded, 4, folded.n) : folded;
}

const char *cut_territory_name(cut_arena *arena, cut_str text)
{
    cut_str folded = cut_words_fold(arena, text);
    if (!folded.p)
        return NULL;
    const char *known = known_name(cut_territories, cut_territory_count, without_article(folded));
    return known ? known : cut_arena_copy(arena, cut_body_natural_case(arena, text));
}

const char *cut_medium_name(cut_arena *arena, cut_str text)
{
    cut_str folded = cut_words_fold(arena, text);
    if (!folded.p)
        return NULL;
    const char *known = known_name(cut_media, cut_medium_count, without_article(folded));
    return known ? known : cut_arena_copy(arena, text);
}

/* ---- adding ----------------------------------------------------------------------------------
 */

static void add(reader *r, cut_caption_right right, size_t from, size_t to)
{
    right.text = cut_str_trim(cut_doc_span(r->doc, from, to));
    for (size_t i = 0; i < r->out->n; i++) {
        cut_caption_right *old = &r->out->v[i];
        bool same = strcmp(old->kind, right.kind) == 0 &&
                    cut_str_eq_nocase(cut_str_from(old->value), cut_str_from(right.value)) &&
                    (!right.from || !old->from || strcmp(old->from, right.from) == 0) &&
                    (!right.until || !old->until || strcmp(old->until, right.until) == 0);
        if (!same)
            continue;
        if ((right.from && !old->from) || (right.until && !old->until))
            *old = right;
        return;
    }
    if (!CUT_PUSH(r->doc->arena, r->out, right))
        r->failed = true;
}

static const char *moment_text(reader *r, const cut_moment *m)
{
    const char *text = NULL;
    if (!cut_moment_text(r->doc->arena, m, r->taken, &text))
        r->failed = true;
    return text;
}

/* ---- clauses ---------------------------------------------------------------------------------
 */

/* A token that notices are looked for in. */
static bool is_ground(const reader *r, size_t at)
{
    return at < r->doc->count && (r->instructions || r->doc->tokens[at].zone == CUT_ZONE_BOILER);
}

/* A new sentence, but for what stands behind the full stop of "SUN." or "12.05.". */
static bool ends_clause(const reader *r, size_t at)
{
    const cut_token *t = &r->doc->tokens[at];
    bool stop = at > 0 && cut_token_is(&t[-1], '.');
    if (!is_ground(r, at) || cut_token_is(t, ';') || cut_token_is(t, '(') || cut_token_is(t, '['))
        return true;
    return t->starts &&
           !(stop && at > 1 && t->kind == CUT_TOK_NUMBER &&
             (t[-2].kind == CUT_TOK_NUMBER || cut_lex_may(r->doc, at - 2, CUT_IS_WEEKDAY) ||
              cut_lex_may(r->doc, at - 2, CUT_IS_MONTH)));
}

/* End of the clause in which `at` stands: another restriction begins, or a sentence. */
static size_t clause_end(const reader *r, size_t at)
{
    unsigned kind;
    size_t i = at;
    while (i < r->doc->count && !(i > at && ends_clause(r, i)) && is_ground(r, i) &&
           cut_restriction_at(r->doc, i, &kind) == 0)
        i++;
    return i;
}

/* First token of the sentence of `at`, after what was taken. */
static size_t sentence_begin(const reader *r, size_t at)
{
    size_t i = at;
    while (i > r->floor && !r->doc->tokens[i].starts)
        i--;
    return i;
}

/* Behind the clause's words: "until May 12", "after 30 days", "for 48 hours". */
static size_t read_limit(reader *r, size_t at, const char **until)
{
    static const cut_str words[] = {CUT_WORD("until"), CUT_WORD("till"),   CUT_WORD("through"),
                                    CUT_WORD("after"), CUT_WORD("beyond"), CUT_WORD("bis"),
                                    CUT_WORD("past"),  CUT_WORD("before"), CUT_WORD("hasta"),
                                    CUT_WORD("nach"),  CUT_WORD("within"), CUT_WORD("jusqu'au")};
    cut_moment m;
    bool span = cut_word_is(r->doc, at, CUT_STR("for")) &&
                cut_read_span(r->doc, at + 1, clause_end(r, at), &m);
    *until = NULL;
    if (!span && (!cut_word_in(r->doc, at, words, CUT_COUNT(words)) ||
                  !cut_read_moment(r->doc, at + 1, clause_end(r, at + 1), &m)))
        return at;
    *until = moment_text(r, &m);
    return m.to;
}

/* The date of an embargo or expiry stands behind its words, or in front of them as in Turkish and
 * Chinese. */
static size_t add_dated(reader *r, unsigned kind, size_t at, size_t end)
{
    cut_moment m;
    size_t from = at, to = end, begin = sentence_begin(r, at);
    bool embargo = kind == CUT_RESTRICT_EMBARGO, found;
    cut_caption_right right = {.kind = cut_restriction_name(kind)};
    found = cut_read_moment(r->doc, end, clause_end(r, end), &m);
    if (found)
        to = m.to;
    if (!found && begin < at && cut_read_moment(r->doc, begin, at, &m)) {
        found = true;
        from = m.from;
    }
    if (!found) /* the day is one of the words: "advance for Sunday" */
        found = cut_read_moment(r->doc, at, end, &m);
    if (found)
        *(embargo ? &right.from : &right.until) = moment_text(r, &m);
    add(r, right, from, to);
    return to;
}

/* ---- territories, media and titles -----------------------------------------------------------
 */

typedef enum item_class { NOTHING, TERRITORY, MEDIUM, TITLE } item_class;

static bool is_place(const cut_doc *doc, size_t from, size_t to)
{
    static const cut_meaning places[] = {CUT_IS_COUNTRY, CUT_IS_REGION, CUT_IS_CITY};
    for (size_t i = 0; i < CUT_COUNT(places); i++)
        if (cut_lex_match_within(doc, from, to, places[i], NULL) == to - from)
            return true;
    return false;
}

/* What tokens [from, to) name as a whole; *name of TERRITORY and MEDIUM. */
static item_class classify(reader *r, size_t from, size_t to, const char **name)
{
    cut_str text = cut_doc_span(r->doc, from, to);
    cut_str folded = without_article(cut_words_fold(r->doc->arena, text));
    if (from >= to || folded.n == 0)
        return NOTHING;
    *name = known_name(cut_media, cut_medium_count, folded);
    if (*name)
        return MEDIUM;
    *name = known_name(cut_territories, cut_territory_count, folded);
    if (*name)
        return TERRITORY;
    if (!is_place(r->doc, from, to) &&
        !(cut_word_is(r->doc, from, CUT_STR("the")) && is_place(r->doc, from + 1, to)))
        return TITLE;
    *name = cut_territory_name(r->doc->arena, text);
    r->failed = r->failed || !*name;
    return TERRITORY;
}

/* Length of what stands between two items at `at`; 0 if nothing does. */
static size_t joint(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("and"), CUT_WORD("or"), CUT_WORD("und"),
                                    CUT_WORD("et"),  CUT_WORD("y"),  CUT_WORD("oder"),
                                    CUT_WORD("nor"), CUT_WORD("e"),  CUT_WORD("ou")};
    const cut_token *t = cut_token_at(doc, at);
    size_t n = cut_token_is(t, ',') || cut_token_is(t, '/') || cut_token_is(t, '&') ||
               cut_token_is(t, '+') || cut_word_in(doc, at, words, CUT_COUNT(words));
    return n && cut_word_in(doc, at + 1, words, CUT_COUNT(words)) ? 2 : n; /* ", and" */
}

/* A sign between clauses; the dash of "Guinea-Bissau" is none. */
static bool is_sign(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at), *next = cut_token_at(doc, at + 1);
    if (t->kind != CUT_TOK_PUNCT || t->ch == '&' || t->ch == '\'')
        return false;
    if (t->ch == '.' || t->ch == '-')
        return !(t->gap == CUT_GAP_NONE && next->gap == CUT_GAP_NONE && next->kind == CUT_TOK_WORD);
    return true;
}

/* First token of the item that ends before `end`. */
static size_t item_begin(const reader *r, size_t end)
{
    size_t at = end;
    bool shouted = end > 0 && r->doc->tokens[end - 1].shape == CUT_SHAPE_UPPER;
    while (at > r->floor && is_ground(r, at - 1) && !is_sign(r->doc, at - 1) &&
           joint(r->doc, at - 1) == 0 && end - at < CUT_MAX_RIGHT_WORDS &&
           (!shouted || r->doc->tokens[at - 1].shape == CUT_SHAPE_UPPER ||
            r->doc->tokens[at - 1].kind != CUT_TOK_WORD)) {
        at--;
        if (r->doc->tokens[at].starts)
            break;
    }
    return at;
}

/* A place need not be all that stands there: "LACHLAN MOSS AUSTRALIA". */
static size_t shorten(reader *r, size_t from, size_t to, item_class *class, const char **name)
{
    size_t at = from;
    *class = classify(r, from, to, name);
    while (*class == TITLE && at + 1 < to) {
        const char *other;
        item_class inner = classify(r, ++at, to, &other);
        if (inner != TERRITORY && inner != MEDIUM)
            continue;
        /* "PARIS MATCH" ends in no place; "BILD GERMANY" does */
        *class = inner;
        *name = other;
        return at;
    }
    return from;
}

static const char *title_name(reader *r, size_t from, size_t to)
{
    cut_str text = cut_doc_span(r->doc, from, to);
    bool short_word = to == from + 1 && text.n <= 4; /* ANP, BILD */
    const char *name = cut_arena_copy(
        r->doc->arena, short_word ? text : cut_body_natural_case(r->doc->arena, text));
    r->failed = r->failed || !name;
    return name;
}

/* A title is written in capitals or with capitals, and is no word for something else. */
static bool may_be_title(const reader *r, size_t from, size_t to)
{
    static const cut_str others[] = {
        CUT_WORD("rights"), CUT_WORD("territories"), CUT_WORD("countries"), CUT_WORD("sales"),
        CUT_WORD("others"), CUT_WORD("all"),         CUT_WORD("bestpix"),   CUT_WORD("credit")};
    for (size_t i = from; i < to; i++)
        if (cut_word_in(r->doc, i, others, CUT_COUNT(others)) ||
            r->doc->tokens[i].shape == CUT_SHAPE_LOWER ||
            cut_lex_may_be(r->doc, i, CUT_MEANS(CUT_IS_PERSON_VERB)))
            return false;
    return from < to;
}

static void add_item(reader *r, item_class class, cut_caption_right right, size_t from, size_t to)
{
    static const char *const kinds[] = {
        [TERRITORY] = "territory_out", [MEDIUM] = "medium_out", [TITLE] = "title_out"};
    if (!right.kind)
        right.kind = kinds[class];
    add(r, right, from, to);
}

/* An item as it stands in front of OUT. */
typedef struct item {
    item_class class;
    const char *name;
    size_t from;
} item;

/* "AUSTRIA AND SWITZERLAND OUT UNTIL MAY 12": the items in front of the word at `out`, last first.
 */
static size_t items_before(reader *r, size_t out, item items[CUT_MAX_RIGHT_ITEMS])
{
    size_t n = 0, end = out;
    while (n < CUT_MAX_RIGHT_ITEMS) {
        item *next = &items[n];
        size_t from = item_begin(r, end);
        next->from = shorten(r, from, end, &next->class, &next->name);
        bool joined = n == 0 || cut_token_at(r->doc, end)->ch != ',';
        if (next->class == NOTHING ||
            (next->class == TITLE && (!joined || !may_be_title(r, next->from, end))))
            break;
        if (next->class == TITLE)
            next->name = title_name(r, next->from, end);
        n++;
        end = next->from;
        if (next->from != from || end <= r->floor || r->doc->tokens[end].starts)
            break;
        if (end > r->floor + 1 && joint(r->doc, end - 2) == 2)
            end -= 2;
        else if (end > r->floor && joint(r->doc, end - 1) > 0)
            end -= 1;
        else
            break;
    }
    return n;
}

static size_t read_out(reader *r, size_t out, unsigned kind)
{
    item items[CUT_MAX_RIGHT_ITEMS];
    const char *until;
    size_t n = items_before(r, out, items), end = read_limit(r, out + 1, &until);
    for (size_t i = n; i > 0; i--) {
        cut_caption_right right = {.value = items[i - 1].name, .until = until};
        add_item(r, items[i - 1].class, right, items[n - 1].from, end);
    }
    if (n == 0 && kind < CUT_RESTRICTIONS)
        add(r, (cut_caption_right){.kind = cut_restriction_name(kind), .until = until}, out, end);
    return end;
}

/* Items behind "no sales in" and "no internet or": the end of the last one. wanted: what they must
 * be; the first one that is not ends the list. */
static size_t read_items(reader *r, size_t at, item_class wanted, const char *kind, size_t begin)
{
    size_t end = clause_end(r, at), last = at, first = r->out->n;
    for (size_t from = at; from < end;) {
        const char *name = NULL;
        size_t to = from + 1;
        item_class class = NOTHING;
        size_t best = 0;
        for (; to <= end && to - from <= CUT_MAX_RIGHT_WORDS; to++) {
            const char *longer;
            if (classify(r, from, to, &longer) == wanted) {
                name = longer;
                best = to;
                class = wanted;
            }
            if (to < end && (joint(r->doc, to) > 0 || is_sign(r->doc, to)))
                break;
        }
        if (class != wanted)
            break;
        add_item(r, class, (cut_caption_right){.kind = kind, .value = name}, begin, best);
        last = best;
        size_t n = joint(r->doc, best);
        if (n == 0)
            break;
        from = best + n;
    }
    const char *until;
    size_t limit = last > at ? read_limit(r, last, &until) : last;
    for (size_t i = first; limit > last && i < r->out->n; i++)
        r->out->v[i].until = until;
    return limit;
}

/* "PRINT ONLY", "UK AND IRELAND ONLY", "FOR USE IN GERMANY ONLY". */
static bool read_only(reader *r, size_t only)
{
    static const cut_str uses[] = {CUT_WORD("use"), CUT_WORD("usage"), CUT_WORD("sales"),
                                   CUT_WORD("rights"), CUT_WORD("publication")};
    item items[CUT_MAX_RIGHT_ITEMS];
    size_t end = only;
    if (end > r->floor && cut_word_in(r->doc, end - 1, uses, CUT_COUNT(uses)))
        end--;
    size_t n = items_before(r, end, items);
    if (n == 0 || items[0].class == TITLE)
        return false;
    for (size_t i = n; i > 0; i--) {
        const item *one = &items[i - 1];
        if (one->class == TITLE)
            continue;
        cut_caption_right right = {.kind = one->class == MEDIUM ? "medium_only" : "territory_only",
                                   .value = one->name};
        add(r, right, one->from, only + 1);
    }
    return true;
}

/* ---- phrases ---------------------------------------------------------------------------------
 */

/* "no internet", "for print use only", "web use only": the words that name the medium. */
static size_t read_medium(reader *r, size_t at, size_t end)
{
    bool only = cut_word_is(r->doc, end - 1, CUT_STR("only"));
    const char *name = NULL;
    for (size_t from = at; from < end && !name; from++)
        for (size_t to = end - only; to > from && !name; to--)
            if (classify(r, from, to, &name) != MEDIUM)
                name = NULL;
    cut_caption_right right = {.kind = only ? "medium_only" : "medium_out", .value = name};
    size_t joined = joint(r->doc, end), limit;
    add(r, right, at, end);
    if (joined > 0 && !only)
        return read_items(r, end + joined, MEDIUM, NULL, at);
    limit = read_limit(r, end, &right.until);
    if (limit > end)
        add(r, right, at, limit);
    return limit;
}

/* "No sales in Japan"; "no use in magazines" is about a medium. */
static size_t read_territory(reader *r, size_t at, size_t end)
{
    size_t to = read_items(r, end, TERRITORY, NULL, at);
    if (to == end)
        to = read_items(r, end, MEDIUM, NULL, at);
    if (to == end)
        add(r, (cut_caption_right){.kind = "territory_out"}, at, end);
    return to;
}

/* "No archival use after 30 days" says when all use ends, too. */
static size_t read_plain(reader *r, unsigned kind, size_t at, size_t end)
{
    const char *date;
    bool later = cut_word_is(r->doc, end, CUT_STR("after"));
    size_t to = read_limit(r, end, &date);
    cut_caption_right right = {.kind = cut_restriction_name(kind)};
    bool ends =
        to > end && (kind == CUT_RESTRICT_NO_ARCHIVE || kind == CUT_RESTRICT_EDITORIAL_ONLY);
    if (kind == CUT_RESTRICT_CREDIT_MANDATORY || kind == CUT_RESTRICT_CORRECTION)
        to = end;
    else
        *(later ? &right.from : &right.until) = to > end ? date : NULL;
    add(r, right, at, to);
    if (ends)
        add(r, (cut_caption_right){.kind = "expiry", .until = date}, at, to);
    return to;
}

static size_t read_phrase(reader *r, unsigned kind, size_t at, size_t end)
{
    bool out = cut_is_out(r->doc, end - 1);
    if (kind == CUT_RESTRICT_EMBARGO || kind == CUT_RESTRICT_EXPIRY)
        return add_dated(r, kind, at, end);
    if (out && (kind == CUT_RESTRICT_MEDIUM_OUT || kind == CUT_RESTRICT_TERRITORY_OUT))
        return read_out(r, end - 1, kind);
    if (kind == CUT_RESTRICT_MEDIUM_OUT)
        return read_medium(r, at, end);
    if (kind == CUT_RESTRICT_TERRITORY_OUT)
        return read_territory(r, at, end);
    return read_plain(r, kind, at, end);
}

/* An OUT by itself: in captions and prose only in capitals. */
static bool is_bare_out(const reader *r, size_t at)
{
    return cut_is_out(r->doc, at) && r->doc->tokens[at].shape == CUT_SHAPE_UPPER;
}

static void read_clauses(reader *r)
{
    for (size_t i = 0; i < r->doc->count && !r->failed;) {
        unsigned kind;
        size_t n = is_ground(r, i) ? cut_restriction_at(r->doc, i, &kind) : 0, to = i;
        if (n == 1 && !r->instructions && r->doc->tokens[i].shape == CUT_SHAPE_LOWER)
            n = 0;
        if (n > 0)
            to = read_phrase(r, kind, i, i + n);
        else if (is_ground(r, i) && is_bare_out(r, i))
            to = read_out(r, i, CUT_RESTRICTIONS);
        else if (is_ground(r, i) && cut_word_is(r->doc, i, CUT_STR("only")) && read_only(r, i))
            to = i + 1;
        if (to > i)
            r->floor = to;
        i = to > i ? to : i + 1;
    }
}

/* Marks what in a caption is notice and what is not. */
static bool mark_zones(cut_doc *doc)
{
    cutline_credit credit;
    doc->language = cut_find_language(doc);
    cut_mark_starts(doc);
    (void)cut_mark_notices(doc);
    (void)cut_mark_prefix(doc);
    if (!cut_find_credit(doc, cut_find_hints(doc), &credit))
        return false;
    (void)cut_mark_tail(doc);
    return true;
}

cutline_status cut_caption_rights_read(cut_arena *arena, cut_str text, const char *taken,
                                       bool instructions, cut_caption_rights *out,
                                       cutline_error *err)
{
    if (text.n > CUT_MAX_CAPTION_BYTES)
        text.n = cut_utf8_floor(text, CUT_MAX_CAPTION_BYTES);
    cut_doc doc = {.arena = arena, .text = cut_utf8_repair(arena, text)};
    reader r = {.doc = &doc, .taken = taken, .instructions = instructions, .out = out};
    if (!doc.text.p || !cut_lex_tokens(&doc) || !cut_lex_annotate(&doc))
        return cut_no_memory(err);
    if (instructions)
        cut_mark_starts(&doc);
    else if (!mark_zones(&doc))
        return cut_no_memory(err);
    read_clauses(&r);
    return r.failed ? cut_no_memory(err) : CUTLINE_OK;
}

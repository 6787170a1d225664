/*
 * Where the picture was taken: all places that stand where captions put it (dateline, behind "in",
 * between dashes) are read, and the one with the best reasons is kept.
 */
#include "caption/caption.h"
#include "caption/place.h"

typedef struct finder {
    cut_doc *doc;
    cut_place_reading best, dateline;
    int best_score;
    const char *rule;
    size_t best_from;
} finder;

static bool empty(cut_span s)
{
    return s.to == s.from;
}

/* A date, or "on" and a date, follows. */
static bool date_follows(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {
        CUT_WORD("on"),    CUT_WORD("le"), CUT_WORD("am"),  CUT_WORD("el"),   CUT_WORD("il"),
        CUT_WORD("em"),    CUT_WORD("em"), CUT_WORD("den"), CUT_WORD("this"), CUT_WORD("late"),
        CUT_WORD("early"), CUT_WORD("في"), CUT_WORD("يوم"), CUT_WORD("op"),   CUT_WORD("den")};
    for (size_t i = at; i < at + 4; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (t->dated || cut_lex_may(doc, i, CUT_IS_WEEKDAY) || cut_lex_may(doc, i, CUT_IS_MONTH))
            return true;
        bool skip = cut_token_is(t, ',') || cut_token_is(t, '-') || cut_token_is(t, '(');
        if (!skip && !cut_word_in(doc, i, words, CUT_COUNT(words)))
            return false;
    }
    return false;
}

static bool ends_sentence(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_END || t->starts || cut_token_is(t, '.') || t->zone != CUT_ZONE_BODY;
}

static bool adjective_ending(cut_str word)
{
    return cut_str_ends(word, CUT_STR("ой")) || cut_str_ends(word, CUT_STR("ом")) ||
           cut_str_ends(word, CUT_STR("ем")) || cut_str_ends(word, CUT_STR("ых")) ||
           cut_str_ends(word, CUT_STR("их"));
}

/* Words of capital initials that are no place when "in" stands before them. */
static bool is_poor_name(const cut_doc *doc, const cut_place_reading *r)
{
    cut_span s = r->city;
    if (empty(s) || r->known_city || r->listed)
        return false;
    const cut_token *t = cut_token_at(doc, s.from);
    bool one = s.to == s.from + 1;
    const cut_token *after = cut_token_at(doc, s.to);
    if (cut_token_is(after, '(') && cut_lex_match(doc, s.to + 1, CUT_IS_POSITION, NULL) &&
        cut_token_is(cut_token_at(doc, s.to + 2), ')'))
        return true; /* "junto a Jaume Collbató (i)" */
    /* "на Красной площади": an adjective */
    if (one && t->script == CUT_SCRIPT_CYRILLIC && after->kind == CUT_TOK_WORD &&
        after->shape == CUT_SHAPE_LOWER && adjective_ending(cut_token_fold(doc, t)))
        return true;
    /* "outside St Mary's church" */
    static const cut_str houses[] = {CUT_WORD("church"), CUT_WORD("school"), CUT_WORD("hospital"),
                                     CUT_WORD("cathedral"), CUT_WORD("college")};
    if (cut_token_at(doc, s.to - 1)->kind == CUT_TOK_POSSESSIVE &&
        cut_word_in(doc, s.to, houses, CUT_COUNT(houses)))
        return true;
    if (one && cut_is_digit(doc->text.p[t->to - 1]))
        return true; /* "at Cop26" */
    if (one && (t->fold_n < 3 || (t->shape == CUT_SHAPE_UPPER && !doc->all_caps)))
        return true;
    if (one &&
        (cut_lex_may(doc, s.from, CUT_IS_DEMONYM) || cut_lex_may(doc, s.from, CUT_IS_TITLE) ||
         cut_lex_may(doc, s.from, CUT_IS_HONORIFIC)))
        return true;
    return cut_token_at(doc, s.to)->kind == CUT_TOK_NUMBER && !cut_token_at(doc, s.to)->dated;
}

enum {
    FOR_CITY = 15,
    FOR_COUNTRY = 14,
    FOR_REGION = 10,
    FOR_KNOWN_CITY = 12,
    FOR_DATE = 12, /* a date behind it */
    FOR_END = 6,   /* the end of the sentence behind it */
    MOST = FOR_CITY + FOR_COUNTRY + FOR_REGION + FOR_KNOWN_CITY + FOR_DATE,
    BUT_SENTENCE = 9, /* for each sentence in front of it */
    BUT_POOR = 60,
    BUT_OWNER = 20 /* "Kismayo's" */
};

static int worth(const finder *f, size_t from, const cut_place_reading *r, int base)
{
    int s = base - BUT_SENTENCE * cut_token_at(f->doc, from)->sentence;
    s += !empty(r->city) ? FOR_CITY : 0;
    s += !empty(r->country) ? FOR_COUNTRY : 0;
    s += !empty(r->region) ? FOR_REGION : 0;
    s += r->known_city ? FOR_KNOWN_CITY : 0;
    if (date_follows(f->doc, r->to))
        s += FOR_DATE;
    else if (ends_sentence(f->doc, r->to))
        s += FOR_END;
    if (is_poor_name(f->doc, r))
        s -= BUT_POOR;
    if (cut_token_at(f->doc, r->to)->kind == CUT_TOK_POSSESSIVE && !r->known_city)
        s -= BUT_OWNER;
    return s;
}

static void consider(finder *f, const char *rule, size_t from, int base)
{
    cut_place_reading r;
    int most = base + MOST - BUT_SENTENCE * cut_token_at(f->doc, from)->sentence;
    if (most <= f->best_score || !cut_read_place(f->doc, from, &r))
        return;
    int s = worth(f, from, &r, base);
    if (s > f->best_score) {
        f->best = r;
        f->best_score = s;
        f->rule = rule;
        f->best_from = from;
    }
}

static bool dash_follows(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return (cut_token_is(t, '-') && t->gap != CUT_GAP_NONE) || cut_token_is(t, ';') ||
           cut_token_is(t, ':');
}

/* A place that fills what is between two dashes, or opens a line before a dash or a date. */
static void consider_column(finder *f, size_t at)
{
    const cut_doc *doc = f->doc;
    cut_place_reading r;
    if (!cut_read_place(doc, at, &r) || (!r.listed && !r.known_city && empty(r.country)))
        return;
    if (!r.listed && at > 0 && cut_lex_may(doc, at, CUT_IS_EVENT_WORD))
        return; /* "Tennis - Wimbledon - " */
    bool first = true;
    for (size_t i = 0; i < at && first; i++)
        first = doc->tokens[i].zone != CUT_ZONE_BODY;
    bool dated = cut_token_at(doc, r.to)->dated || cut_token_is(cut_token_at(doc, r.to), '(') ||
                 (cut_token_is(cut_token_at(doc, r.to), ',') && date_follows(doc, r.to)) ||
                 (cut_token_is(cut_token_at(doc, r.to), '.') && cut_token_at(doc, r.to + 1)->dated);
    bool stop = cut_token_is(cut_token_at(doc, r.to), '.'); /* "Hove, UK. 14th Dec 2022." */
    if (!dash_follows(doc, r.to) && !(dated && date_follows(doc, r.to + stop)))
        return;
    consider(f, first ? "place.dateline" : "place.column", at, first ? 95 : 80);
    if (first && empty(f->dateline.city))
        f->dateline = r;
}

/* "vor Journalisten", "bei Nacht": German nouns have capitals as names do. */
static bool german_noun(const cut_doc *doc, size_t at, size_t n)
{
    static const cut_str nouns[] = {
        CUT_WORD("nacht"), CUT_WORD("tag"),    CUT_WORD("regen"),   CUT_WORD("schnee"),
        CUT_WORD("nebel"), CUT_WORD("beginn"), CUT_WORD("ankunft"), CUT_WORD("sonnenschein")};
    if (doc->language != CUT_LANG_DE || n != 1 || cut_lex_may(doc, at + 1, CUT_IS_CITY))
        return false;
    if (cut_word_is(doc, at, CUT_STR("vor")))
        return true;
    cut_str word = cut_token_fold(doc, cut_token_at(doc, at + 1));
    return cut_word_is(doc, at, CUT_STR("bei")) &&
           cut_token_at(doc, at + 1)->kind == CUT_TOK_WORD &&
           (cut_word_in(doc, at + 1, nouns, CUT_COUNT(nouns)) ||
            cut_str_ends(word, CUT_STR("ung")));
}

static void consider_preposition(finder *f, size_t at)
{
    const cut_doc *doc = f->doc;
    unsigned kind;
    size_t n = cut_lex_match(doc, at, CUT_IS_PLACE_PREP, &kind);
    /* The short ones of other languages ("a", "i", "v") are other words in English. */
    bool foreign = n == 1 && doc->language == CUT_LANG_EN && doc->tokens[at].fold_n <= 2 &&
                   !cut_word_is(doc, at, CUT_STR("in")) && !cut_word_is(doc, at, CUT_STR("at"));
    if (n == 0 || foreign)
        return;
    /* "the situation in Mali", "the war in Ukraine": what is spoken of. */
    static const cut_str topics[] = {CUT_WORD("situation"), CUT_WORD("war"), CUT_WORD("conflict"),
                                     CUT_WORD("crisis"), CUT_WORD("invasion")};
    bool topic = at > 0 && cut_word_in(doc, at - 1, topics, CUT_COUNT(topics));
    static const int base[] = {[CUT_PREP_IN] = 50, [CUT_PREP_NEAR] = 46, [CUT_PREP_AT] = 24};
    static const char *const rule[] = {
        [CUT_PREP_IN] = "place.in", [CUT_PREP_NEAR] = "place.near", [CUT_PREP_AT] = "place.at"};
    /* "in Yokohama, near Tokyo", "in Aschheim bei München": the first says where. */
    bool comma = at > 0 && cut_token_is(cut_token_at(doc, at - 1), ',');
    bool apposed = kind == CUT_PREP_NEAR && !empty(f->best.city) && f->best.to + comma == at;
    bool facing = at > 0 && cut_word_is(doc, at - 1, CUT_STR("face")); /* "face à Lens" */
    if (!apposed && !facing && !german_noun(doc, at, n))
        consider(f, rule[kind], at + n, base[kind] - (topic ? 40 : 0));
}

/* Start of the country or region that ends where `at` begins, in a script without spaces. */
static size_t wide_before(const cut_doc *doc, size_t at)
{
    for (size_t n = 6; n > 0; n--) {
        if (n <= at && cut_token_at(doc, at - n)->zone == CUT_ZONE_BODY &&
            (cut_lex_match_within(doc, at - n, at, CUT_IS_COUNTRY, NULL) == n ||
             cut_lex_match_within(doc, at - n, at, CUT_IS_REGION, NULL) == n))
            return at - n;
    }
    return at;
}

/* A known city without any preposition: only where the script knows no better sign, or at a low
 * price. */
static void consider_bare_city(finder *f, size_t at)
{
    const cut_doc *doc = f->doc;
    const cut_token *t = cut_token_at(doc, at);
    size_t n = cut_lex_match(doc, at, CUT_IS_CITY, NULL);
    if (n == 0)
        return;
    while (t->script == CUT_SCRIPT_HAN) {
        size_t before = wide_before(doc, at);
        if (before == at)
            break;
        at = before;
    }
    bool capitals = t->script == CUT_SCRIPT_LATIN || t->script == CUT_SCRIPT_CYRILLIC;
    bool in_name = at > 0 && cut_lex_may(doc, at - 1, CUT_IS_ORG_WORD);
    bool inside = at > 0 && t->script == CUT_SCRIPT_HAN && t->gap == CUT_GAP_NONE &&
                  cut_lex_may(doc, at - 1, CUT_IS_CITY); /* 京都 in 東京都 */
    size_t org = cut_lex_match(doc, at + n, CUT_IS_ORG_WORD, NULL);
    if (in_name || inside || org > (t->script == CUT_SCRIPT_HAN ? 1u : 0u))
        return;
    if (t->stem_from > t->from && at > f->best_from && at < f->best.to)
        return; /* "تيزي وزو بالجزائر" was read as a whole */
    if (t->stem_from > t->from)
        consider(f, "place.clitic", at, 48);
    else if (t->stem_to < t->to)
        consider(f, "place.case_ending", at, 48);
    else if (!capitals)
        consider(f, "place.known", at, 30);
    else if (!cut_token_capital(cut_token_at(doc, at + n)) &&
             (at == 0 || !cut_token_capital(&t[-1])))
        consider(f, "place.known", at, 5);
}

/* "بالأردن": the Arabic "in" written onto a country. */
static void consider_clitic(finder *f, size_t at)
{
    if (cut_lex_may(f->doc, at, CUT_IS_COUNTRY) && !(at > f->best_from && at < f->best.to))
        consider(f, "place.clitic", at, 36);
}

/* "IRAQ. Mosul. March 2017.": the country in capitals opens the caption. */
static void consider_stops(finder *f, size_t at)
{
    const cut_doc *doc = f->doc;
    size_t n = cut_lex_match(doc, at, CUT_IS_COUNTRY, NULL);
    cut_place_reading r;
    if (n == 0 || doc->all_caps || doc->tokens[at].shape != CUT_SHAPE_UPPER ||
        !cut_token_is(cut_token_at(doc, at + n), '.') || !cut_read_place(doc, at + n + 1, &r) ||
        empty(r.city) || !cut_token_is(cut_token_at(doc, r.to), '.'))
        return;
    r.country = (cut_span){at, at + n};
    f->best = r;
    f->best_score = 120;
    f->rule = "place.stops";
    f->best_from = at;
}

/* "Peterhead harbour in Aberdeenshire": the town whose harbour it is. */
static void find_town(finder *f)
{
    static const cut_str nouns[] = {
        CUT_WORD("harbour"), CUT_WORD("harbor"),   CUT_WORD("airport"),   CUT_WORD("station"),
        CUT_WORD("beach"),   CUT_WORD("seafront"), CUT_WORD("promenade"), CUT_WORD("racecourse")};
    const cut_doc *doc = f->doc;
    size_t at = f->best_from > 1 ? f->best_from - 2 : 0, from = at;
    if (!empty(f->best.city) || empty(f->best.region) || at == 0 ||
        !cut_lex_may(doc, at + 1, CUT_IS_PLACE_PREP) ||
        !cut_word_in(doc, at, nouns, CUT_COUNT(nouns)))
        return;
    while (from > 0 && at - from < 3 && cut_token_at(doc, from - 1)->shape == CUT_SHAPE_CAPITAL &&
           !cut_token_at(doc, from)->starts)
        from--;
    if (from < at)
        f->best.city = (cut_span){from, at};
}

/* A word of the name in front of the comma, or "upon" between two. */
static bool in_list_name(const cut_doc *doc, size_t at)
{
    static const cut_str joints[] = {CUT_WORD("upon"), CUT_WORD("on"), CUT_WORD("sur"),
                                     CUT_WORD("am")};
    return cut_token_capital(cut_token_at(doc, at)) ||
           (at > 0 && cut_word_in(doc, at, joints, CUT_COUNT(joints)) &&
            cut_token_capital(cut_token_at(doc, at - 1)));
}

/* A country or region behind a comma: the name in front of the comma is the city. */
static void consider_list(finder *f, size_t at)
{
    const cut_doc *doc = f->doc;
    if (!cut_lex_match(doc, at, CUT_IS_COUNTRY, NULL) &&
        !cut_lex_match(doc, at, CUT_IS_REGION, NULL) &&
        !cut_lex_match(doc, at, CUT_IS_REGION_CODE, NULL) &&
        (!cut_lex_match(doc, at, CUT_IS_CITY, NULL) ||
         (cut_lex_may(doc, at, CUT_IS_GIVEN) && cut_token_capital(cut_token_at(doc, at + 1)))))
        return; /* "Moira Blythe, Gary Speirs" */
    size_t from = at - 1;
    while (from > 0 && from + 5 > at && in_list_name(doc, from - 1) &&
           cut_token_at(doc, from - 1)->script != CUT_SCRIPT_OTHER)
        from--;
    if (from < at - 1)
        consider(f, "place.list", from, 30);
}

/* "在河北省邯郸市": a province of China behind "in", whose town need not be known. */
static void consider_province(finder *f, size_t at)
{
    static const cut_str in[] = {CUT_WORD("在"), CUT_WORD("于"), CUT_WORD("到")};
    if (at > 0 && cut_token_at(f->doc, at)->script == CUT_SCRIPT_HAN &&
        cut_word_in(f->doc, at - 1, in, CUT_COUNT(in)))
        consider(f, "place.in", at, 40);
}

static bool opens_column(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (at == 0 || t->starts || t[-1].zone != CUT_ZONE_BODY)
        return true;
    if (cut_token_is(&t[-1], ',') && at > 1 && t[-2].dated)
        return true; /* "29.11.2018, Bayern, München: ..." */
    return (cut_token_is(&t[-1], '-') && t->gap != CUT_GAP_NONE) || cut_token_is(&t[-1], ';');
}

static void widen(cut_span *all, cut_span s)
{
    if (empty(s))
        return;
    if (empty(*all) || s.from < all->from)
        all->from = s.from;
    if (s.to > all->to)
        all->to = s.to;
}

/* The tokens from the first to the last part of the place. */
static cut_span covered(const cut_place_reading *r)
{
    cut_span all = {0, 0};
    widen(&all, r->city);
    widen(&all, r->region);
    widen(&all, r->country);
    return all;
}

/* "PARIS" -> "Paris"; codes and abbreviations stay. */
static const char *text_of(const cut_doc *doc, cut_span s)
{
    if (empty(s))
        return NULL;
    cut_str raw = cut_doc_name(doc, s.from, s.to);
    const cut_token *t = cut_token_at(doc, s.from);
    bool code = s.to == s.from + 1 && (t->fold_n <= 3 || raw.p[raw.n - 1] == '.');
    if (code || t->shape != CUT_SHAPE_UPPER)
        return cut_arena_copy(doc->arena, raw);
    return cut_name_natural_case(doc->arena, raw).p;
}

/* "in Dmytrivka village, west of Kyiv, as the war goes on, Ukraine April 1": the country stands
 * alone before the date. */
static void find_country(finder *f)
{
    const cut_doc *doc = f->doc;
    if (!empty(f->best.country) || empty(f->best.city))
        return;
    for (size_t i = f->best.to; i < doc->count && !cut_token_at(doc, i)->starts; i++) {
        size_t n = cut_token_is(cut_token_at(doc, i), ',')
                       ? cut_lex_match(doc, i + 1, CUT_IS_COUNTRY, NULL)
                       : 0;
        bool close = n > 0 && i < f->best.to + 2 && cut_token_is(cut_token_at(doc, i + 1 + n), ',');
        if (n > 0 &&
            (close || date_follows(doc, i + 1 + n))) { /* "at Sinpo shipyard, North Korea," */
            f->best.country = (cut_span){i + 1, i + 1 + n};
            return;
        }
    }
}

/* A dateline may lack the country that the sentence gives: "LONDON - NOVEMBER 11: ... in London,
 * England", or have a code for the region that it spells out. */
static void complete(finder *f)
{
    cut_place_reading dateline = f->best;
    const cut_doc *doc = f->doc;
    bool code = !empty(dateline.region) &&
                cut_lex_may(doc, dateline.region.from, CUT_IS_REGION_CODE) &&
                cut_token_at(doc, dateline.region.from)->shape == CUT_SHAPE_UPPER;
    if (empty(dateline.city) || (!code && (!empty(dateline.country) || !empty(dateline.region))))
        return;
    for (size_t i = dateline.to; i < doc->count; i++) {
        cut_place_reading r;
        const cut_token *a = cut_token_at(doc, i), *b = cut_token_at(doc, dateline.city.from);
        if (a->word != b->word || !cut_str_eq(cut_token_fold(doc, a), cut_token_fold(doc, b)) ||
            !cut_read_place(doc, i, &r) || empty(r.city))
            continue;
        if (r.city.to - r.city.from != dateline.city.to - dateline.city.from ||
            (empty(r.country) && empty(r.region)))
            continue;
        if (code && empty(r.region))
            continue;
        f->best.region = r.region;
        if (!empty(r.country))
            f->best.country = r.country;
        return;
    }
}

bool cut_find_place(cut_doc *doc, cutline_place *out, cut_span *tokens)
{
    finder f = {.doc = doc, .best_score = 30};
    for (size_t i = 0; i < doc->count; i++) {
        if (doc->tokens[i].zone != CUT_ZONE_BODY || doc->tokens[i].dated)
            continue;
        if (cut_token_capital(&doc->tokens[i]) && opens_column(doc, i))
            consider_column(&f, i);
        if (i == 0)
            consider_stops(&f, i);
        if (cut_lex_may(doc, i, CUT_IS_PLACE_PREP))
            consider_preposition(&f, i);
        if (cut_lex_may(doc, i, CUT_IS_CITY))
            consider_bare_city(&f, i);
        if (i > 1 && cut_token_is(&doc->tokens[i - 1], ','))
            consider_list(&f, i);
        if (cut_lex_may(doc, i, CUT_IS_REGION))
            consider_province(&f, i);
        if (doc->tokens[i].stem_from > doc->tokens[i].from)
            consider_clitic(&f, i);
    }
    if (!f.rule)
        return true;
    find_town(&f);
    *tokens = covered(&f.best);
    complete(&f);
    find_country(&f);
    cut_doc_decide(doc, f.rule, f.best_from, f.best.to);
    out->city = text_of(doc, f.best.city);
    out->region = text_of(doc, f.best.region);
    out->country = text_of(doc, f.best.country);
    return (empty(f.best.city) || out->city) && (empty(f.best.region) || out->region) &&
           (empty(f.best.country) || out->country);
}

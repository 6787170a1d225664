/*
 * One place: names joined by commas, from the venue to the country, with what captions put between
 * ("northern", "east China's", "in").
 */
#include "caption/place.h"

/* Parts of one place; "Pier 3, Old Port, Marseille, Provence, France" has five. */
#define MOST_PARTS 6
/* Words of one name. */
#define MOST_WORDS 7

typedef enum part_kind { PART_NAME, PART_VENUE, PART_CITY, PART_REGION, PART_COUNTRY } part_kind;

typedef struct part {
    part_kind kind;
    cut_span span;
    bool both; /* a city that is a country or region too: "Singapore", "New York" */
    bool town; /* a venue whose name could be a town's: "Green Bay" */
} part;

typedef struct parts {
    const cut_doc *doc;
    part v[MOST_PARTS];
    size_t n, to;
    bool nested; /* read behind ", near" */
} parts;

static bool read_list(const cut_doc *doc, size_t at, parts *p);

static bool is_name_word(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && t->zone == CUT_ZONE_BODY && !t->dated &&
           t->shape != CUT_SHAPE_LOWER && t->shape != CUT_SHAPE_NONE;
}

static bool ends_run(const cut_doc *doc, size_t at)
{
    return cut_lex_may(doc, at, CUT_IS_MONTH) || cut_lex_may(doc, at, CUT_IS_WEEKDAY) ||
           (cut_lex_may(doc, at, CUT_IS_STOP_CAPITAL) &&
            (doc->all_caps || cut_token_at(doc, at)->starts)) ||
           (doc->all_caps && cut_lex_may(doc, at, CUT_IS_PLACE_PREP));
}

/* "de", "la", "upon" between the words of a place name. */
static size_t inner_joint_words(const cut_doc *doc, size_t at)
{
    size_t n = 0;
    static const cut_str joints[] = {CUT_WORD("upon"), CUT_WORD("on"),  CUT_WORD("sur"),
                                     CUT_WORD("of"),   CUT_WORD("the"), CUT_WORD("am"),
                                     CUT_WORD("an"),   CUT_WORD("sous")};
    while (n < 3 && cut_token_at(doc, at + n)->kind == CUT_TOK_WORD &&
           cut_token_at(doc, at + n)->shape == CUT_SHAPE_LOWER) {
        bool joins = cut_lex_may(doc, at + n, CUT_IS_PARTICLE);
        if (!joins && !cut_word_in(doc, at + n, joints, CUT_COUNT(joints)))
            break;
        n++;
    }
    return n > 0 && is_name_word(doc, at + n) && !ends_run(doc, at + n) ? n : 0;
}

/* "St Michael's on Wyre": the possessive is part of the name. */
static bool is_saint_before(const cut_doc *doc, size_t at)
{
    size_t saint = at >= 3 && cut_token_is(cut_token_at(doc, at - 2), '.') ? at - 3 : at - 2;
    return at >= 2 &&
           (cut_word_is(doc, saint, CUT_STR("st")) || cut_word_is(doc, saint, CUT_STR("saint")) ||
            cut_word_is(doc, saint, CUT_STR("bishop")) ||
            cut_word_is(doc, at - 1, CUT_STR("king")));
}

/* "sur-" of "Boulogne-sur-Mer": small words with a hyphen behind each. */
static size_t hyphened_small(const cut_doc *doc, size_t at)
{
    size_t i = at;
    while (i < at + 4 && cut_token_at(doc, i)->kind == CUT_TOK_WORD &&
           cut_token_at(doc, i)->shape == CUT_SHAPE_LOWER &&
           cut_token_is(cut_token_at(doc, i + 1), '-') &&
           cut_token_at(doc, i + 1)->gap == CUT_GAP_NONE)
        i += 2;
    return i > at && is_name_word(doc, i) && cut_token_at(doc, i)->gap == CUT_GAP_NONE ? i - at : 0;
}

/* "de", "la", "upon", a hyphen: what joins the words of a place name. */
static size_t inner_joint(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (cut_token_is(t, '-') && t->gap == CUT_GAP_NONE && hyphened_small(doc, at + 1) > 0)
        return 1 + hyphened_small(doc, at + 1);
    if ((cut_token_is(t, '-') || cut_token_is(t, '\'')) && t->gap == CUT_GAP_NONE &&
        cut_token_at(doc, at + 1)->gap == CUT_GAP_NONE)
        return 1;
    if (t->kind == CUT_TOK_POSSESSIVE && is_saint_before(doc, at))
        return 1 + inner_joint_words(doc, at + 1);
    return inner_joint_words(doc, at);
}

/* End of the run of capitalised words at `at`. */
static size_t run_end(const cut_doc *doc, size_t at)
{
    size_t i = at;
    while (i < at + MOST_WORDS && is_name_word(doc, i)) {
        if (i > at && (cut_token_at(doc, i)->gap >= CUT_GAP_WIDE || ends_run(doc, i) ||
                       cut_lex_match(doc, i, CUT_IS_COUNTRY, NULL)))
            break;
        i++;
        if (cut_token_is(cut_token_at(doc, i), '.') && cut_token_at(doc, i)->gap == CUT_GAP_NONE &&
            cut_lex_may(doc, i - 1, CUT_IS_ABBREVIATION) && is_name_word(doc, i + 1) &&
            !cut_token_at(doc, i + 1)->starts)
            i++; /* St. Gallen */
        size_t joint = inner_joint(doc, i);
        if (joint == 0 && !is_name_word(doc, i))
            break;
        i += joint;
    }
    return i;
}

static bool holds(const cut_doc *doc, cut_span s, cut_meaning meaning)
{
    for (size_t i = s.from; i < s.to; i++) {
        if (cut_lex_may(doc, i, meaning))
            return true;
    }
    return false;
}

/* "Shizuoka Prefecture", "Donetsk region": a name with the word for a region behind it. */
static bool is_region_phrase(const cut_doc *doc, cut_span run, cut_span *out)
{
    if (run.to - run.from >= 2 && cut_lex_may(doc, run.to - 1, CUT_IS_REGION_WORD)) {
        *out = run;
        return true;
    }
    if (run.to > run.from && cut_lex_match(doc, run.to, CUT_IS_REGION_WORD, NULL) &&
        cut_token_at(doc, run.to)->gap == CUT_GAP_SPACE) {
        *out = (cut_span){run.from, run.to + 1};
        return true;
    }
    return false;
}

static size_t longest_place(const cut_doc *doc, size_t at, part_kind *kind, bool *both)
{
    const uint64_t places =
        CUT_MEANS(CUT_IS_CITY) | CUT_MEANS(CUT_IS_REGION) | CUT_MEANS(CUT_IS_COUNTRY);
    *kind = PART_COUNTRY;
    *both = false;
    if (!cut_lex_may_be(doc, at, places))
        return 0;
    size_t city = cut_lex_match(doc, at, CUT_IS_CITY, NULL);
    size_t region = cut_lex_match(doc, at, CUT_IS_REGION, NULL);
    size_t country = cut_lex_match(doc, at, CUT_IS_COUNTRY, NULL);
    size_t n = country >= region ? country : region;
    *kind = country >= region ? PART_COUNTRY : PART_REGION;
    *both = city > 0 && city == n;
    if (city > n) {
        *kind = PART_CITY;
        n = city;
    }
    return n;
}

static bool read_code(const cut_doc *doc, size_t at, part *out)
{
    size_t n = cut_lex_match(doc, at, CUT_IS_REGION_CODE, NULL);
    if (n == 0)
        return false;
    if (cut_token_is(cut_token_at(doc, at + n), '.') &&
        cut_token_at(doc, at + n)->gap == CUT_GAP_NONE &&
        cut_token_at(doc, at)->shape == CUT_SHAPE_CAPITAL)
        n++;
    *out = (part){.kind = PART_REGION, .span = {at, at + n}};
    return true;
}

/* "بمدينة بيجي": a town by the word before it, in a script without capitals. */
static bool read_arabic_town(const cut_doc *doc, size_t at, part *out)
{
    static const cut_str towns[] = {CUT_WORD("مدينة"), CUT_WORD("بلدة"), CUT_WORD("قرية")};
    const cut_token *t = cut_token_at(doc, at);
    if (at == 0 || t->kind != CUT_TOK_WORD || t->script != CUT_SCRIPT_ARABIC ||
        cut_str_starts(cut_doc_span(doc, at, at + 1), CUT_STR("ال")))
        return false;
    cut_str noun = cut_doc_span(doc, at - 1, at);
    for (size_t i = 0; i < CUT_COUNT(towns); i++) {
        if (cut_str_ends(noun, towns[i])) {
            *out = (part){.kind = PART_NAME, .span = {at, at + 1}};
            return true;
        }
    }
    return false;
}

/* One part at `at`; `first` parts of a place are rather cities, later ones regions or countries. */
static bool read_part(const cut_doc *doc, size_t at, bool first, part *out)
{
    if (cut_token_at(doc, at)->zone != CUT_ZONE_BODY || cut_token_at(doc, at)->dated)
        return false;
    if (cut_lex_may(doc, at, CUT_IS_WEEKDAY) && !cut_lex_may(doc, at, CUT_IS_CITY))
        return false; /* "the Adriatic Sea, Friday" */
    if (!first && read_code(doc, at, out))
        return true;
    part_kind kind;
    bool both;
    size_t n = longest_place(doc, at, &kind, &both);
    cut_span run = {at, run_end(doc, at)}, region;
    if (run.to > run.from && is_region_phrase(doc, run, &region) &&
        (n == 0 || kind != PART_COUNTRY)) {
        *out = (part){.kind = PART_REGION, .span = region};
        return true;
    }
    if (n > 0 && at + n >= run.to) {
        if (both && first)
            kind = PART_CITY;
        *out = (part){.kind = kind, .span = {at, at + n}, .both = both};
        return true;
    }
    bool of_office = n > 0 && kind == PART_CITY && at > 1 && run.to > at + n + 1 &&
                     cut_lex_may(doc, at - 2, CUT_IS_TITLE);
    if (of_office || (n > 0 && kind == PART_COUNTRY && !is_name_word(doc, at + n))) {
        *out = (part){.kind = kind, .span = {at, at + n}};
        return true;
    }
    if (run.to == run.from)
        return read_arabic_town(doc, at, out);
    if (!first && run.to > at + 1 && cut_word_is(doc, run.to - 1, CUT_STR("island"))) {
        *out = (part){.kind = PART_REGION, .span = run}; /* "Seogwipo, Jeju Island" */
        return true;
    }
    unsigned front = CUT_VENUE_ONLY;
    bool front_word = cut_lex_match(doc, run.from, CUT_IS_VENUE_WORD, &front) > 0 &&
                      front == CUT_VENUE_FRONT;              /* "Grand Isle" */
    bool port = cut_word_is(doc, run.from, CUT_STR("port")); /* "Port Talbot" */
    bool opened = run.to > run.from + 1 && (front_word || port);
    cut_span rest = {run.from + opened, run.to};
    bool venue = holds(doc, rest, CUT_IS_VENUE_WORD) || holds(doc, rest, CUT_IS_EVENT_WORD) ||
                 holds(doc, port && opened ? rest : run, CUT_IS_ORG_WORD);
    /* "Marikina City"; but "Norwich City" is a club */
    bool city = run.to == run.from + 2 && cut_word_is(doc, run.to - 1, CUT_STR("city")) &&
                !cut_lex_may(doc, run.from, CUT_IS_CITY) &&
                !cut_lex_may(doc, run.from, CUT_IS_ORG_WORD);
    venue = venue && !city;
    unsigned kind_of_venue = 0;
    cut_span head = {run.from, run.to - 1};
    bool town = cut_lex_match(doc, run.to - 1, CUT_IS_VENUE_WORD, &kind_of_venue) > 0 &&
                kind_of_venue == CUT_VENUE_TOWN && run.to > run.from + 1 &&
                !holds(doc, head, CUT_IS_VENUE_WORD) && !holds(doc, head, CUT_IS_ORG_WORD);
    *out = (part){.kind = venue ? PART_VENUE : PART_NAME, .span = run, .town = town};
    return true;
}

static bool is_filler(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {
        CUT_WORD("the"), CUT_WORD("of"),  CUT_WORD("le"),  CUT_WORD("la"),
        CUT_WORD("les"), CUT_WORD("du"),  CUT_WORD("de"),  CUT_WORD("d'"),
        CUT_WORD("l'"),  CUT_WORD("des"), CUT_WORD("del"), CUT_WORD("der"),
        CUT_WORD("a"),   CUT_WORD("an"),  CUT_WORD("el"),  CUT_WORD("dem")};
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind != CUT_TOK_WORD || t->shape == CUT_SHAPE_CAPITAL ||
        (t->shape == CUT_SHAPE_UPPER && !doc->all_caps))
        return false;
    if (cut_lex_may(doc, at, CUT_IS_DIRECTION) || cut_lex_may(doc, at, CUT_IS_PLACE_NOUN))
        return true;
    unsigned prep;
    if (cut_lex_match(doc, at, CUT_IS_PLACE_PREP, &prep) && prep == CUT_PREP_IN)
        return true;
    return t->fold_n <= 3 && cut_word_in(doc, at, words, CUT_COUNT(words));
}

static size_t skip_fillers(const cut_doc *doc, size_t at)
{
    size_t i = at;
    while (i < at + 7 && is_filler(doc, i)) {
        size_t n = cut_lex_match(doc, i, CUT_IS_DIRECTION, NULL);
        i += n > 1 && cut_lex_may(doc, i + n, CUT_IS_COUNTRY) ? n : 1; /* "north-central France" */
    }
    return i;
}

static bool push(parts *p, part one)
{
    if (p->n == MOST_PARTS)
        return false;
    p->v[p->n++] = one;
    p->to = one.span.to;
    const cut_token *noun = cut_token_at(p->doc, p->to);
    if (noun->shape == CUT_SHAPE_LOWER && cut_lex_may(p->doc, p->to, CUT_IS_PLACE_NOUN))
        p->to++; /* "Dmytrivka village" */
    return true;
}

/* "China's Jiangsu Province": the country, then its region without the word for it. */
static bool read_owned_region(const cut_doc *doc, size_t at, parts *p)
{
    size_t n = cut_lex_match(doc, at, CUT_IS_COUNTRY, NULL);
    if (n == 0 || cut_token_at(doc, at + n)->kind != CUT_TOK_POSSESSIVE)
        return false;
    size_t from = skip_fillers(doc, at + n + 1);
    size_t m = cut_lex_match(doc, from, CUT_IS_REGION, NULL);
    cut_span run = {from, run_end(doc, from)};
    if (m == 0 && (run.to < run.from + 2 || !cut_lex_may(doc, run.to - 1, CUT_IS_REGION_WORD)))
        return false;
    size_t name_end = m > 0 ? from + m : run.to - 1;
    while (m == 0 && name_end > from + 1 && cut_lex_may(doc, name_end - 1, CUT_IS_REGION_WORD))
        name_end--;
    if (!push(p, (part){.kind = PART_REGION, .span = {from, name_end}}) ||
        !push(p, (part){.kind = PART_COUNTRY, .span = {at, at + n}}))
        return false;
    p->to = run.to > name_end ? run.to : name_end;
    return true;
}

static bool is_wide_part(const part *p)
{
    return p->kind == PART_REGION || p->kind == PART_COUNTRY;
}

/* A part behind a comma goes on only if it, or the one behind it, is known to be a place. */
static bool leads_to_known(const cut_doc *doc, const part *one)
{
    if (one->kind != PART_NAME && one->kind != PART_VENUE)
        return true;
    const cut_token *comma = cut_token_at(doc, one->span.to);
    part next;
    return cut_token_is(comma, ',') && read_part(doc, one->span.to + 1, false, &next) &&
           next.kind != PART_NAME && next.kind != PART_VENUE;
}

/* "(DF)": a state of Brazil by its code. */
static bool is_brazilian_code(const cut_doc *doc, const part *one)
{
    static const char codes[] = "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO "
                                "RR SC SP SE TO";
    cut_str code = cut_doc_span(doc, one->span.from, one->span.to);
    return code.n == 2 && cut_str_find(cut_str_from(codes), code, 0) != SIZE_MAX &&
           cut_token_at(doc, one->span.from)->shape == CUT_SHAPE_UPPER;
}

/* "(Argentina)" behind a city. */
static bool read_bracketed(const cut_doc *doc, parts *p)
{
    part one;
    if (!cut_token_is(cut_token_at(doc, p->to), '(') || !read_part(doc, p->to + 1, false, &one) ||
        !cut_token_is(cut_token_at(doc, one.span.to), ')'))
        return false;
    bool french = doc->language == CUT_LANG_FR && p->v[0].kind == PART_CITY;
    if (one.kind == PART_NAME && (french || is_brazilian_code(doc, &one)))
        one.kind = PART_REGION; /* "Rouen (Seine-Maritime)" */
    if (!is_wide_part(&one) || !push(p, one))
        return false;
    p->to++;
    return true;
}

/* "岡山県倉敷市": behind a prefecture up to the character for a town. */
static bool read_han_town(const cut_doc *doc, parts *p)
{
    static const cut_str towns[] = {CUT_WORD("市"), CUT_WORD("町"), CUT_WORD("村"), CUT_WORD("区")};
    for (size_t i = p->to; i < p->to + 5; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (t->script != CUT_SCRIPT_HAN || t->zone != CUT_ZONE_BODY || t->dated)
            return false;
        if (i > p->to && cut_word_in(doc, i, towns, CUT_COUNT(towns)))
            return push(p, (part){.kind = PART_CITY, .span = {p->to, i + 1}});
    }
    return false;
}

/* "WIEN - ÖSTERREICH", and "意大利罗马", whose script puts nothing between. */
static bool read_glued(const cut_doc *doc, parts *p)
{
    part_kind kind;
    bool both;
    const part *last = &p->v[p->n - 1];
    bool dash = cut_token_is(cut_token_at(doc, p->to), '-') &&
                cut_token_at(doc, p->to)->gap != CUT_GAP_NONE;
    size_t at = p->to + dash;
    size_t n = longest_place(doc, at, &kind, &both);
    bool fits = dash ? last->kind == PART_CITY && kind == PART_COUNTRY
                     : cut_token_at(doc, at)->script == CUT_SCRIPT_HAN &&
                           cut_token_at(doc, at)->gap == CUT_GAP_NONE && last->kind != PART_CITY;
    if (both && cut_token_at(doc, at)->script == CUT_SCRIPT_HAN)
        kind = PART_CITY;
    if (n == 0 && last->kind == PART_REGION)
        return read_han_town(doc, p);
    return n > 0 && fits && push(p, (part){.kind = kind, .span = {at, at + n}, .both = both});
}

/* ", near Cox's Bazar, Bangladesh": the region and country hold for the place in front too. */
static bool read_apposed(const cut_doc *doc, parts *p)
{
    unsigned prep;
    if (!cut_token_is(cut_token_at(doc, p->to), ',') || p->nested)
        return false;
    size_t n = cut_lex_match(doc, p->to + 1, CUT_IS_PLACE_PREP, &prep);
    if (n == 0 || prep != CUT_PREP_NEAR)
        return false;
    parts near = {.doc = doc, .nested = true};
    if (!read_list(doc, p->to + 1 + n, &near))
        return false;
    size_t before = p->n;
    for (size_t i = 0; i < near.n; i++) {
        if (is_wide_part(&near.v[i]))
            (void)push(p, near.v[i]);
    }
    return p->n > before;
}

/* "Kampala and Gulu, Uganda": the country holds for the place in front of the "and" too. */
static bool read_paired(const cut_doc *doc, parts *p)
{
    static const cut_str ands[] = {CUT_WORD("and"), CUT_WORD("et"), CUT_WORD("und"), CUT_WORD("y")};
    if (p->nested || p->n > 1 || is_wide_part(&p->v[0]) ||
        !cut_word_in(doc, p->to, ands, CUT_COUNT(ands)) ||
        cut_token_at(doc, p->to)->shape != CUT_SHAPE_LOWER)
        return false;
    parts other = {.doc = doc, .nested = true};
    if (!read_list(doc, p->to + 1, &other) || other.n < 2 || is_wide_part(&other.v[0]))
        return false;
    for (size_t i = 1; i < other.n; i++) {
        if (!is_wide_part(&other.v[i]))
            return false;
    }
    for (size_t i = 1; i < other.n; i++)
        (void)push(p, other.v[i]);
    return true;
}

/* "the Brooklyn borough of New York": the city is meant. */
static bool read_borough(const cut_doc *doc, parts *p)
{
    part one;
    if (p->n != 1 || !cut_word_is(doc, p->to - 1, CUT_STR("borough")) ||
        !cut_word_is(doc, p->to, CUT_STR("of")) || !read_part(doc, p->to + 1, true, &one) ||
        one.kind != PART_CITY)
        return false;
    p->n = 0;
    return push(p, one);
}

/* What follows a part: ", northern France", " in southern Ukraine", ", east China's Jiangsu
 * Province", or a country without a sign. */
static bool read_next(const cut_doc *doc, parts *p)
{
    if (read_bracketed(doc, p))
        return true;
    if (read_glued(doc, p) || read_apposed(doc, p) || read_paired(doc, p) || read_borough(doc, p))
        return true;
    bool comma = cut_token_is(cut_token_at(doc, p->to), ',');
    size_t at = p->to + comma;
    size_t from = skip_fillers(doc, at);
    if (!comma && from == at && !cut_lex_may(doc, at, CUT_IS_COUNTRY))
        return false; /* the common end of a place, told before it is read for nothing */
    if (read_owned_region(doc, from, p))
        return true;
    part one;
    if (!read_part(doc, from, false, &one) || cut_token_at(doc, from)->starts)
        return false;
    if (!comma && !(is_wide_part(&one) && (from > at || one.kind == PART_COUNTRY)))
        return false;
    if (from > at && one.kind == PART_CITY && cut_lex_may(doc, from - 1, CUT_IS_DIRECTION))
        return push(p, one); /* "Clapham, south London" */
    if (from > at && !is_wide_part(&one))
        return false;
    if (!leads_to_known(doc, &one))
        return comma && p->n == 1 && p->v[0].kind == PART_VENUE && one.kind == PART_NAME &&
               push(p, one);
    return push(p, one);
}

static bool one_of(const cut_doc *doc, cut_span s, const cut_str *names, size_t n)
{
    return s.to == s.from + 1 && cut_word_in(doc, s.from, names, n);
}

/* Georgia is a country behind its own cities only. */
static bool is_american_georgia(const cut_doc *doc, const cut_place_reading *r)
{
    static const cut_str georgia[] = {CUT_WORD("georgia")};
    static const cut_str cities[] = {CUT_WORD("tbilisi"), CUT_WORD("batumi"),  CUT_WORD("kutaisi"),
                                     CUT_WORD("gori"),    CUT_WORD("rustavi"), CUT_WORD("zugdidi"),
                                     CUT_WORD("poti"),    CUT_WORD("telavi")};
    return one_of(doc, r->country, georgia, 1) && r->city.to > r->city.from &&
           !one_of(doc, r->city, cities, CUT_COUNT(cities));
}

/* "BAGRAM AIRFIELD, Afghanistan --": a dateline in capitals may be a base's. */
static bool is_base_dateline(const cut_doc *doc, const part *one)
{
    const cut_token *t = cut_token_at(doc, one->span.from);
    return one->kind == PART_VENUE && one->span.from == 0 && !doc->all_caps &&
           t->shape == CUT_SHAPE_UPPER && t->fold_n > 2;
}

/* The first part and part `i` begin with the same word: a city that is a state. */
static bool same_start(const cut_doc *doc, const parts *p, size_t i)
{
    const cut_token *a = cut_token_at(doc, p->v[0].span.from),
                    *b = cut_token_at(doc, p->v[i].span.from);
    return i == 1 && cut_str_eq(cut_token_fold(doc, a), cut_token_fold(doc, b));
}

static void assign(const cut_doc *doc, const parts *p, cut_place_reading *out)
{
    *out = (cut_place_reading){.to = p->to, .listed = p->n > 1};
    for (size_t i = 0; i < p->n; i++) {
        const part *one = &p->v[i];
        bool state = one->kind == PART_CITY && i == 1 && one->both && p->v[0].kind == PART_NAME;
        if (state) { /* "Juchitán, Oaxaca, México" */
            out->region = one->span;
            continue;
        }
        if (one->kind == PART_COUNTRY && out->country.to > 0 && same_start(doc, p, i))
            out->city = out->country; /* "Vatican City, Vatican" */
        else if (one->kind == PART_COUNTRY && out->country.to > 0)
            out->region = out->country; /* "Atlanta, Georgia, U.S." */
        if (one->kind == PART_COUNTRY) {
            out->country = one->span;
        } else if (one->kind == PART_REGION) {
            out->region = one->span;
        } else if (one->kind != PART_VENUE &&
                   ((out->country.to == 0 && out->region.to == 0) ||
                    (out->city.to == 0 && (one->kind == PART_CITY || i == 1)))) {
            out->city = one->span;
            out->known_city = one->kind == PART_CITY;
        }
    }
    if (out->city.to == 0 && p->n > 1 && is_wide_part(&p->v[1]) &&
        (p->v[0].town || is_base_dateline(doc, &p->v[0])))
        out->city = p->v[0].span; /* "Green Bay, Wis." */
    if (is_american_georgia(doc, out)) {
        out->region = out->country;
        out->country = (cut_span){0, 0};
    }
}

static bool read_list(const cut_doc *doc, size_t at, parts *p)
{
    part one;
    size_t from = skip_fillers(doc, at);
    if (read_owned_region(doc, from, p))
        return true;
    if (!read_part(doc, from, true, &one) || !push(p, one))
        return false;
    if (from > at && one.kind == PART_NAME && !cut_lex_may(doc, from - 1, CUT_IS_PLACE_PREP) &&
        !cut_lex_may(doc, from - 1, CUT_IS_DIRECTION))
        p->v[0].kind = PART_VENUE; /* "in the Ivory Room" */
    if (from > at && one.kind == PART_VENUE)
        p->v[0].town = false;
    while (read_next(doc, p))
        continue;
    return true;
}

bool cut_read_place(const cut_doc *doc, size_t at, cut_place_reading *out)
{
    parts p = {.doc = doc};
    if (!read_list(doc, at, &p))
        return false;
    assign(doc, &p, out);
    return out->city.to > 0 || out->region.to > 0 || out->country.to > 0;
}

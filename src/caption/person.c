/*
 * People named in the caption who are in the picture. Every run of capitalised words is stripped of
 * what is no name (offices, countries), weighed by what stands around it, and kept if that speaks
 * for a person who is shown.
 */
#include "caption/caption.h"
#include "caption/person_parts.h"

typedef struct finder {
    cut_doc *doc;
    cut_people people;
    size_t
        hidden_to; /* behind the last name that is not shown: those listed with it are not either */
} finder;

/* Past ", D-N.M." or ", president of the union" to the next comma, if nobody is named in it. */
static size_t skip_office(const cut_doc *doc, size_t at)
{
    bool office = cut_token_at(doc, at + 1)->fold_n == 1; /* a party's letter */
    for (size_t i = at + 1; i < at + 12; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (cut_token_is(t, ','))
            return office ? i : at;
        if (t->starts || t->kind == CUT_TOK_END || t->zone != CUT_ZONE_BODY ||
            (cut_lex_may(doc, i, CUT_IS_GIVEN) && cut_token_capital(t)))
            return at;
        office |= cut_lex_may(doc, i, CUT_IS_TITLE);
    }
    return at;
}

/* Past "(R-KY)", the party and state of a politician. */
static size_t skip_party(const cut_doc *doc, size_t at)
{
    bool party = cut_token_is(cut_token_at(doc, at), '(') &&
                 cut_token_at(doc, at + 1)->fold_n == 1 &&
                 cut_token_is(cut_token_at(doc, at + 2), '-');
    size_t close = party ? cut_bracket_end(doc, at, doc->count) : SIZE_MAX;
    return close < at + 8 ? close + 1 : at;
}

/* Past "of Leeds United" or "(93)" to a marker behind it. */
static size_t skip_apposition(const cut_doc *doc, size_t at)
{
    if (cut_token_is(cut_token_at(doc, at), '(') &&
        cut_token_at(doc, at + 1)->kind == CUT_TOK_NUMBER &&
        cut_token_is(cut_token_at(doc, at + 2), ')'))
        return at + 3;
    if (cut_jersey_behind(doc, at))
        at += 2;
    if (skip_party(doc, at) > at)
        return skip_party(doc, at);
    if (cut_token_is(cut_token_at(doc, at), ',') && cut_age_behind(doc, at))
        return at + 2;
    if (cut_token_is(cut_token_at(doc, at), ','))
        return skip_office(doc, at);
    if (!cut_of_behind(doc, at))
        return at;
    size_t i = at + 1 + (cut_word_is(doc, at + 1, CUT_STR("the")) ? 1 : 0);
    return cut_name_run_end(doc, i);
}

static void find_position(const cut_doc *doc, cut_named *who)
{
    if (cut_read_position(doc, who->to, who) > 0)
        return;
    size_t at = skip_apposition(doc, who->to);
    if (at > who->to)
        (void)cut_read_position(doc, at, who);
}

static bool overlaps(size_t from, size_t to, size_t a, size_t b)
{
    return from < b && a < to;
}

/* One run of capitalised words; adds a person if it is one. */
static bool read_run(finder *f, size_t from, size_t to)
{
    cut_doc *doc = f->doc;
    cut_signs signs = {.title = false};
    size_t name = cut_strip_name(doc, from, to, &signs);
    if (name >= to)
        return true;
    cut_named who = {.from = name, .to = cut_take_suffix(doc, to)};
    find_position(doc, &who);
    bool hidden_list = f->hidden_to > 0 && cut_same_list(doc, f->hidden_to, from);
    if (hidden_list || cut_not_shown_before(doc, from)) {
        if (cut_token_at(doc, to)->kind != CUT_TOK_POSSESSIVE)
            f->hidden_to = to;
        return true;
    }
    if (cut_no_person(doc, from, name, to))
        return true;
    size_t n = f->people.n;
    signs.listed = n > 0 && cut_same_list(doc, f->people.v[n - 1].to, from);
    who.score = cut_weigh_person(doc, &who, &signs);
    return who.score < CUT_PERSON_ENOUGH || CUT_PUSH(doc->arena, &f->people, who);
}

/* A rank that begins in the run [from, to) may end behind it: "Army Sgt. 1st Class". */
static size_t rank_end(const cut_doc *doc, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        size_t n = cut_lex_match(doc, i, CUT_IS_RANK, NULL);
        if (i + n > to + 1)
            return i + n;
    }
    return to;
}

static bool find_cased_people(finder *f, size_t place_from, size_t place_to)
{
    cut_doc *doc = f->doc;
    for (size_t i = 0; i < doc->count && f->people.n < CUT_MOST_PEOPLE;) {
        /* "ministre de l'Intérieur", "Secretary of State" are read as one */
        size_t title = cut_lex_match(doc, i, CUT_IS_TITLE, NULL);
        size_t rank = cut_token_capital(cut_token_at(doc, i))
                          ? cut_lex_match(doc, i, CUT_IS_RANK, NULL)
                          : 0; /* "Sgt. 1st Class" */
        title = rank > title ? rank : title;
        if (title > 1 && cut_token_at(doc, i)->zone == CUT_ZONE_BODY &&
            cut_token_at(doc, i)->script != CUT_SCRIPT_HAN) {
            i += title;
            continue;
        }
        if (!cut_may_be_name(doc, i)) {
            i++;
            continue;
        }
        size_t end = cut_name_run_end(doc, i);
        size_t from = overlaps(i, end, place_from, place_to) ? place_to : i;
        bool ending = place_from > i && place_to == end && /* "Erdal Ankara'da" */
                      cut_token_at(doc, place_from)->stem_to < cut_token_at(doc, place_from)->to;
        if (ending ? !read_run(f, i, place_from) : from < end && !read_run(f, from, end))
            return false;
        i = rank_end(doc, i, end > i ? end : i + 1);
    }
    return true;
}

/* ---- giving out ---- */

static bool same_name(const cut_doc *doc, const cut_named *a, const cut_named *b)
{
    if (a->to - a->from != b->to - b->from)
        return false;
    for (size_t i = 0; i < a->to - a->from; i++) {
        if (!cut_str_eq(cut_token_fold(doc, cut_token_at(doc, a->from + i)),
                        cut_token_fold(doc, cut_token_at(doc, b->from + i))))
            return false;
    }
    return true;
}

static bool give(cut_doc *doc, const cut_people *people, cutline_caption *out)
{
    cutline_person *list = CUT_NEW_ARRAY(doc->arena, cutline_person, CUT_MOST_PEOPLE);
    size_t kept[CUT_MOST_PEOPLE], n = 0;
    if (!list)
        return false;
    for (size_t i = 0; i < people->n && n < CUT_MOST_PEOPLE; i++) {
        const cut_named *who = &people->v[i];
        bool seen = false;
        for (size_t k = 0; k < n && !seen; k++)
            seen = same_name(doc, who, &people->v[kept[k]]);
        if (seen)
            continue;
        cut_str raw = cut_doc_name(doc, who->from, who->to);
        list[n].name = cut_name_natural_case(doc->arena, raw).p;
        list[n].position = cut_position_name(doc->arena, who);
        if (!list[n].name)
            return false;
        cut_doc_decide(doc, "person.shown", who->from, who->to);
        kept[n++] = i;
    }
    out->persons = n ? list : NULL;
    out->person_count = n;
    return true;
}

bool cut_find_people(cut_doc *doc, size_t place_from, size_t place_to, cutline_caption *out)
{
    finder f = {.doc = doc};
    cut_mark_later(doc);
    if (!find_cased_people(&f, place_from, place_to) || !cut_find_native_people(doc, &f.people))
        return false;
    cut_place_lists(doc, &f.people);
    return give(doc, &f.people, out);
}

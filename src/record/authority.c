#include "record/authority.h"

#include "base/words.h"

/* An agency of the credit that is made. */
typedef struct party {
    const char *name;
    const char *spelling; /* as the credit found has it */
} party;

/* A credit in the making. */
typedef struct naming {
    cut_arena *arena;
    const cut_authority_table *table;
    const cutline_credit *from; /* the credit as found */
    cut_str found;              /* its line; {NULL, 0} if there is none */
    CUT_VEC(party) agencies;
    CUT_VEC(const char *) people;
    const char *issuer;
    const char *line; /* with the names replaced so far */
    bool changed;
} naming;

/* ---- looking up ---------------------------------------------------------------------------------
 */

/* The name that a spelling stands for, in the table; NULL if it stands for itself. */
static const char *look_up(const cut_authority_names *names, cut_str alias)
{
    size_t low = 0, high = names->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = cut_str_cmp(names->v[middle].alias, alias);
        if (order == 0)
            return names->v[middle].name;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* *name is a copy of the name that a spelling stands for, NULL if it stands for itself. */
static bool name_of(naming *n, const cut_authority_names *names, const char *spelling,
                    const char **name)
{
    *name = NULL;
    if (names->n == 0)
        return true;
    cut_str alias = cut_words_fold(n->arena, cut_str_from(spelling));
    const char *known = alias.p ? look_up(names, alias) : NULL;
    if (known)
        *name = cut_arena_copy_z(n->arena, known);
    return alias.p && (!known || *name);
}

/* ---- the line -----------------------------------------------------------------------------------
 */

/* The credit as found has the name; then the line has it already. */
static bool has_name(const cutline_strings *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], name) == 0)
            return true;
    return false;
}

/* False if memory runs out; a name that does not stand in the line leaves it as it is. */
static bool replace(naming *n, cut_line_span span, const char *name)
{
    if (span.to > 0)
        n->line = cut_line_replace(n->arena, cut_str_from(n->line), span, name);
    return n->line != NULL;
}

/* Where an agency stands in the line as found; SIZE_MAX if that is not known. */
static size_t place_of(const naming *n, const char *spelling)
{
    if (!n->found.p)
        return SIZE_MAX;
    cut_line_span span = cut_line_find_agency(n->arena, n->found, spelling);
    return span.to > 0 ? span.from : SIZE_MAX;
}

/* ---- the parts ----------------------------------------------------------------------------------
 */

static bool has_agency(const naming *n, const char *name)
{
    for (size_t i = 0; i < n->agencies.n; i++)
        if (strcmp(n->agencies.v[i].name, name) == 0)
            return true;
    return false;
}

static bool add_agency(naming *n, const char *spelling)
{
    const char *name;
    if (!name_of(n, &n->table->agencies, spelling, &name))
        return false;
    if (!name)
        name = spelling;
    bool is_other = strcmp(name, spelling) != 0;
    n->changed = n->changed || is_other;
    if (has_agency(n, name))
        return true;
    cut_str line = cut_str_from(n->line);
    if (is_other && line.p && !has_name(&n->from->agencies, name) &&
        !replace(n, cut_line_find_agency(n->arena, line, spelling), name))
        return false;
    party agency = {name, spelling};
    return CUT_PUSH(n->arena, &n->agencies, agency);
}

/* An agency that was taken for something else goes before the first one that stands behind it in
 * the line; if its place is not known it goes first: who gave a picture out comes before who passed
 * it on. */
static bool insert_agency(naming *n, const char *spelling, const char *name)
{
    n->changed = true;
    if (has_agency(n, name))
        return true;
    size_t at = place_of(n, spelling), before = 0;
    for (; at != SIZE_MAX && before < n->agencies.n; before++) {
        size_t other = place_of(n, n->agencies.v[before].spelling);
        if (other != SIZE_MAX && other > at)
            break;
    }
    party agency = {name, spelling};
    if (!CUT_PUSH(n->arena, &n->agencies, agency))
        return false;
    memmove(&n->agencies.v[before + 1], &n->agencies.v[before],
            (n->agencies.n - 1 - before) * sizeof agency);
    n->agencies.v[before] = agency;
    cut_str line = cut_str_from(n->line);
    return !line.p || replace(n, cut_line_find(n->arena, line, cut_str_from(spelling)), name);
}

static bool has_person(const naming *n, const char *name)
{
    for (size_t i = 0; i < n->people.n; i++)
        if (strcmp(n->people.v[i], name) == 0)
            return true;
    return false;
}

static bool add_person(naming *n, const char *spelling)
{
    const char *agency, *name;
    if (!name_of(n, &n->table->agencies, spelling, &agency))
        return false;
    if (agency)
        return insert_agency(n, spelling, agency);
    if (!name_of(n, &n->table->people, spelling, &name))
        return false;
    if (!name)
        name = spelling;
    bool is_other = strcmp(name, spelling) != 0;
    n->changed = n->changed || is_other;
    if (has_person(n, name))
        return true;
    cut_str line = cut_str_from(n->line);
    if (is_other && line.p && !has_name(&n->from->photographers, name) &&
        !replace(n, cut_line_find(n->arena, line, cut_str_from(spelling)), name))
        return false;
    return CUT_PUSH(n->arena, &n->people, name);
}

static bool take_issuer(naming *n, const char *issuer)
{
    const char *agency;
    if (!name_of(n, &n->table->agencies, issuer, &agency))
        return false;
    if (agency)
        return insert_agency(n, issuer, agency);
    n->issuer = issuer;
    return true;
}

static bool take_all(naming *n, const cutline_credit *c)
{
    bool ok = true;
    for (size_t i = 0; i < c->agencies.count && ok; i++)
        ok = add_agency(n, c->agencies.items[i]);
    for (size_t i = 0; i < c->photographers.count && ok; i++)
        ok = add_person(n, c->photographers.items[i]);
    return ok && (!c->issuer || take_issuer(n, c->issuer));
}

static const cutline_credit *made(naming *n, const cutline_credit *found)
{
    cutline_credit *out = CUT_NEW(n->arena, cutline_credit);
    const char **agencies = CUT_NEW_ARRAY(n->arena, const char *, n->agencies.n);
    if (!out || !agencies)
        return NULL;
    for (size_t i = 0; i < n->agencies.n; i++)
        agencies[i] = n->agencies.v[i].name;
    *out = *found;
    out->line = n->line;
    out->agencies = (cutline_strings){n->agencies.n ? agencies : NULL, n->agencies.n};
    out->photographers = (cutline_strings){n->people.v, n->people.n};
    out->issuer = n->issuer;
    return out;
}

bool cut_authority_apply(cut_arena *arena, const cut_authority_table *table,
                         const cutline_credit *found, const cutline_credit **out)
{
    *out = found;
    if (!table || table->agencies.n + table->people.n == 0)
        return true;
    naming n = {.arena = arena,
                .table = table,
                .from = found,
                .found = cut_str_from(found->line),
                .line = found->line};
    if (!take_all(&n, found))
        return false;
    if (n.changed)
        *out = made(&n, found);
    return *out != NULL;
}

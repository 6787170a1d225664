#include "base/error.h"
#include "caption/agency.h"
#include "caption/caption.h"
#include "store/authority.h"
#include "store/db_authority.h"
#include "store/inner.h"

#include <stdlib.h>

/* ---- agencies and photographers -----------------------------------------------------------------
 */

static bool is_built_in(cutline_authority_kind kind, const char *name)
{
    const char *canonical =
        kind == CUTLINE_AUTHORITY_AGENCY ? cut_agency_canonical(cut_str_from(name)) : NULL;
    return canonical && strcmp(canonical, name) == 0;
}

static cutline_status add_row(cut_store *store, cut_arena *arena, cutline_authority_kind kind,
                              const cut_name_row *row, cut_authority_list *out, cutline_error *err)
{
    cut_texts aliases = {0};
    cutline_status status =
        cut_db_aliases_typed(store->db, arena, kind, row->entity, &aliases, err);
    cutline_authority authority = {.name = row->name,
                                   .aliases = {aliases.v, aliases.n},
                                   .photos = row->photos,
                                   .built_in = is_built_in(kind, row->name)};
    if (status == CUTLINE_OK && !CUT_PUSH(arena, out, authority))
        status = cut_no_memory(err);
    return status;
}

/* An agency that is another one's alias by hand is none of its own. */
static bool is_listed(const cut_authority_list *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list->v[i].name, name) == 0)
            return true;
        for (size_t k = 0; k < list->v[i].aliases.count; k++)
            if (strcmp(list->v[i].aliases.items[k], name) == 0)
                return true;
    }
    return false;
}

static int by_name(const void *left, const void *right)
{
    const cutline_authority *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static bool add_built_in(cut_arena *arena, cut_authority_list *out)
{
    size_t known = out->n;
    for (size_t i = 0; i < cut_agency_count; i++) {
        cutline_authority agency = {.name = cut_agencies[i].name, .built_in = true};
        if (!is_listed(out, known, agency.name) && !CUT_PUSH(arena, out, agency))
            return false;
    }
    if (out->n > 1)
        qsort(out->v, out->n, sizeof out->v[0], by_name);
    return true;
}

cutline_status cut_store_authority_list(cut_store *store, cut_arena *arena,
                                        cutline_authority_kind kind, bool all,
                                        cut_authority_list *out, cutline_error *err)
{
    cut_name_rows rows = {0};
    *out = (cut_authority_list){0};
    cutline_status status = cut_db_names(store->db, arena, kind, &rows, err);
    for (size_t i = 0; i < rows.n && status == CUTLINE_OK; i++)
        status = add_row(store, arena, kind, &rows.v[i], out, err);
    bool wanted = all && kind == CUTLINE_AUTHORITY_AGENCY;
    if (status == CUTLINE_OK && wanted && !add_built_in(arena, out))
        status = cut_no_memory(err);
    return status;
}

/* ---- photographers as credited ------------------------------------------------------------------
 */

/* A photographer in one group of photos. */
typedef struct credited {
    cut_str name;
    cut_str agencies; /* one a line */
    uint64_t photos;
} credited;

typedef CUT_VEC(credited) credits;

static bool spread(cut_arena *arena, const cut_names_together_rows *rows, credits *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        cut_str people = rows->v[i].people;
        while (people.p) {
            cut_str name = cut_str_split(&people, '\n');
            credited c = {name, rows->v[i].agencies, rows->v[i].photos};
            if (!CUT_PUSH(arena, out, c))
                return false;
        }
    }
    return true;
}

static int by_credited_name(const void *left, const void *right)
{
    const credited *a = left, *b = right;
    return cut_str_cmp(a->name, b->name);
}

static bool add_agencies(cut_arena *arena, cut_alike_person *person, cut_str agencies)
{
    while (agencies.p) {
        cut_str agency = cut_str_split(&agencies, '\n');
        bool known = false;
        for (size_t i = 0; i < person->agencies.n && !known; i++)
            known = cut_str_eq(cut_str_from(person->agencies.v[i]), agency);
        if (known)
            continue;
        const char *copy = cut_arena_copy(arena, agency);
        if (!copy || !CUT_PUSH(arena, &person->agencies, copy))
            return false;
    }
    return true;
}

/* One person of all that have the same name. */
static bool gather(cut_arena *arena, credits *all, cut_alike_people *out)
{
    if (all->n > 1)
        qsort(all->v, all->n, sizeof all->v[0], by_credited_name);
    for (size_t i = 0; i < all->n; i++) {
        const credited *c = &all->v[i];
        if (i == 0 || !cut_str_eq(c->name, all->v[i - 1].name)) {
            cut_alike_person person = {.name = cut_arena_copy(arena, c->name)};
            if (!person.name || !CUT_PUSH(arena, out, person))
                return false;
        }
        out->v[out->n - 1].photos += c->photos;
        if (!add_agencies(arena, &out->v[out->n - 1], c->agencies))
            return false;
    }
    return true;
}

cutline_status cut_store_people(cut_store *store, cut_arena *arena, cut_alike_people *out,
                                cutline_error *err)
{
    cut_names_together_rows rows = {0};
    credits all = {0};
    *out = (cut_alike_people){0};
    cutline_status status = cut_db_names_together(store->db, arena, &rows, err);
    if (status == CUTLINE_OK && (!spread(arena, &rows, &all) || !gather(arena, &all, out)))
        status = cut_no_memory(err);
    return status;
}

#include "store/authority.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "catalog/handle.h"

#include <stdlib.h>

/* ---- names --------------------------------------------------------------------------------------
 */

static cutline_status check_name(const char *name, cutline_error *err)
{
    cut_str text = cut_str_from(name);
    if (text.n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a name is empty");
    if (text.n > CUT_MAX_NAME_BYTES)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a name has %zu bytes, at most %u are allowed",
                        text.n, CUT_MAX_NAME_BYTES);
    if (!cut_utf8_valid(text))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a name is not valid UTF-8");
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < 0x20 || text.p[i] == 0x7F)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a name holds control characters");
    return CUTLINE_OK;
}

static cutline_status check_names(const char *name, const char *const *others, size_t count,
                                  cutline_error *err)
{
    cutline_status status = check_name(name, err);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = check_name(others[i], err);
    return status;
}

cutline_status cutline_agency_add(cutline_catalog *catalog, const char *name,
                                  const char *const *aliases, size_t count,
                                  cutline_authority_change *change, cutline_error *err)
{
    cutline_status status = check_names(name, aliases, count, err);
    return status == CUTLINE_OK
               ? cut_store_agency_add(catalog->store, name, aliases, count, change, err)
               : status;
}

cutline_status cutline_authority_alias(cutline_catalog *catalog, cutline_authority_kind kind,
                                       const char *name, const char *const *aliases, size_t count,
                                       cutline_authority_change *change, cutline_error *err)
{
    cutline_status status = check_names(name, aliases, count, err);
    return status == CUTLINE_OK
               ? cut_store_alias(catalog->store, kind, name, aliases, count, change, err)
               : status;
}

cutline_status cutline_authority_merge(cutline_catalog *catalog, cutline_authority_kind kind,
                                       const char *from, const char *into,
                                       cutline_authority_change *change, cutline_error *err)
{
    cutline_status status = check_names(from, &into, 1, err);
    return status == CUTLINE_OK ? cut_store_merge(catalog->store, kind, from, into, change, err)
                                : status;
}

cutline_status cutline_authority_split(cutline_catalog *catalog, cutline_authority_kind kind,
                                       const char *alias, cutline_authority_change *change,
                                       cutline_error *err)
{
    cutline_status status = check_name(alias, err);
    return status == CUTLINE_OK ? cut_store_split(catalog->store, kind, alias, change, err)
                                : status;
}

/* ---- lists --------------------------------------------------------------------------------------
 */

/* What is handed out and the arena it lives in; the list comes first, so that one pointer is both.
 */
typedef struct authority_set {
    cutline_authorities list;
    cut_arena arena;
} authority_set;

cutline_status cutline_authority_list(cutline_catalog *catalog, cutline_authority_kind kind,
                                      bool all, cutline_authorities **out, cutline_error *err)
{
    cut_authority_list rows;
    *out = NULL;
    authority_set *set = calloc(1, sizeof *set);
    if (!set)
        return cut_no_memory(err);
    cut_arena_init(&set->arena, CUT_MAX_STORE_ARENA);
    cutline_status status =
        cut_store_authority_list(catalog->store, &set->arena, kind, all, &rows, err);
    set->list = (cutline_authorities){rows.v, rows.n};
    if (status == CUTLINE_OK)
        *out = &set->list;
    else
        cutline_authorities_free(&set->list);
    return status;
}

void cutline_authorities_free(cutline_authorities *authorities)
{
    authority_set *set = (authority_set *)authorities;
    if (!set)
        return;
    cut_arena_release(&set->arena);
    free(set);
}

typedef struct suggestion_set {
    cutline_suggestions list;
    cut_arena arena;
} suggestion_set;

cutline_status cutline_people_suggest(cutline_catalog *catalog, cutline_suggestions **out,
                                      cutline_error *err)
{
    cut_alike_people people;
    cut_suggestions found = {0};
    *out = NULL;
    suggestion_set *set = calloc(1, sizeof *set);
    if (!set)
        return cut_no_memory(err);
    cut_arena_init(&set->arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_store_people(catalog->store, &set->arena, &people, err);
    if (status == CUTLINE_OK && !cut_alike_find(&set->arena, &people, &found))
        status = cut_no_memory(err);
    set->list = (cutline_suggestions){found.v, found.n};
    if (status == CUTLINE_OK)
        *out = &set->list;
    else
        cutline_suggestions_free(&set->list);
    return status;
}

void cutline_suggestions_free(cutline_suggestions *suggestions)
{
    suggestion_set *set = (suggestion_set *)suggestions;
    if (!set)
        return;
    cut_arena_release(&set->arena);
    free(set);
}

const char *cutline_alike_name(cutline_alike why)
{
    static const char *const names[] = {
        [CUTLINE_ALIKE_SPELLING] = "spelling",
        [CUTLINE_ALIKE_ORDER] = "order",
        [CUTLINE_ALIKE_INITIAL] = "initial",
        [CUTLINE_ALIKE_TYPO] = "typo",
    };
    return (size_t)why < sizeof names / sizeof names[0] ? names[why] : "unknown";
}

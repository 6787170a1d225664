#include "store/authority.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "caption/caption.h"
#include "store/authority_change.h"

static const char *word_for(cutline_authority_kind kind)
{
    return kind == CUTLINE_AUTHORITY_AGENCY ? "agency" : "photographer";
}

/* ---- names --------------------------------------------------------------------------------------
 */

static cutline_status fold(cut_change *c, const char *name, cut_str *out, cutline_error *err)
{
    *out = cut_words_fold(&c->arena, cut_str_from(name));
    if (!out->p)
        return cut_no_memory(err);
    if (out->n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "\"%s\" has neither letter nor digit", name);
    return CUTLINE_OK;
}

static cutline_status get(cut_change *c, cut_str alias, cut_alias_row *out, cutline_error *err)
{
    return cut_db_alias_get(c->store->db, &c->arena, c->kind, alias, out, err);
}

static cutline_status put(cut_change *c, cut_str alias, int64_t entity, const char *spelling,
                          cutline_error *err)
{
    cut_alias_row row = {.entity = entity, .spelling = cut_str_from(spelling)};
    return cut_db_alias_put(c->store->db, c->kind, alias, &row, err);
}

/* Canonical name of a built-in agency; NULL if the name is none, or none of an agency. */
static const char *built_in(const cut_change *c, const char *name)
{
    return c->kind == CUTLINE_AUTHORITY_AGENCY ? cut_agency_canonical(cut_str_from(name)) : NULL;
}

/* The names whose meaning a change alters. */
static cutline_status note(cut_change *c, const char *name, cutline_error *err)
{
    return CUT_PUSH(&c->arena, &c->names, name) ? CUTLINE_OK : cut_no_memory(err);
}

/* A new entity; spelling as in cut_alias_row. */
static cutline_status make(cut_change *c, const char *name, const char *spelling,
                           cut_alias_row *out, cutline_error *err)
{
    cut_str alias;
    *out = (cut_alias_row){.name = cut_str_from(name), .spelling = cut_str_from(spelling)};
    cutline_status status = fold(c, name, &alias, err);
    if (status == CUTLINE_OK)
        status = cut_db_name_add(c->store->db, c->kind, out->name, &out->entity, err);
    return status == CUTLINE_OK ? put(c, alias, out->entity, spelling, err) : status;
}

/* The entity that a name means: by a spelling in the catalog, or as a built-in agency. */
static cutline_status resolve(cut_change *c, const char *name, cut_alias_row *out,
                              cutline_error *err)
{
    cut_str alias;
    cutline_status status = fold(c, name, &alias, err);
    if (status == CUTLINE_OK)
        status = get(c, alias, out, err);
    if (status != CUTLINE_OK || out->entity)
        return status;
    const char *canonical = built_in(c, name);
    if (!canonical)
        return cut_fail(err, CUTLINE_NOT_FOUND, "there is no %s \"%s\"", word_for(c->kind), name);
    status = fold(c, canonical, &alias, err);
    if (status == CUTLINE_OK)
        status = get(c, alias, out, err);
    return status == CUTLINE_OK && !out->entity ? make(c, canonical, NULL, out, err) : status;
}

static cutline_status taken(cutline_error *err, const char *spelling, cut_str owner)
{
    return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                    "\"%s\" is a spelling of %.*s already; merge the two if they are one", spelling,
                    CUT_FMT(owner));
}

/* A spelling of an entity. */
static cutline_status take_alias(cut_change *c, const cut_alias_row *entity, const char *spelling,
                                 cutline_error *err)
{
    cut_str alias;
    cut_alias_row known = {0};
    cutline_status status = fold(c, spelling, &alias, err);
    if (status == CUTLINE_OK)
        status = get(c, alias, &known, err);
    if (status != CUTLINE_OK)
        return status;
    if (known.entity && known.entity != entity->entity)
        return taken(err, spelling, known.name);
    const char *canonical = built_in(c, spelling);
    if (canonical && !known.entity)
        return taken(err, spelling, cut_str_from(canonical));
    status = note(c, spelling, err);
    return status == CUTLINE_OK ? put(c, alias, entity->entity, spelling, err) : status;
}

static cutline_status take_aliases(cut_change *c, const cut_alias_row *entity,
                                   const char *const *aliases, size_t count, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = take_alias(c, entity, aliases[i], err);
    /* Other spellings of a photographer that fold alike are shown by the name from now on. */
    if (status == CUTLINE_OK && c->kind == CUTLINE_AUTHORITY_PHOTOGRAPHER)
        status = cut_change_concerns(c, entity->entity, err);
    return status;
}

/* ---- the changes --------------------------------------------------------------------------------
 */

static cutline_status add(cut_change *c, const char *name, const char *const *aliases, size_t count,
                          cutline_error *err)
{
    cut_str alias;
    cut_alias_row entity;
    c->new_agency = true;
    cutline_status status = fold(c, name, &alias, err);
    if (status == CUTLINE_OK)
        status = get(c, alias, &entity, err);
    if (status != CUTLINE_OK)
        return status;
    const char *canonical = built_in(c, name);
    if (entity.entity && !cut_str_eq(entity.name, cut_str_from(name)))
        return taken(err, name, entity.name);
    if (canonical)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "\"%s\" is built in, as a spelling of %s", name,
                        canonical);
    if (!entity.entity)
        status = make(c, name, name, &entity, err);
    if (status == CUTLINE_OK)
        status = note(c, name, err);
    return status == CUTLINE_OK ? take_aliases(c, &entity, aliases, count, err) : status;
}

static cutline_status alias(cut_change *c, const char *name, const char *const *aliases,
                            size_t count, cutline_error *err)
{
    cut_alias_row entity;
    c->new_agency = c->kind == CUTLINE_AUTHORITY_AGENCY;
    cutline_status status = resolve(c, name, &entity, err);
    return status == CUTLINE_OK ? take_aliases(c, &entity, aliases, count, err) : status;
}

/* Two spellings of one name: the second becomes the name. */
static cutline_status rename_to(cut_change *c, const cut_alias_row *entity, const char *from,
                                const char *into, cutline_error *err)
{
    cut_str before, after;
    cutline_status status = fold(c, from, &before, err);
    if (status == CUTLINE_OK)
        status = fold(c, into, &after, err);
    if (status != CUTLINE_OK)
        return status;
    if (strcmp(from, into) == 0 || !cut_str_eq(before, after))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "\"%s\" and \"%s\" are both %.*s already", from,
                        into, CUT_FMT(entity->name));
    status = cut_db_name_set(c->store->db, c->kind, entity->entity, cut_str_from(into), err);
    if (status == CUTLINE_OK)
        status = put(c, before, entity->entity, from, err);
    return status == CUTLINE_OK ? cut_change_concerns(c, entity->entity, err) : status;
}

static cutline_status unite(cut_change *c, const cut_alias_row *from, const cut_alias_row *into,
                            cutline_error *err)
{
    cut_db *db = c->store->db;
    cutline_status status = cut_change_concerns(c, from->entity, err);
    if (status == CUTLINE_OK && c->kind == CUTLINE_AUTHORITY_PHOTOGRAPHER)
        status = cut_change_concerns(c, into->entity, err);
    if (status == CUTLINE_OK)
        status = note(c, from->name.p, err);
    if (status == CUTLINE_OK)
        status = note(c, into->name.p, err);
    if (status == CUTLINE_OK)
        status = cut_db_name_unlink(db, c->kind, from->entity, err);
    if (status == CUTLINE_OK)
        status = cut_db_aliases_move(db, c->kind, from->entity, into->entity, err);
    return status == CUTLINE_OK ? cut_db_name_remove(db, c->kind, from->entity, err) : status;
}

static cutline_status merge(cut_change *c, const char *from, const char *into, cutline_error *err)
{
    cut_alias_row first, second;
    cutline_status status = resolve(c, from, &first, err);
    if (status == CUTLINE_OK)
        status = resolve(c, into, &second, err);
    if (status != CUTLINE_OK)
        return status;
    return first.entity == second.entity ? rename_to(c, &first, from, into, err)
                                         : unite(c, &first, &second, err);
}

/* The spelling that the name itself is. It stays as long as there are others; what it was given by
 * hand is taken back. */
static cutline_status split_name(cut_change *c, cut_str alias, const cut_alias_row *row,
                                 cutline_error *err)
{
    cut_db *db = c->store->db;
    int64_t count;
    bool is_agency = c->kind == CUTLINE_AUTHORITY_AGENCY;
    bool renamed = row->spelling.p && !cut_str_eq(row->spelling, row->name);
    cutline_status status = cut_db_alias_count(db, c->kind, row->entity, &count, err);
    if (status != CUTLINE_OK)
        return status;
    if (renamed)
        return put(c, alias, row->entity, is_agency ? row->name.p : NULL, err);
    if (!row->spelling.p || !is_agency || count > 1)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "\"%.*s\" is the name itself, not an alias",
                        CUT_FMT(row->name));
    status = cut_db_alias_remove(db, c->kind, alias, err);
    return status == CUTLINE_OK ? cut_db_name_remove(db, c->kind, row->entity, err) : status;
}

static cutline_status split(cut_change *c, const char *spelling, cutline_error *err)
{
    cut_str alias, own;
    cut_alias_row row;
    cutline_status status = fold(c, spelling, &alias, err);
    if (status == CUTLINE_OK)
        status = get(c, alias, &row, err);
    if (status == CUTLINE_OK && !row.entity)
        return cut_fail(err, CUTLINE_NOT_FOUND, "\"%s\" is an alias of no %s", spelling,
                        word_for(c->kind));
    if (status == CUTLINE_OK)
        status = fold(c, row.name.p, &own, err);
    if (status == CUTLINE_OK)
        status = cut_change_concerns(c, row.entity, err);
    if (status == CUTLINE_OK)
        status = note(c, spelling, err);
    if (status == CUTLINE_OK)
        status = note(c, row.name.p, err);
    if (status == CUTLINE_OK)
        status = cut_db_name_unlink(c->store->db, c->kind, row.entity, err);
    if (status != CUTLINE_OK)
        return status;
    return cut_str_eq(alias, own) ? split_name(c, alias, &row, err)
                                  : cut_db_alias_remove(c->store->db, c->kind, alias, err);
}

/* ---- each in a transaction ----------------------------------------------------------------------
 */

static cutline_status begin(cut_change *c, cut_store *store, cutline_authority_kind kind,
                            cutline_error *err)
{
    *c = (cut_change){.store = store, .kind = kind};
    cut_arena_init(&c->arena, CUT_MAX_STORE_ARENA);
    return cut_db_begin(store->db, err);
}

static cutline_status tell(cut_change *c, const char *name, cutline_authority_change *out,
                           cutline_error *err)
{
    cut_alias_row row;
    cut_str alias;
    cutline_status status = fold(c, name, &alias, err);
    if (status == CUTLINE_OK)
        status = get(c, alias, &row, err);
    if (status != CUTLINE_OK)
        return status;
    const char *canonical = built_in(c, name);
    cut_str shown = row.entity ? row.name : cut_str_from(canonical ? canonical : name);
    size_t n = cut_utf8_floor(shown, sizeof out->name - 1);
    memcpy(out->name, shown.p, n);
    out->name[n] = '\0';
    return CUTLINE_OK;
}

/* name: by which the outcome is known. */
static cutline_status finish(cut_change *c, cutline_status status, const char *name,
                             cutline_authority_change *out, cutline_error *err)
{
    uint64_t photos = 0;
    cut_store_forget_authorities(c->store);
    if (status == CUTLINE_OK)
        status = cut_change_gather(c, err);
    if (status == CUTLINE_OK)
        status = cut_change_refresh(c, &photos, err);
    if (status == CUTLINE_OK && out) {
        out->photos = photos;
        status = tell(c, name, out, err);
    }
    if (status == CUTLINE_OK)
        status = cut_db_commit(c->store->db, err);
    else
        cut_db_rollback(c->store->db);
    cut_store_forget_authorities(c->store);
    cut_arena_release(&c->arena);
    return status;
}

cutline_status cut_store_agency_add(cut_store *store, const char *name, const char *const *aliases,
                                    size_t count, cutline_authority_change *change,
                                    cutline_error *err)
{
    cut_change c;
    cutline_status status = begin(&c, store, CUTLINE_AUTHORITY_AGENCY, err);
    if (status != CUTLINE_OK)
        return status;
    status = add(&c, name, aliases, count, err);
    return finish(&c, status, name, change, err);
}

cutline_status cut_store_alias(cut_store *store, cutline_authority_kind kind, const char *name,
                               const char *const *aliases, size_t count,
                               cutline_authority_change *change, cutline_error *err)
{
    cut_change c;
    cutline_status status = begin(&c, store, kind, err);
    if (status != CUTLINE_OK)
        return status;
    status = alias(&c, name, aliases, count, err);
    return finish(&c, status, name, change, err);
}

cutline_status cut_store_merge(cut_store *store, cutline_authority_kind kind, const char *from,
                               const char *into, cutline_authority_change *change,
                               cutline_error *err)
{
    cut_change c;
    cutline_status status = begin(&c, store, kind, err);
    if (status != CUTLINE_OK)
        return status;
    status = merge(&c, from, into, err);
    return finish(&c, status, into, change, err);
}

cutline_status cut_store_split(cut_store *store, cutline_authority_kind kind, const char *alias,
                               cutline_authority_change *change, cutline_error *err)
{
    cut_change c;
    cutline_status status = begin(&c, store, kind, err);
    if (status != CUTLINE_OK)
        return status;
    status = split(&c, alias, err);
    return finish(&c, status, alias, change, err);
}

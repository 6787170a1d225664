/* The photos that a change of names concerns. */
#include "base/error.h"
#include "base/limits.h"
#include "base/words.h"
#include "store/authority_change.h"

#include <stdlib.h>

cutline_status cut_change_concerns(cut_change *c, int64_t entity, cutline_error *err)
{
    return cut_db_name_photos(c->store->db, &c->arena, c->kind, entity, &c->photos, err);
}

/* True if the text is one of the names. */
static bool is_named(cut_change *c, cut_str text)
{
    cut_str folded = cut_words_fold(&c->store->arena, text);
    for (size_t i = 0; folded.p && i < c->names.n; i++) {
        cut_str name = cut_words_fold(&c->store->arena, cut_str_from(c->names.v[i]));
        if (name.p && cut_str_eq(name, folded))
            return true;
    }
    return false;
}

/* True if one of the lines holds one of the names, in any spelling that is built in. A line in
 * which nothing can be found counts: to look at a photo once more does no harm. */
static bool is_mentioned(cut_change *c, cut_str lines)
{
    while (lines.p) {
        cut_str line = cut_str_split(&lines, '\n');
        if (line.n > CUT_MAX_CREDIT_LINE)
            return true;
        for (size_t i = 0; i < c->names.n; i++)
            if (cut_line_find_agency(&c->store->arena, line, c->names.v[i]).to > 0)
                return true;
    }
    return false;
}

/* Adds the photos whose text passes the test. */
static cutline_status add_if(cut_change *c, const cut_photo_texts *texts,
                             bool (*test)(cut_change *, cut_str), cutline_error *err)
{
    for (size_t i = 0; i < texts->n; i++) {
        cut_arena_reset(&c->store->arena);
        if (test(c, texts->v[i].text) && !CUT_PUSH(&c->arena, &c->photos, texts->v[i].photo))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

static cutline_status add_people(cut_change *c, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < c->names.n && status == CUTLINE_OK; i++) {
        cut_alias_row person;
        cut_str alias = cut_words_fold(&c->arena, cut_str_from(c->names.v[i]));
        if (!alias.p)
            return cut_no_memory(err);
        status = cut_db_alias_get(c->store->db, &c->arena, CUTLINE_AUTHORITY_PHOTOGRAPHER, alias,
                                  &person, err);
        if (status == CUTLINE_OK && person.entity)
            status = cut_db_name_photos(c->store->db, &c->arena, CUTLINE_AUTHORITY_PHOTOGRAPHER,
                                        person.entity, &c->photos, err);
    }
    return status;
}

/* Where the names stood for no agency so far. */
static cutline_status add_unowned(cut_change *c, cutline_error *err)
{
    cut_photo_texts issuers = {0};
    cutline_status status = cut_db_issuers(c->store->db, &c->arena, &issuers, err);
    if (status == CUTLINE_OK)
        status = add_if(c, &issuers, is_named, err);
    if (status == CUTLINE_OK)
        status = add_people(c, err);
    if (status == CUTLINE_OK)
        status = cut_db_photos_unowned(c->store->db, &c->arena, &c->photos, err);
    return status;
}

cutline_status cut_change_gather(cut_change *c, cutline_error *err)
{
    cut_photo_texts rivals = {0};
    cutline_status status = cut_db_rivals(c->store->db, &c->arena, &rivals, err);
    if (status == CUTLINE_OK)
        status = add_if(c, &rivals, is_mentioned, err);
    return status == CUTLINE_OK && c->new_agency ? add_unowned(c, err) : status;
}

static int by_number(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

cutline_status cut_change_refresh(cut_change *c, uint64_t *count, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    *count = 0;
    if (c->photos.n > 1)
        qsort(c->photos.v, c->photos.n, sizeof c->photos.v[0], by_number);
    for (size_t i = 0; i < c->photos.n && status == CUTLINE_OK; i++) {
        if (i > 0 && c->photos.v[i] == c->photos.v[i - 1])
            continue;
        cut_arena_reset(&c->store->arena);
        status = cut_photo_refresh(c->store, c->photos.v[i], NULL, err);
        ++*count;
    }
    return status;
}

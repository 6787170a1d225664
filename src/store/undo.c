/* Edits taken back, and made again. */
#include "base/error.h"
#include "base/limits.h"
#include "store/lookup.h"
#include "store/revision.h"

#include <stdlib.h>

/* An undo, or a redo, at work. */
typedef struct undoing {
    const cutline_undo_request *request;
    cutline_undo_result *result;
    cut_revision revision;
    cut_arena arena;    /* holds what follows */
    cut_edit_rows rows; /* the edits, by photo; those of a photo in the order of doing */
    cut_numbers killed; /* photos that the marks concern which were set or lifted */
} undoing;

/* ---- which edits -----------------------------------------------------------------------------
 */

static cutline_status add_rows(undoing *u, const cut_edit_filter *filter, cutline_error *err)
{
    return cut_db_edits(u->revision.store->db, &u->arena, filter, SIZE_MAX / 2, &u->rows, err);
}

static cutline_status choose_change(undoing *u, cutline_error *err)
{
    cutline_change change;
    cut_edit_filter filter = {.change = u->request->change, .standing = true};
    cutline_status status =
        cut_db_change_get(u->revision.store->db, &u->arena, u->request->change, &change, err);
    return status == CUTLINE_OK ? add_rows(u, &filter, err) : status;
}

/* The latest changes with edits that stand, of all photos or of one. */
static cutline_status choose_latest(undoing *u, int64_t photo, unsigned count, cutline_error *err)
{
    cut_edit_filter latest = {.photo = photo, .standing = true};
    cutline_status status = CUTLINE_OK;
    for (unsigned i = 0; i < count && status == CUTLINE_OK; i++) {
        cut_edit_filter filter = {.photo = photo, .standing = true};
        status = cut_db_latest_change(u->revision.store->db, &latest, &filter.change, err);
        if (status != CUTLINE_OK || !filter.change)
            return status;
        status = add_rows(u, &filter, err);
        latest.before = filter.change;
    }
    return status;
}

static cutline_status choose_undone(undoing *u, int64_t photo, cutline_error *err)
{
    cut_edit_filter filter = {.photo = photo, .undone = true};
    cutline_status status =
        cut_db_latest_change(u->revision.store->db, &filter, &filter.undone_by, err);
    return status == CUTLINE_OK && filter.undone_by ? add_rows(u, &filter, err) : status;
}

static cutline_status choose(undoing *u, cutline_error *err)
{
    const cutline_undo_request *q = u->request;
    cut_edit_filter since = {.since_ms = q->since_ms, .standing = true};
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < q->photo_count && status == CUTLINE_OK; i++)
        status =
            q->redo ? choose_undone(u, q->photos[i], err) : choose_latest(u, q->photos[i], 1, err);
    if (q->photo_count > 0)
        return status;
    if (q->redo)
        return choose_undone(u, 0, err);
    if (q->change)
        return choose_change(u, err);
    if (q->since_ms)
        return add_rows(u, &since, err);
    return choose_latest(u, 0, q->count ? q->count : 1, err);
}

static int by_photo(const cut_edit_row *a, const cut_edit_row *b)
{
    return (a->photo > b->photo) - (a->photo < b->photo);
}

static int undo_order(const void *left, const void *right)
{
    const cut_edit_row *a = left, *b = right;
    int order = by_photo(a, b);
    return order ? order : (a->id < b->id) - (a->id > b->id);
}

static int redo_order(const void *left, const void *right)
{
    const cut_edit_row *a = left, *b = right;
    int order = by_photo(a, b);
    return order ? order : (a->id > b->id) - (a->id < b->id);
}

/* Two photos can be concerned by one kill. */
static void sort_rows(undoing *u)
{
    size_t n = 0;
    if (u->rows.n > 1)
        qsort(u->rows.v, u->rows.n, sizeof u->rows.v[0],
              u->request->redo ? redo_order : undo_order);
    for (size_t i = 0; i < u->rows.n; i++)
        if (n == 0 || u->rows.v[i].id != u->rows.v[n - 1].id)
            u->rows.v[n++] = u->rows.v[i];
    u->rows.n = n;
}

/* ---- doing -----------------------------------------------------------------------------------
 */

static bool is_same(cut_str a, cut_str b)
{
    return (a.p == NULL) == (b.p == NULL) && cut_str_eq(a, b);
}

static cutline_status tell(undoing *u, const cut_edit_row *row, cut_str base,
                           void (*to)(const cutline_history_entry *, void *), cutline_error *err)
{
    cutline_history_entry entry = {.photo = row->photo,
                                   .field = row->field.p,
                                   .old_text = row->old.p,
                                   .new_text = row->value.p,
                                   .file_text = base.p};
    if (!to)
        return CUTLINE_OK;
    cutline_status status = cut_db_change_get(u->revision.store->db, &u->revision.store->arena,
                                              row->change, &entry.change, err);
    if (status == CUTLINE_OK)
        to(&entry, u->request->context);
    return status;
}

/* What the files said before anything was typed: an undo asks the edit itself, since what was typed
 * before may have been written into them. */
static cutline_status find_base(cut_revision *r, const cut_edit_row *row, bool redo, cut_str *base,
                                cutline_error *err)
{
    *base = row->base;
    return redo || !base->p ? cut_revision_base(r, row->photo, row->field, base, err) : CUTLINE_OK;
}

/* Only if nobody has edited the field since. */
static cutline_status turn(undoing *u, const cut_edit_row *row, cutline_error *err)
{
    cut_revision *r = &u->revision;
    bool redo = u->request->redo;
    cut_str is, base = {NULL, 0}, was = redo ? row->old : row->value,
                to = redo ? row->value : row->old;
    cutline_status status = cut_revision_state(r, row->photo, row->field, &is, err);
    if (status != CUTLINE_OK)
        return status;
    if (!is_same(is, was) && !is_same(is, to)) {
        u->result->conflicts++;
        return tell(u, row, base, u->request->on_conflict, err);
    }
    status = cut_revision_number(r, err);
    if (status == CUTLINE_OK && row->photo && !to.p)
        status = find_base(r, row, redo, &base, err);
    if (status == CUTLINE_OK)
        status = cut_revision_set(r, row->photo, row->field, to, (cut_str){NULL, 0}, err);
    if (status == CUTLINE_OK)
        status = cut_db_edit_mark(r->store->db, row->id, redo ? 0 : r->change.id, err);
    u->result->edits++;
    return status == CUTLINE_OK ? tell(u, row, base, u->request->on_edit, err) : status;
}

static cutline_status turn_photo(undoing *u, const cut_edit_row *rows, size_t count,
                                 cutline_error *err)
{
    cut_claims claims;
    uint64_t before = u->result->edits;
    cut_arena_reset(&u->revision.store->arena);
    cutline_status status = cut_revision_claims(&u->revision, rows[0].photo, &claims, err);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = turn(u, &rows[i], err);
    if (status != CUTLINE_OK || u->result->edits == before)
        return status;
    u->result->photos++;
    return cut_revision_settle(&u->revision, rows[0].photo, &claims, err);
}

static cutline_status turn_kill(undoing *u, const cut_edit_row *row, cutline_error *err)
{
    cut_str target = cut_str_slice(row->field, sizeof CUT_FIELD_OF_KILL - 1, row->field.n);
    cutline_status status = turn(u, row, err);
    return status == CUTLINE_OK
               ? cut_kill_photos(u->revision.store, &u->arena, target, &u->killed, err)
               : status;
}

static cutline_status refresh_killed(undoing *u, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < u->killed.n && status == CUTLINE_OK; i++) {
        bool done = false;
        for (size_t k = 0; k < i && !done; k++)
            done = u->killed.v[k] == u->killed.v[i];
        if (done)
            continue;
        cut_arena_reset(&u->revision.store->arena);
        status = cut_photo_refresh(u->revision.store, u->killed.v[i], NULL, err);
        u->result->photos++;
    }
    return status;
}

static cutline_status turn_all(undoing *u, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    size_t i = 0;
    for (; i < u->rows.n && u->rows.v[i].photo == 0 && status == CUTLINE_OK; i++)
        status = turn_kill(u, &u->rows.v[i], err);
    if (status == CUTLINE_OK)
        status = refresh_killed(u, err);
    while (i < u->rows.n && status == CUTLINE_OK) {
        size_t n = 1;
        while (i + n < u->rows.n && u->rows.v[i + n].photo == u->rows.v[i].photo)
            n++;
        status = turn_photo(u, &u->rows.v[i], n, err);
        i += n;
    }
    return status;
}

cutline_status cut_store_undo(cut_store *store, const cutline_undo_request *request,
                              cutline_undo_result *result, cutline_error *err)
{
    undoing u = {.request = request, .result = result};
    *result = (cutline_undo_result){0};
    cutline_status status =
        cut_revision_begin(store, request->redo ? CUTLINE_CHANGE_REDO : CUTLINE_CHANGE_UNDO,
                           &request->editor, &u.revision, err);
    if (status != CUTLINE_OK)
        return status;
    cut_arena_init(&u.arena, CUT_MAX_STORE_ARENA);
    status = choose(&u, err);
    if (status == CUTLINE_OK && u.rows.n == 0)
        status = cut_fail(err, CUTLINE_NOT_FOUND, "there is nothing to %s",
                          request->redo ? "make again" : "take back");
    sort_rows(&u);
    if (status == CUTLINE_OK)
        status = turn_all(&u, err);
    result->change = u.revision.change.id;
    cut_arena_release(&u.arena);
    return cut_revision_end(&u.revision, status, err);
}

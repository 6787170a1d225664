#include "catalog/identify_look.h"

#include "base/error.h"
#include "record/record.h"

#include <cutline/identify.h>

/* Photos compared in vain, once one was found. */
#define PATIENCE 6u

/* ---- sightings ----------------------------------------------------------------------------------
 */

static bool is_seen(const cut_question *q, int64_t photo)
{
    for (size_t i = 0; i < q->count; i++)
        if (q->seen[i].photo == photo)
            return true;
    return photo == q->same;
}

static bool is_better(const cut_seen *a, const cut_seen *b)
{
    if (a->good != b->good)
        return a->good;
    return a->good ? a->lie.marks > b->lie.marks : a->distance < b->distance;
}

static void add_sighting(cut_question *q, const cut_seen *one)
{
    size_t at = q->count;
    while (at > 0 && is_better(one, &q->seen[at - 1]))
        at--;
    if (at == CUT_MATCHES_MOST)
        return;
    size_t moved = (q->count < CUT_MATCHES_MOST ? q->count : CUT_MATCHES_MOST - 1) - at;
    memmove(&q->seen[at + 1], &q->seen[at], moved * sizeof q->seen[0]);
    q->seen[at] = *one;
    q->count += q->count < CUT_MATCHES_MOST;
}

/* Lays the picture on a photo, as a whole, or the parts that share words with it. */
static cutline_status lay(cut_question *q, cut_store *store, const cut_sharer *sharer,
                          cut_seen *one, cutline_error *err)
{
    cut_photo_marks photo;
    cutline_status status = cut_photo_marks_take(store, one->photo, &photo, err);
    if (status == CUTLINE_OK && sharer)
        status = cut_compare_parts(&q->compared, &photo, sharer, &one->lie, err);
    else if (status == CUTLINE_OK)
        status = cut_compare_whole(&q->compared, &photo, one->form, &one->lie, err);
    cut_photo_marks_release(&photo);
    one->good = status == CUTLINE_OK && cut_align_is_good(&one->lie);
    return status;
}

/* ---- by the whole picture -----------------------------------------------------------------------
 */

static cutline_status take_matches(cut_question *q, cut_store *store, const cut_matches *matches,
                                   cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < matches->n && status == CUTLINE_OK; i++) {
        const cut_match *m = &matches->v[i];
        cut_seen one = {m->photo, m->distance, m->form, m->quality, {0}, false};
        if (one.photo == q->same)
            continue;
        if (one.distance <= CUTLINE_IDENTIFY_DISTANCE)
            status = lay(q, store, NULL, &one, err);
        add_sighting(q, &one);
    }
    return status;
}

static cutline_status look_by_hash(cut_store *store, cut_question **list, size_t n,
                                   unsigned distance, cutline_error *err)
{
    const cut_pdq *forms[CUT_QUESTIONS_MOST] = {NULL};
    cut_matches matches[CUT_QUESTIONS_MOST];
    for (size_t i = 0; i < n; i++)
        forms[i] = list[i]->record->picture->forms;
    cutline_status status = cut_store_alike(store, forms, n, distance, matches, err);
    for (size_t i = 0; i < n && status == CUTLINE_OK; i++)
        status = take_matches(list[i], store, &matches[i], err);
    return status;
}

/* ---- by its parts -------------------------------------------------------------------------------
 */

static cutline_status compare_sharer(cut_question *q, cut_store *store, const cut_sharer *sharer,
                                     bool *good, cutline_error *err)
{
    cut_seen one = {.photo = sharer->photo, .form = sharer->form};
    cut_look_hash hash;
    cutline_status status = lay(q, store, sharer, &one, err);
    *good = one.good;
    if (!*good)
        return status;
    status = cut_store_look(store, one.photo, &hash, err);
    one.quality = hash.quality;
    one.distance = cut_pdq_distance(hash.pdq, q->record->picture->forms[one.form].hash);
    add_sighting(q, &one);
    return status;
}

static cutline_status take_sharers(cut_question *q, cut_store *store, const cut_sharers *sharers,
                                   cutline_error *err)
{
    bool found = false;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0, in_vain = 0; status == CUTLINE_OK && i < sharers->n && in_vain < PATIENCE;
         i++) {
        bool good = false;
        if (is_seen(q, sharers->v[i].photo))
            continue;
        status = compare_sharer(q, store, &sharers->v[i], &good, err);
        found |= good;
        in_vain = found && !good ? in_vain + 1 : 0;
    }
    return status;
}

static cutline_status look_by_words(cut_store *store, cut_question **list, size_t n,
                                    cutline_error *err)
{
    cut_asked asked[CUT_QUESTIONS_MOST];
    const cut_asked *pointers[CUT_QUESTIONS_MOST] = {NULL};
    cut_sharers sharers[CUT_QUESTIONS_MOST];
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < n && status == CUTLINE_OK; i++) {
        pointers[i] = &asked[i];
        status = cut_compared_widen(&list[i]->compared, &asked[i], err);
    }
    if (status == CUTLINE_OK)
        status = cut_store_sharing(store, pointers, n, sharers, err);
    for (size_t i = 0; i < n && status == CUTLINE_OK; i++)
        status = take_sharers(list[i], store, &sharers[i], err);
    return status;
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

/* The photo of the same image data comes first, whatever its looks. */
static cutline_status look_by_data(cut_store *store, cut_question *q, cutline_error *err)
{
    return q->record->has_hash
               ? cut_store_photo_by_hash(store, q->record->image_hash, &q->same, err)
               : CUTLINE_OK;
}

/* The whole picture is looked for before its parts, which takes longer. */
cutline_status cut_questions_look(cut_store *store, cut_question *questions, size_t count,
                                  unsigned distance, cutline_error *err)
{
    cut_question *list[CUT_QUESTIONS_MOST];
    cutline_status status = CUTLINE_OK;
    size_t n = 0, left = 0;
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++) {
        status = look_by_data(store, &questions[i], err);
        if (questions[i].by_looks)
            list[n++] = &questions[i];
    }
    if (status == CUTLINE_OK && n > 0)
        status = look_by_hash(store, list, n, distance, err);
    for (size_t i = 0; i < n; i++)
        if (!list[i]->same && (list[i]->count == 0 || !list[i]->seen[0].good))
            list[left++] = list[i];
    return status == CUTLINE_OK && left > 0 ? look_by_words(store, list, left, err) : status;
}

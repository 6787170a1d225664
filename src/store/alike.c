/* Photos that look like a picture. Every likeness is looked at: 32 bytes and 8 comparisons a photo.
 */
#include "base/error.h"
#include "store/inner.h"
#include "store/lookup.h"

/* A picture and the photos found for it so far. */
typedef struct search {
    const cut_pdq *forms; /* CUT_PICTURE_FORMS of it */
    unsigned farthest;    /* distance that is still wanted */
    cut_matches *found;
} search;

/* Photos come by number, so that one equally near goes behind those that are there. */
static void keep(cut_matches *found, const cut_match *match)
{
    size_t at = found->n;
    while (at > 0 && found->v[at - 1].distance > match->distance)
        at--;
    if (at == CUT_MATCHES_MOST)
        return;
    size_t moved = (found->n < CUT_MATCHES_MOST ? found->n : CUT_MATCHES_MOST - 1) - at;
    memmove(&found->v[at + 1], &found->v[at], moved * sizeof found->v[0]);
    found->v[at] = *match;
    found->n += found->n < CUT_MATCHES_MOST;
}

static void compare(const cut_likeness *likeness, void *context)
{
    search *s = context;
    if (likeness->quality == 0)
        return;
    cut_match best = {likeness->photo, s->farthest + 1, 0, likeness->quality};
    for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++) {
        unsigned distance = cut_pdq_distance(s->forms[form].hash, likeness->pdq);
        if (distance < best.distance) {
            best.distance = distance;
            best.form = form;
        }
    }
    if (best.distance <= s->farthest)
        keep(s->found, &best);
}

cutline_status cut_store_alike(cut_store *store, const cut_pdq forms[CUT_PICTURE_FORMS],
                               unsigned distance, cut_matches *out, cutline_error *err)
{
    search s = {.forms = forms, .farthest = distance, .found = out};
    out->n = 0;
    if (forms[0].quality == 0)
        return CUTLINE_OK;
    return cut_db_likenesses(store->db, compare, &s, err);
}

cutline_status cut_store_photo_by_hash(cut_store *store, const uint8_t *hash, int64_t *photo,
                                       cutline_error *err)
{
    return cut_db_photo_by_hash(store->db, hash, photo, err);
}

cutline_status cut_store_thumbnail(cut_store *store, cut_arena *arena, int64_t photo,
                                   cut_thumbnail *out, cutline_error *err)
{
    cutline_status status = cut_db_thumbnail(store->db, arena, photo, out, err);
    if (status == CUTLINE_OK && out->jpeg.n == 0)
        status = cut_fail(err, CUTLINE_NOT_FOUND, "no thumbnail is kept of it");
    return status;
}

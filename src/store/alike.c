/* Photos that look like a whole picture: all photos are looked at, 33 bytes each. Also what is kept
 * of a photo's looks. Photos that show parts of a picture are found by sharing.c. */
#include "base/error.h"
#include "base/limits.h"
#include "image/decode.h"
#include "store/inner.h"
#include "store/lookup.h"

/* ---- the whole picture --------------------------------------------------------------------------
 */

/* A picture and the photos found for it so far. */
typedef struct search {
    const cut_pdq *forms; /* CUT_PICTURE_FORMS of it */
    cut_pdq_asked asked;  /* the same */
    cut_matches *found;
} search;

/* Pictures that are looked up together. */
typedef struct searches {
    search *v;
    size_t n;
    unsigned farthest; /* distance that is still wanted */
} searches;

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

static void compare(search *s, int64_t photo, const cut_look_hash *hash, unsigned farthest)
{
    cut_match match = {.photo = photo, .quality = hash->quality, .distance = farthest + 1};
    for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++) {
        unsigned distance = cut_pdq_distance(s->forms[form].hash, hash->pdq);
        if (distance >= match.distance)
            continue;
        match.distance = distance;
        match.form = form;
    }
    if (match.distance <= farthest)
        keep(s->found, &match);
}

static void search_block(search *s, unsigned farthest, int64_t first, const cut_look_hash *hash,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        i += cut_pdq_find(&s->asked, hash[i].pdq, sizeof *hash, count - i, farthest + 1);
        if (i < count && hash[i].quality > 0)
            compare(s, first + (int64_t)i, &hash[i], farthest);
    }
}

static void compare_block(int64_t first, const void *rows, size_t count, void *context)
{
    searches *all = context;
    for (size_t k = 0; k < all->n; k++)
        search_block(&all->v[k], all->farthest, first, rows, count);
}

cutline_status cut_store_alike(cut_store *store, const cut_pdq *const *forms, size_t count,
                               unsigned distance, cut_matches *out, cutline_error *err)
{
    cut_arena arena;
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    searches all = {.v = CUT_NEW_ARRAY(&arena, search, count), .farthest = distance};
    cutline_status status = all.v ? CUTLINE_OK : cut_no_memory(err);
    for (size_t k = 0; k < count && all.v; k++) {
        out[k].n = 0;
        if (forms[k][0].quality == 0)
            continue;
        search *s = &all.v[all.n++];
        *s = (search){.forms = forms[k], .found = &out[k]};
        cut_pdq_ask(forms[k], &s->asked);
    }
    if (status == CUTLINE_OK && all.n > 0)
        status = cut_db_looks(store->db, CUT_LOOK_HASH, 0, INT64_MAX, compare_block, &all, err);
    cut_arena_release(&arena);
    return status;
}

/* ---- keeping ------------------------------------------------------------------------------------
 */

/* Words of a photo that was imported before words were kept: its thumbnail shows enough. */
static cutline_status words_of_thumbnail(cut_store *store, int64_t photo, cut_words *out,
                                         cutline_error *err)
{
    cut_thumbnail thumbnail;
    cut_source source;
    cut_decoded decoded;
    cutline_status status = cut_db_thumbnail(store->db, &store->arena, photo, &thumbnail, err);
    if (status != CUTLINE_OK || thumbnail.jpeg.n == 0)
        return status;
    cut_source_from_memory(&source, "thumbnail", thumbnail.jpeg, &store->arena);
    status = cut_decode_jpeg(&source, 0, thumbnail.jpeg.n, &decoded, err);
    if (status != CUTLINE_OK || !decoded.usable)
        return status;
    return cut_words_take(&store->arena, &decoded.pixels, out) ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_look_refresh(cut_store *store, int64_t photo, cutline_error *err)
{
    cut_likeness likeness;
    cutline_status status = cut_db_likeness(store->db, photo, &likeness, err);
    if (status != CUTLINE_OK || !likeness.known)
        return status;
    if (!likeness.has_words)
        status = words_of_thumbnail(store, photo, &likeness.words, err);
    if (status != CUTLINE_OK)
        return status;
    return cut_db_look_put(store->db, photo, &likeness.hash, &likeness.words, err);
}

cutline_status cut_store_look(cut_store *store, int64_t photo, cut_look_hash *out,
                              cutline_error *err)
{
    cut_likeness likeness;
    cutline_status status = cut_db_likeness(store->db, photo, &likeness, err);
    *out = likeness.hash;
    return status;
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

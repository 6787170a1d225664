/* Photos that look like a picture. All photos are looked at: 33 bytes each for the whole picture,
 * 81 for its parts. */
#include "base/error.h"
#include "image/decode.h"
#include "store/inner.h"
#include "store/lookup.h"

/* ---- the whole picture --------------------------------------------------------------------------
 */

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

static void compare(search *s, int64_t photo, const cut_look_hash *hash)
{
    cut_match match = {.photo = photo, .quality = hash->quality};
    match.distance =
        cut_pdq_nearest(s->forms, CUT_PICTURE_FORMS, hash->pdq, s->farthest + 1, &match.form);
    if (match.distance <= s->farthest)
        keep(s->found, &match);
}

static void compare_block(int64_t first, const void *rows, size_t count, void *context)
{
    const cut_look_hash *hash = rows;
    for (size_t i = 0; i < count; i++)
        if (hash[i].quality > 0)
            compare(context, first + (int64_t)i, &hash[i]);
}

cutline_status cut_store_alike(cut_store *store, const cut_pdq forms[CUT_PICTURE_FORMS],
                               unsigned distance, cut_matches *out, cutline_error *err)
{
    search s = {.forms = forms, .farthest = distance, .found = out};
    out->n = 0;
    if (forms[0].quality == 0)
        return CUTLINE_OK;
    return cut_db_looks(store->db, CUT_LOOK_HASH, compare_block, &s, err);
}

/* ---- its parts ----------------------------------------------------------------------------------
 */

/* Words that are looked for, and the photos found so far. */
typedef struct sharing {
    const cut_word_set *set;
    unsigned fewest; /* words that are still wanted */
    cut_sharers *found;
} sharing;

static void keep_sharer(sharing *s, int64_t photo, unsigned words)
{
    cut_sharers *found = s->found;
    size_t at = found->n;
    while (at > 0 && found->v[at - 1].words < words)
        at--;
    if (at == CUT_SHARERS_MOST)
        return;
    size_t moved = (found->n < CUT_SHARERS_MOST ? found->n : CUT_SHARERS_MOST - 1) - at;
    memmove(&found->v[at + 1], &found->v[at], moved * sizeof found->v[0]);
    found->v[at] = (cut_sharer){photo, words};
    found->n += found->n < CUT_SHARERS_MOST;
    if (found->n == CUT_SHARERS_MOST && found->v[found->n - 1].words >= s->fewest)
        s->fewest = found->v[found->n - 1].words + 1;
}

static void count_block(int64_t first, const void *rows, size_t count, void *context)
{
    sharing *s = context;
    const cut_words *words = rows;
    for (size_t i = 0; i < count; i++) {
        unsigned shared = words[i].count < s->fewest ? 0 : cut_word_set_count(s->set, &words[i]);
        if (shared >= s->fewest)
            keep_sharer(s, first + (int64_t)i, shared);
    }
}

cutline_status cut_store_sharing(cut_store *store, const cut_word_set *words, unsigned fewest,
                                 cut_sharers *out, cutline_error *err)
{
    sharing s = {.set = words, .fewest = fewest, .found = out};
    out->n = 0;
    return cut_db_looks(store->db, CUT_LOOK_WORDS, count_block, &s, err);
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

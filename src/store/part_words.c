/* Words of parts, taken from thumbnails. */
#include "base/error.h"
#include "base/limits.h"
#include "image/decode.h"
#include "store/inner.h"
#include "store/pairs.h"

#include <stdlib.h>

/* Photos in one transaction: it ends within a second. */
#define BATCH 500u

/* The first bytes of all hashes, by number of the photo. */
typedef struct looks {
    uint64_t *v; /* 0: no look, or its words are taken */
    int64_t size;
    uint64_t missing; /* those that are not 0 */
    bool no_memory;
} looks;

static bool make_room(looks *l, int64_t size)
{
    int64_t wanted = l->size ? l->size : 1024;
    while (wanted < size)
        wanted *= 2;
    uint64_t *v = realloc(l->v, (size_t)wanted * sizeof *v);
    if (!v)
        return false;
    memset(v + l->size, 0, (size_t)(wanted - l->size) * sizeof *v);
    l->v = v;
    l->size = wanted;
    return true;
}

static void note_hashes(int64_t first, const void *rows, size_t count, void *context)
{
    looks *l = context;
    const cut_look_hash *hash = rows;
    int64_t end = first + (int64_t)count;
    l->no_memory = l->no_memory || (end > l->size && !make_room(l, end));
    for (size_t i = 0; i < count && !l->no_memory; i++) {
        if (hash[i].quality == 0)
            continue;
        memcpy(&l->v[first + (int64_t)i], hash[i].pdq, sizeof *l->v);
        l->missing += l->v[first + (int64_t)i] != 0;
    }
}

static void note_taken(int64_t first, const void *rows, size_t count, void *context)
{
    looks *l = context;
    const cut_part_words *words = rows;
    for (size_t i = 0; i < count && first + (int64_t)i < l->size; i++) {
        uint64_t *look = &l->v[first + (int64_t)i];
        if (*look == 0 || memcmp(look, words[i].of, sizeof words[i].of) != 0)
            continue;
        *look = 0;
        l->missing--;
    }
}

/* Photos without a thumbnail, or with a damaged one, have none: that is known, too. */
static cutline_status take_one(cut_store *store, int64_t photo, uint64_t look, cutline_error *err)
{
    cut_thumbnail thumbnail;
    cut_part_words words = {.counts = {0}};
    cut_source source;
    cut_decoded decoded = {0};
    cut_arena_reset(&store->arena);
    cutline_status status = cut_db_thumbnail(store->db, &store->arena, photo, &thumbnail, err);
    if (status == CUTLINE_OK && thumbnail.jpeg.n > 0) {
        cut_source_from_memory(&source, "thumbnail", thumbnail.jpeg, &store->arena);
        status = cut_decode_jpeg(&source, 0, thumbnail.jpeg.n, &decoded, err);
    }
    if (status == CUTLINE_OK && decoded.usable &&
        !cut_part_words_take(&store->arena, &store->arena, &decoded.pixels, &words))
        return cut_no_memory(err);
    memcpy(words.of, &look, sizeof words.of);
    return status == CUTLINE_OK ? cut_db_part_words_put(store->db, photo, &words, err) : status;
}

/* Some photos, from *photo down; *photo is moved on. */
static cutline_status take_batch(cut_store *store, looks *l, int64_t *photo, uint64_t most,
                                 cutline_error *err)
{
    cutline_status status = cut_db_begin(store->db, err);
    if (status != CUTLINE_OK)
        return status;
    for (uint64_t n = 0; *photo > 0 && n < most && status == CUTLINE_OK; --*photo) {
        uint64_t look = l->v[*photo];
        if (look == 0)
            continue;
        status = take_one(store, *photo, look, err);
        l->missing--;
        n++;
    }
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}

static cutline_status take_all(cut_store *store, looks *l, uint64_t most,
                               cut_pairs_progress on_progress, void *context, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    uint64_t total = l->missing < most ? l->missing : most, done = 0;
    for (int64_t photo = l->size - 1; status == CUTLINE_OK && done < total;) {
        uint64_t batch = total - done < BATCH ? total - done : BATCH;
        status = take_batch(store, l, &photo, batch, err);
        done += batch;
        if (status == CUTLINE_OK && on_progress && on_progress(done, total, context))
            return cut_fail(err, CUTLINE_CANCELLED, "stopped");
    }
    return status;
}

cutline_status cut_store_take_parts(cut_store *store, uint64_t most, uint64_t *left,
                                    cut_pairs_progress on_progress, void *context,
                                    cutline_error *err)
{
    looks l = {.v = NULL};
    cutline_status status =
        cut_db_looks(store->db, CUT_LOOK_HASH, 0, INT64_MAX, note_hashes, &l, err);
    if (status == CUTLINE_OK && l.no_memory)
        status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = cut_db_looks(store->db, CUT_LOOK_PART_WORDS, 0, INT64_MAX, note_taken, &l, err);
    if (status == CUTLINE_OK)
        status = take_all(store, &l, most, on_progress, context, err);
    *left = l.missing;
    free(l.v);
    return status;
}

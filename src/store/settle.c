#include "store/settle.h"

#include "base/error.h"
#include "base/limits.h"
#include "image/near.h"
#include "store/inner.h"

#include <stdlib.h>

/* Photos looked up at once: 27 MiB for their hashes. */
#define ROUND 131072u
/* Pairs kept of one photo: beyond these it is in one only so that the other photo is in some. */
#define PAIRS_OF_ONE 8u
/* Photos asked for in one call. */
#define ASKED_AT_ONCE 1024u

typedef struct settling {
    cut_store *store;
    const volatile int *cancel;
    cut_arena arena;
    cut_numbers touched; /* those noted, by number */
    cut_bits pending;    /* the same */
    cut_bits paired;     /* photos that are in a pair */
    cut_near near;       /* those of a round */
    uint8_t *counts;     /* pairs of each of them */
    cut_near_hash asked[ASKED_AT_ONCE];
    size_t first[ASKED_AT_ONCE];
    size_t asked_count;
    size_t at;        /* in touched: the next one of the round's that is met */
    cut_alikes pairs; /* found in the round */
    cut_arena found;  /* holds them */
    bool no_memory;
} settling;

/* ---- what is there ------------------------------------------------------------------------------
 */

static cutline_status note_paired(settling *s, cutline_error *err)
{
    cut_alikes kept = {0};
    cut_arena arena;
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_db_alikes(s->store->db, &arena, &kept, err);
    for (size_t i = 0; i < kept.n; i++) {
        /* Pairs of those noted are looked for anew. */
        if (cut_bits_has(&s->pending, kept.v[i].photo) && kept.v[i].distance <= CUT_NEAR_DISTANCE)
            continue;
        cut_bits_add(&s->paired, kept.v[i].photo);
        cut_bits_add(&s->paired, kept.v[i].like);
    }
    cut_arena_release(&arena);
    return status;
}

static cutline_status begin(settling *s, cut_store *store, const volatile int *cancel,
                            cutline_error *err)
{
    int64_t last = 0;
    *s = (settling){.store = store, .cancel = cancel};
    cut_arena_init(&s->arena, CUT_MAX_STORE_ARENA);
    cut_arena_init(&s->found, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_db_alike_touched(store->db, &s->arena, &s->touched, err);
    if (status == CUTLINE_OK && s->touched.n > 0)
        status = cut_db_last_photo(store->db, &last, err);
    if (status != CUTLINE_OK || s->touched.n == 0)
        return status;
    size_t room = s->touched.n < ROUND ? s->touched.n : ROUND;
    s->counts = CUT_NEW_ARRAY(&s->arena, uint8_t, room);
    if (!s->counts || !cut_bits_init(&s->arena, last, &s->pending) ||
        !cut_bits_init(&s->arena, last, &s->paired) || !cut_near_init(&s->near, room))
        return cut_no_memory(err);
    for (size_t i = 0; i < s->touched.n; i++)
        cut_bits_add(&s->pending, s->touched.v[i]);
    return note_paired(s, err);
}

static void end(settling *s)
{
    cut_near_release(&s->near);
    cut_arena_release(&s->found);
    cut_arena_release(&s->arena);
}

/* ---- a round ------------------------------------------------------------------------------------
 */

static bool is_cancelled(const settling *s)
{
    return s->cancel && *s->cancel;
}

/* Takes the hashes of those of the round: both come by number. */
static void take(int64_t first, const void *rows, size_t count, void *context)
{
    settling *s = context;
    const cut_look_hash *hash = rows;
    int64_t behind = first + (int64_t)count;
    for (; s->at < s->touched.n && s->touched.v[s->at] < behind && s->near.n < s->near.room;
         s->at++) {
        int64_t photo = s->touched.v[s->at];
        if (photo < first || hash[photo - first].quality == 0)
            continue;
        const cut_look_hash *row = &hash[photo - first];
        cut_near_hash one = cut_near_hash_of(photo, row->quality, row->pdq);
        cut_near_add(&s->near, &one);
    }
}

static void on_near(const cut_near_hash *asked, size_t place, unsigned distance, void *context)
{
    settling *s = context;
    int64_t photo = s->near.hashes[place].number, like = asked->number;
    if (s->counts[place] == PAIRS_OF_ONE && cut_bits_has(&s->paired, photo) &&
        cut_bits_has(&s->paired, like))
        return;
    s->counts[place] = (uint8_t)(s->counts[place] + (s->counts[place] < PAIRS_OF_ONE));
    cut_bits_add(&s->paired, photo);
    cut_bits_add(&s->paired, like);
    if (!CUT_PUSH(&s->found, &s->pairs, ((cut_alike){photo, like, distance})))
        s->no_memory = true;
}

static void ask(settling *s)
{
    cut_near_look(&s->near, s->asked, s->first, s->asked_count, on_near, s);
    s->asked_count = 0;
}

/* Asks for every photo; of two that are noted, the lower one asks for the higher one. */
static void ask_block(int64_t first, const void *rows, size_t count, void *context)
{
    settling *s = context;
    const cut_look_hash *hash = rows;
    for (size_t i = 0; i < count && !s->no_memory && !is_cancelled(s); i++) {
        int64_t photo = first + (int64_t)i;
        if (hash[i].quality == 0)
            continue;
        s->asked[s->asked_count] = cut_near_hash_of(photo, hash[i].quality, hash[i].pdq);
        s->first[s->asked_count++] =
            cut_bits_has(&s->pending, photo) ? cut_near_place(&s->near, photo + 1) : 0;
        if (s->asked_count == ASKED_AT_ONCE)
            ask(s);
    }
}

/* The next of those noted; *last is the number of the last one of them. */
static cutline_status find_round(settling *s, int64_t *last, cutline_error *err)
{
    s->near.n = s->asked_count = s->pairs.n = 0;
    s->pairs.cap = 0;
    cut_arena_reset(&s->found);
    memset(s->counts, 0, s->touched.n < ROUND ? s->touched.n : ROUND);
    cutline_status status = cut_db_looks(s->store->db, CUT_LOOK_HASH, 0, INT64_MAX, take, s, err);
    /* Those behind the last block have no look. */
    if (status == CUTLINE_OK && s->near.n < s->near.room)
        s->at = s->touched.n;
    *last = s->touched.v[s->at - 1];
    if (status != CUTLINE_OK || s->near.n == 0)
        return status;
    cut_near_sort(&s->near);
    status = cut_db_looks(s->store->db, CUT_LOOK_HASH, 0, INT64_MAX, ask_block, s, err);
    ask(s);
    if (status == CUTLINE_OK && is_cancelled(s))
        return cut_fail(err, CUTLINE_CANCELLED, "stopped");
    return status == CUTLINE_OK && s->no_memory ? cut_no_memory(err) : status;
}

static cutline_status keep_round(settling *s, int64_t last, cutline_error *err)
{
    cutline_status status = cut_db_alike_settle(s->store->db, last, err);
    for (size_t i = 0; i < s->pairs.n && status == CUTLINE_OK; i++)
        status = cut_db_alike_put(s->store->db, &s->pairs.v[i], err);
    return status;
}

/* ---- the calls ----------------------------------------------------------------------------------
 */

static cutline_status settle(cut_store *store, const volatile int *cancel, cutline_error *err)
{
    int64_t last;
    settling *s = malloc(sizeof *s);
    if (!s)
        return cut_no_memory(err);
    cutline_status status = begin(s, store, cancel, err);
    while (status == CUTLINE_OK && s->at < s->touched.n) {
        status = find_round(s, &last, err);
        if (status == CUTLINE_OK)
            status = keep_round(s, last, err);
    }
    end(s);
    free(s);
    return status;
}

cutline_status cut_settle_all(cut_store *store, cutline_error *err)
{
    return settle(store, NULL, err);
}

cutline_status cut_store_settle_many(cut_store *store, const volatile int *cancel,
                                     cutline_error *err)
{
    int64_t count = 0, last = 0;
    cutline_status status = cut_db_alike_count_touched(store->db, &count, err);
    if (status == CUTLINE_OK)
        status = cut_db_last_photo(store->db, &last, err);
    return status == CUTLINE_OK && count >= last / CUT_SETTLE_SHARE
               ? cut_store_settle(store, cancel, err)
               : status;
}

cutline_status cut_store_settle(cut_store *store, const volatile int *cancel, cutline_error *err)
{
    int64_t count;
    cutline_status status = cut_db_alike_count_touched(store->db, &count, err);
    if (status != CUTLINE_OK || count == 0)
        return status;
    status = cut_db_begin(store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = settle(store, cancel, err);
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}

cutline_status cut_settle_pending(cut_store *store, cut_arena *arena, cut_bits *found,
                                  cutline_error *err)
{
    int64_t last;
    *found = (cut_bits){NULL, 0};
    settling *s = malloc(sizeof *s);
    if (!s)
        return cut_no_memory(err);
    cutline_status status = begin(s, store, NULL, err);
    while (status == CUTLINE_OK && s->at < s->touched.n)
        status = find_round(s, &last, err);
    if (status == CUTLINE_OK && s->touched.n > 0) {
        if (cut_bits_init(arena, s->paired.size - 1, found))
            memcpy(found->v, s->paired.v, (size_t)(s->paired.size - 1) / 8 + 1);
        else
            status = cut_no_memory(err);
    }
    end(s);
    free(s);
    return status;
}

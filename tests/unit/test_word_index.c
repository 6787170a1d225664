/* Words of marks: whatever way a picture is laid, in blocks, and the index that finds photos by
 * them.
 */
#include "alter.h"
#include "desk.h"

#include "image/asked.h"
#include "image/marks_table.h"
#include "store/inner.h"
#include "store/lookup.h"

#define PHOTOS 1000u
#define BASE 64
/* Few words, so that photos have some in common. */
#define VOCABULARY 300u

static desk d;
static cut_arena arena;
static uint32_t seed;

static uint32_t chance(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)(seed >> 4) * below) >> 28);
}

static int set_up(void **state)
{
    (void)state;
    seed = 1;
    cut_arena_init(&arena, 256u << 20);
    desk_open(&d);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    desk_close(&d);
    cut_arena_release(&arena);
    return 0;
}

/* ---- forms --------------------------------------------------------------------------------------
 */

static void forms_are_a_group(void **state)
{
    (void)state;
    for (unsigned a = 0; a < CUT_PICTURE_FORMS; a++) {
        assert_int_equal(cut_form_then(a, cut_form_back(a)), 0);
        assert_int_equal(cut_form_then(cut_form_back(a), a), 0);
        assert_int_equal(cut_form_of(cut_form_swaps(a), cut_form_mirrors(a), cut_form_flips(a)), a);
        for (unsigned b = 0; b < CUT_PICTURE_FORMS; b++)
            for (unsigned c = 0; c < CUT_PICTURE_FORMS; c++)
                assert_int_equal(cut_form_then(cut_form_then(a, b), c),
                                 cut_form_then(a, cut_form_then(b, c)));
    }
}

/* A small picture whose pixels are all different, laid one way and then another one. */
static void forms_are_what_is_done_to_pictures(void **state)
{
    (void)state;
    cut_pixels in;
    assert_true(cut_pixels_new(&arena, 3, 2, 1, &in));
    for (uint8_t i = 0; i < 6; i++)
        in.p[i] = i;
    for (unsigned a = 0; a < CUT_PICTURE_FORMS; a++)
        for (unsigned b = 0; b < CUT_PICTURE_FORMS; b++) {
            cut_pixels first, second, whole;
            assert_true(cut_pixels_orient(&arena, &in, a + 1, &first));
            assert_true(cut_pixels_orient(&arena, &first, b + 1, &second));
            assert_true(cut_pixels_orient(&arena, &in, cut_form_then(a, b) + 1, &whole));
            assert_int_equal(whole.width, second.width);
            assert_memory_equal(whole.p, second.p, 6);
        }
}

static void tables_of_waves_agree(void **state)
{
    (void)state;
    for (unsigned i = 0; i < CUT_MARK_BITS; i++) {
        const uint8_t *wave = cut_mark_waves[i];
        assert_int_equal(cut_mark_odd_across >> i & 1, wave[0] % 2);
        assert_int_equal(cut_mark_odd_down >> i & 1, wave[1] % 2);
        if (cut_mark_swapped >> i & 1) {
            assert_int_equal(cut_mark_waves[i + 1][0], wave[1]);
            assert_int_equal(cut_mark_waves[i + 1][1], wave[0]);
        } else if (i == 0 || !(cut_mark_swapped >> (i - 1) & 1))
            assert_int_equal(wave[0], wave[1]);
    }
}

/* Marks of the laid picture are the laid marks of the picture, but for some on the brink. */
static void marks_follow_the_picture(void **state)
{
    (void)state;
    cut_pixels scene;
    cut_arena scratch;
    cut_probe whole;
    cut_arena_init(&scratch, 64u << 20);
    assert_true(draw_scene(&arena, 384, 256, 7, &scene));
    assert_true(cut_probe_take(&arena, &scratch, &scene, true, &whole));
    for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++) {
        cut_pixels turned;
        cut_probe laid, taken;
        unsigned same = 0;
        assert_true(cut_probe_lay(&arena, &whole, form, &laid));
        assert_true(cut_pixels_orient(&arena, &scene, form + 1, &turned));
        assert_true(cut_probe_take(&arena, &scratch, &turned, true, &taken));
        const cut_marks *a = &laid.at[laid.usual], *b = &taken.at[taken.usual];
        for (size_t i = 0; i < a->n; i++)
            for (size_t k = 0; k < b->n; k++)
                same += a->v[i].x == b->v[k].x && a->v[i].y == b->v[k].y &&
                        __builtin_popcountll(a->v[i].bits ^ b->v[k].bits) <= 1;
        assert_int_equal(a->plane.width, b->plane.width);
        assert_true(a->n > 50 && same * 10 >= a->n * 9);
    }
    cut_arena_release(&scratch);
}

static void words_of_all_forms_are_of_one_kind(void **state)
{
    (void)state;
    const cut_plane plane = {200, 100, NULL};
    for (unsigned i = 0; i < 1000; i++) {
        cut_mark mark = {.x = 1, .y = 2, .bits = chance(1u << CUT_WORD_BITS)};
        cut_word_kind kind = cut_word_kind_of(cut_mark_word(&mark));
        assert_int_equal(cut_word_of_kind(kind), cut_mark_word(&mark));
        for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++) {
            cut_mark laid = cut_mark_lay(&mark, &plane, form);
            cut_word_kind other = cut_word_kind_of(cut_mark_word(&laid));
            cut_asked_word asked = {.form = (uint8_t)kind.form};
            cut_mark back = cut_mark_lay(&mark, &plane, cut_asked_form(&asked, other.form));
            assert_int_equal(other.kind, kind.kind);
            assert_int_equal(cut_mark_word(&back), cut_mark_word(&laid));
        }
    }
}

static void counts_stay_within_their_bits(void **state)
{
    (void)state;
    cut_window_counts counts = 0;
    unsigned window;
    for (unsigned i = 0; i < 40; i++)
        counts = cut_windows_add(counts, i < 3 ? 0x111 : 0x010);
    assert_int_equal(counts, 0x3F3);
    assert_int_equal(cut_windows_best(counts, &window), 15);
    assert_int_equal(window, 1);
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

typedef struct block {
    uint32_t first;
    cut_view bytes;
} block;

typedef struct blocks {
    CUT_VEC(block) list;
} blocks;

static cutline_status take_block(uint32_t first, cut_view bytes, void *context, cutline_error *err)
{
    blocks *all = context;
    (void)err;
    uint8_t *copy = cut_arena_alloc(&arena, bytes.n, 1);
    memcpy(copy, bytes.p, bytes.n);
    assert_true(CUT_PUSH(&arena, &all->list, ((block){first, {copy, bytes.n}})));
    return CUTLINE_OK;
}

/* Photos of kind number k: near ones and far ones. */
static uint32_t photo_of(uint32_t k, uint32_t i)
{
    return i * (k % 3 == 0 ? 1 : k % 3 == 1 ? 5000 : CUT_POSTINGS_STEP) + k % 7;
}

static uint32_t kind_of(uint32_t k)
{
    return k < 100 ? k : k * 700;
}

static void blocks_give_back_what_they_got(void **state)
{
    (void)state;
    blocks all = {0};
    cut_postings_maker maker;
    uint32_t k = 0, photo;
    unsigned form;
    assert_true(cut_postings_maker_init(&maker, &arena, take_block, &all));
    for (; k < 400; k++) {
        for (uint32_t i = 0; i < 1 + 4 * k; i++) {
            cut_postings_add(&maker, photo_of(k, i), i % 8);
            cut_postings_add(&maker, photo_of(k, i), i % 8); /* again: left out */
        }
        assert_int_equal(cut_postings_end_kind(&maker, kind_of(k), &d.err), CUTLINE_OK);
    }
    assert_int_equal(cut_postings_finish(&maker, &d.err), CUTLINE_OK);
    assert_true(all.list.n > 20);
    k = 0;
    for (size_t b = 0; b < all.list.n; b++) {
        cut_postings_block open = cut_postings_open(all.list.v[b].bytes, all.list.v[b].first);
        assert_true(open.bytes.n <= CUT_POSTINGS_BYTES);
        for (uint32_t at = 0; at < open.kinds; at++, k++) {
            cut_postings photos = cut_postings_of(&open, at);
            assert_int_equal(cut_postings_kind(&open, at), kind_of(k));
            for (uint32_t i = 0; i < 1 + 4 * k; i++) {
                assert_true(cut_postings_next(&photos, &photo, &form));
                assert_int_equal(photo, photo_of(k, i));
                assert_int_equal(form, i % 8);
            }
            assert_false(cut_postings_next(&photos, &photo, &form));
        }
    }
    assert_int_equal(k, 400);
}

static void what_most_photos_have_is_left_out(void **state)
{
    (void)state;
    blocks all = {0};
    cut_postings_maker maker;
    assert_true(cut_postings_maker_init(&maker, &arena, take_block, &all));
    for (uint32_t kind = 0; kind < 3; kind++) {
        for (uint32_t i = 0; i < CUT_POSTINGS_MOST + (kind == 1); i++)
            cut_postings_add(&maker, i, 0);
        assert_int_equal(cut_postings_end_kind(&maker, kind, &d.err), CUTLINE_OK);
    }
    assert_int_equal(cut_postings_finish(&maker, &d.err), CUTLINE_OK);
    assert_int_equal(all.list.n, 2);
    assert_int_equal(all.list.v[0].first, 0);
    assert_int_equal(all.list.v[1].first, 2);
}

static void damaged_blocks_do_no_harm(void **state)
{
    (void)state;
    for (unsigned round = 0; round < 2000; round++) {
        size_t n = chance(40);
        uint8_t *bytes = malloc(n + 1); /* on its own, so that the sanitizers see where it ends */
        uint32_t photo;
        unsigned form;
        assert_non_null(bytes);
        for (size_t i = 0; i < n; i++)
            bytes[i] = (uint8_t)chance(i < 2 ? 6 : 256);
        cut_postings_block open = cut_postings_open((cut_view){bytes, n}, 5);
        for (uint32_t i = 0; i < open.kinds; i++) {
            cut_postings photos = cut_postings_of(&open, i);
            (void)cut_postings_kind(&open, i);
            while (cut_postings_next(&photos, &photo, &form))
                assert_true(form < 8);
        }
        free(bytes);
    }
}

/* ---- the index ----------------------------------------------------------------------------------
 */

static void pack(cut_words *out, const uint32_t *words, unsigned count)
{
    memset(out, 0, sizeof *out);
    out->count = (uint8_t)count;
    for (unsigned i = 0; i < count; i++) {
        out->packed[2 * i] = (uint8_t)words[i];
        out->packed[2 * i + 1] = (uint8_t)(words[i] >> 8);
        out->packed[2 * CUT_WORDS_KEPT + i / 2] |= (uint8_t)(words[i] >> 16 << (i % 2 * 4));
    }
}

static uint32_t word_number(uint32_t i)
{
    return i * 48271u % (1u << CUT_WORD_BITS);
}

static void some_words(uint32_t out[CUT_WORDS_KEPT])
{
    for (unsigned i = 0; i < CUT_WORDS_KEPT; i++)
        out[i] = word_number(chance(VOCABULARY));
}

static void put_words(int64_t photo, const uint32_t *words, unsigned count)
{
    cut_look_hash hash = {.quality = 100};
    cut_words packed;
    pack(&packed, words, count);
    desk_check(&d, cut_db_look_put(d.catalog->store->db, photo, &hash, &packed, &d.err));
}

static void add_photos(void)
{
    desk_check(&d, cut_store_begin(d.catalog->store, &d.err));
    for (unsigned i = 1; i <= PHOTOS; i++) {
        uint32_t words[CUT_WORDS_KEPT];
        some_words(words);
        put_words(i, words, i % 50 == 0 ? 0 : CUT_WORDS_KEPT);
    }
    desk_check(&d, cut_store_commit(d.catalog->store, &d.err));
}

static int by_kind(const void *a, const void *b)
{
    const cut_asked_word *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->form - y->form;
}

/* Asks for these words, each in some windows, with the picture laid in a form. */
static void make_asked(const uint32_t *words, unsigned count, unsigned form, cut_asked *out)
{
    const cut_plane plane = {10, 10, NULL};
    out->v = CUT_NEW_ARRAY(&arena, cut_asked_word, count);
    out->n = 0;
    for (unsigned i = 0; i < count; i++) {
        cut_mark mark = {.bits = words[i]};
        mark = cut_mark_lay(&mark, &plane, form);
        cut_word_kind kind = cut_word_kind_of(cut_mark_word(&mark));
        bool again = false;
        for (size_t k = 0; k < out->n; k++)
            again |= out->v[k].kind == kind.kind && out->v[k].form == kind.form;
        if (!again)
            out->v[out->n++] = (cut_asked_word){
                .windows = i % 4 ? 0x1110 : 0x0011, .kind = kind.kind, .form = (uint8_t)kind.form};
    }
    qsort(out->v, out->n, sizeof *out->v, by_kind);
}

/* A dozen pictures, asked for three at a time. */
static void ask_all(cut_sharers out[12])
{
    uint32_t before = seed;
    seed = 99;
    for (unsigned group = 0; group < 4; group++) {
        cut_asked asked[3];
        const cut_asked *list[3];
        for (unsigned i = 0; i < 3; i++) {
            uint32_t words[CUT_WORDS_KEPT];
            some_words(words);
            make_asked(words, CUT_WORDS_KEPT, (group * 3 + i) % CUT_PICTURE_FORMS, &asked[i]);
            list[i] = &asked[i];
        }
        desk_check(&d, cut_store_sharing(d.catalog->store, list, 3, &out[3 * group], &d.err));
    }
    seed = before;
}

static void assert_same(const cut_sharers *a, const cut_sharers *b)
{
    assert_int_equal(a->n, b->n);
    for (size_t i = 0; i < a->n; i++) {
        assert_int_equal(a->v[i].photo, b->v[i].photo);
        assert_int_equal(a->v[i].words, b->v[i].words);
        assert_int_equal(a->v[i].form, b->v[i].form);
        assert_int_equal(a->v[i].scale, b->v[i].scale);
    }
}

static void grow(void)
{
    cut_store *store = d.catalog->store;
    bool done = false;
    desk_check(&d, cut_store_begin(store, &d.err));
    while (!done)
        desk_check(&d, cut_look_index_grow(store, BASE, &done, &d.err));
    desk_check(&d, cut_store_commit(store, &d.err));
}

static void assert_parts(const int64_t *photos)
{
    cut_look_parts parts = {0};
    int64_t first = 0;
    desk_check(&d, cut_db_look_parts(d.catalog->store->db, &arena, &parts, &d.err));
    for (size_t i = 0; i < parts.n; i++) {
        assert_int_equal(parts.v[i].first, first);
        assert_int_equal(parts.v[i].photos, photos[i]);
        first += photos[i];
    }
    assert_int_equal(photos[parts.n], 0);
}

static void the_index_says_what_the_photos_say(void **state)
{
    (void)state;
    cut_sharers by_photo[12], by_index[12];
    size_t found = 0;
    add_photos();
    assert_parts((const int64_t[]){0});
    ask_all(by_photo);
    grow();
    assert_parts((const int64_t[]){512, 256, 128, 64, 0});
    ask_all(by_index);
    for (unsigned i = 0; i < 12; i++) {
        assert_same(&by_photo[i], &by_index[i]);
        found += by_photo[i].n;
    }
    assert_true(found > 50);
}

/* Which photo has words that no other one has. */
static int64_t who_has(const uint32_t *words, unsigned count)
{
    cut_asked asked;
    cut_sharers out;
    make_asked(words, count, 0, &asked);
    desk_check(&d,
               cut_store_sharing(d.catalog->store, &(const cut_asked *){&asked}, 1, &out, &d.err));
    return out.n == 1 ? out.v[0].photo : -(int64_t)out.n;
}

static size_t changed(void)
{
    cut_numbers list = {0};
    desk_check(&d, cut_db_look_changed(d.catalog->store->db, &arena, &list, &d.err));
    return list.n;
}

static void photos_that_change_are_found(void **state)
{
    (void)state;
    static const uint32_t words[] = {0x10101, 0x20202, 0x30303, 0x40404, 0x50505, 0x60606};
    cut_store *store = d.catalog->store;
    add_photos();
    grow();
    assert_int_equal(who_has(words, 6), 0);
    desk_check(&d, cut_store_begin(store, &d.err));
    put_words(3, words, 6);
    put_words(3, words, 6);
    desk_check(&d, cut_store_commit(store, &d.err));
    assert_int_equal(changed(), 1);
    assert_int_equal(who_has(words, 6), 3);
    /* One in 32 is too many: the part is made anew. */
    desk_check(&d, cut_store_begin(store, &d.err));
    for (uint32_t i = 10; i < 30; i++)
        put_words(i, (const uint32_t[]){word_number(i)}, 1);
    desk_check(&d, cut_store_commit(store, &d.err));
    grow();
    assert_int_equal(changed(), 0);
    assert_parts((const int64_t[]){512, 256, 128, 64, 0});
    assert_int_equal(who_has(words, 6), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(forms_are_a_group, set_up, tear_down),
        cmocka_unit_test_setup_teardown(forms_are_what_is_done_to_pictures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tables_of_waves_agree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(marks_follow_the_picture, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_of_all_forms_are_of_one_kind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(counts_stay_within_their_bits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(blocks_give_back_what_they_got, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_most_photos_have_is_left_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(damaged_blocks_do_no_harm, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_index_says_what_the_photos_say, set_up, tear_down),
        cmocka_unit_test_setup_teardown(photos_that_change_are_found, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

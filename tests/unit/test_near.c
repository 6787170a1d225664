/* Hashes near each other: what comparing each with each finds is found. */
#include "unit.h"

#include "image/near.h"

#include <stdlib.h>
#include <time.h>

#define HASHES 3000u
#define SERIES 1200u

/* Numbers without a pattern (Marsaglia 2003, xorshift). */
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void make(uint64_t *state, uint8_t out[CUT_PDQ_BYTES])
{
    for (unsigned i = 0; i < CUT_PDQ_BYTES; i++)
        out[i] = (uint8_t)(next(state) >> 24);
}

/* Turns bits over, each another one. */
static void change(uint64_t *state, unsigned bits, uint8_t hash[CUT_PDQ_BYTES])
{
    bool turned[CUT_PDQ_BITS] = {false};
    while (bits > 0) {
        unsigned bit = (unsigned)(next(state) >> 20) % CUT_PDQ_BITS;
        if (turned[bit])
            continue;
        turned[bit] = true;
        hash[bit / 8] ^= (uint8_t)(1u << bit % 8);
        bits--;
    }
}

typedef struct tally {
    unsigned pairs;
    unsigned by_distance[CUT_NEAR_DISTANCE + 1];
    unsigned told[HASHES];
} tally;

static void on_near(const cut_near_hash *asked, size_t place, unsigned distance, void *context)
{
    tally *t = context;
    assert_in_range(distance, 0, CUT_NEAR_DISTANCE);
    t->pairs++;
    t->by_distance[distance]++;
    t->told[place]++;
    t->told[asked->number]++;
}

static void look(cut_near *near, tally *t)
{
    size_t *first = calloc(near->n, sizeof *first);
    assert_non_null(first);
    for (size_t i = 0; i < near->n; i++)
        first[i] = i + 1;
    cut_near_sort(near);
    cut_near_look(near, near->hashes, first, near->n, on_near, t);
    free(first);
}

static void add(cut_near *near, unsigned quality, const uint8_t hash[CUT_PDQ_BYTES])
{
    cut_near_hash one = cut_near_hash_of((int64_t)near->n, quality, hash);
    cut_near_add(near, &one);
}

/* Each hash, and the same with 0 to 35 bits changed. */
static void finds_what_is_near(void **state)
{
    (void)state;
    cut_near near;
    uint64_t random = 1;
    tally *t = calloc(1, sizeof *t), *wanted = calloc(1, sizeof *wanted);
    assert_true(t && wanted && cut_near_init(&near, HASHES));
    for (unsigned i = 0; i < HASHES / 2; i++) {
        uint8_t hash[CUT_PDQ_BYTES];
        make(&random, hash);
        add(&near, 100, hash);
        change(&random, i % 36, hash);
        add(&near, 100, hash);
        if (i % 36 <= CUT_NEAR_DISTANCE)
            wanted->by_distance[i % 36]++;
    }
    look(&near, t);
    for (unsigned d = 0; d <= 15; d++)
        assert_int_equal(t->by_distance[d], wanted->by_distance[d]);
    for (unsigned d = 16; d <= CUT_NEAR_DISTANCE; d++)
        assert_in_range(t->by_distance[d], wanted->by_distance[d] - 2, wanted->by_distance[d]);
    cut_near_release(&near);
    free(t);
    free(wanted);
}

/* Few are compared with all, so that none is missed. */
static void misses_none_of_few(void **state)
{
    (void)state;
    cut_near near;
    uint64_t random = 7;
    tally *t = calloc(1, sizeof *t);
    assert_true(t && cut_near_init(&near, CUT_NEAR_FEW));
    for (unsigned i = 0; i < CUT_NEAR_FEW / 2; i++) {
        uint8_t hash[CUT_PDQ_BYTES];
        make(&random, hash);
        add(&near, 100, hash);
        change(&random, CUT_NEAR_DISTANCE, hash);
        add(&near, 100, hash);
    }
    look(&near, t);
    assert_int_equal(t->by_distance[CUT_NEAR_DISTANCE], CUT_NEAR_FEW / 2);
    assert_int_equal(t->pairs, CUT_NEAR_FEW / 2);
    cut_near_release(&near);
    free(t);
}

static void finds_no_unrelated_ones(void **state)
{
    (void)state;
    cut_near near;
    uint64_t random = 3;
    tally *t = calloc(1, sizeof *t);
    assert_true(t && cut_near_init(&near, HASHES));
    for (unsigned i = 0; i < HASHES; i++) {
        uint8_t hash[CUT_PDQ_BYTES];
        make(&random, hash);
        add(&near, 100, hash);
    }
    look(&near, t);
    assert_int_equal(t->pairs, 0);
    cut_near_release(&near);
    free(t);
}

/* The hash of a plain picture says little. */
static void asks_more_of_plain_ones(void **state)
{
    (void)state;
    cut_near near;
    uint64_t random = 5;
    uint8_t hash[CUT_PDQ_BYTES];
    tally *t = calloc(1, sizeof *t);
    assert_true(t && cut_near_init(&near, 100));
    make(&random, hash);
    add(&near, 20, hash);
    change(&random, CUT_NEAR_PLAIN_DISTANCE, hash);
    add(&near, 100, hash);
    change(&random, CUT_NEAR_PLAIN_DISTANCE + 1, hash);
    add(&near, 20, hash);
    look(&near, t);
    assert_int_equal(t->pairs, 1);
    assert_int_equal(t->told[0] + t->told[1], 2);
    cut_near_release(&near);
    free(t);
}

/* Of very many that are the same each is told of, in far fewer than all pairs. */
static void is_bounded_where_all_are_the_same(void **state)
{
    (void)state;
    cut_near near;
    uint64_t random = 9;
    uint8_t hash[CUT_PDQ_BYTES];
    tally *t = calloc(1, sizeof *t);
    assert_true(t && cut_near_init(&near, SERIES));
    make(&random, hash);
    for (unsigned i = 0; i < SERIES; i++)
        add(&near, 100, hash);
    look(&near, t);
    for (unsigned i = 0; i < SERIES; i++)
        assert_true(t->told[i] > 0);
    assert_in_range(t->pairs, SERIES - 1, SERIES * CUT_NEAR_MET);
    cut_near_release(&near);
    free(t);
}

static void pass_over(const cut_near_hash *asked, size_t place, unsigned distance, void *context)
{
    (void)asked;
    (void)place;
    (void)distance;
    (void)context;
}

/* Processor time for looking among `n` that are all the same. */
static double time_of_same(size_t n)
{
    cut_near near;
    uint64_t random = 9;
    uint8_t hash[CUT_PDQ_BYTES];
    size_t *first = calloc(n, sizeof *first);
    assert_true(first && cut_near_init(&near, n));
    make(&random, hash);
    for (size_t i = 0; i < n; i++) {
        add(&near, 100, hash);
        first[i] = i + 1;
    }
    cut_near_sort(&near);
    clock_t start = clock();
    cut_near_look(&near, near.hashes, first, n, pass_over, NULL);
    clock_t end = clock();
    cut_near_release(&near);
    free(first);
    return (double)(end - start);
}

/* Four times as many take four times as long, not sixteen times. */
static void takes_no_square_of_time_where_all_are_the_same(void **state)
{
    (void)state;
    double some = time_of_same(4000), more = time_of_same(16000);
    assert_true(more < 9.0 * some);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_near),
        cmocka_unit_test(misses_none_of_few),
        cmocka_unit_test(finds_no_unrelated_ones),
        cmocka_unit_test(asks_more_of_plain_ones),
        cmocka_unit_test(is_bounded_where_all_are_the_same),
        cmocka_unit_test(takes_no_square_of_time_where_all_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

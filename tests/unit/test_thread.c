/* The bounded queue between threads. */
#include "unit.h"

#include "base/thread.h"

#define ITEMS 20000

typedef struct work {
    cut_queue in, out;
} work;

static void *double_numbers(void *context)
{
    work *w = context;
    void *item;
    while (cut_queue_pop(&w->in, -1, &item) == CUT_POP_ITEM)
        assert_true(cut_queue_push(&w->out, (void *)((uintptr_t)item * 2)));
    return NULL;
}

static void *feed_numbers(void *context)
{
    work *w = context;
    for (uintptr_t i = 1; i <= ITEMS; i++)
        assert_true(cut_queue_push(&w->in, (void *)i));
    cut_queue_close(&w->in);
    return NULL;
}

static void everything_passes_once(void **state)
{
    (void)state;
    work w;
    cut_thread feeder, workers[3];
    assert_true(cut_queue_init(&w.in, 4));
    assert_true(cut_queue_init(&w.out, 4));
    assert_true(cut_thread_start(&feeder, feed_numbers, &w));
    for (int i = 0; i < 3; i++)
        assert_true(cut_thread_start(&workers[i], double_numbers, &w));
    uint64_t sum = 0;
    for (int i = 0; i < ITEMS; i++) {
        void *item = NULL;
        assert_int_equal(cut_queue_pop(&w.out, -1, &item), CUT_POP_ITEM);
        sum += (uintptr_t)item;
    }
    assert_int_equal(sum, (uint64_t)ITEMS * (ITEMS + 1));
    cut_thread_join(feeder);
    for (int i = 0; i < 3; i++)
        cut_thread_join(workers[i]);
    cut_queue_release(&w.in);
    cut_queue_release(&w.out);
}

static void order_is_kept_and_bounds_hold(void **state)
{
    (void)state;
    cut_queue q;
    int numbers[3];
    void *item = NULL;
    assert_true(cut_queue_init(&q, 2));
    assert_true(cut_queue_try_push(&q, &numbers[0]));
    assert_true(cut_queue_try_push(&q, &numbers[1]));
    assert_false(cut_queue_try_push(&q, &numbers[2]));
    assert_int_equal(cut_queue_pop(&q, 0, &item), CUT_POP_ITEM);
    assert_ptr_equal(item, &numbers[0]);
    assert_true(cut_queue_try_push(&q, &numbers[2]));
    assert_int_equal(cut_queue_pop(&q, 0, &item), CUT_POP_ITEM);
    assert_ptr_equal(item, &numbers[1]);
    cut_queue_close(&q);
    assert_false(cut_queue_push(&q, &numbers[0]));
    assert_int_equal(cut_queue_pop(&q, -1, &item), CUT_POP_ITEM);
    assert_ptr_equal(item, &numbers[2]);
    assert_int_equal(cut_queue_pop(&q, -1, &item), CUT_POP_CLOSED);
    cut_queue_release(&q);
}

static void waiting_ends(void **state)
{
    (void)state;
    cut_queue q;
    void *item = NULL;
    assert_true(cut_queue_init(&q, 1));
    long long before = cut_milliseconds();
    assert_int_equal(cut_queue_pop(&q, 30, &item), CUT_POP_EMPTY);
    assert_true(cut_milliseconds() - before >= 29);
    assert_int_equal(cut_queue_pop(&q, 0, &item), CUT_POP_EMPTY);
    cut_queue_release(&q);
    assert_true(cut_processor_count() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_passes_once),
        cmocka_unit_test(order_is_kept_and_bounds_hold),
        cmocka_unit_test(waiting_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/thread.h"

#include <sched.h>
#include <stdlib.h>
#include <time.h>

/* Waiting with a limit must not depend on the wall clock being set. */
static bool init_condition(pthread_cond_t *condition)
{
    pthread_condattr_t attributes;
    if (pthread_condattr_init(&attributes) != 0)
        return false;
    bool ok = pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0 &&
              pthread_cond_init(condition, &attributes) == 0;
    pthread_condattr_destroy(&attributes);
    return ok;
}

bool cut_queue_init(cut_queue *q, size_t capacity)
{
    *q = (cut_queue){.capacity = capacity};
    q->items = calloc(capacity, sizeof *q->items);
    if (!q->items)
        return false;
    if (pthread_mutex_init(&q->lock, NULL) != 0)
        goto no_lock;
    if (!init_condition(&q->not_empty))
        goto no_not_empty;
    if (!init_condition(&q->not_full))
        goto no_not_full;
    return true;
no_not_full:
    pthread_cond_destroy(&q->not_empty);
no_not_empty:
    pthread_mutex_destroy(&q->lock);
no_lock:
    free(q->items);
    q->items = NULL;
    return false;
}

void cut_queue_release(cut_queue *q)
{
    if (!q->items)
        return;
    pthread_cond_destroy(&q->not_full);
    pthread_cond_destroy(&q->not_empty);
    pthread_mutex_destroy(&q->lock);
    free(q->items);
    q->items = NULL;
}

static bool push(cut_queue *q, void *item, bool wait)
{
    pthread_mutex_lock(&q->lock);
    while (wait && q->count == q->capacity && !q->closed)
        pthread_cond_wait(&q->not_full, &q->lock);
    bool ok = !q->closed && q->count < q->capacity;
    if (ok) {
        q->items[(q->first + q->count++) % q->capacity] = item;
        pthread_cond_signal(&q->not_empty);
    }
    pthread_mutex_unlock(&q->lock);
    return ok;
}

bool cut_queue_push(cut_queue *q, void *item)
{
    return push(q, item, true);
}

bool cut_queue_try_push(cut_queue *q, void *item)
{
    return push(q, item, false);
}

static struct timespec after(int milliseconds)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_sec += milliseconds / 1000;
    t.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (t.tv_nsec >= 1000000000) {
        t.tv_nsec -= 1000000000;
        t.tv_sec++;
    }
    return t;
}

/* Waits, with the lock held, until there is an item, the queue is closed or the time is over. */
static void wait_for_item(cut_queue *q, int milliseconds)
{
    if (milliseconds < 0) {
        while (q->count == 0 && !q->closed)
            pthread_cond_wait(&q->not_empty, &q->lock);
        return;
    }
    struct timespec end = after(milliseconds);
    while (q->count == 0 && !q->closed)
        if (pthread_cond_timedwait(&q->not_empty, &q->lock, &end) != 0)
            return;
}

cut_pop cut_queue_pop(cut_queue *q, int milliseconds, void **item)
{
    pthread_mutex_lock(&q->lock);
    if (q->count == 0 && milliseconds != 0)
        wait_for_item(q, milliseconds);
    cut_pop result = q->closed ? CUT_POP_CLOSED : CUT_POP_EMPTY;
    if (q->count > 0) {
        *item = q->items[q->first];
        q->first = (q->first + 1) % q->capacity;
        q->count--;
        pthread_cond_signal(&q->not_full);
        result = CUT_POP_ITEM;
    }
    pthread_mutex_unlock(&q->lock);
    return result;
}

void cut_queue_close(cut_queue *q)
{
    pthread_mutex_lock(&q->lock);
    q->closed = true;
    pthread_cond_broadcast(&q->not_empty);
    pthread_cond_broadcast(&q->not_full);
    pthread_mutex_unlock(&q->lock);
}

bool cut_thread_start(cut_thread *thread, void *(*run)(void *context), void *context)
{
    return pthread_create(thread, NULL, run, context) == 0;
}

void cut_thread_join(cut_thread thread)
{
    pthread_join(thread, NULL);
}

unsigned cut_processor_count(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int n = CPU_COUNT(&set);
    return n > 0 ? (unsigned)n : 1;
}

long long cut_milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

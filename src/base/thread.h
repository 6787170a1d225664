/*
 * Threads: starting them, a bounded queue of pointers between any number of them, the number of
 * processors. Nothing else in the tree locks or waits.
 */
#ifndef CUT_BASE_THREAD_H
#define CUT_BASE_THREAD_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct cut_queue {
    pthread_mutex_t lock;     /* guards all that follows */
    pthread_cond_t not_empty; /* an item came, or the queue was closed */
    pthread_cond_t not_full;  /* an item went, or the queue was closed */
    void **items;             /* ring of capacity entries; owned, what they point to is not */
    size_t capacity;          /* items it can hold */
    size_t first, count;      /* oldest item, and how many there are */
    bool closed;              /* nothing can be put in any more */
} cut_queue;

/* What a pop found. */
typedef enum cut_pop {
    CUT_POP_ITEM,  /* an item */
    CUT_POP_EMPTY, /* nothing within the time allowed */
    CUT_POP_CLOSED /* nothing, and nothing can come any more */
} cut_pop;

/* Makes an empty queue; false if memory or another resource runs out. */
bool cut_queue_init(cut_queue *q, size_t capacity);
/* Releases the queue (not the items). No thread may be using it. */
void cut_queue_release(cut_queue *q);

/* Puts an item behind the others, waiting while the queue is full; false if it is closed. */
bool cut_queue_push(cut_queue *q, void *item);
/* The same without waiting: false if it is full or closed. */
bool cut_queue_try_push(cut_queue *q, void *item);
/* Takes the oldest item, waiting up to `milliseconds` for one (0: not at all, -1: without end). */
cut_pop cut_queue_pop(cut_queue *q, int milliseconds, void **item);

/* Lets nothing more in and wakes everybody who waits. What is in it can still be taken out. */
void cut_queue_close(cut_queue *q);

typedef pthread_t cut_thread;

/* Runs run(context) in a thread of its own; false if the system gives none. */
bool cut_thread_start(cut_thread *thread, void *(*run)(void *context), void *context);
/* Waits for its end. */
void cut_thread_join(cut_thread thread);

/* Processors that this process may use, at least 1. */
unsigned cut_processor_count(void);
/* Milliseconds of a clock that only runs forward. */
long long cut_milliseconds(void);

#endif

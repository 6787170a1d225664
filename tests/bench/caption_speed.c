/*
 * How many captions a second the grammar takes apart on one core: the same captions again and again
 * from memory, one arena for all, nothing written. Processor time, so that other programs on the
 * machine count little.
 *
 *   caption_speed FILE [ROUNDS]     FILE: a line of JSON for each caption, with the member "text"
 */
#include "caption/caption.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LEAST_ROUNDS = 5, MOST_ROUNDS = 1000, ARENA = 64 << 20 };

typedef struct captions {
    cut_arena arena; /* holds the texts */
    CUT_VEC(cut_str) texts;
    size_t bytes;
} captions;

static bool add(captions *all, const char *line)
{
    json_t *json = json_loads(line, JSON_DECODE_ANY, NULL);
    const char *text =
        json_string_value(json_is_string(json) ? json : json_object_get(json, "text"));
    char *copy = text ? cut_arena_copy_z(&all->arena, text) : NULL;
    json_decref(json);
    if (!copy)
        return false;
    all->bytes += strlen(copy);
    return CUT_PUSH(&all->arena, &all->texts, cut_str_from(copy));
}

static bool load(captions *all, const char *path)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    bool good = file != NULL;
    while (good && getline(&line, &room, file) > 0)
        good = add(all, line);
    free(line);
    return file && fclose(file) == 0 && good && all->texts.n > 0;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Seconds that one round takes, or 0 if it fails. */
static double round_of(const captions *all, cut_arena *arena)
{
    double start = seconds();
    for (size_t i = 0; i < all->texts.n; i++) {
        cutline_caption caption;
        cut_arena_reset(arena);
        if (cut_caption_parse(arena, all->texts.v[i], &caption, NULL) != CUTLINE_OK)
            return 0;
    }
    return seconds() - start;
}

static int by_size(const void *a, const void *b)
{
    const double *p = a, *q = b;
    return (*p > *q) - (*p < *q);
}

static bool measure(const captions *all, size_t rounds)
{
    static double taken[MOST_ROUNDS];
    cut_arena arena;
    cut_arena_init(&arena, ARENA);
    bool good = round_of(all, &arena) > 0; /* not counted: fills the caches */
    for (size_t i = 0; i < rounds && good; i++) {
        taken[i] = round_of(all, &arena);
        good = taken[i] > 0;
    }
    cut_arena_release(&arena);
    if (!good)
        return false;
    qsort(taken, rounds, sizeof *taken, by_size);
    double n = (double)all->texts.n, middle = taken[rounds / 2];
    printf("%.0f captions/s, %.1f MB/s (best round %.0f captions/s)\n", n / middle,
           (double)all->bytes / middle / 1e6, n / taken[0]);
    return true;
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: caption_speed FILE [ROUNDS]\n");
        return 2;
    }
    size_t rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : LEAST_ROUNDS;
    rounds = rounds < LEAST_ROUNDS ? LEAST_ROUNDS : rounds > MOST_ROUNDS ? MOST_ROUNDS : rounds;
    captions all = {0};
    cut_arena_init(&all.arena, (size_t)1 << 30);
    bool good = load(&all, argv[1]) && measure(&all, rounds);
    cut_arena_release(&all.arena);
    if (!good)
        fprintf(stderr, "caption_speed: %s: not readable, or no captions in it\n", argv[1]);
    return good ? 0 : 3;
}

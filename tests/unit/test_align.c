/* How a picture lies on a photo, as their marks have it. */
#include "unit.h"

#include "image/align.h"

#include <stdlib.h>

#define MARKS 5

/* Words that differ in many bits. */
static const uint64_t words[MARKS] = {0x0F0F0F0F0F0F0F0F, 0x3333333333333333, 0x5555555555555555,
                                      0x00FF00FF00FF00FF, 0x0000FFFF0000FFFF};
static const uint16_t places[MARKS][2] = {{60, 60}, {110, 60}, {60, 100}, {110, 100}, {80, 80}};

/* The photo's mark `i` as the picture has it, to be moved by a shift. */
static cut_mark moved(size_t i, int shift)
{
    return (cut_mark){.x = (uint16_t)(places[i][0] - shift),
                      .y = (uint16_t)(places[i][1] - shift),
                      .bits = words[i]};
}

/* Two marks at one scale mean nothing, and do not count at the next one, where two agree with them
 * and three do not. */
static void each_scale_has_its_own_votes(void **state)
{
    (void)state;
    cut_arena arena;
    cut_alignment lie;
    cut_mark on_photo[MARKS], first[2], second[MARKS];
    cut_probe *probe = calloc(1, sizeof *probe);
    assert_non_null(probe);
    for (size_t i = 0; i < MARKS; i++) {
        on_photo[i] = moved(i, 0);
        second[i] = moved(i, i < 2 ? 12 : 42);
    }
    for (size_t i = 0; i < 2; i++)
        first[i] = moved(i, 12);
    probe->at[0] = (cut_marks){.v = first, .n = 2};
    probe->at[1] = (cut_marks){.v = second, .n = MARKS};
    probe->scale[0] = probe->scale[1] = 1.0F;
    cut_marks photo = {.v = on_photo, .n = MARKS};
    cut_arena_init(&arena, 8u << 20);
    assert_true(cut_align(&arena, probe, 0, 1, &photo, &lie));
    assert_int_equal(lie.marks, 3);
    cut_arena_release(&arena);
    free(probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_scale_has_its_own_votes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

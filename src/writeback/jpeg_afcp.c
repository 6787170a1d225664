#include "writeback/jpeg_afcp.h"

#define PART_BYTES ((size_t)12) /* header, footer, and each entry */

typedef struct trailer {
    uint64_t start;  /* of the header */
    uint64_t end;    /* of the entries behind it */
    uint8_t *head;   /* header and entries, to be changed */
    uint8_t *footer; /* the same */
    bool big_endian;
} trailer;

static uint32_t get(const uint8_t *p, size_t n, bool big_endian)
{
    uint32_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[big_endian ? i : n - 1 - i];
    return value;
}

static void move(uint8_t *p, int64_t shift, bool big_endian)
{
    uint32_t value = (uint32_t)(get(p, 4, big_endian) + shift);
    for (size_t i = 0; i < 4; i++)
        p[big_endian ? 3 - i : i] = (uint8_t)(value >> (8 * i));
}

static cutline_status read_part(cut_source *source, cut_arena *arena, uint64_t at, size_t n,
                                uint8_t **out, size_t *got, cutline_error *err)
{
    *out = cut_arena_alloc(arena, n ? n : 1, 1);
    *got = 0;
    return *out ? cut_source_read(source, at, *out, n, got, err) : cut_no_memory(err);
}

/* AFCP 1.0: footer "AXS!" (big-endian) or "AXS*", position of the header (32 bits); the header has
 * the number of entries at byte 6, each entry a name (4 bytes), size and position (32 bits).
 * t->head is NULL if there is none, or it is elsewhere than it says. */
static cutline_status find(cut_source *source, cut_arena *arena, uint64_t from, trailer *t,
                           cutline_error *err)
{
    uint8_t *header;
    size_t got;
    *t = (trailer){.head = NULL};
    if (source->size < from + 2 * PART_BYTES)
        return CUTLINE_OK;
    cutline_status status =
        read_part(source, arena, source->size - PART_BYTES, PART_BYTES, &t->footer, &got, err);
    if (status != CUTLINE_OK || memcmp(t->footer, "AXS", 3) != 0)
        return status;
    t->big_endian = t->footer[3] == '!';
    t->start = get(t->footer + 4, 4, t->big_endian);
    if ((t->footer[3] != '!' && t->footer[3] != '*') || t->start < from ||
        t->start > source->size - 2 * PART_BYTES)
        return CUTLINE_OK;
    status = read_part(source, arena, t->start, PART_BYTES, &header, &got, err);
    if (status != CUTLINE_OK || memcmp(header, t->footer, 4) != 0)
        return status;
    size_t n = PART_BYTES + PART_BYTES * get(header + 6, 2, t->big_endian);
    t->end = t->start + n;
    if (t->end > source->size - PART_BYTES)
        return CUTLINE_OK;
    return read_part(source, arena, t->start, n, &t->head, &got, err);
}

cutline_status cut_afcp_copy(cut_source *source, uint64_t from, int64_t shift, cut_plan *plan,
                             cutline_error *err)
{
    trailer t;
    cutline_status status = find(source, plan->arena, from, &t, err);
    if (status != CUTLINE_OK)
        return status;
    if (!t.head) {
        cut_plan_copy(plan, from, source->size - from);
        return CUTLINE_OK;
    }
    size_t n = (size_t)(t.end - t.start);
    for (size_t at = PART_BYTES; at < n; at += PART_BYTES)
        move(t.head + at + 8, shift, t.big_endian);
    move(t.footer + 4, shift, t.big_endian);
    cut_plan_copy(plan, from, t.start - from);
    cut_plan_add(plan, (cut_view){t.head, n});
    cut_plan_copy(plan, t.end, source->size - PART_BYTES - t.end);
    cut_plan_add(plan, (cut_view){t.footer, PART_BYTES});
    return CUTLINE_OK;
}

#include "media/blocks.h"

#include "base/limits.h"

#include <stdlib.h>

cut_pending *cut_collect_block(cut_collector *c, cut_block_kind kind)
{
    cut_pending *block = CUT_NEW(c->arena, cut_pending);
    if (!block || !CUT_PUSH(c->arena, &c->blocks, block))
        return NULL;
    block->kind = kind;
    return block;
}

cut_pending *cut_collect_last(const cut_collector *c, cut_block_kind kind)
{
    for (size_t i = c->blocks.n; i > 0; i--)
        if (c->blocks.v[i - 1]->kind == kind)
            return c->blocks.v[i - 1];
    return NULL;
}

bool cut_collect_part(cut_collector *c, cut_pending *block, uint64_t offset, size_t length,
                      uint64_t order)
{
    uint64_t left = offset < c->source->size ? c->source->size - offset : 0;
    if (length > left) {
        cut_finding_add(c->findings, "truncated", NULL,
                        "byte %llu: %zu bytes of metadata should be here, %llu are left",
                        (unsigned long long)offset, length, (unsigned long long)left);
        length = (size_t)left;
    }
    cut_block_part *part = CUT_NEW(c->arena, cut_block_part);
    if (!part)
        return false;
    *part = (cut_block_part){.offset = offset, .length = length, .order = order};
    if (block->last)
        block->last->next = part;
    else
        block->first = part;
    block->last = part;
    block->part_count++;
    block->total += length;
    return true;
}

bool cut_collect_whole(cut_collector *c, cut_block_kind kind, uint64_t offset, uint64_t length)
{
    cut_pending *block = cut_collect_block(c, kind);
    size_t n = length > SIZE_MAX ? SIZE_MAX : (size_t)length;
    return block && cut_collect_part(c, block, offset, n, 0);
}

typedef struct sorted_part {
    const cut_block_part *part;
    size_t index; /* as it came, so that sorting is stable */
} sorted_part;

static int by_order(const void *a, const void *b)
{
    const sorted_part *x = a, *y = b;
    if (x->part->order != y->part->order)
        return x->part->order < y->part->order ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static sorted_part *sort_parts(cut_arena *arena, const cut_pending *block)
{
    sorted_part *parts = CUT_NEW_ARRAY(arena, sorted_part, block->part_count);
    size_t i = 0;
    for (const cut_block_part *p = block->first; parts && p; p = p->next, i++)
        parts[i] = (sorted_part){p, i};
    if (parts)
        qsort(parts, block->part_count, sizeof *parts, by_order);
    return parts;
}

/* Keeps the parts that follow each other without a gap when `order` is a position; of parts that
 * say the same position twice the first is kept. Returns how many are kept. */
static size_t keep_contiguous(sorted_part *parts, size_t n, uint64_t *covered)
{
    size_t kept = 0;
    *covered = 0;
    for (size_t i = 0; i < n; i++) {
        if (parts[i].part->order != *covered)
            continue;
        parts[kept++] = parts[i];
        *covered += parts[i].part->length;
    }
    return kept;
}

static cutline_status join(cut_collector *c, const sorted_part *parts, size_t n, size_t total,
                           cut_view *out, cutline_error *err)
{
    uint8_t *p = cut_arena_alloc(c->arena, total, 1);
    size_t at = 0;
    if (!p)
        return cut_no_memory(err);
    for (size_t i = 0; i < n; i++) {
        size_t got = 0;
        cutline_status status = cut_source_read(c->source, parts[i].part->offset, p + at,
                                                parts[i].part->length, &got, err);
        if (status != CUTLINE_OK)
            return status;
        at += got;
    }
    *out = (cut_view){p, at};
    return CUTLINE_OK;
}

/* Joins several parts; *complete is false if a declared length is not reached. */
static cutline_status join_sorted(cut_collector *c, const cut_pending *block, cut_view *out,
                                  bool *complete, cutline_error *err)
{
    uint64_t total = block->total;
    size_t n = block->part_count;
    sorted_part *parts = sort_parts(c->arena, block);
    if (!parts)
        return cut_no_memory(err);
    if (block->declared) {
        n = keep_contiguous(parts, n, &total);
        *complete = total == block->declared;
    }
    return *complete ? join(c, parts, n, (size_t)total, out, err) : CUTLINE_OK;
}

static cutline_status read_block(cut_collector *c, const cut_pending *block, cut_view *out,
                                 bool *complete, cutline_error *err)
{
    *complete = true;
    if (block->part_count == 1 && !block->declared)
        return cut_source_peek(c->source, block->first->offset, block->first->length, out, err);
    return join_sorted(c, block, out, complete, err);
}

static cutline_status finish_block(cut_collector *c, const cut_pending *block, uint64_t *budget,
                                   cutline_error *err)
{
    cut_block done = {.kind = block->kind, .offset = block->first->offset};
    if (block->kind == CUT_BLOCK_IRB)
        done.parts = block->first;
    bool complete = true;
    unsigned long long at = done.offset;
    if (block->total > CUT_MAX_BLOCK_BYTES || block->total > *budget) {
        cut_finding_add(c->findings, "segment-skipped", NULL,
                        "byte %llu: a metadata block of %llu bytes is over the limit", at,
                        (unsigned long long)block->total);
        return CUTLINE_OK;
    }
    cutline_status status = read_block(c, block, &done.bytes, &complete, err);
    if (status != CUTLINE_OK)
        return status;
    *budget -= done.bytes.n;
    memcpy(done.guid, block->guid, sizeof done.guid);
    if (!complete)
        cut_finding_add(c->findings, "xmp-extension", NULL,
                        "byte %llu: extended XMP %s is incomplete (%llu of %llu bytes)", at,
                        block->guid, (unsigned long long)block->total,
                        (unsigned long long)block->declared);
    else if (!CUT_PUSH(c->arena, &c->out->blocks, done))
        return cut_no_memory(err);
    return CUTLINE_OK;
}

cutline_status cut_collect_finish(cut_collector *c, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    uint64_t budget = CUT_MAX_FILE_BLOCK_BYTES;
    for (size_t i = 0; i < c->blocks.n && status == CUTLINE_OK; i++)
        if (c->blocks.v[i]->first)
            status = finish_block(c, c->blocks.v[i], &budget, err);
    return status;
}

bool cut_collect_ready(cut_collector *c, cut_block_kind kind, cut_view bytes, uint64_t offset)
{
    cut_block block = {.kind = kind, .bytes = bytes, .offset = offset};
    return CUT_PUSH(c->arena, &c->out->blocks, block);
}

uint64_t cut_block_position(const cut_block *block, uint64_t index)
{
    const cut_block_part *part = block->parts;
    while (part && part->next && index >= part->length) {
        index -= part->length;
        part = part->next;
    }
    return (part ? part->offset : block->offset) + index;
}

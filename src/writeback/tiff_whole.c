/* What a TIFF structure says it has behind its end. */
#include "base/error.h"
#include "base/limits.h"
#include "writeback/tiff_edit.h"

#define TAG_SUB_IFDS 0x014A

typedef struct walk {
    const cut_tiff *tiff;
    cut_arena *arena;
    cutline_error *err;
    size_t directories, stretches; /* that have been looked at */
} walk;

static cutline_status check_values(const walk *w, const cut_tiff_ifd *ifd)
{
    for (size_t i = 0; i < ifd->entries.n; i++) {
        const cut_tiff_entry *entry = &ifd->entries.v[i];
        if (entry->size > 0 && !cut_tiff_has_value(w->tiff, entry))
            return cut_fail(w->err, CUTLINE_MALFORMED,
                            "the value of TIFF tag 0x%04x, at its byte %llu, ends past the end",
                            entry->tag, (unsigned long long)entry->entry);
    }
    return CUTLINE_OK;
}

/* Strips, tiles and JPEGs: arrays of offsets, and of lengths. */
static cutline_status check_image(walk *w, const cut_tiff_ifd *ifd)
{
    static const uint16_t pairs[][2] = {{0x0111, 0x0117}, {0x0144, 0x0145}, {0x0201, 0x0202}};
    uint64_t size = w->tiff->source->size - w->tiff->base, offset, length;
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        const cut_tiff_entry *at = cut_tiff_find(ifd, pairs[p][0]);
        const cut_tiff_entry *bytes = cut_tiff_find(ifd, pairs[p][1]);
        for (uint64_t i = 0; at && bytes && w->stretches < CUT_MAX_TIFF_STRIPS; i++) {
            if (!cut_tiff_uint(w->tiff, at, i, &offset) ||
                !cut_tiff_uint(w->tiff, bytes, i, &length))
                break;
            w->stretches++;
            if (length > 0 && (offset > size || length > size - offset))
                return cut_fail(w->err, CUTLINE_MALFORMED,
                                "the TIFF ends in its image data, at its byte %llu",
                                (unsigned long long)w->tiff->source->size);
        }
    }
    return CUTLINE_OK;
}

/* A directory that hangs at another, and those that hang at it. */
static cutline_status check_directory(walk *w, uint64_t offset, unsigned depth, bool values,
                                      uint64_t *next)
{
    cut_tiff_ifd ifd;
    uint64_t sub, ignored;
    *next = 0;
    if (depth > CUT_MAX_TIFF_DEPTH || w->directories++ >= CUT_MAX_TIFF_IFDS)
        return CUTLINE_OK;
    cutline_status status = cut_tiff_read_ifd(w->tiff, w->arena, offset, &ifd, w->err);
    if (status == CUTLINE_OK && values)
        status = check_values(w, &ifd);
    if (status == CUTLINE_OK)
        status = check_image(w, &ifd);
    const cut_tiff_entry *subs = cut_tiff_find(&ifd, TAG_SUB_IFDS);
    for (uint64_t i = 0; status == CUTLINE_OK && subs && cut_tiff_uint(w->tiff, subs, i, &sub); i++)
        status = check_directory(w, sub, depth + 1, true, &ignored);
    *next = ifd.next;
    return status;
}

cutline_status cut_tiff_check_whole(const cut_tiff *tiff, cut_arena *arena, cutline_error *err)
{
    walk w = {.tiff = tiff, .arena = arena, .err = err};
    cut_tiff_dir dirs[CUT_TIFF_DIRS];
    uint64_t next, ignored;
    cutline_status status = cut_tiff_find_dirs(tiff, arena, tiff->first_ifd, dirs, err);
    for (size_t d = CUT_TIFF_IFD0 + 1; status == CUTLINE_OK && d < CUT_TIFF_DIRS; d++)
        if (dirs[d].tiff)
            status = check_directory(&w, dirs[d].offset, 0, true, &ignored);
    if (status == CUTLINE_OK)
        status = check_directory(&w, tiff->first_ifd, 0, true, &next);
    /* Some writers leave the pointer to IFD1 out, so that what is found there may be anything. */
    while (status == CUTLINE_OK && next != 0)
        status = check_directory(&w, next, 0, false, &next);
    return status;
}

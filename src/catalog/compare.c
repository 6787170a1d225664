#include "catalog/compare.h"

#include "base/error.h"
#include "base/limits.h"
#include "image/decode.h"

cutline_status cut_compared_widen(cut_compared *c, cutline_error *err)
{
    if (c->has_wide)
        return CUTLINE_OK;
    if (!cut_probe_take(&c->arena, c->upright, true, &c->wide[0]) ||
        !cut_probe_mirror(&c->arena, &c->wide[0], &c->wide[1]))
        return cut_no_memory(err);
    c->has_wide = true;
    return CUTLINE_OK;
}

/* The marks of a photo; none if it has no thumbnail or its thumbnail is damaged. */
static cutline_status marks_of(cut_store *store, cut_arena *arena, int64_t photo, cut_marks *out,
                               cutline_error *err)
{
    cut_thumbnail thumbnail;
    cut_source source;
    cut_decoded decoded;
    *out = (cut_marks){0};
    cutline_status status = cut_store_thumbnail(store, arena, photo, &thumbnail, err);
    if (status == CUTLINE_NOT_FOUND)
        return CUTLINE_OK;
    if (status != CUTLINE_OK)
        return status;
    cut_source_from_memory(&source, "thumbnail", thumbnail.jpeg, arena);
    status = cut_decode_jpeg(&source, 0, thumbnail.jpeg.n, &decoded, err);
    if (status != CUTLINE_OK || !decoded.usable)
        return status;
    return cut_marks_find(arena, &decoded.pixels, 1.0F, out) ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status lay_whole(cut_compared *c, cut_arena *scratch, unsigned form,
                                const cut_marks *photo, cut_alignment *out, cutline_error *err)
{
    cut_pixels laid;
    cut_probe probe;
    if (cut_pixels_orient(scratch, c->upright, form + 1, &laid) &&
        cut_probe_take(scratch, &laid, false, &probe) && cut_align(scratch, &probe, photo, out))
        return CUTLINE_OK;
    return cut_no_memory(err);
}

cutline_status cut_compare_whole(cut_compared *c, cut_store *store, int64_t photo, unsigned form,
                                 cut_alignment *out, cutline_error *err)
{
    cut_arena scratch;
    cut_marks marks;
    *out = (cut_alignment){0};
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    cutline_status status = marks_of(store, &scratch, photo, &marks, err);
    if (status == CUTLINE_OK && marks.n > 0)
        status = lay_whole(c, &scratch, form, &marks, out, err);
    cut_arena_release(&scratch);
    return status;
}

/* The forms one after the other, until one is good. */
static cutline_status lay_parts(cut_compared *c, cut_arena *scratch, const cut_marks *photo,
                                unsigned *form, cut_alignment *out, cutline_error *err)
{
    for (*form = 0; *form < 2; ++*form) {
        if (!cut_align(scratch, &c->wide[*form], photo, out))
            return cut_no_memory(err);
        if (cut_align_is_good(out))
            break;
    }
    return CUTLINE_OK;
}

cutline_status cut_compare_parts(cut_compared *c, cut_store *store, int64_t photo, unsigned *form,
                                 cut_alignment *out, cutline_error *err)
{
    cut_arena scratch;
    cut_marks marks;
    *out = (cut_alignment){0};
    *form = 0;
    cutline_status status = cut_compared_widen(c, err);
    if (status != CUTLINE_OK)
        return status;
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    status = marks_of(store, &scratch, photo, &marks, err);
    if (status == CUTLINE_OK && marks.n > 0)
        status = lay_parts(c, &scratch, &marks, form, out, err);
    cut_arena_release(&scratch);
    return status;
}

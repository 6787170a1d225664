#include "catalog/compare.h"

#include "base/error.h"
#include "base/limits.h"
#include "image/decode.h"

cutline_status cut_compared_widen(cut_compared *c, cut_asked *asked, cutline_error *err)
{
    cut_arena scratch;
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    bool ok = cut_probe_take(&c->arena, &scratch, c->upright, true, &c->wide[0]) &&
              cut_asked_take(&c->arena, &scratch, &c->wide[0], asked);
    cut_arena_release(&scratch);
    return ok ? CUTLINE_OK : cut_no_memory(err);
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
    return cut_marks_find(arena, arena, &decoded.pixels, 1.0F, out) ? CUTLINE_OK
                                                                    : cut_no_memory(err);
}

static cutline_status lay_whole(cut_compared *c, cut_arena *arena, unsigned form,
                                const cut_marks *photo, cut_alignment *out, cutline_error *err)
{
    cut_pixels laid;
    cut_probe probe;
    cut_arena scratch;
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    bool ok = cut_pixels_orient(arena, c->upright, form + 1, &laid) &&
              cut_probe_take(arena, &scratch, &laid, false, &probe) &&
              cut_align(arena, &probe, probe.usual, probe.usual, photo, out);
    cut_arena_release(&scratch);
    return ok ? CUTLINE_OK : cut_no_memory(err);
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

cutline_status cut_compare_edges(cut_compared *c, cut_store *store, int64_t photo,
                                 cut_alignment *out, cutline_error *err)
{
    cut_arena scratch;
    cut_marks marks, picture;
    *out = (cut_alignment){0};
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    cutline_status status = marks_of(store, &scratch, photo, &marks, err);
    if (status == CUTLINE_OK && marks.plane.p) {
        if (cut_marks_find(&scratch, &scratch, c->upright, 1.0F, &picture))
            cut_align_edges(&picture.plane, &marks.plane, out);
        else
            status = cut_no_memory(err);
    }
    cut_arena_release(&scratch);
    return status;
}

/* Takes the wide probe of the picture as it is, at those scales. */
static bool take_scales(cut_compared *c, unsigned first, unsigned last)
{
    cut_arena scratch;
    cut_probe *wide = &c->wide[0];
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    bool ok = cut_probe_take(&c->arena, &scratch, c->upright, false, wide);
    for (unsigned i = first; i <= last && ok; i++) {
        if (i == wide->usual)
            continue;
        ok = cut_marks_find(&c->arena, &scratch, c->upright, wide->scale[i], &wide->at[i]);
        wide->at[i].plane.p = NULL;
        cut_arena_reset(&scratch);
    }
    cut_arena_release(&scratch);
    return ok;
}

/* Scales from 3/4 to 4/3: one picture is three quarters of the other's width, at least. */
#define FIRST_SCALE 4u
#define LAST_SCALE 10u

static cutline_status lay_any(cut_compared *c, cut_arena *scratch, unsigned form,
                              const cut_marks *marks, cut_alignment *out, cutline_error *err)
{
    cut_probe *wide = &c->wide[form];
    bool ok = c->wide[0].at[c->wide[0].usual].plane.p || take_scales(c, FIRST_SCALE, LAST_SCALE);
    if (ok && form != 0 && !wide->at[wide->usual].plane.p)
        ok = cut_probe_lay(&c->arena, &c->wide[0], form, wide);
    return ok && cut_align(scratch, wide, FIRST_SCALE, LAST_SCALE, marks, out) ? CUTLINE_OK
                                                                               : cut_no_memory(err);
}

cutline_status cut_compare_any(cut_compared *c, cut_store *store, int64_t photo, unsigned form,
                               cut_alignment *out, cutline_error *err)
{
    cut_arena scratch;
    cut_marks marks;
    *out = (cut_alignment){0};
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    cutline_status status = marks_of(store, &scratch, photo, &marks, err);
    if (status == CUTLINE_OK && marks.n > 0)
        status = lay_any(c, &scratch, form, &marks, out, err);
    cut_arena_release(&scratch);
    return status;
}

/* Beside the scales in which the photo has words in common with the picture, their neighbours. */
static cutline_status lay_parts(cut_compared *c, cut_arena *scratch, const cut_sharer *photo,
                                const cut_marks *marks, cut_alignment *out, cutline_error *err)
{
    cut_probe *wide = &c->wide[photo->form];
    unsigned first = photo->scale > 0 ? photo->scale - 1 : 0;
    bool ok =
        wide->at[wide->usual].plane.p || cut_probe_lay(&c->arena, &c->wide[0], photo->form, wide);
    if (ok && cut_align(scratch, wide, first, photo->scale + CUT_WINDOW_SCALES, marks, out))
        return CUTLINE_OK;
    return cut_no_memory(err);
}

cutline_status cut_compare_parts(cut_compared *c, cut_store *store, const cut_sharer *photo,
                                 cut_alignment *out, cutline_error *err)
{
    cut_arena scratch;
    cut_marks marks;
    *out = (cut_alignment){0};
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    cutline_status status = marks_of(store, &scratch, photo->photo, &marks, err);
    if (status == CUTLINE_OK && marks.n > 0)
        status = lay_parts(c, &scratch, photo, &marks, out, err);
    cut_arena_release(&scratch);
    return status;
}

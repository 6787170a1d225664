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

cutline_status cut_photo_marks_take(cut_store *store, int64_t photo, cut_photo_marks *out,
                                    cutline_error *err)
{
    cut_thumbnail thumbnail;
    cut_source source;
    cut_decoded decoded;
    out->marks = (cut_marks){0};
    cut_arena_init(&out->arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_store_thumbnail(store, &out->arena, photo, &thumbnail, err);
    if (status == CUTLINE_NOT_FOUND)
        return CUTLINE_OK;
    if (status != CUTLINE_OK)
        return status;
    cut_source_from_memory(&source, "thumbnail", thumbnail.jpeg, &out->arena);
    status = cut_decode_jpeg(&source, 0, thumbnail.jpeg.n, &decoded, err);
    if (status != CUTLINE_OK || !decoded.usable)
        return status;
    return cut_marks_find(&out->arena, &out->arena, &decoded.pixels, 1.0F, &out->marks)
               ? CUTLINE_OK
               : cut_no_memory(err);
}

void cut_photo_marks_release(cut_photo_marks *photo)
{
    cut_arena_release(&photo->arena);
}

cutline_status cut_compare_whole(cut_compared *c, cut_photo_marks *photo, unsigned form,
                                 cut_alignment *out, cutline_error *err)
{
    cut_pixels laid;
    cut_probe probe;
    cut_arena scratch;
    *out = (cut_alignment){0};
    if (photo->marks.n == 0)
        return CUTLINE_OK;
    cut_arena_init(&scratch, CUT_MAX_STORE_ARENA);
    bool ok = cut_pixels_orient(&photo->arena, c->upright, form + 1, &laid) &&
              cut_probe_take(&photo->arena, &scratch, &laid, false, &probe) &&
              cut_align(&photo->arena, &probe, probe.usual, probe.usual, &photo->marks, out);
    cut_arena_release(&scratch);
    return ok ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_compare_edges(cut_compared *c, cut_photo_marks *photo, cut_alignment *out,
                                 cutline_error *err)
{
    cut_marks picture;
    *out = (cut_alignment){0};
    if (!photo->marks.plane.p)
        return CUTLINE_OK;
    if (!cut_marks_find(&photo->arena, &photo->arena, c->upright, 1.0F, &picture))
        return cut_no_memory(err);
    cut_align_edges(&picture.plane, &photo->marks.plane, out);
    return CUTLINE_OK;
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

/* The wide probe of the picture in a form; the one of the picture as it is must be there. */
static bool lay_wide(cut_compared *c, unsigned form)
{
    cut_probe *wide = &c->wide[form];
    return wide->at[wide->usual].plane.p || cut_probe_lay(&c->arena, &c->wide[0], form, wide);
}

cutline_status cut_compare_any(cut_compared *c, cut_photo_marks *photo, unsigned form,
                               cut_alignment *out, cutline_error *err)
{
    const cut_probe *upright = &c->wide[0];
    *out = (cut_alignment){0};
    if (photo->marks.n == 0)
        return CUTLINE_OK;
    bool ok = upright->at[upright->usual].plane.p || take_scales(c, FIRST_SCALE, LAST_SCALE);
    return ok && lay_wide(c, form) &&
                   cut_align(&photo->arena, &c->wide[form], FIRST_SCALE, LAST_SCALE, &photo->marks,
                             out)
               ? CUTLINE_OK
               : cut_no_memory(err);
}

/* Beside the scales in which they have words in common, their neighbours. */
cutline_status cut_compare_parts(cut_compared *c, cut_photo_marks *photo, const cut_sharer *sharer,
                                 cut_alignment *out, cutline_error *err)
{
    unsigned first = sharer->scale > 0 ? sharer->scale - 1 : 0;
    *out = (cut_alignment){0};
    if (photo->marks.n == 0)
        return CUTLINE_OK;
    return lay_wide(c, sharer->form) &&
                   cut_align(&photo->arena, &c->wide[sharer->form], first,
                             sharer->scale + CUT_WINDOW_SCALES, &photo->marks, out)
               ? CUTLINE_OK
               : cut_no_memory(err);
}

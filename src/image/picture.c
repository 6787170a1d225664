#include "image/picture.h"

#include "base/error.h"
#include "image/decode.h"

/* Each form is laid anew: what follows from the frequencies of another one is off by up to a pixel,
 * which tells in small pictures. */
static cutline_status take_forms(cut_arena *arena, const cut_pixels *upright, unsigned count,
                                 cut_picture *out, cutline_error *err)
{
    for (unsigned form = 0; form < count; form++) {
        cut_pixels laid;
        if (!cut_pixels_orient(arena, upright, form + 1, &laid) ||
            !cut_pdq_take(arena, &laid, &out->forms[form]))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

static bool keep_pixels(cut_arena *arena, const cut_pixels *in, cut_pixels *out)
{
    size_t n = (size_t)in->width * in->height * in->channels;
    *out = *in;
    out->p = cut_arena_alloc(arena, n, 1);
    if (out->p)
        memcpy(out->p, in->p, n);
    return out->p != NULL;
}

cutline_status cut_picture_take(cut_arena *scratch, const cut_decoded *decoded,
                                unsigned orientation, cut_picture_want want, cut_arena *arena,
                                cut_picture *out, cut_findings *findings, cutline_error *err)
{
    cut_pixels upright;
    memset(out, 0, sizeof *out);
    if (decoded->damaged)
        cut_finding_add(findings, "picture-damaged", NULL, "%s: %s",
                        decoded->usable ? "only a part of the picture can be decoded"
                                        : "the picture cannot be decoded",
                        decoded->message);
    if (!decoded->usable)
        return CUTLINE_OK;
    out->has_pixels = true;
    if (!cut_pixels_orient(scratch, &decoded->pixels, orientation, &upright))
        return cut_no_memory(err);
    if (want == CUT_PICTURE_COMPARE) {
        if (!keep_pixels(arena, &upright, &out->upright))
            return cut_no_memory(err);
        return take_forms(scratch, &upright, CUT_PICTURE_FORMS, out, err);
    }
    cutline_status status = take_forms(scratch, &upright, 1, out, err);
    if (status != CUTLINE_OK)
        return status;
    if (!cut_words_take(scratch, &upright, &out->words))
        return cut_no_memory(err);
    return cut_thumbnail_make(scratch, &upright, decoded->profile, arena, &out->thumbnail, err);
}

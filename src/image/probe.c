#include "image/probe.h"

/* From scale to scale: a word survives a difference of half of it. */
#define SCALE_STEP 1.1F
#define USUAL 7u

static bool copy_plane(cut_arena *arena, cut_plane *plane)
{
    size_t n = (size_t)plane->width * plane->height;
    float *to = cut_arena_raw(arena, n, sizeof *to);
    if (to)
        memcpy(to, plane->p, n * sizeof *to);
    plane->p = to;
    return to != NULL;
}

bool cut_probe_take(cut_arena *arena, cut_arena *scratch, const cut_pixels *pixels, bool wide,
                    cut_probe *out)
{
    memset(out, 0, sizeof *out);
    out->usual = USUAL;
    out->scale[USUAL] = 1.0F;
    for (unsigned i = USUAL; i > 0; i--)
        out->scale[i - 1] = out->scale[i] / SCALE_STEP;
    for (unsigned i = USUAL + 1; i < CUT_PROBE_SCALES; i++)
        out->scale[i] = out->scale[i - 1] * SCALE_STEP;
    for (unsigned i = 0; i < CUT_PROBE_SCALES; i++) {
        cut_marks *at = &out->at[i];
        cut_arena_reset(scratch);
        if ((wide || i == USUAL) && !cut_marks_find(arena, scratch, pixels, out->scale[i], at))
            return false;
        if (i == USUAL && !copy_plane(arena, &at->plane))
            return false;
        if (i != USUAL)
            at->plane.p = NULL;
    }
    return true;
}

static bool lay_plane(cut_arena *arena, const cut_plane *in, unsigned form, cut_plane *out)
{
    *out = cut_form_swaps(form) ? (cut_plane){in->height, in->width, NULL}
                                : (cut_plane){in->width, in->height, NULL};
    if (!in->p)
        return true;
    out->p = cut_arena_raw(arena, (size_t)in->width * in->height, sizeof *out->p);
    for (uint32_t y = 0; out->p && y < out->height; y++)
        for (uint32_t x = 0; x < out->width; x++) {
            uint32_t u = cut_form_mirrors(form) ? out->width - 1 - x : x;
            uint32_t v = cut_form_flips(form) ? out->height - 1 - y : y;
            out->p[(size_t)y * out->width + x] = cut_form_swaps(form)
                                                     ? in->p[(size_t)u * in->width + v]
                                                     : in->p[(size_t)v * in->width + u];
        }
    return out->p != NULL;
}

bool cut_probe_lay(cut_arena *arena, const cut_probe *in, unsigned form, cut_probe *out)
{
    *out = *in;
    for (unsigned i = 0; i < CUT_PROBE_SCALES; i++) {
        const cut_marks *from = &in->at[i];
        out->at[i].v = CUT_NEW_ARRAY(arena, cut_mark, from->n + 1);
        if (!out->at[i].v || !lay_plane(arena, &from->plane, form, &out->at[i].plane))
            return false;
        for (size_t k = 0; k < from->n; k++)
            out->at[i].v[k] = cut_mark_lay(&from->v[k], &from->plane, form);
    }
    return true;
}

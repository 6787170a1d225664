#include "image/probe.h"

/* From scale to scale: a word survives a difference of half of it. */
#define SCALE_STEP 1.1F
#define USUAL 7u

bool cut_probe_take(cut_arena *arena, const cut_pixels *pixels, bool wide, cut_probe *out)
{
    memset(out, 0, sizeof *out);
    out->usual = USUAL;
    out->scale[USUAL] = 1.0F;
    for (unsigned i = USUAL; i > 0; i--)
        out->scale[i - 1] = out->scale[i] / SCALE_STEP;
    for (unsigned i = USUAL + 1; i < CUT_PROBE_SCALES; i++)
        out->scale[i] = out->scale[i - 1] * SCALE_STEP;
    for (unsigned i = 0; i < CUT_PROBE_SCALES; i++)
        if ((wide || i == USUAL) && !cut_marks_find(arena, pixels, out->scale[i], &out->at[i]))
            return false;
    return true;
}

static bool mirror_plane(cut_arena *arena, const cut_plane *in, cut_plane *out)
{
    out->p = CUT_NEW_ARRAY(arena, float, (size_t)in->width * in->height);
    for (uint32_t y = 0; out->p && y < in->height; y++)
        for (uint32_t x = 0; x < in->width; x++)
            out->p[(size_t)y * in->width + in->width - 1 - x] = in->p[(size_t)y * in->width + x];
    return out->p != NULL;
}

bool cut_probe_mirror(cut_arena *arena, const cut_probe *in, cut_probe *out)
{
    *out = *in;
    for (unsigned i = 0; i < CUT_PROBE_SCALES; i++) {
        const cut_marks *from = &in->at[i];
        out->at[i].v = CUT_NEW_ARRAY(arena, cut_mark, from->n);
        if (!out->at[i].v)
            return false;
        for (size_t k = 0; k < from->n; k++)
            out->at[i].v[k] = cut_mark_mirror(&from->v[k], from->plane.width);
    }
    return mirror_plane(arena, &in->at[in->usual].plane, &out->at[in->usual].plane);
}

void cut_word_set_add(cut_word_set *set, const cut_probe *probe)
{
    for (unsigned i = 0; i < CUT_PROBE_SCALES; i++)
        for (size_t k = 0; k < probe->at[i].n; k++) {
            const cut_mark *mark = &probe->at[i].v[k];
            for (unsigned flip = 0; flip < 1u << CUT_MARK_DOUBTS; flip++) {
                uint32_t word = cut_mark_word(mark);
                for (unsigned d = 0; d < CUT_MARK_DOUBTS; d++)
                    word ^= (flip >> d & 1) << mark->doubts[d];
                set->bits[word / 64] |= (uint64_t)1 << word % 64;
            }
        }
}

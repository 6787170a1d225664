#include "image/part_words.h"

#define DOUBT_BITS 5u

_Static_assert(CUT_WORD_BITS + CUT_MARK_DOUBTS * DOUBT_BITS <= 32, "a word fits in four bytes");
_Static_assert(CUT_WORD_BITS <= 1u << DOUBT_BITS, "a doubt is the number of a bit");
_Static_assert(1u << CUT_MARK_DOUBTS == CUT_PART_FORMS, "a form for each way of the doubts");

/* Steps as wide as a word survives (probe.c). */
static const float scales[CUT_PART_SCALES] = {0.909F, 0.826F, 0.751F};

static void keep(const cut_mark *mark, uint8_t out[4])
{
    uint32_t word = cut_mark_word(mark);
    for (unsigned i = 0; i < CUT_MARK_DOUBTS; i++)
        word |= (uint32_t)mark->doubts[i] << (CUT_WORD_BITS + i * DOUBT_BITS);
    for (unsigned i = 0; i < 4; i++)
        out[i] = (uint8_t)(word >> 8 * i);
}

bool cut_part_words_take(cut_arena *arena, cut_arena *scratch, const cut_pixels *pixels,
                         cut_part_words *out)
{
    for (unsigned i = 0; i < CUT_PART_SCALES; i++) {
        cut_marks marks;
        if (!cut_marks_find(arena, scratch, pixels, scales[i], &marks))
            return false;
        out->counts[i] = (uint8_t)(marks.n < CUT_PART_WORDS ? marks.n : CUT_PART_WORDS);
        for (unsigned k = 0; k < out->counts[i]; k++)
            keep(&marks.v[k], out->words[i][k]);
    }
    return true;
}

void cut_part_word_forms(const uint8_t word[4], uint32_t out[CUT_PART_FORMS])
{
    uint32_t kept =
        word[0] | (uint32_t)word[1] << 8 | (uint32_t)word[2] << 16 | (uint32_t)word[3] << 24;
    for (unsigned form = 0; form < CUT_PART_FORMS; form++) {
        out[form] = kept & ((1u << CUT_WORD_BITS) - 1);
        for (unsigned i = 0; i < CUT_MARK_DOUBTS; i++) {
            uint32_t doubt = kept >> (CUT_WORD_BITS + i * DOUBT_BITS) & ((1u << DOUBT_BITS) - 1);
            out[form] ^= (form >> i & 1u) << doubt % CUT_WORD_BITS;
        }
    }
}

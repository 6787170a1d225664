/*
 * The words that a picture is looked up by: those of its marks at all scales, and those that differ
 * from them in the least certain bits. A photo that the picture shows has words in common with it
 * that are all of one form and of neighbouring scales; those that an unrelated photo has by chance
 * are strewn over all of them. So words are counted apart for each form, and for each window of
 * three scales.
 */
#ifndef CUT_IMAGE_ASKED_H
#define CUT_IMAGE_ASKED_H

#include "image/probe.h"

/* Scales in a window, and windows: window w has the scales from w on. */
#define CUT_WINDOW_SCALES 3u
#define CUT_WINDOWS (CUT_PROBE_SCALES - CUT_WINDOW_SCALES + 1)

/* Words counted in each window, four bits each: no more than 15, which leaves no doubt. */
typedef uint64_t cut_window_counts;

typedef struct cut_asked_word {
    cut_window_counts windows; /* 1 in those that it is in */
    uint32_t kind;             /* see cut_word_kind */
    uint8_t form;
} cut_asked_word;

typedef struct cut_asked {
    cut_asked_word *v; /* by kind, then form; each once */
    size_t n;
} cut_asked;

/* The words of a wide probe. scratch: emptied, and used meanwhile. False if memory runs out. */
bool cut_asked_take(cut_arena *arena, cut_arena *scratch, const cut_probe *probe, cut_asked *out);

/* The words of a kind: sets *n to how many there are. */
const cut_asked_word *cut_asked_find(const cut_asked *asked, uint32_t kind, size_t *n);

/* How the picture must be laid so that its word lies as that of the photo, which is of the same
 * kind and of form photo_form. */
static inline unsigned cut_asked_form(const cut_asked_word *word, unsigned photo_form)
{
    return cut_form_then(word->form, cut_form_back(photo_form));
}

static inline cut_window_counts cut_windows_add(cut_window_counts counts, cut_window_counts more)
{
    cut_window_counts full = counts & counts >> 1 & counts >> 2 & counts >> 3;
    return counts + (more & ~full);
}

/* The window with the highest count, and that count. */
unsigned cut_windows_best(cut_window_counts counts, unsigned *window);

#endif

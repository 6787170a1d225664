/*
 * Which photos have which kinds of words (cut_word_kind): the blocks that a catalog keeps of it.
 *
 * A block has kinds in ascending order, and of each its photos in ascending order. All numbers are
 * of 16 bits, little-endian: how many kinds there are; for each, how far it is from the first one,
 * and where its photos end, counted in numbers; then the photos. A photo is a step of 13 bits from
 * the one before (the first: from the first photo that there may be) and, in the low 3 bits, its
 * word's form. The largest step names no photo, but is a step farther. One photo in 4,000 has a
 * word of one kind, whatever the catalog's size, so that a photo takes 1.16 numbers.
 */
#ifndef CUT_STORE_POSTINGS_H
#define CUT_STORE_POSTINGS_H

#include "base/arena.h"
#include "base/error.h"

/* A block fills a page of the database, unless one kind alone takes more. */
#define CUT_POSTINGS_BYTES 16200u
/* Numbers that the photos of one kind may take. One that more have tells nothing (plain skies,
 * studio backgrounds), and is left out. */
#define CUT_POSTINGS_MOST 16384u

/* A block that is being read. */
typedef struct cut_postings_block {
    cut_view bytes;
    uint32_t first; /* kind */
    uint32_t kinds; /* 0 if the bytes are no block */
} cut_postings_block;

cut_postings_block cut_postings_open(cut_view bytes, uint32_t first);
/* Kind number i of it. */
uint32_t cut_postings_kind(const cut_postings_block *block, uint32_t i);

/* The photos of a kind that are still to come. */
typedef struct cut_postings {
    const uint8_t *p, *end;
    uint32_t at; /* photo, counted from the first that there may be */
} cut_postings;

cut_postings cut_postings_of(const cut_postings_block *block, uint32_t i);

#define CUT_POSTINGS_STEP 8191u

/* The next photo and its form; false at the end. */
static inline bool cut_postings_next(cut_postings *p, uint32_t *photo, unsigned *form)
{
    while (p->p < p->end) {
        unsigned number = p->p[0] | (unsigned)p->p[1] << 8;
        p->p += 2;
        p->at += number >> 3;
        if (number >> 3 == CUT_POSTINGS_STEP)
            continue;
        *photo = p->at;
        *form = number & 7;
        return true;
    }
    return false;
}

/* Takes a block that is complete: its first kind and its bytes, valid during the call. */
typedef cutline_status (*cut_postings_fn)(uint32_t first, cut_view bytes, void *context,
                                          cutline_error *err);

/* Blocks that are being made. */
typedef struct cut_postings_maker {
    cut_postings_fn write;
    void *context;
    uint32_t first, kinds; /* of the block at hand; its first kind, and how many */
    size_t done, n;        /* numbers of its kinds, and with those of the next kind */
    uint32_t at, form;     /* photo before, and its form; at 0 and form 8 if there is none */
    bool too_many;         /* photos of the next kind */
    uint16_t *heads;       /* two for each kind */
    uint16_t *numbers;
    uint8_t *bytes; /* room for the largest block */
} cut_postings_maker;

/* False if memory runs out. */
bool cut_postings_maker_init(cut_postings_maker *m, cut_arena *arena, cut_postings_fn write,
                             void *context);
/* A photo of the next kind. They come in ascending order; the same photo in the same form again is
 * left out. */
void cut_postings_add(cut_postings_maker *m, uint32_t photo, unsigned form);
/* The photos that were added are those of a kind, which come in ascending order. */
CUTLINE_MUST_CHECK cutline_status cut_postings_end_kind(cut_postings_maker *m, uint32_t kind,
                                                        cutline_error *err);
/* Writes what is left. */
CUTLINE_MUST_CHECK cutline_status cut_postings_finish(cut_postings_maker *m, cutline_error *err);

#endif

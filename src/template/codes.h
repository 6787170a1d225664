/* A set of codes in memory, shared by reading and expanding. */
#ifndef CUT_TEMPLATE_CODES_H
#define CUT_TEMPLATE_CODES_H

#include "base/arena.h"

#include <cutline/codes.h>

/* A code, and where it came from. */
typedef struct cut_code {
    cutline_code info;
    unsigned file; /* number of the file that gave its replacements */
} cut_code;

struct cutline_codes {
    cut_arena arena;
    CUT_VEC(cut_code) codes; /* in the order of adding */
    size_t *slots;           /* hash table: index into codes + 1, 0: free; a power of two of them */
    size_t slot_count;
    unsigned files; /* files added so far */
};

/* The code, or NULL. */
cut_code *cut_codes_find(const cutline_codes *codes, cut_str code);

#endif

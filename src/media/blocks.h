/*
 * Collecting metadata blocks of a container: parts are noted while the container is walked, then
 * read and joined in one go. For the scanners of this folder.
 */
#ifndef CUT_MEDIA_BLOCKS_H
#define CUT_MEDIA_BLOCKS_H

#include "media/media.h"

/* A block to be: its parts so far. */
typedef struct cut_pending {
    cut_block_kind kind;
    char guid[33];     /* as in cut_block */
    uint32_t key;      /* tells blocks of one kind apart (JUMBF box instance), else 0 */
    uint64_t declared; /* length the parts must have together and their order must count up to;
                          0 if nothing says so */
    cut_block_part *first, *last;
    size_t part_count;
    uint64_t total; /* bytes of all parts */
} cut_pending;

typedef struct cut_collector {
    cut_source *source;
    cut_arena *arena;
    cut_layout *out;
    cut_findings *findings;
    CUT_VEC(cut_pending *) blocks;
} cut_collector;

/* A new block of a kind; NULL if memory runs out. */
cut_pending *cut_collect_block(cut_collector *c, cut_block_kind kind);
/* The last pending block of a kind, or NULL. */
cut_pending *cut_collect_last(const cut_collector *c, cut_block_kind kind);
/* Adds a part to a block; false if memory runs out. */
bool cut_collect_part(cut_collector *c, cut_pending *block, uint64_t offset, size_t length,
                      uint64_t order);
/* A block of one part; false if memory runs out. */
bool cut_collect_whole(cut_collector *c, cut_block_kind kind, uint64_t offset, uint64_t length);
/* Reads all pending blocks into the layout. What is over a limit, incomplete or cut short by the
 * end of the file becomes a finding. CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_collect_finish(cut_collector *c, cutline_error *err);

/* Adds a block whose bytes are at hand to the layout; false if memory runs out. */
bool cut_collect_ready(cut_collector *c, cut_block_kind kind, cut_view bytes, uint64_t offset);

#endif

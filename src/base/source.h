/*
 * Source: where a parser's bytes come from, a file or memory, with one interface for both.
 * Files are read with pread, never mapped: a file that is cut short by another program while it is
 * read gives an error, not a fault. The first bytes hold all metadata of most photos, so they are
 * kept: CUT_SOURCE_FIRST of them are read at once, and when one behind them is asked for, all up to
 * CUT_SOURCE_HEAD. What lies beyond is fetched on demand. All of a file is kept if it is to be read
 * more than once, which is asked for by cut_source_keep_all().
 */
#ifndef CUT_BASE_SOURCE_H
#define CUT_BASE_SOURCE_H

#include "base/arena.h"
#include "base/error.h"

#define CUT_SOURCE_FIRST ((size_t)16 << 10)
#define CUT_SOURCE_HEAD ((size_t)64 << 10)
/* Larger files are not kept whole: those of cameras with 50 megapixels come to it. */
#define CUT_SOURCE_WHOLE ((size_t)16 << 20)

typedef struct cut_source {
    const char *name; /* for messages; not owned, must outlive the source */
    uint64_t size;    /* bytes in all */
    int64_t mtime_ns; /* file modification time, nanoseconds since 1970 UTC; 0 for memory */
    uint64_t inode;   /* file only, else 0 */
    uint64_t device;  /* file only, else 0 */
    int fd;           /* open file, or -1 for memory; owned */
    cut_view head; /* the first bytes, CUT_SOURCE_FIRST at least; all that are kept or in memory */
    uint8_t *room; /* where head lies: has room for CUT_SOURCE_HEAD bytes, or for all; NULL for
                      memory */
    cut_arena *arena; /* holds head and fetched views; not owned */
} cut_source;

/* Opens a regular file. Views stay valid until the arena is reset or released.
 * CUTLINE_IO (not there, no permission, not a regular file), CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_source_open(cut_source *s, const char *path, cut_arena *arena,
                                                  cutline_error *err);
/* A source over bytes that the caller keeps alive. */
void cut_source_from_memory(cut_source *s, const char *name, cut_view bytes, cut_arena *arena);
void cut_source_close(cut_source *s);

/* Reads all of a file of CUT_SOURCE_WHOLE bytes or fewer at once: for one of whose pixels a hash is
 * taken before they are decoded. Copying it out of the system twice would cost a twentieth of the
 * decoding. Where there is no memory for it or reading fails, nothing is changed: whoever needs the
 * bytes hears of it. */
void cut_source_keep_all(cut_source *s);
/* The bytes from offset on that are in memory already; empty if there are none. */
cut_view cut_source_held(const cut_source *s, uint64_t offset);

/* A view of [offset, offset + n), all or nothing. CUTLINE_MALFORMED with file and byte if the
 * source ends before; CUTLINE_IO; CUTLINE_NO_MEMORY. `what` is the thing read, for the message. */
CUTLINE_MUST_CHECK cutline_status cut_source_view(cut_source *s, uint64_t offset, size_t n,
                                                  const char *what, cut_view *out,
                                                  cutline_error *err);
/* A view of up to n bytes from offset: fewer (even none) at the end of the source. */
CUTLINE_MUST_CHECK cutline_status cut_source_peek(cut_source *s, uint64_t offset, size_t n,
                                                  cut_view *out, cutline_error *err);
/* Copies up to n bytes into a caller's buffer, for streaming over image data. */
CUTLINE_MUST_CHECK cutline_status cut_source_read(cut_source *s, uint64_t offset, void *to,
                                                  size_t n, size_t *got, cutline_error *err);
/* The whole source as one view; CUTLINE_LIMIT if it is larger than max bytes. */
CUTLINE_MUST_CHECK cutline_status cut_source_all(cut_source *s, uint64_t max, cut_view *out,
                                                 cutline_error *err);

#endif

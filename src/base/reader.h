/*
 * Bounded reader: all parsers take bytes through it. It knows its name and where its bytes lie in
 * the file, so a read past the end gives "photo.jpg: byte 1234: IIM: 5 bytes wanted, 2 left".
 * A failed read is sticky, sets the error once and returns zeros from then on, so that a group of
 * reads can be checked with one cut_reader_ok().
 */
#ifndef CUT_BASE_READER_H
#define CUT_BASE_READER_H

#include "base/error.h"
#include "base/str.h"

typedef struct cut_reader {
    cut_view bytes;     /* what is read; not owned */
    size_t at;          /* position of the next byte in bytes */
    uint64_t base;      /* position of bytes.p[0] in the file */
    const char *name;   /* what is being read, for messages, e.g. "IIM"; not owned */
    const char *file;   /* file name for messages, may be NULL; not owned */
    cutline_error *err; /* receives the first failure; may be NULL */
    bool big_endian;    /* byte order of cut_read_u16/u32/u64 (TIFF-style data) */
    bool failed;        /* a read went past the end */
} cut_reader;

cut_reader cut_reader_over(cut_view bytes, uint64_t base, const char *name, const char *file,
                           cutline_error *err);

static inline bool cut_reader_ok(const cut_reader *r)
{
    return !r->failed;
}
static inline size_t cut_reader_left(const cut_reader *r)
{
    return r->failed ? 0 : r->bytes.n - r->at;
}
/* Position of the next byte in the file. */
static inline uint64_t cut_reader_offset(const cut_reader *r)
{
    return r->base + r->at;
}

/* Records a failure at the current position (format as printf) and returns CUTLINE_MALFORMED. */
cutline_status cut_reader_fail(cut_reader *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

uint8_t cut_read_u8(cut_reader *r);
uint16_t cut_read_u16be(cut_reader *r);
uint32_t cut_read_u32be(cut_reader *r);
uint64_t cut_read_u64be(cut_reader *r);
uint16_t cut_read_u16le(cut_reader *r);
uint32_t cut_read_u32le(cut_reader *r);
uint64_t cut_read_u64le(cut_reader *r);
/* In the reader's own byte order. */
uint16_t cut_read_u16(cut_reader *r);
uint32_t cut_read_u32(cut_reader *r);
uint64_t cut_read_u64(cut_reader *r);
/* The next n bytes as a view; an empty view with p == NULL if they are not there. */
cut_view cut_read_view(cut_reader *r, size_t n);
void cut_read_skip(cut_reader *r, size_t n);
/* Moves to a position in bytes; past the end is a failure. */
void cut_read_seek(cut_reader *r, size_t at);
/* True, and moves on, if the next bytes are exactly `magic`; otherwise stays. Never fails. */
bool cut_read_match(cut_reader *r, cut_str magic);

#endif

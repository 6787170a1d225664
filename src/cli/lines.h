/*
 * Items from a file descriptor, one after the other: lines, or the parts between NUL bytes.
 * Memory is bounded by the longest item that is allowed; a longer one is passed over and said so.
 */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum cli_line_result {
    CLI_LINE,       /* an item */
    CLI_LINE_LONG,  /* an item over the limit, passed over */
    CLI_LINE_END,   /* no more items */
    CLI_LINE_FAILED /* reading failed; errno value in `failed` */
} cli_line_result;

typedef struct cli_lines {
    int fd;
    char separator;    /* '\n' or '\0' */
    char *buffer;      /* owned */
    size_t size;       /* bytes it can hold: the longest item and one more */
    size_t start, end; /* what was read and not handed out yet: [start, end) */
    bool at_end;       /* nothing more will come */
    uint64_t number;   /* of the item handed out last, from 1 */
    int failed;
} cli_lines;

/* Ready to read items of up to max bytes. False if memory runs out. */
bool cli_lines_init(cli_lines *l, int fd, char separator, size_t max);
void cli_lines_release(cli_lines *l);

/* An item is at hand without waiting for input. */
bool cli_lines_ready(const cli_lines *l);

/* The next item without its separator, NUL-terminated, valid until the next call; length without
 * the NUL (an item may hold NUL bytes itself). */
cli_line_result cli_lines_next(cli_lines *l, char **item, size_t *length);

#endif

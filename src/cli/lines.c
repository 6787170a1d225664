#include "cli/lines.h"

#include "cli/signals.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool cli_lines_init(cli_lines *l, int fd, char separator, size_t max)
{
    *l = (cli_lines){.fd = fd, .separator = separator, .size = max + 1};
    l->buffer = malloc(l->size);
    return l->buffer != NULL;
}

void cli_lines_release(cli_lines *l)
{
    free(l->buffer);
    l->buffer = NULL;
}

static char *find_separator(const cli_lines *l)
{
    if (l->start == l->end)
        return NULL;
    return memchr(l->buffer + l->start, l->separator, l->end - l->start);
}

bool cli_lines_ready(const cli_lines *l)
{
    return l->at_end || find_separator(l) != NULL;
}

/* Reads some more behind what is there. False at the end of the input. */
static bool fill(cli_lines *l)
{
    if (l->start > 0) {
        memmove(l->buffer, l->buffer + l->start, l->end - l->start);
        l->end -= l->start;
        l->start = 0;
    }
    ssize_t got;
    do
        got = read(l->fd, l->buffer + l->end, l->size - l->end);
    while (got < 0 && errno == EINTR && !cli_interrupted());
    if (got < 0 && !cli_interrupted())
        l->failed = errno;
    if (got <= 0) {
        l->at_end = true;
        return false;
    }
    l->end += (size_t)got;
    return true;
}

/* Passes over the rest of an item that does not fit the buffer. */
static cli_line_result pass_over(cli_lines *l)
{
    char *separator;
    do {
        l->start = l->end = 0;
        if (!fill(l))
            return l->failed ? CLI_LINE_FAILED : CLI_LINE_LONG;
    } while ((separator = find_separator(l)) == NULL);
    l->start = (size_t)(separator + 1 - l->buffer);
    return CLI_LINE_LONG;
}

cli_line_result cli_lines_next(cli_lines *l, char **item, size_t *length)
{
    char *separator;
    l->number++;
    while ((separator = find_separator(l)) == NULL && !l->at_end) {
        if (l->end - l->start == l->size)
            return pass_over(l);
        (void)fill(l);
    }
    if (l->failed)
        return CLI_LINE_FAILED;
    if (!separator) {
        if (l->start == l->end)
            return CLI_LINE_END;
        /* The last item has no separator. There is room for one: at the end of the input the
         * buffer is never full. */
        separator = l->buffer + l->end++;
    }
    *item = l->buffer + l->start;
    *length = (size_t)(separator - *item);
    *separator = '\0';
    l->start += *length + 1;
    return CLI_LINE;
}

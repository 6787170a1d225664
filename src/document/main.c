#include "document/options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Exit codes, those of cutline. */
enum { DONE = 0, USAGE = 2, FAILED = 4 };

#define REPORT_INTERVAL_MS 100

static const doc_format *const formats[] = {&doc_xlsx, &doc_pdf};

bool doc_fail(doc *d, const char *format, ...)
{
    va_list args;
    if (d->failed)
        return false;
    d->failed = true;
    va_start(args, format);
    fputs("cutline: sheet: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return false;
}

bool doc_write(const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t n = write(STDOUT_FILENO, at, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += n;
        length -= (size_t)n;
    }
    return true;
}

size_t doc_column(const doc *d, const char *name)
{
    size_t i = 0;
    while (i < d->heads->count && strcmp(d->heads->items[i].column->name, name) != 0)
        i++;
    return i;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void report(const doc *d)
{
    if (d->options.report_fd >= 0)
        dprintf(d->options.report_fd,
                "rows %llu killed %llu restricted %llu cut %llu glyphs %llu\n",
                (unsigned long long)d->counts.rows, (unsigned long long)d->counts.killed,
                (unsigned long long)d->counts.restricted, (unsigned long long)d->cut,
                (unsigned long long)d->glyphs);
}

/* Reports some times a second at most. */
static void report_if_due(const doc *d, struct timespec *last)
{
    struct timespec now;
    if (d->options.report_fd < 0 || clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return;
    long ms = (long)(now.tv_sec - last->tv_sec) * 1000 + (now.tv_nsec - last->tv_nsec) / 1000000;
    if (ms < REPORT_INTERVAL_MS)
        return;
    *last = now;
    report(d);
}

/* What the callback of the rows knows. */
struct run {
    doc *d;
    struct timespec reported;
};

static bool begin(doc *d)
{
    d->begun = true;
    return d->format->begin(d);
}

static int take_row(const cutline_sheet_row *row, void *context)
{
    struct run *run = context;
    doc *d = run->d;
    if ((!d->begun && !begin(d)) || !d->format->row(d, row))
        return 1;
    report_if_due(d, &run->reported);
    return 0;
}

/* The columns asked for, and "marks", which every document shows. To be freed. */
static char *columns_with_marks(const char *columns)
{
    char *text = NULL;
    cutline_sheet_heads *heads;
    cutline_error err;
    if (!columns)
        return strdup("media_id,headline,caption,credit,byline,city,country,date,"
                      "file,rights,marks");
    if (cutline_sheet_heads_of(columns, &heads, &err) != CUTLINE_OK)
        return strdup(columns);
    bool has = false;
    for (size_t i = 0; i < heads->count; i++)
        has |= strcmp(heads->items[i].column->name, "marks") == 0;
    cutline_sheet_heads_free(heads);
    if (has)
        return strdup(columns);
    return asprintf(&text, "%s,marks", columns) < 0 ? NULL : text;
}

static bool write_rows(doc *d, cutline_catalog *catalog, const char *columns)
{
    cutline_error err;
    struct run run = {.d = d};
    const cutline_sheet_options options = {.columns = columns,
                                           .lang = d->options.lang,
                                           .group = d->options.group,
                                           .thumbnails = d->options.pictures,
                                           .killed = d->options.killed};
    cutline_status status =
        cutline_sheet_read(catalog, d->options.query, &options, take_row, &run, &d->counts, &err);
    if (status == CUTLINE_CANCELLED && d->failed)
        return false;
    if (status != CUTLINE_OK)
        return doc_fail(d, "%s", err.message);
    if (!d->begun && (!d->options.allow_empty || !begin(d)))
        return !d->failed;
    return d->format->end(d);
}

static bool write_sheet(doc *d)
{
    cutline_error err;
    cutline_catalog *catalog = NULL;
    char *columns = columns_with_marks(d->options.columns);
    bool ok = false;
    if (!columns)
        doc_fail(d, "out of memory");
    else if (cutline_catalog_open(d->options.db, CUTLINE_OPEN_READ, &catalog, &err) != CUTLINE_OK ||
             cutline_sheet_heads_of(columns, &d->heads, &err) != CUTLINE_OK)
        doc_fail(d, "%s", err.message);
    else
        ok = write_rows(d, catalog, columns);
    d->format->release(d);
    report(d);
    cutline_sheet_heads_free(d->heads);
    cutline_catalog_close(catalog);
    free(columns);
    return ok;
}

#ifdef __SANITIZE_ADDRESS__
/* The libraries keep fonts for the next document until the program ends, and cairo 1.16 loses some
 * memory of each CFF font (Chinese, Japanese, Korean) that it embeds. To have them let go of it
 * (cairo_debug_reset_static_data) would end the program now and then: not all of cairo's own
 * references are gone by then. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libcairo.so\nleak:libfontconfig.so\nleak:libpango\nleak:libglib\nleak:libharfbuzz."
           "so";
}

/* What was suppressed is no message of ours. */
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

int main(int argc, char **argv)
{
    doc d = {.format = NULL};
    if (doc_options_parse(&d.options, argc, argv))
        for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
            if (strcmp(formats[i]->name, d.options.format) == 0)
                d.format = formats[i];
    if (!d.format) {
        fputs("cutline-sheet is run by `cutline sheet`\n", stderr);
        return USAGE;
    }
    return write_sheet(&d) ? DONE : FAILED;
}

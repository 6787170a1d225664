#include "cli/progress.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Between lines, in milliseconds. */
#define BAR_INTERVAL 100
#define JSON_INTERVAL 1000
#define BAR_COLUMNS 12
/* The rate is that of about the last five seconds. */
#define RATE_SECONDS 5.0

void cli_progress_init(cli_progress *progress, cli *c, const char *noun)
{
    bool is_seen = !c->globals.quiet && isatty(STDERR_FILENO) == 1;
    *progress =
        (cli_progress){.c = c, .noun = noun, .json = c->globals.progress == CLI_PROGRESS_JSON};
    progress->wanted = progress->json || c->globals.progress == CLI_PROGRESS_BAR ||
                       (c->globals.progress == CLI_PROGRESS_AUTO && is_seen);
}

static long long now_ms(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Brings the rate up to date: what the last interval says weighs more the longer it was. */
static void measure(cli_progress *progress, long long now)
{
    double seconds = (double)(now - progress->shown) / 1000;
    double done = (double)(progress->state.done - progress->shown_done);
    if (seconds <= 0 || progress->state.done < progress->shown_done)
        return;
    double weight = progress->rate > 0 ? seconds / (RATE_SECONDS + seconds) : 1;
    progress->rate += (done / seconds - progress->rate) * weight;
}

/* Seconds until all is done; -1 if that cannot be told. */
static double seconds_left(const cli_progress *progress)
{
    const cli_progress_state *s = &progress->state;
    if (s->total == 0 || progress->rate <= 0)
        return -1;
    return s->done < s->total ? (double)(s->total - s->done) / progress->rate : 0;
}

/* ---- for people ------------------------------------------------------------------------------ */

static void print_bar(FILE *to, const cli_progress_state *s, const char *noun)
{
    char bar[BAR_COLUMNS + 1];
    size_t filled = s->done >= s->total
                        ? BAR_COLUMNS
                        : (size_t)((double)s->done / (double)s->total * BAR_COLUMNS);
    memset(bar, '-', BAR_COLUMNS);
    memset(bar, '#', filled);
    bar[BAR_COLUMNS] = '\0';
    fprintf(to, "[%s] %" PRIu64 " of %" PRIu64 " %s", bar, s->done, s->total, noun);
}

/* "3.2 GB": powers of 1000, as disks are sold and file managers count. */
static void print_bytes(FILE *to, uint64_t bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    double n = (double)bytes;
    size_t unit = 0;
    while (n >= 1000 && unit < sizeof units / sizeof units[0] - 1) {
        n /= 1000;
        unit++;
    }
    fprintf(to, ", %.*f %s", unit > 0 && n < 10 ? 1 : 0, n, units[unit]);
}

/* "0:12" or "1:02:03" */
static void print_time(FILE *to, double seconds)
{
    unsigned long s = seconds < 360000 ? (unsigned long)(seconds + 0.5) : 359999;
    if (s >= 3600)
        fprintf(to, ", %lu:%02lu:%02lu left", s / 3600, s / 60 % 60, s % 60);
    else
        fprintf(to, ", %lu:%02lu left", s / 60, s % 60);
}

static void print_state(FILE *to, const cli_progress *progress)
{
    const cli_progress_state *s = &progress->state;
    double left = seconds_left(progress);
    if (s->total > 0)
        print_bar(to, s, progress->noun);
    else
        fprintf(to, "%" PRIu64 " %s", s->done, progress->noun);
    if (s->bytes > 0)
        print_bytes(to, s->bytes);
    if (progress->rate > 0)
        fprintf(to, ", %.0f/s", progress->rate);
    if (s->errors > 0)
        fprintf(to, ", %" PRIu64 " failed", s->errors);
    if (left >= 0)
        print_time(to, left);
}

/* One write, no longer than the terminal is wide: a line that wraps cannot be written over. */
static void print_line(cli_progress *progress)
{
    char line[256] = "";
    FILE *to = fmemopen(line, sizeof line, "w");
    if (!to)
        return;
    print_state(to, progress);
    fclose(to);
    int columns = (int)progress->c->out.columns - 1;
    progress->c->progress_shown = true;
    fprintf(stderr, "\r\033[K%.*s", columns, line);
    fflush(stderr);
}

/* ---- for programs ---------------------------------------------------------------------------- */

static void print_number(FILE *to, const char *name, uint64_t number, bool known)
{
    if (known)
        fprintf(to, ",\"%s\":%" PRIu64, name, number);
    else
        fprintf(to, ",\"%s\":null", name);
}

static void print_json(cli_progress *progress, long long now, bool last)
{
    const cli_progress_state *s = &progress->state;
    double left = last ? 0 : seconds_left(progress);
    fprintf(stderr, "{\"progress\":\"%s\",\"done\":%" PRIu64, last ? "end" : "going", s->done);
    print_number(stderr, "total", s->total, s->total > 0);
    print_number(stderr, "bytes", s->bytes, true);
    print_number(stderr, "total_bytes", s->total_bytes, s->total_bytes > 0);
    print_number(stderr, "errors", s->errors, true);
    fprintf(stderr, ",\"seconds\":%.3f,\"rate\":%.1f",
            progress->began ? (double)(now - progress->began) / 1000 : 0, progress->rate);
    if (left >= 0)
        fprintf(stderr, ",\"seconds_left\":%.0f}\n", left);
    else
        fputs(",\"seconds_left\":null}\n", stderr);
    fflush(stderr);
}

/* ---- the calls ------------------------------------------------------------------------------- */

void cli_progress_tell(cli_progress *progress, const cli_progress_state *state)
{
    if (!progress->wanted)
        return;
    long long now = now_ms();
    progress->state = *state;
    if (progress->began == 0)
        progress->began = progress->shown = now;
    if (now - progress->shown < (progress->json ? JSON_INTERVAL : BAR_INTERVAL))
        return;
    measure(progress, now);
    progress->shown = now;
    progress->shown_done = state->done;
    if (progress->json)
        print_json(progress, now, false);
    else
        print_line(progress);
}

void cli_progress_show(cli_progress *progress, uint64_t done, uint64_t total)
{
    cli_progress_tell(progress, &(cli_progress_state){.done = done, .total = total});
}

void cli_progress_end(cli_progress *progress)
{
    cli_progress_clear(progress->c);
    if (!progress->json)
        return;
    long long now = now_ms();
    double seconds = progress->began ? (double)(now - progress->began) / 1000 : 0;
    if (seconds > 0) /* of the whole work */
        progress->rate = (double)progress->state.done / seconds;
    print_json(progress, now, true);
}

#include "cli/sheet_helper.h"

#include "cli/libexec.h"
#include "cli/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long an interrupt may go unseen. */
#define WAIT_MS 100

const char *cli_sheet_helper_format_at(size_t index)
{
    static const char *const formats[] = {"xlsx", "pdf"};
    return index < sizeof formats / sizeof formats[0] ? formats[index] : NULL;
}

/* The options of cutline-sheet that are not "--name value". */
struct words {
    const char *v[40];
    size_t n;
};

static void add_word(struct words *words, const char *name, const char *value)
{
    if (!value)
        return;
    words->v[words->n++] = name;
    words->v[words->n++] = value;
}

/* What cutline-sheet reports of itself: "rows 12 killed 0 restricted 3 cut 1 glyphs 0". */
struct report {
    uint64_t cut;    /* captions that did not fit their cells */
    uint64_t glyphs; /* characters that no font has */
};

static void take_report(cli_sheet_target *target, struct report *report, const char *line)
{
    cutline_sheet_counts counts;
    struct report said;
    char *end;
    static const char *const names[] = {"rows ", " killed ", " restricted ", " cut ", " glyphs "};
    uint64_t *values[] = {&counts.rows, &counts.killed, &counts.restricted, &said.cut,
                          &said.glyphs};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t length = strlen(names[i]);
        if (strncmp(line, names[i], length) != 0)
            return;
        *values[i] = strtoull(line + length, &end, 10);
        line = end;
    }
    target->counts = counts;
    *report = said;
    cli_sheet_target_show(target);
}

/* Takes the whole lines of what was read, and keeps the rest. */
static void take_lines(cli_sheet_target *target, struct report *report, char *bytes, size_t *length)
{
    char *line = bytes, *end;
    bytes[*length] = '\0';
    while ((end = strchr(line, '\n')) != NULL) {
        *end = '\0';
        take_report(target, report, line);
        line = end + 1;
    }
    *length = strlen(line);
    memmove(bytes, line, *length);
}

/* Reads reports until the program is over. Ctrl-C reaches it from the terminal; other interrupts
 * are passed on. */
static void follow(cli_sheet_target *target, struct report *report, int fd, pid_t child)
{
    char bytes[512];
    size_t length = 0;
    ssize_t got = 1;
    bool told = false;
    struct pollfd reports = {.fd = fd, .events = POLLIN};
    while (got != 0) {
        if (cli_interrupted() && !told)
            told = kill(child, SIGTERM) == 0;
        if (poll(&reports, 1, WAIT_MS) <= 0)
            continue;
        got = read(fd, bytes + length, sizeof bytes - 1 - length);
        if (got < 0 && errno != EINTR)
            break;
        length += got > 0 ? (size_t)got : 0;
        take_lines(target, report, bytes, &length);
        if (length == sizeof bytes - 1)
            length = 0;
    }
    close(fd);
}

/* Says what became of the program; true if it did what it was to do.
 */
static bool ended_well(cli_sheet_target *target, pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    cli_progress_end(&target->progress);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFEXITED(status))
        cli_note(target->c, CLI_FAILED); /* it said why */
    else if (!cli_interrupted())
        cli_fail(target->c, CLI_FAILED, "cutline-sheet was ended by signal %d", WTERMSIG(status));
    return false;
}

static void say_odd(cli *c, const struct report *report)
{
    if (report->cut > 0)
        cli_warn(c, "%" PRIu64 " texts were longer than their cells can be, and are cut",
                 report->cut);
    if (report->glyphs > 0)
        cli_warn(c,
                 "%" PRIu64 " characters are in none of the fonts of this machine; the packages "
                 "fonts-noto-core and fonts-noto-cjk have most",
                 report->glyphs);
}

/* Runs it with its standard output going to the target, its report to a pipe. */
static void run(cli_sheet_target *target, struct words *words)
{
    pid_t child;
    int report_pipe[2];
    struct report report = {0};
    posix_spawn_file_actions_t actions;
    if (pipe2(report_pipe, O_CLOEXEC) != 0 || posix_spawn_file_actions_init(&actions) != 0) {
        cli_fail_memory(target->c);
        return;
    }
    cli_out_flush(&target->c->out);
    if (target->to_file)
        posix_spawn_file_actions_adddup2(&actions, target->file.fd, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, report_pipe[1], 3);
    char **argv = calloc(words->n + 1, sizeof *argv);
    if (argv)
        memcpy(argv, words->v, words->n * sizeof *argv);
    int failed = argv ? cli_libexec_spawn(&child, "cutline-sheet", &actions, argv) : ENOMEM;
    close(report_pipe[1]);
    posix_spawn_file_actions_destroy(&actions);
    free(argv);
    if (failed) {
        close(report_pipe[0]);
        cli_fail(target->c, CLI_FAILED,
                 "cannot run cutline-sheet, which writes this format: %s; it belongs beside "
                 "cutline or in libexec/cutline",
                 strerror(failed));
        return;
    }
    follow(target, &report, report_pipe[0], child);
    if (ended_well(target, child) && !(target->to_file && cli_interrupted())) {
        cli_sheet_target_conclude(target);
        say_odd(target->c, &report);
    }
}

static int stop_at_first(const cutline_sheet_row *row, void *context)
{
    (void)row;
    (void)context;
    return 1;
}

/* Whether query and columns can be meant: said here, where the words of the user are known. */
static bool check(cli_sheet_target *target, const cutline_sheet_options *options)
{
    cutline_error err;
    cutline_sheet_counts counts;
    cutline_sheet_options first = *options;
    first.group = CUTLINE_GROUP_NONE;
    first.thumbnails = false;
    cutline_status status = cutline_sheet_read(target->c->catalog, target->query, &first,
                                               stop_at_first, NULL, &counts, &err);
    if (status == CUTLINE_OK || status == CUTLINE_CANCELLED)
        return true;
    cli_fail_query(target->c, target->query, &err);
    return false;
}

void cli_sheet_helper_write(cli_sheet_target *target, const cutline_sheet_options *options)
{
    const cli_sheet_flags *flags = target->flags;
    struct words words = {.v = {"cutline-sheet", options->format}, .n = 2};
    char *group = cli_sheet_word("group", flags->group);
    char *layout = cli_sheet_word("layout", flags->layout);
    char *paper = cli_sheet_word("paper", flags->paper);
    bool pictures = strcmp(options->format, "pdf") == 0 ? !flags->no_thumbs : flags->thumbs;
    if (group && layout && paper && check(target, options)) {
        add_word(&words, "--report", "3");
        add_word(&words, "--db", target->c->catalog_path);
        add_word(&words, "--query", target->query);
        add_word(&words, "--columns", flags->columns);
        add_word(&words, "--lang", flags->lang);
        add_word(&words, "--title", flags->title);
        add_word(&words, "--made", options->made);
        add_word(&words, "--group", group);
        add_word(&words, "--layout", layout);
        add_word(&words, "--paper", paper);
        add_word(&words, "--pictures", pictures ? "yes" : NULL);
        add_word(&words, "--killed", flags->killed ? "yes" : NULL);
        add_word(&words, "--allow-empty", flags->allow_empty ? "yes" : NULL);
        run(target, &words);
    }
    free(group);
    free(layout);
    free(paper);
}

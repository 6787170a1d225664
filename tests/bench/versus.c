/*
 * Runs commands in turn, A B C A B C ..., and prints for each what it took and its ratio to the
 * first, as rows of a Markdown table:
 *
 *   versus [-n RUNS] [-w WARMUP] [-u UNITS] [-i FILE] [-e FILE [-p]] --
 *          NAME PREPARE COMMAND... [-- NAME ...]
 *
 * -n  counted runs of each (default 5)
 * -w  runs before them that are not counted (default 1)
 * -u  pieces of work in one run; gives the column of pieces a second
 * -i  standard input of the commands
 * -e  instead of equal runs one for each line of FILE, whose parts, separated by tabs, stand for
 *     {1}, {2}, ... in the arguments; -n says how often the file is gone through, and the 50th and
 *     95th percentile over its lines (each by its median) are printed
 *
 * An argument "@FILE" stands for the lines of FILE, each an argument.
 * PREPARE is a shell command, not counted, before each run; "" for none. Output of the commands
 * goes nowhere. Pairing the runs makes the ratio hold when the speed of the machine drifts.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_COMMANDS = 6, MAX_ARGUMENTS = 60000, MAX_PARTS = 9, MAX_LINE = 4096 };

typedef struct command {
    const char *name, *prepare;
    bool by_cpu;  /* the bar is one of processor time */
    double bar;   /* times the first that it should take; 0 for no bar */
    char **words; /* ends in NULL */
} command;

/* What one run took. */
typedef struct taken {
    double wall, cpu;
    long memory; /* KiB at most */
} taken;

typedef struct contest {
    command commands[MAX_COMMANDS];
    size_t count;
    unsigned runs, warmup;
    bool percentiles;
    double units;
    const char *input, *lines;
    taken *taken; /* of command c in round r: [r * count + c] */
    size_t rounds;
} contest;

_Noreturn static void fail(const char *what, const char *which)
{
    fprintf(stderr, "versus: %s: %s\n", what, which);
    exit(2);
}

static void *must(void *memory)
{
    if (!memory)
        fail("out of memory", "ending");
    return memory;
}

/* ---- running --------------------------------------------------------------------------------- */

/* The argument with the parts of a line put in. */
static char *filled(const char *word, char *const *parts)
{
    char *out;
    size_t size;
    FILE *to = must(open_memstream(&out, &size));
    while (*word) {
        if (parts && word[0] == '{' && word[1] >= '1' && word[1] <= '9' && word[2] == '}') {
            fputs(parts[word[1] - '1'] ? parts[word[1] - '1'] : "", to);
            word += 3;
        } else {
            fputc(*word++, to);
        }
    }
    fclose(to);
    return must(out);
}

/* Words with every "@FILE" replaced by the lines of the file; all malloc'd. */
static char **expanded(char **words)
{
    char line[MAX_LINE], **out = must(calloc(MAX_ARGUMENTS + 1, sizeof *out));
    size_t n = 0;
    for (; *words && n < MAX_ARGUMENTS; words++) {
        if (**words != '@') {
            out[n++] = must(strdup(*words));
            continue;
        }
        FILE *f = fopen(*words + 1, "r");
        if (!f)
            fail(strerror(errno), *words);
        while (n < MAX_ARGUMENTS && fgets(line, sizeof line, f)) {
            line[strcspn(line, "\n")] = '\0';
            out[n++] = must(strdup(line));
        }
        fclose(f);
    }
    return out;
}

_Noreturn static void become(const command *c, const char *input, char *const *parts)
{
    char **words = c->words;
    for (size_t n = 0; parts && words[n]; n++)
        words[n] = filled(words[n], parts);
    int in = open(input ? input : "/dev/null", O_RDONLY), out = open("/dev/null", O_WRONLY);
    if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0)
        _exit(126);
    execvp(words[0], words);
    _exit(127);
}

static double seconds(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static taken run(const contest *c, const command *which, char *const *parts)
{
    struct timespec from, to;
    struct rusage usage;
    int status;
    if (*which->prepare && system(which->prepare) != 0)
        fail("preparing failed", which->name);
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid_t child = fork();
    if (child == 0)
        become(which, c->input, parts);
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        fail(strerror(errno), which->name);
    clock_gettime(CLOCK_MONOTONIC, &to);
    /* 1: nothing found, which is an answer too. */
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        fail("failed", which->name);
    return (taken){seconds(from, to), seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
                   usage.ru_maxrss};
}

static void run_round(contest *c, char *const *parts, bool counted)
{
    for (size_t i = 0; i < c->count; i++) {
        taken one = run(c, &c->commands[i], parts);
        if (counted)
            c->taken[c->rounds * c->count + i] = one;
    }
    if (counted)
        c->rounds++;
}

/* ---- figures --------------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

typedef enum figure { WALL, CPU, RATIO, CPU_RATIO } figure;

static double figure_of(const contest *c, figure which, size_t round, size_t i)
{
    const taken *own = &c->taken[round * c->count + i], *first = &c->taken[round * c->count];
    switch (which) {
    case WALL:
        return own->wall;
    case CPU:
        return own->cpu;
    case RATIO:
        return own->wall / first->wall;
    default:
        return first->cpu > 0 ? own->cpu / first->cpu : 0;
    }
}

/* The figures of `rounds` rounds from `from` on, `step` apart, sorted. */
static double *sorted(const contest *c, figure which, size_t i, size_t from, size_t step,
                      size_t rounds)
{
    double *v = must(calloc(rounds + 1, sizeof *v));
    for (size_t r = 0; r < rounds; r++)
        v[r] = figure_of(c, which, from + r * step, i);
    qsort(v, rounds, sizeof *v, by_size);
    return v;
}

static double median_of(const double *v, size_t n)
{
    return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static double median(const contest *c, figure which, size_t i, size_t from, size_t step,
                     size_t rounds)
{
    double *v = sorted(c, which, i, from, step, rounds);
    double m = median_of(v, rounds);
    free(v);
    return m;
}

/* "0.123 (0.120 to 0.130)" */
static void print_spread(const contest *c, figure which, size_t i)
{
    double *v = sorted(c, which, i, 0, 1, c->rounds);
    printf(" %.3g (%.3g to %.3g) |", median_of(v, c->rounds), v[0], v[c->rounds - 1]);
    free(v);
}

static long most_memory(const contest *c, size_t i)
{
    long most = 0;
    for (size_t r = 0; r < c->rounds; r++) {
        long m = c->taken[r * c->count + i].memory;
        most = m > most ? m : most;
    }
    return most;
}

/* The last cell of a row. */
static void print_bar(const contest *c, size_t i, double ratio)
{
    const command *one = &c->commands[i];
    if (one->bar > 0)
        printf(" at least %.3g%s: %s |\n", one->bar, one->by_cpu ? " in CPU time" : "",
               ratio >= one->bar ? "reached" : "missed");
    else
        printf(" |\n");
}

static void print_table(const contest *c)
{
    printf("| command | seconds: median (spread) | times the first: median (spread) | "
           "CPU seconds | times the first | a second | peak MiB | bar |\n"
           "|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < c->count; i++) {
        printf("| %s |", c->commands[i].name);
        print_spread(c, WALL, i);
        print_spread(c, RATIO, i);
        double cpu_ratio = median(c, CPU_RATIO, i, 0, 1, c->rounds);
        printf(" %.3g | %.3g |", median(c, CPU, i, 0, 1, c->rounds), cpu_ratio);
        if (c->units > 0)
            printf(" %.0f |", c->units / median(c, WALL, i, 0, 1, c->rounds));
        else
            printf(" |");
        printf(" %.1f |", (double)most_memory(c, i) / 1024);
        bool by_cpu = c->commands[i].by_cpu;
        print_bar(c, i, by_cpu ? cpu_ratio : median(c, RATIO, i, 0, 1, c->rounds));
    }
}

/* Percentiles over the lines, of the medians over the times that each was run. */
static void print_percentiles(const contest *c, size_t lines)
{
    double first = 0;
    printf(
        "| command | milliseconds: median | 95th percentile | slowest | times the first: median | "
        "at the 95th percentile | peak MiB | bar |\n|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < c->count; i++) {
        double *v = must(calloc(lines, sizeof *v)), *ratios = must(calloc(lines, sizeof *ratios));
        for (size_t line = 0; line < lines; line++) {
            v[line] = median(c, WALL, i, line, lines, c->runs);
            ratios[line] = median(c, RATIO, i, line, lines, c->runs);
        }
        qsort(v, lines, sizeof *v, by_size);
        qsort(ratios, lines, sizeof *ratios, by_size);
        double p95 = v[(lines * 95 + 99) / 100 - 1];
        if (i == 0)
            first = p95;
        printf("| %s | %.2f | %.2f | %.2f | %.3g | %.3g | %.1f |", c->commands[i].name,
               1e3 * median_of(v, lines), 1e3 * p95, 1e3 * v[lines - 1], median_of(ratios, lines),
               p95 / first, (double)most_memory(c, i) / 1024);
        print_bar(c, i, p95 / first);
        free(v);
        free(ratios);
    }
}

/* ---- the contest ----------------------------------------------------------------------------- */

static size_t split(char *line, char **parts)
{
    size_t n = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *part = line; part && n < MAX_PARTS;) {
        char *tab = strchr(part, '\t');
        if (tab)
            *tab++ = '\0';
        parts[n++] = part;
        part = tab;
    }
    return n;
}

static size_t count_lines(const char *path)
{
    char line[MAX_LINE];
    size_t n = 0;
    FILE *f = fopen(path, "r");
    if (!f)
        fail(strerror(errno), path);
    while (fgets(line, sizeof line, f))
        n++;
    fclose(f);
    return n;
}

static void run_lines(contest *c, bool counted)
{
    char line[MAX_LINE];
    FILE *f = fopen(c->lines, "r");
    if (!f)
        fail(strerror(errno), c->lines);
    while (fgets(line, sizeof line, f)) {
        char *parts[MAX_PARTS] = {0};
        split(line, parts);
        run_round(c, parts, counted);
    }
    fclose(f);
}

static void hold(contest *c)
{
    size_t lines = c->lines ? count_lines(c->lines) : 1;
    if (lines == 0)
        fail("no lines", c->lines);
    c->taken = must(calloc(lines * c->runs * c->count, sizeof *c->taken));
    for (unsigned r = 0; r < c->warmup + c->runs; r++) {
        if (c->lines)
            run_lines(c, r >= c->warmup);
        else
            run_round(c, NULL, r >= c->warmup);
    }
    if (c->percentiles)
        print_percentiles(c, lines);
    else
        print_table(c);
    free(c->taken);
}

static void take_bar(command *one, char *name)
{
    char *bar = strchr(name, '@');
    if (!bar)
        return;
    *bar++ = '\0';
    one->by_cpu = strncmp(bar, "cpu", 3) == 0;
    one->bar = strtod(bar + (one->by_cpu ? 3 : 0), NULL);
}

/* Takes the commands from behind the options. */
static void take_commands(contest *c, char **words)
{
    while (*words && c->count < MAX_COMMANDS) {
        command *one = &c->commands[c->count++];
        if (!words[0] || !words[1] || !words[2])
            fail("a command is NAME PREPARE COMMAND...", words[0]);
        *one = (command){.name = words[0], .prepare = words[1], .words = words + 2};
        take_bar(one, words[0]);
        for (words += 2; *words && strcmp(*words, "--") != 0; words++)
            ;
        if (*words)
            *words++ = NULL;
        one->words = expanded(one->words);
    }
}

static void forget_commands(contest *c)
{
    for (size_t i = 0; i < c->count; i++) {
        for (char **word = c->commands[i].words; *word; word++)
            free(*word);
        free(c->commands[i].words);
    }
}

int main(int argc, char **argv)
{
    contest c = {.runs = 5, .warmup = 1};
    int option;
    while ((option = getopt(argc, argv, "+n:w:u:i:e:p")) != -1) {
        if (option == 'n')
            c.runs = (unsigned)strtoul(optarg, NULL, 10);
        else if (option == 'w')
            c.warmup = (unsigned)strtoul(optarg, NULL, 10);
        else if (option == 'p')
            c.percentiles = true;
        else if (option == 'u')
            c.units = strtod(optarg, NULL);
        else if (option == 'i')
            c.input = optarg;
        else if (option == 'e')
            c.lines = optarg;
        else
            return 2;
    }
    take_commands(&c, argv + optind);
    if (c.count == 0 || c.runs == 0)
        fail("nothing to run", "see the head of versus.c");
    hold(&c);
    forget_commands(&c);
    return 0;
}

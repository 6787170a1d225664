#include "cli/opt.h"

#include <cutline/nearest.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The state of one parse. */
struct parse {
    const cli_opt_rules *rules;
    const char **argv;
    size_t argc;
    size_t at; /* argument looked at */
    cli_opt_result *result;
};

/* A row and the struct its value goes to. */
struct found {
    const cli_opt *row;
    void *values;
};

__attribute__((format(printf, 2, 3))) static bool wrong(struct parse *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(p->result->message, sizeof p->result->message, format, args);
    va_end(args);
    return false;
}

bool cli_opt_number(const char *text, unsigned *out)
{
    unsigned n = 0;
    if (!*text)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            return false;
        unsigned digit = (unsigned)(*text - '0');
        if (n > (UINT_MAX - digit) / 10)
            return false;
        n = n * 10 + digit;
    }
    *out = n;
    return true;
}

int cli_opt_choice(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (int i = 0;; i++) {
        size_t n = strcspn(words, "|");
        if (n == length && memcmp(words, word, n) == 0)
            return i;
        if (!words[n])
            return -1;
        words += n + 1;
    }
}

static bool find_option(const struct parse *p, const char *name, size_t length, char letter,
                        struct found *out)
{
    for (size_t s = 0; s < 2; s++) {
        const cli_opt *row = p->rules->sets[s].rows;
        for (; row && row->name; row++) {
            bool same = letter ? row->letter == letter
                               : strlen(row->name) == length && !memcmp(row->name, name, length);
            if (same) {
                *out = (struct found){row, p->rules->sets[s].values};
                return true;
            }
        }
    }
    return false;
}

/* For cutline_nearest(): the long names of both tables, one after the other. */
static const char *name_at(size_t index, const void *context)
{
    const struct parse *p = context;
    for (size_t s = 0; s < 2; s++) {
        const cli_opt *row = p->rules->sets[s].rows;
        for (; row && row->name; row++) {
            if (index-- == 0)
                return row->name;
        }
    }
    return NULL;
}

static bool unknown_name(struct parse *p, const char *name, size_t length)
{
    char typed[64];
    snprintf(typed, sizeof typed, "%.*s", (int)length, name);
    const char *near = cutline_nearest(typed, name_at, p);
    if (near)
        return wrong(p, "unknown option --%s; did you mean --%s?", typed, near);
    return wrong(p, "unknown option --%s", typed);
}

/* Puts a value where its row says. spelled is the option as the user wrote it. */
static bool set_value(struct parse *p, struct found f, const char *spelled, const char *value)
{
    char *to = (char *)f.values + f.row->offset;
    switch (f.row->kind) {
    case CLI_OPT_FLAG:
        *(bool *)(void *)to = true;
        return true;
    case CLI_OPT_TEXT:
        *(const char **)(void *)to = value;
        return true;
    case CLI_OPT_NUMBER:
        if (!cli_opt_number(value, (unsigned *)(void *)to))
            return wrong(p, "%s wants a number, not '%s'", spelled, value);
        return true;
    case CLI_OPT_CHOICE: {
        int choice = cli_opt_choice(f.row->value, value);
        if (choice < 0)
            return wrong(p, "%s wants one of %s, not '%s'", spelled, f.row->value, value);
        *(unsigned *)(void *)to = (unsigned)choice;
        return true;
    }
    }
    return true;
}

/* Sets an option whose value, if it takes one, is `attached` or the next argument. */
static bool take(struct parse *p, struct found f, const char *spelled, const char *attached)
{
    if (f.row->kind == CLI_OPT_FLAG)
        return attached ? wrong(p, "%s takes no value", spelled) : set_value(p, f, spelled, NULL);
    if (!attached) {
        if (p->at + 1 >= p->argc)
            return wrong(p, "%s wants a value: %s", spelled, f.row->value);
        attached = p->argv[++p->at];
    }
    return set_value(p, f, spelled, attached);
}

static bool long_option(struct parse *p, const char *argument)
{
    const char *name = argument + 2;
    size_t length = strcspn(name, "=");
    struct found f;
    if (!find_option(p, name, length, '\0', &f))
        return unknown_name(p, name, length);
    char spelled[64];
    snprintf(spelled, sizeof spelled, "--%s", f.row->name);
    return take(p, f, spelled, name[length] ? name + length + 1 : NULL);
}

/* "-x", "-xyz" (flags), "-xVALUE". */
static bool short_options(struct parse *p, const char *argument)
{
    for (const char *c = argument + 1; *c; c++) {
        char spelled[3] = {'-', *c, '\0'};
        struct found f;
        if (!find_option(p, NULL, 0, *c, &f))
            return wrong(p, "unknown option %s%s", (unsigned char)*c < 0x80 ? spelled : argument,
                         p->rules->query ? "; write -- before a query that begins with a dash"
                                         : "");
        if (f.row->kind != CLI_OPT_FLAG)
            return take(p, f, spelled, c[1] ? c + 1 : NULL);
        if (!set_value(p, f, spelled, NULL))
            return false;
    }
    return true;
}

static bool all_flags(const struct parse *p, const char *letters)
{
    struct found f;
    for (; *letters; letters++) {
        if (!find_option(p, NULL, 0, *letters, &f) || f.row->kind != CLI_OPT_FLAG)
            return false;
    }
    return true;
}

static bool is_operand(const struct parse *p, const char *argument)
{
    if (argument[0] != '-' || !argument[1])
        return true;
    return p->rules->query && argument[1] != '-' && argument[2] && !all_flags(p, argument + 1);
}

bool cli_opt_parse(const cli_opt_rules *rules, const char **argv, size_t argc,
                   cli_opt_result *result)
{
    struct parse p = {rules, argv, argc, 0, result};
    bool only_operands = false;
    *result = (cli_opt_result){0};
    for (; p.at < argc; p.at++) {
        const char *argument = argv[p.at];
        if (only_operands || is_operand(&p, argument)) {
            if (rules->stop_at_operand)
                break;
            argv[result->operands++] = argument;
        } else if (strcmp(argument, "--") == 0) {
            only_operands = true;
        } else if (argument[1] == '-' ? !long_option(&p, argument) : !short_options(&p, argument)) {
            return false;
        }
    }
    result->used = p.at;
    return true;
}

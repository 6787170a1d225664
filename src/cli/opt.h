/*
 * Options by table: each row says how an option is spelled, what it takes, where its value goes and
 * what the help says about it. Understood are --name=value, --name value, -x value, -xvalue,
 * bundled flags (-qv) and "--", after which nothing is an option. Options and operands may be
 * mixed.
 */
#ifndef CLI_OPT_H
#define CLI_OPT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum cli_opt_kind {
    CLI_OPT_FLAG,   /* no value; sets a bool */
    CLI_OPT_TEXT,   /* sets a const char * that points into argv */
    CLI_OPT_NUMBER, /* a whole number from 0 on; sets an unsigned */
    CLI_OPT_CHOICE  /* one of the words in `value`; sets an unsigned to the word's index */
} cli_opt_kind;

typedef struct cli_opt {
    cli_opt_kind kind;
    char letter;       /* short form, '\0' if there is none */
    const char *name;  /* long form without the dashes; NULL ends a table */
    size_t offset;     /* offsetof() the member that takes the value */
    const char *value; /* what stands for the value in help; of a choice, its words: "a|b|c" */
    const char *help;  /* one sentence, lower case, without full stop */
} cli_opt;

/* A table and the struct that its offsets are in. */
typedef struct cli_opt_set {
    const cli_opt *rows; /* may be NULL */
    void *values;
} cli_opt_set;

/* How to parse. */
typedef struct cli_opt_rules {
    cli_opt_set sets[2]; /* the command's own options first, then those of every command */
    /* Stop at the first operand: what follows the command's name is not looked at yet. */
    bool stop_at_operand;
    /* Operands make up a query, in which "-is:file" means "not is:file": an argument of one dash
     * and more than one letter is an operand unless every letter is a flag. */
    bool query;
} cli_opt_rules;

/* What came of parsing. */
typedef struct cli_opt_result {
    size_t used;       /* arguments looked at; the rest follows the first operand */
    size_t operands;   /* operands, moved to the front of argv in their order */
    char message[256]; /* what is wrong, after a false return */
} cli_opt_result;

/* Parses argv[0..argc), values point into it. False if an option is unknown or misused. */
bool cli_opt_parse(const cli_opt_rules *rules, const char **argv, size_t argc,
                   cli_opt_result *result);

/* The number that text spells, decimal and nothing else; false if it is none or too large. */
bool cli_opt_number(const char *text, unsigned *out);

/* Index of a word in "a|b|c", or -1. */
int cli_opt_choice(const char *words, const char *word);

#endif

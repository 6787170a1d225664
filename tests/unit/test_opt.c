/* Option tables: every spelling, every mistake. The parser belongs to the program, not to the
 * library that the tests link, so its file is included. */
#include "unit.h"

#include "cli/opt.c"

struct values {
    bool quiet, verbose, json;
    const char *output;
    unsigned limit, color;
};

#define MEMBER(name) offsetof(struct values, name)

static const cli_opt own[] = {
    {CLI_OPT_TEXT, 'o', "output", MEMBER(output), "FILE", "where to"},
    {CLI_OPT_NUMBER, 'n', "limit", MEMBER(limit), "N", "how many"},
    {.name = NULL},
};
static const cli_opt global[] = {
    {CLI_OPT_FLAG, 'q', "quiet", MEMBER(quiet), NULL, "less"},
    {CLI_OPT_FLAG, 'v', "verbose", MEMBER(verbose), NULL, "more"},
    {CLI_OPT_FLAG, '\0', "json", MEMBER(json), NULL, "as JSON"},
    {CLI_OPT_CHOICE, '\0', "color", MEMBER(color), "auto|always|never", "colours"},
    {.name = NULL},
};

static struct values values;
static const char *argv[16];
static cli_opt_result result;

static int setup(void **state)
{
    (void)state;
    values = (struct values){0};
    return 0;
}

/* Parses words separated by blanks. */
static bool parse_as(const char *line, bool query, bool stop)
{
    static char words[256];
    size_t argc = 0;
    cli_opt_rules rules = {{{own, &values}, {global, &values}}, stop, query};
    snprintf(words, sizeof words, "%s", line);
    for (char *rest = words, *word; (word = strsep(&rest, " ")) != NULL;)
        argv[argc++] = word;
    return cli_opt_parse(&rules, argv, *line ? argc : 0, &result);
}

static bool parse(const char *line)
{
    return parse_as(line, false, false);
}

static void long_options_take_their_value_both_ways(void **state)
{
    (void)state;
    assert_true(parse("--output=a=b --limit 12 --color=never --json"));
    assert_string_equal(values.output, "a=b");
    assert_int_equal(values.limit, 12);
    assert_int_equal(values.color, 2);
    assert_true(values.json);
    assert_true(parse("--output="));
    assert_string_equal(values.output, "");
}

static void short_options_can_be_bundled_and_carry_values(void **state)
{
    (void)state;
    assert_true(parse("-qvn7 -o x"));
    assert_true(values.quiet && values.verbose);
    assert_int_equal(values.limit, 7);
    assert_string_equal(values.output, "x");
    assert_true(parse("-qofile"));
    assert_string_equal(values.output, "file");
}

static void operands_and_options_may_be_mixed(void **state)
{
    (void)state;
    assert_true(parse("a -q b --limit 3 - -- -v --x"));
    assert_int_equal(result.operands, 5);
    assert_string_equal(argv[0], "a");
    assert_string_equal(argv[1], "b");
    assert_string_equal(argv[2], "-");
    assert_string_equal(argv[3], "-v");
    assert_string_equal(argv[4], "--x");
    assert_false(values.verbose);
}

static void the_last_of_two_wins(void **state)
{
    (void)state;
    assert_true(parse("--limit 1 -n2 --limit=3"));
    assert_int_equal(values.limit, 3);
}

static void parsing_can_stop_at_the_command(void **state)
{
    (void)state;
    assert_true(parse_as("-q find --unknown", false, true));
    assert_int_equal(result.used, 1);
    assert_true(parse_as("-q", false, true));
    assert_int_equal(result.used, 1);
    assert_true(parse_as("", false, true));
    assert_int_equal(result.used, 0);
}

static void mistakes_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"--limt 3", "unknown option --limt; did you mean --limit?"},
        {"--jsno", "unknown option --jsno; did you mean --json?"},
        {"--nothing-like-it", "unknown option --nothing-like-it"},
        {"-x", "unknown option -x"},
        {"-qx", "unknown option -x"},
        {"--limit", "--limit wants a value: N"},
        {"-n", "-n wants a value: N"},
        {"--limit abc", "--limit wants a number, not 'abc'"},
        {"--limit=-1", "--limit wants a number, not '-1'"},
        {"--limit=", "--limit wants a number, not ''"},
        {"--limit=4294967296", "--limit wants a number, not '4294967296'"},
        {"--color=red", "--color wants one of auto|always|never, not 'red'"},
        {"--color=auto|always", "--color wants one of auto|always|never, not 'auto|always'"},
        {"--quiet=yes", "--quiet takes no value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_false(parse(cases[i].line));
        assert_string_equal(result.message, cases[i].message);
    }
    assert_true(parse("--limit=4294967295"));
    assert_true(values.limit == 4294967295u);
}

static void a_query_may_hold_words_with_a_dash(void **state)
{
    (void)state;
    assert_true(parse_as("kerry -is:file -obama -qv -o x", true, false));
    assert_int_equal(result.operands, 3);
    assert_string_equal(argv[1], "-is:file");
    assert_string_equal(argv[2], "-obama");
    assert_true(values.quiet && values.verbose);
    assert_string_equal(values.output, "x");
    assert_false(parse_as("-x", true, false));
    assert_non_null(strstr(result.message, "write -- before a query"));
    assert_false(parse_as("--unknown", true, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(long_options_take_their_value_both_ways, setup),
        cmocka_unit_test_setup(short_options_can_be_bundled_and_carry_values, setup),
        cmocka_unit_test_setup(operands_and_options_may_be_mixed, setup),
        cmocka_unit_test_setup(the_last_of_two_wins, setup),
        cmocka_unit_test_setup(parsing_can_stop_at_the_command, setup),
        cmocka_unit_test_setup(mistakes_are_named, setup),
        cmocka_unit_test_setup(a_query_may_hold_words_with_a_dash, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

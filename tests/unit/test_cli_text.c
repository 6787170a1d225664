/* Text of others on a terminal, and items from standard input. These files belong to the program,
 * not to the library that the tests link, so they are included. */
#include "unit.h"

#include "cli/lines.c"
#include "cli/out.c"
#include "cli/text.c"

#include <fcntl.h>

/* lines.c asks whether a signal came; here none does. */
bool cli_interrupted(void)
{
    return false;
}

static char *printed;
static size_t printed_size;
static cli_out out;

static int setup(void **state)
{
    (void)state;
    cli_text_init();
    out = (cli_out){.file = open_memstream(&printed, &printed_size), .columns = 20};
    return out.file ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    fclose(out.file);
    free(printed);
    return 0;
}

#define assert_printed(text)                                                                       \
    do {                                                                                           \
        assert_true(cli_out_flush(&out));                                                          \
        assert_string_equal(printed, text);                                                        \
    } while (0)

static void control_characters_never_come_through(void **state)
{
    (void)state;
    cli_print_text(&out, "a\x1b]0;x\x07"
                         "b\x7F\xC2\x9B"
                         "31m\tc\r\nd\xFF\xE2\x80\xAE"
                         "e");
    assert_printed("a\xEF\xBF\xBD]0;x\xEF\xBF\xBD"
                   "b\xEF\xBF\xBD\xEF\xBF\xBD"
                   "31m c  d"
                   "\xEF\xBF\xBD\xEF\xBF\xBD"
                   "e");
}

static void arabic_and_accents_come_through(void **state)
{
    (void)state;
    static const char text[] = "\xD8\xB1\xD9\x88\xD9\x8A\xD8\xAA\xD8\xB1\xD8\xB2 Z\xC3\xBCrich";
    cli_print_text(&out, text);
    assert_printed(text);
}

static void a_text_can_be_cut_to_columns(void **state)
{
    (void)state;
    cli_print_cut(&out, "Geneva", 6);
    cli_print(&out, "|");
    cli_print_cut(&out, "Geneva", 5);
    cli_print(&out, "|");
    cli_print_cut(&out, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E", 4); /* two columns each */
    assert_printed("Geneva|Gene\xE2\x80\xA6|\xE6\x97\xA5\xE2\x80\xA6");
}

static void a_paragraph_is_wrapped_on_a_terminal_only(void **state)
{
    (void)state;
    cli_print_wrapped(&out, "one two three four five\nsix", 0, 2);
    cli_print(&out, "|");
    out.terminal = true;
    cli_print_wrapped(&out, "one two three four five six", 0, 2);
    assert_printed("one two three four five\n  six|one two three four\n  five six");
}

static void json_on_a_terminal_has_no_c1_controls(void **state)
{
    (void)state;
    out.terminal = true;
    cli_print_json(&out, "{\"a\":\"\xC2\x9B"
                         "31m\xC2\xA9\"}");
    assert_printed("{\"a\":\"\\u009b31m\xC2\xA9\"}");
}

static void the_first_bad_byte_is_found(void **state)
{
    (void)state;
    assert_int_equal(cli_text_bad_byte("abc\xC3\xA9", 5), -1);
    assert_int_equal(cli_text_bad_byte("ab\xC3", 3), 2);
    assert_int_equal(cli_text_bad_byte("\xED\xA0\x80", 3), 0);
}

/* A descriptor from which the bytes can be read. */
static int pipe_with(const char *bytes, size_t length)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, length), (ssize_t)length);
    close(ends[1]);
    return ends[0];
}

static void expect_line(cli_lines *lines, const char *text)
{
    char *item;
    size_t length;
    assert_int_equal(cli_lines_next(lines, &item, &length), CLI_LINE);
    assert_string_equal(item, text);
    assert_int_equal(length, strlen(text));
}

static void lines_are_read_one_by_one(void **state)
{
    (void)state;
    cli_lines lines;
    char *item;
    size_t length;
    int fd = pipe_with("a\n\nbcdef\ng", 10);
    assert_true(cli_lines_init(&lines, fd, '\n', 5));
    assert_false(cli_lines_ready(&lines));
    expect_line(&lines, "a");
    assert_true(cli_lines_ready(&lines));
    expect_line(&lines, "");
    expect_line(&lines, "bcdef");
    expect_line(&lines, "g");
    assert_int_equal(cli_lines_next(&lines, &item, &length), CLI_LINE_END);
    cli_lines_release(&lines);
    close(fd);
}

static void a_line_over_the_limit_is_passed_over(void **state)
{
    (void)state;
    cli_lines lines;
    char *item;
    size_t length;
    int fd = pipe_with("abcdef\nok\n01234567890123456789", 30);
    assert_true(cli_lines_init(&lines, fd, '\n', 5));
    assert_int_equal(cli_lines_next(&lines, &item, &length), CLI_LINE_LONG);
    expect_line(&lines, "ok");
    assert_int_equal(lines.number, 2);
    assert_int_equal(cli_lines_next(&lines, &item, &length), CLI_LINE_LONG);
    assert_int_equal(cli_lines_next(&lines, &item, &length), CLI_LINE_END);
    cli_lines_release(&lines);
    close(fd);
}

static void items_can_end_in_nul(void **state)
{
    (void)state;
    cli_lines lines;
    int fd = pipe_with("a\nb\0c", 5);
    assert_true(cli_lines_init(&lines, fd, '\0', 64));
    expect_line(&lines, "a\nb");
    expect_line(&lines, "c");
    cli_lines_release(&lines);
    close(fd);
}

static void a_folder_cannot_be_read(void **state)
{
    (void)state;
    cli_lines lines;
    char *item;
    size_t length;
    int fd = open("/", O_RDONLY);
    assert_true(cli_lines_init(&lines, fd, '\n', 5));
    assert_int_equal(cli_lines_next(&lines, &item, &length), CLI_LINE_FAILED);
    assert_int_equal(lines.failed, EISDIR);
    cli_lines_release(&lines);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(control_characters_never_come_through, setup, teardown),
        cmocka_unit_test_setup_teardown(arabic_and_accents_come_through, setup, teardown),
        cmocka_unit_test_setup_teardown(a_text_can_be_cut_to_columns, setup, teardown),
        cmocka_unit_test_setup_teardown(a_paragraph_is_wrapped_on_a_terminal_only, setup, teardown),
        cmocka_unit_test_setup_teardown(json_on_a_terminal_has_no_c1_controls, setup, teardown),
        cmocka_unit_test_setup_teardown(the_first_bad_byte_is_found, setup, teardown),
        cmocka_unit_test(lines_are_read_one_by_one),
        cmocka_unit_test(a_line_over_the_limit_is_passed_over),
        cmocka_unit_test(items_can_end_in_nul),
        cmocka_unit_test(a_folder_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

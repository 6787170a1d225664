#include "cli/parse_lines.h"

#include "cli/file.h"
#include "cli/limits.h"
#include "cli/lines.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A line that is being worked on. */
struct line {
    const char *path;
    uint64_t number;
    json_t *json; /* owned; NULL if the line is not JSON */
    char *id;     /* owned; the id as JSON, or NULL */
};

/* The decisions of a parse, as a JSON member that follows others. */
static void print_decisions(cli_out *out, const cutline_caption *caption)
{
    cli_print(out, ",\"decisions\":[");
    for (size_t i = 0; i < caption->decision_count; i++) {
        const cutline_decision *d = &caption->decisions[i];
        /* Rule names are the grammar's own: letters, dots and underscores. */
        cli_printf(out, "%s{\"rule\":\"%s\",\"from\":%zu,\"to\":%zu}", i > 0 ? "," : "", d->rule,
                   d->from, d->to);
    }
    cli_print(out, "]");
}

void cli_print_caption_json(cli *c, const cutline_caption *caption, const char *id)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_caption_json(caption, NULL, &json, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    /* The members of the library's object, between what the program adds: the id, which need not
     * be a string here, and the decisions. */
    json[strlen(json) - 1] = '\0';
    cli_print(&c->out, "{");
    if (id) {
        cli_print(&c->out, "\"id\":");
        cli_print_json(&c->out, id);
        cli_print(&c->out, ",");
    }
    cli_print_json(&c->out, json + 1);
    if (c->globals.verbose)
        print_decisions(&c->out, caption);
    cli_print(&c->out, "}\n");
    cutline_free(json);
}

/* Says what is wrong with a line, on stderr and in the output. */
static void broken_line(cli *c, const struct line *line, const char *what)
{
    cli_fail(c, CLI_SOME_FAILED, "%s: line %llu: %s", cli_file_name(line->path),
             (unsigned long long)line->number, what);
    cli_print(&c->out, "{");
    if (line->id)
        cli_printf(&c->out, "\"id\":%s,", line->id);
    cli_printf(&c->out, "\"error\":\"line %llu: %s\"}\n", (unsigned long long)line->number, what);
}

/* The text of the line, a string or the member "text" of an object; NULL if it has none. */
static const json_t *text_of(struct line *line)
{
    if (!json_is_object(line->json))
        return json_is_string(line->json) ? line->json : NULL;
    const json_t *id = json_object_get(line->json, "id");
    if (id)
        line->id = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
    const json_t *text = json_object_get(line->json, "text");
    return json_is_string(text) ? text : NULL;
}

static void parse_line(cli *c, struct line *line)
{
    cutline_error err;
    cutline_caption *caption = NULL;
    const json_t *text = text_of(line);
    if (!text) {
        broken_line(c, line, "neither a JSON string nor an object with a text");
        return;
    }
    if (cutline_caption_parse(json_string_value(text), json_string_length(text), &caption, &err) !=
        CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    cli_print_caption_json(c, caption, line->id);
    cutline_caption_free(caption);
}

static void take_line(cli *c, struct line *line, const char *bytes, size_t length)
{
    json_error_t where;
    line->json = json_loadb(bytes, length, JSON_DECODE_ANY | JSON_ALLOW_NUL, &where);
    if (line->json) {
        parse_line(c, line);
    } else {
        char what[64];
        snprintf(what, sizeof what, "byte %d: not JSON", where.position);
        broken_line(c, line, what);
    }
    free(line->id);
    json_decref(line->json);
    line->id = NULL;
}

static bool is_blank(const char *bytes, size_t length)
{
    return strspn(bytes, " \t\r") == length;
}

void cli_parse_lines(cli *c, const char *path)
{
    struct line line = {.path = path};
    cli_lines lines = {0};
    cli_line_result got = CLI_LINE_END;
    char *bytes;
    size_t length;
    int fd = cli_file_open(c, path);
    if (fd < 0)
        return;
    if (!cli_lines_init(&lines, fd, '\n', CLI_MAX_JSON_LINE))
        cli_fail_memory(c);
    while (lines.buffer && c->worst < CLI_FAILED) {
        if (!cli_lines_ready(&lines) && !cli_out_flush(&c->out))
            break;
        got = cli_lines_next(&lines, &bytes, &length);
        line.number = lines.number;
        if (got == CLI_LINE_LONG)
            broken_line(c, &line, "longer than 1 MiB");
        else if (got != CLI_LINE)
            break;
        else if (!is_blank(bytes, length))
            take_line(c, &line, bytes, length);
    }
    if (got == CLI_LINE_FAILED)
        cli_fail(c, CLI_SOME_FAILED, "%s: cannot read: %s", cli_file_name(path),
                 strerror(lines.failed));
    cli_lines_release(&lines);
    cli_file_close(fd);
}

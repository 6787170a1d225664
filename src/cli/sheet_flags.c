#include "cli/sheet_flags.h"

#include "cli/commands.h"
#include "cli/file.h"
#include "cli/limits.h"

#include <stdlib.h>
#include <string.h>

const cli_opt cli_sheet_options[] = {
    {CLI_OPT_TEXT, 'f', "format", offsetof(cli_sheet_flags, format), "FORMAT",
     "csv, tsv, json, ndjson, md, text, html, xlsx or pdf; default: by the ending of the output "
     "file, else csv"},
    {CLI_OPT_TEXT, 'o', "output", offsetof(cli_sheet_flags, output), "FILE",
     "write to FILE, which appears only when it is complete; - or none: standard output"},
    {CLI_OPT_TEXT, 'c', "columns", offsetof(cli_sheet_flags, columns), "NAME[=HEADING],...",
     "the columns and their order"},
    {CLI_OPT_TEXT, 'p', "preset", offsetof(cli_sheet_flags, preset), "NAME|FILE",
     "columns for a purpose: credits, captions or full; or options from a file"},
    {CLI_OPT_TEXT, 's', "sort", offsetof(cli_sheet_flags, sort), "KEY,...",
     "the order of the photos, as sort: of a query has it, for instance city,date-"},
    {CLI_OPT_CHOICE, 'g', "group", offsetof(cli_sheet_flags, group), "none|place|date|by",
     "put photos together by place, by day or by photographer"},
    {CLI_OPT_TEXT, '\0', "lang", offsetof(cli_sheet_flags, lang), "TAG",
     "give texts in this language where they are known in it, for instance ar"},
    {CLI_OPT_TEXT, '\0', "title", offsetof(cli_sheet_flags, title), "TEXT", "title over the sheet"},
    {CLI_OPT_TEXT, '\0', "template", offsetof(cli_sheet_flags, template), "FILE",
     "text: fill in this template for each photo"},
    {CLI_OPT_CHOICE, '\0', "layout", offsetof(cli_sheet_flags, layout), "list|1|4|9|20",
     "pdf: a caption list, or so many photos to a page"},
    {CLI_OPT_CHOICE, '\0', "paper", offsetof(cli_sheet_flags, paper), "a4|letter",
     "pdf: size of the paper"},
    {CLI_OPT_FLAG, '\0', "thumbs", offsetof(cli_sheet_flags, thumbs), NULL,
     "xlsx: put the pictures in; html and pdf have them anyway"},
    {CLI_OPT_FLAG, '\0', "no-thumbs", offsetof(cli_sheet_flags, no_thumbs), NULL,
     "html and pdf: leave the pictures out"},
    {CLI_OPT_FLAG, '\0', "bom", offsetof(cli_sheet_flags, bom), NULL,
     "csv, tsv: begin with a byte order mark, by which Excel knows UTF-8"},
    {CLI_OPT_FLAG, '\0', "killed", offsetof(cli_sheet_flags, killed), NULL,
     "keep photos that were withdrawn"},
    {CLI_OPT_FLAG, '\0', "allow-empty", offsetof(cli_sheet_flags, allow_empty), NULL,
     "write the sheet even if nothing matches"},
    {.name = NULL},
};

static const cli_opt *option_named(const char *name)
{
    const cli_opt *option = cli_sheet_options;
    while (option->name && strcmp(option->name, name) != 0)
        option++;
    return option;
}

char *cli_sheet_word(const char *option, unsigned index)
{
    const char *word = option_named(option)->value;
    while (index-- > 0)
        word = strchr(word, '|') + 1;
    return strndup(word, strcspn(word, "|"));
}

/* ---- presets --------------------------------------------------------------------------------- */

/* Takes one value from a preset if the command line left it open. */
static void fill_gap(const cli_opt *option, void *to, const void *from)
{
    const char *text;
    switch (option->kind) {
    case CLI_OPT_FLAG:
        *(bool *)to |= *(const bool *)from;
        break;
    case CLI_OPT_TEXT:
        memcpy(&text, to, sizeof text);
        if (!text)
            memcpy(to, from, sizeof text);
        break;
    case CLI_OPT_NUMBER:
    case CLI_OPT_CHOICE:
        if (*(unsigned *)to == 0)
            *(unsigned *)to = *(const unsigned *)from;
        break;
    }
}

static void fill_gaps(cli_sheet_flags *flags, const cli_sheet_flags *preset)
{
    for (const cli_opt *option = cli_sheet_options; option->name; option++)
        fill_gap(option, (char *)flags + option->offset, (const char *)preset + option->offset);
}

static char *trimmed(char *text)
{
    text += strspn(text, " \t");
    char *end = text + strlen(text);
    while (end > text && strchr(" \t\r", end[-1]))
        *--end = '\0';
    return text;
}

/* One line, "NAME = VALUE" or "NAME" of a flag, as the option it stands for. */
static bool take_line(cli *c, const char *path, unsigned number, char *line, cli_sheet_flags *into)
{
    char *equals = strchr(line, '=');
    char *value = equals ? trimmed(equals + 1) : NULL;
    cli_opt_rules rules = {.sets = {{cli_sheet_options, into}, {NULL, NULL}}};
    cli_opt_result result;
    char name[64];
    if (equals)
        *equals = '\0';
    int length = snprintf(name, sizeof name, "--%s", trimmed(line));
    const char *words[] = {name, value};
    bool no = value && strcmp(value, "no") == 0, yes = value && strcmp(value, "yes") == 0;
    if (length > 2 && option_named(name + 2)->kind == CLI_OPT_FLAG && (yes || no)) {
        if (no)
            return true;
        value = NULL;
    }
    if (cli_opt_parse(&rules, words, value ? 2 : 1, &result) && result.operands == 0)
        return true;
    cli_fail(c, CLI_USAGE, "%s, line %u: %s", path, number,
             result.operands ? "expected NAME = VALUE" : result.message);
    return false;
}

static bool take_lines(cli *c, const char *path, char *text, cli_sheet_flags *into)
{
    unsigned number = 0;
    for (char *rest = text, *line; (line = strsep(&rest, "\n")) != NULL;) {
        number++;
        line = trimmed(line);
        if (*line && *line != '#' && !take_line(c, path, number, line, into))
            return false;
    }
    return true;
}

static bool take_file(cli *c, cli_sheet_flags *flags)
{
    cli_sheet_flags preset = {0};
    size_t length;
    flags->preset_text = cli_file_read(c, flags->preset, CLI_MAX_PRESET, &length);
    if (!flags->preset_text)
        return false;
    if (strlen(flags->preset_text) != length) {
        cli_fail(c, CLI_USAGE, "%s: is not text", flags->preset);
        return false;
    }
    if (!take_lines(c, flags->preset, flags->preset_text, &preset))
        return false;
    fill_gaps(flags, &preset);
    return true;
}

bool cli_sheet_take_preset(cli *c, cli_sheet_flags *flags)
{
    const cutline_sheet_preset *preset;
    if (!flags->preset)
        return true;
    for (size_t i = 0; (preset = cutline_sheet_preset_at(i)) != NULL; i++) {
        if (strcmp(preset->name, flags->preset) != 0)
            continue;
        if (!flags->columns)
            flags->columns = preset->columns;
        return true;
    }
    return take_file(c, flags);
}

void cli_sheet_flags_release(cli_sheet_flags *flags)
{
    free(flags->preset_text);
}

cutline_sheet_options cli_sheet_options_of(const cli_sheet_flags *flags, const char *format)
{
    return (cutline_sheet_options){.format = format,
                                   .columns = flags->columns,
                                   .bom = flags->bom,
                                   .lang = flags->lang,
                                   .title = flags->title,
                                   .group = (cutline_sheet_group)flags->group,
                                   .thumbnails = !flags->no_thumbs,
                                   .killed = flags->killed};
}

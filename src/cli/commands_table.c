/* The commands, in the order of the help. */
#include "cli/commands.h"

#include <limits.h>
#include <stddef.h>

#define ANY SIZE_MAX

/* The texts of src/cli/help/, put into the program by the build. */
extern const char cut_text_cli_help_cutline_md[];
#define HELP(name) cut_text_cli_help_##name##_md
#define TEXT(name) extern const char HELP(name)[]
TEXT(read);
TEXT(parse);
TEXT(import);
TEXT(watch);
TEXT(credit);
TEXT(show);
TEXT(find);
TEXT(identify);
TEXT(dupes);
TEXT(thumb);
TEXT(tag);
TEXT(history);
TEXT(undo);
TEXT(kill);
TEXT(write);
TEXT(sheet);
TEXT(agency);
TEXT(people);
TEXT(ids);
TEXT(codes);
TEXT(lint_captions);
TEXT(stats);
TEXT(check);
TEXT(backup);
TEXT(help);
TEXT(version);

const char *const cli_main_help = HELP(cutline);

const cli_command cli_commands[] = {
    {"read", "FILE...", "print the metadata of photos, without a catalog", cli_run_read, 0, 0, ANY,
     cli_read_options, HELP(read)},
    {"parse", "[FILE]", "take a caption apart: credit, persons, place, date", cli_run_parse, 0, 0,
     1, cli_parse_options, HELP(parse)},
    {"import", "PATH...", "take photos, folders and archived pages into the catalog",
     cli_run_import, 0, 0, ANY, cli_import_options, HELP(import)},
    {"watch", "FOLDER...", "take what comes into folders into the catalog", cli_run_watch, 0, 1,
     ANY, cli_watch_options, HELP(watch)},
    {"credit", "ID...", "print the credit line of media IDs", cli_run_credit, CLI_READS, 0, ANY,
     cli_credit_options, HELP(credit)},
    {"show", "ID|PATH...", "print all that is known about a photo", cli_run_show, CLI_READS, 0, ANY,
     NULL, HELP(show)},
    {"find", "[QUERY]", "list the photos that match a query", cli_run_find, CLI_READS | CLI_QUERY,
     0, ANY, cli_find_options, HELP(find)},
    {"identify", "FILE...", "find the photo that a picture is", cli_run_identify, CLI_READS, 0, ANY,
     cli_identify_options, HELP(identify)},
    {"dupes", "", "list photos that show the same picture", cli_run_dupes, CLI_WRITES, 0, 0,
     cli_dupes_options, HELP(dupes)},
    {"thumb", "ID|PATH", "write the thumbnail of a photo", cli_run_thumb, CLI_READS, 1, 1,
     cli_thumb_options, HELP(thumb)},
    {"tag", "SELECTION EDIT...", "edit captions and other fields of photos", cli_run_tag, CLI_QUERY,
     0, ANY, cli_tag_options, HELP(tag)},
    {"history", "[SELECTION]", "print who edited what, and when", cli_run_history,
     CLI_READS | CLI_QUERY, 0, ANY, cli_history_options, HELP(history)},
    {"undo", "[N|SELECTION]", "take edits back, or make them again", cli_run_undo, CLI_QUERY, 0,
     ANY, cli_undo_options, HELP(undo)},
    {"kill", "[ID|PATH...]", "mark withdrawn pictures, so that nobody uses them", cli_run_kill, 0,
     0, ANY, cli_kill_options, HELP(kill)},
    {"write", "SELECTION", "put what was set by hand into the files", cli_run_write,
     CLI_WRITES | CLI_QUERY, 1, ANY, cli_write_options, HELP(write)},
    {"sheet", "[QUERY]", "write captions and credits of a selection to a file", cli_run_sheet,
     CLI_READS | CLI_QUERY, 0, ANY, cli_sheet_options, HELP(sheet)},
    {"agency", "[ACTION [NAME...]]", "name agencies, and say which spellings are one",
     cli_run_agency, 0, 0, ANY, cli_agency_options, HELP(agency)},
    {"people", "[ACTION [NAME...]]", "list photographers, and say which names are one person",
     cli_run_people, 0, 0, ANY, NULL, HELP(people)},
    {"ids", "FILE|TEXT...", "explain which media IDs are seen, and why", cli_run_ids, 0, 0, ANY,
     NULL, HELP(ids)},
    {"codes", "FILE...", "check files of code replacements", cli_run_codes, 0, 1, ANY,
     cli_codes_options, HELP(codes)},
    {"lint-captions", "[SELECTION]", "tell what an editor would mend in captions",
     cli_run_lint_captions, CLI_QUERY, 0, ANY, cli_lint_captions_options, HELP(lint_captions)},
    {"stats", "[QUERY]", "count what is in the catalog", cli_run_stats, CLI_READS | CLI_QUERY, 0,
     ANY, cli_stats_options, HELP(stats)},
    {"check", "[PATH...]", "find files that have vanished, and faults of the catalog",
     cli_run_check, CLI_WRITES, 0, ANY, cli_check_options, HELP(check)},
    {"backup", "FILE|FOLDER", "copy the catalog while it is in use", cli_run_backup, CLI_READS, 1,
     1, cli_backup_options, HELP(backup)},
    {"help", "[COMMAND]", "explain a command", cli_run_help, 0, 0, 1, cli_help_options, HELP(help)},
    {"version", "", "print the version", cli_run_version, 0, 0, 0, NULL, HELP(version)},
    {.name = NULL},
};

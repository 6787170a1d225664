/* What the table of commands is made of: each command's function and its own options. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

void cli_run_read(cli *c);
void cli_run_parse(cli *c);
void cli_run_import(cli *c);
void cli_run_watch(cli *c);
void cli_run_credit(cli *c);
void cli_run_show(cli *c);
void cli_run_find(cli *c);
void cli_run_identify(cli *c);
void cli_run_thumb(cli *c);
void cli_run_tag(cli *c);
void cli_run_history(cli *c);
void cli_run_undo(cli *c);
void cli_run_kill(cli *c);
void cli_run_write(cli *c);
void cli_run_sheet(cli *c);
void cli_run_agency(cli *c);
void cli_run_people(cli *c);
void cli_run_ids(cli *c);
void cli_run_codes(cli *c);
void cli_run_lint_captions(cli *c);
void cli_run_stats(cli *c);
void cli_run_check(cli *c);
void cli_run_backup(cli *c);
void cli_run_dupes(cli *c);
void cli_run_help(cli *c);
void cli_run_version(cli *c);

extern const cli_opt cli_read_options[];
extern const cli_opt cli_parse_options[];
extern const cli_opt cli_import_options[];
extern const cli_opt cli_watch_options[];
extern const cli_opt cli_credit_options[];
extern const cli_opt cli_find_options[];
extern const cli_opt cli_identify_options[];
extern const cli_opt cli_dupes_options[];
extern const cli_opt cli_stats_options[];
extern const cli_opt cli_thumb_options[];
extern const cli_opt cli_tag_options[];
extern const cli_opt cli_history_options[];
extern const cli_opt cli_undo_options[];
extern const cli_opt cli_kill_options[];
extern const cli_opt cli_write_options[];
extern const cli_opt cli_sheet_options[];
extern const cli_opt cli_agency_options[];
extern const cli_opt cli_codes_options[];
extern const cli_opt cli_lint_captions_options[];
extern const cli_opt cli_check_options[];
extern const cli_opt cli_backup_options[];
extern const cli_opt cli_help_options[];

#endif

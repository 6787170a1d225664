/*
 * Interruption. A command that must finish what it began (an import, a sheet) asks for the first
 * Ctrl-C, SIGTERM or SIGHUP to be noted instead of ending the program; the second one ends it.
 */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <stdbool.h>

/* From now on the first of the signals is noted only. */
void cli_signals_catch(void);

/* A signal was noted. */
bool cli_interrupted(void);

/* Takes the note back: the signal was an answer, not an interruption. */
void cli_signals_forget(void);

/* The note itself, non-zero once a signal came, for library calls that take a cancel flag. */
const volatile int *cli_interrupt_flag(void);

/* Ends the program the way the noted signal would have, so that the shell sees why (status 128 +
 * signal). Returns if no signal was noted. */
void cli_die_of_interrupt(void);

/* Ends the program quietly the way a write to a closed pipe does. */
void cli_die_of_closed_pipe(void);

#endif

#include "cli/signals.h"

#include <signal.h>
#include <stddef.h>

/* The one variable of the program that a signal handler can reach: number of the signal. */
static volatile sig_atomic_t noted;

static const int caught[] = {SIGINT, SIGTERM, SIGHUP};

static void note(int signal_number)
{
    noted = signal_number;
}

void cli_signals_catch(void)
{
    /* SA_RESETHAND: the second signal does what it does by default. No SA_RESTART: a read that
     * waits for input is to return. */
    struct sigaction action = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++) {
        struct sigaction old;
        /* What the caller made the program ignore (nohup) stays ignored. */
        if (sigaction(caught[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(caught[i], &action, NULL);
    }
}

bool cli_interrupted(void)
{
    return noted != 0;
}

void cli_signals_forget(void)
{
    noted = 0;
}

const volatile int *cli_interrupt_flag(void)
{
    return &noted;
}

static void die_of(int signal_number)
{
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void cli_die_of_interrupt(void)
{
    if (noted)
        die_of(noted);
}

void cli_die_of_closed_pipe(void)
{
    die_of(SIGPIPE);
}

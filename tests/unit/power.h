/*
 * A disk whose power fails. While SQLite is watched, it is noted what it does with the files of a
 * database; afterwards they can be put as a power failure after any step could have left them.
 *
 * What is supposed of the file system: what was synced is there. Of what was written since, each
 * sector is as it was at some moment, on its own, and so is the length of the file; what was never
 * written is zeros. Names come and go in the order in which they were made and removed, and those
 * before a sync of the folder did.
 */
#ifndef CUT_TESTS_POWER_H
#define CUT_TESTS_POWER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct power_log power_log;

/* From here to power_unwatch() all databases are opened under watch. One at a time, and one
 * database in it, which is made meanwhile. */
power_log *power_watch(void);
/* All that was opened must be closed. */
void power_unwatch(power_log *log);
void power_free(power_log *log);

/* How many steps were taken so far. */
size_t power_steps(const power_log *log);
/* Whether the step before or behind it does something else than write. */
bool power_is_turn(const power_log *log, size_t steps);

/* How much of what was not synced is there. */
typedef enum power_luck {
    POWER_NOTHING,
    POWER_ALL, /* as if the program was killed */
    POWER_SOME /* by chance: other parts for each seed */
} power_luck;

/* Writes the database to `path`, its journal and log beside it, as they are after a failure behind
 * that many steps; what is not there is removed. */
void power_leave(const power_log *log, size_t steps, power_luck luck, unsigned seed,
                 const char *path);

#endif

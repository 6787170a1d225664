/*
 * Replacing a file in one step: the new one is written beside it under another name, brought to the
 * disk, and renamed. At every instant the name leads to the old file or to the new one, whole.
 *
 * The temporary names are few and fixed (".cutline-0.tmp", ...), each held by a lock as long as its
 * process lives, so that whoever writes in the folder next finds and removes what a killed process
 * has left.
 */
#ifndef CUT_WRITEBACK_REPLACE_H
#define CUT_WRITEBACK_REPLACE_H

#include "base/source.h"
#include "writeback/plan.h"

#include <sys/stat.h>

typedef struct cut_replacement {
    const char *target; /* path of the file, no symbolic link; not owned */
    int slot;           /* see cut_replace_open() */
    cut_source *old;    /* the file as it was read; NULL: there is none yet */
    struct stat before; /* of the old file when it was opened */
    int folder;         /* of both names */
    int fd;             /* the new file; -1 once it is gone or in place */
    char name[24];      /* its temporary name in the folder */
    char *path;         /* the same with the folder; in the arena */
} cut_replacement;

/* Slot of a file that is replaced by itself. */
#define CUT_REPLACE_ALONE (-1)

/* Makes the temporary file. slot: CUT_REPLACE_ALONE, or for one of many the number of the temporary
 * name to try first; whoever replaces many calls cut_replace_settle() after. Waits for another
 * program that is replacing the same file, CUT_LOCK_TIMEOUT_MS at most. CUTLINE_IO (also for a file
 * or folder that must not be written to), CUTLINE_NO_MEMORY. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_replace_open(cut_replacement *r, const char *target,
                                                   cut_source *old, int slot, cut_arena *arena,
                                                   cutline_error *err);
/* Writes the new file by the plan, reading back and comparing every byte, and gives it the old
 * one's owner, mode and extended attributes (and time, if asked for). CUTLINE_IO. */
CUTLINE_MUST_CHECK cutline_status cut_replace_fill(cut_replacement *r, const cut_plan *plan,
                                                   bool keep_mtime, cutline_error *err);
/* Brings the new file to the disk and puts it in place; that its name is on the disk, too, is left
 * to cut_replace_settle() where many are replaced. CUTLINE_CONFLICT if the old one is not as
 * it was (or, for a new name, if somebody has taken it); CUTLINE_IO. */
CUTLINE_MUST_CHECK cutline_status cut_replace_commit(cut_replacement *r, cutline_error *err);
/* Removes what was not put in place. */
void cut_replace_release(cut_replacement *r);

/* Brings the names in the folder of a file to the disk, and removes what killed processes have left
 * there. CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_replace_settle(const char *file, cut_arena *arena,
                                                     cutline_error *err);

#endif

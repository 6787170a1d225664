/* Pictures that a person has killed: what marks them, and why. */
#ifndef CUT_RECORD_KILL_H
#define CUT_RECORD_KILL_H

#include "base/arena.h"

#include <cutline/ident.h>

/* The restriction of a killed picture; it stands before all others. */
#define CUT_KILLED "killed"
/* Namespaces of marks that are no media IDs; no namespace of an ID holds a "#". */
#define CUT_KILL_IMAGE "#image" /* value: 64 hex digits of the image hash */
#define CUT_KILL_PHOTO "#photo" /* value: the photo's number */

/* One mark. */
typedef struct cut_kill {
    const char *ns;     /* of a media ID, or one of those above */
    const char *value;  /* of the media ID */
    const char *reason; /* in the words of who killed it; "" if none was given */
} cut_kill;

/* All marks, by value. */
typedef struct cut_kill_table {
    CUT_VEC(cut_kill) list;
} cut_kill_table;

/* Puts the marks in order. */
void cut_kills_sort(cut_kill_table *table);

/* The mark that an ID (or hash, or number) has, NULL if none. Values must be equal, and namespaces
 * too unless one is "bare" and the value long enough (CUT_KILL_BARE_LENGTH) to mean one picture. */
const cut_kill *cut_kill_find(const cut_kill_table *table, const char *ns, const char *value);

/* Shorter numbers are those of cameras and folders. The same as a lookup of bare IDs has it. */
#define CUT_KILL_BARE_LENGTH 6u

#endif

/* Parts of file names, and making a path absolute. Paths are bytes: no charset is assumed. */
#ifndef CUT_BASE_PATH_H
#define CUT_BASE_PATH_H

#include "base/arena.h"

/* "b.jpg" of "a/b.jpg"; a trailing slash gives "". */
cut_str cut_path_base(cut_str path);
/* "b" of "a/b.jpg"; a leading dot does not start an extension. */
cut_str cut_path_stem(cut_str path);
/* "jpg" of "a/b.jpg", "" if there is none. */
cut_str cut_path_extension(cut_str path);
/* dir + "/" + name in the arena; NULL if memory runs out. */
char *cut_path_join(cut_arena *a, const char *dir, const char *name);
/* Absolute and free of "." and ".." and doubled slashes, symbolic links kept (the name a person
 * used is the name the catalog shows). Relative paths start at the working directory. NULL with
 * errno set if that cannot be had. */
char *cut_path_absolute(cut_arena *a, const char *path);

#endif

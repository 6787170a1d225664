/*
 * The name by which caption lists speak of files: "IMG_1234", "img_1234.jpg" and
 * "C:\\card\\IMG_1234.JPG" mean the same picture.
 */
#ifndef CUT_RECORD_FILE_KEY_H
#define CUT_RECORD_FILE_KEY_H

#include "base/arena.h"

/* Keys of file names, no two alike. */
typedef CUT_VEC(cut_str) cut_file_keys;

/* The last part of a path without the extension of a picture, folded (case, accents, normal form);
 * {NULL, 0} if that is empty or memory runs out. The catalog keeps keys in derived tables and with
 * the items of lists: another rule needs a new version of the former and a migration of the latter.
 */
cut_str cut_file_key(cut_arena *arena, cut_str path);

#endif

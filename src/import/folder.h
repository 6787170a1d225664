/* One open folder with its names in byte order. */
#ifndef CUT_IMPORT_FOLDER_H
#define CUT_IMPORT_FOLDER_H

#include "base/buf.h"

#include <dirent.h>

typedef struct cut_folder {
    int fd;           /* open folder, or -1 */
    cut_buf names;    /* for each entry one byte of type (DT_*), the name and a NUL */
    uint32_t *order;  /* offsets of the names (behind their type) in byte order; owned */
    size_t count;     /* entries */
    bool has_xmp;     /* some name ends in ".xmp", in whatever case */
    size_t next;      /* entry to be looked at next */
    size_t path_size; /* bytes of the folder's own path; for the caller */
} cut_folder;

/* Opens the folder `name` below the folder `at` (AT_FDCWD: the working directory) and reads its
 * names, without those that begin with a dot. Links are followed only if `follow`. Returns 0, or an
 * errno value; the folder must be closed in both cases. */
int cut_folder_open(cut_folder *folder, int at, const char *name, bool follow);
void cut_folder_close(cut_folder *folder);

/* Name of an entry. */
const char *cut_folder_name(const cut_folder *folder, size_t i);
/* Its DT_* type; DT_UNKNOWN where the file system does not say. */
unsigned char cut_folder_type(const cut_folder *folder, size_t i);
/* Index of the first entry whose name is not below `name` in byte order; count if there is none. */
size_t cut_folder_find(const cut_folder *folder, cut_str name);

#endif

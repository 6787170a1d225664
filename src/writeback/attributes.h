/* What a file has beside its content: owner, mode, extended attributes with the ACLs among them. */
#ifndef CUT_WRITEBACK_ATTRIBUTES_H
#define CUT_WRITEBACK_ATTRIBUTES_H

#include "base/error.h"

#include <sys/stat.h>

/* Gives the file `to` what `from` has. CUTLINE_IO if that is not allowed: a file is not replaced by
 * one of another owner or with fewer rights. `file` is for messages. */
CUTLINE_MUST_CHECK cutline_status cut_attributes_copy(int from, const struct stat *st, int to,
                                                      const char *file, cutline_error *err);

#endif

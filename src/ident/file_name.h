/* What of a file name may be an ID. */
#ifndef CUT_IDENT_FILE_NAME_H
#define CUT_IDENT_FILE_NAME_H

#include "base/str.h"

/* Name without folders and without its extension. A dot followed by anything but a short
 * extension belongs to the name: "2.59562475", "afp.com-2018...". */
cut_str cut_id_stem(cut_str path);
/* True if cameras, phones or chat programs make such names (IMG_1234, DSC_0001, 20160502_101500):
 * never an ID. */
bool cut_id_is_camera_name(cut_str stem);
/* The stem without the last suffix that a content management system hung on it ("-1024x726"); the
 * stem itself if there is none. */
cut_str cut_id_without_suffix(cut_str stem);

#endif

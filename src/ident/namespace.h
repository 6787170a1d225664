/* Namespaces as a user types them. */
#ifndef CUT_IDENT_NAMESPACE_H
#define CUT_IDENT_NAMESPACE_H

#include "base/str.h"

/* The namespace that is meant: itself in any case ("Reuters"), or the site's by the first part of
 * its host name ("gettyimages" -> "getty"). NULL if it is not one that the tables know. */
const char *cut_ident_namespace(cut_str typed);

#endif

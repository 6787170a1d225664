/* C2PA manifests (JUMBF boxes): only who made the claim is read, nothing is verified. */
#ifndef CUT_META_C2PA_H
#define CUT_META_C2PA_H

#include "base/str.h"

/* The claim generator of the active manifest, which is the last in the store (C2PA 2.1, 11.1.4):
 * "claim_generator", or the name in "claim_generator_info" of a version 2 claim. A view into
 * `boxes`; {NULL, 0} if it cannot be found or is not valid UTF-8. */
cut_str cut_c2pa_generator(cut_view boxes);

/* True if JUMBF boxes hold a C2PA manifest and not another thing that is kept in such boxes: the
 * type of its boxes starts with "c2pa", and so does its label (C2PA 2.1, 11.1.4). */
bool cut_c2pa_is_manifest(cut_view boxes);

#endif

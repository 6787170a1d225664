/* The command line of cutline-sheet: FORMAT, then "--name value" pairs, as `cutline sheet` makes
 * it. */
#ifndef DOC_OPTIONS_H
#define DOC_OPTIONS_H

#include "document/document.h"

/* False if the line cannot be meant; the values point into argv. */
bool doc_options_parse(doc_options *options, int argc, char **argv);

#endif

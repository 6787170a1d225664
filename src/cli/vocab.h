/* Vocabularies of a desk, for the commands that take them. */
#ifndef CLI_VOCAB_H
#define CLI_VOCAB_H

#include "cli/cli.h"

#include <cutline/vocabulary.h>

/* Reads the files of --vocab, "FIELD=FILE,..."; NULL: none are named. *out is to be released by
 * cutline_vocabularies_free() in any case. False, with the message printed, if it cannot. */
bool cli_vocab_load(cli *c, const char *option, cutline_vocabularies **out);

#endif

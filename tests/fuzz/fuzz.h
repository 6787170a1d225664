/* The entry point of a fuzz target (libFuzzer's). */
#ifndef CUT_TESTS_FUZZ_H
#define CUT_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Feeds one input to the parser under test. Returns 0; faults show as crashes or sanitizer reports.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif

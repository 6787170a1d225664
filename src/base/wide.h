/*
 * Loops over rows of numbers, which every imported photo passes. A function with CUT_WIDE before it
 * is compiled twice, and processors that take eight numbers at a time (AVX2, since 2013) get the
 * one that does; programs for all processors may ask for four only. No operation is fused or done
 * in another order, so the results are the same.
 */
#ifndef CUT_BASE_WIDE_H
#define CUT_BASE_WIDE_H

#include <stdint.h> /* tells glibc */

/* Which one is taken is settled while the program is loaded: that takes glibc, and is too early for
 * code that a sanitizer watches. Clang makes the names of both known to all files, static or not,
 * so that two files could not have a function of one name. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) &&                            \
    !defined(__SANITIZE_ADDRESS__)
#define CUT_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define CUT_WIDE
#endif

#endif

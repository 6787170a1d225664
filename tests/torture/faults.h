/* Faults in the system calls that write-back makes, by the step: the n-th call fails, or the
 * process dies in it. The linker puts these in the place of the calls (see TORTURE_WRAPS in the
 * Makefile). */
#ifndef CUT_TESTS_TORTURE_FAULTS_H
#define CUT_TESTS_TORTURE_FAULTS_H

#include <stdbool.h>

typedef enum fault {
    FAULT_NONE,
    FAULT_KILL,  /* kill -9 */
    FAULT_EIO,   /* this call fails */
    FAULT_ENOSPC /* this call fails, and every write after it: the disk is full */
} fault;

/* From now on calls are counted; number `step` (from 1) is struck. */
void faults_arm(fault kind, unsigned step);
/* The fault has happened. */
bool faults_struck(void);

#endif

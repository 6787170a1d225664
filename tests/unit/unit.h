/* What every unit test includes first: cmocka and the headers it needs, in its order. */
#ifndef CUT_TESTS_UNIT_H
#define CUT_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#endif

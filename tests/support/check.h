/* cmocka, with what it wants to be included before it. */
#ifndef TEST_CHECK_H
#define TEST_CHECK_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#endif

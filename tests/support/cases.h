/* Test cases in plain text; tests/cases/README.md defines how they are written. */
#ifndef TEST_CASES_H
#define TEST_CASES_H

#include "base/str.h"

#include <stddef.h>

/* A case, and all it points to, lives for the call that it is given to. */
typedef struct {
    const char *file, *name;
    size_t line;         /* of its name, from 1 */
    const str *sections; /* the input, then what is expected; `<0xHH>` is already a byte */
    size_t count;        /* of sections, at least 1 */
    size_t *failures;    /* what case_expect counts */
} test_case;

typedef void case_check(const test_case *each, void *context);

/* Calls `check` for every case in tests/cases/STAGE/ (files by name, *.txt), and returns how many
 * comparisons failed. A folder without cases, or a file that cannot be read, counts as a failure
 * too, so that no test passes by finding nothing. */
size_t cases_run(const char *stage, case_check *check, void *context);

/* Compares with section `n`; where they differ prints the case and both, and counts a failure. A
 * section that the case does not have is a failure. Line breaks at the end of `actual` do not
 * count, as they do not in the file. */
void case_expect(const test_case *self, size_t n, str actual);

#endif

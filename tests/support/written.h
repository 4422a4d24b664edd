/* What a format makes of a document that a case tells of. */
#ifndef TEST_WRITTEN_H
#define TEST_WRITTEN_H

#include "cli/formats.h"
#include "support/cases.h"

/* Checks a case with the sections
 *
 *     the text
 *     settings, one a line: id, title, author, publisher, url, date, origin; width: columns (60 if
 *         not given); colour; confidence (as if --min-confidence was given); whole (with what
 *         stands before the first document and after the last)
 *     what was found (support/findings.h)
 *     what is written */
void written_check(const test_case *each, const format *how);

#endif

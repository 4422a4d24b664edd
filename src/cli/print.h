/* Pages of the program's own, such as --help, on standard output. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/buf.h"

/* Prints the page and returns the exit status: 0, also where nobody reads it to its end, or 2 after
 * it was said why it could not be written. */
int page_print(const buf *page);

#endif

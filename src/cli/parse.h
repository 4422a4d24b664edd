/* Arguments -> options, by a table of flags, the way GNU programs read them: --name=value, --name
 * value, -o value, -ovalue, -qo value, flags and files in any order, and only files after `--`.
 *
 * Where a command takes a query (flag_table.query) one dash and more than a flag are a word of it:
 * -peace, -speaker:moreno. */
#ifndef CLI_PARSE_H
#define CLI_PARSE_H

#include "base/buf.h"
#include "cli/flags.h"

#include <stdbool.h>

typedef enum {
    PARSED,
    PARSED_HELP, /* it was asked for; the rest was not looked at */
    PARSED_WRONG
} parsed;

/* Sets every option to its initial value, then to what the arguments say. What is no flag is moved
 * to the front of `arguments`, and `*files` is their number. On PARSED_WRONG `problem` gets a
 * sentence without an end, which names the argument as it was given (cli/safe.h before it is
 * shown). */
parsed parse_arguments(flag_table flags, char **arguments, size_t count, void *options,
                       size_t *files, buf *problem);

#endif

/* What the pages of the commands tell that ask a store. */
#ifndef CLI_COMMANDS_ASK_H
#define CLI_COMMANDS_ASK_H

#include "cli/commands.h"

extern const char *const FIND_ABOUT[],
    *const WHO_ABOUT[], *const LIST_ABOUT[], *const SHOW_ABOUT[], *const TRACE_ABOUT[],
                                                                      *const EXPORT_ABOUT[];

extern const example FIND_EXAMPLES[], WHO_EXAMPLES[], LIST_EXAMPLES[], SHOW_EXAMPLES[],
    TRACE_EXAMPLES[], EXPORT_EXAMPLES[];

extern const remark ASK_REMARKS[];

#endif

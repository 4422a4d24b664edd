/* What the pages of the commands tell that work on a store. */
#ifndef CLI_COMMANDS_STORE_H
#define CLI_COMMANDS_STORE_H

#include "cli/commands.h"

extern const char *const ADD_ABOUT[],
    *const EDIT_ABOUT[], *const REMOVE_ABOUT[], *const CHECK_ABOUT[], *const REBUILD_ABOUT[],
                                                                          *const LINK_ABOUT[];

extern const example ADD_EXAMPLES[], EDIT_EXAMPLES[], REMOVE_EXAMPLES[], CHECK_EXAMPLES[],
    REBUILD_EXAMPLES[], LINK_EXAMPLES[];

extern const remark STORE_REMARKS[];

#endif

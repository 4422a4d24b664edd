/* What the pages of the commands tell that reason over a store. */
#ifndef CLI_COMMANDS_REASONING_H
#define CLI_COMMANDS_REASONING_H

#include "cli/commands.h"

extern const char *const STORY_ABOUT[], *const CONFLICTS_ABOUT[], *const AUDIT_ABOUT[],
                                                                      *const TIMELINE_ABOUT[];

extern const example STORY_EXAMPLES[], CONFLICTS_EXAMPLES[], AUDIT_EXAMPLES[], TIMELINE_EXAMPLES[];

#endif

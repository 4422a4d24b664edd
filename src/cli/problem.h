/* What is not as it was written in a store, in words. */
#ifndef CLI_PROBLEM_H
#define CLI_PROBLEM_H

#include "cli/console.h"
#include "hearsay.h"

/* A line such as "lost: wire-7: its text is damaged". */
void problem_say(console *on, const hearsay_problem *problem);

#endif

/* `hearsay who --why`: under which names documents know somebody, and why they are one. */
#ifndef CLI_WHY_H
#define CLI_WHY_H

#include "cli/ask.h"

/* Writes of everybody whose name has the words, the names and the evidence; returns the exit
 * status. */
int why_run(const ask_options *options, const char *name);

#endif

/* What a file descriptor leads to. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

/* Where text goes that is not shown on a terminal. */
enum { TERMINAL_WIDTH = 80 };

/* What COLUMNS may say. */
enum { TERMINAL_LEAST = 20, TERMINAL_MOST = 1000 };

/* The columns of the terminal or, where it is none or does not say, those of the variable COLUMNS;
 * else TERMINAL_WIDTH. */
unsigned terminal_width(int file);

/* Whether it is a terminal that shows colours and whose user wants them (NO_COLOR, TERM). */
bool terminal_has_colour(int file);

/* A pipe or socket: what is written there goes to another program. */
bool terminal_is_pipe(int file);

#endif

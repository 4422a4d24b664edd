/* Standard error: messages, and the line that tells how far the work has come.
 *
 * Any thread may use a console. Everything goes through cli/safe.h, so nothing that a message
 * quotes can act on the terminal. */
#ifndef CLI_CONSOLE_H
#define CLI_CONSOLE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct console console;

console *console_new(void);
void console_free(console *self);

/* "hearsay: ", the message and a line feed, in one write. */
__attribute__((format(printf, 2, 3))) void console_say(console *self, const char *format, ...);

/* Whole lines that are safe already, as they stand. */
void console_put(console *self, str lines);

/* --- progress --------------------------------------------------------------------------------- */

/* From now on the line is shown: at once, or after a second. `total` is in bytes, 0 where it is not
 * known. */
void console_show_progress(console *self, bool at_once, size_t total);

/* How far the work has come. */
typedef struct {
    size_t bytes; /* 0 where they are not counted; documents tell how far it is then */
    size_t documents, all_documents; /* of which `all_documents` are 0 where they are not known */
    size_t statements;               /* 0 where they are not counted */
} console_progress;

/* Draws the line anew, if it is time and nobody is writing, with how much is done. To be called a
 * few times a second. */
void console_tick(console *self, console_progress done);

/* Takes the line away, and keeps it away until console_release: for what else is written to the
 * same terminal meanwhile. */
void console_hold(console *self);
void console_release(console *self);

/* Takes the line away for the last time, as the process is about to end; does not wait. */
void console_abandon(console *self);

/* Seconds of a clock that only goes forward. */
double console_clock(void);

#endif

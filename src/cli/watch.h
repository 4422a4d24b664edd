/* A thread that watches over the work: it does something several times a second, and what must be
 * done before a signal (Ctrl-C) ends the process. No handler runs in the middle of anything. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

typedef struct watch watch;

typedef void watch_fn(void *context);

/* Begins to watch; to be called before other threads are made, as they inherit what it does to
 * signals. `tick` is called five times a second, `last` when SIGINT, SIGTERM or SIGHUP arrives; the
 * process ends by that signal then. `last` must not wait for the work. NULL where there can be no
 * thread: everything then works but these two. */
watch *watch_begin(watch_fn *tick, watch_fn *last, void *context);

/* The same for work that can be stopped: at the first signal `stop` is called, and the process goes
 * on so that the work can end by itself; the second ends it. */
watch *watch_begin_stoppable(watch_fn *tick, watch_fn *stop, void *context);

/* The signal that has arrived, 0: none. */
int watch_arrived(const watch *self);

/* NULL is allowed. */
void watch_end(watch *self);

#endif

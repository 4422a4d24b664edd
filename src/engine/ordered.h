/* Work on a stream of items, on several threads, that leaves in the order in which it came. */
#ifndef ENGINE_ORDERED_H
#define ENGINE_ORDERED_H

#include <stdbool.h>

/* What is done to the items. `context` is the caller's. `next` is called by one thread at a time,
 * and so is `done`, but one may be called while the other runs. */
typedef struct {
    void *(*next)(void *context);            /* an item, or NULL where there is none left */
    void *(*begin)(void *context);           /* what a thread needs to work, at its first item */
    bool (*work)(void *state, void *item);   /* `state` is what `begin` gave to this thread; false
                                                to stop */
    void (*end)(void *state);                /* at the end of a thread that began */
    bool (*done)(void *context, void *item); /* takes the item back; false to stop */
    void (*drop)(void *item);                /* takes back one that comes after a stop */
    void *context;
} ordered_work;

enum { ORDERED_THREADS_MAX = 256, ORDERED_ITEMS_PER_THREAD = 4 };

/* Works on `threads` threads, the caller's among them, until there is nothing left or `work`
 * or `done` returns false; 0 or 1 makes no thread, and where no more can be made fewer do it. At
 * most ORDERED_ITEMS_PER_THREAD items a thread are held at a time. */
void ordered_run(const ordered_work *work, unsigned threads);

#endif

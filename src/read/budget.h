/* The time that one document may take. It is counted in seconds of the processor, as a live stream
 * may keep its reader waiting for days. */
#ifndef READ_BUDGET_H
#define READ_BUDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct {
    size_t seconds; /* that a document may take */
    double begun;   /* the thread's clock when the document was begun */
} budget;

static inline double budget_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A document begins. */
static inline void budget_begin(budget *self) {
    self->begun = budget_clock();
}

static inline bool budget_is_spent(const budget *self) {
    return budget_clock() - self->begun > (double)self->seconds;
}

#endif

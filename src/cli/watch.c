#include "cli/watch.h"

#include "base/memory.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum { TICK = 200 * 1000 * 1000 }; /* nanoseconds */

struct watch {
    pthread_t thread;
    sigset_t signals; /* that are waited for; all threads have them blocked */
    sigset_t before;  /* the mask as it was */
    int end;          /* the signal that ends the watch itself */
    watch_fn *tick, *last;
    bool stoppable;      /* the first signal does not end the process */
    atomic_int happened; /* the signal that arrived first; 0: none */
    void *context;
};

/* Ends the process as the signal would have done it, so that a shell sees why. */
static void die_by(int signal_number) {
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal_number);
    signal(signal_number, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(signal_number);
}

static void *watch_over(void *argument) {
    watch *self = argument;
    for (;;) {
        struct timespec wait = {.tv_nsec = TICK};
        int arrived = sigtimedwait(&self->signals, NULL, &wait);
        if (arrived == self->end) {
            return NULL;
        }
        if (arrived > 0) {
            bool first = atomic_exchange(&self->happened, arrived) == 0;
            if (first) {
                self->last(self->context);
            }
            if (!first || !self->stoppable) {
                die_by(arrived);
            }
        }
        self->tick(self->context);
    }
}

/* A signal that is ignored (nohup) stays so. */
static void add_if_heeded(sigset_t *set, int signal_number) {
    struct sigaction now;
    if (sigaction(signal_number, NULL, &now) == 0 && now.sa_handler != SIG_IGN) {
        sigaddset(set, signal_number);
    }
}

static watch *begin(watch_fn *tick, watch_fn *last, bool stoppable, void *context) {
    watch *self = mem_alloc(sizeof *self);
    *self = (watch){
        .end = SIGRTMIN, .tick = tick, .last = last, .stoppable = stoppable, .context = context};
    sigemptyset(&self->signals);
    sigaddset(&self->signals, self->end);
    add_if_heeded(&self->signals, SIGINT);
    add_if_heeded(&self->signals, SIGTERM);
    add_if_heeded(&self->signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &self->signals, &self->before);
    if (pthread_create(&self->thread, NULL, watch_over, self) != 0) {
        pthread_sigmask(SIG_SETMASK, &self->before, NULL);
        mem_free(self);
        return NULL;
    }
    return self;
}

void watch_end(watch *self) {
    if (self == NULL) {
        return;
    }
    pthread_kill(self->thread, self->end);
    pthread_join(self->thread, NULL);
    pthread_sigmask(SIG_SETMASK, &self->before, NULL);
    mem_free(self);
}

watch *watch_begin(watch_fn *tick, watch_fn *last, void *context) {
    return begin(tick, last, false, context);
}

watch *watch_begin_stoppable(watch_fn *tick, watch_fn *stop, void *context) {
    return begin(tick, stop, true, context);
}

int watch_arrived(const watch *self) {
    return self != NULL ? atomic_load(&self->happened) : 0;
}

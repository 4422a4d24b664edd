#include "engine/ordered.h"

#include "base/memory.h"

#include <pthread.h>
#include <stddef.h>

typedef struct {
    void *item;
    bool finished;
} job;

/* Jobs are numbered as they come; job n has place n % capacity in the ring. All fields but the
 * first two change under the lock only, which nobody holds while a callback runs: a source may wait
 * long for its next item, and what is finished must leave meanwhile. */
typedef struct {
    const ordered_work *work;
    size_t capacity;
    pthread_mutex_t lock;
    pthread_cond_t turn; /* somebody took a job, one left, or no more will be taken */
    job *ring;           /* [capacity] */
    bool taking, giving; /* whether somebody is in `next`, in `done` */
    size_t taken;        /* how many jobs came */
    size_t left;         /* how many left: the jobs from here to `taken` are held */
    bool over;           /* no more are taken: there are none, or it was stopped */
    bool stopped;        /* `work` or `done` returned false */
} belt;

/* Takes the next job; NULL where there is none. Called with the lock held. */
static job *take(belt *self) {
    while (!self->over && (self->taking || self->taken - self->left == self->capacity)) {
        pthread_cond_wait(&self->turn, &self->lock);
    }
    if (self->over) {
        return NULL;
    }
    self->taking = true;
    pthread_mutex_unlock(&self->lock);
    void *item = self->work->next(self->work->context);
    pthread_mutex_lock(&self->lock);
    self->taking = false;
    pthread_cond_broadcast(&self->turn);
    if (item != NULL && self->stopped) { /* meanwhile */
        self->work->drop(item);
        item = NULL;
    }
    if (item == NULL) {
        self->over = true;
        return NULL;
    }
    job *taken = &self->ring[self->taken++ % self->capacity];
    *taken = (job){.item = item};
    return taken;
}

/* Called with the lock held. */
static void stop(belt *self) {
    self->stopped = self->over = true;
    pthread_cond_broadcast(&self->turn);
}

/* Lets go, in order, of the jobs that are finished, unless somebody does so already: they look
 * again after each. Called with the lock held. */
static void let_go(belt *self) {
    while (!self->stopped && !self->giving && self->left < self->taken) {
        job *first = &self->ring[self->left % self->capacity];
        if (!first->finished) {
            return;
        }
        self->giving = true;
        pthread_mutex_unlock(&self->lock);
        bool goes_on = self->work->done(self->work->context, first->item);
        pthread_mutex_lock(&self->lock);
        self->giving = false;
        self->left++;
        if (!goes_on) {
            stop(self);
        }
        pthread_cond_broadcast(&self->turn);
    }
}

static void *work_along(void *argument) {
    belt *self = argument;
    void *state = NULL;
    pthread_mutex_lock(&self->lock);
    for (job *mine; (mine = take(self)) != NULL;) {
        pthread_mutex_unlock(&self->lock);
        if (state == NULL) {
            state = self->work->begin(self->work->context);
        }
        bool goes_on = self->work->work(state, mine->item);
        pthread_mutex_lock(&self->lock);
        mine->finished = true;
        if (!goes_on) {
            stop(self);
        }
        let_go(self);
    }
    pthread_mutex_unlock(&self->lock);
    if (state != NULL) {
        self->work->end(state);
    }
    return NULL;
}

void ordered_run(const ordered_work *work, unsigned threads) {
    threads = threads < 1 ? 1 : threads > ORDERED_THREADS_MAX ? ORDERED_THREADS_MAX : threads;
    belt self = {.work = work, .capacity = (size_t)threads * ORDERED_ITEMS_PER_THREAD};
    self.ring = mem_alloc(mem_product(self.capacity, sizeof *self.ring));
    pthread_mutex_init(&self.lock, NULL);
    pthread_cond_init(&self.turn, NULL);
    pthread_t others[ORDERED_THREADS_MAX];
    unsigned made = 0;
    while (made + 1 < threads && pthread_create(&others[made], NULL, work_along, &self) == 0) {
        made++;
    }
    work_along(&self);
    for (unsigned i = 0; i < made; i++) {
        pthread_join(others[i], NULL);
    }
    for (; self.left < self.taken; self.left++) { /* there are some after a stop only */
        work->drop(self.ring[self.left % self.capacity].item);
    }
    pthread_cond_destroy(&self.turn);
    pthread_mutex_destroy(&self.lock);
    mem_free(self.ring);
}

#include "engine/ordered.h"

#include "base/memory.h"
#include "support/check.h"
#include "support/random.h"

#include <pthread.h>
#include <time.h>

/* A stream of `count` numbers, which are stopped after `limit`. `giving` and `taking` count those
 * who are in a callback; what both callbacks use changes under the lock. */
typedef struct {
    size_t count, limit;
    size_t given, returned, dropped, most_alive;
    size_t giving, taking, begun;
    pthread_mutex_t lock;
    const pthread_t *caller;
} stream;

typedef struct {
    stream *of;
    size_t number, answer;
} item;

static void *next(void *context) {
    stream *self = context;
    assert_int_equal(self->giving++, 0);
    item *made = NULL;
    if (self->given < self->count) {
        made = mem_alloc(sizeof *made);
        pthread_mutex_lock(&self->lock);
        *made = (item){self, self->given++, 0};
        size_t alive = self->given - self->returned;
        self->most_alive = alive > self->most_alive ? alive : self->most_alive;
        pthread_mutex_unlock(&self->lock);
    }
    self->giving--;
    return made;
}

static void *begin(void *context) {
    stream *self = context;
    pthread_mutex_lock(&self->lock);
    self->begun++;
    pthread_mutex_unlock(&self->lock);
    if (self->caller != NULL) {
        assert_true(pthread_equal(*self->caller, pthread_self()));
    }
    return self;
}

static void end(void *state) {
    stream *self = state;
    pthread_mutex_lock(&self->lock);
    self->begun--;
    pthread_mutex_unlock(&self->lock);
}

/* Takes a time of its own, so that later items are often ready before earlier ones. */
static bool work(void *state, void *each) {
    (void)state;
    item *mine = each;
    uint64_t seed = mine->number;
    nanosleep(&(struct timespec){0, (long)random_below(&seed, 200000)}, NULL);
    mine->answer = mine->number * 3;
    return true;
}

enum { GIVEN_UP = 20 };

static bool work_and_give_up(void *state, void *each) {
    return work(state, each) && ((item *)each)->number < GIVEN_UP;
}

static bool done(void *context, void *each) {
    stream *self = context;
    item *mine = each;
    assert_int_equal(self->taking++, 0);
    pthread_mutex_lock(&self->lock);
    assert_int_equal(mine->number, self->returned);
    assert_int_equal(mine->answer, mine->number * 3);
    bool goes_on = ++self->returned < self->limit;
    pthread_mutex_unlock(&self->lock);
    mem_free(mine);
    self->taking--;
    return goes_on;
}

static void drop(void *each) {
    item *mine = each;
    mine->of->dropped++;
    mem_free(mine);
}

static stream run(size_t count, size_t limit, unsigned threads, const pthread_t *caller) {
    stream self = {.count = count, .limit = limit, .caller = caller};
    pthread_mutex_init(&self.lock, NULL);
    ordered_work what = {next, begin, work, end, done, drop, &self};
    ordered_run(&what, threads);
    assert_int_equal(self.begun, 0);
    assert_int_equal(self.given, self.returned + self.dropped);
    unsigned workers = threads > 0 ? threads : 1;
    assert_true(self.most_alive <= (size_t)workers * ORDERED_ITEMS_PER_THREAD);
    pthread_mutex_destroy(&self.lock);
    return self;
}

static void test_everything_leaves_in_order(void **state) {
    (void)state;
    static const unsigned THREADS[] = {0, 1, 2, 3, 8, 32};
    for (size_t i = 0; i < sizeof THREADS / sizeof *THREADS; i++) {
        for (size_t count = 0; count < 300; count = count * 3 + 1) {
            stream end_state = run(count, SIZE_MAX, THREADS[i], NULL);
            assert_int_equal(end_state.returned, count);
            assert_int_equal(end_state.dropped, 0);
        }
    }
}

static void test_a_stop_frees_what_is_in_flight(void **state) {
    (void)state;
    for (unsigned threads = 1; threads <= 8; threads++) {
        for (size_t limit = 1; limit < 40; limit += 7) {
            stream end_state = run(1000000, limit, threads, NULL);
            assert_int_equal(end_state.returned, limit);
            assert_true(end_state.dropped <= (size_t)threads * ORDERED_ITEMS_PER_THREAD);
        }
    }
}

static void test_work_may_stop_it(void **state) {
    (void)state;
    for (unsigned threads = 1; threads <= 8; threads++) {
        stream self = {.count = 1000000, .limit = SIZE_MAX};
        pthread_mutex_init(&self.lock, NULL);
        ordered_work what = {next, begin, work_and_give_up, end, done, drop, &self};
        ordered_run(&what, threads);
        pthread_mutex_destroy(&self.lock);
        assert_true(self.returned <= GIVEN_UP); /* the one that was given up does not leave */
        assert_true(threads > 1 || self.returned == GIVEN_UP);
        assert_true(self.dropped > 0 && self.given == self.returned + self.dropped);
        assert_int_equal(self.begun, 0);
    }
}

/* A source that waits for its item before to leave, as a live stream may. */
static void *next_in_time(void *context) {
    stream *self = context;
    for (bool waits = true; waits;) {
        pthread_mutex_lock(&self->lock);
        waits = self->returned < self->given;
        pthread_mutex_unlock(&self->lock);
        nanosleep(&(struct timespec){0, 10000}, NULL);
    }
    return next(context);
}

static void test_each_leaves_while_the_next_is_waited_for(void **state) {
    (void)state;
    for (unsigned threads = 2; threads <= 4; threads++) {
        stream self = {.count = 20, .limit = SIZE_MAX};
        pthread_mutex_init(&self.lock, NULL);
        ordered_work what = {next_in_time, begin, work, end, done, drop, &self};
        ordered_run(&what, threads);
        assert_int_equal(self.returned, 20);
        pthread_mutex_destroy(&self.lock);
    }
}

static void test_one_thread_is_the_callers(void **state) {
    (void)state;
    pthread_t self = pthread_self();
    assert_int_equal(run(50, SIZE_MAX, 1, &self).returned, 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_leaves_in_order),
        cmocka_unit_test(test_a_stop_frees_what_is_in_flight),
        cmocka_unit_test(test_work_may_stop_it),
        cmocka_unit_test(test_each_leaves_while_the_next_is_waited_for),
        cmocka_unit_test(test_one_thread_is_the_callers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

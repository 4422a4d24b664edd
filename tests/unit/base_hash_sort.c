/* What begins with a hash is sorted as qsort sorts it, however the hashes lie. */
#include "base/hash_sort.h"
#include "support/check.h"
#include "support/random.h"

#include <stdint.h>
#include <stdlib.h>

enum { MOST = 700 };

typedef struct {
    uint64_t hash;
    uint32_t place;
} item;

static int by_hash(const void *a, const void *b) {
    const item *x = a;
    const item *y = b;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash)
                              : (x->place > y->place) - (x->place < y->place);
}

static void assert_sorted(uint64_t *seed, size_t count, uint64_t mask) {
    static item got[MOST], expected[MOST];
    for (size_t i = 0; i < count; i++) {
        got[i] = (item){random_next(seed) & mask, (uint32_t)random_below(seed, 3)};
        expected[i] = got[i];
    }
    if (count > 0) {
        qsort(expected, count, sizeof *expected, by_hash);
    }
    hash_sort(got, count, sizeof *got, by_hash);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(got[i].hash, expected[i].hash);
        assert_int_equal(got[i].place, expected[i].place);
    }
}

static void test_as_qsort(void **state) {
    (void)state;
    uint64_t seed = 4;
    static const size_t COUNTS[] = {0, 1, 2, 16, 17, 63, 64, 65, MOST};
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        assert_sorted(&seed, COUNTS[i], UINT64_MAX);
        assert_sorted(&seed, COUNTS[i], 7);                       /* all in one heap */
        assert_sorted(&seed, COUNTS[i], UINT64_C(0xF) << 60);     /* in sixteen */
        assert_sorted(&seed, COUNTS[i], UINT64_C(0xC) << 60 | 1); /* in four */
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_qsort)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Entries of the postings: what is packed comes back, whatever is damaged does no harm. */
#include "store/entries.h"
#include "support/check.h"
#include "support/random.h"

enum { MANY = 3000 };

static entry_list some(uint64_t *seed, size_t count, unsigned bits) {
    entry_list out = {0};
    while (out.count < count) {
        entries_put(&out, random_below(seed, (size_t)1 << bits));
    }
    return out;
}

static void assert_packed(const entry_list *all) {
    buf packed = {0};
    entry_list got = {0};
    entries_pack(all, &packed);
    entries_unpack(buf_str(&packed), &got);
    assert_int_equal(got.count, all->count);
    for (size_t i = 0; i < got.count; i++) {
        assert_int_equal(got.items[i], all->items[i]);
    }
    buf_free(&packed);
    vec_free(&got);
}

/* Evenly apart, in one heap, and the outermost ones. */
static void test_comes_back(void **state) {
    (void)state;
    uint64_t seed = 6;
    static const size_t COUNTS[] = {0, 1, 2, 37, 375, MANY};
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        for (unsigned bits = 13; bits <= ENTRY_BITS; bits += 7) {
            entry_list all = some(&seed, COUNTS[i], bits);
            assert_packed(&all);
            entries_put(&all, 0);
            entries_put(&all, ((uint64_t)1 << ENTRY_BITS) - 1);
            assert_packed(&all);
            vec_free(&all);
        }
    }
}

static uint64_t key_of(uint64_t entry) {
    return entry >> ENTRY_FOLD_BITS;
}

/* Those of one key alone, of every key there is and of some that there are not: of so many entries
 * there are points from where to read on before a key, within it, and not at all. */
static void assert_keys_read(size_t count, size_t keys) {
    enum { APART = 16 };
    uint64_t seed = 9;
    entry_list all = {0};
    while (all.count < count) {
        const uint64_t key = random_below(&seed, keys) * APART;
        entries_put(&all, key << ENTRY_FOLD_BITS | random_below(&seed, 100000));
    }
    buf packed = {0};
    entry_list got = {0};
    entries_pack(&all, &packed);
    for (uint64_t key = 0; key <= keys * APART; key += APART / 2) {
        size_t at = entries_place(&all, key << ENTRY_FOLD_BITS);
        entries_unpack_key(buf_str(&packed), key, &got);
        for (size_t i = 0; i < got.count; i++) {
            assert_int_equal(got.items[i], all.items[at++]);
        }
        assert_true(at == all.count || key_of(all.items[at]) > key);
    }
    buf_free(&packed);
    vec_free(&got);
    vec_free(&all);
}

static void test_of_one_key(void **state) {
    (void)state;
    assert_keys_read(375, 40);
    assert_keys_read(MANY, 7);
    assert_keys_read(MANY, 2000);
    assert_keys_read(65, 20);
    assert_keys_read(64, 20);
}

static void test_is_small(void **state) {
    (void)state;
    uint64_t seed = 7;
    entry_list all = {0};
    while (all.count < 375) {
        const uint64_t key = random_below(&seed, (size_t)1 << 16);
        entries_put(&all, key << ENTRY_FOLD_BITS | random_below(&seed, 100000));
    }
    buf packed = {0};
    entries_pack(&all, &packed);
    assert_true(packed.size < all.count * 14 / 4);
    buf_free(&packed);
    vec_free(&all);
}

/* No more comes out than there can be, nothing is read beyond the end. */
static void test_damaged(void **state) {
    (void)state;
    uint64_t seed = 8;
    entry_list all = some(&seed, 375, ENTRY_BITS);
    entry_list got = {0};
    buf packed = {0};
    entries_pack(&all, &packed);
    if (packed.size == 0) {
        fail_msg("nothing was packed");
        return;
    }
    for (size_t size = 0; size < packed.size; size += 7) {
        entries_unpack(str_slice(buf_str(&packed), (span){0, size}), &got);
        assert_true(got.count <= all.count);
    }
    for (size_t i = 0; i < MANY; i++) {
        packed.data[random_below(&seed, packed.size)] = (char)random_below(&seed, 256);
        entries_unpack(buf_str(&packed), &got);
        assert_true(got.count <= packed.size);
        entries_unpack_key(buf_str(&packed), random_below(&seed, 65536), &got);
        assert_true(got.count <= packed.size);
    }
    buf_free(&packed);
    vec_free(&got);
    vec_free(&all);
}

/* A damaged slot tells of entries beyond those that there can be: to write them again, in gaps of
 * fewer plain bits, would take gigabytes. */
static void test_beyond_all_entries(void **state) {
    (void)state;
    static const char DAMAGED[] = "\x08\x2f\xfe\xff\xff\xff\xff\xff\xfe\xff\xff\xff\xff\xff";
    entry_list got = {0};
    entries_unpack((str){DAMAGED, sizeof DAMAGED - 1}, &got);
    assert_int_equal(got.count, 0);
    vec_free(&got);
}

static void test_put_and_drop(void **state) {
    (void)state;
    entry_list all = {0};
    assert_true(entries_put(&all, 9));
    assert_true(entries_put(&all, 3));
    assert_false(entries_put(&all, 9));
    assert_int_equal(all.items[0], 3);
    assert_true(entries_have(&all, 9));
    assert_true(entries_drop(&all, 3));
    assert_false(entries_drop(&all, 3));
    assert_int_equal(all.count, 1);
    vec_free(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comes_back),         cmocka_unit_test(test_of_one_key),
        cmocka_unit_test(test_is_small),           cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_beyond_all_entries), cmocka_unit_test(test_put_and_drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

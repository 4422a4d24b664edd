#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/str.h"
#include "base/vec.h"
#include "support/check.h"
#include "support/random.h"

#include <string.h>

/* --- arena ------------------------------------------------------------------------------------ */

static void test_arena_pieces_are_apart(void **state) {
    (void)state;
    enum { PIECES = 2000 };
    unsigned char *piece[PIECES];
    size_t size[PIECES];
    uint64_t seed = 3;
    arena *memory = arena_new();
    size_t total = 0;
    for (size_t i = 0; i < PIECES; i++) {
        size[i] = random_below(&seed, i % 100 == 0 ? 100000 : 200);
        piece[i] = arena_alloc(memory, size[i]);
        assert_int_equal((uintptr_t)piece[i] % 16, 0);
        memset(piece[i], (int)(i % 251), size[i]);
        total += size[i];
    }
    for (size_t i = 0; i < PIECES; i++) {
        for (size_t k = 0; k < size[i]; k++) {
            assert_int_equal(piece[i][k], i % 251);
        }
    }
    assert_true(arena_size(memory) >= total);
    arena_free(memory);
}

static void test_arena_zero_and_copy(void **state) {
    (void)state;
    arena *memory = arena_new();
    span *spans = arena_array(memory, span, 300);
    for (size_t i = 0; i < 300; i++) {
        assert_true(spans[i].begin == 0 && spans[i].end == 0);
    }
    assert_memory_equal(arena_copy(memory, "abc", 3), "abc", 3);
    assert_non_null(arena_copy(memory, NULL, 0));
    assert_non_null(arena_alloc(memory, 0));
    arena_free(memory);
    arena_free(NULL);
}

/* --- lines of the cache ----------------------------------------------------------------------- */

static void test_lines(void **state) {
    (void)state;
    for (size_t count = 0; count < 200; count += 21) {
        uint32_t *numbers = mem_alloc_lines(count, sizeof *numbers);
        assert_int_equal((uintptr_t)numbers % 64, 0);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(numbers[i], 0);
        }
        mem_free(numbers);
    }
}

/* --- vec -------------------------------------------------------------------------------------- */

static void test_vec(void **state) {
    (void)state;
    VEC(span) spans = {0};
    for (size_t i = 0; i < 1000; i++) {
        vec_push(&spans, (span){i, i + 1});
    }
    assert_int_equal(spans.count, 1000);
    assert_int_equal(spans.items[999].end, 1000);
    const span *kept = spans.items;
    vec_clear(&spans);
    vec_reserve(&spans, 1000);
    assert_ptr_equal(spans.items, kept);
    vec_push(&spans, (span){7, 8});
    assert_int_equal(spans.count, 1);
    vec_free(&spans);
    assert_null(spans.items);
    assert_int_equal(spans.capacity, 0);
}

/* --- str -------------------------------------------------------------------------------------- */

static void test_str(void **state) {
    (void)state;
    str text = STR("she said so");
    assert_true(str_equal(str_slice(text, (span){4, 8}), STR("said")));
    assert_true(str_equal(str_slice(text, (span){9, 100}), STR("so")));
    assert_true(str_equal(str_slice(text, (span){100, 200}), STR("")));
    assert_true(str_equal(str_slice(text, (span){8, 4}), STR("")));
    assert_true(str_equal((str){NULL, 0}, STR("")));
    assert_true(str_equal(str_slice((str){NULL, 0}, (span){0, 4}), STR("")));
    assert_false(str_equal(STR("said"), STR("says")));
    assert_true(str_starts(text, STR("she ")));
    assert_true(str_starts(text, STR("")));
    assert_false(str_starts(STR("sh"), STR("she")));
    assert_true(str_equal(str_from("said"), STR("said")));
    arena *memory = arena_new();
    assert_string_equal(str_copy(memory, str_slice(text, (span){0, 3})), "she");
    assert_string_equal(str_copy(memory, (str){NULL, 0}), "");
    arena_free(memory);
}

/* --- buf -------------------------------------------------------------------------------------- */

static void test_buf(void **state) {
    (void)state;
    buf text = {0};
    assert_true(str_equal(buf_str(&text), STR("")));
    buf_put(&text, STR(""));
    assert_string_equal(text.data, "");
    buf_put(&text, STR("a\0b"));
    buf_putc(&text, '!');
    buf_printf(&text, "%s %d", "page", 12);
    assert_true(str_equal(buf_str(&text), STR("a\0b!page 12")));
    assert_int_equal(text.data[text.size], 0);
    buf_clear(&text);
    assert_string_equal(text.data, "");
    for (int i = 0; i < 5000; i++) {
        buf_printf(&text, "%d", i % 10);
    }
    assert_int_equal(text.size, 5000);
    buf_free(&text);
    assert_null(text.data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_pieces_are_apart),
        cmocka_unit_test(test_arena_zero_and_copy),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_vec),
        cmocka_unit_test(test_str),
        cmocka_unit_test(test_buf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

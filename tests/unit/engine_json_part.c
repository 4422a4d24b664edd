#include "engine/json_part.h"

#include "base/memory.h"
#include "support/check.h"

#include <string.h>

static void check_part(const char *object, const char *key, size_t place, const char *expected) {
    arena *memory = arena_new();
    const json_parts parts = json_items(str_from(object), key, memory);
    if (expected == NULL) {
        assert_true(place >= parts.count);
    } else {
        assert_true(place < parts.count);
        assert_true(str_equal(parts.items[place], str_from(expected)));
    }
    arena_free(memory);
}

static void test_items(void **state) {
    (void)state;
    static const char OBJECT[] =
        "{\"made_by\":\"a \\\"b\\\", [1\",\"none\":null,\"in\":{\"list\":[7]},"
        "\"list\":[{\"a\":\"}]\\\\\",\"b\":[1,[2]]},[],3,\"four, "
        "five\"],\"empty\":[],\"last\":[0]}";
    check_part(OBJECT, "list", 0, "{\"a\":\"}]\\\\\",\"b\":[1,[2]]}");
    check_part(OBJECT, "list", 1, "[]");
    check_part(OBJECT, "list", 2, "3");
    check_part(OBJECT, "list", 3, "\"four, five\"");
    check_part(OBJECT, "list", 4, NULL);
    check_part(OBJECT, "last", 0, "0");
    check_part(OBJECT, "empty", 0, NULL);
    check_part(OBJECT, "none", 0, NULL);
    check_part(OBJECT, "made_by", 0, NULL);
    check_part(OBJECT, "lis", 0, NULL);
}

/* What is damaged is nowhere read beyond its end. */
static void test_cut_off(void **state) {
    (void)state;
    static const char OBJECT[] = "{\"a\":\"b\\\"\",\"list\":[{\"c\":\"d\\\\\"},[1,2]]}";
    for (size_t size = 0; size < sizeof OBJECT; size++) {
        char *copy = mem_alloc(size + 1);
        memcpy(copy, OBJECT, size);
        arena *memory = arena_new();
        json_items((str){copy, size}, "list", memory);
        arena_free(memory);
        mem_free(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "engine/statements.h"

#include "support/check.h"
#include "support/random.h"

#include <string.h>

/* A text without markup. */
static view plain(arena *memory, str text) {
    run *runs = arena_array(memory, run, 1);
    return (view){text, text, runs, text.size > 0};
}

static span_list one(arena *memory, size_t begin, size_t end) {
    span *items = arena_array(memory, span, 1);
    items[0] = (span){begin, end};
    return (span_list){items, 1};
}

static void test_fields(void **state) {
    (void)state;
    arena *memory = arena_new();
    view page = plain(memory, STR("\"No,\" she said, \"never.\" It rained, they say."));
    span parts[] = {{0, 5}, {16, 24}};
    relation items[] = {
        {{NULL, 0}, one(memory, 41, 44), one(memory, 25, 34), QUOTED_NONE, 0.25F, NULL, 0},
        {one(memory, 6, 9), one(memory, 10, 14), {parts, 2}, QUOTED_ALL, 0.75F, NULL, 0},
    };
    relation_list found = {items, 2};
    hearsay_statement *made = statements_from(&found, &page, STR("d"), memory);
    /* in order of the first place in the text, the source's, the cue's or the content's */
    assert_int_equal(made[0].content.count, 2);
    assert_memory_equal(made[0].content.items, parts, sizeof parts);
    assert_int_equal(made[0].source.items[0].begin, 6);
    assert_int_equal(made[0].cue.items[0].end, 14);
    assert_int_equal(made[0].type, HEARSAY_DIRECT);
    assert_true(made[0].confidence == 0.75F);
    assert_int_equal(made[1].source.count, 0);
    assert_int_equal(made[1].type, HEARSAY_INDIRECT);
    assert_string_not_equal(made[0].id, made[1].id);
    arena_free(memory);
}

static void test_names_of_types(void **state) {
    (void)state;
    assert_string_equal(hearsay_type_name(HEARSAY_DIRECT), "direct");
    assert_string_equal(hearsay_type_name(HEARSAY_MIXED), "mixed");
    assert_string_equal(hearsay_type_name((hearsay_type)3), "unknown");
    assert_string_equal(hearsay_type_name((hearsay_type)-1), "unknown");
}

static void test_markup_is_carried_back(void **state) {
    (void)state;
    arena *memory = arena_new();
    /*                 0123456789012345678901234567 */
    str text = STR("[She](http://a.b) said **no**");
    run runs[] = {{0, 1}, {3, 17}, {9, 25}};
    view page = {text, STR("She said no"), runs, 3};
    relation item = {
        one(memory, 0, 3), one(memory, 4, 8), one(memory, 9, 11), QUOTED_SOME, 1, NULL, 0};
    relation_list found = {&item, 1};
    hearsay_statement *made = statements_from(&found, &page, STR("d"), memory);
    const hearsay_span expected[] = {{1, 4}, {18, 22}, {25, 27}};
    assert_memory_equal(made->source.items, &expected[0], sizeof *expected);
    assert_memory_equal(made->cue.items, &expected[1], sizeof *expected);
    assert_memory_equal(made->content.items, &expected[2], sizeof *expected);
    assert_int_equal(made->type, HEARSAY_MIXED);
    arena_free(memory);
}

static void test_parts_that_meet_become_one(void **state) {
    (void)state;
    arena *memory = arena_new();
    view page = plain(memory, STR("0123456789abcdef"));
    span parts[] = {{0, 3}, {2, 5}, {3, 4}, {5, 6}, {7, 9}};
    relation item = {.cue = one(memory, 10, 12), .content = {parts, 5}};
    relation_list found = {&item, 1};
    hearsay_statement *made = statements_from(&found, &page, STR("d"), memory);
    const hearsay_span expected[] = {{0, 6}, {7, 9}};
    assert_int_equal(made->content.count, 2);
    assert_memory_equal(made->content.items, expected, sizeof expected);
    arena_free(memory);
}

static size_t first_position(const hearsay_statement *self) {
    const hearsay_spans lists[] = {self->source, self->cue, self->content};
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < 3; i++) {
        if (lists[i].count > 0 && lists[i].items[0].begin < first) {
            first = lists[i].items[0].begin;
        }
    }
    return first;
}

static void test_many_are_sorted_and_told_apart(void **state) {
    (void)state;
    enum { COUNT = 2000 };
    arena *memory = arena_new();
    view page = plain(memory, STR("a text of a length that does not matter here"));
    relation *items = arena_array(memory, relation, COUNT);
    uint64_t seed = 5;
    for (size_t i = 0; i < COUNT; i++) { /* few places, so that many are the same */
        size_t cue = random_below(&seed, 20);
        size_t content = random_below(&seed, 20);
        items[i].cue = one(memory, cue, cue + 1);
        items[i].content = one(memory, content, content + 1);
    }
    relation_list found = {items, COUNT};
    hearsay_statement *made = statements_from(&found, &page, STR("d"), memory);
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(i == 0 || first_position(&made[i - 1]) <= first_position(&made[i]));
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(made[i].id, made[k].id);
        }
    }
    arena_free(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_names_of_types),
        cmocka_unit_test(test_markup_is_carried_back),
        cmocka_unit_test(test_parts_that_meet_become_one),
        cmocka_unit_test(test_many_are_sorted_and_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Which parts of their contents the relations of a window keep, and how sure one is of them. */
#include "attribute/certainty.h"
#include "attribute/drafts.h"
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A line of letters, a letter a piece: a capital is the cue of the relation of that name, its small
 * letter that relation's content; lines of two relations stand below each other. */
static void add(drafts *into, const char *line, char name, float certainty) {
    draft new = {.first_part = into->parts.count};
    for (size_t i = 0; line[i]; i++) {
        if (line[i] == name - 'a' + 'A') {
            new.cue.run = (run_of_pieces){i, i + 1};
        }
        if (line[i] == name && (i == 0 || line[i - 1] != name)) {
            size_t last = i;
            while (line[last] == name) {
                last++;
            }
            const part made = {{i, last}, certainty};
            vec_push(&into->parts, made);
        }
    }
    new.part_count = into->parts.count - new.first_part;
    vec_push(&into->items, new);
}

static void expect(const drafts *of, size_t index, const char *expected) {
    char shown[80] = "";
    const draft *each = &of->items.items[index];
    for (size_t i = 0; i < each->part_count; i++) {
        const run_of_pieces run = of->parts.items[each->first_part + i].run;
        const size_t at = strlen(shown);
        snprintf(shown + at, sizeof shown - at, "%zu-%zu ", run.first, run.last);
    }
    assert_string_equal(shown, expected);
}

static void test_a_part_stays_with_the_nearer_cue(void **state) {
    (void)state;
    drafts of = {0};
    /* "A," she said, adding that he replied "B." */
    add(&of, "aaaa.A...aaa", 'a', 0.9f);
    add(&of, ".......B.bbb", 'b', 0.8f);
    share_out_parts(&of);
    expect(&of, 0, "0-4 ");
    expect(&of, 1, "9-12 ");
    drafts_free(&of);
}

static void test_what_is_nested_is_reported_twice(void **state) {
    (void)state;
    drafts of = {0};
    add(&of, "aaaa.A.aaaaaaa", 'a', 0.9f);
    add(&of, "........B.bbbb", 'b', 0.9f); /* its cue lies in a's second part */
    share_out_parts(&of);
    expect(&of, 0, "0-4 7-14 ");
    expect(&of, 1, "10-14 ");
    drafts_free(&of);
}

static void test_an_only_part_stays(void **state) {
    (void)state;
    drafts of = {0};
    add(&of, "A....aaaa", 'a', 0.9f);
    add(&of, "...B.bbbb", 'b', 0.9f);
    share_out_parts(&of);
    expect(&of, 0, "5-9 ");
    expect(&of, 1, "5-9 ");
    drafts_free(&of);
}

static void test_a_small_overlap_is_no_claim(void **state) {
    (void)state;
    drafts of = {0};
    add(&of, "aa.A..aaaaaa", 'a', 0.9f);
    add(&of, ".....B....bb", 'b', 0.9f);
    share_out_parts(&of);
    expect(&of, 0, "0-2 6-12 ");
    drafts_free(&of);
}

static void test_doubtful_parts_go_but_for_the_surest(void **state) {
    (void)state;
    drafts of = {0};
    add(&of, "aa.A..aaa.aa", 'a', 0.5f);
    of.parts.items[1].certainty = 0.6f;
    add(&of, "bb...B...bb.", 'b', 0.9f);
    drop_doubtful_parts(&of);
    expect(&of, 0, "6-9 ");
    expect(&of, 1, "0-2 9-11 ");
    drafts_free(&of);
}

static void test_certainty_is_a_mean_of_probabilities(void **state) {
    (void)state;
    const float logits[] = {0, 0, 0, 0,  0, /* all alike: two labels of five */
                            0, 0, 0, 50, 0, 50, 0, 0, 0, 0};
    assert_true(fabsf(certainty(logits, 5, 3, (run_of_pieces){0, 1}) - 0.4f) < 1e-6f);
    assert_true(fabsf(certainty(logits, 5, 3, (run_of_pieces){0, 2}) - 0.7f) < 1e-6f);
    assert_true(fabsf(certainty(logits, 5, 3, (run_of_pieces){1, 3}) - 0.5f) < 1e-6f);
}

static void test_confidence_is_logistic(void **state) {
    (void)state;
    static const float weights[] = {-1.0f, 1.0f, 0.5f, 0.5f, 1.0f};
    const certainties even = {0.5f, 0.5f, 0.5f, true};
    assert_true(fabsf(confidence(weights, &even) - 0.5f) < 1e-6f);
    const certainties sourceless = {0.5f, 0.9f, 0.5f, false};
    assert_true(fabsf(confidence(weights, &sourceless) - 0.26894142f) < 1e-6f);
    const certainties sure = {1.0f, 1.0f, 1.0f, true}, none = {0.0f, 0.0f, 0.0f, true};
    assert_true(confidence(weights, &sure) <= 1.0f && confidence(weights, &sure) > 0.999f);
    assert_true(confidence(weights, &none) > 0.0f && confidence(weights, &none) < 0.001f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_part_stays_with_the_nearer_cue),
        cmocka_unit_test(test_what_is_nested_is_reported_twice),
        cmocka_unit_test(test_an_only_part_stays),
        cmocka_unit_test(test_a_small_overlap_is_no_claim),
        cmocka_unit_test(test_doubtful_parts_go_but_for_the_surest),
        cmocka_unit_test(test_certainty_is_a_mean_of_probabilities),
        cmocka_unit_test(test_confidence_is_logistic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

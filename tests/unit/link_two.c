/* Two documents: what they are found by, and what they share. */
#include "link/link.h"
#include "support/check.h"

#include <string.h>

typedef struct {
    linker *tables;
    linking *with;
    arena *memory;
} bench;

static bench set_up(void) {
    linker *tables = linker_new();
    return (bench){tables, linking_new(tables), arena_new()};
}

static void tear_down(bench *self) {
    linking_free(self->with);
    linker_free(self->tables);
    arena_free(self->memory);
}

static span part_of(str text, const char *part) {
    const char *found = strstr(text.data, part);
    assert_non_null(found);
    const size_t begin = (size_t)(found - text.data);
    return (span){begin, begin + strlen(part)};
}

static linkable *made_of(const bench *with, str text, link_type type, const span *content,
                         size_t count) {
    const link_statement said = {0, STR("Ana Ortova"), type, true, false, 0.9F, content, count};
    const link_document document = {text, &said, count > 0};
    return linkable_new(with->tables, &document);
}

static unsigned worth_of_common(const linkable *a, const linkable *b) {
    found_by_list x = {0};
    found_by_list y = {0};
    linkable_keys(a, &x);
    linkable_keys(b, &y);
    unsigned worth = 0;
    for (size_t i = 0; i < x.count; i++) {
        for (size_t j = 0; j < y.count; j++) {
            worth += x.items[i] == y.items[j] ? link_key_worth(x.items[i]) : 0;
        }
    }
    vec_free(&x);
    vec_free(&y);
    buf about_a = {0};
    buf about_b = {0};
    linkable_about(a, &about_a);
    linkable_about(b, &about_b);
    const bool alike = link_are_alike(buf_str(&about_a), buf_str(&about_b));
    buf_free(&about_a);
    buf_free(&about_b);
    return alike || worth >= LINK_SURELY ? worth : 0;
}

/* What the keys are worth together that two texts have in common, if these are alike; each is so
 * many statements of that type: none, or one that is all of it. */
static unsigned worth_as(const char *one, const char *other, link_type type, size_t statements) {
    bench with = set_up();
    const span all_one = {0, strlen(one)};
    const span all_other = {0, strlen(other)};
    linkable *a = made_of(&with, str_from(one), type, &all_one, statements);
    linkable *b = made_of(&with, str_from(other), type, &all_other, statements);
    const unsigned worth = worth_of_common(a, b);
    linkable_free(a);
    linkable_free(b);
    tear_down(&with);
    return worth;
}

static unsigned common_worth(const char *one, const char *other) {
    return worth_as(one, other, LINK_INDIRECT, 0);
}

static unsigned worth_as_statements(const char *one, const char *other, link_type type) {
    return worth_as(one, other, type, 1);
}

static void test_a_copied_sentence_makes_documents_meet(void **state) {
    (void)state;
    assert_true(common_worth("It rained. The salvage tug Ortova sank the pontoon. Nobody saw it.",
                             "Pilots went on strike. The salvage tug Ortova sank the pontoon.") >=
                LINK_MEETING);
    assert_true(common_worth("The harbour was closed on Monday while divers searched the wreck of "
                             "the ferry for its missing logbook, she said.",
                             "Again the harbour was closed on Monday while divers searched the "
                             "wreck of the ferry for its missing logbook.") >= LINK_MEETING);
}

static void test_a_name_in_both_does_not(void **state) {
    (void)state;
    assert_true(common_worth("The pilots stopped because Wilhelmina Ortova closed a channel.",
                             "Nothing was dredged because Wilhelmina Ortova closed a window on "
                             "the committee.") < LINK_MEETING);
    assert_int_equal(
        common_worth("He said on Monday that it was so.", "He said on Monday that it was not."), 0);
    assert_int_equal(worth_as_statements("the tide took Wilhelmina Ortova",
                                         "nobody had told Wilhelmina Ortova", LINK_INDIRECT),
                     0);
}

static void test_four_rare_words_meet_three_do_not(void **state) {
    (void)state;
    assert_true(worth_as_statements("the tugboat will dredge the estuary in autumn",
                                    "for the estuary a tugboat is what can dredge it",
                                    LINK_INDIRECT) < LINK_MEETING);
    assert_true(worth_as_statements("the tugboat will dredge the estuary in autumn",
                                    "this autumn, for the estuary, a tugboat can dredge it",
                                    LINK_INDIRECT) >= LINK_MEETING);
}

/* Four rare words are chance in documents that are about other things; a copied sentence is not. */
static void test_what_is_not_alike_meets_by_runs_alone(void **state) {
    (void)state;
    bench with = set_up();
    static const char *const said[] = {"the tugboat will dredge the estuary in autumn",
                                       "this autumn, for the estuary, a tugboat can dredge it"};
    static const char copied[] = "The salvage tug Ortova sank the pontoon. ";
    for (size_t runs = 0; runs < 2; runs++) {
        linkable *made[2];
        for (size_t i = 0; i < 2; i++) { /* each with words of its own */
            buf text = {0};
            buf_printf(&text, "%s. %s", said[i], runs > 0 ? copied : "");
            for (size_t k = i; k < 120; k += 2) {
                buf_printf(&text, "zig%zuzag. ", k);
            }
            const span all = {0, strlen(said[i])};
            made[i] = made_of(&with, buf_str(&text), LINK_INDIRECT, &all, 1);
            buf_free(&text);
        }
        const unsigned worth = worth_of_common(made[0], made[1]);
        assert_int_equal(worth >= LINK_SURELY, runs > 0);
        assert_int_equal(worth > 0, runs > 0);
        linkable_free(made[0]);
        linkable_free(made[1]);
    }
    tear_down(&with);
}

static void test_common_words_of_a_quotation_meet(void **state) {
    (void)state;
    assert_true(worth_as_statements("Murderers out", "Murderers out!", LINK_DIRECT) >=
                LINK_MEETING);
    const char *one = "It was the harbour we all grew up with";
    const char *other = "They took the harbour we all grew up with from us";
    assert_true(worth_as_statements(one, other, LINK_DIRECT) >= LINK_MEETING);
    assert_true(worth_as_statements(one, other, LINK_INDIRECT) < LINK_MEETING);
}

/* Of a content that is partly told, a span that is all quotation is a quotation. */
static void test_a_quotation_before_what_is_told(void **state) {
    (void)state;
    bench with = set_up();
    const str one = STR("“We will appeal against the salvage ruling,” said Ana Ortova, adding "
                        "that the pilots had been warned.");
    const str other = STR("“We will appeal against the salvage ruling,” Ana Ortova said.");
    const span parts[] = {part_of(one, "“We will appeal against the salvage ruling,”"),
                          part_of(one, "that the pilots had been warned")};
    const span whole = part_of(other, "“We will appeal against the salvage ruling,”");
    linkable *a = made_of(&with, one, LINK_MIXED, parts, 2);
    linkable *b = made_of(&with, other, LINK_DIRECT, &whole, 1);
    const link_shared found = link_two(with.with, a, b, with.memory);
    assert_int_equal(found.pair_count, 1);
    assert_int_equal(found.pairs[0].kind, LINK_IDENTICAL);
    assert_int_equal(found.pairs[0].flags, 0);
    linkable_free(a);
    linkable_free(b);
    tear_down(&with);
}

static void assert_part(str text, span part, const char *expected) {
    const str found = str_slice(text, part);
    assert_int_equal(found.size, strlen(expected));
    assert_memory_equal(found.data, expected, found.size);
}

/* Each goes on where the other does not. */
static const char ONE[] = "The warship at once altered its course towards the skiffs. Two of them "
                          "escaped. Nobody fired, said Ana Ortova.";
static const char OTHER[] = "We saw nothing. The old warship at once altered its course towards "
                            "the skiffs, said Ana Ortova.";

static void check_part(link_type type, link_kind kind, const char *in_one, const char *in_other) {
    bench with = set_up();
    const str one = {ONE, sizeof ONE - 1};
    const str other = {OTHER, sizeof OTHER - 1};
    const span all_one = {0, one.size - strlen(", said Ana Ortova.")};
    const span all_other = {0, other.size - strlen(", said Ana Ortova.")};
    linkable *a = made_of(&with, one, type, &all_one, 1);
    linkable *b = made_of(&with, other, type, &all_other, 1);
    const link_shared found = link_two(with.with, a, b, with.memory);
    assert_int_equal(found.pair_count, 1);
    assert_int_equal(found.pairs[0].kind, kind);
    assert_part(one, found.pairs[0].in_a, in_one);
    assert_part(other, found.pairs[0].in_b, in_other);
    linkable_free(a);
    linkable_free(b);
    tear_down(&with);
}

/* What is told in several sentences may be several statements: those that go together are linked,
 * and not some words of them. */
static void test_of_what_is_told_sentences_are_linked(void **state) {
    (void)state;
    check_part(LINK_INDIRECT, LINK_PARAPHRASE,
               "The warship at once altered its course towards the skiffs",
               "The old warship at once altered its course towards the skiffs");
}

static void test_a_quotation_is_linked_whole(void **state) {
    (void)state;
    check_part(LINK_DIRECT, LINK_PARTIAL,
               "The warship at once altered its course towards the skiffs. Two of them escaped. "
               "Nobody fired",
               "We saw nothing. The old warship at once altered its course towards the skiffs");
}

/* What a document has twice, it still shares but once with one that has it once. */
static void test_a_passage_is_counted_once(void **state) {
    (void)state;
    bench with = set_up();
    const str one =
        STR("The salvage tug Ortova raised the sunken pontoon of the ferry quay late on "
            "Tuesday, and divers found its logbook wrapped in oilcloth.");
    const str other = STR(
        "The salvage tug Ortova raised the sunken pontoon of the ferry quay late on Tuesday, "
        "and divers found its logbook wrapped in oilcloth. Pilots went on strike in Vellin over "
        "wages that nobody had paid since spring, which the board regretted. The salvage tug "
        "Ortova raised the sunken pontoon of the ferry quay late on Tuesday, and divers found "
        "its logbook wrapped in oilcloth.");
    linkable *a = made_of(&with, one, LINK_INDIRECT, NULL, 0);
    linkable *b = made_of(&with, other, LINK_INDIRECT, NULL, 0);
    const link_shared found = link_two(with.with, a, b, with.memory);
    assert_int_equal(found.passage_count, 2);
    assert_int_equal(found.passages[0].words + found.passages[1].words, 23);
    assert_int_equal(found.passages[0].sentences + found.passages[1].sentences, 1);
    linkable_free(a);
    linkable_free(b);
    tear_down(&with);
}

static bool is_reprint(size_t sentences, size_t words, size_t told, size_t shorter) {
    const link_copied of = {sentences, words, told, shorter};
    return link_is_reprint(&of);
}

/* What two reporters quote of one speech does not make one's report a copy of the other's. */
static void test_what_is_mostly_quoted_is_no_reprint(void **state) {
    (void)state;
    assert_true(is_reprint(3, 60, 40, 300));
    assert_true(is_reprint(8, 200, 80, 300));
    assert_false(is_reprint(8, 200, 79, 300));
    assert_false(is_reprint(2, 60, 60, 300));
    assert_false(is_reprint(3, 60, 39, 300));
}

/* Nor does a paragraph of what happened before, in two long reports. */
static void test_a_paragraph_of_a_long_report_is_no_reprint(void **state) {
    (void)state;
    assert_true(is_reprint(5, 75, 62, 600));
    assert_false(is_reprint(5, 75, 62, 601));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_copied_sentence_makes_documents_meet),
        cmocka_unit_test(test_a_name_in_both_does_not),
        cmocka_unit_test(test_four_rare_words_meet_three_do_not),
        cmocka_unit_test(test_what_is_not_alike_meets_by_runs_alone),
        cmocka_unit_test(test_common_words_of_a_quotation_meet),
        cmocka_unit_test(test_a_quotation_before_what_is_told),
        cmocka_unit_test(test_of_what_is_told_sentences_are_linked),
        cmocka_unit_test(test_a_quotation_is_linked_whole),
        cmocka_unit_test(test_a_passage_is_counted_once),
        cmocka_unit_test(test_what_is_mostly_quoted_is_no_reprint),
        cmocka_unit_test(test_a_paragraph_of_a_long_report_is_no_reprint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

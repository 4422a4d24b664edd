#include "base/vec.h"
#include "engine/document.h"
#include "support/cases.h"
#include "support/check.h"
#include "support/findings.h"
#include "support/random.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* --- cases ------------------------------------------------------------------------------------ */

static void check_case(const test_case *each, void *unused) {
    (void)unused;
    hearsay_document *made = NULL;
    hearsay_document_new(public_str(each->sections[0]), NULL, &made, NULL);
    findings_put(made, each->sections[1]);
    case_expect(each, 2, inner_str(hearsay_document_json(made, 0)));
    hearsay_document_free(made);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("engine", check_case, NULL), 0);
}

/* --- whole documents -------------------------------------------------------------------------- */

static void test_text_and_metadata(void **state) {
    (void)state;
    hearsay_metadata given = {{"7", 1},           {"A \"title\"", 9}, {NULL, 0}, {"", 0},
                              {"http://a.b", 10}, {"2016-10-07", 10}, {NULL, 0}};
    hearsay_document *made = NULL;
    hearsay_document_new((hearsay_str){"a\r\nb\x1B[31m\0", 9}, &given, &made, NULL);
    assert_string_equal(
        hearsay_document_json(made, HEARSAY_WITH_TEXT).data,
        "{\"id\":\"7\",\"title\":\"A \\\"title\\\"\",\"author\":null,\"publisher\":\"\","
        "\"url\":\"http://a.b\",\"date\":\"2016-10-07\",\"language\":null,"
        "\"text\":\"a\\r\\nb\\u001b[31m\",\"made_by\":null,\"statements\":null,\"speakers\":null,"
        "\"named\":null,\"own_voice\":null,"
        "\"flags\":null}"
        "\n");
    assert_string_equal(
        hearsay_document_json(made, 0).data,
        "{\"id\":\"7\",\"title\":\"A \\\"title\\\"\",\"author\":null,\"publisher\":\"\","
        "\"url\":\"http://a.b\",\"date\":\"2016-10-07\",\"language\":null,"
        "\"made_by\":null,\"statements\":null,\"speakers\":null,\"named\":null,\"own_voice\":null,"
        "\"flags\":null}\n");
    hearsay_document_free(made);
}

static void test_an_empty_text_is_a_string(void **state) {
    (void)state;
    hearsay_document *made = NULL;
    hearsay_document_new((hearsay_str){NULL, 0}, NULL, &made, NULL);
    assert_non_null(strstr(hearsay_document_json(made, HEARSAY_WITH_TEXT).data, "\"text\":\"\","));
    hearsay_document_free(made);
}

static void test_keep(void **state) {
    (void)state;
    hearsay_document *made = NULL;
    hearsay_document_new((hearsay_str){"a b c d e", 9}, NULL, &made, NULL);
    findings_put(made, STR("a|b|c|none|0.25\nb|c|d|none|0.5\nc|d|e|none|0.75"));
    const hearsay_statement *kept;
    hearsay_document_keep(made, 0.5F);
    assert_int_equal(hearsay_document_statements(made, &kept), 2);
    assert_int_equal(kept[0].cue.items[0].begin, 4);
    assert_int_equal(kept[1].cue.items[0].begin, 6);
    hearsay_document_keep(made, 0.8F);
    assert_int_equal(hearsay_document_statements(made, &kept), 0);
    hearsay_document_free(made);
}

/* The characters that a Python program would see between two code points. */
static void check_slice(const hearsay_document *made, const hearsay_span *expected, json_t *pair) {
    str text = inner_str(hearsay_document_text(made));
    json_int_t begin = json_integer_value(json_array_get(pair, 0));
    json_int_t end = json_integer_value(json_array_get(pair, 1));
    json_int_t count = 0;
    size_t from = SIZE_MAX, to = SIZE_MAX;
    for (size_t i = 0; i <= text.size; i++) {
        bool starts = i == text.size || ((unsigned char)text.data[i] & 0xC0) != 0x80;
        if (!starts) {
            continue;
        }
        from = count == begin ? i : from;
        to = count == end ? i : to;
        count++;
    }
    assert_int_equal(from, expected->begin);
    assert_int_equal(to, expected->end);
}

/* A text of characters of all sizes, with a statement of random parts. */
static void check_random_document(uint64_t *seed) {
    static const char *const CHARACTERS[] = {"a", " ", "\xC3\xA9", "\xE2\x80\x9C",
                                             "\xF0\x9F\x98\x80"};
    buf text = {0};
    VEC(size_t) starts = {0};
    for (size_t n = 1 + random_below(seed, 3000); n > 0; n--) {
        vec_push(&starts, text.size);
        buf_put(&text, str_from(CHARACTERS[random_below(seed, 5)]));
    }
    hearsay_span parts[3];
    for (size_t i = 0; i < 3; i++) {
        size_t begin = random_below(seed, starts.count);
        size_t end = begin + random_below(seed, starts.count - begin);
        parts[i] = (hearsay_span){starts.items[begin], starts.items[end]};
    }
    hearsay_document *made = NULL;
    hearsay_document_new((hearsay_str){text.data, text.size}, NULL, &made, NULL);
    made->found.memory = arena_new();
    hearsay_statement statement = {.id = "id",
                                   .source = {parts, 1},
                                   .cue = {parts + 1, 1},
                                   .content = {parts + 2, 1},
                                   .type = HEARSAY_MIXED,
                                   .confidence = 0.5F,
                                   .parent = HEARSAY_NO_PARENT};
    made->found.statements = &statement;
    made->found.statement_count = 1;
    hearsay_str line = hearsay_document_json(made, HEARSAY_WITH_TEXT);
    json_t *root = json_loadb(line.data, line.size, JSON_ALLOW_NUL, NULL);
    assert_non_null(root);
    json_t *written = json_array_get(json_object_get(root, "statements"), 0);
    static const char *const ROLES[] = {"source", "cue", "content"};
    for (size_t i = 0; i < 3; i++) {
        check_slice(made, &parts[i], json_array_get(json_object_get(written, ROLES[i]), 0));
    }
    assert_int_equal(json_string_length(json_object_get(root, "text")), text.size);
    json_decref(root);
    hearsay_document_free(made);
    buf_free(&text);
    vec_free(&starts);
}

static void test_offsets_are_code_points(void **state) {
    (void)state;
    uint64_t seed = 7;
    for (int round = 0; round < 300; round++) {
        check_random_document(&seed);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_text_and_metadata),
        cmocka_unit_test(test_an_empty_text_is_a_string),
        cmocka_unit_test(test_keep),
        cmocka_unit_test(test_offsets_are_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "cli/list.h"

#include "engine/document.h"
#include "support/check.h"
#include "support/random.h"
#include "support/written.h"

#include <string.h>

static void check_case(const test_case *each, void *unused) {
    (void)unused;
    written_check(each, &QUOTES_LIST);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("list", check_case, NULL), 0);
}

/* --- any text --------------------------------------------------------------------------------- */

/* Colours switched off, nothing but line feeds may be left of what a terminal obeys. */
static void test_hostile_text_does_nothing(void **state) {
    (void)state;
    static const char HOSTILE[] = "\x1B]0;owned\a said \x1B[2J\xC2\x9B"
                                  "31m that \u202Eevil\u2066 and "
                                  "\r\b\x7F so\U000E0041 on";
    uint64_t seed = 1;
    for (int round = 0; round < 200; round++) {
        hearsay_document *made = NULL;
        hearsay_metadata about = {.title = {HOSTILE, sizeof HOSTILE - 1},
                                  .publisher = {HOSTILE, sizeof HOSTILE - 1}};
        hearsay_document_new((hearsay_str){HOSTILE, sizeof HOSTILE - 1}, &about, &made, NULL);
        size_t begin = random_below(&seed, sizeof HOSTILE);
        hearsay_span part = {begin, begin + random_below(&seed, sizeof HOSTILE - begin)};
        hearsay_spans spans = {&part, 1};
        hearsay_statement said = {.id = "",
                                  .source = spans,
                                  .cue = spans,
                                  .content = spans,
                                  .type = HEARSAY_MIXED,
                                  .confidence = 0.3F,
                                  .parent = HEARSAY_NO_PARENT};
        made->found.memory = arena_new();
        made->found.statements = &said;
        made->found.statement_count = 1;
        buf page = {0};
        list_put(&page, made, &(list_style){.width = 30}, round % 2 == 0);
        for (size_t i = 0; i < page.size; i++) {
            unsigned char byte = (unsigned char)page.data[i];
            assert_true(byte == '\n' || (byte >= 0x20 && byte != 0x7F));
        }
        assert_null(strstr(page.data, "\xC2\x9B"));
        assert_null(strstr(page.data, "\u202E"));
        assert_null(strstr(page.data, "\u2066"));
        assert_null(strstr(page.data, "\U000E0041"));
        buf_free(&page);
        hearsay_document_free(made);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_hostile_text_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

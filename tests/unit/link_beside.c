/* tests/cases/link_beside: which contents have a word of saying beside them. */
#include "base/buf.h"
#include "link/beside.h"
#include "link/passages.h"
#include "support/cases.h"
#include "support/check.h"

enum { MOST = 8, SHOWN = 3 };

typedef struct {
    buf text;
    span contents[MOST]; /* in the order of their begins */
    link_statement statements[MOST];
    size_t count;
} given;

static void read_given(str marked, given *out) {
    size_t open[MOST] = {0};
    size_t depth = 0;
    for (size_t i = 0; i < marked.size; i++) {
        const char c = marked.data[i];
        if (c == '{') {
            assert_true(out->count < MOST);
            out->contents[out->count].begin = out->text.size;
            open[depth++] = out->count++;
        } else if (c == '}') {
            assert_true(depth > 0);
            out->contents[open[--depth]].end = out->text.size;
        } else {
            buf_put(&out->text, (str){&c, 1});
        }
    }
    for (size_t i = 0; i < out->count; i++) {
        out->statements[i] = (link_statement){.content = &out->contents[i], .content_count = 1};
    }
}

static void check(const test_case *each, void *context) {
    arena *memory = arena_new();
    given in = {0};
    read_given(each->sections[0], &in);
    const str text = buf_str(&in.text);
    const terms words = terms_read(context, text, (span){0, text.size}, memory);
    const copied_text sentences = copied_text_of(words, text, memory);
    const link_document document = {text, in.statements, in.count};
    const bool *said = beside_said(words, sentences.sentence, &document, memory);
    buf out = {0};
    for (size_t i = 0; i < in.count; i++) {
        const size_t first = terms_after(words, in.contents[i].begin);
        const span shown = {words.items[first].where.begin,
                            words.items[first + SHOWN - 1].where.end};
        buf_printf(&out, "%s: ", said[i] ? "said" : "told");
        buf_put(&out, str_slice(text, shown));
        buf_printf(&out, "\n");
    }
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    buf_free(&in.text);
    arena_free(memory);
}

static void test_cases(void **state) {
    (void)state;
    rarity words;
    rarity_open(&words);
    assert_int_equal(cases_run("link_beside", check, &words), 0);
    rarity_close(&words);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

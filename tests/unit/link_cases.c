/* tests/cases/link: two contents, and what became of the first in the second. */
#include "base/buf.h"
#include "link/edits.h"
#include "support/cases.h"
#include "support/check.h"

typedef struct {
    excerpt of;
    str text;
} given;

/* `line` as the cases write it: "quoted" or told, then " | " and the speaker. */
static given read_given(const rarity *with, str line, arena *memory) {
    size_t bar = 0;
    while (bar < line.size && line.data[bar] != '|') {
        bar++;
    }
    const bool named = bar < line.size;
    const str text = str_slice(line, (span){0, named ? bar - 1 : line.size});
    const bool quoted = str_starts(text, STR("\""));
    const str speaker = named ? str_slice(line, (span){bar + 1, line.size}) : (str){0};
    excerpt of = {.words = terms_read(with, text, (span){0, text.size}, memory),
                  .speaker = terms_read(with, speaker, (span){0, speaker.size}, memory),
                  .quoted = quoted};
    of.stems = bag_of(of.words, memory);
    return (given){of, text};
}

static void put_words(buf *out, const given *from, word_span words, const char *around) {
    buf_printf(out, "%s", around);
    for (size_t i = words.begin; i < words.end; i++) {
        buf_printf(out, "%s", i > words.begin ? " " : "");
        buf_put(out, str_slice(from->text, from->of.words.items[i].where));
    }
    buf_printf(out, "%s", around);
}

static void put_script(buf *out, const edits *script, const given *a, const given *b) {
    for (size_t i = 0; i < script->count; i++) {
        const edit *each = &script->items[i];
        buf_printf(out, "%s", i > 0 ? " " : "");
        if (each->kind != LINK_ADDED) {
            put_words(out, a, each->a, each->kind == LINK_SAME ? "" : "-");
        }
        buf_printf(out, "%s", each->kind == LINK_REPLACED ? " " : "");
        if (each->kind == LINK_ADDED || each->kind == LINK_REPLACED) {
            put_words(out, b, each->b, "+");
        }
        buf_printf(out, "%s", each->marked ? "!" : "");
    }
}

static void put_flags(buf *out, unsigned flags) {
    static const char *const names[] = {"negation", "hedge", "number", "speaker", "marks"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (flags & 1U << i) {
            buf_printf(out, "%s%s", out->size > 0 ? " " : "", names[i]);
        }
    }
    buf_printf(out, "%s", out->size > 0 ? "" : "-");
}

static void check(const test_case *each, void *context) {
    arena *memory = arena_new();
    const str lines = each->sections[0];
    size_t line = 0;
    while (line < lines.size && lines.data[line] != '\n') {
        line++;
    }
    const given a = read_given(context, str_slice(lines, (span){0, line}), memory);
    const given b = read_given(context, str_slice(lines, (span){line + 1, lines.size}), memory);
    aligner scratch = {0};
    const comparison found = compare(&scratch, &a.of, &b.of, 0);
    case_expect(each, 1, str_from(link_kind_name(compare_kind(&found, &a.of, &b.of))));
    buf out = {0};
    const edits script = edits_of(&found.aligned, &a.of, a.text, &b.of, b.text, memory);
    put_script(&out, &script, &a, &b);
    case_expect(each, 2, buf_str(&out));
    buf_clear(&out);
    put_flags(&out, compare_flags(&found, &a.of, &b.of));
    case_expect(each, 3, buf_str(&out));
    buf_free(&out);
    aligner_free(&scratch);
    arena_free(memory);
}

static void test_cases(void **state) {
    (void)state;
    rarity words;
    rarity_open(&words);
    assert_int_equal(cases_run("link", check, &words), 0);
    rarity_close(&words);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

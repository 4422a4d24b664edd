/* What must hold of every view, whatever the text: tried on random mixtures of text and markup. */
#include "support/check.h"
#include "support/random.h"

#include "base/buf.h"
#include "read/read.h"

static const char *const SCRAPS[] = {
    "word", "é",          "“so”",  " ",   " ",
    "\n",   "\n\n",       "\r\n",  "*",   "**",
    "_",    "[",          "]",     "](",  ")",
    "(",    "http://a.b", "#",     "# ",  "\n# ",
    "!",    "![",         "`",     "```", "\n- ",
    "\n> ", "\n1. ",      "\\",    "\\*", "<http://a.b>",
    "<",    ">",          "---",   "===", "\n[a]: http://b\n",
    "[a]",  "\n[b]: c\n", "&amp;", "\t",  "'",
};

enum { TEXTS = 3000, SCRAPS_MAX = 60 };

static void put_random(buf *out, uint64_t *state) {
    size_t count = random_below(state, SCRAPS_MAX);
    for (size_t i = 0; i < count; i++) {
        buf_put(out, str_from(SCRAPS[random_below(state, sizeof SCRAPS / sizeof *SCRAPS)]));
    }
}

/* The runs ascend, leave something out between them, and show the text's own bytes. */
static void check_runs(const view *self) {
    if (self->run_count > 0) {
        assert_int_equal(self->runs[0].shown, 0);
    }
    for (size_t i = 0; i < self->run_count; i++) {
        bool last = i + 1 == self->run_count;
        size_t end = last ? self->shown.size : self->runs[i + 1].shown;
        size_t size = end - self->runs[i].shown;
        size_t limit = last ? self->text.size + 1 : self->runs[i + 1].text;
        assert_true(end > self->runs[i].shown);
        assert_true(self->runs[i].text + size < limit);
        str there = str_slice(self->text, (span){self->runs[i].text, self->runs[i].text + size});
        assert_true(str_equal(there, str_slice(self->shown, (span){self->runs[i].shown, end})));
    }
}

/* Spans come back in order, and hold at least what was shown; those of one run exactly it. */
static void check_spans(const view *self, uint64_t *state) {
    size_t end = 0;
    for (size_t i = 0; i < self->shown.size; i++) {
        span there = view_span(self, (span){i, i + 1});
        assert_int_equal(there.end, there.begin + 1);
        assert_true(there.begin >= end);
        assert_int_equal(self->text.data[there.begin], self->shown.data[i]);
        end = there.end;
    }
    size_t begin = random_below(state, self->shown.size + 1);
    span shown = {begin, begin + random_below(state, self->shown.size - begin + 1)};
    span there = view_span(self, shown);
    assert_true(there.end <= self->text.size);
    if (shown.begin == shown.end) {
        assert_int_equal(there.begin, there.end);
    } else {
        assert_int_equal(there.begin, view_span(self, (span){begin, begin + 1}).begin);
        assert_int_equal(there.end, view_span(self, (span){shown.end - 1, shown.end}).end);
    }
}

/* A text's letters are hidden in links, images and definitions only: without brackets all are
 * seen. */
static void check_letters(str text, const view *self) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '[') {
            return;
        }
    }
    size_t letters = 0;
    for (size_t i = 0; i < text.size; i++) {
        letters += text.data[i] >= 'a' && text.data[i] <= 'z';
    }
    for (size_t i = 0; i < self->shown.size; i++) {
        letters -= self->shown.data[i] >= 'a' && self->shown.data[i] <= 'z';
    }
    assert_int_equal(letters, 0);
}

static void views_of_random_texts(void **unused) {
    (void)unused;
    uint64_t state = 2016;
    buf text = {0};
    for (size_t i = 0; i < TEXTS; i++) {
        arena *memory = arena_new();
        reading out;
        buf_clear(&text);
        put_random(&text, &state);
        read_text(memory, buf_str(&text), &out);
        assert_true(str_equal(out.view.text, buf_str(&text)));
        check_runs(&out.view);
        check_spans(&out.view, &state);
        check_letters(out.view.text, &out.view);
        arena_free(memory);
    }
    buf_free(&text);
}

/* Markup at the edges of a span stays outside, markup within stays inside. */
static void spans_and_markup(void **unused) {
    (void)unused;
    arena *memory = arena_new();
    reading out;
    read_text(memory, STR("**a** [b](http://c) d"), &out);
    assert_true(str_equal(out.view.shown, STR("a b d")));
    span first = view_span(&out.view, (span){0, 1});
    span both = view_span(&out.view, (span){0, 3});
    span empty = view_span(&out.view, (span){5, 5});
    assert_true(first.begin == 2 && first.end == 3);
    assert_true(both.begin == 2 && both.end == 8);
    assert_true(empty.begin == 21 && empty.end == 21);
    arena_free(memory);
}

static void nothing_shown(void **unused) {
    (void)unused;
    arena *memory = arena_new();
    reading out;
    read_text(memory, STR("![a](b.png)"), &out);
    assert_int_equal(out.view.run_count, 0);
    assert_int_equal(out.view.shown.size, 0);
    assert_int_equal(view_span(&out.view, (span){0, 0}).end, 0);
    arena_free(memory);
}

/* Text without markup is shown as it stands, not copied. */
static void plain_text(void **unused) {
    (void)unused;
    arena *memory = arena_new();
    reading out;
    str text = STR("“No,” she said.\n\nIt was late.\n");
    read_text(memory, text, &out);
    assert_ptr_equal(out.view.shown.data, text.data);
    assert_int_equal(out.view.run_count, 1);
    arena_free(memory);
}

/* A text with too many marks to be read at once is cut between paragraphs, whatever ends its lines:
 * each paragraph's emphasis goes over a line's end, and none of its stars is shown. */
static void many_paragraphs(void **unused) {
    (void)unused;
    enum { PARAGRAPHS = 5000 };
    static const char *const PARAGRAPH[] = {"say *a\nb* so\n\n", "say *a\r\nb* so\r\n\r\n"};
    for (size_t i = 0; i < sizeof PARAGRAPH / sizeof *PARAGRAPH; i++) {
        arena *memory = arena_new();
        reading out;
        buf text = {0};
        buf_put(&text, STR("`\\")); /* so that the marks' number is odd between paragraphs */
        for (size_t k = 0; k < PARAGRAPHS; k++) {
            buf_put(&text, str_from(PARAGRAPH[i]));
        }
        read_text(memory, buf_str(&text), &out);
        for (size_t at = 0; at < out.view.shown.size; at++) {
            assert_int_not_equal(out.view.shown.data[at], '*');
        }
        buf_free(&text);
        arena_free(memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_of_random_texts), cmocka_unit_test(spans_and_markup),
        cmocka_unit_test(nothing_shown),         cmocka_unit_test(plain_text),
        cmocka_unit_test(many_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

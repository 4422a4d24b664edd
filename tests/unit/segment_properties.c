/* What holds for any text: spans lie in it, in order, between characters; sentences lie in
 * paragraphs, quotations nest; and the time is linear. */
#include "support/check.h"
#include "support/random.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "segment/language.h"
#include "segment/segment.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const VOCABULARY = "[PAD]\n[UNK]\na\nb\n##a\n##b\n.\n\"\n“\n’\nthe\n##c\ncc\n";
static const char *const WORDS = "mr+\nu.s\n[starters]\nthe\n[elisions]\nem\n";

/* --- what must hold --------------------------------------------------------------------------- */

static bool between_characters(str text, size_t pos) {
    return pos == text.size || (pos < text.size && ((unsigned char)text.data[pos] & 0xC0) != 0x80);
}

static void check_span(str text, span part) {
    assert_true(part.begin < part.end && part.end <= text.size);
    assert_true(between_characters(text, part.begin) && between_characters(text, part.end));
}

static void check_apart(str text, const span *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        check_span(text, items[i]);
        assert_true(i == 0 || items[i - 1].end <= items[i].begin);
    }
}

static void check_sentences(const segmentation *text) {
    size_t at = 0;
    for (size_t i = 0; i < text->paragraph_count; i++) {
        span all = text->paragraphs[i];
        assert_true(at < text->sentence_count && text->sentences[at].begin == all.begin);
        while (at + 1 < text->sentence_count && text->sentences[at + 1].begin < all.end) {
            at++;
        }
        assert_int_equal(text->sentences[at].end, all.end);
        at++;
    }
    assert_int_equal(at, text->sentence_count);
}

static void check_quotations(const segmentation *text) {
    enum { DEEPEST = 64 };
    size_t ends[DEEPEST];
    size_t depth = 0;
    size_t paragraph = 0;
    for (size_t i = 0; i < text->quotation_count; i++) {
        const quotation *each = &text->quotations[i];
        check_span(text->shown, each->span);
        assert_true(i == 0 || text->quotations[i - 1].span.begin < each->span.begin);
        while (depth > 0 && ends[depth - 1] <= each->span.begin) {
            depth--;
        }
        assert_true(depth < DEEPEST && (depth == 0 || each->span.end <= ends[depth - 1]));
        ends[depth++] = each->span.end;
        while (text->paragraphs[paragraph].end <= each->span.begin) {
            paragraph++;
        }
        assert_true(text->paragraphs[paragraph].begin <= each->span.begin);
        assert_true(each->span.end <= text->paragraphs[paragraph].end);
        assert_false(each->closed && each->continued);
    }
}

static void check_pieces(const segmentation *text) {
    for (size_t i = 0; i < text->piece_count; i++) {
        const piece *each = &text->pieces[i];
        check_span(text->shown, (span){each->begin, each->end});
        assert_true(i == 0 || each[-1].begin <= each->begin);
        assert_true(i == 0 || each[-1].end <= each->end);
        assert_true(each->id < 13 && each->quote <= QUOTE_NESTED);
        assert_true(each->letter_case <= CASE_MIXED && each->start <= START_PARAGRAPH);
    }
    /* what begins the first paragraph with pieces in it, begins with a piece */
    assert_true(text->piece_count == 0 || text->pieces[0].start == START_PARAGRAPH);
}

static void check_language(const segmentation *text, language_guesser *guesser, arena *memory) {
    language_guess guess;
    language_guess_text(guesser, text, memory, &guess);
    assert_true(strlen(guess.language) == 0 || strlen(guess.language) == 2);
    for (size_t i = 0; i < guess.passage_count; i++) {
        check_span(text->shown, guess.passages[i].span);
        assert_int_equal(strlen(guess.passages[i].language), 2);
        assert_true(i == 0 || guess.passages[i - 1].span.end < guess.passages[i].span.begin);
    }
}

/* Segments and checks; gives the processor's seconds. */
static double check_text(const segmenter *with, language_guesser *guesser, str shown) {
    arena *memory = arena_new();
    segmentation text;
    clock_t begin = clock();
    segment(with, shown, memory, &text);
    check_language(&text, guesser, memory);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    check_apart(shown, text.paragraphs, text.paragraph_count);
    check_apart(shown, text.sentences, text.sentence_count);
    check_sentences(&text);
    check_quotations(&text);
    check_pieces(&text);
    span all = {0, shown.size};
    assert_true(segment_quoted(&text, &all, 1) <= QUOTED_ALL);
    arena_free(memory);
    return seconds;
}

/* --- texts ------------------------------------------------------------------------------------ */

static segmenter *new_segmenter(void) {
    return segmenter_new(str_from(VOCABULARY), str_from(WORDS));
}

static void test_random_texts(void **state) {
    static const char *const PARTS[] = {
        "a",          "b",      "A",      "abc",    " ",      " ",      "\n",     "\n\n",
        ".",          ". ",     "!",      "…",      ",",      ":",      "\"",     "“",
        "”",          "‘",      "’",      "'",      "''",     "«",      "»",      "„",
        "``",         "’’",     "—",      "(",      ")",      "s' ",    "Mr. ",   "U.S. ",
        "The ",       "9",      "\u00A0", "\u0301", "\u00E9", "\u5E02", "\u0416", "\u05D0",
        "\U0001F600", "\u200B", "\u2028", "\uFFFD", "\x01",   "\t",     "\r\n",   "\uD55C",
        "\u037E",     "\u0644", "`",      "‚",      "「",     "」",     "&quot;", "&#39;",
    };
    (void)state;
    segmenter *with = new_segmenter();
    language_guesser *guesser = language_guesser_new(NULL);
    uint64_t seed = 3;
    buf text = {0};
    for (int round = 0; round < 5000; round++) {
        buf_clear(&text);
        for (size_t left = random_below(&seed, 80); left > 0; left--) {
            buf_put(&text, str_from(PARTS[random_below(&seed, sizeof PARTS / sizeof *PARTS)]));
            if (random_below(&seed, 50) == 0) {
                buf_putc(&text, '\0');
            }
        }
        check_text(with, guesser, buf_str(&text));
    }
    buf_free(&text);
    language_guesser_free(guesser);
    segmenter_free(with);
}

static void test_random_characters(void **state) {
    (void)state;
    segmenter *with = new_segmenter();
    language_guesser *guesser = language_guesser_new(NULL);
    uint64_t seed = 4;
    for (int round = 0; round < 2000; round++) {
        char bytes[400 * 4];
        size_t size = 0;
        uint64_t top = round % 2 == 0 ? 0x110000 : 0x3000; /* most letters and marks are below */
        for (size_t left = random_below(&seed, 400); left > 0; left--) {
            size += utf8_put(bytes + size, (uint32_t)random_below(&seed, top));
        }
        check_text(with, guesser, (str){bytes, size});
    }
    language_guesser_free(guesser);
    segmenter_free(with);
}

/* One paragraph, longer than a quotation that nothing closes may be, with others on its way. */
static void test_random_marks_in_a_long_paragraph(void **state) {
    static const char *const MARKS[] = {
        " “", "” ", " ‘", "’ ", " \"", "\" ", " '", "' ", ": “",     " «",      "» ",
        " „", "“ ", ", ", " `", " ‚",  "‘, ", "「", "」", " &quot;", "&quot; ", "&#39; "};
    static const char *const WORDS_BETWEEN[] = {" a", " abc", ". The ab", "! A", " b’a"};
    (void)state;
    segmenter *with = new_segmenter();
    uint64_t seed = 5;
    buf text = {0};
    for (int round = 0; round < 2000; round++) {
        buf_clear(&text);
        buf_put(&text, round % 2 == 0 ? STR("“a") : STR("a: “b"));
        uint64_t words = 1 + random_below(&seed, 60); /* between two marks, as a mean */
        while (text.size < 4500) {
            bool is_mark = random_below(&seed, words) == 0;
            const char *const *from = is_mark ? MARKS : WORDS_BETWEEN;
            size_t count = is_mark ? sizeof MARKS / sizeof *MARKS
                                   : sizeof WORDS_BETWEEN / sizeof *WORDS_BETWEEN;
            buf_put(&text, str_from(from[random_below(&seed, count)]));
        }
        check_text(with, NULL, buf_str(&text));
    }
    buf_free(&text);
    segmenter_free(with);
}

static void test_empty(void **state) {
    (void)state;
    segmenter *with = new_segmenter();
    check_text(with, NULL, (str){NULL, 0});
    check_text(with, NULL, STR(""));
    check_text(with, NULL, STR("\n"));
    segmenter_free(with);
    with = segmenter_new((str){NULL, 0}, (str){NULL, 0}); /* every word is unknown, as piece 0 */
    check_text(with, NULL, STR("Mr. Tarn said “no.”"));
    segmenter_free(with);
}

/* Texts that were made to take long; every one is repeated up to the size that is asked for. */
static const char *const HOSTILE[] = {
    "a",                   /* one word */
    "ab ",                 /* many words */
    "\"",                  /* marks */
    "“",                   /* all opened */
    "“a ‘b ",              /* and nested */
    "”",                   /* all closed */
    " '",                  /* single marks */
    "'",                   /* and in a row */
    "''",                  /* double or single? */
    "a'a",                 /* apostrophes */
    "'as' a don't ",       /* genitives that look for an end */
    "‘a\" ",               /* double marks that end single ones */
    "‘a'a\" 'a”",          /* and look whether they may */
    "`a' `a` ",            /* code or a quotation? */
    "&quot;a &#39;",       /* marks of several characters */
    " 'a s' a",            /* and again */
    "a. ",                 /* sentences */
    ".",                   /* one that never ends */
    "…?!",                 /* of every kind */
    ". ( ",                /* what opens after an end */
    ".)",                  /* what closes after an end */
    "Mr. ",                /* abbreviations */
    "U.S.U.S",             /* and long ones */
    "\n",                  /* empty lines */
    "\n ",                 /* nearly empty */
    "a\n\n",               /* paragraphs */
    "“a\n\n",              /* each reopened */
    "“a, b said\n\n",      /* or ended before a clause */
    "“a, b ‘c’, said B ",  /* in one paragraph */
    "a\n\u00A0",           /* lines, not quite blank */
    "a\u0301\u0302",       /* marks upon marks */
    "\u0301",              /* upon nothing */
    "\u5E02",              /* words of one character */
    "\u05D0\u0644 ",       /* right to left */
    "\U0001F468\u200D",    /* joined emoji */
    "\uD55C",              /* decomposed */
    "abababababababababc", /* pieces, and at the end none */
    "\x01\x02",            /* nothing is seen */
    "der die und ist ",    /* another language */
    "a@b ",                /* no language */
    "Der Rat tagte. Die Stadt wird das Haus nicht schließen, sagte er.\n\nThe council met.\n\n",
};

static str repeated(buf *into, const char *part, size_t size) {
    buf_clear(into);
    while (into->size < size) {
        buf_put(into, str_from(part));
    }
    return buf_str(into);
}

static void test_linear_time(void **state) {
    enum { SMALL = 1 << 15, FACTOR = 8, TRIES = 3 };
    static const double SLACK = 2.5; /* a quadratic text would need 8 times as long */
    (void)state;
    segmenter *with = new_segmenter();
    language_guesser *guesser = language_guesser_new(NULL);
    buf small = {0};
    buf large = {0};
    for (size_t i = 0; i < sizeof HOSTILE / sizeof *HOSTILE; i++) {
        str a = repeated(&small, HOSTILE[i], SMALL);
        str b = repeated(&large, HOSTILE[i], SMALL * FACTOR);
        double ratio = 0;
        for (int left = TRIES; left > 0; left--) {
            double first = check_text(with, guesser, a);
            double second = check_text(with, guesser, b);
            ratio = second / (FACTOR * first + 0.005);
            left = ratio < SLACK ? 1 : left;
        }
        if (ratio >= SLACK) {
            fail_msg("\"%s\" again and again: %.1f times as long as linear", HOSTILE[i], ratio);
        }
    }
    buf_free(&small);
    buf_free(&large);
    language_guesser_free(guesser);
    segmenter_free(with);
}

static void test_ten_thousand_nested(void **state) {
    enum { NESTED = 10000 };
    static const char *const PAIRS[][2] = {
        {"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}, {"''", "''"}, {"‘", "’"}, {" '", "'"},
    };
    (void)state;
    segmenter *with = new_segmenter();
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        buf text = {0};
        for (int k = 0; k < NESTED; k++) {
            buf_put(&text, str_from(PAIRS[i][0]));
            buf_putc(&text, 'a');
        }
        for (int k = 0; k < NESTED; k++) {
            buf_put(&text, str_from(PAIRS[i][1]));
        }
        buf_put(&text, STR("\n\n“a” b"));
        check_text(with, NULL, buf_str(&text));
        buf_free(&text);
    }
    segmenter_free(with);
}

static void test_a_megabyte_without_a_space(void **state) {
    (void)state;
    segmenter *with = new_segmenter();
    buf text = {0};
    check_text(with, NULL, repeated(&text, "a", 1 << 20));
    check_text(with, NULL, repeated(&text, "é\u0301", 1 << 20));
    memset(text.data, 0, text.size);
    check_text(with, NULL, buf_str(&text));
    buf_free(&text);
    segmenter_free(with);
}

/* A stray mark does not swallow the rest of an article that is one paragraph. */
static void test_stray_mark_in_a_long_paragraph(void **state) {
    (void)state;
    segmenter *with = new_segmenter();
    buf text = {0};
    buf_put(&text, STR("He said, “no."));
    for (int i = 0; i < 5000; i++) {
        buf_put(&text, STR(" A cab came."));
    }
    arena *memory = arena_new();
    segmentation found;
    segment(with, buf_str(&text), memory, &found);
    assert_int_equal(found.quotation_count, 1);
    span left_open = found.quotations[0].span;
    assert_int_equal(left_open.begin, 9);
    assert_true(left_open.end > 1900 && left_open.end < 2100);
    assert_int_equal(text.data[left_open.end - 1], '.');
    arena_free(memory);
    buf_free(&text);
    segmenter_free(with);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_random_characters),
        cmocka_unit_test(test_random_marks_in_a_long_paragraph),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_linear_time),
        cmocka_unit_test(test_ten_thousand_nested),
        cmocka_unit_test(test_a_megabyte_without_a_space),
        cmocka_unit_test(test_stray_mark_in_a_long_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

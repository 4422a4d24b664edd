/* From scores to spans: what is decided without the model. */
#include "attribute/layout.h"
#include "attribute/marks.h"
#include "attribute/runs.h"
#include "attribute/second_look.h"
#include "attribute/viterbi.h"
#include "attribute/windows.h"
#include "support/check.h"
#include "support/random.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- viterbi ---------------------------------------------------------------------------------- */

enum { LABELS = 5, LENGTH = 5 };

static bool allowed(const uint8_t *path) {
    for (size_t i = 0; i < LENGTH; i++) {
        const uint8_t before = i ? path[i - 1] : 0;
        if (path[i] && path[i] % 2 == 0 && before != path[i] && before != path[i] - 1) {
            return false;
        }
    }
    return true;
}

static float sum_of(const float *logits, const uint8_t *path) {
    float sum = 0.0f;
    for (size_t i = 0; i < LENGTH; i++) {
        sum += logits[i * LABELS + path[i]];
    }
    return sum;
}

/* The best of all 3125 paths that may be. */
static float best_by_trying(const float *logits) {
    float best = -INFINITY;
    for (size_t code = 0; code < 3125; code++) {
        uint8_t path[LENGTH];
        size_t rest = code;
        for (size_t i = 0; i < LENGTH; i++, rest /= LABELS) {
            path[i] = (uint8_t)(rest % LABELS);
        }
        if (allowed(path) && sum_of(logits, path) > best) {
            best = sum_of(logits, path);
        }
    }
    return best;
}

static void test_viterbi_finds_the_best(void **state) {
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 200; round++) {
        float logits[LENGTH * LABELS];
        uint8_t back[LENGTH * LABELS], path[LENGTH];
        for (size_t i = 0; i < LENGTH * LABELS; i++) {
            logits[i] = (float)random_below(&seed, 1000) / 100.0f;
        }
        viterbi(logits, LENGTH, LABELS, back, path);
        assert_true(allowed(path));
        assert_true(fabsf(sum_of(logits, path) - best_by_trying(logits)) < 1e-4f);
    }
}

/* --- runs ------------------------------------------------------------------------------------- */

/* Words and labels, a letter a piece: a capital begins a word, P a paragraph; labels are O, B, I.
 */
static void expect(const char *words, const char *labels, bool parted, const char *expected) {
    piece pieces[40] = {0};
    uint8_t path[40];
    char shown[80] = "";
    runs found = {0};
    const size_t count = strlen(words);
    for (size_t i = 0; i < count; i++) {
        pieces[i].further = words[i] == 'a';
        pieces[i].start = words[i] == 'P' ? START_PARAGRAPH : START_NONE;
        path[i] = labels[i] == 'B' ? 3 : labels[i] == 'I' ? 4 : 0;
    }
    collect_runs(path, pieces, count, 3, parted, &found);
    for (size_t i = 0; i < found.count; i++) {
        snprintf(shown + strlen(shown), sizeof shown - strlen(shown), "%zu-%zu ",
                 found.items[i].first, found.items[i].last);
    }
    assert_string_equal(shown, expected);
    vec_free(&found);
}

static void expect_runs(const char *words, const char *labels, const char *expected) {
    expect(words, labels, true, expected);
}

static void test_runs_are_whole_words(void **state) {
    (void)state;
    expect_runs("AAAA", "OBIO", "1-3 ");
    expect_runs("AaAa", "OBOO", "0-2 "); /* begins within a word */
    expect_runs("AAaa", "OBOO", "1-4 "); /* ends within one */
    expect_runs("Aaaa", "BOOB", "0-4 "); /* two in one word */
    expect_runs("AAAA", "BIBI", "0-2 2-4 ");
    expect_runs("AA", "OO", "");
}

static void test_runs_lie_in_a_paragraph(void **state) {
    (void)state;
    expect_runs("PAPA", "BIII", "0-2 2-4 ");
    expect_runs("PAPA", "OBIO", "1-2 2-3 ");
    expect_runs("PaPA", "OBIO", "0-2 2-3 "); /* begins within a word */
    expect("PAPA", "BIII", false, "0-4 ");
}

/* --- layout ----------------------------------------------------------------------------------- */

/* Pieces, a letter each: P begins a paragraph, C is the cue, Q quoted; contents are runs of the
 * same digit in the second line. Expected are the digits of those that are left. */
static void expect_left(const char *words, const char *contents, const char *expected) {
    piece pieces[40] = {0};
    runs list = {0};
    char left[10] = "";
    run_of_pieces cue = {0, 0};
    for (size_t i = 0; words[i]; i++) {
        pieces[i].start = words[i] == 'P' ? START_PARAGRAPH : START_NONE;
        pieces[i].quote = words[i] == 'Q' ? QUOTE_INSIDE : QUOTE_OUTSIDE;
        cue = words[i] == 'C' ? (run_of_pieces){i, i + 1} : cue;
        if (contents[i] != ' ' && (i == 0 || contents[i] != contents[i - 1])) {
            vec_push(&list, (run_of_pieces){i, i});
        }
        if (contents[i] != ' ') {
            list.items[list.count - 1].last++;
        }
    }
    drop_unquoted_before(pieces, cue, &list);
    for (size_t i = 0; i < list.count; i++) {
        left[i] = contents[list.items[i].first];
    }
    assert_string_equal(left, expected);
    vec_free(&list);
}

static void test_unquoted_contents_stand_in_the_paragraph_of_the_cue(void **state) {
    (void)state;
    expect_left("PAPACA", "1122 3", "23");
    expect_left("PQQPCA", " 11  2", "12");
    expect_left("PAPC", "11  ", "1"); /* there is nothing else */
    expect_left("PCAPA", "  122", "12");
}

/* --- windows ---------------------------------------------------------------------------------- */

static void test_windows_cover_and_fit(void **state) {
    (void)state;
    static piece pieces[5000];
    uint64_t seed = 6;
    for (int round = 0; round < 100; round++) {
        const size_t count = 1 + random_below(&seed, 5000), size = 10 + random_below(&seed, 300);
        for (size_t i = 0; i < count; i++) {
            const uint64_t dice = random_below(&seed, 100);
            pieces[i].start = dice < 2 ? START_PARAGRAPH : dice < 6 ? START_SENTENCE : START_NONE;
        }
        for (size_t first = 0, last; first < count; first = last) {
            last = window_end(pieces, first, count, size);
            assert_true(last > first && last <= count && last - first <= size);
            assert_true(last == count || last - first > size / 2);
        }
    }
}

static void test_window_ends_at_a_paragraph_before_a_sentence(void **state) {
    (void)state;
    piece pieces[40] = {0};
    pieces[14].start = START_PARAGRAPH;
    pieces[18].start = START_SENTENCE;
    assert_int_equal(window_end(pieces, 0, 40, 20), 14);
    pieces[14].start = START_NONE;
    assert_int_equal(window_end(pieces, 0, 40, 20), 18);
    pieces[18].start = START_NONE;
    pieces[5].start = START_PARAGRAPH; /* in the first half: too short a window */
    assert_int_equal(window_end(pieces, 0, 40, 20), 20);
}

/* --- marks ------------------------------------------------------------------------------------ */

/* The run is what stands between [ and ]; o and c are pieces of opening and closing marks, w
 * of a word. */
static void expect_marks(const char *before, const char *after) {
    piece pieces[40] = {0};
    size_t count = 0, first = 0, last = 0;
    char shown[80] = "";
    for (const char *p = before; *p; p++) {
        if (*p == '[') {
            first = count;
        } else if (*p == ']') {
            last = count;
        } else {
            pieces[count].letter_case = *p == 'w' ? CASE_LOWER : CASE_NONE;
            pieces[count++].quote = *p == 'o'   ? QUOTE_OPENING
                                    : *p == 'c' ? QUOTE_CLOSING
                                                : QUOTE_INSIDE;
        }
    }
    take_in_marks(pieces, count, &first, &last);
    for (size_t i = 0; i <= count; i++) {
        static const char letters[] = {
            [QUOTE_OPENING] = 'o', [QUOTE_CLOSING] = 'c', [QUOTE_INSIDE] = '.'};
        const bool word = i < count && pieces[i].letter_case == CASE_LOWER;
        snprintf(shown + strlen(shown), sizeof shown - strlen(shown), "%s%s%.*s",
                 i == first ? "[" : "", i == last ? "]" : "", i < count,
                 word ? "w" : &letters[pieces[i].quote]);
    }
    assert_string_equal(shown, after);
}

static void test_marks(void **state) {
    (void)state;
    expect_marks(".o[...]c.", ".[o...c]."); /* both stand outside */
    expect_marks(".[o...]c.", ".[o...c]."); /* one of them is in */
    expect_marks(".o[...c].", ".[o...c].");
    expect_marks(".oo[...]cc.", ".[oo...cc]."); /* a mark of two pieces */
    expect_marks(".o[...]..c", ".o[...]..c");   /* the run ends within the quotation */
    expect_marks(".[.o..].c.", ".[.o...c].");   /* a full stop is before the mark */
    expect_marks(".[.o..]wc.", ".[.o..]wc.");   /* a word is */
    expect_marks(".[.o..].w.", ".[.o..].w.");
    expect_marks(".[.o..c].", ".[.o..c]."); /* nothing is missing */
    expect_marks("[...]", "[...]");
    expect_marks("c[...]o", "c[...]o"); /* between two quotations */
}

/* --- second look ------------------------------------------------------------------------------ */

/* A piece a letter: | begins a sentence; q is of the quotation; a digit is how far, in logits, the
 * label of a cue lies above the chance that counts; anything else has none. The cue that is found,
 * as its letters. */
static void expect_cue(const char *line, const char *expected) {
    piece pieces[40] = {0};
    float cues[40 * CUE_LABELS] = {0};
    const size_t count = strlen(line);
    run_of_pieces quoted_run = {count, 0};
    for (size_t i = 0; i < count; i++) {
        const bool digit = line[i] >= '0' && line[i] <= '9';
        pieces[i].start = line[i] == '|' ? START_SENTENCE : START_NONE;
        cues[i * CUE_LABELS + CUE_O] = digit ? 6.5F - (float)(line[i] - '0') : 20.0F;
        if (line[i] == 'q') {
            quoted_run.first = quoted_run.first < i ? quoted_run.first : i;
            quoted_run.last = i + 1;
        }
    }
    run_of_pieces cue;
    char found[40] = "";
    if (doubtful_cue(pieces, count, cues, quoted_run, &cue)) {
        snprintf(found, sizeof found, "%.*s", (int)(cue.last - cue.first), line + cue.first);
    }
    assert_string_equal(found, expected);
}

static void test_the_likeliest_cue_gets_a_second_look(void **state) {
    (void)state;
    expect_cue("|..5..qqqq..3.", "5");
    expect_cue("|.45..qqqq..3.", "45");  /* with what is nearly as likely beside it */
    expect_cue("|.15..qqqq..3.", "5");   /* but not less */
    expect_cue("|..9..|..2.qqqq.", "2"); /* not in another sentence */
    expect_cue("|....qqqq..|.9", "");
    expect_cue("|..qqq9qqq.1.", "1"); /* not within the quotation */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_viterbi_finds_the_best),
        cmocka_unit_test(test_the_likeliest_cue_gets_a_second_look),
        cmocka_unit_test(test_runs_are_whole_words),
        cmocka_unit_test(test_runs_lie_in_a_paragraph),
        cmocka_unit_test(test_unquoted_contents_stand_in_the_paragraph_of_the_cue),
        cmocka_unit_test(test_windows_cover_and_fit),
        cmocka_unit_test(test_window_ends_at_a_paragraph_before_a_sentence),
        cmocka_unit_test(test_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

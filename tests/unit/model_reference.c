/* The model in bytes against PyTorch in 32-bit floats, on windows of examples/ whose scores
 * train/reference.py wrote down. */
#include "base/buf.h"
#include "base/file.h"
#include "model/model.h"
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How far a probability may be off, at most and on average, and how many labels may differ. */
#define MOST 0.25
#define MEAN 0.01
#define OTHER_LABELS 0.01

enum { WINDOW_MAX = 254 };

typedef struct {
    double largest, sum;
    size_t rows, other;
} tally;

static void probabilities(const float *logits, size_t labels, double *out) {
    double all = 0.0;
    for (size_t i = 0; i < labels; i++) {
        out[i] = exp((double)logits[i]);
        all += out[i];
    }
    for (size_t i = 0; i < labels; i++) {
        out[i] /= all;
    }
}

static size_t best(const float *logits, size_t labels) {
    size_t at = 0;
    for (size_t i = 1; i < labels; i++) {
        at = logits[i] > logits[at] ? i : at;
    }
    return at;
}

static void compare(const float *ours, const float *theirs, size_t count, size_t labels,
                    tally *into) {
    double p[ROLE_LABELS], q[ROLE_LABELS];
    for (size_t i = 0; i < count; i++, ours += labels, theirs += labels) {
        double difference = 0.0;
        probabilities(ours, labels, p);
        probabilities(theirs, labels, q);
        for (size_t k = 0; k < labels; k++) {
            difference = fmax(difference, fabs(p[k] - q[k]));
        }
        into->largest = fmax(into->largest, difference);
        into->sum += difference;
        into->other += best(ours, labels) != best(theirs, labels);
        into->rows++;
    }
}

static double next_number(char **at) {
    char *end;
    const double value = strtod(*at, &end);
    assert_true(end != *at);
    *at = end;
    return value;
}

static void read_logits(char **at, size_t labels, float *to) {
    for (size_t i = 0; i < labels; i++) {
        to[i] = (float)next_number(at);
    }
}

static void check_window(char **at, size_t count, model_scratch *scratch, tally *into) {
    static model_piece pieces[WINDOW_MAX];
    static float logits[WINDOW_MAX * CUE_LABELS];
    assert_true(count > 0 && count <= WINDOW_MAX);
    for (size_t i = 0; i < count; i++) {
        pieces[i].id = (uint32_t)next_number(at);
        pieces[i].quote = (uint8_t)next_number(at);
        pieces[i].letter_case = (uint8_t)next_number(at);
        pieces[i].start = (uint8_t)next_number(at);
        read_logits(at, CUE_LABELS, logits + i * CUE_LABELS);
    }
    compare(model_read_window(scratch, pieces, count), logits, count, CUE_LABELS, into);
}

static void check_relation(char **at, size_t count, model_scratch *scratch, tally *into) {
    static float logits[WINDOW_MAX * ROLE_LABELS];
    const size_t first = (size_t)next_number(at), last = (size_t)next_number(at);
    for (size_t i = 0; i < count; i++) {
        read_logits(at, ROLE_LABELS, logits + i * ROLE_LABELS);
    }
    compare(model_read_relation(scratch, first, last), logits, count, ROLE_LABELS, into);
}

/* Past white space and `word`, if that is what comes. */
static bool take_word(char **at, const char *word) {
    *at += strspn(*at, " \n");
    const bool here = strncmp(*at, word, strlen(word)) == 0;
    *at += here ? strlen(word) : 0;
    return here;
}

static void check_all(char *at, model_scratch *scratch, tally *into) {
    size_t count = 0;
    while (*(at += strspn(at, " \n"))) {
        if (take_word(&at, "window ")) {
            count = (size_t)next_number(&at);
            at = strchr(at, '\n'); /* past the document's id */
            check_window(&at, count, scratch, into);
        } else {
            assert_true(take_word(&at, "relation "));
            check_relation(&at, count, scratch, into);
        }
    }
}

static void test_scores_are_those_of_pytorch(void **state) {
    (void)state;
    buf reference = {0};
    model *opened;
    hearsay_error error;
    tally all = {0};
    assert_int_equal(
        file_read(PROJECT_DIR "/tests/data/reference_scores.txt", SIZE_MAX, &reference, &error), 0);
    if (model_open(getenv("HEARSAY_MODEL"), &opened, &error)) {
        fail_msg("%s", error.message);
    }
    model_scratch *scratch = model_scratch_new(opened);
    check_all(reference.data, scratch, &all);
    model_scratch_free(scratch);
    model_close(opened);
    buf_free(&reference);
    printf("%zu rows: probabilities differ by %.4f at most, %.5f on average; %zu labels differ\n",
           all.rows, all.largest, all.sum / (double)all.rows, all.other);
    assert_true(all.rows > 500);
    assert_true(all.largest <= MOST);
    assert_true(all.sum <= MEAN * (double)all.rows);
    assert_true((double)all.other <= OTHER_LABELS * (double)all.rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_scores_are_those_of_pytorch)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The model in bytes against PyTorch in 32-bit floats, on windows of examples/ whose scores
 * train/reference.py wrote down. */
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

static void read_logits(FILE *file, size_t labels, float *to) {
    for (size_t i = 0; i < labels; i++) {
        assert_int_equal(fscanf(file, "%f", to + i), 1);
    }
}

static void check_window(FILE *file, size_t count, model_scratch *scratch, tally *into) {
    static model_piece pieces[WINDOW_MAX];
    static float logits[WINDOW_MAX * CUE_LABELS];
    assert_true(count > 0 && count <= WINDOW_MAX);
    for (size_t i = 0; i < count; i++) {
        unsigned id, quote, letters, start;
        assert_int_equal(fscanf(file, "%u %u %u %u", &id, &quote, &letters, &start), 4);
        pieces[i] = (model_piece){id, (uint8_t)quote, (uint8_t)letters, (uint8_t)start};
        read_logits(file, CUE_LABELS, logits + i * CUE_LABELS);
    }
    compare(model_read_window(scratch, pieces, count), logits, count, CUE_LABELS, into);
}

static void check_relation(FILE *file, size_t count, model_scratch *scratch, tally *into) {
    static float logits[WINDOW_MAX * ROLE_LABELS];
    size_t first, last;
    assert_int_equal(fscanf(file, "%zu %zu", &first, &last), 2);
    for (size_t i = 0; i < count; i++) {
        read_logits(file, ROLE_LABELS, logits + i * ROLE_LABELS);
    }
    compare(model_read_relation(scratch, first, last), logits, count, ROLE_LABELS, into);
}

static void test_scores_are_those_of_pytorch(void **state) {
    (void)state;
    const char *path = getenv("HEARSAY_MODEL");
    FILE *file = fopen(PROJECT_DIR "/tests/data/reference_scores.txt", "r");
    model *opened;
    hearsay_error error;
    assert_non_null(path);
    assert_non_null(file);
    if (model_open(path, &opened, &error)) {
        fail_msg("%s", error.message);
    }
    model_scratch *scratch = model_scratch_new(opened);
    tally all = {0};
    char word[16], id[200];
    size_t count = 0;
    while (fscanf(file, "%15s", word) == 1) {
        if (!strcmp(word, "window")) {
            assert_int_equal(fscanf(file, "%zu %199s", &count, id), 2);
            check_window(file, count, scratch, &all);
        } else {
            assert_string_equal(word, "relation");
            check_relation(file, count, scratch, &all);
        }
    }
    fclose(file);
    model_scratch_free(scratch);
    model_close(opened);
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

/* A model file is believed in nothing before it was checked. */
#include "model/model.h"
#include "support/check.h"
#include "support/random.h"
#include "support/tiny_model.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static hearsay_status open_bytes(str bytes, model **out, hearsay_error *error) {
    char path[64];
    temporary_file(path, bytes);
    const hearsay_status status = model_open(path, out, error);
    if (status && error) {
        assert_non_null(strstr(error->message, path));
    }
    unlink(path);
    return status;
}

/* Opening must fail, and say so in words that hold `why`. */
static void refuse(const buf *file, const char *why) {
    model *opened = NULL;
    hearsay_error error = {0};
    assert_int_equal(open_bytes(buf_str(file), &opened, &error), HEARSAY_MODEL);
    assert_null(opened);
    if (!strstr(error.message, why)) {
        fail_msg("\"%s\" does not say \"%s\"", error.message, why);
    }
}

static void test_whole_is_opened(void **state) {
    (void)state;
    buf file = {0};
    model *opened;
    hearsay_error error;
    tiny_model_bytes(&file);
    assert_int_equal(open_bytes(buf_str(&file), &opened, &error), HEARSAY_OK);
    assert_string_equal(model_name(opened), "tiny 1");
    assert_true(str_starts(model_vocabulary(opened), STR("[PAD]\n[UNK]\n")));
    assert_true(str_equal(model_abbreviations(opened), STR("mr+\n")));
    model_close(opened);
    buf_free(&file);
}

static void test_foreign_and_missing(void **state) {
    (void)state;
    buf file = {0};
    model *opened;
    hearsay_error error;
    refuse(&file, "not a hearsay model");
    buf_put(&file, STR("\x7f"
                       "ELF and so on, long enough to be a header or something like that"));
    refuse(&file, "not a hearsay model");
    buf_free(&file);
    assert_int_equal(model_open("/nowhere/at/all.model", &opened, &error), HEARSAY_IO);
    assert_int_equal(model_open("/tmp", &opened, &error), HEARSAY_IO);
}

static void test_truncated(void **state) {
    (void)state;
    buf file = {0};
    tiny_model_bytes(&file);
    const size_t whole = file.size;
    const size_t sizes[] = {8, 20, 100, 140, 4000, whole - 1};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        file.size = sizes[i];
        refuse(&file, "cut short");
    }
    file.size = whole;
    buf_putc(&file, '\0');
    refuse(&file, "added to");
    buf_free(&file);
}

static void test_altered_anywhere(void **state) {
    (void)state;
    buf file = {0};
    uint64_t seed = 1;
    tiny_model_bytes(&file);
    for (int i = 0; i < 60; i++) {
        const size_t at = random_below(&seed, file.size);
        file.data[at] = (char)(file.data[at] ^ 1 << random_below(&seed, 8));
        model *opened = NULL;
        hearsay_error error;
        const hearsay_status status = open_bytes(buf_str(&file), &opened, &error);
        assert_int_equal(status, HEARSAY_MODEL);
        buf_clear(&file);
        tiny_model_bytes(&file);
    }
    buf_free(&file);
}

static void read_a_window(const model *opened) {
    enum { COUNT = 18 };
    model_piece window[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        window[i] = (model_piece){.id = (uint32_t)(i * 7 % 64), .quote = i % 6, .start = i % 3};
    }
    model_scratch *scratch = model_scratch_new(opened);
    const size_t count =
        model_scratch_window(scratch) < COUNT ? model_scratch_window(scratch) : COUNT;
    const float *cues = model_read_window(scratch, window, count);
    for (size_t i = 0; i < count * CUE_LABELS; i++) {
        assert_true(isfinite(cues[i]));
    }
    const float *roles = model_read_relation(scratch, 0, count);
    for (size_t i = 0; i < count * ROLE_LABELS; i++) {
        assert_true(isfinite(roles[i]));
    }
    model_scratch_free(scratch);
}

/* Someone who knows how to make the checksum fit still gets no farther than the bounds. */
static void test_sealed_nonsense(void **state) {
    (void)state;
    buf file = {0};
    uint64_t seed = 2;
    for (int i = 0; i < 400; i++) {
        buf_clear(&file);
        tiny_model_bytes(&file);
        const size_t at = random_below(&seed, i % 2 ? 96 : 136 + 64 * 60);
        file.data[at] = (char)random_next(&seed);
        tiny_model_seal(&file);
        model *opened = NULL;
        hearsay_error error;
        if (!open_bytes(buf_str(&file), &opened, &error)) {
            read_a_window(opened); /* the name, or the same byte again */
            model_close(opened);
        }
    }
    buf_free(&file);
}

static void test_fields(void **state) {
    (void)state;
    static const struct {
        size_t at;
        unsigned char byte;
        const char *why;
    } cases[] = {{8, 2, "version 2"},
                 {32, 0, "vocabulary"},
                 {36, 7, "width"},
                 {44, 0, "heads"},
                 {72, 255, "do not fit"},
                 {69, 4, "reach of 1027"},
                 {73, 4, "window of 1044"},
                 {50, 1, "inner of 65584"},
                 {59, 1, "relation width"},
                 {60, 3, "do not fit"}, /* heads that do not part the relation layer's width */
                 {44, 3, "do not fit"},
                 {92, 64, "do not fit"},
                 {12, 0, "is missing"},
                 {14, 1, "its table does not fit"},
                 {96, 27, "its name"},
                 {100, 0xC3, "its name"},
                 {96 - 8, 200, "do not fit"},
                 {76, 3, "quotation"},
                 {136, 'x', "is missing"},
                 {136 + 32, 2, "\"pieces.weight\""},
                 {136 + 36, 63, "\"pieces.weight\""},
                 {136 + 48, 1, "\"pieces.weight\""}};
    buf file = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf_clear(&file);
        tiny_model_bytes(&file);
        file.data[cases[i].at] = (char)cases[i].byte;
        tiny_model_seal(&file);
        refuse(&file, cases[i].why);
    }
    buf_free(&file);
}

/* Where the numbers of a tensor begin. */
static size_t tensor_at(const buf *file, const char *name) {
    for (size_t at = 136; at < file->size; at += 64) {
        if (strcmp(file->data + at, name) == 0) {
            uint64_t offset;
            memcpy(&offset, file->data + at + 48, sizeof offset);
            return (size_t)offset;
        }
    }
    fail_msg("no tensor %s", name);
    return 0;
}

/* No number may be so large that the network overflows. */
static void test_numbers(void **state) {
    (void)state;
    static const struct {
        const char *tensor;
        float value;
    } cases[] = {{"positions", NAN},        {"positions", INFINITY},      {"norm.gain", 1e30f},
                 {"layer0.up.scale", 1.5f}, {"pieces.scale", -2.0f},      {"enter.scale", 1e9f},
                 {"role.weight", -1001.0f}, {"layer1.norm2.bias", 1e38f}, {"confidence", 1e20f}};
    buf file = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf_clear(&file);
        tiny_model_bytes(&file);
        memcpy(file.data + tensor_at(&file, cases[i].tensor) + 4, &cases[i].value, sizeof(float));
        tiny_model_seal(&file);
        refuse(&file, "is out of bounds");
    }
    buf_free(&file);
}

/* Whatever the weights are, if they are within their bounds the scores are numbers. */
static void test_any_weights_give_numbers(void **state) {
    (void)state;
    static const char *const LARGE[] = {"norm.gain",         "layer0.qkv.scale",  "layer0.up.scale",
                                        "layer1.down.scale", "layer1.norm1.gain", "enter.scale"};
    buf file = {0};
    tiny_model_bytes(&file);
    for (size_t i = 0; i < sizeof LARGE / sizeof *LARGE; i++) {
        const float value = strstr(LARGE[i], "gain") ? 1000.0f : 1.0f;
        for (size_t k = 0; k < 32; k++) {
            memcpy(file.data + tensor_at(&file, LARGE[i]) + 4 * k, &value, sizeof value);
        }
    }
    tiny_model_seal(&file);
    model *opened = NULL;
    assert_int_equal(open_bytes(buf_str(&file), &opened, NULL), HEARSAY_OK);
    read_a_window(opened);
    model_close(opened);
    buf_free(&file);
}

/* A last line without its line break is a piece as well, and must have an embedding. */
static void test_one_piece_too_many(void **state) {
    (void)state;
    static const str FIRST = {"[CLS]\n[SEP]\na\n", 14};
    buf file = {0};
    tiny_model_bytes(&file);
    size_t at = 0;
    while (!str_starts(str_slice(buf_str(&file), (span){at, file.size}), FIRST)) {
        assert_true(++at < file.size);
    }
    file.data[at + 2] = '\n';
    at += strlen(file.data + at); /* zeros fill the space before the next list */
    assert_int_equal(file.data[at - 1], '\n');
    file.data[at - 1] = 'x';
    tiny_model_seal(&file);
    refuse(&file, "its vocabulary has 65 lines instead of 64");
    buf_free(&file);
}

/* Scores of a window depend on that window alone, whatever the scratch did before. */
static void test_scratch_leaves_no_trace(void **state) {
    (void)state;
    enum { COUNT = 9 };
    buf file = {0};
    model *opened;
    hearsay_error error;
    model_piece window[18];
    float cues[COUNT * CUE_LABELS], roles[COUNT * ROLE_LABELS];
    int8_t traits[COUNT * PIECE_TRAITS], again[18 * PIECE_TRAITS] = {0};
    uint64_t seed = 3;
    tiny_model_bytes(&file);
    assert_int_equal(open_bytes(buf_str(&file), &opened, &error), HEARSAY_OK);
    for (size_t i = 0; i < 18; i++) {
        window[i] = (model_piece){.id = (uint32_t)random_below(&seed, 64),
                                  .quote = (uint8_t)random_below(&seed, 6)};
    }
    model_scratch *scratch = model_scratch_new(opened);
    assert_int_equal(model_scratch_window(scratch), 18);
    memcpy(cues, model_read_window(scratch, window, COUNT), sizeof cues);
    memcpy(roles, model_read_relation(scratch, 2, 4), sizeof roles);
    model_read_traits(scratch, traits);
    assert_memory_not_equal(traits, again, sizeof traits);
    for (size_t i = 0; i < COUNT * ROLE_LABELS; i++) {
        assert_true(isfinite(roles[i]));
    }
    model_read_window(scratch, window, 18);
    model_read_relation(scratch, 0, 18);
    model_read_traits(scratch, again);
    assert_memory_equal(cues, model_read_window(scratch, window, COUNT), sizeof cues);
    model_read_relation(scratch, 5, 6);
    model_read_traits(scratch, again);
    assert_memory_equal(traits, again, sizeof traits);
    assert_memory_equal(roles, model_read_relation(scratch, 2, 4), sizeof roles);
    model_read_window(scratch, window, 18);
    model_read_for_traits(scratch, window, COUNT); /* which reads less, for the same */
    model_read_traits(scratch, again);
    assert_memory_equal(traits, again, sizeof traits);
    model_scratch_free(scratch);
    model_close(opened);
    buf_free(&file);
}

/* A content is read as any window, or left where no piece passes the gate. */
static void test_gate(void **state) {
    (void)state;
    enum { COUNT = 9 };
    const float biases[] = {1000.0f, -1000.0f};
    model_piece window[COUNT];
    float cues[COUNT * CUE_LABELS];
    for (size_t i = 0; i < COUNT; i++) {
        window[i] = (model_piece){.id = (uint32_t)(7 * i)};
    }
    for (size_t i = 0; i < 2; i++) {
        buf file = {0};
        model *opened = NULL;
        tiny_model_bytes(&file);
        memcpy(file.data + tensor_at(&file, "gate.bias"), &biases[i], sizeof biases[i]);
        tiny_model_seal(&file);
        assert_int_equal(open_bytes(buf_str(&file), &opened, NULL), HEARSAY_OK);
        model_scratch *scratch = model_scratch_new(opened);
        memcpy(cues, model_read_window(scratch, window, COUNT), sizeof cues);
        const float *again = model_read_content(scratch, window, COUNT);
        assert_true((again != NULL) == (biases[i] > 0.0f));
        if (again) {
            assert_memory_equal(cues, again, sizeof cues);
        }
        model_scratch_free(scratch);
        model_close(opened);
        buf_free(&file);
    }
}

/* A model that was never given traits is whole; all of its pieces are alike. */
static void test_without_traits(void **state) {
    (void)state;
    buf file = {0};
    model *opened = NULL;
    int8_t traits[2 * PIECE_TRAITS] = {1}, none[2 * PIECE_TRAITS] = {0};
    const model_piece window[2] = {{.id = 5}, {.id = 6}};
    tiny_model_bytes(&file);
    size_t at = 0;
    while (!str_starts(str_slice(buf_str(&file), (span){at, file.size}), STR("traits.weight"))) {
        assert_true(++at < file.size);
    }
    file.data[at] = 'x';
    tiny_model_seal(&file);
    assert_int_equal(open_bytes(buf_str(&file), &opened, NULL), HEARSAY_OK);
    model_scratch *scratch = model_scratch_new(opened);
    model_read_window(scratch, window, 2);
    model_read_traits(scratch, traits);
    assert_memory_equal(traits, none, sizeof traits);
    model_scratch_free(scratch);
    model_close(opened);
    buf_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_is_opened),
        cmocka_unit_test(test_foreign_and_missing),
        cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_altered_anywhere),
        cmocka_unit_test(test_sealed_nonsense),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_any_weights_give_numbers),
        cmocka_unit_test(test_one_piece_too_many),
        cmocka_unit_test(test_scratch_leaves_no_trace),
        cmocka_unit_test(test_gate),
        cmocka_unit_test(test_without_traits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

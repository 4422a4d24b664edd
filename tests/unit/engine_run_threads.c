#include "base/buf.h"
#include "hearsay.h"
#include "support/check.h"
#include "support/random.h"
#include "support/tiny_model.h"

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static hearsay_model *open_tiny_model(void) {
    buf bytes = {0};
    tiny_model_bytes(&bytes);
    char path[64];
    temporary_file(path, buf_str(&bytes));
    buf_free(&bytes);
    hearsay_model *model = NULL;
    assert_int_equal(hearsay_model_open(path, &model, NULL), HEARSAY_OK);
    unlink(path);
    return model;
}

/* Documents made from a number each: some short, some long, some empty, some in German. */
typedef struct {
    size_t count, given; /* how many there are, and were given */
    size_t limit, taken; /* after how many to stop, and how many came */
    buf lines;           /* what came */
    atomic_size_t read;  /* bytes of text */
    size_t give_up;      /* after how many of them; 0: never */
} stream;

static void put_sentences(buf *text, uint64_t seed) {
    static const char *const SENTENCES[] = {
        "\xE2\x80\x9CWe will appeal,\xE2\x80\x9D said Ms. Ortova. ",
        "The mayor denied that the ferry had been overloaded. ",
        "It was reported that the talks had failed. ",
        "Officials familiar with the matter think it will rain. ",
        "\n\nIt rained.\n\n",
        "\"No,\" he told the Herald, \"not this year.\" ",
    };
    for (size_t n = random_below(&seed, 12); n > 0; n--) {
        buf_put(text, str_from(SENTENCES[random_below(&seed, 6)]));
    }
}

static hearsay_document *next(void *context) {
    stream *self = context;
    if (self->given == self->count) {
        return NULL;
    }
    size_t number = self->given++;
    buf text = {0};
    buf_printf(&text, "%zu. ", number);
    if (number % 10 == 7) {
        buf_put(&text, STR("Der Senat hat gestern nach langer Debatte beschlossen, dass die "
                           "Gelder nicht ausgezahlt werden, teilte eine Sprecherin mit."));
    } else {
        put_sentences(&text, number);
    }
    hearsay_document *made = NULL;
    hearsay_str bytes = {text.data, text.size};
    assert_int_equal(hearsay_document_new(bytes, NULL, &made, NULL), HEARSAY_OK);
    buf_free(&text);
    return made;
}

static bool take(void *context, hearsay_document *document) {
    stream *self = context;
    hearsay_str line = hearsay_document_json(document, HEARSAY_WITH_TEXT);
    buf_put(&self->lines, (str){line.data, line.size});
    hearsay_document_free(document);
    return ++self->taken < self->limit;
}

static bool progress(void *context, const hearsay_document *document, hearsay_span part) {
    stream *self = context;
    assert_true(part.begin < part.end && part.end <= hearsay_document_text(document).size);
    size_t read = atomic_fetch_add(&self->read, part.end - part.begin) + part.end - part.begin;
    return self->give_up == 0 || read < self->give_up;
}

static void run(const hearsay_model *model, unsigned threads, stream *self) {
    assert_int_equal(hearsay_run(model, threads, next, take, NULL, self, NULL), HEARSAY_OK);
}

static void test_any_number_of_threads(void **state) {
    (void)state;
    hearsay_model *model = open_tiny_model();
    stream one = {.count = 24, .limit = SIZE_MAX};
    run(model, 1, &one);
    assert_int_equal(one.taken, 24);
    assert_non_null(strstr(one.lines.data, "\"cue\":[["));
    static const unsigned THREADS[] = {0, 2, 5};
    for (size_t i = 0; i < sizeof THREADS / sizeof *THREADS; i++) {
        stream many = {.count = 24, .limit = SIZE_MAX};
        run(model, THREADS[i], &many);
        assert_true(str_equal(buf_str(&many.lines), buf_str(&one.lines)));
        buf_free(&many.lines);
    }
    buf_free(&one.lines);
    hearsay_model_close(model);
}

static void test_stop(void **state) {
    (void)state;
    hearsay_model *model = open_tiny_model();
    for (unsigned threads = 1; threads < 4; threads++) {
        stream self = {.count = SIZE_MAX, .limit = 5};
        run(model, threads, &self);
        assert_int_equal(self.taken, 5);
        buf_free(&self.lines);
    }
    hearsay_model_close(model);
}

static void test_all_progress_is_all_text(void **state) {
    (void)state;
    hearsay_model *model = open_tiny_model();
    size_t read[3];
    for (unsigned threads = 1; threads <= 3; threads++) {
        stream self = {.count = 24, .limit = SIZE_MAX};
        hearsay_run(model, threads, next, take, progress, &self, NULL);
        read[threads - 1] = atomic_load(&self.read);
        buf_free(&self.lines);
    }
    size_t size = 0;
    stream self = {.count = 24};
    for (hearsay_document *each; (each = next(&self)) != NULL; hearsay_document_free(each)) {
        size += hearsay_document_text(each).size;
    }
    assert_true(read[0] == size && read[1] == size && read[2] == size);
    hearsay_model_close(model);
}

static void test_who_watches_may_stop_it(void **state) {
    (void)state;
    hearsay_model *model = open_tiny_model();
    enum { GIVE_UP = 20000 }; /* more than the documents have that may be held at a time */
    for (unsigned threads = 1; threads <= 3; threads++) {
        stream self = {.count = SIZE_MAX, .limit = SIZE_MAX, .give_up = GIVE_UP};
        assert_int_equal(hearsay_run(model, threads, next, take, progress, &self, NULL),
                         HEARSAY_OK);
        assert_true(self.taken > 0 && self.taken < self.given);
        buf_free(&self.lines);
    }
    hearsay_model_close(model);
}

static void test_nothing_to_read(void **state) {
    (void)state;
    hearsay_model *model = open_tiny_model();
    stream self = {.limit = SIZE_MAX};
    run(model, 3, &self);
    assert_int_equal(self.taken, 0);
    hearsay_model_close(model);
}

static void test_what_it_needs(void **state) {
    (void)state;
    hearsay_error error = {0};
    assert_int_equal(hearsay_run(NULL, 1, next, take, NULL, NULL, &error), HEARSAY_INVALID);
    assert_int_equal(error.code, HEARSAY_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_number_of_threads),
        cmocka_unit_test(test_stop),
        cmocka_unit_test(test_all_progress_is_all_text),
        cmocka_unit_test(test_who_watches_may_stop_it),
        cmocka_unit_test(test_nothing_to_read),
        cmocka_unit_test(test_what_it_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

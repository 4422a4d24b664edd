#include "base/buf.h"
#include "base/vec.h"
#include "hearsay.h"
#include "support/check.h"
#include "support/random.h"
#include "support/tiny_model.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the tiny model finds is nonsense, but it must lie in the text. */
typedef struct {
    hearsay_model *model;
    hearsay_reader *reader;
} reading_room;

static int open_room(void **state) {
    reading_room *room = malloc(sizeof *room);
    buf bytes = {0};
    tiny_model_bytes(&bytes);
    char path[64];
    temporary_file(path, buf_str(&bytes));
    buf_free(&bytes);
    assert_int_equal(hearsay_model_open(path, &room->model, NULL), HEARSAY_OK);
    unlink(path);
    assert_int_equal(hearsay_reader_new(room->model, &room->reader, NULL), HEARSAY_OK);
    *state = room;
    return 0;
}

static int close_room(void **state) {
    reading_room *room = *state;
    hearsay_reader_free(room->reader);
    hearsay_model_close(room->model);
    free(room);
    return 0;
}

static hearsay_document *read_document(hearsay_reader *reader, str text) {
    hearsay_document *made = NULL;
    hearsay_str bytes = {text.data, text.size};
    assert_int_equal(hearsay_document_new(bytes, NULL, &made, NULL), HEARSAY_OK);
    hearsay_attribute(reader, made);
    return made;
}

/* --- where things are ------------------------------------------------------------------------- */

static bool starts_character(hearsay_str text, size_t position) {
    return position == text.size || (((unsigned char)text.data[position] & 0xC0) != 0x80 &&
                                     text.data[position] != '\xCC'); /* an accent of its own */
}

/* In the text, at characters, in order and apart. */
static void check_spans(hearsay_document *document, hearsay_spans spans) {
    hearsay_str text = hearsay_document_text(document);
    size_t last = 0;
    for (size_t i = 0; i < spans.count; i++) {
        hearsay_span part = spans.items[i];
        assert_true(part.begin >= last && part.begin < part.end && part.end <= text.size);
        assert_true(starts_character(text, part.begin) && starts_character(text, part.end));
        assert_true(hearsay_document_shown(document, part).size > 0);
        last = part.end;
    }
}

static size_t check_statements(hearsay_document *document) {
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    for (size_t i = 0; i < count; i++) {
        const hearsay_statement *each = &statements[i];
        assert_true(each->cue.count > 0 && each->content.count > 0);
        check_spans(document, each->source);
        check_spans(document, each->cue);
        check_spans(document, each->content);
        assert_true(each->confidence >= 0 && each->confidence <= 1);
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(each->id, statements[k].id);
        }
    }
    return count;
}

static str random_article(uint64_t *seed, buf *into) {
    static const char *const PARTS[] = {
        "she ",
        "said ",
        "\"",
        "\xE2\x80\x9C",
        "\xE2\x80\x9D",
        "'",
        "\n\n",
        ". ",
        "[a](",
        "http:x)",
        "*",
        "\xF0\x9F\x98\x80",
        ", ",
        "the ",
        "> ",
        "\xFF",
        "cafe\xCC\x81 ",
        "Mr. ",
        "\xD7\xA9\xD7\x9C ",
        "told ",
        "1,000 ",
        "\t",
    };
    buf_clear(into);
    for (size_t n = random_below(seed, 400); n > 0; n--) {
        buf_put(into, str_from(PARTS[random_below(seed, sizeof PARTS / sizeof *PARTS)]));
    }
    return buf_str(into);
}

static void test_spans_lie_in_the_text(void **state) {
    reading_room *room = *state;
    uint64_t seed = 8;
    buf text = {0};
    size_t found = 0;
    for (int round = 0; round < 300; round++) {
        hearsay_document *made = read_document(room->reader, random_article(&seed, &text));
        found += check_statements(made);
        hearsay_document_free(made);
    }
    assert_true(found > 0);
    buf_free(&text);
}

/* --- the same again --------------------------------------------------------------------------- */

static void test_a_second_time_finds_the_same(void **state) {
    reading_room *room = *state;
    uint64_t seed = 9;
    buf text = {0};
    for (int round = 0; round < 20; round++) {
        hearsay_document *made = read_document(room->reader, random_article(&seed, &text));
        hearsay_str line = hearsay_document_json(made, 0);
        char *first = strndup(line.data, line.size);
        hearsay_document_keep(made, 2);
        hearsay_attribute(room->reader, made);
        assert_string_equal(hearsay_document_json(made, 0).data, first);
        free(first);
        hearsay_document_free(made);
    }
    buf_free(&text);
}

static void test_a_document_outlives_its_model(void **state) {
    (void)state;
    void *other;
    open_room(&other);
    hearsay_document *made =
        read_document(((reading_room *)other)->reader, STR("\"No,\" she said. It rained."));
    close_room(&other);
    assert_non_null(strstr(hearsay_document_json(made, 0).data, "\"statements\":["));
    assert_int_equal(hearsay_document_words(made), 5);
    hearsay_document_free(made);
}

/* --- who watches ------------------------------------------------------------------------------ */

typedef struct {
    size_t end, parts; /* of what was told so far */
    size_t limit;      /* parts after which to stop */
} watcher;

static bool note_part(void *context, const hearsay_document *document, hearsay_span part) {
    watcher *self = context;
    (void)document;
    assert_true(part.begin == self->end && part.end > part.begin);
    self->end = part.end;
    return ++self->parts < self->limit;
}

/* Several windows of the tiny model. */
static hearsay_document *long_document(void) {
    buf text = {0};
    for (int i = 0; i < 30; i++) {
        buf_put(&text, STR("[*She said*](http://a.example) it would [rain](b.html).\n\n"));
    }
    hearsay_document *made = NULL;
    hearsay_str bytes = {text.data, text.size};
    assert_int_equal(hearsay_document_new(bytes, NULL, &made, NULL), HEARSAY_OK);
    buf_free(&text);
    return made;
}

static void test_parts_are_the_text(void **state) {
    reading_room *room = *state;
    hearsay_document *made = long_document();
    watcher self = {.limit = SIZE_MAX};
    hearsay_reader_watch(room->reader, note_part, &self);
    assert_true(hearsay_attribute(room->reader, made));
    hearsay_reader_watch(room->reader, NULL, NULL);
    assert_int_equal(self.end, hearsay_document_text(made).size);
    assert_true(self.parts > 3);
    hearsay_document_free(made);
}

static void test_a_stop_leaves_nothing_found(void **state) {
    reading_room *room = *state;
    hearsay_document *made = long_document();
    hearsay_attribute(room->reader, made);
    assert_non_null(strstr(hearsay_document_json(made, 0).data, "\"statements\":["));
    watcher first = {.limit = 1};
    hearsay_reader_watch(room->reader, note_part, &first);
    assert_false(hearsay_attribute(room->reader, made));
    assert_int_equal(first.parts, 1);
    assert_non_null(strstr(hearsay_document_json(made, 0).data, "\"statements\":null"));
    assert_null(hearsay_document_language(made));
    watcher last = {.limit = SIZE_MAX};
    hearsay_reader_watch(room->reader, note_part, &last);
    assert_true(hearsay_attribute(room->reader, made));
    hearsay_reader_watch(room->reader, NULL, NULL);
    hearsay_document_free(made);
}

/* --- languages -------------------------------------------------------------------------------- */

static const char ENGLISH[] =
    "The council voted on Tuesday to close the harbour for the winter, and the mayor said that the "
    "ferry would not sail again before the spring. Several members of the board had asked for more "
    "time to read the report of the engineers, which was made public only last week.\n\n";

static const char GERMAN[] =
    "Der Senat hat gestern nach einer langen Debatte beschlossen, dass die Gelder in diesem Jahr "
    "nicht mehr ausgezahlt werden sollen. Eine Sprecherin teilte mit, man werde im Herbst noch "
    "einmal \xC3\xBC"
    "ber die Angelegenheit beraten, und bat alle Beteiligten um Geduld.\n\n";

static void test_a_foreign_document_is_not_read(void **state) {
    reading_room *room = *state;
    hearsay_document *made = read_document(room->reader, str_from(GERMAN));
    const hearsay_statement *statements;
    const hearsay_passage *passages;
    assert_string_equal(hearsay_document_language(made), "de");
    assert_int_equal(hearsay_document_statements(made, &statements), 0);
    assert_int_equal(hearsay_document_passages(made, &passages), 0);
    assert_true(hearsay_document_words(made) > 30);
    hearsay_document_free(made);
}

static void test_a_foreign_passage_is_left_out(void **state) {
    reading_room *room = *state;
    buf text = {0};
    buf_put(&text, str_from(ENGLISH));
    buf_put(&text, str_from(ENGLISH));
    size_t begin = text.size;
    buf_put(&text, str_from(GERMAN));
    size_t end = text.size;
    buf_put(&text, str_from(ENGLISH));
    hearsay_document *made = read_document(room->reader, buf_str(&text));
    assert_string_equal(hearsay_document_language(made), "en");
    const hearsay_passage *passages;
    assert_int_equal(hearsay_document_passages(made, &passages), 1);
    assert_string_equal(passages[0].language, "de");
    assert_true(passages[0].span.begin == begin && passages[0].span.end <= end);
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(made, &statements);
    for (size_t i = 0; i < count; i++) {
        assert_true(statements[i].cue.items[0].end <= begin ||
                    statements[i].cue.items[0].begin >= end);
    }
    hearsay_document_free(made);
    buf_free(&text);
}

static void test_no_words_no_language(void **state) {
    reading_room *room = *state;
    hearsay_document *made = read_document(room->reader, STR(""));
    assert_null(hearsay_document_language(made));
    assert_int_equal(hearsay_document_words(made), 0);
    hearsay_document_free(made);
}

static void test_words(void **state) {
    reading_room *room = *state;
    hearsay_document *made = read_document(
        room->reader,
        STR("It's 1,000 caf\xC3\xA9s \xE2\x80\x94 or cafe\xCC\x81s, \xD7\xA9\xD7\x9C."));
    assert_int_equal(hearsay_document_words(made), 8); /* It s 1 000 cafés or cafés של */
    hearsay_document_free(made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spans_lie_in_the_text),
        cmocka_unit_test(test_a_second_time_finds_the_same),
        cmocka_unit_test(test_a_document_outlives_its_model),
        cmocka_unit_test(test_parts_are_the_text),
        cmocka_unit_test(test_a_stop_leaves_nothing_found),
        cmocka_unit_test(test_a_foreign_document_is_not_read),
        cmocka_unit_test(test_a_foreign_passage_is_left_out),
        cmocka_unit_test(test_no_words_no_language),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, open_room, close_room);
}

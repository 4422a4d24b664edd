/* The cases of segmenting: see the tops of the files in tests/cases/segment. */
#include "support/cases.h"
#include "support/check.h"

#include "base/buf.h"
#include "base/file.h"
#include "segment/language.h"
#include "segment/segment.h"

#include <string.h>

/* What all cases are read with. */
typedef struct {
    buf vocabulary, words;
    str pieces[512]; /* of the vocabulary, by id */
    const segmenter *segmenter;
    language_guesser *guesser;
} tools;

/* A line of what is found, line breaks within shown. */
static void put_line(buf *out, str text, span part) {
    for (size_t i = part.begin; i < part.end; i++) {
        if (text.data[i] == '\n') {
            buf_put(out, STR("⏎"));
        } else {
            buf_putc(out, text.data[i]);
        }
    }
    buf_putc(out, '\n');
}

static void put_paragraphs(buf *out, const segmentation *text, const tools *unused) {
    (void)unused;
    for (size_t i = 0; i < text->paragraph_count; i++) {
        put_line(out, text->shown, text->paragraphs[i]);
    }
}

static void put_sentences(buf *out, const segmentation *text, const tools *unused) {
    (void)unused;
    size_t paragraph = 0;
    for (size_t i = 0; i < text->sentence_count; i++) {
        if (paragraph < text->paragraph_count &&
            text->paragraphs[paragraph].begin == text->sentences[i].begin) {
            buf_put(out, STR("¶"));
            paragraph++;
        }
        put_line(out, text->shown, text->sentences[i]);
    }
}

static void put_quotations(buf *out, const segmentation *text, const tools *unused) {
    (void)unused;
    for (size_t i = 0; i < text->quotation_count; i++) {
        const quotation *each = &text->quotations[i];
        buf_printf(out, "%s%s: ", each->is_double ? "double" : "single",
                   each->closed      ? ""
                   : each->continued ? " continued"
                                     : " open");
        put_line(out, text->shown, each->span);
    }
}

static void put_pieces(buf *out, const segmentation *text, const tools *with) {
    for (size_t i = 0; i < text->piece_count; i++) {
        const piece *each = &text->pieces[i];
        buf_printf(out, "%u %u ", each->begin, each->end);
        buf_put(out, with->pieces[each->id]);
        buf_putc(out, '\n');
    }
}

static void put_features(buf *out, const segmentation *text, const tools *unused) {
    static const char *const QUOTE[] = {"-", "opening", "inside", "closing", "single", "nested"};
    static const char *const CASE[] = {"-", "lower", "title", "upper", "mixed"};
    static const char *const START[] = {"-", "sentence", "paragraph"};
    (void)unused;
    for (size_t i = 0; i < text->piece_count; i++) {
        const piece *each = &text->pieces[i];
        buf_printf(out, "%s %s %s ", QUOTE[each->quote], CASE[each->letter_case],
                   START[each->start]);
        put_line(out, text->shown, (span){each->begin, each->end});
    }
}

/* The paragraph, from 1, that begins or ends at `pos`. */
static size_t paragraph_at(const segmentation *text, size_t pos) {
    size_t i = 0;
    while (i < text->paragraph_count && text->paragraphs[i].end < pos) {
        i++;
    }
    return i + 1;
}

static void put_language(buf *out, const segmentation *text, const tools *with) {
    arena *memory = arena_new();
    language_guess guess;
    language_guess_text(with->guesser, text, memory, &guess);
    buf_printf(out, "%s\n", guess.language[0] != '\0' ? guess.language : "too few words");
    for (size_t i = 0; i < guess.passage_count; i++) {
        const foreign_passage *each = &guess.passages[i];
        buf_printf(out, "%s: paragraphs %zu to %zu\n", each->language,
                   paragraph_at(text, each->span.begin), paragraph_at(text, each->span.end));
    }
    arena_free(memory);
}

typedef void put_part(buf *out, const segmentation *text, const tools *with);

static const struct {
    const char *file;
    put_part *put;
} PARTS[] = {
    {"paragraphs.txt", put_paragraphs}, {"sentences.txt", put_sentences},
    {"quotations.txt", put_quotations}, {"pieces.txt", put_pieces},
    {"features.txt", put_features},     {"language.txt", put_language},
};

static void check_case(const test_case *each, void *context) {
    const tools *with = context;
    const char *file = strrchr(each->file, '/') + 1;
    arena *memory = arena_new();
    segmentation text;
    segment(with->segmenter, each->sections[0], memory, &text);
    buf out = {0};
    put_part *put = NULL;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        put = strcmp(file, PARTS[i].file) == 0 ? PARTS[i].put : put;
    }
    assert_non_null(put); /* a file that nobody checks */
    put(&out, &text, with);
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    arena_free(memory);
}

static void read_file(const char *path, buf *out) {
    hearsay_error error;
    if (file_read(path, 1 << 20, out, &error) != HEARSAY_OK) {
        fail_msg("%s", error.message);
    }
}

static void index_pieces(tools *into) {
    size_t begin = 0;
    size_t id = 0;
    for (size_t i = 0; i < into->vocabulary.size && id < 512; i++) {
        if (into->vocabulary.data[i] == '\n') {
            into->pieces[id++] = str_slice(buf_str(&into->vocabulary), (span){begin, i});
            begin = i + 1;
        }
    }
}

static void test_cases(void **state) {
    (void)state;
    tools with = {.guesser = language_guesser_new(NULL)};
    assert_non_null(with.guesser); /* its profiles are in libexttextcat-data */
    read_file(PROJECT_DIR "/tests/data/vocabulary.txt", &with.vocabulary);
    read_file(PROJECT_DIR "/data/abbreviations.txt", &with.words);
    index_pieces(&with);
    segmenter *made = segmenter_new(buf_str(&with.vocabulary), buf_str(&with.words));
    with.segmenter = made;
    assert_int_equal(cases_run("segment", check_case, &with), 0);
    segmenter_free(made);
    language_guesser_free(with.guesser);
    buf_free(&with.vocabulary);
    buf_free(&with.words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The cases of speakers, and what holds for any text: the same result twice, names that stand in
 * the text, steps within it, time that grows no faster than the text. */
#include "support/cases.h"
#include "support/check.h"
#include "support/random.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "resolve/callings.h"
#include "resolve/speakers.h"

#include <time.h>

typedef VEC(span) spans;

/* A text with its marks taken out, and where they were. */
typedef struct {
    buf text;
    spans sources;
    spans cues;     /* of each source; where none is marked, the source's own words */
    spans contents; /* by the source that they are of; empty where it has none */
    buf words;      /* abbreviations */
    segmenter *with;
} marked;

static bool marks(str text, size_t at, const char *mark) {
    return at + 1 < text.size && text.data[at] == mark[0] && text.data[at + 1] == mark[1];
}

static void begin_content(marked *self, size_t source) {
    while (self->contents.count < source) {
        vec_push(&self->contents, (span){0, 0});
    }
    self->contents.items[source - 1] = (span){self->text.size, self->text.size};
}

/* Reads [[sources]], each with the <<cue>> behind it, and {{2 contents}}; sources may stand in
 * contents. What does not pair is left. */
static void read_marks(marked *self, str text) {
    buf_clear(&self->text);
    vec_clear(&self->sources);
    vec_clear(&self->cues);
    vec_clear(&self->contents);
    size_t content = 0; /* the one that is open, from 1 */
    for (size_t i = 0; i < text.size; i++) {
        bool opens = marks(text, i, "[[") || marks(text, i, "{{") || marks(text, i, "<<");
        bool closes = marks(text, i, "]]") || marks(text, i, "}}") || marks(text, i, ">>");
        size_t here = self->text.size;
        if (!opens && !closes) {
            buf_putc(&self->text, text.data[i]);
            continue;
        }
        if (marks(text, i, "[[")) {
            vec_push(&self->sources, (span){here, here});
            vec_push(&self->cues, (span){here, here});
        } else if (marks(text, i, "]]") && self->sources.count > 0) {
            self->sources.items[self->sources.count - 1].end = here;
            self->cues.items[self->sources.count - 1].end = here;
        } else if (marks(text, i, "<<") && self->sources.count > 0) {
            self->cues.items[self->sources.count - 1].begin = here;
        } else if (marks(text, i, ">>") && self->sources.count > 0) {
            self->cues.items[self->sources.count - 1].end = here;
        } else if (marks(text, i, "{{") && i + 2 < text.size) {
            content = (size_t)(text.data[i + 2] - '0');
            begin_content(self, content);
            i += 2;
        } else if (marks(text, i, "}}") && content > 0) {
            self->contents.items[content - 1].end = here;
        }
        i++;
    }
}

/* A relation for each source; its content is the one in the same place. */
static relation_list relations_of(const marked *self, arena *into) {
    relation_list out = {arena_array(into, relation, self->sources.count + 1), self->sources.count};
    for (size_t i = 0; i < out.count; i++) {
        span *source = &self->sources.items[i];
        out.items[i].source = (span_list){source, source->end > source->begin};
        out.items[i].cue = (span_list){&self->cues.items[i], 1};
        if (i < self->contents.count) {
            out.items[i].content = (span_list){&self->contents.items[i], 1};
        }
    }
    return out;
}

static speaker *resolve_marked(const marked *self, arena *memory, segmentation *text) {
    segment(self->with, buf_str(&self->text), memory, text);
    relation_list relations = relations_of(self, memory);
    speaker *found = arena_array(memory, speaker, relations.count + 1);
    const document_facts facts = {0};
    cast who;
    speakers_resolve(text, &relations, NULL, &facts, memory, found, &who);
    return found;
}

static void check_case(const test_case *each, void *context) {
    marked *self = context;
    arena *memory = arena_new();
    segmentation text;
    read_marks(self, each->sections[0]);
    speaker *found = resolve_marked(self, memory, &text);
    buf out = {0};
    for (size_t i = 0; i < self->sources.count; i++) {
        buf_put(&out, found[i].name.data != NULL ? found[i].name : STR("-"));
        buf_putc(&out, '\n');
    }
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    arena_free(memory);
}

static void test_cases(void **state) {
    assert_int_equal(cases_run("resolve/speakers", check_case, *state), 0);
}

/* --- for any text ---------------------------------------------------------------------------- */

static const char *const WORDS[] = {
    "Mr.",    "Smith",  "Ann",     "the",   "director", "said", "he",   "she",       "they",
    "it",     "who",    "[[",      "]]",    "{{1 ",     "}}",   ",",    ".",         "\n\n",
    "“",      "”",      "his",     "of",    "FBI",      "U.N.", "I",    "we",        "and",
    "report", "a",      "was",     "王",    "'s",       "(",    ")",    "Secretary", "State",
    "people", "United", "Nations", "Times", "May",      "'",    "Ünal", "you"};

static void put_random(buf *out, uint64_t *random, size_t words) {
    buf_clear(out);
    for (size_t i = 0; i < words; i++) {
        buf_put(out, str_from(WORDS[random_below(random, sizeof WORDS / sizeof *WORDS)]));
        buf_put(out, random_below(random, 4) > 0 ? STR(" ") : STR(""));
    }
}

/* Marks that do not pair are taken out, so that spans are whole. */
static bool are_whole(const marked *self) {
    for (size_t i = 0; i < self->sources.count; i++) {
        if (self->sources.items[i].end < self->sources.items[i].begin) {
            return false;
        }
    }
    return true;
}

static bool stands_in(str text, str part) {
    bool found = part.size == 0;
    for (size_t i = 0; !found && i + part.size <= text.size; i++) {
        found = str_equal(str_slice(text, (span){i, i + part.size}), part);
    }
    return found;
}

/* Every part of a name stands in the text, as names are given out; "his lawyer" gets its owner's
 * name before 's. */
static void check_name(str text, str name) {
    for (size_t begin = 0, i = 0; i <= name.size; i++) {
        str rest = str_slice(name, (span){i, name.size});
        bool row = str_starts(rest, STR("; "));
        bool owner = str_starts(rest, STR("'s "));
        if (!row && !owner && i < name.size) {
            continue;
        }
        str part = str_slice(name, (span){begin, i});
        assert_true(stands_in(text, part) || str_equal(part, STR("author")));
        begin = i + (row ? 2 : owner ? 3 : 0);
    }
}

static void check_speaker(const segmentation *text, const speaker *one, arena *memory) {
    assert_true(one->certainty >= 0 && one->certainty <= 1);
    assert_true(one->why.count > 0);
    check_name(calling_form(text->shown, memory), one->name);
    for (size_t i = 0; i < one->why.count; i++) {
        span where = one->why.items[i].where;
        assert_true(where.begin <= where.end && where.end <= text->shown.size);
    }
}

static void test_any_text(void **state) {
    marked *self = *state;
    uint64_t random = 20161003;
    buf made = {0};
    for (size_t round = 0; round < 400; round++) {
        put_random(&made, &random, 5 + round / 2);
        read_marks(self, buf_str(&made));
        if (!are_whole(self)) {
            continue;
        }
        arena *memory = arena_new();
        segmentation text;
        const speaker *first = resolve_marked(self, memory, &text);
        const speaker *again = resolve_marked(self, memory, &text);
        for (size_t i = 0; i < self->sources.count; i++) {
            check_speaker(&text, &first[i], memory);
            assert_true(str_equal(first[i].name, again[i].name));
            assert_int_equal(first[i].entity, again[i].entity);
        }
        arena_free(memory);
    }
    buf_free(&made);
}

/* --- time ------------------------------------------------------------------------------------ */

static double seconds_for(marked *self, const char *sentence, size_t times) {
    buf made = {0};
    for (size_t i = 0; i < times; i++) {
        buf_printf(&made, sentence, (int)i);
    }
    read_marks(self, buf_str(&made));
    arena *memory = arena_new();
    segmentation text;
    clock_t start = clock();
    resolve_marked(self, memory, &text);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    arena_free(memory);
    buf_free(&made);
    return seconds;
}

/* Ten times the text takes at most thirty times as long: far from a square. */
static void check_linear(marked *self, const char *sentence) {
    double few = seconds_for(self, sentence, 300);
    double many = seconds_for(self, sentence, 3000);
    assert_true(many < 30 * few + 0.1);
}

static void test_time(void **state) {
    check_linear(*state, "Ann%d Smith told it, and [[Smith]] said so. ");
    check_linear(*state, "[[The director%d]] said that he, she and they knew it. ");
    check_linear(*state, "{{1 He said [[I]] know%d, ");
    check_linear(*state, "The Board of Trade%d met. [[The board]] and [[the B.O.T.]] spoke. ");
    check_linear(*state, "A%d");
}

static int set_up(void **state) {
    static marked self; /* of this program alone */
    hearsay_error error;
    assert_int_equal(
        file_read(PROJECT_DIR "/data/abbreviations.txt", SIZE_MAX, &self.words, &error),
        HEARSAY_OK);
    self.with = segmenter_new((str){0}, buf_str(&self.words));
    *state = &self;
    return 0;
}

static int tear_down(void **state) {
    marked *self = *state;
    segmenter_free(self->with);
    buf_free(&self->words);
    buf_free(&self->text);
    vec_free(&self->sources);
    vec_free(&self->cues);
    vec_free(&self->contents);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_any_text),
        cmocka_unit_test(test_time),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

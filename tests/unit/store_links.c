/* Links in a store: the same in whatever order documents come and go, at once or later; copies
 * fold; time goes with what comes in. */
#include "base/buf.h"
#include "base/vec.h"
#include "store/sql.h"
#include "store/waiting.h"
#include "support/check.h"
#include "support/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BODY = 40, SAID = 4, SENTENCES = 40, PASSING = 12 };

/* So many come and go that all keys that wait get into their slots (store/waiting.h). */
enum { FILLERS = WAITING_STRETCHES + 20 };

static const char *const WORDS[] = {"harbour",  "minister", "the", "of",      "not",     "may",
                                    "dredging", "crane",    "a",   "pilots",  "ferry",   "and",
                                    "closed",   "tariff",   "to",  "Ortova",  "tugboat", "in",
                                    "inquiry",  "salvage",  "42",  "pontoon", "was",     "strike"};

/* --- bodies ----------------------------------------------------------------------------------- */

/* A document with a statement a line. */
typedef struct {
    str id, text;
    hearsay_span spans[SAID];
    hearsay_statement said[SAID];
} article;

typedef struct {
    arena *memory;
    article articles[BODY];
} body;

static str sentence(arena *memory, uint64_t seed) {
    buf out = {0};
    const size_t words = 6 + random_below(&seed, 14);
    for (size_t i = 0; i < words; i++) {
        buf_printf(&out, "%s%s", i > 0 ? " " : "",
                   WORDS[random_below(&seed, sizeof WORDS / sizeof *WORDS)]);
    }
    return buf_keep(&out, memory);
}

static char *numbered(arena *memory, const char *what, size_t number) {
    char name[32];
    snprintf(name, sizeof name, "%s-%zu", what, number);
    return str_copy(memory, str_from(name));
}

static void make_article(article *self, arena *memory, size_t number, const uint64_t *sentences) {
    buf text = {0};
    for (size_t i = 0; i < SAID; i++) {
        const str words = sentence(memory, sentences[i]);
        self->spans[i] = (hearsay_span){text.size, text.size + words.size};
        buf_put(&text, words);
        buf_putc(&text, '\n');
        self->said[i] = (hearsay_statement){.id = numbered(memory, "statement", number * SAID + i),
                                            .content = {&self->spans[i], 1},
                                            .type = i % 3 ? HEARSAY_DIRECT : HEARSAY_INDIRECT,
                                            .kind = HEARSAY_KIND_STATEMENT,
                                            .speaker = i % 2 ? (hearsay_str){"Ana Ortova", 10}
                                                             : (hearsay_str){"Tom Reed", 8},
                                            .confidence = 0.9F,
                                            .parent = HEARSAY_NO_PARENT};
    }
    self->id = str_from(numbered(memory, "document", number));
    self->text = buf_keep(&text, memory);
}

/* Articles of sentences from a small stock, some of which half of the articles have. */
static void make_body(body *self, uint64_t seed) {
    self->memory = arena_new();
    for (size_t i = 0; i < BODY; i++) {
        uint64_t sentences[SAID];
        for (size_t k = 0; k < SAID; k++) {
            const uint64_t wide = random_below(&seed, 2) ? 3 : SENTENCES;
            sentences[k] = random_below(&seed, wide);
        }
        make_article(&self->articles[i], self->memory, i, sentences);
    }
}

/* --- stores ----------------------------------------------------------------------------------- */

static const char *const PATH = "store_links.db";

static store *open_anew(void) {
    store *made = NULL;
    static const char *const ENDS[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s", PATH, ENDS[i]);
        unlink(name);
    }
    assert_int_equal(store_open(PATH, HEARSAY_STORE_CREATE, &made, NULL), HEARSAY_OK);
    return made;
}

static store_findings findings_of(const article *of) {
    return (store_findings){.made_by = STR("test"),
                            .found = STR("{}"),
                            .statements = of->said,
                            .statement_count = SAID};
}

static void add_as(store *to, const article *of, str id, str date, bool linked) {
    const store_findings found = findings_of(of);
    const store_document document = {
        .metadata = {.id = {id.data, id.size}, .date = {date.data, date.size}}, .text = of->text};
    hearsay_added outcome;
    assert_int_equal(store_add(to, &document, &found, linked, &outcome, NULL), HEARSAY_OK);
    assert_int_not_equal(outcome, HEARSAY_ADDED_KNOWN);
}

static void add(store *to, const article *of) {
    add_as(to, of, of->id, STR(""), true);
}

static int64_t key_of(store *in, str id) {
    int64_t key = 0;
    assert_int_equal(store_find(in, id, &key, NULL), HEARSAY_OK);
    return key;
}

static void remove_article(store *from, str id) {
    assert_int_equal(store_remove(from, key_of(from, id), NULL), HEARSAY_OK);
}

static void link_all(store *self, bool anew) {
    size_t count;
    int64_t key = 0;
    assert_int_equal(store_begin_linking(self, anew, &count, NULL), HEARSAY_OK);
    while (store_link_next(self, &key, NULL) == HEARSAY_OK) {
        count--;
    }
    assert_int_equal(count, 0);
}

/* --- what is linked --------------------------------------------------------------------------- */

typedef struct {
    store *of;
    arena *memory;
    VEC(char *) lines;
} listing;

static void put_line(listing *self, const store_end *a, const store_end *b, span in_a, span in_b,
                     const char *what, unsigned more) {
    const bool turned =
        str_compare((str){a->id.data, a->id.size}, (str){b->id.data, b->id.size}) > 0;
    const store_end *first = turned ? b : a;
    const store_end *second = turned ? a : b;
    const span in_first = turned ? in_b : in_a;
    const span in_second = turned ? in_a : in_b;
    char line[200];
    snprintf(line, sizeof line, "%s %zu-%zu %s %zu-%zu %s %u", first->id.data, in_first.begin,
             in_first.end, second->id.data, in_second.begin, in_second.end, what, more);
    vec_push(&self->lines, str_copy(self->memory, str_from(line)));
}

static void list_shared(void *context, int64_t a, int64_t b, const link_shared *found) {
    listing *self = context;
    store_end in_a;
    store_end in_b;
    assert_int_equal(store_get_end(self->of, a, self->memory, &in_a, NULL), HEARSAY_OK);
    assert_int_equal(store_get_end(self->of, b, self->memory, &in_b, NULL), HEARSAY_OK);
    for (size_t i = 0; i < found->pair_count; i++) {
        const link_pair *each = &found->pairs[i];
        put_line(self, &in_a, &in_b, each->in_a, each->in_b, link_kind_name(each->kind),
                 each->flags + 100 * (unsigned)(each->confidence * 1000));
    }
    for (size_t i = 0; i < found->passage_count; i++) {
        const link_passage *each = &found->passages[i];
        put_line(self, &in_a, &in_b, each->in_a, each->in_b, "copied", each->words);
    }
}

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All of it, without a trace of the order in which it came. */
static str list(store *of, arena *into, size_t *count) {
    listing all = {.of = of, .memory = into};
    assert_int_equal(store_each_shared(of, list_shared, &all, NULL), HEARSAY_OK);
    if (all.lines.count > 0) {
        qsort(all.lines.items, all.lines.count, sizeof *all.lines.items, by_bytes);
    }
    buf out = {0};
    buf_put(&out, STR("\n"));
    for (size_t i = 0; i < all.lines.count; i++) {
        buf_printf(&out, "%s\n", all.lines.items[i]);
    }
    *count = all.lines.count;
    vec_free(&all.lines);
    return buf_keep(&out, into);
}

/* --- the tests -------------------------------------------------------------------------------- */

static void shuffle(size_t *order, size_t count, uint64_t *seed) {
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
    }
    for (size_t left = count; left > 1; left--) {
        const size_t other = random_below(seed, left);
        const size_t held = order[left - 1];
        order[left - 1] = order[other];
        order[other] = held;
    }
}

static store *open_again(store *self) {
    store *made = NULL;
    store_close(self);
    assert_int_equal(store_open(PATH, HEARSAY_STORE_CREATE, &made, NULL), HEARSAY_OK);
    return made;
}

/* Documents of one short statement that come; and go again, of which another connection does half.
 */
static void add_fillers(store *to, arena *memory) {
    for (size_t i = 0; i < FILLERS; i++) {
        article filler;
        hearsay_added outcome;
        make_article(&filler, memory, i, (const uint64_t[SAID]){i, i, i, i});
        const store_findings found = {.made_by = STR("test"),
                                      .found = STR("{}"),
                                      .statements = filler.said,
                                      .statement_count = 1};
        const char *id = numbered(memory, "filler", i);
        const store_document document = {.metadata = {.id = {id, strlen(id)}},
                                         .text = {filler.text.data, filler.spans[0].end}};
        assert_int_equal(store_add(to, &document, &found, true, &outcome, NULL), HEARSAY_OK);
    }
}

static void remove_fillers(store *from, arena *memory) {
    store *other = NULL;
    assert_int_equal(store_open(PATH, HEARSAY_STORE_CREATE, &other, NULL), HEARSAY_OK);
    for (size_t i = 0; i < FILLERS; i++) {
        remove_article(i % 10 < 5 ? from : other, str_from(numbered(memory, "filler", i)));
    }
    store_close(other);
}

/* What was begun and given up leaves no trace. */
static void add_in_vain(store *to, const article *of) {
    assert_int_equal(store_begin(to, NULL), HEARSAY_OK);
    add_as(to, of, STR("in vain"), STR(""), true);
    store_rollback(to);
}

/* Adds all in some order, with others that go again, versions that are replaced, and findings that
 * are made anew in between. */
static store *add_in_disorder(store *to, const body *of, const body *passing, bool fill,
                              uint64_t *seed) {
    size_t order[BODY];
    shuffle(order, BODY, seed);
    for (size_t i = 0; i < PASSING; i++) {
        add_as(to, &passing->articles[i], str_from(numbered(of->memory, "passing", i)), STR(""),
               true);
    }
    for (size_t i = 0; i < BODY; i++) {
        const article *each = &of->articles[order[i]];
        if (i % 7 == 3) {
            add_as(to, &passing->articles[order[i]], each->id, STR("2031"), true);
        }
        add_as(to, each, each->id, STR(""), i % 5 != 2);
        if (i % 9 == 4) {
            const store_findings found = findings_of(each);
            assert_int_equal(store_renew(to, key_of(to, each->id), NULL, &found, NULL), HEARSAY_OK);
        }
        if (i % 10 == 6) {
            add_in_vain(to, &passing->articles[i]);
            to = open_again(to);
        }
        if (fill && i == BODY / 2) {
            add_fillers(to, of->memory);
        }
    }
    if (fill) {
        remove_fillers(to, of->memory);
    }
    link_all(to, false);
    for (size_t i = 0; i < PASSING; i++) {
        remove_article(to, str_from(numbered(of->memory, "passing", i)));
    }
    return to;
}

static void test_order_does_not_matter(void **state) {
    (void)state;
    uint64_t seed = 11;
    for (size_t round = 0; round < 3; round++) {
        body of;
        body passing;
        size_t count;
        size_t again;
        make_body(&of, round);
        make_body(&passing, 1000 + round);
        store *first = open_anew();
        for (size_t i = 0; i < BODY; i++) {
            add(first, &of.articles[i]);
        }
        const str expected = list(first, of.memory, &count);
        assert_true(count > BODY); /* something was found */
        store_close(first);
        store *second = open_anew();
        second = add_in_disorder(second, &of, &passing, round == 0, &seed);
        assert_string_equal(list(second, of.memory, &again).data, expected.data);
        link_all(second, true);
        assert_string_equal(list(second, of.memory, &again).data, expected.data);
        store_close(second);
        arena_free(of.memory);
        arena_free(passing.memory);
    }
}

static void test_nothing_is_left(void **state) {
    (void)state;
    body of;
    make_body(&of, 5);
    store *self = open_anew();
    for (size_t i = 0; i < BODY; i++) {
        add(self, &of.articles[i]);
    }
    for (size_t i = 0; i < BODY; i++) {
        remove_article(self, of.articles[i].id);
    }
    assert_int_equal(sql_number(self, "SELECT (SELECT count(*) FROM folds) + (SELECT count(*) FROM "
                                      "postings) + (SELECT count(*) FROM shared)"),
                     0);
    store_close(self);
    arena_free(of.memory);
}

/* The seconds that `count` copies of one document take, under other ids. */
static double seconds_for_copies(const body *of, size_t count) {
    store *self = open_anew();
    const clock_t begun = clock();
    for (size_t i = 0; i < count; i++) {
        add_as(self, &of->articles[0], str_from(numbered(of->memory, "copy", i)), STR(""), true);
    }
    const double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    assert_int_equal(sql_number(self, "SELECT count(*) FROM folds"), 1);
    assert_true(sql_number(self, "SELECT count(*) FROM shared") <= 1);
    store_close(self);
    return seconds;
}

static void test_copies_are_linked_as_one(void **state) {
    (void)state;
    body of;
    make_body(&of, 6);
    const double few = seconds_for_copies(&of, 100);
    const double many = seconds_for_copies(&of, 1000);
    assert_true(many < 30 * few + 0.1); /* ten times as many; a square would be a hundred */
    arena_free(of.memory);
}

/* --- what nobody would write ------------------------------------------------------------------ */

/* Documents of their own words, all with one phrase of common ones. */
static void test_a_phrase_in_every_document(void **state) {
    (void)state;
    arena *memory = arena_new();
    store *self = open_anew();
    for (size_t i = 0; i < 100; i++) {
        article *each = arena_array(memory, article, 1);
        buf text = {0};
        for (size_t k = 0; k < SAID; k++) {
            const size_t begin = text.size;
            buf_printf(&text, "he said on Monday that it was the word%zuq%zur", i, k);
            each->spans[k] = (hearsay_span){begin, text.size};
            each->said[k] = (hearsay_statement){.id = numbered(memory, "statement", i * SAID + k),
                                                .content = {&each->spans[k], 1},
                                                .type = HEARSAY_DIRECT,
                                                .kind = HEARSAY_KIND_STATEMENT,
                                                .confidence = 0.9F,
                                                .parent = HEARSAY_NO_PARENT};
            buf_put(&text, STR(".\n"));
        }
        each->id = str_from(numbered(memory, "document", i));
        each->text = buf_keep(&text, memory);
        add(self, each);
    }
    assert_int_equal(sql_number(self, "SELECT count(*) FROM shared WHERE a != b"), 0);
    store_close(self);
    arena_free(memory);
}

/* The seconds that a document takes that says one thing `count` times, against another such one. */
static double seconds_for_echoes(size_t count) {
    arena *memory = arena_new();
    const str said = STR("“The dredging of Ortova harbour closed the salvage inquiry.” ");
    buf text = {0};
    link_statement *statements = arena_array(memory, link_statement, count);
    span *spans = arena_array(memory, span, count);
    for (size_t i = 0; i < count; i++) {
        spans[i] = (span){text.size, text.size + said.size - 1};
        buf_put(&text, said);
        statements[i] = (link_statement){
            (uint32_t)i, STR("Ana Ortova"), LINK_DIRECT, true, false, 0.9F, &spans[i], 1};
    }
    linker *tables = linker_new();
    linking *with = linking_new(tables);
    const clock_t begun = clock();
    const link_document first = {buf_str(&text), statements, count};
    const link_document second = {buf_str(&text), statements, count - 1};
    linkable *a = linkable_new(tables, &first);
    linkable *b = linkable_new(tables, &second);
    assert_true(link_two(with, a, a, memory).pair_count >= count - 1);
    assert_true(link_two(with, a, b, memory).pair_count >= count);
    const double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    linkable_free(a);
    linkable_free(b);
    linking_free(with);
    linker_free(tables);
    buf_free(&text);
    arena_free(memory);
    return seconds;
}

static void test_a_document_that_repeats_itself(void **state) {
    (void)state;
    const double few = seconds_for_echoes(1000);
    const double many = seconds_for_echoes(5000);
    assert_true(many < 15 * few + 0.1); /* five times as many; a square would be 25 */
}

static size_t count_variants(store *in, str document, size_t place, const char *first) {
    arena *memory = arena_new();
    hearsay_variant *variants;
    store_hit *hits;
    size_t count;
    size_t fullest;
    assert_int_equal(store_utterance(in, key_of(in, document), place, memory, &variants, &hits,
                                     &count, &fullest, NULL),
                     HEARSAY_OK);
    assert_true(fullest < count);
    assert_string_equal(variants[0].said.document.id.data, first);
    arena_free(memory);
    return count;
}

/* Without dates by id; with dates by these, whatever a statement's document says; what quotes
 * itself is its own variant. */
static void test_dates_that_are_missing_or_contradict(void **state) {
    (void)state;
    arena *memory = arena_new();
    static const uint64_t SAME[SAID] = {100, 101, 102, 100};
    article twice;
    make_article(&twice, memory, 1, SAME);
    twice.said[0].type = twice.said[3].type = HEARSAY_DIRECT;
    store *self = open_anew();
    add_as(self, &twice, STR("b"), STR(""), true);
    assert_int_equal(count_variants(self, STR("b"), 0, "b"), 2);
    add_as(self, &twice, STR("a"), STR(""), true);
    assert_int_equal(count_variants(self, STR("b"), 0, "a"), 4);
    add_as(self, &twice, STR("c"), STR("2031-05-01"), true);
    assert_int_equal(count_variants(self, STR("a"), 3, "c"), 6);
    add_as(self, &twice, STR("d"), STR("2031-13-45"), true);
    assert_int_equal(count_variants(self, STR("a"), 3, "c"), 8);
    add_as(self, &twice, STR("e"), STR("2031-04-01/2031-03-01"), true);
    assert_int_equal(count_variants(self, STR("a"), 3, "e"), 10);
    store_close(self);
    arena_free(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_nothing_is_left),
        cmocka_unit_test(test_copies_are_linked_as_one),
        cmocka_unit_test(test_a_phrase_in_every_document),
        cmocka_unit_test(test_a_document_that_repeats_itself),
        cmocka_unit_test(test_dates_that_are_missing_or_contradict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

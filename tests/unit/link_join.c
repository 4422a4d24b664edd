/* Linking as a join: whatever the order, the same links; copies fold; time goes with what comes in.
 */
#include "base/buf.h"
#include "base/vec.h"
#include "link/link.h"
#include "support/check.h"
#include "support/random.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BODY = 24, STATEMENTS = 4, SENTENCES = 30 };

static const char *const WORDS[] = {"harbour",  "minister", "the", "of",      "not",     "may",
                                    "dredging", "crane",    "a",   "pilots",  "ferry",   "and",
                                    "closed",   "tariff",   "to",  "Ortova",  "tugboat", "in",
                                    "inquiry",  "salvage",  "42",  "pontoon", "was",     "strike"};

typedef struct {
    arena *memory;
    link_document documents[BODY];
} body;

static str sentence(arena *memory, uint64_t seed) {
    buf out = {0};
    const size_t words = 4 + random_below(&seed, 12);
    for (size_t i = 0; i < words; i++) {
        buf_printf(&out, "%s%s", i > 0 ? " " : "",
                   WORDS[random_below(&seed, sizeof WORDS / sizeof *WORDS)]);
    }
    const str made = {str_copy(memory, buf_str(&out)), out.size};
    buf_free(&out);
    return made;
}

/* Documents of sentences from a small stock, so that many are in several; each is a statement. */
static void make_body(body *self, uint64_t seed) {
    self->memory = arena_new();
    for (size_t d = 0; d < BODY; d++) {
        link_document *document = &self->documents[d];
        link_statement *statements = arena_array(self->memory, link_statement, STATEMENTS);
        buf text = {0};
        buf id = {0};
        for (size_t i = 0; i < STATEMENTS; i++) {
            const str words = sentence(self->memory, random_below(&seed, SENTENCES));
            span *content = arena_array(self->memory, span, 1);
            *content = (span){text.size, text.size + words.size};
            buf_put(&text, words);
            buf_putc(&text, '\n');
            statements[i] = (link_statement){.speaker = i % 2 ? STR("Ana Ortova") : STR("Tom Reed"),
                                             .type = i % 3 ? LINK_DIRECT : LINK_INDIRECT,
                                             .said = true,
                                             .confidence = 0.9F,
                                             .content = content,
                                             .content_count = 1};
        }
        buf_printf(&id, "document %zu", d);
        *document = (link_document){{str_copy(self->memory, buf_str(&id)), id.size},
                                    {str_copy(self->memory, buf_str(&text)), text.size},
                                    statements,
                                    STATEMENTS};
        buf_free(&text);
        buf_free(&id);
    }
}

#define SHUFFLE(items, count, seed)                                                                \
    for (size_t left = (count); left > 1; left--) {                                                \
        const size_t other = random_below(seed, left);                                             \
        const __typeof__(*(items)) held = (items)[left - 1];                                       \
        (items)[left - 1] = (items)[other];                                                        \
        (items)[other] = held;                                                                     \
    }

static int by_bytes(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What was found, without any trace of the order in which it was given. */
static void put_links(buf *out, const body *of, const linker *with) {
    arena *memory = arena_new();
    const links found = link_statements(with, of->documents, BODY, memory);
    const reprints copied = link_reprints(with, of->documents, BODY, memory);
    VEC(char *) lines = {0};
    buf line = {0};
    for (size_t i = 0; i < found.count; i++) {
        const link_pair *each = &found.pairs[i];
        buf_clear(&line);
        buf_printf(&line, "%s %zu-%zu, %s %zu-%zu: %s %u %.6f",
                   of->documents[each->a.document].id.data, each->a.where.begin, each->a.where.end,
                   of->documents[each->b.document].id.data, each->b.where.begin, each->b.where.end,
                   link_kind_name(each->kind), each->flags, (double)each->confidence);
        vec_push(&lines, str_copy(memory, buf_str(&line)));
    }
    for (size_t i = 0; i < copied.count; i++) {
        const link_passage *each = &copied.items[i];
        buf_clear(&line);
        buf_printf(&line, "%s %zu-%zu copied, %s %zu-%zu: %zu", of->documents[each->a].id.data,
                   each->in_a.begin, each->in_a.end, of->documents[each->b].id.data,
                   each->in_b.begin, each->in_b.end, each->words);
        vec_push(&lines, str_copy(memory, buf_str(&line)));
    }
    if (lines.count > 0) {
        qsort(lines.items, lines.count, sizeof *lines.items, by_bytes);
    }
    for (size_t i = 0; i < lines.count; i++) {
        buf_printf(out, "%s\n", lines.items[i]);
    }
    assert_true(lines.count > BODY); /* something was found */
    buf_free(&line);
    vec_free(&lines);
    arena_free(memory);
}

static void test_order_does_not_matter(void **state) {
    uint64_t seed = 7;
    for (size_t round = 0; round < 20; round++) {
        body of;
        buf first = {0};
        buf second = {0};
        make_body(&of, round);
        put_links(&first, &of, *state);
        SHUFFLE(of.documents, BODY, &seed)
        for (size_t d = 0; d < BODY; d++) {
            link_statement *statements = (link_statement *)of.documents[d].statements;
            SHUFFLE(statements, STATEMENTS, &seed)
        }
        put_links(&second, &of, *state);
        assert_string_equal(first.data, second.data);
        buf_free(&first);
        buf_free(&second);
        arena_free(of.memory);
    }
}

/* `count` copies of one document of thirteen statements, under other ids. */
static double seconds_for_copies(const linker *with, size_t count) {
    arena *memory = arena_new();
    buf text = {0};
    link_statement statements[13];
    span content[13];
    for (size_t i = 0; i < 13; i++) {
        const str words = sentence(memory, 100 + i);
        content[i] = (span){text.size, text.size + words.size};
        buf_put(&text, words);
        buf_putc(&text, '\n');
        statements[i] =
            (link_statement){STR("Ana Ortova"), LINK_DIRECT, true, false, 0.9F, &content[i], 1};
    }
    link_document *documents = arena_array(memory, link_document, count);
    for (size_t i = 0; i < count; i++) {
        buf id = {0};
        buf_printf(&id, "copy %zu", i);
        documents[i] = (link_document){
            {str_copy(memory, buf_str(&id)), id.size}, buf_str(&text), statements, 13};
        buf_free(&id);
    }
    const clock_t begun = clock();
    const links found = link_statements(with, documents, count, memory);
    const reprints copied = link_reprints(with, documents, count, memory);
    const double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    assert_int_equal(found.count, 13); /* each statement with itself, for all the copies */
    assert_int_equal(copied.count, 1);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(found.same_as[i], found.same_as[0]);
    }
    buf_free(&text);
    arena_free(memory);
    return seconds;
}

static void test_copies_are_linked_as_one(void **state) {
    const double few = seconds_for_copies(*state, 1000);
    const double many = seconds_for_copies(*state, 10000);
    assert_true(many < 40 * few + 0.05); /* ten times as many; a square would be a hundred */
}

static void test_nothing_gives_nothing(void **state) {
    arena *memory = arena_new();
    const link_document empty = {STR("a"), STR(""), NULL, 0};
    assert_int_equal(link_statements(*state, NULL, 0, memory).count, 0);
    assert_int_equal(link_statements(*state, &empty, 1, memory).count, 0);
    assert_int_equal(link_reprints(*state, &empty, 1, memory).count, 0);
    arena_free(memory);
}

static int set_up(void **state) {
    *state = linker_new();
    return 0;
}

static int tear_down(void **state) {
    linker_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_copies_are_linked_as_one),
        cmocka_unit_test(test_nothing_gives_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

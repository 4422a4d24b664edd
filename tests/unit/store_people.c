/* Who is one in a store: the same as when all is judged at once, in whatever order documents come
 * and go; and what a user decides holds. */
#include "support/check.h"
#include "support/findings.h"
#include "support/random.h"
#include "support/told.h"

#include "base/buf.h"
#include "base/vec.h"
#include "identify/identify.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { DOCUMENTS = 16 };

static const char *const PATH = "store_people.db";

static const char *const LINES[DOCUMENTS] = {
    "George W. Bush",
    "George H. W. Bush",
    "George Bush",
    "President George W. Bush; Bush",
    "Sergei Lavrov / foreign minister",
    "Sergey Lavrov",
    "John Smith / coach / m / Ada Moreno; Oak Valley Hospital",
    "John Smith / / m / Oak Valley Hospital; Ada Moreno",
    "John Smith",
    "Obama / President / m / Ken Salazar; Alan Thornhill",
    "Barack Obama / President / m / Alan Thornhill; Ken Salazar",
    "Barack Obama",
    "body: Society for Conservation Biology; SCB",
    "body: SCB",
    "body: Siam Commercial Bank; SCB",
    "Gary Locke",
};

static store *open_anew(void) {
    store *made = NULL;
    hearsay_error error;
    static const char *const ENDS[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s", PATH, ENDS[i]);
        unlink(name);
    }
    assert_int_equal(store_open(PATH, HEARSAY_STORE_CREATE, &made, &error), HEARSAY_OK);
    return made;
}

/* A document in which the speaker of a line says one thing. */
static void add(store *to, size_t number, arena *memory) {
    static const hearsay_span SPAN = {0, 4};
    told *one = told_speaker(str_from(LINES[number]), number, memory);
    char name[24];
    snprintf(name, sizeof name, "document-%zu", number);
    char *id = str_copy(memory, str_from(name));
    const hearsay_statement said = {.id = id,
                                    .cue = {&SPAN, 1},
                                    .content = {&SPAN, 1},
                                    .confidence = 1,
                                    .speaker = one->who.name,
                                    .speaker_id = one->who.id,
                                    .parent = HEARSAY_NO_PARENT};
    const store_findings found = {.made_by = STR("test"),
                                  .found = STR("{}"),
                                  .statements = &said,
                                  .statement_count = 1,
                                  .speakers = &one->who,
                                  .speaker_count = 1,
                                  .named = one->named,
                                  .named_count = one->named_count};
    const store_document document = {.metadata = {.id = {id, strlen(id)}}, .text = str_from(id)};
    hearsay_added outcome;
    hearsay_error error;
    assert_int_equal(store_add(to, &document, &found, true, &outcome, &error), HEARSAY_OK);
    assert_int_equal(outcome, HEARSAY_ADDED_NEW);
}

static void remove_document(store *from, size_t number) {
    char name[24];
    int64_t key;
    hearsay_error error;
    snprintf(name, sizeof name, "document-%zu", number);
    assert_int_equal(store_find(from, str_from(name), &key, &error), HEARSAY_OK);
    assert_int_equal(store_remove(from, key, &error), HEARSAY_OK);
}

/* The id of the person that a document's speaker is. */
static str person_of(store *in, size_t number, arena *memory) {
    store_person *found;
    size_t count;
    hearsay_error error;
    char id[24];
    snprintf(id, sizeof id, "speaker-%zu", number);
    assert_int_equal(store_people(in, str_from(id), memory, &found, &count, &error), HEARSAY_OK);
    assert_int_equal(count, 1);
    return (str){found[0].id.data, found[0].id.size};
}

static bool are_one(store *in, size_t a, size_t b) {
    arena *memory = arena_new();
    bool one = str_equal(person_of(in, a, memory), person_of(in, b, memory));
    arena_free(memory);
    return one;
}

static void judge_at_once(const bool *there, size_t *groups, arena *memory) {
    speaker_profile profiles[DOCUMENTS];
    size_t places[DOCUMENTS], count = 0, found[DOCUMENTS];
    for (size_t i = 0; i < DOCUMENTS; i++) {
        if (there[i]) {
            told *one = told_speaker(str_from(LINES[i]), i, memory);
            identify_profile(&one->who, one->named, one->named_count, memory, &profiles[count]);
            places[count++] = i;
        }
    }
    identify_all(profiles, count, memory, found);
    for (size_t i = 0; i < count; i++) {
        groups[places[i]] = places[found[i]];
    }
}

static void check_all(store *in, const bool *there) {
    arena *memory = arena_new();
    size_t groups[DOCUMENTS];
    judge_at_once(there, groups, memory);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        for (size_t k = 0; k < i; k++) {
            if (there[i] && there[k]) {
                assert_int_equal(are_one(in, i, k), groups[i] == groups[k]);
            }
        }
    }
    arena_free(memory);
}

static void test_any_order(void **state) {
    (void)state;
    uint64_t random = 6;
    for (int round = 0; round < 6; round++) {
        store *made = open_anew();
        arena *memory = arena_new();
        bool there[DOCUMENTS] = {false};
        size_t order[DOCUMENTS];
        for (size_t i = 0; i < DOCUMENTS; i++) {
            size_t at = random_below(&random, i + 1);
            order[i] = i;
            order[i] = order[at];
            order[at] = i;
        }
        for (size_t i = 0; i < DOCUMENTS; i++) {
            add(made, order[i], memory);
            there[order[i]] = true;
        }
        check_all(made, there);
        for (size_t i = 0; i < DOCUMENTS / 3; i++) { /* some go, in another order */
            size_t gone = order[(7 * i + 3) % DOCUMENTS];
            remove_document(made, gone);
            there[gone] = false;
        }
        check_all(made, there);
        arena_free(memory);
        store_close(made);
    }
}

static void test_decisions(void **state) {
    (void)state;
    hearsay_error error;
    store *made = open_anew();
    arena *memory = arena_new();
    for (size_t i = 0; i < DOCUMENTS - 1; i++) {
        add(made, i, memory);
    }
    assert_true(are_one(made, 10, 11));
    assert_int_equal(store_part(made, STR("speaker-10"), STR("speaker-11"), 1, &error), HEARSAY_OK);
    assert_false(are_one(made, 10, 11)); /* of one name, and yet two */
    assert_int_equal(store_undecide(made, STR("speaker-11"), STR("speaker-10"), &error),
                     HEARSAY_OK);
    assert_true(are_one(made, 10, 11));
    assert_false(are_one(made, 2, 4));
    assert_int_equal(store_join(made, STR("speaker-2"), STR("Sergei Lavrov"), 2, &error),
                     HEARSAY_OK);
    assert_true(are_one(made, 2, 4));
    assert_true(are_one(made, 2, 5)); /* and who is one with him */
    add(made, DOCUMENTS - 1, memory);
    assert_true(are_one(made, 2, 5));
    assert_int_equal(store_part(made, STR("speaker-2"), STR("Sergei Lavrov"), 3, &error),
                     HEARSAY_OK);
    assert_false(are_one(made, 2, 4));
    assert_int_equal(store_join(made, STR("speaker-2"), STR("Nobody"), 4, &error), HEARSAY_MISSING);
    assert_int_equal(store_undecide(made, STR("speaker-0"), STR("speaker-1"), &error),
                     HEARSAY_MISSING);
    arena_free(memory);
    store_close(made);
}

static void test_names_and_evidence(void **state) {
    (void)state;
    hearsay_error error;
    store *made = open_anew();
    arena *memory = arena_new();
    store_person *found;
    hearsay_alias *names;
    hearsay_bond *bonds;
    size_t count;
    add(made, 4, memory);
    add(made, 5, memory);
    assert_int_equal(store_people(made, STR("Sergej Lavrow"), memory, &found, &count, &error),
                     HEARSAY_OK); /* as nobody writes it */
    assert_int_equal(count, 1);
    assert_int_equal(found[0].speakers, 2);
    store_person_aliases(made, found[0].key, memory, &names, &count, &error);
    assert_int_equal(count, 2);
    store_person_bonds(made, found[0].key, memory, &bonds, &count, &error);
    assert_int_equal(count, 1);
    assert_memory_equal(bonds[0].reasons[0].data, "spelling: ", 10);
    assert_memory_equal(bonds[0].document.data, "document-", 9);
    store_people(made, STR("Lavrov"), memory, &found, &count, &error);
    assert_int_equal(count, 0);
    arena_free(memory);
    store_close(made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_decisions),
        cmocka_unit_test(test_names_and_evidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

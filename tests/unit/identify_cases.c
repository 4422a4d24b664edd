/* The cases of speakers across documents, and what holds for any speakers: groups that do not
 * depend on the order in which they come, and verdicts that do not depend on which comes first. */
#include "support/cases.h"
#include "support/check.h"
#include "support/findings.h"
#include "support/random.h"
#include "support/told.h"

#include "base/buf.h"
#include "identify/identify.h"

#include <stdio.h>
#include <string.h>

enum { LINES_MAX = 64 };

static size_t read_profiles(str text, arena *into, speaker_profile *out) {
    size_t count = 0;
    while (text.size > 0 && count < LINES_MAX) {
        const told *one = told_speaker(findings_take(&text, '\n'), count, into);
        identify_profile(&one->who, one->named, one->named_count, into, &out[count++]);
    }
    return count;
}

static void check_case(const test_case *each, void *unused) {
    (void)unused;
    arena *memory = arena_new();
    speaker_profile profiles[LINES_MAX];
    size_t groups[LINES_MAX];
    size_t count = read_profiles(each->sections[0], memory, profiles);
    identify_all(profiles, count, memory, groups);
    char letters[LINES_MAX];
    buf out = {0};
    char next = 'A';
    for (size_t i = 0; i < count; i++) {
        letters[i] = groups[i] == i ? next++ : letters[groups[i]];
        buf_put(&out, i > 0 ? STR(" ") : STR(""));
        buf_putc(&out, letters[i]);
    }
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    arena_free(memory);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("identify", check_case, NULL), 0);
}

/* --- for any speakers ------------------------------------------------------------------------- */

static const char *const GIVEN[] = {"George", "George W.", "George H. W.", "G.", "Sergei",
                                    "Sergey", "Bill",      "William",      "Jo", "John",
                                    "",       "Xi",        "Michelle",     "王", "Ünal"};
static const char *const FAMILY[] = {"Bush", "Lavrov", "Smith", "Obama", "Strauss-Kahn", "Jinping"};
static const char *const BODIES[] = {"SCB",
                                     "Society for Conservation Biology; SCB",
                                     "FBI",
                                     "Siam Commercial Bank; SCB",
                                     "Defense Ministry",
                                     "Seacom"};
static const char *const OTHERS[] = {"Ada Moreno", "Oak Valley Hospital", "Ken Salazar",
                                     "Wildlife Society", "Alan Thornhill"};
#define ONE_OF(list, random) (list)[random_below(random, sizeof(list) / sizeof *(list))]

static void put_speaker(buf *out, uint64_t *random) {
    static const char *const SUFFIXES[] = {"", "", "", " Jr.", " III"};
    static const char *const ROLES[] = {"", "President", "coach"};
    static const char *const SEXES[] = {"", "m", "f"};
    if (random_below(random, 4) == 0) {
        buf_printf(out, "body: %s", ONE_OF(BODIES, random));
    } else {
        buf_printf(out, "%s %s%s", ONE_OF(GIVEN, random), ONE_OF(FAMILY, random),
                   ONE_OF(SUFFIXES, random));
    }
    buf_printf(out, " / %s / %s / %s; %s\n", ONE_OF(ROLES, random), ONE_OF(SEXES, random),
               ONE_OF(OTHERS, random), ONE_OF(OTHERS, random));
}

/* Whether the same pairs are together in both; `places` tells where each stands in the second. */
static bool same_groups(const size_t *one, const size_t *other, const size_t *places,
                        size_t count) {
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if ((one[i] == one[k]) != (other[places[i]] == other[places[k]])) {
                return false;
            }
        }
    }
    return true;
}

static void check_orders(const speaker_profile *profiles, size_t count, uint64_t *random,
                         arena *memory) {
    size_t first[LINES_MAX], groups[LINES_MAX], places[LINES_MAX] = {0};
    speaker_profile shuffled[LINES_MAX];
    identify_all(profiles, count, memory, first);
    for (int order = 0; order < 5; order++) {
        size_t which[LINES_MAX];
        for (size_t i = 0; i < count; i++) {
            size_t at = random_below(random, i + 1);
            which[i] = i;
            which[i] = which[at];
            which[at] = i;
        }
        for (size_t i = 0; i < count; i++) {
            shuffled[i] = profiles[which[i]];
            places[which[i]] = i;
        }
        identify_all(shuffled, count, memory, groups);
        assert_true(same_groups(first, groups, places, count));
    }
}

static void test_order_does_not_matter(void **state) {
    (void)state;
    uint64_t random = 6;
    size_t joined = 0;
    buf text = {0};
    for (int round = 0; round < 150; round++) {
        arena *memory = arena_new();
        speaker_profile profiles[LINES_MAX];
        size_t groups[LINES_MAX];
        buf_clear(&text);
        for (int i = 0; i < 24; i++) {
            put_speaker(&text, &random);
        }
        size_t count = read_profiles(buf_str(&text), memory, profiles);
        check_orders(profiles, count, &random, memory);
        identify_all(profiles, count, memory, groups);
        for (size_t i = 0; i < count; i++) {
            joined += groups[i] != i;
        }
        arena_free(memory);
    }
    assert_true(joined > 100); /* else nothing was tested */
    buf_free(&text);
}

static void test_either_may_come_first(void **state) {
    (void)state;
    uint64_t random = 7;
    buf text = {0};
    for (int round = 0; round < 2000; round++) {
        arena *memory = arena_new();
        speaker_profile both[LINES_MAX] = {0};
        identify_verdict one, other;
        buf_clear(&text);
        put_speaker(&text, &random);
        put_speaker(&text, &random);
        read_profiles(buf_str(&text), memory, both);
        identify_judge(both[0].text, both[1].text, both[0].keys, both[0].key_count, memory, &one);
        identify_judge(both[1].text, both[0].text, both[0].keys, both[0].key_count, memory, &other);
        assert_int_equal(one.strength, other.strength);
        assert_int_equal(one.evidence_count, other.evidence_count);
        assert_int_equal(identify_apart(both[0].text, both[1].text),
                         identify_apart(both[1].text, both[0].text));
        arena_free(memory);
    }
    buf_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_order_does_not_matter),
        cmocka_unit_test(test_either_may_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

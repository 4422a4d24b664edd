/* The lists that a segmenter is made of, and what is asked of a segmentation. */
#include "support/check.h"

#include "base/letters.h"
#include "base/lexicon.h"
#include "segment/segment.h"
#include "segment/vocabulary.h"
#include "segment/words.h"

#include <stdio.h>
#include <string.h>

static void test_lexicon(void **state) {
    enum { MANY = 10000, SIZE = 8 };
    static char keys[MANY][SIZE];
    (void)state;
    lexicon self = {0};
    assert_null(lexicon_find(&self, STR("1")));
    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(keys[i], SIZE, "%u", i);
        *lexicon_put(&self, str_from(keys[i])) = i;
    }
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(*lexicon_find(&self, str_from(keys[i])), i);
    }
    assert_int_equal(self.count, MANY);
    assert_null(lexicon_find(&self, STR("10000")));
    assert_null(lexicon_find(&self, STR("")));
    *lexicon_put(&self, STR("")) += 7;
    *lexicon_put(&self, STR("")) += 7;
    assert_int_equal(*lexicon_find(&self, (str){NULL, 0}), 14);
    assert_int_equal(self.count, MANY + 1);
    lexicon_free(&self);
}

static void test_vocabulary(void **state) {
    (void)state;
    wordpieces self = vocabulary_read(STR("[PAD]\na\n[UNK]\n\n##ab\n##\nb\nb"));
    assert_int_equal(self.unknown, 2);
    assert_int_equal(*lexicon_find(&self.first, STR("a")), 1);
    assert_int_equal(*lexicon_find(&self.further, STR("ab")), 4); /* empty lines count */
    assert_int_equal(*lexicon_find(&self.first, STR("##")), 5);
    assert_int_equal(*lexicon_find(&self.first, STR("b")), 7); /* the last one */
    assert_null(lexicon_find(&self.further, STR("a")));
    assert_int_equal(self.longest, strlen("[UNK]"));
    vocabulary_free(&self);
}

static void test_words(void **state) {
    (void)state;
    lexicon self = words_read(STR("# a comment\r\n mr+ \nno\n\n[starters]\nno\n[elisions]\nem"));
    assert_int_equal(words_find(&self, STR("MR")), WORD_ABBREVIATION | WORD_LEADS_ON);
    assert_int_equal(words_find(&self, STR("No")), WORD_ABBREVIATION | WORD_STARTER);
    assert_int_equal(words_find(&self, STR("em")), WORD_ELIDED);
    assert_int_equal(words_find(&self, STR("# a comment")), 0);
    assert_int_equal(words_find(&self, STR("")), 0);
    assert_int_equal(words_find(&self, STR("ȺȺȺȺȺȺȺȺȺȺȺȺ")), 0); /* longer in small letters */
    assert_int_equal(words_find(&self, STR("a word that is longer than any in a list")), 0);
    lexicon_free(&self);
}

static void test_word_at(void **state) {
    (void)state;
    assert_true(str_equal(word_at(STR("a Tarn's"), 2, 8), STR("Tarn")));
    assert_true(str_equal(word_at(STR("été_1."), 0, 8), STR("été_1")));
    assert_int_equal(word_at(STR("a b"), 1, 3).size, 0);
}

static void test_letters(void **state) {
    (void)state;
    assert_true(is_letter(0xE9) && is_letter(0x5E02) && !is_letter('1') && !is_letter(0x301));
    assert_true(is_lower(0xE9) && !is_lower(0xC9) && is_lower(0x24D0) && !is_lower(0x5E02));
    assert_true(is_upper(0xC9) && !is_upper(0xE9) && !is_upper('1'));
    assert_true(is_alphanumeric(0xBD) && is_alphanumeric(0x660) && !is_alphanumeric('_'));
    assert_true(is_digit(0x660) && !is_digit(0xBD));
    assert_true(is_space(0xA0) && is_space(0x2028) && is_space(0x1C) && !is_space(0x200B));
    assert_true(is_space(NO_CHARACTER) && !is_letter(NO_CHARACTER) && !is_lower(NO_CHARACTER));
    assert_false(is_alphanumeric(NO_CHARACTER) || is_digit(NO_CHARACTER) || is_upper(NO_CHARACTER));
    assert_true(is_one_of(0x201D, "“”") && !is_one_of(0x2018, "“”") && !is_one_of('a', ""));
}

static quoted how_quoted(str shown, const span *parts, size_t count) {
    segmenter *with = segmenter_new(STR("[UNK]\n"), STR(""));
    arena *memory = arena_new();
    segmentation text;
    segment(with, shown, memory, &text);
    quoted found = segment_quoted(&text, parts, count);
    arena_free(memory);
    segmenter_free(with);
    return found;
}

static void test_quoted(void **state) {
    (void)state;
    const str text = STR("He said \"no way\" twice, 'oh yes' once.");
    span no_way = {9, 15};
    span with_marks = {8, 16};
    span half = {10, 12};
    span twice = {17, 22};
    span mixed = {9, 22};
    span yes = {25, 31};
    span marks = {8, 9};
    assert_int_equal(how_quoted(text, &no_way, 1), QUOTED_ALL);
    assert_int_equal(how_quoted(text, &with_marks, 1), QUOTED_ALL);
    assert_int_equal(how_quoted(text, &half, 1), QUOTED_ALL);
    assert_int_equal(how_quoted(text, &twice, 1), QUOTED_NONE);
    assert_int_equal(how_quoted(text, &mixed, 1), QUOTED_SOME);
    assert_int_equal(how_quoted(text, &yes, 1), QUOTED_ALL);    /* single marks too */
    assert_int_equal(how_quoted(text, &marks, 1), QUOTED_NONE); /* no word at all */
    assert_int_equal(how_quoted(text, NULL, 0), QUOTED_NONE);
    const span both[] = {{9, 15}, {25, 31}};
    const span one_each[] = {{0, 7}, {9, 15}};
    assert_int_equal(how_quoted(text, both, 2), QUOTED_ALL);
    assert_int_equal(how_quoted(text, one_each, 2), QUOTED_SOME);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lexicon), cmocka_unit_test(test_vocabulary),
        cmocka_unit_test(test_words),   cmocka_unit_test(test_word_at),
        cmocka_unit_test(test_letters), cmocka_unit_test(test_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

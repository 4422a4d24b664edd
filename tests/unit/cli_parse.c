#include "cli/parse.h"

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/quotes.h"
#include "cli/suggest.h"
#include "hearsay.h"
#include "support/check.h"

#include <ctype.h>
#include <string.h>

enum { ARGUMENTS_MAX = 16 };

enum { LIST, JSONL }; /* in the table of flags */

typedef struct {
    quotes_options options;
    char words[256]; /* of the arguments, each ended by a 0 byte */
    char *arguments[ARGUMENTS_MAX];
    size_t files;
    buf problem;
} parsing;

/* Parses arguments that are parted by single spaces. */
static parsed parse(parsing *self, const char *line) {
    size_t count = 0;
    *self = (parsing){.files = 0};
    strncpy(self->words, line, sizeof self->words - 1);
    for (char *word = strtok(self->words, " "); word != NULL; word = strtok(NULL, " ")) {
        assert_true(count < ARGUMENTS_MAX);
        self->arguments[count++] = word;
    }
    return parse_arguments(QUOTES_FLAGS, self->arguments, count, &self->options, &self->files,
                           &self->problem);
}

static void expect_problem(const char *line, const char *wanted) {
    parsing self;
    assert_int_equal(parse(&self, line), PARSED_WRONG);
    assert_string_equal(self.problem.data, wanted);
    buf_free(&self.problem);
}

/* --- flags ------------------------------------------------------------------------------------ */

static void test_what_is_not_given(void **state) {
    (void)state;
    parsing self;
    assert_int_equal(parse(&self, ""), PARSED);
    assert_int_equal(self.files, 0);
    assert_int_equal(self.options.format, LIST);
    assert_null(self.options.output);
    assert_true(self.options.min_confidence == HEARSAY_MIN_CONFIDENCE);
    assert_int_equal(self.options.max_size, 16 << 20);
    assert_int_equal(self.options.threads, 0);
    assert_int_equal(self.options.color, WHEN_AUTO);
    assert_false(self.options.with_text || self.options.quiet);
}

static void test_every_form(void **state) {
    (void)state;
    parsing self;
    assert_int_equal(parse(&self, "a.txt --format=jsonl -o out --threads 4 b.txt --with-text -q "
                                  "--min-confidence=.5 --max-size 1M"),
                     PARSED);
    assert_int_equal(self.files, 2);
    assert_string_equal(self.arguments[0], "a.txt");
    assert_string_equal(self.arguments[1], "b.txt");
    assert_int_equal(self.options.format, JSONL);
    assert_string_equal(self.options.output, "out");
    assert_int_equal(self.options.threads, 4);
    assert_true(self.options.with_text && self.options.quiet);
    assert_true(self.options.min_confidence == 0.5);
    assert_int_equal(self.options.max_size, 1 << 20);
    assert_int_equal(parse(&self, "-oout"), PARSED);
    assert_string_equal(self.options.output, "out");
    assert_int_equal(parse(&self, "-qo out"), PARSED);
    assert_true(self.options.quiet);
    assert_string_equal(self.options.output, "out");
    assert_int_equal(parse(&self, "-qoout a"), PARSED);
    assert_string_equal(self.options.output, "out");
    assert_int_equal(self.files, 1);
}

static void test_what_is_a_file(void **state) {
    (void)state;
    parsing self;
    assert_int_equal(parse(&self, "- -- --format -q --"), PARSED);
    assert_int_equal(self.files, 4);
    assert_string_equal(self.arguments[0], "-");
    assert_string_equal(self.arguments[1], "--format");
    assert_string_equal(self.arguments[3], "--");
    assert_false(self.options.quiet);
}

static void test_the_last_one_counts(void **state) {
    (void)state;
    parsing self;
    assert_int_equal(parse(&self, "--format=jsonl --format=list"), PARSED);
    assert_int_equal(self.options.format, LIST);
}

static void test_a_value_that_may_be_left_out(void **state) {
    (void)state;
    parsing self;
    assert_int_equal(parse(&self, "--progress a.txt --color"), PARSED);
    assert_int_equal(self.options.progress, WHEN_ALWAYS);
    assert_int_equal(self.options.color, WHEN_ALWAYS);
    assert_int_equal(self.files, 1);
    assert_int_equal(parse(&self, "--progress never --color=never"), PARSED);
    assert_int_equal(self.options.progress, WHEN_NEVER);
    assert_int_equal(self.options.color, WHEN_NEVER);
    assert_int_equal(self.files, 0);
}

static void test_help(void **state) {
    (void)state;
    parsing self;
    assert_int_equal(parse(&self, "a.txt --help --nonsense"), PARSED_HELP);
    assert_int_equal(parse(&self, "-qh"), PARSED_HELP);
}

static void test_problems(void **state) {
    (void)state;
    expect_problem("--fromat=list", "unknown option --fromat; did you mean --format?");
    expect_problem("--verbose", "unknown option --verbose");
    expect_problem("--confidence=1", "unknown option --confidence; did you mean --min-confidence?");
    expect_problem("--thr 3", "unknown option --thr; did you mean --threads?");
    expect_problem("-format=list", "unknown option -format; did you mean --format?");
    expect_problem("-x", "unknown option -x");
    expect_problem("--format=xml", "--format needs one of list, jsonl, csv, html, not xml");
    expect_problem("--format", "--format needs one of list, jsonl, csv, html");
    expect_problem("--threads=-1", "--threads needs a whole number from 0 to 256, not -1");
    expect_problem("--min-confidence 80", "--min-confidence needs a number from 0 to 1, such as "
                                          "0.8, not 80");
    expect_problem("--max-size=16X", "--max-size needs a size in bytes, such as 500K, 16M or 2G, "
                                     "not 16X");
    expect_problem("-o", "--output needs the name of a file");
    expect_problem("--output=", "--output needs the name of a file");
    expect_problem("--quiet=yes", "--quiet takes no value");
    expect_problem("--color=blue", "--color needs one of auto, always, never, not blue");
}

/* --- tables ----------------------------------------------------------------------------------- */

static void test_flags_are_whole(void **state) {
    (void)state;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        for (size_t j = 0; j < COMMANDS[i].flags->count; j++) {
            const flag *each = &COMMANDS[i].flags->items[j];
            size_t size = strlen(each->help);
            assert_true(size > 0 && each->help[size - 1] == '.');
            bool has_value = each->kind != FLAG_SWITCH && each->kind != FLAG_HELP;
            assert_true(has_value == (each->value != NULL));
            assert_true((each->kind == FLAG_CHOICE) == (each->choices != NULL));
        }
    }
}

/* At 80 columns no line of help is wider, and each flag has its own. */
static void test_help_pages(void **state) {
    (void)state;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        buf page = {0};
        help_put_command(&page, &COMMANDS[i], 80);
        for (char *line = strtok(page.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            assert_true(strlen(line) <= 82); /* an ellipsis is three bytes wide */
        }
        buf_free(&page);
    }
}

static void test_suggestions(void **state) {
    (void)state;
    static const char *const NAMES[] = {"format", "output", "min-confidence", "color", "quiet"};
    enum { COUNT = sizeof NAMES / sizeof *NAMES };
    assert_string_equal(suggest(STR("fromat"), NAMES, COUNT), "format");
    assert_string_equal(suggest(STR("colour"), NAMES, COUNT), "color");
    assert_string_equal(suggest(STR("ouput"), NAMES, COUNT), "output");
    assert_string_equal(suggest(STR("min"), NAMES, COUNT), "min-confidence");
    assert_string_equal(suggest(STR("min_confidence"), NAMES, COUNT), "min-confidence");
    assert_null(suggest(STR("nonsense"), NAMES, COUNT));
    assert_null(suggest(STR(""), NAMES, COUNT));
    assert_null(suggest(STR("an argument that is longer than any name that a flag may have"), NAMES,
                        COUNT));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_not_given),
        cmocka_unit_test(test_every_form),
        cmocka_unit_test(test_what_is_a_file),
        cmocka_unit_test(test_the_last_one_counts),
        cmocka_unit_test(test_a_value_that_may_be_left_out),
        cmocka_unit_test(test_help),
        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_flags_are_whole),
        cmocka_unit_test(test_help_pages),
        cmocka_unit_test(test_suggestions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

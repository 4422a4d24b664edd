/* The cases of attributing, what of it needs no model: see the tops of the files in
 * tests/cases/attribute. */
#include "attribute/continued.h"
#include "attribute/unfinished.h"
#include "support/cases.h"
#include "support/check.h"

#include "base/buf.h"

#include <string.h>

enum { RELATIONS = 2, PARTS = 4 };

/* A text with the relations a and b that its marks tell of. */
typedef struct {
    buf plain;
    span cues[RELATIONS], contents[RELATIONS][PARTS];
    relation made[RELATIONS];
} marked;

/* Whether a span begins here: "[a:" or "{a:". */
static bool begins(str text, size_t at) {
    return at + 2 < text.size && strchr("[{", text.data[at]) && text.data[at + 2] == ':' &&
           text.data[at + 1] >= 'a' && text.data[at + 1] < 'a' + RELATIONS;
}

static span *add_span(marked *into, char mark, size_t of) {
    relation *each = &into->made[of];
    if (mark == '{') {
        each->cue = (span_list){&into->cues[of], 1};
        return into->cues + of;
    }
    assert_true(each->content.count < PARTS);
    each->content.items = into->contents[of];
    return &into->contents[of][each->content.count++];
}

static void read_marked(str text, marked *out) {
    span *open[PARTS];
    size_t depth = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (begins(text, i)) {
            open[depth] = add_span(out, text.data[i], (size_t)(text.data[i + 1] - 'a'));
            open[depth++]->begin = out->plain.size;
            i += 2;
        } else if (depth > 0 && strchr("]}", text.data[i])) {
            open[--depth]->end = out->plain.size;
        } else {
            buf_putc(&out->plain, text.data[i]);
        }
    }
}

/* The marks that stand at a place: those that end before those that begin, and of those the outer
 * ones first. */
static void put_marks(buf *out, const marked *from, size_t at) {
    for (size_t i = 0; i < RELATIONS; i++) {
        const span_list content = from->made[i].content;
        for (size_t j = 0; j < content.count; j++) {
            buf_printf(out, "%s", content.items[j].end == at ? "]" : "");
        }
        buf_printf(out, "%s", from->made[i].cue.count && from->cues[i].end == at ? "}" : "");
    }
    for (size_t i = 0; i < RELATIONS; i++) {
        const char name = (char)('a' + (int)i);
        const span_list content = from->made[i].content;
        for (size_t j = 0; j < content.count; j++) {
            if (content.items[j].begin == at) {
                buf_printf(out, "[%c:", name);
            }
        }
        if (from->made[i].cue.count && from->cues[i].begin == at) {
            buf_printf(out, "{%c:", name);
        }
    }
}

static void put_marked(buf *out, const marked *from) {
    for (size_t i = 0; i <= from->plain.size; i++) {
        put_marks(out, from, i);
        if (i < from->plain.size) {
            buf_putc(out, from->plain.data[i]);
        }
    }
}

/* The relations that the text has, with their cues for sources. */
static size_t complete(marked *from, const segmentation *text) {
    size_t count = 0;
    for (; count < RELATIONS && from->made[count].content.count; count++) {
        relation *each = &from->made[count];
        each->source = each->cue;
        each->quoted = segment_quoted(text, each->content.items, each->content.count);
    }
    return count;
}

static void finish(const segmentation *text, marked *from, size_t count, arena *memory) {
    (void)memory;
    relations found = {0};
    for (size_t i = 0; i < count; i++) {
        vec_push(&found, from->made[i]);
    }
    finish_quotations(text, &found);
    vec_free(&found);
}

static bool is_reported(const marked *from, size_t count, span quoted_part) {
    bool reported = false;
    for (size_t i = 0; i < count; i++) {
        const span_list content = from->made[i].content;
        for (size_t j = 0; j < content.count; j++) {
            reported |= content.items[j].begin == quoted_part.begin;
        }
    }
    return reported;
}

static void go_on(const segmentation *text, marked *from, size_t count, arena *memory) {
    for (size_t i = 0; i < text->quotation_count; i++) {
        if (!is_reported(from, count, text->quotations[i].span)) {
            continue_quotation(text, &text->quotations[i], memory, from->made, count);
        }
    }
}

typedef void change(const segmentation *text, marked *from, size_t count, arena *memory);

static const struct {
    const char *file;
    change *make;
} CHANGES[] = {{"unfinished.txt", finish}, {"continued.txt", go_on}};

static void check_case(const test_case *each, void *context) {
    marked from = {0};
    read_marked(each->sections[0], &from);
    arena *memory = arena_new();
    segmentation text;
    segment(context, buf_str(&from.plain), memory, &text);
    size_t made = 0;
    for (size_t i = 0; i < sizeof CHANGES / sizeof *CHANGES; i++) {
        if (strcmp(strrchr(each->file, '/') + 1, CHANGES[i].file) == 0) {
            CHANGES[i].make(&text, &from, complete(&from, &text), memory);
            made++;
        }
    }
    assert_int_equal(made, 1); /* else a file that nobody checks */
    buf out = {0};
    put_marked(&out, &from);
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    arena_free(memory);
    buf_free(&from.plain);
}

static void test_cases(void **state) {
    (void)state;
    segmenter *with = segmenter_new(STR("[UNK]\n"), STR(""));
    assert_int_equal(cases_run("attribute", check_case, with), 0);
    segmenter_free(with);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

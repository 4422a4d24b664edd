/* The cases of what is told of statements: see the tops of the files in tests/cases/fields. */
#include "support/cases.h"
#include "support/check.h"
#include "support/findings.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "resolve/resolve.h"

#include <string.h>

typedef struct {
    buf vocabulary, words;
    segmenter *segmenter;
    resolver *resolver;
} tools;

typedef VEC(relation) relations;
typedef VEC(span) spans;

/* --- marked texts ----------------------------------------------------------------------------- */

/* The parts of a relation while its text is read. */
typedef struct {
    spans source, cue, content;
} parts;

static span_list list_of(const spans *from, arena *memory) {
    return (span_list){arena_copy(memory, from->items, from->count * sizeof(span)), from->count};
}

static void free_parts(parts *self) {
    vec_free(&self->source);
    vec_free(&self->cue);
    vec_free(&self->content);
}

enum { RELATIONS_MAX = 9, DEPTH_MAX = 16 };

/* Takes the marks {1s ...}, {1c ...}, {1: ...} from a text: source, cue and content of relation 1.
 */
static str unmark(str marked, parts *found, arena *memory) {
    char *text = arena_alloc(memory, marked.size + 1);
    size_t size = 0, depth = 0;
    spans *open[DEPTH_MAX] = {0};
    size_t begun[DEPTH_MAX] = {0};
    for (size_t i = 0; i < marked.size; i++) {
        if (marked.data[i] == '{' && i + 3 < marked.size) {
            parts *of = &found[marked.data[i + 1] - '1'];
            char role = marked.data[i + 2];
            open[depth] = role == 's' ? &of->source : role == 'c' ? &of->cue : &of->content;
            begun[depth++] = size;
            i += 3;
        } else if (marked.data[i] == '}' && depth > 0) {
            depth--;
            vec_push(open[depth], (span){begun[depth], size});
        } else {
            text[size++] = marked.data[i];
        }
    }
    return (str){text, size};
}

static relation_list relations_of(parts *found, const segmentation *text, arena *memory) {
    relations made = {0};
    for (size_t i = 0; i < RELATIONS_MAX && found[i].cue.count > 0; i++) {
        relation new = {.source = list_of(&found[i].source, memory),
                        .cue = list_of(&found[i].cue, memory),
                        .content = list_of(&found[i].content, memory),
                        .confidence = 1};
        new.quoted = segment_quoted(text, new.content.items, new.content.count);
        vec_push(&made, new);
        free_parts(&found[i]);
    }
    relation_list list = {arena_copy(memory, made.items, made.count * sizeof *made.items),
                          made.count};
    vec_free(&made);
    return list;
}

/* --- what is told ----------------------------------------------------------------------------- */

static void put(buf *out, const char *key, str value) {
    if (value.size > 0) {
        buf_printf(out, " %s=", key);
        buf_put(out, value);
    }
}

static void put_fields(buf *out, const resolved *self, str shown) {
    put(out, "speaker", self->who.name);
    put(out, "sourcing", str_from(hearsay_sourcing_name(self->sourcing)));
    put(out, "kind", str_from(hearsay_kind_name(self->kind)));
    put(out, "polarity", str_from(hearsay_polarity_name(self->polarity)));
    if (self->occasion != HEARSAY_OCCASION_UNKNOWN) {
        put(out, "occasion", str_from(hearsay_occasion_name(self->occasion)));
    }
    for (size_t i = 0; i < self->via.count; i++) {
        put(out, "via", self->via.items[i]);
    }
    put(out, "date", self->date);
    for (size_t i = 0; i < self->anonymity.count; i++) {
        put(out, "reason", str_slice(shown, self->anonymity.items[i]));
    }
    if (self->anonymous_sources > 0) {
        buf_printf(out, " count=%zu", self->anonymous_sources);
    }
}

static bool holds(str text, str part) {
    for (size_t i = 0; i + part.size <= text.size; i++) {
        if (str_equal(str_slice(text, (span){i, i + part.size}), part)) {
            return true;
        }
    }
    return false;
}

/* The fields that a line of the case names: "kind=belief | speaker=Ann" asks for these two, and
 * "-date" for no date. */
static void put_wanted(buf *out, str line, str all) {
    buf_clear(out);
    bool met = true;
    while (line.size > 0) {
        str field = findings_take(&line, '|');
        bool absent = field.size > 0 && field.data[0] == '-';
        str wanted = absent ? str_slice(field, (span){1, field.size}) : field;
        buf with = {0};
        buf_putc(&with, ' ');
        buf_put(&with, wanted);
        bool there = holds(all, buf_str(&with));
        met &= there != absent;
        buf_free(&with);
    }
    buf_put(out, met ? STR("") : all);
}

static void put_rest(buf *out, const resolution *found, str shown) {
    for (size_t i = 0; i < found->remark_count; i++) {
        buf_printf(out, "flag %s", found->remarks[i].kind);
        for (size_t k = 0; k < found->remarks[i].where.count; k++) {
            buf_put(out, STR(" | "));
            buf_put(out, str_slice(shown, found->remarks[i].where.items[k]));
        }
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < found->own_voice.count; i++) {
        buf_put(out, STR("own voice "));
        buf_put(out, str_slice(shown, found->own_voice.items[i]));
        buf_putc(out, '\n');
    }
}

static str next_line(str *rest) {
    return findings_take(rest, '\n');
}

static void compare(const test_case *each, const resolution *found, size_t count, str shown) {
    buf told = {0}, all = {0}, missing = {0};
    str wanted = each->sections[2];
    for (size_t i = 0; i < count; i++) {
        buf_clear(&all);
        put_fields(&all, &found->items[i], shown);
        put_wanted(&missing, next_line(&wanted), buf_str(&all));
        if (missing.size > 0) {
            buf_printf(&told, "%zu has%s\n", i + 1, missing.data);
        }
    }
    if (told.size > 0) {
        print_message("%s: %s\n%s", each->file, each->name, told.data);
        (*each->failures)++;
    }
    if (each->count > 3) {
        buf_clear(&all);
        put_rest(&all, found, shown);
        case_expect(each, 3, buf_str(&all));
    }
    buf_free(&told);
    buf_free(&all);
    buf_free(&missing);
}

static void check_case(const test_case *each, void *context) {
    const tools *with = context;
    arena *memory = arena_new();
    parts marked[RELATIONS_MAX] = {0};
    str shown = unmark(each->sections[0], marked, memory);
    segmentation text;
    segment(with->segmenter, shown, memory, &text);
    relation_list list = relations_of(marked, &text, memory);
    str about = each->sections[1];
    document_facts facts = {.date = findings_take(&about, '|')};
    facts.publisher = findings_take(&about, '|');
    facts.author = findings_take(&about, '|');
    resolution found;
    resolve(with->resolver, &text, &list, NULL, &facts, memory, &found);
    compare(each, &found, list.count, shown);
    arena_free(memory);
}

static void read_file(const char *path, buf *out) {
    hearsay_error error;
    if (file_read(path, 1 << 20, out, &error) != HEARSAY_OK) {
        fail_msg("%s", error.message);
    }
}

static void test_cases(void **state) {
    (void)state;
    tools with = {.resolver = resolver_new()};
    read_file(PROJECT_DIR "/tests/data/vocabulary.txt", &with.vocabulary);
    read_file(PROJECT_DIR "/data/abbreviations.txt", &with.words);
    with.segmenter = segmenter_new(buf_str(&with.vocabulary), buf_str(&with.words));
    assert_int_equal(cases_run("fields", check_case, &with), 0);
    segmenter_free(with.segmenter);
    resolver_free(with.resolver);
    buf_free(&with.vocabulary);
    buf_free(&with.words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

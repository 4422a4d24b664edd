#include "cli/article.h"

#include "base/vec.h"
#include "cli/html.h"
#include "engine/document.h"
#include "support/check.h"
#include "support/random.h"

#include <string.h>

/* Markup, marks of direction, line breaks, characters of several bytes. */
static const char TEXT[] = "# A <b> & \"c\"\n\n“No,” *he* said\n[that](http://a.example) it "
                           "\u202Ewas\u202C </p>\r\n so 👩\u200D🚀\n\n> and ‘on’\x1B[2J\n\n- end";

/* --- a page, read again ----------------------------------------------------------------------- */

typedef struct {
    VEC(str) open; /* names of elements */
    VEC(str) ids;
    buf text; /* within <div class="text">, but for the notes; unescaped it is not */
    bool within, notes;
} reader;

static str take_until(str *rest, const char *ends) {
    size_t size = 0;
    while (size < rest->size && strchr(ends, rest->data[size]) == NULL) {
        size++;
    }
    str part = {rest->data, size};
    *rest = (str){rest->data + size, rest->size - size};
    return part;
}

static bool is_void(str name) {
    return str_equal(name, STR("br"));
}

static void note_id(reader *self, str tag) {
    const char *id = strstr(tag.data, " id=\""); /* the page ends in a 0 byte */
    if (id == NULL || id >= tag.data + tag.size) {
        return;
    }
    str rest = {id + 5, (size_t)(tag.data + tag.size - id) - 5};
    str name = take_until(&rest, "\"");
    for (size_t i = 0; i < self->ids.count; i++) {
        assert_false(str_equal(self->ids.items[i], name));
    }
    vec_push(&self->ids, name);
}

static void read_tag(reader *self, str tag) {
    if (tag.data[0] == '/') {
        if (self->open.count == 0) {
            fail_msg("nothing to close: %.*s", (int)tag.size, tag.data);
            return;
        }
        str name = self->open.items[--self->open.count];
        assert_true(str_equal(name, str_slice(tag, (span){1, tag.size})));
        self->within = self->within && !str_equal(name, STR("div"));
        self->notes = self->notes && !str_equal(name, STR("ul"));
        return;
    }
    str rest = tag;
    str name = take_until(&rest, " ");
    note_id(self, tag);
    self->within = self->within || str_equal(tag, STR("div class=\"text\""));
    self->notes = self->notes || str_equal(name, STR("ul"));
    if (!is_void(name)) {
        vec_push(&self->open, name);
    }
}

static void read_page(reader *self, str page) {
    while (page.size > 0) {
        str text = take_until(&page, "<");
        assert_null(memchr(text.data, '>', text.size));
        bool between =
            self->open.count == 0 || str_equal(self->open.items[self->open.count - 1], STR("div"));
        if (self->within && !self->notes && !between) {
            buf_put(&self->text, text);
        }
        if (page.size > 0) {
            page = str_slice(page, (span){1, page.size});
            read_tag(self, take_until(&page, ">"));
            assert_true(page.size > 0);
            page = str_slice(page, (span){1, page.size});
        }
    }
    assert_int_equal(self->open.count, 0);
}

static void reader_free(reader *self) {
    vec_free(&self->open);
    vec_free(&self->ids);
    buf_free(&self->text);
}

/* --- statements of any kind ------------------------------------------------------------------- */

static size_t somewhere(uint64_t *seed, size_t from) {
    size_t at = from + (size_t)random_below(seed, sizeof TEXT - from);
    while (at < sizeof TEXT - 1 && ((unsigned char)TEXT[at] & 0xC0) == 0x80) {
        at++;
    }
    return at;
}

/* Up to two spans in order, which may be empty and stand in markup. */
static hearsay_spans random_spans(uint64_t *seed, arena *memory) {
    size_t count = random_below(seed, 3);
    hearsay_span *items = arena_array(memory, hearsay_span, count);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        items[i].begin = somewhere(seed, at);
        items[i].end = at = somewhere(seed, items[i].begin);
    }
    return (hearsay_spans){items, count};
}

static void find_anything(hearsay_document *document, uint64_t *seed) {
    findings *found = &document->found;
    document_forget(document);
    found->memory = arena_new();
    found->statement_count = random_below(seed, 8);
    found->statements = arena_array(found->memory, hearsay_statement, found->statement_count);
    for (size_t i = 0; i < found->statement_count; i++) {
        found->statements[i] = (hearsay_statement){.id = "",
                                                   .source = random_spans(seed, found->memory),
                                                   .cue = random_spans(seed, found->memory),
                                                   .content = random_spans(seed, found->memory)};
    }
}

/* Whatever the marks, elements nest, no name is given twice, and the text is the same. */
static void test_any_marks(void **state) {
    (void)state;
    uint64_t seed = 1;
    buf page = {0};
    buf plain = {0};
    hearsay_metadata about = {.title = {"T", 1}};
    hearsay_document *made = NULL;
    hearsay_document_new((hearsay_str){TEXT, sizeof TEXT - 1}, &about, &made, NULL);
    for (int round = 0; round < 3000; round++) {
        reader again = {.within = false};
        buf_clear(&page);
        article_put(&page, made, (article_style){.number = 1});
        read_page(&again, buf_str(&page));
        if (round == 0) {
            buf_put(&plain, buf_str(&again.text));
            assert_non_null(strstr(plain.data, "“No,” he said"));
        }
        assert_string_equal(again.text.data, plain.data);
        reader_free(&again);
        find_anything(made, &seed);
    }
    buf_free(&page);
    buf_free(&plain);
    hearsay_document_free(made);
}

/* --- escapes ---------------------------------------------------------------------------------- */

static void test_every_byte_of_an_address(void **state) {
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        char address[] = "http://a.example/?";
        address[sizeof address - 2] = (char)byte;
        buf href = {0};
        assert_true(html_put_address(&href, (str){address, sizeof address - 1}));
        for (size_t i = 0; i < href.size; i++) {
            unsigned char c = (unsigned char)href.data[i];
            assert_true(c > 0x20 && c < 0x7F && strchr("\"'<>\\`", c) == NULL);
        }
        buf_free(&href);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_marks),
        cmocka_unit_test(test_every_byte_of_an_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "read/html_lean.h"

#include "base/ascii.h"
#include "read/html_open.h"
#include "read/html_tokenizer.h"

#include <string.h>

/* --- what is left out ------------------------------------------------------------------------- */

/* Elements that go with all they hold. */
static const struct {
    str name;
    bool to_the_end; /* one that is not closed takes the rest of the page */
} LEFT_OUT[] = {
    {{"script", 6}, true},  {{"style", 5}, true},     {{"svg", 3}, false},
    {{"iframe", 6}, true},  {{"noscript", 8}, false}, {{"template", 8}, false},
    {{"select", 6}, false}, {{"textarea", 8}, true},  {{"noframes", 8}, true},
    {{"noembed", 7}, true}, {{"video", 5}, false},    {{"audio", 5}, false},
    {{"canvas", 6}, false}, {{"datalist", 8}, false}, {{"xmp", 3}, true},
    {{"nav", 3}, false},    {{"button", 6}, false},
};

enum { LEFT_OUT_COUNT = sizeof LEFT_OUT / sizeof *LEFT_OUT };

static const str ATTRIBUTES[HTML_ATTRIBUTE_COUNT] = {
    [HTML_ARIA_HIDDEN] = {"aria-hidden", 11},
    [HTML_CHARSET] = {"charset", 7},
    [HTML_CLASS] = {"class", 5},
    [HTML_CONTENT] = {"content", 7},
    [HTML_DATA_COMPONENT] = {"data-component", 14},
    [HTML_DATA_TESTID] = {"data-testid", 11},
    [HTML_DATA_TYPE] = {"data-type", 9},
    [HTML_DATETIME] = {"datetime", 8},
    [HTML_HIDDEN] = {"hidden", 6},
    [HTML_HREF] = {"href", 4},
    [HTML_HTTP_EQUIV] = {"http-equiv", 10},
    [HTML_ID] = {"id", 2},
    [HTML_ITEMPROP] = {"itemprop", 8},
    [HTML_ITEMTYPE] = {"itemtype", 8},
    [HTML_LANG] = {"lang", 4},
    [HTML_NAME] = {"name", 4},
    [HTML_PROPERTY] = {"property", 8},
    [HTML_PUBDATE] = {"pubdate", 7},
    [HTML_REL] = {"rel", 3},
    [HTML_ROLE] = {"role", 4},
    [HTML_STYLE] = {"style", 5},
    [HTML_TITLE] = {"title", 5},
    [HTML_TYPE] = {"type", 4},
    [HTML_XML_LANG] = {"xml:lang", 8},
};

/* --- a walk ----------------------------------------------------------------------------------- */

typedef struct {
    str text;
    size_t at;
    html_lean *out;
    html_open open;
    size_t elements;
    bool unclosed[LEFT_OUT_COUNT]; /* no end tag of that name comes any more */
} walk;

static char peek(const walk *self, size_t at) {
    return at < self->text.size ? self->text.data[at] : '\0';
}

static void keep(walk *self, span part) {
    buf_put(&self->out->markup, str_slice(self->text, part));
}

/* Puts `written` for a part of the text. */
static void keep_piece(walk *self, str written, span part, bool reference) {
    vec_push(&self->out->pieces, (html_piece){self->out->markup.size, part, reference});
    buf_put(&self->out->markup, written);
}

static void keep_mark(walk *self, span part) {
    keep_piece(self, (str){(const char[]){HTML_MARK}, 1}, part, false);
}

/* --- tags ------------------------------------------------------------------------------------- */

static size_t attribute_number(str name) {
    size_t i = 0;
    while (i < HTML_ATTRIBUTE_COUNT && !ascii_equal(name, ATTRIBUTES[i])) {
        i++;
    }
    return i;
}

/* Adds the attributes from `*at` on, which moves to the tag's end. Of two of one name the first
 * counts. */
static void add_attributes(walk *self, size_t *at, html_tag *to) {
    bool seen[HTML_ATTRIBUTE_COUNT] = {false};
    to->first = self->out->attributes.count;
    for (html_attribute_token each; html_next_attribute(self->text, at, &each);) {
        const size_t number = attribute_number(str_slice(self->text, each.name));
        if (number < HTML_ATTRIBUTE_COUNT && !seen[number] &&
            each.value.end - each.value.begin <= HTML_ATTRIBUTE_MAX) {
            seen[number] = true;
            vec_push(&self->out->attributes,
                     (html_attribute){(html_attribute_name)number, each.value});
        }
    }
    to->count = self->out->attributes.count - to->first;
}

/* Keeps the name of the start tag that begins here, and its attributes beside. */
static void keep_start(walk *self, span name, GumboTag tag) {
    html_tag kept = {.tag = tag, .begin = self->out->markup.size};
    size_t at = name.end;
    add_attributes(self, &at, &kept);
    kept.source = (span){self->at, html_tag_end(self->text, at)};
    vec_push(&self->out->tags, kept);
    keep(self, (span){self->at, name.end});
    buf_putc(&self->out->markup, '>');
    self->at = kept.source.end;
}

/* What tells of the page, not in it. */
static void take_head(walk *self, span name, GumboTag tag) {
    html_tag kept = {.tag = tag, .begin = self->out->markup.size};
    size_t at = name.end;
    add_attributes(self, &at, &kept);
    kept.source = (span){self->at, html_tag_end(self->text, at)};
    vec_push(&self->out->head, kept);
    self->at = kept.source.end;
}

/* The end of the start tag whose name ends at `at`; `*linked` tells whether it is JSON-LD's. */
static size_t pass_start(str text, size_t at, bool *linked) {
    *linked = false;
    for (html_attribute_token each; html_next_attribute(text, &at, &each);) {
        *linked |= ascii_equal(str_slice(text, each.name), ATTRIBUTES[HTML_TYPE]) &&
                   str_starts(str_slice(text, each.value), STR("application/ld+json"));
    }
    return html_tag_end(text, at);
}

static size_t left_out_number(str name) {
    size_t i = 0;
    while (i < LEFT_OUT_COUNT && !ascii_equal(name, LEFT_OUT[i].name)) {
        i++;
    }
    return i;
}

/* Passes an element with all it holds; false where it has no end and may be passed over. */
static bool leave_out(walk *self, span name, size_t number) {
    if (self->unclosed[number]) {
        return false;
    }
    bool linked;
    const size_t content = pass_start(self->text, name.end, &linked);
    const size_t end = html_find_end_tag(self->text, content, LEFT_OUT[number].name);
    if (end == self->text.size && !LEFT_OUT[number].to_the_end) {
        self->unclosed[number] = true;
        return false;
    }
    if (linked) {
        vec_push(&self->out->linked, (span){content, end});
    }
    self->at = html_tag_end(self->text, end);
    return true;
}

/* Whether a tag changes what is read. */
static bool is_kept(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_FRAMESET:
        return false;
    default:
        return true;
    }
}

static void take_start(walk *self) {
    const span name = {self->at + 1, html_name_end(self->text, self->at + 1)};
    const str named = str_slice(self->text, name);
    const size_t number = left_out_number(named);
    if (number < LEFT_OUT_COUNT && leave_out(self, name, number)) {
        return;
    }
    const GumboTag tag = gumbo_tagn_enum(named.data, (unsigned)named.size);
    if (tag == GUMBO_TAG_META || tag == GUMBO_TAG_LINK || tag == GUMBO_TAG_BASE) {
        take_head(self, name, tag);
    } else if (number == LEFT_OUT_COUNT && is_kept(tag) && self->elements < HTML_ELEMENTS_MAX &&
               html_open_begin(&self->open, tag)) {
        self->elements++;
        keep_start(self, name, tag);
    } else {
        self->at = pass_start(self->text, name.end, &(bool){false});
    }
}

static void take_end(walk *self) {
    const span name = {self->at + 2, html_name_end(self->text, self->at + 2)};
    const str named = str_slice(self->text, name);
    const size_t end = html_tag_end(self->text, name.end);
    if (self->elements == HTML_ELEMENTS_MAX || left_out_number(named) < LEFT_OUT_COUNT) {
        self->at = end;
        return;
    }
    html_open_end(&self->open, gumbo_tagn_enum(named.data, (unsigned)named.size));
    keep(self, (span){self->at, name.end});
    buf_putc(&self->out->markup, '>');
    self->elements++;
    self->at = end;
}

/* --- texts ------------------------------------------------------------------------------------ */

/* A mark for each stretch of a text without references, even an empty one. */
static void keep_text(walk *self, span part) {
    const str until = str_slice(self->text, (span){0, part.end});
    size_t begin = part.begin;
    for (size_t at = html_find_char(until, begin, '&'); at < part.end;) {
        const size_t end = html_reference_end(until, at);
        if (end > at) {
            keep_mark(self, (span){begin, at});
            const span reference = {at, end};
            keep_piece(self, str_slice(until, reference), reference, true);
            begin = end;
        }
        at = html_find_char(until, end > at ? end : at + 1, '&');
    }
    keep_mark(self, (span){begin, part.end});
}

/* The text up to the next tag; its first character is no tag's. */
static void take_text(walk *self) {
    const span part = {self->at, html_find_char(self->text, self->at + 1, '<')};
    size_t seen = part.begin;
    while (seen < part.end && ascii_is_space(self->text.data[seen])) {
        seen++;
    }
    if (seen < part.end) {
        keep_text(self, part);
    } else {
        keep_piece(self, STR("\n"), part, false);
    }
    self->at = part.end;
}

/* --- declarations, and the page --------------------------------------------------------------- */

static void take_declaration(walk *self) {
    const str rest = {self->text.data + self->at, self->text.size - self->at};
    if (str_starts(rest, STR("<!--"))) {
        self->at = html_comment_end(self->text, self->at);
        return;
    }
    const size_t end = html_tag_end(self->text, self->at);
    if (self->out->markup.size == 0 && end - self->at < HTML_ATTRIBUTE_MAX &&
        ascii_starts(rest, STR("<!doctype"))) {
        keep(self, (span){self->at, end}); /* it decides whether a table ends a paragraph */
    }
    self->at = end;
}

static void take_markup(walk *self) {
    const char next = peek(self, self->at + 1);
    if (ascii_is_letter(next)) {
        take_start(self);
    } else if (next == '/' && ascii_is_letter(peek(self, self->at + 2))) {
        take_end(self);
    } else if (next == '!' || next == '?' || next == '/') {
        take_declaration(self);
    } else {
        take_text(self);
    }
}

html_lean html_lean_make(str text) {
    html_lean out = {.text = text};
    walk self = {.text = text, .out = &out};
    while (self.at < text.size) {
        if (text.data[self.at] == '<') {
            take_markup(&self);
        } else {
            take_text(&self);
        }
    }
    return out;
}

void html_lean_free(html_lean *self) {
    buf_free(&self->markup);
    vec_free(&self->pieces);
    vec_free(&self->attributes);
    vec_free(&self->tags);
    vec_free(&self->head);
    vec_free(&self->linked);
}

str html_lean_value(const html_lean *self, const html_tag *tag, html_attribute_name name) {
    for (size_t i = tag->first; i < tag->first + tag->count; i++) {
        if (self->attributes.items[i].name == name) {
            const str value = str_slice(self->text, self->attributes.items[i].value);
            return value.data != NULL ? value : STR("");
        }
    }
    return (str){NULL, 0};
}

/* Blocks and links of a page, as a store keeps them beside its text, and how it was read, where its
 * bytes are kept:
 *
 *     block 0-24 1
 *     link 40-52 https://a.example/
 *     page
 *     charset windows-1252
 *     address https://a.example/7
 *
 * in bytes of the text; a block with the number of its kind. */
#include "base/vec.h"
#include "engine/stored.h"

#include <stdlib.h>
#include <string.h>

static const str PAGE = {"page", 4}, CHARSET = {"charset ", 8}, ADDRESS = {"address ", 8};

static bool is_line(str text) {
    return text.size > 0 && memchr(text.data, '\n', text.size) == NULL &&
           memchr(text.data, '\0', text.size) == NULL;
}

static void put_line(buf *out, str name, str value) {
    buf_put(out, name);
    buf_put(out, value);
    buf_putc(out, '\n');
}

void structure_put(const reading *from, bool again, buf *out) {
    for (size_t i = 0; i < from->block_count; i++) {
        const block *each = &from->blocks[i];
        buf_printf(out, "block %zu-%zu %d\n", each->span.begin, each->span.end, (int)each->kind);
    }
    for (size_t i = 0; i < from->link_count; i++) {
        const hyperlink *each = &from->links[i];
        buf_printf(out, "link %zu-%zu ", each->span.begin, each->span.end);
        put_line(out, STR(""), each->url);
    }
    if (!again) {
        return;
    }
    put_line(out, PAGE, STR(""));
    if (is_line(from->charset)) {
        put_line(out, CHARSET, from->charset);
    }
    if (is_line(from->address)) {
        put_line(out, ADDRESS, from->address);
    }
}

typedef VEC(block) blocks;
typedef VEC(hyperlink) hyperlinks;

/* Takes a number off the beginning of what is left. */
static bool take_number(const char **rest, size_t *out) {
    char *end;
    *out = strtoull(*rest, &end, 10);
    bool found = end != *rest && **rest >= '0' && **rest <= '9';
    *rest = end;
    return found;
}

static bool take_byte(const char **rest, char byte) {
    bool found = **rest == byte;
    *rest += found;
    return found;
}

static bool take_span(const char **rest, size_t text_size, span *out) {
    return take_number(rest, &out->begin) && take_byte(rest, '-') && take_number(rest, &out->end) &&
           take_byte(rest, ' ') && out->begin <= out->end && out->end <= text_size;
}

/* `line` ends in a 0 byte. */
static bool take_line(str line, size_t text_size, arena *into, blocks *found, hyperlinks *links) {
    static const str BLOCK = {"block ", 6}, LINK = {"link ", 5};
    span part;
    size_t kind;
    bool is_block = str_starts(line, BLOCK);
    if (!is_block && !str_starts(line, LINK)) {
        return false;
    }
    const char *rest = line.data + (is_block ? BLOCK.size : LINK.size);
    if (!take_span(&rest, text_size, &part)) {
        return false;
    }
    if (is_block && take_number(&rest, &kind) && kind <= BLOCK_POST) {
        block each = {part, (block_kind)kind};
        vec_push(found, each);
        return true;
    }
    if (!is_block) {
        str url = str_from(rest);
        hyperlink each = {part, {str_copy(into, url), url.size}};
        vec_push(links, each);
    }
    return !is_block;
}

/* How the page was read. */
static bool take_reading(str line, reading *out) {
    if (str_equal(line, PAGE)) {
        out->page = true;
    } else if (str_starts(line, CHARSET)) {
        out->charset = str_slice(line, (span){CHARSET.size, line.size});
    } else if (str_starts(line, ADDRESS)) {
        out->address = str_slice(line, (span){ADDRESS.size, line.size});
    } else {
        return false;
    }
    return true;
}

bool structure_take(str written, arena *into, reading *out) {
    blocks found = {0};
    hyperlinks links = {0};
    bool whole = true;
    const str text = out->view.text;
    const size_t end_of_text = text.data != NULL ? text.size : SIZE_MAX; /* it is damaged */
    while (whole && written.size > 0) {
        const char *end = memchr(written.data, '\n', written.size);
        size_t size = end != NULL ? (size_t)(end - written.data) : written.size;
        str line = {str_copy(into, str_slice(written, (span){0, size})), size};
        whole = take_reading(line, out) || take_line(line, end_of_text, into, &found, &links);
        written = str_slice(written, (span){size + 1, written.size});
    }
    out->block_count = found.count;
    out->blocks = arena_copy(into, found.items, found.count * sizeof *found.items);
    out->link_count = links.count;
    out->links = arena_copy(into, links.items, links.count * sizeof *links.items);
    vec_free(&found);
    vec_free(&links);
    return whole;
}

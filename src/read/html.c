#include "read/html.h"

#include "base/ascii.h"
#include "read/html_article.h"
#include "read/html_metadata.h"
#include "read/html_text.h"

#include <string.h>

/* The way from the text to the bytes. */
static void write_sources(arena *into, const html_page *from, origins *places, reading *out) {
    const html_text *decoded = &from->decoded;
    origins_extend(places, out->view.text.size, &decoded->from, decoded->text.size);
    out->source_count = places->count;
    out->sources = origins_copy(into, places);
    for (size_t i = 0; decoded->from.count == 0 && i < places->count; i++) {
        out->sources[i].source += decoded->skipped;
        out->sources[i].source_end += decoded->skipped;
    }
}

static void write(arena *into, const html_page *from, const bool *chosen, str base, reading *out) {
    origins places = {0};
    html_text_write(into, &from->tree, &from->context, &from->blocks, chosen, base, out, &places);
    write_sources(into, from, &places, out);
    vec_free(&places);
    out->flaw_count = from->decoded.flaw_count;
    out->first_flaw = from->decoded.first_flaw;
}

/* Takes the page apart; it is to be freed where this succeeds. */
static hearsay_status begin(html_page *page, str bytes, const html_hints *hints, reading *out,
                            hearsay_error *error) {
    *out = (reading){0};
    if (bytes.size > HTML_SIZE_MAX) {
        return error_set(error, HEARSAY_TOO_LARGE, HTML_SIZE_MAX, "a page of more than %d bytes",
                         HTML_SIZE_MAX);
    }
    html_page_make(page, bytes, hints != NULL ? hints->charset : (str){NULL, 0});
    return HEARSAY_OK;
}

hearsay_status read_html(arena *into, str bytes, const html_hints *hints, reading *out,
                         hearsay_error *error) {
    html_page page = {0};
    hearsay_status status = begin(&page, bytes, hints, out, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    const str found = hints != NULL ? hints->url : (str){NULL, 0};
    uint64_t titles[HTML_TITLES];
    html_metadata_read(into, &page, found, &out->metadata, titles);
    const html_judgement judged = html_article_judge(page.scratch, &page, titles, &HTML_MODEL);
    write(into, &page, judged.chosen, html_base(into, &page.lean, found), out);
    html_page_free(&page);
    if (out->view.text.size == 0) {
        return error_set(error, HEARSAY_FORMAT, 0, "a page without an article");
    }
    return HEARSAY_OK;
}

hearsay_status read_html_fragment(arena *into, str bytes, const html_hints *hints, reading *out,
                                  hearsay_error *error) {
    html_page page = {0};
    hearsay_status status = begin(&page, bytes, hints, out, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    bool *chosen = arena_array(page.scratch, bool, page.blocks.count);
    memset(chosen, true, page.blocks.count * sizeof *chosen);
    write(into, &page, chosen, hints != NULL ? hints->url : (str){NULL, 0}, out);
    html_page_free(&page);
    return HEARSAY_OK;
}

/* --- telling a page from a text --------------------------------------------------------------- */

enum { LOOK_SIZE = 1024 };

/* The first bytes without zeros and marks of byte order, so that UTF-16 looks like ASCII. */
static str narrow(str bytes, char out[LOOK_SIZE]) {
    size_t size = 0;
    for (size_t i = 0; i < bytes.size && size < LOOK_SIZE; i++) {
        const char c = bytes.data[i];
        if (c != '\0' && memchr("\xEF\xBB\xBF\xFE\xFF", c, 5) == NULL) {
            out[size++] = c;
        }
    }
    return (str){out, size};
}

/* The end of white space, comments and declarations of XML that come first. */
static size_t skip_prologue(str text) {
    size_t at = 0;
    while (at < text.size) {
        const str rest = {text.data + at, text.size - at};
        const char *close = NULL;
        if (ascii_is_space(text.data[at])) {
            at++;
            continue;
        }
        if (str_starts(rest, STR("<!--")) || str_starts(rest, STR("<?xml"))) {
            close = memchr(rest.data, '>', rest.size);
        }
        if (close == NULL) {
            break;
        }
        at = (size_t)(close - text.data) + 1;
    }
    return at;
}

bool looks_like_html(str bytes) {
    static const str BEGINNINGS[] = {
        {"<!doctype html", 14}, {"<html", 5},  {"<head", 5},
        {"<body", 5},           {"<title", 6}, {"<meta", 5},
    };
    char memory[LOOK_SIZE];
    const str look = narrow(str_slice(bytes, (span){0, 2 * (size_t)LOOK_SIZE}), memory);
    const size_t at = skip_prologue(look);
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
        const size_t end = at + BEGINNINGS[i].size;
        if (end < look.size && ascii_equal(str_slice(look, (span){at, end}), BEGINNINGS[i]) &&
            !ascii_is_alphanumeric(look.data[end])) {
            return true;
        }
    }
    return false;
}

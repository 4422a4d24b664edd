/* In which order fields are looked for; the first that is found counts:
 *
 *   title      JSON-LD, <meta> of Dublin Core, OpenGraph, other <meta>, <title>, the first <h1>;
 * without the site's name author     JSON-LD, <meta> (Dublin Core first), an element marked as the
 * author's name publisher  JSON-LD, OpenGraph, other <meta> date
 * JSON-LD, <meta>, an element marked as the date of publication, <time>, the address url <link
 * rel="canonical">, OpenGraph, JSON-LD, where the page was found language   <html lang>, <meta>,
 * OpenGraph, JSON-LD */
#include "read/html_metadata.h"

#include "base/ascii.h"
#include "base/metadata.h"
#include "read/html_byline.h"
#include "read/html_date.h"
#include "read/html_linked.h"
#include "read/html_reference.h"
#include "read/html_title.h"
#include "read/html_url.h"

#include <string.h>

/* Names and properties of <meta>, in their order. */
static const char *const TITLES[] = {
    "dc:title",      "dc.title",      "dcterms.title",       "og:title",
    "twitter:title", "parsely-title", "weibo:article:title", "title",
    "headline",      "hdl",
};
static const char *const AUTHORS[] = {
    "dc:creator",
    "dc.creator",
    "dcterms.creator",
    "dcterm:creator",
    "author",
    "article:author",
    "byl",
    "byline",
    "parsely-author",
    "sailthru.author",
    "authors",
    "article:author_name",
    "citation_author",
    "og:author",
    "article.author",
};
static const char *const PUBLISHERS[] = {
    "og:site_name",     "dc.publisher", "dcterms.publisher",
    "application-name", "publisher",    "twitter:app:name:iphone",
};
static const char *const DATES[] = {
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "og:article:published_time",
    "published_time",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc:date",
    "dc.created",
    "date",
    "originalpublicationdate",
    "article.published",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "ptime",
    "displaydate",
    "citation_publication_date",
    "datecreated",
};
static const char *const LANGUAGES[] = {"content-language", "language", "dc.language", "og:locale"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const str NONE = {NULL, 0};

/* Whether a <meta> is of that name; some pages write several into one attribute. */
static bool is_called(const html_lean *page, const html_tag *meta, str name) {
    static const html_attribute_name NAMED_BY[] = {HTML_PROPERTY, HTML_NAME, HTML_ITEMPROP,
                                                   HTML_HTTP_EQUIV};
    for (size_t i = 0; i < COUNT(NAMED_BY); i++) {
        if (ascii_has_word(html_lean_value(page, meta, NAMED_BY[i]), name)) {
            return true;
        }
    }
    return false;
}

/* The content of the first <meta> of that name; data NULL where there is none. */
static str meta(arena *into, const html_lean *page, const char *name) {
    const str wanted = str_from(name);
    for (size_t i = 0; i < page->head.count; i++) {
        const html_tag *each = &page->head.items[i];
        const str content = html_lean_value(page, each, HTML_CONTENT);
        if (content.size > 0 && is_called(page, each, wanted)) {
            return html_unescape(into, content);
        }
    }
    return NONE;
}

static str first_meta(arena *into, const html_lean *page, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const str found = meta(into, page, names[i]);
        if (found.size > 0) {
            return found;
        }
    }
    return NONE;
}

static str or_else(str first, str second) {
    return first.size > 0 ? first : second;
}

/* The text of the first element of that kind. */
static str first_element(arena *into, const html_page *page, GumboTag tag) {
    for (size_t i = 0; i < page->tree.count; i++) {
        if (page->tree.nodes[i].tag == tag) {
            const str text = html_text_within(into, page, i);
            if (text.size > 0) {
                return text;
            }
        }
    }
    return NONE;
}

/* --- fields ----------------------------------------------------------------------------------- */

typedef struct {
    arena *into;
    const html_page *page;
    html_linked linked;
    str tag, heading; /* <title>, <h1> */
} source;

static bool holds(str text, str part) {
    for (size_t at = 0; part.size > 0 && at + part.size <= text.size; at++) {
        if (memcmp(text.data + at, part.data, part.size) == 0) {
            return true;
        }
    }
    return false;
}

/* A page of reference calls a description its headline; its <title> tells. */
static str linked_title(const source *from) {
    const bool name = holds(from->tag, from->linked.name) && !holds(from->tag, from->linked.title);
    return name ? from->linked.name : from->linked.title;
}

static bool same(str a, str b) {
    return a.size > 0 && html_letters_hash(a) == html_letters_hash(b);
}

static str title_of(const source *from, str publisher) {
    const str linked = linked_title(from);
    const str told = or_else(same(linked, publisher) ? NONE : linked,
                             first_meta(from->into, &from->page->lean, TITLES, COUNT(TITLES)));
    if (told.size > 0) {
        return html_title_without(told, publisher);
    }
    const str without = html_title_without(from->tag, publisher);
    if (without.size < from->tag.size) {
        return without;
    }
    return or_else(html_title_guess(from->tag, from->heading), from->heading);
}

static str author_of(const source *from) {
    const str told = html_author_clean(from->linked.author);
    if (told.size > 0) {
        return told;
    }
    for (size_t i = 0; i < COUNT(AUTHORS); i++) {
        const str found = html_author_clean(meta(from->into, &from->page->lean, AUTHORS[i]));
        if (found.size > 0) {
            return found;
        }
    }
    return html_byline(from->into, from->page);
}

static str date_of(const source *from, str url) {
    char *date = arena_zalloc(from->into, HTML_DATE_SIZE);
    if (html_date_read(from->linked.date, date)) {
        return str_from(date);
    }
    for (size_t i = 0; i < COUNT(DATES); i++) {
        if (html_date_read(meta(from->into, &from->page->lean, DATES[i]), date)) {
            return str_from(date);
        }
    }
    const str line = html_dateline(from->into, from->page);
    if (line.size > 0) {
        return line;
    }
    return html_date_of_url(url, date) ? str_from(date) : NONE;
}

static str canonical(arena *into, const html_lean *page, str base) {
    for (size_t i = 0; i < page->head.count; i++) {
        const html_tag *each = &page->head.items[i];
        if (each->tag == GUMBO_TAG_LINK &&
            ascii_has_word(html_lean_value(page, each, HTML_REL), STR("canonical"))) {
            return html_url_resolve(into, base, html_lean_value(page, each, HTML_HREF));
        }
    }
    return NONE;
}

static str url_of(const source *from, str found) {
    const str link = canonical(from->into, &from->page->lean, found);
    const str graph = meta(from->into, &from->page->lean, "og:url");
    const str told[] = {link, graph, from->linked.url};
    for (size_t i = 0; i < COUNT(told); i++) {
        if (str_starts(told[i], STR("http"))) {
            return told[i];
        }
    }
    return found;
}

static str language_of(const source *from) {
    const html_node *root = &from->page->tree.nodes[0];
    const str of_root = or_else(html_value(&from->page->tree, root, HTML_LANG),
                                html_value(&from->page->tree, root, HTML_XML_LANG));
    if (of_root.size > 0) {
        return html_unescape(from->into, of_root);
    }
    return or_else(first_meta(from->into, &from->page->lean, LANGUAGES, COUNT(LANGUAGES)),
                   from->linked.language);
}

void html_metadata_read(arena *into, const html_page *page, str found, hearsay_metadata *out,
                        uint64_t titles[HTML_TITLES]) {
    arena *scratch = arena_new();
    const source from = {.into = scratch,
                         .page = page,
                         .linked = html_linked_read(scratch, &page->lean),
                         .tag = first_element(scratch, page, GUMBO_TAG_TITLE),
                         .heading = first_element(scratch, page, GUMBO_TAG_H1)};
    const str publisher = or_else(from.linked.publisher,
                                  first_meta(scratch, &page->lean, PUBLISHERS, COUNT(PUBLISHERS)));
    const str title = title_of(&from, publisher);
    const str url = url_of(&from, found);
    out->title = metadata_copy(into, title);
    out->author = metadata_copy(into, author_of(&from));
    out->publisher = metadata_copy(into, publisher);
    out->url = metadata_copy(into, url);
    out->date = metadata_copy(into, date_of(&from, url));
    out->language = metadata_copy(into, language_of(&from));
    titles[0] = html_letters_hash(title);
    titles[1] = html_letters_hash(meta(scratch, &page->lean, "og:title"));
    titles[2] = html_letters_hash(from.tag);
    arena_free(scratch);
}

str html_base(arena *into, const html_lean *page, str found) {
    for (size_t i = 0; i < page->head.count; i++) {
        const str href = html_lean_value(page, &page->head.items[i], HTML_HREF);
        if (page->head.items[i].tag == GUMBO_TAG_BASE && href.data != NULL) {
            return or_else(html_url_resolve(into, found, href), found);
        }
    }
    return found;
}

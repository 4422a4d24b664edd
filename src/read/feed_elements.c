/* What the elements of feeds are for. */
#include "base/ascii.h"
#include "read/feed.h"

typedef enum { OWN, DUBLIN_CORE, CONTENT, XHTML, ITUNES, MEDIA, OTHER } vocabulary;

/* How namespaces are known: by a part of them, as they differ in versions and capitals; and the
 * prefixes that stand for them where a feed does not declare any. */
static const struct {
    str part, prefix;
    vocabulary is;
} SPACES[] = {
    {{"/dc/", 4}, {"dc", 2}, DUBLIN_CORE},
    {{"/dc/terms/", 10}, {"dcterms", 7}, DUBLIN_CORE},
    {{"rss/1.0/modules/content", 23}, {"content", 7}, CONTENT},
    {{"rss/1.0/modules", 15}, {"sy", 2}, OTHER},
    {{"1999/xhtml", 10}, {"xhtml", 5}, XHTML},
    {{"itunes.com/dtds", 15}, {"itunes", 6}, ITUNES},
    {{"search.yahoo.com/mrss", 21}, {"media", 5}, MEDIA},
    {{"w3.org/2005/atom", 16}, {"atom", 4}, OWN},
    {{"purl.org/atom", 13}, {"atom10", 6}, OWN},
    {{"purl.org/rss/1.0/", 17}, {"rss", 3}, OWN},
    {{"purl.org/net/rss1.1", 19}, {"rss11", 5}, OWN},
    {{"my.netscape.com/", 16}, {"rss090", 6}, OWN},
    {{"channel.netscape.com/", 21}, {"rss09", 5}, OWN},
    {{"backend.userland.com/rss", 24}, {"rss2", 4}, OWN},
    {{"blogs.law.harvard.edu/tech/rss", 30}, {"rss20", 5}, OWN},
};

static bool holds(str text, str part) {
    for (size_t i = 0; i + part.size <= text.size; i++) {
        if (ascii_equal((str){text.data + i, part.size}, part)) {
            return true;
        }
    }
    return false;
}

static vocabulary vocabulary_of(str space) {
    if (space.size == 0) {
        return OWN;
    }
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
        if (holds(space, SPACES[i].part) || ascii_equal(space, SPACES[i].prefix)) {
            return SPACES[i].is;
        }
    }
    return OTHER;
}

static const struct {
    str name;
    vocabulary of;
    feed_meaning meaning;
} ELEMENTS[] = {
    {{"title", 5}, OWN, {FEED_TITLE, 0, FEED_UNTOLD}},
    {{"title", 5}, DUBLIN_CORE, {FEED_TITLE, 1, FEED_UNTOLD}},
    {{"title", 5}, MEDIA, {FEED_TITLE, 2, FEED_UNTOLD}},
    {{"link", 4}, OWN, {FEED_LINK, 1, FEED_TEXT}},
    {{"guid", 4}, OWN, {FEED_ID, 0, FEED_TEXT}},
    {{"id", 2}, OWN, {FEED_ID, 0, FEED_TEXT}},
    {{"identifier", 10}, DUBLIN_CORE, {FEED_ID, 1, FEED_TEXT}},
    {{"author", 6}, OWN, {FEED_AUTHOR, 1, FEED_UNTOLD}},
    {{"creator", 7}, DUBLIN_CORE, {FEED_AUTHOR, 0, FEED_UNTOLD}},
    {{"author", 6}, DUBLIN_CORE, {FEED_AUTHOR, 1, FEED_UNTOLD}},
    {{"author", 6}, ITUNES, {FEED_AUTHOR, 2, FEED_UNTOLD}},
    {{"published", 9}, OWN, {FEED_DATE, 0, FEED_TEXT}},
    {{"pubdate", 7}, OWN, {FEED_DATE, 1, FEED_TEXT}},
    {{"issued", 6}, OWN, {FEED_DATE, 2, FEED_TEXT}},
    {{"issued", 6}, DUBLIN_CORE, {FEED_DATE, 2, FEED_TEXT}},
    {{"date", 4}, DUBLIN_CORE, {FEED_DATE, 3, FEED_TEXT}},
    {{"created", 7}, OWN, {FEED_DATE, 4, FEED_TEXT}},
    {{"created", 7}, DUBLIN_CORE, {FEED_DATE, 4, FEED_TEXT}},
    {{"updated", 7}, OWN, {FEED_DATE, 5, FEED_TEXT}},
    {{"modified", 8}, OWN, {FEED_DATE, 5, FEED_TEXT}},
    {{"modified", 8}, DUBLIN_CORE, {FEED_DATE, 5, FEED_TEXT}},
    {{"language", 8}, OWN, {FEED_LANGUAGE, 0, FEED_TEXT}},
    {{"language", 8}, DUBLIN_CORE, {FEED_LANGUAGE, 0, FEED_TEXT}},
    {{"source", 6}, OWN, {FEED_PUBLISHER, 0, FEED_UNTOLD}},
    {{"encoded", 7}, CONTENT, {FEED_CONTENT, 0, FEED_HTML}},
    {{"content", 7}, OWN, {FEED_CONTENT, 0, FEED_UNTOLD}},
    {{"fullitem", 8}, OWN, {FEED_CONTENT, 1, FEED_UNTOLD}},
    {{"body", 4}, OWN, {FEED_CONTENT, 1, FEED_UNTOLD}},
    {{"body", 4}, XHTML, {FEED_CONTENT, 1, FEED_MARKUP}},
    {{"div", 3}, XHTML, {FEED_CONTENT, 2, FEED_MARKUP}},
    {{"description", 11}, OWN, {FEED_SUMMARY, 1, FEED_UNTOLD}},
    {{"summary", 7}, OWN, {FEED_SUMMARY, 0, FEED_UNTOLD}},
    {{"abstract", 8}, OWN, {FEED_SUMMARY, 1, FEED_UNTOLD}},
    {{"description", 11}, DUBLIN_CORE, {FEED_SUMMARY, 2, FEED_UNTOLD}},
    {{"summary", 7}, ITUNES, {FEED_SUMMARY, 3, FEED_UNTOLD}},
};

feed_meaning feed_meaning_of(str space, str name) {
    const vocabulary of = vocabulary_of(space);
    for (size_t i = 0; of != OTHER && i < sizeof ELEMENTS / sizeof *ELEMENTS; i++) {
        if (ELEMENTS[i].of == of && str_equal(ELEMENTS[i].name, name)) {
            return ELEMENTS[i].meaning;
        }
    }
    return (feed_meaning){FEED_NOTHING, 0, FEED_UNTOLD};
}

bool feed_is_own(str space) {
    return vocabulary_of(space) == OWN;
}

const feed_field *feed_find(const feed_entry *entry, feed_kind kind) {
    const feed_field *found = NULL;
    for (size_t i = 0; i < entry->field_count; i++) {
        const feed_field *each = &entry->fields[i];
        if (each->kind == kind && each->value.size > 0 &&
            (found == NULL || each->rank < found->rank)) {
            found = each;
        }
    }
    return found;
}

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
    vocabulary of;
    str name;
    feed_meaning meaning;
} ELEMENTS[] = {
    {OWN, {"title", 5}, {FEED_TITLE, 0, FEED_UNTOLD}},
    {DUBLIN_CORE, {"title", 5}, {FEED_TITLE, 1, FEED_UNTOLD}},
    {MEDIA, {"title", 5}, {FEED_TITLE, 2, FEED_UNTOLD}},
    {OWN, {"link", 4}, {FEED_LINK, 1, FEED_TEXT}},
    {OWN, {"guid", 4}, {FEED_ID, 0, FEED_TEXT}},
    {OWN, {"id", 2}, {FEED_ID, 0, FEED_TEXT}},
    {DUBLIN_CORE, {"identifier", 10}, {FEED_ID, 1, FEED_TEXT}},
    {OWN, {"author", 6}, {FEED_AUTHOR, 1, FEED_UNTOLD}},
    {DUBLIN_CORE, {"creator", 7}, {FEED_AUTHOR, 0, FEED_UNTOLD}},
    {DUBLIN_CORE, {"author", 6}, {FEED_AUTHOR, 1, FEED_UNTOLD}},
    {ITUNES, {"author", 6}, {FEED_AUTHOR, 2, FEED_UNTOLD}},
    {OWN, {"published", 9}, {FEED_DATE, 0, FEED_TEXT}},
    {OWN, {"pubdate", 7}, {FEED_DATE, 1, FEED_TEXT}},
    {OWN, {"issued", 6}, {FEED_DATE, 2, FEED_TEXT}},
    {DUBLIN_CORE, {"issued", 6}, {FEED_DATE, 2, FEED_TEXT}},
    {DUBLIN_CORE, {"date", 4}, {FEED_DATE, 3, FEED_TEXT}},
    {OWN, {"created", 7}, {FEED_DATE, 4, FEED_TEXT}},
    {DUBLIN_CORE, {"created", 7}, {FEED_DATE, 4, FEED_TEXT}},
    {OWN, {"updated", 7}, {FEED_DATE, 5, FEED_TEXT}},
    {OWN, {"modified", 8}, {FEED_DATE, 5, FEED_TEXT}},
    {DUBLIN_CORE, {"modified", 8}, {FEED_DATE, 5, FEED_TEXT}},
    {OWN, {"language", 8}, {FEED_LANGUAGE, 0, FEED_TEXT}},
    {DUBLIN_CORE, {"language", 8}, {FEED_LANGUAGE, 0, FEED_TEXT}},
    {OWN, {"source", 6}, {FEED_PUBLISHER, 0, FEED_UNTOLD}},
    {CONTENT, {"encoded", 7}, {FEED_CONTENT, 0, FEED_HTML}},
    {OWN, {"content", 7}, {FEED_CONTENT, 0, FEED_UNTOLD}},
    {OWN, {"fullitem", 8}, {FEED_CONTENT, 1, FEED_UNTOLD}},
    {OWN, {"body", 4}, {FEED_CONTENT, 1, FEED_UNTOLD}},
    {XHTML, {"body", 4}, {FEED_CONTENT, 1, FEED_MARKUP}},
    {XHTML, {"div", 3}, {FEED_CONTENT, 2, FEED_MARKUP}},
    {OWN, {"description", 11}, {FEED_SUMMARY, 1, FEED_UNTOLD}},
    {OWN, {"summary", 7}, {FEED_SUMMARY, 0, FEED_UNTOLD}},
    {OWN, {"abstract", 8}, {FEED_SUMMARY, 1, FEED_UNTOLD}},
    {DUBLIN_CORE, {"description", 11}, {FEED_SUMMARY, 2, FEED_UNTOLD}},
    {ITUNES, {"summary", 7}, {FEED_SUMMARY, 3, FEED_UNTOLD}},
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

/* The first round: of a block alone. */
#include "read/html_features.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "read/html_feature_vector.h"

#include <math.h>
#include <string.h>

/* --- its length, letters and tag -------------------------------------------------------------- */

static void put_size(feature_vector *out, const html_block *each) {
    const double linked = share(each->linked_letters, each->letters);
    put(out, log1p(each->words) / 2);
    put(out, each->words <= 3);
    put(out, each->words <= 8);
    put(out, each->words >= 15);
    put(out, each->words >= 40);
    put(out, linked);
    put(out, linked > 0.5);
    put(out, linked > 0.98);
    put(out, linked == 0);
    put(out, (1 - linked) * log1p(each->words) / 2);
    put(out, share(each->letters, each->words) > 7);
}

static const char *const PHRASES[] = {
    "read more",   "read also",    "read next",    "related",     "see also",   "more from",
    "more on",     "also read",    "you may",      "recommended", "most read",  "most popular",
    "trending",    "watch ",       "listen",       "click here",  "share",      "follow ",
    "like us",     "subscribe",    "sign up",      "log in",      "newsletter", "get the",
    "join ",       "download",     "advert",       "sponsored",   "promoted",   "story continues",
    "photo",       "image",        "picture",      "video",       "getty",      "copyright",
    "all rights",  "comment",      "leave a",      "reply",       "posted",     "published",
    "updated",     "last updated", "by ",          "written by",  "filed",      "tags",
    "topics",      "categor",      "contact ",     "email",       "source",     "about the",
    "disclaimer",  "editor",       "this article", "this story",  "have a tip", "cookie",
    "we use",      "privacy",      "terms",        "mehr ",       "lesen sie",  "lire aussi",
    "lea tambi",   "leia tamb",    "leggi anche",  "lees ook",    "foto",       "min read",
    "minute read", "hide",         "close",        "show more",   "load more",  "skip to",
    "back to",     "next",         "previous",     "print",       "view ",      "support ",
    "donate",      "correction",   "note",         "follow us",   "buy ",       "shop",
};

/* Phrases that begin what is not the text are one feature: few of them are common enough for their
 * own. */
static bool begins_apart(const char *beginning) {
    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++) {
        if (beginning[0] == PHRASES[i][0] &&
            strncmp(beginning, PHRASES[i], strlen(PHRASES[i])) == 0) {
            return true;
        }
    }
    return false;
}

static void put_letters(feature_vector *out, const html_block *each) {
    const bool sentence = is_one_of(each->last, ".!?\"”’»…。！？」)");
    const double digits = share(each->digits, each->letters);
    const double capitals = share(each->capitals, each->letters);
    const bool apart = begins_apart(each->beginning);
    put(out, sentence);
    put(out, sentence && each->words >= 8);
    put(out, each->last == ':');
    put(out, digits);
    put(out, digits > 0.2 && each->words <= 12);
    put(out, capitals);
    put(out, capitals > 0.8);
    put(out, share(each->commas, each->words) > 0.03);
    put(out, log1p(each->commas) / 2);
    put(out, apart);
    put(out, apart && each->words <= 12);
    put(out, apart && share(each->linked_letters, each->letters) > 0.2);
    put(out, strncmp(each->beginning, "by ", 3) == 0 && each->words <= 12);
    put(out, each->beginning[0] == '\0');
}

static void put_tag(feature_vector *out, GumboTag tag, GumboTag parent) {
    put(out, tag == GUMBO_TAG_P);
    put(out, tag == GUMBO_TAG_H1);
    put(out, tag == GUMBO_TAG_H2);
    put(out, tag == GUMBO_TAG_H3);
    put(out, tag >= GUMBO_TAG_H4 && tag <= GUMBO_TAG_H6);
    put(out, tag == GUMBO_TAG_LI);
    put(out, tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH);
    put(out, tag == GUMBO_TAG_DIV);
    put(out, tag == GUMBO_TAG_PRE);
    put(out, tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD);
    put(out, tag == GUMBO_TAG_FIGCAPTION);
    put(out, tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION);
    put(out, parent == GUMBO_TAG_LI);
    put(out, parent == GUMBO_TAG_TD);
    put(out, parent == GUMBO_TAG_ARTICLE || parent == GUMBO_TAG_SECTION);
}

/* --- what it is for --------------------------------------------------------------------------- */

/* Words that tell what a short block is for, wherever they stand in it. */
static const struct {
    const char *words[14];
} MARKS[] = {
    {{"image", "photo", "getty", "credit", "courtesy", "picture", "shutterstock", "file -",
      "screenshot", "/ap", "(ap", "reuters/"}}, /* captions */
    {{"@", ".com", "www.", "http"}},
    {{"click here", "newsletter", "sign up", "subscribe", "follow us", "follow @", "share ",
      "download", "join us", " app.", "read more", "read our", "watch:", "more:"}},
    {{"all rights", "copyright", "\xC2\xA9", "permission", "terms of", "cookie", "privacy",
      "disclos", "commission", "affiliate"}},
    {{"contributed", "reporting by", "edited by", "written by", "is a reporter", "is a writer",
      "correspondent", "writes about", "covers ", "first published", "originally", "editor's",
      "updated", "this story"}},
};

enum { SHORT_WORDS = 60, SHORT_SIZE = 512 };

/* A short block's text in small letters, 0-terminated; what does not fit is cut. */
static void small_text(const html_page *page, const html_block *each, char out[SHORT_SIZE]) {
    size_t size = 0;
    for (uint32_t i = each->first; i < each->end; i++) {
        if (!html_is_text(&page->tree.nodes[i])) {
            continue;
        }
        html_parts within = html_parts_of(&page->tree, &page->tree.nodes[i]);
        for (html_part part; html_next_part(&page->tree, &within, &part);) {
            for (size_t k = 0; k < part.text.size && size + 1 < SHORT_SIZE; k++) {
                out[size++] = ascii_lower(part.text.data[k]);
            }
        }
    }
    out[size] = '\0';
}

static void put_marks(feature_vector *out, const html_page *page, const html_block *each) {
    char text[SHORT_SIZE] = "";
    if (each->words <= SHORT_WORDS) {
        small_text(page, each, text);
    }
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        bool found = false;
        const size_t most = sizeof MARKS->words / sizeof *MARKS->words;
        for (size_t k = 0; !found && k < most && MARKS[i].words[k] != NULL; k++) {
            found = strstr(text, MARKS[i].words[k]) != NULL;
        }
        put(out, found);
        put(out, found && each->words <= 20);
    }
}

/* Whether an element of one of these kinds holds the whole block. */
static bool is_all(const html_page *page, const html_block *each, GumboTag one, GumboTag other) {
    const html_node *nodes = page->tree.nodes;
    for (uint32_t at = each->first; at != each->container && at > 0; at = nodes[at].parent) {
        if ((nodes[at].tag == one || nodes[at].tag == other) && nodes[at].end >= each->end) {
            return true;
        }
    }
    return false;
}

static bool has_picture(const html_page *page, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i++) {
        if (page->tree.nodes[i].tag == GUMBO_TAG_IMG) {
            return true;
        }
    }
    return false;
}

/* Whether pictures stand around: in the block, just before and after, and in the small element
 * around its own. */
static void put_pictures(feature_vector *out, const html_page *page, size_t i) {
    enum { SMALL = 16 };
    const html_block *each = &page->blocks.items[i];
    const html_node *nodes = page->tree.nodes;
    const size_t before = i > 0 ? page->blocks.items[i - 1].end : 0;
    const size_t after =
        i + 1 < page->blocks.count ? page->blocks.items[i + 1].first : page->tree.count;
    const uint32_t around = nodes[nodes[each->container].parent].parent;
    const bool small = nodes[around].end - around <= SMALL;
    put(out, has_picture(page, each->first, each->end));
    put(out, has_picture(page, before, each->first));
    put(out, has_picture(page, each->end, after));
    put(out, small && has_picture(page, around, nodes[around].end));
    put(out, before > 0 && has_picture(page, before, each->first) && each->words <= 30);
}

/* --- what is around it ------------------------------------------------------------------------ */

enum { AROUND = 31 };

/* What all around says, and what the element and the one around it say. */
static void put_context(feature_vector *out, const html_page *page, const html_block *each) {
    const uint32_t around = page->context.around[each->container];
    const uint32_t parent = page->tree.nodes[each->container].parent;
    const bool inner = page->tree.nodes[each->container].tag != GUMBO_TAG_BODY;
    const bool outer = inner && page->tree.nodes[parent].tag != GUMBO_TAG_BODY;
    const uint32_t near =
        (inner ? page->context.own[each->container] : 0) | (outer ? page->context.own[parent] : 0);
    for (size_t i = 0; i < AROUND; i++) {
        put(out, around >> i & 1);
    }
    for (size_t i = 0; i < HTML_WORD_FLAGS; i++) {
        put(out, near >> i & 1);
    }
    for (size_t i = 0; i < HTML_WORD_FLAGS; i++) { /* the inline elements at its beginning */
        const uint32_t inside = page->context.around[each->first] & ~around;
        put(out, inside >> i & 1);
    }
}

static bool is_repeated(const html_blocks *blocks, size_t i) {
    enum { NEAR = 200 };
    const size_t begin = i > NEAR ? i - NEAR : 0;
    const size_t end = i + NEAR < blocks->count ? i + NEAR : blocks->count;
    for (size_t other = begin; other < end; other++) {
        if (other != i && blocks->items[other].hash == blocks->items[i].hash) {
            return true;
        }
    }
    return false;
}

void html_features_alone(const html_page *page, const uint64_t titles[HTML_TITLES],
                         float (*features)[HTML_FEATURES]) {
    for (size_t i = 0; i < page->blocks.count; i++) {
        const html_block *each = &page->blocks.items[i];
        const html_node *container = &page->tree.nodes[each->container];
        feature_vector out = {features[i], 0};
        put(&out, 1);
        put_size(&out, each);
        put_letters(&out, each);
        put_tag(&out, container->tag, page->tree.nodes[container->parent].tag);
        put_context(&out, page, each);
        put_marks(&out, page, each);
        put_pictures(&out, page, i);
        put(&out, is_all(page, each, GUMBO_TAG_STRONG, GUMBO_TAG_B));
        put(&out, is_all(page, each, GUMBO_TAG_EM, GUMBO_TAG_I));
        put(&out, share(each->linked_letters, each->letters) > 0.98 &&
                      share(each->capitals, each->letters) > 0.8);
        put(&out, share(each->linked_letters, each->letters) > 0.98 && each->words >= 4);
        bool title = false;
        for (size_t k = 0; k < HTML_TITLES; k++) {
            title |= titles[k] == each->hash;
        }
        put(&out, title);
        put(&out, is_repeated(&page->blocks, i));
    }
}

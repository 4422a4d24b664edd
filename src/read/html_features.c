#include "read/html_features.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/vec.h"

#include <math.h>
#include <string.h>

/* Features are written one after the other, so that none has a number in two places. */
typedef struct {
    float *values;
    size_t count;
} list;

static void put(list *self, double value) {
    self->values[self->count++] = (float)value;
}

static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

/* --- alone ------------------------------------------------------------------------------------ */

static void put_size(list *out, const html_block *each) {
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

static void put_letters(list *out, const html_block *each) {
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

static void put_tag(list *out, GumboTag tag, GumboTag parent) {
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

/* --- pictures, words within, emphasis --- */

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

static void put_marks(list *out, const html_page *page, const html_block *each) {
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
static void put_pictures(list *out, const html_page *page, size_t i) {
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

enum { AROUND = 31 };

/* What all around says, and what the element and the one around it say. */
static void put_context(list *out, const html_page *page, const html_block *each) {
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
        list out = {features[i], 0};
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

/* --- among ------------------------------------------------------------------------------------ */

/* Sums over the blocks within each element. */
typedef struct {
    const html_page *page;
    const float *chance;
    float *good; /* letters times chance */
    float *all;  /* letters */
    float total; /* good ones of the page */
    uint32_t root;
    size_t first, last; /* blocks in the root that are likely */
    size_t likely;
} sums;

static void add_up(sums *self) {
    const html_page *page = self->page;
    for (size_t i = 0; i < page->blocks.count; i++) {
        const html_block *each = &page->blocks.items[i];
        const float good = self->chance[i] * (float)each->letters;
        self->good[each->container] += good;
        self->all[each->container] += (float)each->letters;
        self->total += good;
    }
    for (size_t i = page->tree.count; i-- > 1;) {
        self->good[page->tree.nodes[i].parent] += self->good[i];
        self->all[page->tree.nodes[i].parent] += self->all[i];
    }
}

/* The element where what is likely most outweighs what is not: the deepest of the best. */
static void find_root(sums *self) {
    float best = 0;
    for (uint32_t i = 0; i < self->page->tree.count; i++) {
        const float balance = self->good[i] - (self->all[i] - self->good[i]);
        if (balance >= best && self->all[i] > 0) {
            best = balance;
            self->root = i;
        }
    }
}

static bool is_within(const html_tree *tree, uint32_t node, uint32_t root) {
    return node >= root && node < tree->nodes[root].end;
}

static void find_ends(sums *self) {
    const html_page *page = self->page;
    self->first = page->blocks.count;
    for (size_t i = 0; i < page->blocks.count; i++) {
        const html_block *each = &page->blocks.items[i];
        const bool likely = self->chance[i] > 0.5F && each->words >= 8;
        self->likely += likely;
        if (likely && is_within(&page->tree, each->container, self->root)) {
            self->first = self->first == page->blocks.count ? i : self->first;
            self->last = i;
        }
    }
}

static double chance_at(const sums *self, size_t i, long step) {
    const long at = (long)i + step;
    return at >= 0 && at < (long)self->page->blocks.count ? self->chance[at] : 0;
}

static void put_neighbours(list *out, const sums *self, size_t i) {
    const double before = chance_at(self, i, -1);
    const double after = chance_at(self, i, 1);
    put(out, before);
    put(out, after);
    put(out, before * after);
    put(out, (chance_at(self, i, -2) + chance_at(self, i, -3)) / 2);
    put(out, (chance_at(self, i, 2) + chance_at(self, i, 3)) / 2);
    double far_before = 0;
    double far_after = 0;
    for (long step = 1; step <= 8; step++) {
        far_before = fmax(far_before, chance_at(self, i, -step));
        far_after = fmax(far_after, chance_at(self, i, step));
    }
    put(out, far_before);
    put(out, far_after);
    put(out, far_before * far_after);
}

/* How the blocks of the elements around were judged: of the first, second and third. */
static void put_elements(list *out, const sums *self, const html_block *each, double own) {
    uint32_t node = each->container;
    for (size_t i = 0; i < 4; i++) {
        const double good = self->good[node] - own * each->letters;
        const double all = self->all[node] - (double)each->letters;
        put(out, share(self->good[node], self->total));
        put(out, all > 0 ? share(good, all) : 0.5);
        if (self->page->tree.nodes[node].tag != GUMBO_TAG_BODY) {
            node = self->page->tree.nodes[node].parent;
        }
    }
}

/* Blocks that stand in the same kind of element in the same place: how much of what is likely is
 * theirs, and how likely they are. */
static void put_alike(list *out, const sums *self, size_t i) {
    enum { NEAR = 150 };
    const html_page *page = self->page;
    const html_node *nodes = page->tree.nodes;
    const html_block *each = &page->blocks.items[i];
    const size_t begin = i > NEAR ? i - NEAR : 0;
    const size_t end = i + NEAR < page->blocks.count ? i + NEAR : page->blocks.count;
    double good = 0;
    double all = 0;
    for (size_t k = begin; k < end; k++) {
        const html_block *other = &page->blocks.items[k];
        if (k != i && nodes[other->container].tag == nodes[each->container].tag &&
            page->context.around[other->container] == page->context.around[each->container]) {
            good += (double)self->chance[k] * other->letters;
            all += other->letters;
        }
    }
    put(out, share(good, self->total));
    put(out, all > 0 ? share(good, all) : 0.5);
    put(out, all == 0);
}

static void put_place(list *out, const sums *self, size_t i) {
    const html_page *page = self->page;
    const html_block *each = &page->blocks.items[i];
    const bool inside = is_within(&page->tree, each->container, self->root);
    const double before = i < self->first ? (double)(self->first - i) : 0;
    const double after = i > self->last ? (double)(i - self->last) : 0;
    size_t depth = 0;
    for (uint32_t at = each->container; inside && at != self->root; depth++) {
        at = page->tree.nodes[at].parent;
    }
    put(out, inside);
    put(out, inside ? fmin((double)depth, 8) / 4 : 0);
    put(out, before == 0 && after == 0);
    put(out, inside && before == 0 && after == 0);
    put(out, log1p(before) / 2);
    put(out, log1p(after) / 2);
    put(out, before > 0 && before <= 2);
    put(out, after > 0 && after <= 2);
    put(out, log1p((double)self->likely) / 4);
}

static void put_crosses(list *out, const sums *self, size_t i) {
    const html_block *each = &self->page->blocks.items[i];
    const double own = self->chance[i];
    const bool inside = is_within(&self->page->tree, each->container, self->root);
    const bool between = i >= self->first && i <= self->last;
    const double after = chance_at(self, i, 1);
    put(out, own);
    put(out, log((own + 0.001) / (1.001 - own)) / 4);
    put(out, own * inside);
    put(out, own * between);
    put(out, each->kind == BLOCK_HEADING ? after : 0);
    put(out, each->kind == BLOCK_HEADING && between);
    put(out, each->kind == BLOCK_ITEM && between && inside);
    put(out, each->kind == BLOCK_QUOTATION && between);
    put(out, each->kind == BLOCK_POST && between);
    put(out, each->words <= 8 && between && inside);
    put(out, each->linked_letters * 2 > each->letters && between && inside);
    put(out, each->words >= 15 && !inside);
}

void html_features_among(const html_page *page, const float *chance,
                         float (*features)[HTML_FEATURES]) {
    arena *scratch = arena_new();
    sums of = {.page = page, .chance = chance};
    of.good = arena_array(scratch, float, page->tree.count);
    of.all = arena_array(scratch, float, page->tree.count);
    add_up(&of);
    find_root(&of);
    find_ends(&of);
    for (size_t i = 0; i < page->blocks.count; i++) {
        list out = {features[i] + HTML_ALONE, 0};
        put_neighbours(&out, &of, i);
        put_elements(&out, &of, &page->blocks.items[i], chance[i]);
        put_alike(&out, &of, i);
        put_place(&out, &of, i);
        put_crosses(&out, &of, i);
    }
    arena_free(scratch);
}

/* The second round: how a block stands to what the first has judged likely. */
#include "read/html_feature_vector.h"
#include "read/html_features.h"

#include <math.h>

/* --- where the article seems to stand --------------------------------------------------------- */

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

/* --- features --------------------------------------------------------------------------------- */

static double chance_at(const sums *self, size_t i, long step) {
    const long at = (long)i + step;
    return at >= 0 && at < (long)self->page->blocks.count ? self->chance[at] : 0;
}

static void put_neighbours(feature_vector *out, const sums *self, size_t i) {
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
static void put_elements(feature_vector *out, const sums *self, const html_block *each,
                         double own) {
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
static void put_alike(feature_vector *out, const sums *self, size_t i) {
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

static void put_place(feature_vector *out, const sums *self, size_t i) {
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

static void put_crosses(feature_vector *out, const sums *self, size_t i) {
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

void html_features_stacked(const html_page *page, const float *chance,
                           float (*features)[HTML_FEATURES]) {
    arena *scratch = arena_new();
    sums of = {.page = page, .chance = chance};
    of.good = arena_array(scratch, float, page->tree.count);
    of.all = arena_array(scratch, float, page->tree.count);
    add_up(&of);
    find_root(&of);
    find_ends(&of);
    for (size_t i = 0; i < page->blocks.count; i++) {
        feature_vector out = {features[i] + HTML_ALONE, 0};
        put_neighbours(&out, &of, i);
        put_elements(&out, &of, &page->blocks.items[i], chance[i]);
        put_alike(&out, &of, i);
        put_place(&out, &of, i);
        put_crosses(&out, &of, i);
    }
    arena_free(scratch);
}

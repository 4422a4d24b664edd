/* Bonds between profiles -> groups, in which no two are plainly different. */
#include "identify/identify.h"

#include "base/buf.h"
#include "base/lexicon.h"
#include "base/vec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef VEC(size_t) places;

typedef struct {
    const str *texts;
    size_t *parents; /* a forest; roots stand for groups */
    places *members; /* of roots: those of different sorts, one of each */
    size_t *sorts;   /* profiles that differ in their `only` at most are of a sort */
    const identify_bond *bonds;
    size_t bond_count;
    places parted; /* for each profile's sake: places of bonds that part */
    lexicon apart; /* pairs of sorts -> 1 + whether they are apart */
    arena *into;
} grouping;

static size_t root_of(grouping *self, size_t which) {
    while (self->parents[which] != which) {
        self->parents[which] = self->parents[self->parents[which]];
        which = self->parents[which];
    }
    return which;
}

/* The text without the lines that only one speaker has. */
static str sort_of(str text) {
    for (size_t at = 0; at < text.size;) {
        str rest = str_slice(text, (span){at, text.size});
        if (str_starts(rest, STR("only ")) || str_starts(rest, STR("apart "))) {
            return str_slice(text, (span){0, at});
        }
        const char *end = memchr(text.data + at, '\n', text.size - at);
        at = end != NULL ? (size_t)(end - text.data) + 1 : text.size;
    }
    return text;
}

static bool sorts_are_apart(grouping *self, size_t a, size_t b) {
    char name[48];
    size_t size = (size_t)snprintf(name, sizeof name, "%zu %zu", a < b ? a : b, a < b ? b : a);
    uint32_t *known =
        lexicon_put(&self->apart, (str){str_copy(self->into, (str){name, size}), size});
    if (*known == 0) {
        *known = identify_apart(self->texts[a], self->texts[b]) ? 2 : 1;
    }
    return *known == 2;
}

static bool are_parted(grouping *self, size_t a, size_t b) {
    for (size_t i = 0; i < self->parted.count; i++) {
        const identify_bond *each = &self->bonds[self->parted.items[i]];
        size_t left = root_of(self, each->a), right = root_of(self, each->b);
        if ((left == a && right == b) || (left == b && right == a)) {
            return true;
        }
    }
    return false;
}

static bool may_join(grouping *self, size_t a, size_t b, bool by_hand) {
    if (are_parted(self, a, b)) {
        return false;
    }
    for (size_t i = 0; !by_hand && i < self->members[a].count; i++) {
        for (size_t k = 0; k < self->members[b].count; k++) {
            if (sorts_are_apart(self, self->members[a].items[i], self->members[b].items[k])) {
                return false;
            }
        }
    }
    return true;
}

static void add_members(places *to, const places *from) {
    for (size_t i = 0; i < from->count; i++) {
        bool known = false;
        for (size_t k = 0; !known && k < to->count; k++) {
            known = to->items[k] == from->items[i];
        }
        if (!known) {
            vec_push(to, from->items[i]);
        }
    }
}

static void take_bond(grouping *self, const identify_bond *bond) {
    size_t a = root_of(self, bond->a), b = root_of(self, bond->b);
    if (a != b && may_join(self, a, b, bond->strength == BY_HAND)) {
        size_t to = a < b ? a : b, from = a < b ? b : a;
        self->parents[from] = to;
        add_members(&self->members[to], &self->members[from]);
    }
}

/* --- what may mean two ------------------------------------------------------------------------ */

/* "Bush" or "George Bush" is neither of two that are plainly different, unless more speaks for one:
 * of bonds of one profile whose other ends are apart only the strongest counts, and none where two
 * are as strong. */
static void drop_ambiguous(grouping *self, const places *of, bool *dropped, size_t which) {
    for (size_t i = 0; i < of->count; i++) {
        for (size_t k = 0; k < i; k++) {
            const identify_bond *one = &self->bonds[of->items[i]],
                                *two = &self->bonds[of->items[k]];
            size_t end = one->a == which ? one->b : one->a;
            size_t other = two->a == which ? two->b : two->a;
            if (sorts_are_apart(self, self->sorts[end], self->sorts[other])) {
                dropped[of->items[i]] |= one->strength <= two->strength;
                dropped[of->items[k]] |= two->strength <= one->strength;
            }
        }
    }
}

static bool *find_ambiguous(grouping *self, size_t count) {
    places *of = arena_array(self->into, places, count + 1);
    bool *dropped = arena_array(self->into, bool, self->bond_count + 1);
    for (size_t i = 0; i < self->bond_count; i++) {
        if (self->bonds[i].strength > 0 && self->bonds[i].strength < BY_HAND) {
            vec_push(&of[self->bonds[i].a], i);
            vec_push(&of[self->bonds[i].b], i);
        }
    }
    for (size_t i = 0; i < count; i++) {
        drop_ambiguous(self, &of[i], dropped, i);
    }
    for (size_t i = 0; i < count; i++) {
        vec_free(&of[i]);
    }
    return dropped;
}

/* --- order ------------------------------------------------------------------------------------ */

typedef struct {
    const identify_bond *bond;
    str low, high; /* texts */
} ordered;

/* What the user joins comes last: it brings whole groups together, whatever they are. */
static int rank(const identify_bond *bond) {
    return bond->strength == BY_HAND ? 0 : bond->strength;
}

static int by_strength(const void *left, const void *right) {
    const ordered *a = left, *b = right;
    if (rank(a->bond) != rank(b->bond)) {
        return rank(a->bond) > rank(b->bond) ? -1 : 1;
    }
    int order = str_compare(a->low, b->low);
    return order != 0 ? order : str_compare(a->high, b->high);
}

static ordered *in_order(const grouping *self) {
    ordered *out = mem_alloc(mem_product(self->bond_count + 1, sizeof *out));
    for (size_t i = 0; i < self->bond_count; i++) {
        const identify_bond *each = &self->bonds[i];
        str a = self->texts[each->a], b = self->texts[each->b];
        bool turned = str_compare(a, b) > 0;
        out[i] = (ordered){each, turned ? b : a, turned ? a : b};
    }
    qsort(out, self->bond_count, sizeof *out, by_strength);
    return out;
}

/* Every profile in a group of its own. */
static void begin(grouping *self, size_t count) {
    lexicon sorts = {0};
    for (size_t i = 0; i < count; i++) {
        uint32_t *known = lexicon_put(&sorts, sort_of(self->texts[i]));
        *known = *known == 0 ? (uint32_t)i + 1 : *known;
        self->sorts[i] = *known - 1;
        self->parents[i] = i;
        vec_push(&self->members[i], self->sorts[i]);
    }
    lexicon_free(&sorts);
}

void identify_groups(const str *profiles, size_t count, const identify_bond *bonds,
                     size_t bond_count, arena *into, size_t *groups) {
    grouping self = {.texts = profiles,
                     .parents = groups,
                     .members = arena_array(into, places, count + 1),
                     .sorts = arena_array(into, size_t, count + 1),
                     .bonds = bonds,
                     .bond_count = bond_count,
                     .into = into};
    begin(&self, count);
    for (size_t i = 0; i < bond_count; i++) {
        if (bonds[i].strength == PARTED) {
            vec_push(&self.parted, i);
        }
    }
    const bool *dropped = find_ambiguous(&self, count);
    ordered *sorted = in_order(&self);
    for (size_t i = 0; i < bond_count; i++) {
        if (sorted[i].bond->strength > 0 && !dropped[sorted[i].bond - bonds]) {
            take_bond(&self, sorted[i].bond);
        }
    }
    for (size_t i = 0; i < count; i++) {
        groups[i] = root_of(&self, i); /* the lower place is always the root */
        vec_free(&self.members[i]);
    }
    vec_free(&self.parted);
    lexicon_free(&self.apart);
    mem_free(sorted);
}

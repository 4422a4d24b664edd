#include "reason/verbs.h"

#include "base/ascii.h"
#include "base/table.h"

#include <stdlib.h>
#include <string.h>

extern const unsigned char LIST_VERBS[];
extern const size_t LIST_VERBS_SIZE;

enum { WORD_MAX = 24, GROUPS_MAX = 16 };

/* --- forms ------------------------------------------------------------------------------------ */

/* A word in small letters. */
typedef struct {
    char letters[WORD_MAX + 1];
    size_t size;
} lemma;

static bool ends_in(const lemma *self, str end) {
    return self->size > end.size + 1 &&
           memcmp(self->letters + self->size - end.size, end.data, end.size) == 0;
}

/* Another end in the place of its last bytes. */
static lemma with_end(const lemma *self, size_t cut, str end) {
    lemma out = {.size = self->size - cut + end.size};
    memcpy(out.letters, self->letters, self->size - cut);
    memcpy(out.letters + self->size - cut, end.data, end.size);
    return out;
}

static bool has_groups(const lemma *self, str *groups) {
    str list = {(const char *)LIST_VERBS, LIST_VERBS_SIZE};
    return table_find(list, (str){self->letters, self->size}, groups);
}

/* What stands before an ending, as it is, with an "e", or without the second of two letters:
 * "stopped". */
static bool find_before(const lemma *form, size_t cut, lemma *out, str *groups) {
    lemma bare = with_end(form, cut, STR(""));
    lemma whole = with_end(form, cut, STR("e"));
    bool twice = bare.size > 3 && bare.letters[bare.size - 1] == bare.letters[bare.size - 2];
    lemma single = with_end(form, cut + twice, STR(""));
    const lemma all[] = {whole, bare, single};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (has_groups(&all[i], groups)) {
            *out = all[i];
            return true;
        }
    }
    *out = bare;
    return false;
}

/* The verb that a word is a form of, and its groups, where the table has it. */
static lemma lemma_of(str word, str *groups) {
    static const struct { const char *end, *instead; } ENDS[] = {{"ies", "y"}, {"ied", "y"}};
    lemma form = {.size = word.size < WORD_MAX ? word.size : 0}, out;
    *groups = STR("");
    for (size_t i = 0; i < form.size; i++) {
        form.letters[i] = ascii_lower(word.data[i]);
    }
    if (form.size == 0 || has_groups(&form, groups)) {
        return form;
    }
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        str end = str_from(ENDS[i].end);
        if (ends_in(&form, end)) {
            out = with_end(&form, end.size, str_from(ENDS[i].instead));
            has_groups(&out, groups);
            return out;
        }
    }
    if (ends_in(&form, STR("ed")) || ends_in(&form, STR("es"))) {
        find_before(&form, 2, &out, groups);
    } else if (ends_in(&form, STR("ing"))) {
        find_before(&form, 3, &out, groups);
    } else if (ends_in(&form, STR("s")) && !ends_in(&form, STR("ss"))) {
        out = with_end(&form, 1, STR(""));
        has_groups(&out, groups);
    } else {
        out = form;
    }
    return out;
}

/* --- two verbs -------------------------------------------------------------------------------- */

static size_t read_groups(str written, long out[GROUPS_MAX]) {
    size_t count = 0;
    for (size_t pos = 0; pos < written.size && count < GROUPS_MAX;) {
        out[count++] = strtol(written.data + pos, NULL, 10);
        while (pos < written.size && written.data[pos] != ' ') {
            pos++;
        }
        pos++;
    }
    return count;
}

/* Whether they have one group, of at least one as its own: what is above both makes them no more
 * than sisters. */
static bool share_group(str a, str b) {
    long one[GROUPS_MAX], other[GROUPS_MAX];
    size_t count = read_groups(a, one), others = read_groups(b, other);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < others; k++) {
            bool own = one[i] > 0 || other[k] > 0;
            if (own && labs(one[i]) == labs(other[k])) {
                return true;
            }
        }
    }
    return false;
}

bool are_verbs_alike(str a, str b) {
    str groups, others;
    lemma one = lemma_of(a, &groups), other = lemma_of(b, &others);
    bool same =
        one.size > 0 && one.size == other.size && memcmp(one.letters, other.letters, one.size) == 0;
    return same || share_group(groups, others);
}

#include "link/beside.h"

#include "link/align.h"

#include <stdlib.h>
#include <string.h>

/* How far from a content its word of saying is sought: "said on Friday that", "the minister said".
 * One behind it is the next content's where that begins at once: "and said that". */
enum { BEFORE = 4, AFTER = 5, AT_ONCE = 2 };

typedef struct {
    uint32_t place; /* among all, as they were given */
    word_span words;
} content;

typedef struct {
    str text;
    terms words;
    const uint32_t *sentence;
    const content *all; /* by the numbers below, less one */
    uint32_t *within;   /* [word] the number of the innermost content that it lies in, 0 for none */
} surroundings;

static size_t count_of(const link_document *of) {
    size_t count = 0;
    for (size_t i = 0; i < of->statement_count; i++) {
        count += of->statements[i].content_count;
    }
    return count;
}

static int outer_first(const void *a, const void *b) {
    const word_span x = ((const content *)a)->words;
    const word_span y = ((const content *)b)->words;
    const size_t size_x = x.end - x.begin;
    const size_t size_y = y.end - y.begin;
    return size_x != size_y ? (size_x < size_y) - (size_x > size_y)
                            : (x.begin > y.begin) - (x.begin < y.begin);
}

static content *contents_of(terms words, const link_document *of, arena *into) {
    content *out = arena_array(into, content, count_of(of));
    uint32_t count = 0;
    for (size_t i = 0; i < of->statement_count; i++) {
        const link_statement *each = &of->statements[i];
        for (size_t k = 0; k < each->content_count; k++) {
            const size_t begin = terms_after(words, each->content[k].begin);
            const size_t end = terms_after(words, each->content[k].end);
            out[count] = (content){count, {begin, end > begin ? end : begin}};
            count++;
        }
    }
    return out;
}

/* Whether word `at` may tell that what lies in `within`, in that sentence, is said. */
static bool is_beside(const surroundings *in, size_t at, uint32_t within, uint32_t sentence) {
    return in->within[at] == within && in->sentence[at] == sentence;
}

/* Whether a comma parts a word from the next one: in "she said on Friday, offering" another verb
 * follows. */
static bool is_parted(const surroundings *in, size_t at) {
    const term *word = &in->words.items[at];
    const str between = str_slice(in->text, (span){word->where.end, word[1].where.begin});
    return memchr(between.data, ',', between.size) != NULL;
}

static bool is_said_before(const surroundings *in, word_span what, uint32_t within) {
    for (size_t i = what.begin; i > 0 && i + BEFORE > what.begin; i--) {
        if (!is_beside(in, i - 1, within, in->sentence[what.begin]) ||
            (i < what.begin && is_parted(in, i - 1))) {
            return false;
        }
        if (in->words.items[i - 1].is & TERM_SAYING) {
            return true;
        }
    }
    return false;
}

/* Whether a content of the same sentence begins at once after word `at`. */
static bool begins_after(const surroundings *in, size_t at) {
    for (size_t i = at + 1; i < in->words.count && i <= at + AT_ONCE; i++) {
        const uint32_t number = in->within[i];
        if (in->sentence[i] == in->sentence[at] && number != 0 &&
            in->all[number - 1].words.begin == i) {
            return true;
        }
    }
    return false;
}

static bool is_said_after(const surroundings *in, word_span what, uint32_t within) {
    for (size_t i = what.end; i < in->words.count && i < what.end + AFTER; i++) {
        if (!is_beside(in, i, within, in->sentence[what.end - 1])) {
            return false;
        }
        if (in->words.items[i].is & TERM_SAYING && !begins_after(in, i)) {
            return true;
        }
    }
    return false;
}

const bool *beside_said(terms words, const uint32_t *sentence, const link_document *of,
                        arena *into) {
    const size_t count = count_of(of);
    content *all = contents_of(words, of, into);
    bool *said = arena_array(into, bool, count);
    uint32_t *around = arena_array(into, uint32_t, count);
    surroundings in = {of->text, words, sentence, all, arena_array(into, uint32_t, words.count)};
    if (count > 1) {
        qsort(all, count, sizeof *all, outer_first);
    }
    for (size_t i = 0; i < count; i++) {
        const word_span what = all[i].words;
        const bool again = i > 0 && outer_first(&all[i - 1], &all[i]) == 0;
        around[i] = again ? around[i - 1] : what.begin < what.end ? in.within[what.begin] : 0;
        for (size_t k = what.begin; k < what.end && !again; k++) {
            in.within[k] = (uint32_t)i + 1;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const word_span what = all[i].words;
        said[all[i].place] = what.begin < what.end && (is_said_before(&in, what, around[i]) ||
                                                       is_said_after(&in, what, around[i]));
    }
    return said;
}

#include "store/marked.h"

#include "base/vec.h"
#include "store/tokens.h"

enum { SNIPPET = 24 }; /* words */

/* A word or phrase that was asked for. */
typedef struct {
    token_row words;
    bool prefix; /* of the last word */
} wanted;

/* Where one stands, in words of the text. */
typedef struct {
    size_t begin, end;
    size_t which; /* of those that were asked for */
} match;

typedef VEC(match) match_list;

/* --- matches ---------------------------------------------------------------------------------- */

/* Whether the index would find it there: prefixes are compared with stems, too. */
static bool stands_at(const wanted *self, const token_row *text, size_t at) {
    const size_t count = self->words.count;
    bool stands = count > 0 && at + count <= text->count;
    for (size_t i = 0; i < count && stands; i++) {
        str stem = text->items[at + i].stem, word = self->words.items[i].stem;
        stands = self->prefix && i + 1 == count ? str_starts(stem, word) : str_equal(stem, word);
    }
    return stands;
}

static void find_matches(store *self, const asked *what, const token_row *text, arena *scratch,
                         match_list *out) {
    const size_t count = what != NULL ? what->count : 0;
    wanted *all = arena_array(scratch, wanted, count + 1);
    for (size_t i = 0; i < count; i++) {
        const query_term *each = &what->terms[i];
        if (each->field == NULL && !each->excluded) {
            all[i] = (wanted){tokens_of(self, each->text, scratch), each->prefix};
        }
    }
    for (size_t at = 0; at < text->count; at++) {
        for (size_t i = 0; i < count; i++) {
            if (stands_at(&all[i], text, at)) {
                vec_push(out, (match){at, at + all[i].words.count, i});
            }
        }
    }
}

/* --- a piece ---------------------------------------------------------------------------------- */

/* The different words count most, then all. */
static size_t worth(const match_list *found, size_t from, size_t *end) {
    enum { ANOTHER = 1000 };
    const size_t begin = found->items[from].begin;
    size_t sum = 0;
    for (size_t i = from; i < found->count && found->items[i].end <= begin + SNIPPET; i++) {
        bool known = false;
        for (size_t k = from; k < i && !known; k++) {
            known = found->items[k].which == found->items[i].which;
        }
        sum += known ? 1 : ANOTHER;
        *end = found->items[i].end > *end ? found->items[i].end : *end;
    }
    return sum;
}

static bool begins_sentence(str text, const token_row *words, size_t at) {
    size_t from = at > 0 ? words->items[at - 1].place.end : 0;
    bool begins = at == 0;
    for (size_t i = from; i < words->items[at].place.begin && !begins; i++) {
        begins = text.data[i] == '.' || text.data[i] == '?' || text.data[i] == '!' ||
                 text.data[i] == '\n';
    }
    return begins;
}

/* The first word of the piece: from the beginning of a sentence on if the matches fit, else with as
 * much before them as after. */
static size_t choose_begin(str text, const token_row *words, const match_list *found) {
    size_t best = 0, most = 0, end = 0;
    for (size_t i = 0; i < found->count; i++) {
        size_t reached = found->items[i].begin, sum = worth(found, i, &reached);
        if (sum > most) {
            best = found->items[i].begin;
            end = reached;
            most = sum;
        }
    }
    const size_t earliest = end > SNIPPET ? end - SNIPPET : 0;
    for (size_t at = best; at > earliest; at--) {
        if (begins_sentence(text, words, at)) {
            return at;
        }
    }
    const size_t room = SNIPPET - (end - best), latest = words->count - SNIPPET;
    const size_t begin = best > room / 2 && earliest > 0 ? best - room / 2 : earliest;
    return begin < latest ? begin : latest;
}

/* The bytes that are shown. */
static span choose_piece(str text, const token_row *words, const match_list *found) {
    if (words->count <= SNIPPET) {
        return (span){0, text.size};
    }
    const size_t begin = choose_begin(text, words, found), end = begin + SNIPPET;
    return (span){begin > 0 ? words->items[begin].place.begin : 0,
                  end < words->count ? words->items[end - 1].place.end : text.size};
}

/* --- the text with its marks ------------------------------------------------------------------ */

/* Matches that overlap are one. */
static void put_match(hearsay_span place, hearsay_spans *out, hearsay_span *items) {
    hearsay_span *last = out->count > 0 ? &items[out->count - 1] : NULL;
    if (last != NULL && place.begin < last->end) {
        last->end = place.end > last->end ? place.end : last->end;
    } else {
        items[out->count++] = place;
    }
}

/* A part of the text, with what was left out before and after it told. */
static void give(str text, span part, const token_row *words, const match_list *found, arena *into,
                 hearsay_hit *out) {
    static const str LEFT_OUT = {"…", sizeof "…" - 1};
    buf shown = {0};
    buf_put(&shown, part.begin > 0 ? LEFT_OUT : STR(""));
    const size_t moved = shown.size;
    buf_put(&shown, str_slice(text, part));
    buf_put(&shown, part.end < text.size ? LEFT_OUT : STR(""));
    hearsay_span *items = arena_array(into, hearsay_span, found->count);
    out->matches = (hearsay_spans){items, 0};
    for (size_t i = 0; i < found->count; i++) {
        const size_t begin = words->items[found->items[i].begin].place.begin;
        const size_t end = words->items[found->items[i].end - 1].place.end;
        if (begin >= part.begin && end <= part.end) {
            put_match((hearsay_span){begin - part.begin + moved, end - part.begin + moved},
                      &out->matches, items);
        }
    }
    out->text = (hearsay_str){NULL, shown.size};
    out->text.data = buf_keep(&shown, into).data;
}

static void mark(store *self, const asked *what, str text, bool whole, arena *into,
                 hearsay_hit *out) {
    arena *scratch = arena_new();
    token_row words = tokens_of(self, text, scratch);
    match_list found = {0};
    find_matches(self, what, &words, scratch, &found);
    span part = whole ? (span){0, text.size} : choose_piece(text, &words, &found);
    give(text, part, &words, &found, into, out);
    vec_free(&found);
    arena_free(scratch);
}

void marked_whole(store *self, const asked *what, str text, arena *into, hearsay_hit *out) {
    mark(self, what, text, true, into, out);
}

void marked_snippet(store *self, const asked *what, str text, arena *into, hearsay_hit *out) {
    mark(self, what, text, false, into, out);
}

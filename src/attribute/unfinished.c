#include "attribute/unfinished.h"

static bool holds(span outer, span inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static bool overlaps(span a, span b) {
    return a.begin < b.end && b.begin < a.end;
}

/* The closed double quotation that begins where the part does and ends after it; NULL: none. */
static const quotation *begun_by(const segmentation *text, span stretch) {
    const size_t at = segment_quotation_after(text, stretch.begin);
    const quotation *each = at < text->quotation_count ? &text->quotations[at] : NULL;
    const bool begun = each && each->span.begin == stretch.begin && each->span.end > stretch.end;
    return begun && each->is_double && each->closed ? each : NULL;
}

/* Whether another relation, whose cue is not within the quotation, has some of its rest. One that
 * has all of the quotation reports the same words once more, and claims nothing. */
static bool is_claimed(const relation *other, span whole, span rest) {
    for (size_t i = 0; i < other->content.count; i++) {
        const span theirs = other->content.items[i];
        if (overlaps(theirs, rest) && !holds(theirs, whole)) {
            return !holds(whole, other->cue.items[0]);
        }
    }
    return false;
}

/* How many relations before and behind can have a content in the same quotation: cues stand in the
 * order of the text, and their contents near them. */
enum { NEAR = 8 };

static bool is_free(const relations *found, size_t of, span whole, span rest) {
    const size_t first = of > NEAR ? of - NEAR : 0;
    for (size_t i = first; i < found->count && i <= of + NEAR; i++) {
        if (i != of && is_claimed(&found->items[i], whole, rest)) {
            return false;
        }
    }
    return !overlaps(found->items[of].cue.items[0], rest);
}

/* Whether the part is the last one of the list that lies in the quotation. */
static bool is_last(span_list content, size_t at, span whole) {
    return at + 1 == content.count || content.items[at + 1].begin >= whole.end;
}

void finish_quotations(const segmentation *text, relations *found) {
    for (size_t i = 0; i < found->count; i++) {
        relation *each = &found->items[i];
        for (size_t j = 0; j < each->content.count; j++) {
            span *stretch = &each->content.items[j];
            const quotation *begun = begun_by(text, *stretch);
            if (begun && is_last(each->content, j, begun->span) &&
                is_free(found, i, begun->span, (span){stretch->end, begun->span.end})) {
                stretch->end = begun->span.end;
                each->quoted = segment_quoted(text, each->content.items, each->content.count);
            }
        }
    }
}

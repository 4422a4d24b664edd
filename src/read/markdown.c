#include "read/markdown.h"

#include "base/memory.h"
#include "read/front_matter.h"
#include "read/gap.h"
#include "read/mask.h"

#include <limits.h>
#include <md4c.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* md4c's time may grow with the product of a text's size and the characters that may be markup
 * (its issues 172, 236, 238), so it is given pieces that hold no more than so many of them. */
enum { MARKS_MAX = 4000 };

/* Bytes of a piece of several lines, so that md4c needs little memory. */
static const size_t PIECE_MAX = (size_t)4 << 20;

/* In some places md4c looks a character or two past the end. */
enum { PADDING = 4 };

void parts_add(parts *self, span part) {
    if (part.begin >= part.end) {
        return;
    }
    if (self->count > 0 && self->items[self->count - 1].end == part.begin) {
        self->items[self->count - 1].end = part.end;
        return;
    }
    vec_push(self, part);
}

/* --- what md4c tells -------------------------------------------------------------------------- */

typedef struct {
    str text;      /* the masked copy, whole */
    span piece;    /* what md4c reads of it */
    gap between;   /* from the last text to the next: its begin and its events so far */
    size_t images; /* open ones */
    parts *seen;
} listener;

static int on_block(MD_BLOCKTYPE type, void *detail, void *context) {
    (void)type;
    (void)detail;
    (void)context;
    return 0;
}

static int on_span_begin(MD_SPANTYPE type, void *detail, void *context) {
    (void)detail;
    listener *self = context;
    if (type == MD_SPAN_A) {
        vec_push(&self->between.events, GAP_LINK_OPENS);
    } else if (type == MD_SPAN_IMG) {
        vec_push(&self->between.events, GAP_IMAGE_OPENS);
        self->images++;
    }
    return 0;
}

static int on_span_end(MD_SPANTYPE type, void *detail, void *context) {
    (void)detail;
    listener *self = context;
    if (type == MD_SPAN_A) {
        vec_push(&self->between.events, GAP_LINK_CLOSES);
    } else if (type == MD_SPAN_IMG) {
        vec_push(&self->between.events, GAP_IMAGE_CLOSES);
        self->images--;
    }
    return 0;
}

/* The gap ends at `end`, and the next one begins at `next`. */
static void close_gap(listener *self, size_t end, size_t next) {
    self->between.place.end = end;
    gap_seen(self->text, &self->between, self->seen);
    self->between.place.begin = next;
    self->between.images = self->images;
    vec_clear(&self->between.events);
}

/* md4c hands out text by pointers into what it reads, in order; line breaks and the like are its
 * own strings, and stay in the gap. */
static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
    (void)type;
    listener *self = context;
    uintptr_t begin = (uintptr_t)self->text.data + self->piece.begin;
    uintptr_t at = (uintptr_t)text;
    if (at < begin || at - begin >= self->piece.end - self->piece.begin) {
        return 0;
    }
    span place = {self->piece.begin + (at - begin), self->piece.begin + (at - begin) + size};
    if (place.begin < self->between.place.begin || place.end > self->piece.end) {
        return 1; /* out of order: md4c erred */
    }
    close_gap(self, place.begin, place.end);
    if (self->images == 0) {
        parts_add(self->seen, place);
    }
    return 0;
}

/* --- pieces ----------------------------------------------------------------------------------- */

static bool is_break(char c) {
    return c == '\n' || c == '\r';
}

/* A place where a piece may end, and how many marks stand before it. */
typedef struct {
    size_t end, marks;
} cut;

/* The piece that begins at `begin`: it ends after an empty line if it can, else after a line. A
 * line that alone has too many marks, or is too long, is a piece of its own. */
static cut next_piece(str text, size_t begin) {
    cut line = {begin, 0};
    cut paragraph = {begin, 0};
    cut here = {begin, 0};
    while (here.end < text.size) {
        char c = text.data[here.end++];
        here.marks += c != '\0' && strchr("[]*_<`&\\", c) != NULL;
        bool within = !is_break(c) || (c == '\r' && text.data[here.end] == '\n');
        if (within && here.end < text.size) {
            continue;
        }
        bool full = here.marks > MARKS_MAX || here.end - begin > PIECE_MAX;
        if (full && line.end > begin) {
            return paragraph.end > begin ? paragraph : line;
        }
        if (full) {
            return here;
        }
        if (is_break(text.data[line.end])) {
            paragraph = here;
        }
        line = here;
    }
    return here;
}

static void read_piece(str text, span piece, parts *seen) {
    static const MD_PARSER PARSER = {
        .flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML,
        .enter_block = on_block,
        .leave_block = on_block,
        .enter_span = on_span_begin,
        .leave_span = on_span_end,
        .text = on_text,
    };
    listener self = {.text = text, .piece = piece, .seen = seen};
    self.between.place.begin = piece.begin;
    size_t before = seen->count;
    span last = before > 0 ? seen->items[before - 1] : (span){0, 0};
    MD_SIZE size = (MD_SIZE)(piece.end - piece.begin);
    if (md_parse(text.data + piece.begin, size, &PARSER, &self) == 0) {
        close_gap(&self, piece.end, piece.end);
    } else { /* it is seen as it stands */
        seen->count = before;
        if (before > 0) {
            seen->items[before - 1] = last;
        }
        parts_add(seen, piece);
    }
    vec_free(&self.between.events);
}

void markdown_seen(str text, parts *seen) {
    char *copy = mem_alloc(text.size + PADDING);
    if (text.size > 0) {
        memcpy(copy, text.data, text.size);
    }
    memset(copy + text.size, 0, PADDING);
    mask_text(copy, text.size);
    str masked = {copy, text.size};
    for (size_t begin = front_matter_end(text); begin < text.size;) {
        cut piece = next_piece(masked, begin);
        if (piece.marks > MARKS_MAX || piece.end - begin > INT_MAX / 2) {
            parts_add(seen, (span){begin, piece.end});
        } else {
            read_piece(masked, (span){begin, piece.end}, seen);
        }
        begin = piece.end;
    }
    mem_free(copy);
}

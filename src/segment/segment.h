/* Stage 2, segment: a shown text -> paragraphs, sentences, quotations, word pieces. Spans only.
 *
 * A segmenter is immutable and shared by threads; it borrows the lists it was made of. What
 * `segment` gives lives in the arena; all positions are bytes in the shown text. */
#ifndef SEGMENT_SEGMENT_H
#define SEGMENT_SEGMENT_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a piece stands to quotation marks; the model has an embedding for each value. */
typedef enum {
    QUOTE_OUTSIDE = 0,
    QUOTE_OPENING = 1, /* an opening double mark */
    QUOTE_INSIDE = 2,  /* between double marks */
    QUOTE_CLOSING = 3, /* a closing double mark */
    QUOTE_SINGLE = 4,  /* between single marks only */
    QUOTE_NESTED = 5,  /* between double marks inside double marks */
    /* in a content that is read as a text of its own (attribute/nesting.h): */
    QUOTE_REPORTED = 6,       /* outside of single marks and nested double ones */
    QUOTE_REPORTED_INSIDE = 7 /* between them */
} quote_state;

/* The letters of the word that a piece belongs to: the vocabulary itself is uncased. */
typedef enum {
    CASE_NONE = 0,
    CASE_LOWER = 1,
    CASE_TITLE = 2,
    CASE_UPPER = 3,
    CASE_MIXED = 4
} letter_case;

typedef enum { START_NONE = 0, START_SENTENCE = 1, START_PARAGRAPH = 2 } start_state;

/* A word piece (WordPiece, Wu et al. 2016), with the features that the model reads beside it. */
typedef struct {
    uint32_t id; /* in the vocabulary */
    uint32_t begin, end;
    uint8_t quote;       /* quote_state of its first byte */
    uint8_t letter_case; /* letter_case */
    uint8_t start;       /* start_state: what begins with this piece */
    bool further;        /* goes on with the word of the piece before */
} piece;

/* A pair of quotation marks and what stands between them, marks included. A quotation of several
 * paragraphs, each reopened, is one quotation a paragraph. */
typedef struct {
    span span;
    bool is_double; /* or single marks */
    bool closed;    /* false: no mark ends it, but its paragraph, or who said it */
    bool continued; /* the next paragraph reopens it */
} quotation;

typedef struct {
    str shown;
    span *paragraphs;
    size_t paragraph_count;
    bool line_by_line; /* every line is a paragraph: what belongs together may lie in several */
    span *sentences;   /* every sentence lies in one paragraph */
    size_t sentence_count;
    quotation *quotations; /* by begin; they nest, and each lies in one paragraph */
    size_t quotation_count;
    piece *pieces;
    size_t piece_count;
} segmentation;

typedef struct segmenter segmenter;

/* `vocabulary`: one piece a line, its id the line's number from 0, as in BERT's vocab.txt.
 * `abbreviations`: the word lists of data/abbreviations.txt, one word a line, lower case; lines
 * that begin with # are comments. Under [abbreviations], which is where a list begins, words
 * without their last full stop; those that no sentence ends with end in "+". Under [starters],
 * words that begin a sentence after an abbreviation; under [elisions], those that an apostrophe
 * begins. Both lists are borrowed, and nothing in them is an error. */
segmenter *segmenter_new(str vocabulary, str abbreviations);

/* NULL is allowed. */
void segmenter_free(segmenter *self);

/* `shown` must be well-formed UTF-8 and shorter than 4 GiB. Time and memory are linear in it. */
void segment(const segmenter *self, str shown, arena *into, segmentation *out);

/* The paragraphs alone, as `segment` finds them; all else in `out` is zero. */
void segment_paragraphs(str shown, arena *into, segmentation *out);

/* Paragraphs and sentences alone, as `segment` finds them with the lists of data/abbreviations.txt,
 * which are built in for this: whoever shows a text needs no model. All else in `out` is zero. */
void segment_sentences(str shown, arena *into, segmentation *out);

/* The first piece that ends after the position; piece_count if there is none. */
size_t segment_piece_after(const segmentation *self, size_t pos);

/* The first quotation that begins at or after the position; quotation_count if there is none. */
size_t segment_quotation_after(const segmentation *self, size_t pos);

typedef enum { QUOTED_NONE, QUOTED_SOME, QUOTED_ALL } quoted;

/* How much of the letters and digits of the spans stands inside quotation marks, double or single;
 * QUOTED_NONE where there are none. */
quoted segment_quoted(const segmentation *self, const span *parts, size_t count);

/* Whether there is a letter or digit in the part. */
bool segment_has_words(const segmentation *self, span part);

/* Past the mark of a list's item ("* ", "2) ") with which the paragraph at `begin` begins, or
 * `begin` if there is none. */
size_t segment_past_list_mark(const segmentation *self, size_t begin);

/* Past the accents that combine with what ends at `end`: no piece holds them. */
size_t segment_past_accents(const segmentation *self, size_t end);

#include "segment/language.h" /* the rest of what this stage offers; it needs the above */

#endif

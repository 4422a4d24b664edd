/* Stage 3, model: numbers in, scores out. No strings, but for the lists that the file carries.
 *
 * A model is immutable and shared by threads; the scratch is one thread's. The file is mapped and
 * stays mapped until model_close. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/error.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

typedef struct model model;
typedef struct model_scratch model_scratch;

enum { CUE_LABELS = 3, ROLE_LABELS = 5 };

/* Labels of pieces: cue O, B, I; roles O, B-source, I-source, B-content, I-content. */
enum { CUE_O, CUE_B, CUE_I };
enum { ROLE_O, ROLE_B_SOURCE, ROLE_I_SOURCE, ROLE_B_CONTENT, ROLE_I_CONTENT };

/* HEARSAY_IO or HEARSAY_MODEL on failure. The caller owns `*out`. */
hearsay_status model_open(const char *path, model **out, hearsay_error *error);
void model_close(model *self);

const char *model_name(const model *self);

/* The lists for segmenter_new (segment/segment.h); borrowed from the model. */
str model_vocabulary(const model *self);
str model_abbreviations(const model *self);

model_scratch *model_scratch_new(const model *self);
void model_scratch_free(model_scratch *self);

/* The most pieces that a window may have, CLS and SEP not counted. */
size_t model_scratch_window(const model_scratch *self);

/* The weights by which attribute/certainty.h makes a confidence: [CONFIDENCE_WEIGHTS]. */
enum { CONFIDENCE_WEIGHTS = 5 };
const float *model_scratch_confidence(const model_scratch *self);

/* What the encoder reads of a piece. */
typedef struct {
    uint32_t id;
    uint8_t quote, letter_case, start;
} model_piece;

/* Encodes one window of `count` pieces, 0 < count <= model_scratch_window, and gives the logits of
 * its cue labels: cues [count][CUE_LABELS], borrowed from the scratch until the next call. */
const float *model_read_window(model_scratch *self, const model_piece *pieces, size_t count);

/* The same for a content that is read again: NULL if the rows of the encoder's lower half show
 * already that no piece is of a cue, as in a third of all contents. */
const float *model_read_content(model_scratch *self, const model_piece *pieces, size_t count);

/* Reads a content as far as that is decided, for training: model_rows are what it is decided by. */
void model_read_below_gate(model_scratch *self, const model_piece *pieces, size_t count);

/* The rows of the pieces of the window last read, or read in part: [count][model_width], borrowed
 * likewise. For training. */
const float *model_rows(const model_scratch *self);
size_t model_width(const model *self);

/* The logits of the role labels of the window last read, given the cue that its pieces
 * [first, last) are: roles [count][ROLE_LABELS], borrowed likewise. What is far from the cue, with
 * nothing found on the way, is not read and said to be ROLE_O. */
const float *model_read_relation(model_scratch *self, size_t first, size_t last);

/* Traits of a piece, by which a pronoun is held against what it may stand for: TRAITS bytes each
 * for the piece as a pronoun, as the first, and as the last of what is spoken of. They are made of
 * the rows that two thirds of the encoder's layers give, which tell more of that than the last. */
enum { TRAITS = 64, TRAITS_PRONOUN = 0, TRAITS_FIRST = TRAITS, TRAITS_LAST = 2 * TRAITS };
enum { PIECE_TRAITS = 3 * TRAITS };

/* Reads a window as far as its traits need, for model_read_traits or training. */
void model_read_for_traits(model_scratch *self, const model_piece *pieces, size_t count);

/* The traits of the pieces of the window last read, for traits or whole: to [count][PIECE_TRAITS].
 * All zero where the model knows none. */
void model_read_traits(model_scratch *self, int8_t *to);

#endif

/* Windows: a text's pieces in stretches that the encoder reads at once. */
#ifndef ATTRIBUTE_WINDOWS_H
#define ATTRIBUTE_WINDOWS_H

#include "model/model.h"
#include "segment/segment.h"

/* Where the window ends that begins at piece `first` and has at most `size` of the pieces before
 * `last`: at the last paragraph start of its second half, else at the last sentence start there,
 * else where it is full. Hardly a relation in a hundred reaches over such an edge. */
size_t window_end(const piece *pieces, size_t first, size_t last, size_t size);

/* What the model reads of `count` pieces. */
void window_pieces(const piece *pieces, size_t count, model_piece *out);

#endif

/* A feature vector as it is filled in: the numbers are written one after the other, so that none
 * has its place told in two places. */
#ifndef READ_HTML_FEATURE_VECTOR_H
#define READ_HTML_FEATURE_VECTOR_H

#include <stddef.h>

typedef struct {
    float *values;
    size_t count;
} feature_vector;

static inline void put(feature_vector *self, double value) {
    self->values[self->count++] = (float)value;
}

static inline double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

#endif

#include "link/weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Made of data/link/ by cmake/lists.cmake. */
extern const unsigned char LIST_WEIGHTS[];
extern const size_t LIST_WEIGHTS_SIZE;

static const char *const NAMES[] = {
#define X(name) #name,
    COMPARED(X)
#undef X
};

/* A decimal number, whatever the locale. */
static float number_of(str written) {
    const bool negative = written.size > 0 && written.data[0] == '-';
    double number = 0;
    double unit = 0; /* of the next digit; 0 before the point */
    for (size_t i = negative; i < written.size; i++) {
        if (written.data[i] == '.') {
            unit = 0.1;
        } else if (unit > 0) {
            number += unit * (written.data[i] - '0');
            unit /= 10;
        } else {
            number = number * 10 + (written.data[i] - '0');
        }
    }
    return (float)(negative ? -number : number);
}

static float *place_of(weights *self, str name) {
    for (size_t i = 0; i < COMPARED_COUNT; i++) {
        if (str_equal(name, str_from(NAMES[i]))) {
            return &self->of[i];
        }
    }
    return str_equal(name, STR("least"))    ? &self->least
           : str_equal(name, STR("beside")) ? &self->beside
                                            : NULL;
}

void weights_read(weights *self) {
    *self = (weights){0};
    str text = {(const char *)LIST_WEIGHTS, LIST_WEIGHTS_SIZE};
    while (text.size > 0) {
        const char *stop = memchr(text.data, '\n', text.size);
        const size_t size = stop != NULL ? (size_t)(stop - text.data) : text.size;
        const char *tab = memchr(text.data, '\t', size);
        const size_t name = tab != NULL ? (size_t)(tab - text.data) : 0;
        float *place = tab != NULL ? place_of(self, (str){text.data, name}) : NULL;
        if (place != NULL) {
            *place = number_of((str){tab + 1, size - name - 1});
        }
        text = str_slice(text, (span){size + 1, text.size});
    }
}

float weights_judge(const weights *self, const comparison *of) {
    float sum = 0;
    for (size_t i = 0; i < COMPARED_COUNT; i++) {
        sum += self->of[i] * of->values[i];
    }
    return 1 / (1 + expf(-sum));
}

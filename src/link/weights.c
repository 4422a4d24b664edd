#include "link/weights.h"

#include <math.h>
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

/* Takes what stands before the next tab off the front of `line`. */
static str take_field(str *line) {
    const char *tab = line->size > 0 ? memchr(line->data, '\t', line->size) : NULL;
    const size_t size = tab != NULL ? (size_t)(tab - line->data) : line->size;
    const str field = str_slice(*line, (span){0, size});
    *line = str_slice(*line, (span){size + (tab != NULL), line->size});
    return field;
}

static void read_line(weights *self, str line) {
    const str name = take_field(&line);
    if (str_equal(name, STR("least"))) {
        self->least = number_of(line);
    } else if (str_equal(name, STR("beside"))) {
        self->beside = number_of(line);
    }
    for (size_t i = 0; i < COMPARED_COUNT; i++) {
        for (size_t q = 0; str_equal(name, str_from(NAMES[i])) && q < QUOTED_COUNT; q++) {
            self->of[q][i] = number_of(take_field(&line));
        }
    }
}

void weights_read(weights *self) {
    *self = (weights){0};
    str text = {(const char *)LIST_WEIGHTS, LIST_WEIGHTS_SIZE};
    while (text.size > 0) {
        const char *stop = memchr(text.data, '\n', text.size);
        const size_t size = stop != NULL ? (size_t)(stop - text.data) : text.size;
        read_line(self, str_slice(text, (span){0, size}));
        text = str_slice(text, (span){size + 1, text.size});
    }
}

float weights_judge(const weights *self, const comparison *of) {
    float sum = 0;
    for (size_t i = 0; i < COMPARED_COUNT; i++) {
        sum += self->of[of->quoted][i] * of->values[i];
    }
    return 1 / (1 + expf(-sum));
}

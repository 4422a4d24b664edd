/* hearsay: who is said to have said what, and how do we know? */
#ifndef HEARSAY_H
#define HEARSAY_H

#include <stddef.h>

#define HEARSAY_API __attribute__((visibility("default")))

typedef enum {
    HEARSAY_OK = 0,
    HEARSAY_END,
    HEARSAY_INVALID,
    HEARSAY_IO,
    HEARSAY_FORMAT,
    HEARSAY_TOO_LARGE,
    HEARSAY_MODEL
} hearsay_status;

typedef struct {
    hearsay_status code;
    size_t position;
    char message[256];
} hearsay_error;

#endif

/* Taking what was found in a document from the JSON that it was written out as: values. */
#ifndef ENGINE_TAKING_H
#define ENGINE_TAKING_H

#include "engine/document.h"

#include <jansson.h>

/* What is at work while JSON is taken. What does not fit sticks, and the rest is skipped. */
typedef struct {
    hearsay_document *document;
    findings made;
    size_t at;         /* the statement at hand, from 1; 0: none */
    const char *wrong; /* what does not fit; NULL: all does */
    const char *key;   /* where, and in which statement (as `at`) */
    size_t statement;
} taking;

/* Keeps that something does not fit, unless something before did not. */
void taking_refuse(taking *self, const char *key, const char *wrong);

/* A string's copy; data NULL for null or where there is nothing. */
hearsay_str take_text(taking *self, const json_t *object, const char *key);

/* The number of a word among the names of an enumeration, of which 0 is null. */
int take_word(taking *self, const json_t *object, const char *key, const char *(*name_of)(int),
              int first);

/* A share, 0 where it is null. */
float take_share(taking *self, const json_t *object, const char *key);

hearsay_span take_span(taking *self, const json_t *pair, const char *key);
hearsay_spans take_spans(taking *self, const json_t *object, const char *key);
hearsay_str *take_names(taking *self, const json_t *from, const char *key, size_t *count);

#endif

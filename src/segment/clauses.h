/* Clauses that tell whose words the ones before them are: "said Ms. Ortova", "he told reporters".
 * They show where a quotation ended whose closing mark was forgotten. */
#ifndef SEGMENT_CLAUSES_H
#define SEGMENT_CLAUSES_H

#include "base/lexicon.h"
#include "base/str.h"

#include <stdbool.h>

/* Whether one begins at `pos`, where a word does: a few words, up to `end`, of which one reports
 * ("said", "added" and the like), without punctuation before it. `plain`: only one that begins
 * with this word, and then who said it, or that ends with it. */
bool clause_reports(str text, size_t pos, size_t end, const lexicon *words, bool plain);

#endif

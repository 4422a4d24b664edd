/* Interviews that are printed as questions and answers: "Q: Why? A: Because I think so." */
#ifndef RESOLVE_INTERVIEW_H
#define RESOLVE_INTERVIEW_H

#include "resolve/entities.h"

typedef struct {
    size_t answerer; /* entity; NO_ENTITY where the document is no such interview */
    bool *answers;   /* for each token, whether it stands in an answer */
} interview;

/* An interview has two paragraphs at least that begin with "A:". Who answers is the person whom the
 * text before the first one names most. In the arena. */
interview interview_find(const token_list *tokens, const mention_list *mentions,
                         const entity_list *entities, arena *into);

/* "A", where it stands before an answer, as the words of whoever answers. */
bool interview_is_label(const token_list *tokens, token_range source);

#endif

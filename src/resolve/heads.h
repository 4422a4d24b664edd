/* What the noun that heads a phrase tells of whom it means. */
#ifndef RESOLVE_HEADS_H
#define RESOLVE_HEADS_H

#include "resolve/mentions.h"

named_kind head_kind(const token *head);

/* What it may be, of that kind; 0: no "he" or "she" goes back to it. */
uint8_t head_gender(const token *head, named_kind kind);

bool head_is_plural(const token *head);

#endif

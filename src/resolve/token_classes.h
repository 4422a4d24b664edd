/* The class of each word: by the lists, its ending and its neighbours; a capital counts where none
 * is due. For tokens.c alone. */
#ifndef RESOLVE_TOKEN_CLASSES_H
#define RESOLVE_TOKEN_CLASSES_H

#include "resolve/tokens.h"

void note_classes(token_list *of);

/* `her` before a noun is a possessive, else an object. */
void settle_her(token_list *of);

#endif

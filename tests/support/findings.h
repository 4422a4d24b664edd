/* What was found in a document, as a case tells it, instead of what a model would find. */
#ifndef TEST_FINDINGS_H
#define TEST_FINDINGS_H

#include "base/str.h"
#include "engine/document.h"

/* Puts into the document what is told, one finding a line:
 *
 *     source | cue | content | quoted | confidence
 *     language | de
 *     passage | de | words of the passage
 *
 * `quoted` is all, some or none. Words are looked for from the beginning of the text as a reader
 * sees it (of a passage: as it was given); several spans are joined by `+`, a line feed is written
 * `~`, and a source may be left out. What is not there fails the test. */
void findings_put(hearsay_document *into, str told);

/* Takes what stands before `mark` off the front of `rest`, without the spaces around it. */
str findings_take(str *rest, char mark);

#endif

/* Statements marked in a text, as HTML elements.
 *
 * Sources, cues and contents lie over each other as they like; elements must nest. So a mark that
 * goes on where one inside it ends late is closed and opened again, and a mark that reaches over
 * several paragraphs is closed and opened at their edges. Only its first element bears its number
 * and can be linked to. Each mark keeps one level as long as it lasts, the lowest that none of
 * those around it has: its line is drawn there, below theirs. A source or cue that several
 * statements share is one mark. */
#ifndef CLI_MARKS_H
#define CLI_MARKS_H

#include "base/buf.h"
#include "base/vec.h"
#include "hearsay.h"

#include <stdbool.h>

enum { MARK_LEVELS = 3 }; /* deeper ones share the last */

typedef enum { MARK_CONTENT, MARK_SOURCE, MARK_CUE } mark_kind;

typedef struct {
    hearsay_span span;
    mark_kind kind;
    size_t statement; /* its place among the document's */
    size_t number;    /* of the statement on the page, from 1 */
    bool numbered;    /* shows the number where it begins */
    bool continued;   /* it is a later part of the content */
    unsigned level;   /* from 1 */
} mark;

typedef struct {
    size_t article; /* its number, for the names of links */
    VEC(mark) all;  /* by begin, those that end last first */
    size_t next;    /* the first that has not begun */
    VEC(mark *) open;
    VEC(size_t) order;   /* the statements by their numbers: the place of number 1 first */
    VEC(size_t) numbers; /* of statements that have begun since the caller last cleared this */
} marks;

/* Of the document's statements, which get numbers in the order in which these come in the text. */
void marks_init(marks *self, hearsay_document *document, size_t article);
void marks_free(marks *self);

/* Ends, before something at `position` is put, what has ended there, and begins what begins there.
 * Positions ascend. */
void marks_end_at(marks *self, buf *out, size_t position);
void marks_begin_at(marks *self, buf *out, size_t position);

/* The next position where one of them does anything; SIZE_MAX where there is none. */
size_t marks_next(const marks *self);

/* At the end of a paragraph, which is at `position`, and at the beginning of the next. */
void marks_suspend(marks *self, buf *out, size_t position);
void marks_resume(const marks *self, buf *out);

#endif

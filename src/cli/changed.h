/* What a command has changed in a store, said in a line on standard error. */
#ifndef CLI_CHANGED_H
#define CLI_CHANGED_H

#include "base/buf.h"
#include "cli/console.h"
#include "hearsay.h"

/* "removed: wire-7 (Ferry inquiry opens)", with the end of the line; for when it is done and the
 * document is gone. */
buf changed_line(const char *done, hearsay_document *document);

/* "corrected: wire-7 (Ferry inquiry opens): date is 2031-06-15, was 2031-04-02", with every field
 * that differs; `was` may hold any metadata of the document. */
void changed_metadata(console *to, const char *done, const hearsay_metadata *was,
                      hearsay_document *document);

/* "joined: Ada Moreno and Minister Moreno; hearsay who --undo takes it back" */
void changed_people(console *to, const char *done, const char *name, const char *other);

#endif

#include "cli/print.h"

#include "cli/console.h"
#include "cli/output.h"

enum { RIGHT = 0, WRONG = 2 }; /* exit statuses */

int page_print(const buf *page) {
    output *out;
    hearsay_error error;
    if (output_open(NULL, &out, &error) != HEARSAY_OK) {
        return WRONG;
    }
    output_put(out, buf_str(page));
    bool closed = output_is_closed(out);
    bool written = output_finish(out, true, &error) == HEARSAY_OK;
    output_free(out);
    if (!written && !closed) {
        console *messages = console_new();
        console_say(messages, "%s", error.message);
        console_free(messages);
        return WRONG;
    }
    return RIGHT;
}

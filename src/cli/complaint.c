#include "cli/complaint.h"

#include "base/buf.h"
#include "cli/safe.h"

#include <string.h>

void complain_of_query(console *to, const char *typed, const hearsay_error *error) {
    console_say(to, "%s", error->message);
    if (error->code != HEARSAY_INVALID || error->position == 0 || typed == NULL ||
        typed[strspn(typed, " \t\n")] == '\0') {
        return;
    }
    buf lines = {0}, safe = {0};
    safe_put_bytes_line(&safe, str_from(typed));
    buf_printf(&lines, "  %s\n  %*s\n", safe.data, (int)error->position, "^");
    console_put(to, buf_str(&lines));
    buf_free(&safe);
    buf_free(&lines);
}

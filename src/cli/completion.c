#include "cli/completion.h"

#include "cli/print.h"

#include <string.h>

static const struct {
    const char *shell;
    void (*put)(buf *out);
} SCRIPTS[] = {
    {"bash", completion_put_bash},
    {"zsh", completion_put_zsh},
    {"fish", completion_put_fish},
};

int completion_run(const void *options, char *const *operands, size_t count) {
    (void)options, (void)count;
    buf script = {0};
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        if (strcmp(SCRIPTS[i].shell, operands[0]) == 0) {
            SCRIPTS[i].put(&script);
        }
    }
    int status = page_print(&script);
    buf_free(&script);
    return status;
}

#include "read/align.h"

#include "base/utf8.h"

#include <string.h>

size_t align_utf8(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]) {
    (void)context;
    return utf8_put(out, utf8_next(raw, at));
}

/* Whether the text was used up, each step of it as expected. */
static bool align_all(origins *into, size_t begin, str text, str raw, size_t base, align_step *step,
                      void *context) {
    size_t done = 0;
    size_t at = 0;
    while (at < raw.size && done < text.size) {
        char out[ALIGN_STEP_MAX];
        size_t from = at;
        size_t size = step(context, raw, &at, out);
        if (size > text.size - done || memcmp(out, text.data + done, size) != 0) {
            return false;
        }
        if (size > 0) {
            origins_add(into, begin + done, size, (span){base + from, base + at});
        }
        done += size;
    }
    return done == text.size;
}

void align(origins *into, size_t begin, str text, str raw, size_t base, align_step *step,
           void *context) {
    if (!align_all(into, begin, text, raw, base, step, context)) {
        origins_cut(into, begin);
        origins_add(into, begin, text.size, (span){base, base + raw.size});
    }
}

#include "read/read.h"

#include "base/utf8.h"
#include "read/view.h"

void read_text(arena *into, str bytes, reading *out) {
    *out = (reading){0};
    utf8_flaw *flaws;
    str text;
    out->flaw_count = utf8_repair(bytes, into, &text, &flaws, NULL);
    out->first_flaw = out->flaw_count > 0 ? flaws[0].position : 0;
    parts seen = {0};
    markdown_seen(text, &seen);
    view_make(into, text, &seen, &out->view);
    vec_free(&seen);
}

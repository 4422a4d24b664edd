/* What people and documents are called in what reasoning found. */
#include "cli/findings.h"

#include <string.h>

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static bool is_own_voice(const hearsay_evidence *each) {
    return str_equal(str_from(each->role), STR("own voice")) ||
           (each->statement.size == 0 && str_equal(inner(each->note), STR("in its own voice")));
}

str findings_who(const hearsay_evidence *each) {
    if (each->name.size > 0) {
        return inner(each->name);
    }
    if (is_own_voice(each)) {
        return STR("the author");
    }
    if (strcmp(each->role, "side") == 0 && each->statement.size == 0 && each->publisher.size > 0) {
        return inner(each->publisher); /* which tells it itself */
    }
    if (strcmp(each->role, "folded") == 0 && each->title.size > 0) {
        return inner(each->title); /* not what it is folded into */
    }
    return each->page_title.size > 0 ? inner(each->page_title) : STR("(nobody)");
}

static bool is_similar(const hearsay_finding *finding, size_t at) {
    return str_equal(str_from(finding->evidence[at].role), STR("similar"));
}

str findings_heading(const hearsay_finding *finding, size_t at) {
    const bool first = is_similar(finding, at) && (at == 0 || !is_similar(finding, at - 1));
    return first ? STR("May say the same in other words, and is not counted: read it") : STR("");
}

str findings_short_id(hearsay_str id) {
    enum { MADE = 32, SHOWN = 12 }; /* digits of one that was made from the text */
    bool made = id.size == MADE;
    for (size_t i = 0; made && i < id.size; i++) {
        made = memchr("0123456789abcdef", id.data[i], 16) != NULL;
    }
    return str_slice(inner(id), (span){0, made ? SHOWN : id.size});
}

void findings_put_number(buf *out, const hearsay_finding *finding) {
    buf_put(out, STR(""));
    if (str_equal(str_from(finding->kind), STR("corroboration"))) {
        if (finding->count > 1) {
            buf_printf(out, "%zu voices", finding->count);
        } else {
            buf_put(out, STR("nobody else"));
        }
    } else if (finding->of > 0) {
        buf_printf(out, "%zu of %zu", finding->count, finding->of);
    } else if (finding->count > 0) {
        buf_printf(out, "%zu", finding->count);
    }
}

#include "read/json_source.h"

#include "base/utf8.h"
#include "read/json_repair.h"
#include "read/space.h"

#include <string.h>

static const char SPACE[] = " \t\r\n";

/* Past the string whose opening mark is at `at`. */
static size_t past_string(str line, size_t at) {
    for (at++; at < line.size && line.data[at] != '"'; at++) {
        at += line.data[at] == '\\';
    }
    return at < line.size ? at + 1 : line.size;
}

/* Past what is at `at`, up to the comma or brace that ends it in the outer object. */
static size_t past_value(str line, size_t at) {
    size_t depth = 0;
    while (at < line.size) {
        char c = line.data[at];
        if (c == '"') {
            at = past_string(line, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}')) {
            break;
        }
        depth += c == '{' || c == '[';
        depth -= (c == '}' || c == ']') && depth > 0;
        at++;
    }
    return at;
}

span json_text_span(str line) {
    span found = {0, line.size};
    size_t at = past_space(line, 0, SPACE);
    while (at < line.size && (line.data[at] == '{' || line.data[at] == ',')) {
        size_t key = past_space(line, at + 1, SPACE);
        size_t key_end = key < line.size && line.data[key] == '"' ? past_string(line, key) : key;
        size_t colon = past_space(line, key_end, SPACE);
        size_t value = past_space(line, colon < line.size ? colon + 1 : colon, SPACE);
        at = past_value(line, value);
        if (str_equal(str_slice(line, (span){key, key_end}), STR("\"text\"")) && value < at &&
            line.data[value] == '"') {
            found = (span){value + 1, past_string(line, value) - 1};
        }
    }
    return found;
}

size_t json_step(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]) {
    static const char NAMES[] = "\"\\/bfnrt";
    static const char MEANT[] = "\"\\/\b\f\n\r\t";
    if (raw.data[*at] != '\\' || *at + 1 == raw.size) {
        return align_utf8(context, raw, at, out);
    }
    const char *name = strchr(NAMES, raw.data[*at + 1]);
    if (name != NULL && *name != '\0') {
        *at += 2;
        out[0] = MEANT[name - NAMES];
        return 1;
    }
    return utf8_put(out, json_escape(raw, at));
}

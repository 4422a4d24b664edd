#include "cli/changed.h"

#include "base/buf.h"
#include "base/metadata.h"
#include "cli/safe.h"
#include "cli/title.h"

static void put(buf *line, hearsay_str text) {
    safe_put_bytes_line(line, (str){text.data, text.size});
}

static void put_name(buf *line, const char *done, hearsay_document *document) {
    buf_printf(line, "%s: ", done);
    put(line, hearsay_document_metadata(document).id);
    title called = title_of(document);
    if (called.given) {
        buf_put(line, STR(" ("));
        put(line, (hearsay_str){called.text.data, called.text.size});
        buf_put(line, STR(")"));
    }
}

static void say(console *to, buf *line) {
    buf_putc(line, '\n');
    console_put(to, buf_str(line));
    buf_free(line);
}

buf changed_line(const char *done, hearsay_document *document) {
    buf line = {0};
    put_name(&line, done, document);
    buf_putc(&line, '\n');
    return line;
}

static void put_value(buf *line, hearsay_str value) {
    if (value.size > 0) {
        put(line, value);
    } else {
        buf_put(line, STR("not known"));
    }
}

void changed_metadata(console *to, const char *done, const hearsay_metadata *was,
                      hearsay_document *document) {
    hearsay_metadata is = hearsay_document_metadata(document);
    buf line = {0};
    put_name(&line, done, document);
    const char *before = ": ";
    for (size_t i = 0; i < METADATA_FIELD_COUNT; i++) {
        hearsay_str now = metadata_value(&is, &METADATA_FIELDS[i]);
        hearsay_str then = metadata_value(was, &METADATA_FIELDS[i]);
        if (!str_equal((str){now.data, now.size}, (str){then.data, then.size})) {
            buf_printf(&line, "%s%s is ", before, METADATA_FIELDS[i].name);
            put_value(&line, now);
            buf_put(&line, STR(", was "));
            put_value(&line, then);
            before = "; ";
        }
    }
    buf_put(&line, *before == ':' ? STR(": it was so already") : STR(""));
    say(to, &line);
}

void changed_people(console *to, const char *done, const char *name, const char *other) {
    buf line = {0};
    buf_printf(&line, "%s: ", done);
    safe_put_bytes_line(&line, str_from(name));
    buf_put(&line, STR(" and "));
    safe_put_bytes_line(&line, str_from(other));
    buf_put(&line, STR("; hearsay who --undo takes it back"));
    say(to, &line);
}

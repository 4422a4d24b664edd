/* Any text, and the dates found in it: they lie in it, in order, between characters, and what is
 * written of a value is read as the same. The first byte says when the text was written. */
#include "resolve/dates.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>

static const char *const WRITTEN[] = {"2016-02-29", "0001-01-01", "9999-12-31",
                                      "2016-10",    "2016",       ""};

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static bool between_characters(str text, size_t pos) {
    return pos == text.size || ((unsigned char)text.data[pos] & 0xC0) != 0x80;
}

static void check_value(date_value value) {
    buf out = {0};
    if (date_value_write(value, &out)) {
        date_value again = date_value_read(buf_str(&out));
        require(again.first == value.first && again.last == value.last);
    }
    buf_free(&out);
}

static void check(str text, const dates *found) {
    size_t end = 0;
    for (size_t i = 0; i < found->mention_count; i++) {
        const date_mention *each = &found->mentions[i];
        require(end <= each->span.begin && each->span.begin < each->span.end);
        require(each->span.end <= text.size && between_characters(text, each->span.begin));
        require(between_characters(text, each->span.end));
        check_value(each->value);
        check_value(each->other);
        end = each->span.end;
    }
    size_t mentions = 0;
    for (size_t i = 0; i < found->expression_count; i++) {
        const date_expression *each = &found->expressions[i];
        require(each->mention == mentions && each->span.begin < each->span.end);
        check_value(each->value);
        mentions += each->mention_count;
    }
    require(mentions == found->mention_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    static date_finder *finder = NULL; /* made once: it costs more than most texts */
    finder = finder != NULL ? finder : date_finder_new();
    arena *memory = arena_new();
    str text;
    utf8_repair((str){(const char *)data + 1, size - 1}, memory, &text, NULL, NULL);
    str written = str_from(WRITTEN[data[0] % (sizeof WRITTEN / sizeof *WRITTEN)]);
    dates found;
    dates_find(finder, text, date_value_read(written), memory, &found);
    check(text, &found);
    arena_free(memory);
    return 0;
}

#include "read/html_charset.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum {
    META_WITHIN = 4096, /* bytes; browsers look at 1024, but pages are not always that good */
    NAME_SIZE = 32,     /* of a charset, with its 0 byte */
    STEP_SIZE = 4,      /* bytes of output at a time: one character, or a few small ones */
    NULS_PERCENT = 20   /* of the bytes of UTF-16 in a script with letters: markup alone has that */
};

/* --- names ------------------------------------------------------------------------------------ */

/* What a name means on the web, as the Encoding Standard has it, where iconv takes it for less. */
static const struct {
    str name;
    const char *iconv;
} MEANT[] = {
    {{"utf8", 4}, "UTF-8"},
    {{"unicode-1-1-utf-8", 17}, "UTF-8"},
    {{"ascii", 5}, "WINDOWS-1252"},
    {{"us-ascii", 8}, "WINDOWS-1252"},
    {{"iso-8859-1", 10}, "WINDOWS-1252"},
    {{"iso8859-1", 9}, "WINDOWS-1252"},
    {{"latin1", 6}, "WINDOWS-1252"},
    {{"x-cp1252", 8}, "WINDOWS-1252"},
    {{"iso-8859-9", 10}, "WINDOWS-1254"},
    {{"tis-620", 7}, "WINDOWS-874"},
    {{"iso-8859-11", 11}, "WINDOWS-874"},
    {{"x-sjis", 6}, "CP932"},
    {{"shift_jis", 9}, "CP932"},
    {{"shift-jis", 9}, "CP932"},
    {{"sjis", 4}, "CP932"},
    {{"x-euc-jp", 8}, "EUC-JP"},
    {{"euc-kr", 6}, "CP949"},
    {{"ks_c_5601-1987", 14}, "CP949"},
    {{"gb2312", 6}, "GB18030"},
    {{"gbk", 3}, "GB18030"},
    {{"x-gbk", 5}, "GB18030"},
    {{"big5", 4}, "BIG5-HKSCS"},
    {{"x-x-big5", 8}, "BIG5-HKSCS"},
    {{"utf-16", 6}, "UTF-16LE"},
    {{"x-mac-roman", 11}, "MACINTOSH"},
};

/* Charsets whose text a `<meta>` in it could not name, or that hide markup. */
static const str UNLIKELY[] = {{"UTF-7", 5},   {"UTF-32", 6},   {"UCS-", 4},
                               {"UNICODE", 7}, {"INTERNAL", 8}, {"IBM037", 6}};

/* The name for iconv, 0-terminated; false where there is none. */
static bool iconv_name(str name, char out[NAME_SIZE]) {
    for (size_t i = 0; i < sizeof MEANT / sizeof *MEANT; i++) {
        if (ascii_equal(name, MEANT[i].name)) {
            memcpy(out, MEANT[i].iconv, strlen(MEANT[i].iconv) + 1); /* all shorter than that */
            return true;
        }
    }
    for (size_t i = 0; i < sizeof UNLIKELY / sizeof *UNLIKELY; i++) {
        if (ascii_starts(name, UNLIKELY[i])) {
            return false;
        }
    }
    if (name.size == 0 || name.size >= NAME_SIZE) {
        return false;
    }
    for (size_t i = 0; i < name.size; i++) {
        if (!ascii_is_alphanumeric(name.data[i]) && strchr("-_:.", name.data[i]) == NULL) {
            return false;
        }
    }
    memcpy(out, name.data, name.size);
    out[name.size] = '\0';
    return true;
}

static bool is_utf16(str name) {
    return ascii_starts(name, STR("UTF-16"));
}

/* Whether bytes below 0x80 may be something else than ASCII, or depend on what came before. */
static bool hides_ascii(str name) {
    return is_utf16(name) || ascii_starts(name, STR("ISO-2022")) || ascii_starts(name, STR("HZ")) ||
           ascii_starts(name, STR("EBCDIC")) || ascii_starts(name, STR("CP037"));
}

/* --- what the page says ----------------------------------------------------------------------- */

/* Where `what`, of small letters, stands in `text` from `from` on, in any case; the end if not. */
static size_t find(str text, size_t from, str what) {
    for (size_t i = from; i + what.size <= text.size; i++) {
        if (ascii_equal((str){text.data + i, what.size}, what)) {
            return i;
        }
    }
    return text.size;
}

/* The word after `charset`, `=` and a quotation mark, each with white space around it. */
static str charset_value(str tag, size_t at) {
    while (at < tag.size && ascii_is_space(tag.data[at])) {
        at++;
    }
    if (at >= tag.size || tag.data[at] != '=') {
        return (str){NULL, 0};
    }
    at++;
    while (at < tag.size &&
           (ascii_is_space(tag.data[at]) || tag.data[at] == '"' || tag.data[at] == '\'')) {
        at++;
    }
    size_t end = at;
    while (end < tag.size && !ascii_is_space(tag.data[end]) &&
           strchr("\"';/>", tag.data[end]) == NULL) {
        end++;
    }
    return end > at ? str_slice(tag, (span){at, end}) : (str){NULL, 0};
}

str html_meta_charset(str bytes) {
    const str look = str_slice(bytes, (span){0, META_WITHIN});
    for (size_t at = find(look, 0, STR("<meta")); at < look.size;
         at = find(look, at + 1, STR("<meta"))) {
        const char *close = memchr(look.data + at, '>', look.size - at);
        const size_t end = close != NULL ? (size_t)(close - look.data) : look.size;
        const str tag = str_slice(look, (span){at, end});
        const size_t name = find(tag, 0, STR("charset"));
        const str value = charset_value(tag, name + STR("charset").size);
        if (name < tag.size && value.data != NULL) {
            return value;
        }
    }
    return (str){NULL, 0};
}

/* UTF-16 without a mark, told from where its zeros stand. */
static const char *utf16_without_mark(str bytes) {
    const str look = str_slice(bytes, (span){0, META_WITHIN});
    size_t nuls[2] = {0, 0};
    for (size_t i = 0; i < look.size; i++) {
        nuls[i % 2] += look.data[i] == '\0';
    }
    if ((nuls[0] + nuls[1]) * 100 <= look.size * NULS_PERCENT) {
        return NULL;
    }
    return nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE";
}

/* --- conversion ------------------------------------------------------------------------------- */

typedef struct {
    str bytes;
    size_t at;
    buf *out;
    html_text *result;
} conversion;

static void add(conversion *self, str text, size_t bytes) {
    origins_add(&self->result->from, self->out->size, text.size,
                (span){self->at, self->at + bytes});
    buf_put(self->out, text);
    self->at += bytes;
}

static void add_flaw(conversion *self, size_t bytes) {
    if (self->result->flaw_count++ == 0) {
        self->result->first_flaw = self->at;
    }
    add(self, STR("\xEF\xBF\xBD"), bytes);
}

/* What one call of iconv gave: characters that took `bytes` together. */
static void add_step(conversion *self, str text, size_t bytes) {
    const size_t count = utf8_count(text);
    if (count == 0 || bytes % count != 0) {
        add(self, text, bytes);
        return;
    }
    for (size_t at = 0; at < text.size;) {
        const size_t begin = at;
        utf8_next(text, &at);
        add(self, str_slice(text, (span){begin, at}), bytes / count);
    }
}

/* `unit` is what is passed where nothing can be made of it. */
static void convert(conversion *self, iconv_t converter, bool plain_ascii, size_t unit) {
    while (self->at < self->bytes.size) {
        size_t ascii = self->at;
        while (plain_ascii && ascii < self->bytes.size &&
               (signed char)self->bytes.data[ascii] >= 0) {
            ascii++;
        }
        if (ascii > self->at) {
            add(self, str_slice(self->bytes, (span){self->at, ascii}), ascii - self->at);
            continue;
        }
        char step[STEP_SIZE];
        char *in = (char *)(uintptr_t)self->bytes.data + self->at; /* iconv does not write there */
        char *out = step;
        size_t in_left = self->bytes.size - self->at;
        size_t out_left = sizeof step;
        const size_t before = in_left;
        const size_t result = iconv(converter, &in, &in_left, &out, &out_left);
        const bool failed = result == (size_t)-1 && errno != E2BIG;
        if (before == in_left && (failed || out_left == sizeof step)) {
            add_flaw(self, before < unit ? before : unit);
        } else {
            add_step(self, (str){step, sizeof step - out_left}, before - in_left);
        }
    }
}

/* UTF-8 with flaws. */
static void repair(conversion *self) {
    size_t good = self->at; /* up to here nothing is wrong */
    while (good < self->bytes.size) {
        size_t next = good;
        const bool replaced =
            utf8_next(self->bytes, &next) == UTF8_REPLACEMENT &&
            !str_starts(str_slice(self->bytes, (span){good, next}), STR("\xEF\xBF\xBD"));
        if (replaced) {
            add(self, str_slice(self->bytes, (span){self->at, good}), good - self->at);
            add_flaw(self, next - good);
        }
        good = next;
    }
    add(self, str_slice(self->bytes, (span){self->at, good}), good - self->at);
}

static html_text decode_as(arena *into, str bytes, size_t skipped, const char *charset) {
    html_text out = {.skipped = skipped};
    buf text = {0};
    conversion work = {bytes, skipped, &text, &out};
    iconv_t converter = (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr): as POSIX has it */
    if (charset != NULL) {
        converter = iconv_open("UTF-8", charset);
    }
    if (converter == (iconv_t)-1) {
        repair(&work);
    } else {
        const str name = str_from(charset);
        convert(&work, converter, !hides_ascii(name), is_utf16(name) ? 2 : 1);
        iconv_close(converter);
    }
    out.text = (str){arena_copy(into, text.data, text.size), text.size};
    buf_free(&text);
    return out;
}

/* --- choice ----------------------------------------------------------------------------------- */

/* The first place at or after `at` that does not hold ASCII, or the end; eight bytes at a time, as
 * most of most pages is ASCII. */
static size_t skip_ascii(str bytes, size_t at) {
    static const uint64_t HIGH_BITS = 0x8080808080808080U;
    uint64_t eight;
    while (at + sizeof eight <= bytes.size) {
        memcpy(&eight, bytes.data + at, sizeof eight);
        if (eight & HIGH_BITS) {
            break;
        }
        at += sizeof eight;
    }
    while (at < bytes.size && (signed char)bytes.data[at] >= 0) {
        at++;
    }
    return at;
}

/* How many ill-formed sequences, and how many well-formed characters above ASCII. */
static size_t count_flaws(str bytes, size_t *good) {
    size_t flaws = 0;
    *good = 0;
    for (size_t at = skip_ascii(bytes, 0); at < bytes.size; at = skip_ascii(bytes, at)) {
        const size_t begin = at;
        const bool replaced = utf8_next(bytes, &at) == UTF8_REPLACEMENT &&
                              !str_starts(str_slice(bytes, (span){begin, at}), STR("\xEF\xBF\xBD"));
        flaws += replaced;
        *good += !replaced;
    }
    return flaws;
}

/* Whether iconv knows a charset, and it is not one that `bytes` surely are not in. */
static bool usable(str name, bool beyond_ascii, char out[NAME_SIZE]) {
    if (name.data == NULL || !iconv_name(name, out)) {
        return false;
    }
    const str known = str_from(out);
    if (is_utf16(known) || ascii_equal(known, STR("UTF-8"))) {
        return ascii_equal(known, STR("UTF-8")) && beyond_ascii;
    }
    const iconv_t converter = iconv_open("UTF-8", out);
    if (converter == (iconv_t)-1) {
        return false;
    }
    iconv_close(converter);
    return true;
}

html_text html_decode(arena *into, str bytes, str hinted) {
    if (str_starts(bytes, STR("\xFF\xFE"))) {
        return decode_as(into, bytes, 2, "UTF-16LE");
    }
    if (str_starts(bytes, STR("\xFE\xFF"))) {
        return decode_as(into, bytes, 2, "UTF-16BE");
    }
    const size_t skipped = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    const char *wide = skipped == 0 ? utf16_without_mark(bytes) : NULL;
    if (wide != NULL) {
        return decode_as(into, bytes, 0, wide);
    }
    size_t good;
    const size_t flaws = count_flaws(bytes, &good);
    const bool beyond_ascii = good > 0;
    char name[NAME_SIZE];
    const bool named =
        usable(hinted, beyond_ascii, name) || usable(html_meta_charset(bytes), beyond_ascii, name);
    const bool escapes = named && hides_ascii(str_from(name)); /* all of it is ASCII, and is not */
    if (flaws == 0 && !escapes) {
        const str text = str_slice(bytes, (span){skipped, bytes.size});
        return (html_text){.text = text, .skipped = skipped};
    }
    const bool said = named && ascii_equal(str_from(name), STR("UTF-8"));
    if (skipped > 0 || said || (!named && beyond_ascii && good >= flaws)) {
        return decode_as(into, bytes, skipped, NULL);
    }
    return decode_as(into, bytes, 0, named ? name : "WINDOWS-1252");
}

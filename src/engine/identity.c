#include "engine/identity.h"

#include "base/buf.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum { DOCUMENT_ID_BYTES = 16 };

hearsay_status identity_of_text(str text, arena *into, hearsay_str *id, hearsay_error *error) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    const void *bytes = text.size > 0 ? text.data : "";
    if (EVP_Digest(bytes, text.size, digest, NULL, EVP_sha256(), NULL) != 1) {
        return error_set(error, HEARSAY_INVALID, 0, "this libcrypto has no SHA-256");
    }
    static const char HEX[] = "0123456789abcdef";
    char digits[2 * DOCUMENT_ID_BYTES];
    for (size_t i = 0; i < DOCUMENT_ID_BYTES; i++) {
        digits[2 * i] = HEX[digest[i] >> 4];
        digits[2 * i + 1] = HEX[digest[i] & 0xF];
    }
    *id = (hearsay_str){str_copy(into, (str){digits, sizeof digits}), sizeof digits};
    return HEARSAY_OK;
}

static void put_spans(buf *line, const char *name, hearsay_spans spans) {
    buf_printf(line, " %s", name);
    for (size_t i = 0; i < spans.count; i++) {
        buf_printf(line, " %zu-%zu", spans.items[i].begin, spans.items[i].end);
    }
}

/* By id; the same ones in the order of the statements. */
static int compare_ids(const void *left, const void *right) {
    const hearsay_statement *a = *(hearsay_statement *const *)left;
    const hearsay_statement *b = *(hearsay_statement *const *)right;
    int order = strcmp(a->id, b->id);
    return order != 0 ? order : (a > b) - (a < b);
}

static void tell_apart(hearsay_statement *statements, size_t count, arena *into) {
    hearsay_statement **sorted = mem_alloc(mem_product(count, sizeof *sorted));
    for (size_t i = 0; i < count; i++) {
        sorted[i] = &statements[i];
    }
    qsort(sorted, count, sizeof *sorted, compare_ids);
    buf name = {0};
    const char *id = "";
    size_t times = 0;
    for (size_t i = 0; i < count; i++) {
        times = strcmp(sorted[i]->id, id) == 0 ? times + 1 : 1;
        id = times == 1 ? sorted[i]->id : id;
        if (times > 1) {
            buf_clear(&name);
            buf_printf(&name, "%s-%zu", id, times);
            sorted[i]->id = str_copy(into, buf_str(&name));
        }
    }
    buf_free(&name);
    mem_free(sorted);
}

void identity_of_statements(str document_id, hearsay_statement *statements, size_t count,
                            arena *into) {
    buf line = {0};
    for (size_t i = 0; i < count; i++) {
        buf_clear(&line);
        buf_put(&line, document_id);
        put_spans(&line, "cue", statements[i].cue);
        put_spans(&line, "content", statements[i].content);
        unsigned long long hash = XXH3_64bits(line.data, line.size);
        buf_clear(&line);
        buf_printf(&line, "%016llx", hash);
        statements[i].id = str_copy(into, buf_str(&line));
    }
    buf_free(&line);
    tell_apart(statements, count, into);
}

#include "engine/identity.h"

#include "base/buf.h"
#include "engine/document.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum { DOCUMENT_ID_BYTES = 16 };

static bool digest_text(str text, str url, unsigned char *digest) {
    EVP_MD_CTX *state = EVP_MD_CTX_new();
    const void *bytes = text.size > 0 ? text.data : "";
    bool done = state != NULL && EVP_DigestInit_ex(state, EVP_sha256(), NULL) == 1 &&
                EVP_DigestUpdate(state, bytes, text.size) == 1;
    if (url.size > 0) {
        done = done && EVP_DigestUpdate(state, "\0", 1) == 1 &&
               EVP_DigestUpdate(state, url.data, url.size) == 1;
    }
    done = done && EVP_DigestFinal_ex(state, digest, NULL) == 1;
    EVP_MD_CTX_free(state);
    return done;
}

hearsay_status identity_of_text(str text, str url, arena *into, hearsay_str *id,
                                hearsay_error *error) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (!digest_text(text, url, digest)) {
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

/* The name that a line makes, the `times`th of those that are made of the same line. */
static const char *hashed(buf *line, size_t times, arena *into) {
    unsigned long long hash = XXH3_64bits(line->data, line->size);
    buf_clear(line);
    buf_printf(line, "%016llx", hash);
    if (times > 1) {
        buf_printf(line, "-%zu", times);
    }
    return str_copy(into, buf_str(line));
}

void identity_of_statements(str document_id, hearsay_statement *statements, size_t count,
                            arena *into) {
    buf line = {0};
    for (size_t i = 0; i < count; i++) {
        if (statements[i].id != NULL) {
            continue; /* it was given */
        }
        buf_clear(&line);
        buf_put(&line, document_id);
        put_spans(&line, "cue", statements[i].cue);
        put_spans(&line, "content", statements[i].content);
        statements[i].id = hashed(&line, 1, into);
    }
    buf_free(&line);
    tell_apart(statements, count, into);
}

/* --- speakers --------------------------------------------------------------------------------- */

/* By name, then by entity. */
static int compare_speakers(const void *left, const void *right) {
    const identified *a = *(const identified *const *)left;
    const identified *b = *(const identified *const *)right;
    int order = str_compare(inner_str(a->name), inner_str(b->name));
    return order != 0 ? order : (a->entity > b->entity) - (a->entity < b->entity);
}

void identity_of_speakers(str document_id, identified *speakers, size_t count, arena *into) {
    identified **sorted = mem_alloc(mem_product(count, sizeof *sorted));
    for (size_t i = 0; i < count; i++) {
        sorted[i] = &speakers[i];
    }
    qsort(sorted, count, sizeof *sorted, compare_speakers);
    buf line = {0};
    size_t times = 0;
    for (size_t i = 0; i < count; i++) {
        const identified *before = i > 0 ? sorted[i - 1] : NULL;
        hearsay_str name = sorted[i]->name;
        bool same_name =
            before != NULL && str_compare(inner_str(before->name), inner_str(name)) == 0;
        if (same_name && before->entity == sorted[i]->entity) {
            sorted[i]->id = before->id;
            continue;
        }
        times = same_name ? times + 1 : 1;
        buf_clear(&line);
        buf_put(&line, document_id);
        buf_put(&line, STR(" speaker "));
        buf_put(&line, (str){name.data, name.size});
        sorted[i]->id = hashed(&line, times, into);
    }
    buf_free(&line);
    mem_free(sorted);
}

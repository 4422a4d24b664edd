#include "store/pack.h"

#include "store/phrasebook.h"
#include "store/spans.h"

#include <zstd.h>

void pack(str text, str beside, buf *out) {
    ZSTD_CCtx *packer = ZSTD_createCCtx();
    size_t bound = ZSTD_compressBound(text.size);
    buf_reserve(out, bound);
    ZSTD_CCtx_setParameter(packer, ZSTD_c_compressionLevel, PACK_LEVEL);
    ZSTD_CCtx_setParameter(packer, ZSTD_c_checksumFlag, 1);
    if (beside.size > 0) {
        ZSTD_CCtx_refPrefix(packer, beside.data, beside.size);
    } else {
        ZSTD_CCtx_refCDict(packer, phrasebook_to_pack());
    }
    size_t size = ZSTD_compress2(packer, out->data + out->size, bound, text.data, text.size);
    ZSTD_freeCCtx(packer);
    out->size += size; /* it cannot fail where there is room for the bound */
    out->data[out->size] = '\0';
}

bool unpack(str packed, str beside, buf *out) {
    unsigned long long size = ZSTD_getFrameContentSize(packed.data, packed.size);
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > PACK_LIMIT) {
        return false;
    }
    buf_reserve(out, (size_t)size);
    ZSTD_DCtx *unpacker = ZSTD_createDCtx();
    const unsigned number = ZSTD_getDictID_fromFrame(packed.data, packed.size);
    if (number == 0) {
        ZSTD_DCtx_refPrefix(unpacker, beside.data, beside.size);
    } else {
        ZSTD_DCtx_refDDict(unpacker, phrasebook_to_unpack(number));
    }
    size_t got = ZSTD_decompressDCtx(unpacker, out->data + out->size, (size_t)size, packed.data,
                                     packed.size);
    ZSTD_freeDCtx(unpacker);
    if (ZSTD_isError(got) || got != size) {
        return false;
    }
    out->size += got;
    out->data[out->size] = '\0';
    return true;
}

/* --- findings --------------------------------------------------------------------------------- */

/* Made from found_form.txt: what findings say anyway (engine/json.c), the commonest last. It never
 * changes, since what was packed beside it needs it. */
extern const unsigned char STORE_FOUND_FORM[];
extern const size_t STORE_FOUND_FORM_SIZE;

static void put_beside(buf *out, str text) {
    buf_put(out, text);
    buf_put(out, (str){(const char *)STORE_FOUND_FORM, STORE_FOUND_FORM_SIZE});
}

void pack_found(str found, str text, buf *out) {
    buf beside = {0};
    put_beside(&beside, text);
    pack(found, buf_str(&beside), out);
    buf_free(&beside);
}

/* Up to schema 3 they were packed beside the text alone; a frame tells by its checksum whether it
 * was unpacked right. */
bool unpack_found(str packed, str text, buf *out) {
    const size_t before = out->size;
    buf beside = {0};
    put_beside(&beside, text);
    bool done = unpack(packed, buf_str(&beside), out);
    buf_free(&beside);
    if (!done) {
        out->size = before;
        done = unpack(packed, text, out);
    }
    return done;
}

/* --- in SQL ----------------------------------------------------------------------------------- */

static str blob_of(sqlite3_value *value) {
    const void *data = sqlite3_value_blob(value);
    return (str){data, (size_t)sqlite3_value_bytes(value)};
}

static void give_text(sqlite3_context *context, const buf *text) {
    const char *data = text->data != NULL ? text->data : "";
    sqlite3_result_text64(context, data, text->size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void sql_unpacked(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    buf text = {0};
    if (unpack(blob_of(values[0]), STR(""), &text)) {
        give_text(context, &text);
    }
    buf_free(&text);
}

static void sql_whole(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    buf beside = {0}, text = {0};
    sqlite3_result_int(context, !unpack(blob_of(values[1]), STR(""), &beside) ||
                                    unpack_found(blob_of(values[0]), buf_str(&beside), &text));
    buf_free(&beside);
    buf_free(&text);
}

static void sql_parts(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    buf parts = {0};
    spans_put_text(&parts, blob_of(values[0]), blob_of(values[1]));
    give_text(context, &parts);
    buf_free(&parts);
}

int pack_register(sqlite3 *connection) {
    static const struct {
        const char *name;
        int arguments;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    } ALL[] = {{"unpacked", 1, sql_unpacked}, {"whole", 2, sql_whole}, {"parts", 2, sql_parts}};
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int result = SQLITE_OK;
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL && result == SQLITE_OK; i++) {
        result = sqlite3_create_function(connection, ALL[i].name, ALL[i].arguments, flags, NULL,
                                         ALL[i].function, NULL, NULL);
    }
    return result;
}

#include "read/unpack.h"

static const size_t FREE = (size_t)16 << 20; /* bytes that are unpacked whatever the ratio */

hearsay_status unpack_check(size_t packed, size_t unpacked, size_t max_ratio,
                            hearsay_error *error) {
    if (unpacked <= FREE || unpacked / max_ratio <= packed) {
        return HEARSAY_OK;
    }
    return error_set(error, HEARSAY_TOO_LARGE, 0,
                     "unpacks to more than %zu times its size (--max-ratio sets the limit)",
                     max_ratio);
}

typedef stream *unpacker(stream *from, size_t max_ratio, const budget *within);

static unpacker *unpacker_of(str bytes) {
    static const struct {
        str mark;
        unpacker *unpack;
    } PACKED[] = {
        {{"\x1F\x8B\x08", 3}, stream_gzip},
        {{"\x28\xB5\x2F\xFD", 4}, stream_zstd},
        {{"\x5D\x2A\x4D\x18", 4}, stream_zstd}, /* a WARC file's dictionary comes first */
    };
    for (size_t i = 0; i < sizeof PACKED / sizeof *PACKED; i++) {
        if (str_starts(bytes, PACKED[i].mark)) {
            return PACKED[i].unpack;
        }
    }
    return NULL;
}

hearsay_status stream_unpack(stream **top, size_t *layers, size_t max_ratio, const budget *within,
                             hearsay_error *error) {
    for (;;) {
        hearsay_status status = HEARSAY_OK;
        while (status == HEARSAY_OK && stream_ahead(*top).size < PACKED_MARK_MAX) {
            status = stream_fill(*top, error);
        }
        if (status != HEARSAY_OK && status != HEARSAY_END) {
            return status;
        }
        unpacker *how = unpacker_of(stream_ahead(*top));
        if (how == NULL) {
            return HEARSAY_OK;
        }
        if (*layers == 0) {
            return error_set(error, HEARSAY_TOO_LARGE, 0,
                             "packed in too many layers (--max-layers sets the limit)");
        }
        *layers -= 1;
        *top = how(*top, max_ratio, within);
    }
}

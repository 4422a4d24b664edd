#include "store/hash.h"

#include "base/buf.h"
#include "store/fields.h"

#include <openssl/evp.h>
#include <string.h>

void store_hash(str bytes, unsigned char out[STORE_HASH_SIZE]) {
    memset(out, 0, STORE_HASH_SIZE);
    EVP_Digest(bytes.size > 0 ? bytes.data : "", bytes.size, out, NULL, EVP_sha256(), NULL);
}

/* The language that a page names is left out: hearsay's own JSON has the one that was found in its
 * place. The hash of a list of hashes: so no value can run over into the next, and a field that is
 * not known differs from an empty one. */
void hash_content(str text, const hearsay_metadata *metadata, unsigned char out[STORE_HASH_SIZE]) {
    unsigned char hashes[STORE_FIELD_COUNT + 1][STORE_HASH_SIZE];
    memset(hashes, 0, sizeof hashes);
    store_hash(text, hashes[STORE_FIELD_COUNT]);
    for (size_t i = 0; i < STORE_FIELD_COUNT; i++) {
        hearsay_str value = store_field_value(metadata, i);
        if (value.data != NULL && STORE_FIELDS[i].offset != offsetof(hearsay_metadata, language)) {
            store_hash((str){value.data, value.size}, hashes[i]);
        }
    }
    store_hash((str){(const char *)hashes, sizeof hashes}, out);
}

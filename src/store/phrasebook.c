#include "store/phrasebook.h"

#include "store/pack.h"

#include <pthread.h>
#include <stddef.h>

extern const unsigned char STORE_PHRASEBOOK[];
extern const size_t STORE_PHRASEBOOK_SIZE;

/* Made when they are needed first, which takes a millisecond, and kept until the process ends. */
static ZSTD_CDict *to_pack;
static ZSTD_DDict *to_unpack;

static void make_to_pack(void) {
    to_pack = ZSTD_createCDict(STORE_PHRASEBOOK, STORE_PHRASEBOOK_SIZE, PACK_LEVEL);
}

static void make_to_unpack(void) {
    to_unpack = ZSTD_createDDict(STORE_PHRASEBOOK, STORE_PHRASEBOOK_SIZE);
}

const ZSTD_CDict *phrasebook_to_pack(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_to_pack);
    return to_pack;
}

const ZSTD_DDict *phrasebook_to_unpack(unsigned number) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_to_unpack);
    return ZSTD_getDictID_fromDDict(to_unpack) == number ? to_unpack : NULL;
}

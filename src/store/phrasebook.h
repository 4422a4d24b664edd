/* Words and phrases that news is made of (data/store/phrasebook.zdict, made by
 * train/phrasebook.py), which texts are packed beside, so that short ones take less room. What was
 * packed bears the number of its phrasebook. They are shared by all threads. */
#ifndef STORE_PHRASEBOOK_H
#define STORE_PHRASEBOOK_H

#include <stdbool.h>
#include <zstd.h>

const ZSTD_CDict *phrasebook_to_pack(void);

/* NULL: there is no such one. */
const ZSTD_DDict *phrasebook_to_unpack(unsigned number);

#endif

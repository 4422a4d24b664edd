#include "link/linker.h"

#include "base/memory.h"

linker *linker_new(void) {
    linker *self = mem_alloc(sizeof *self);
    rarity_open(&self->words);
    weights_read(&self->judgement);
    return self;
}

void linker_free(linker *self) {
    if (self != NULL) {
        rarity_close(&self->words);
        mem_free(self);
    }
}

terms link_terms(const linker *self, str text, span part, arena *into) {
    return terms_read(&self->words, text, part, into);
}

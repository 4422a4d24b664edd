#include "link/linkable.h"

#include "link/about.h"
#include "link/index.h"
#include "link/linker.h"

#include <xxhash.h>

/* --- what it is known by ---------------------------------------------------------------------- */

static void hash_part(XXH3_state_t *state, const void *data, size_t size) {
    XXH3_64bits_update(state, &size, sizeof size);
    if (size > 0) {
        XXH3_64bits_update(state, data, size);
    }
}

static uint64_t statement_hash(XXH3_state_t *state, const link_statement *of) {
    XXH3_64bits_reset(state);
    hash_part(state, of->speaker.data, of->speaker.size);
    hash_part(state, &of->type, sizeof of->type);
    hash_part(state, &of->said, sizeof of->said);
    hash_part(state, &of->nested, sizeof of->nested);
    hash_part(state, &of->confidence, sizeof of->confidence);
    hash_part(state, of->content, of->content_count * sizeof *of->content);
    return XXH3_64bits_digest(state);
}

/* Of all that linking reads; the order of the statements does not matter. */
static uint64_t content_hash(const link_document *of) {
    XXH3_state_t *state = XXH3_createState();
    uint64_t sum = XXH3_64bits(of->text.data, of->text.size);
    for (size_t i = 0; i < of->statement_count; i++) {
        sum += statement_hash(state, &of->statements[i]);
    }
    XXH3_freeState(state);
    return sum;
}

/* --- making ----------------------------------------------------------------------------------- */

linkable *linkable_new(const linker *with, const link_document *document) {
    linkable *self = mem_alloc(sizeof *self);
    arena *memory = arena_new();
    const str text = {str_copy(memory, document->text), document->text.size};
    const link_document own = {text, document->statements, document->statement_count};
    *self = (linkable){.memory = memory, .hash = content_hash(document), .text = text};
    const terms words = terms_read(&with->words, text, (span){0, text.size}, memory);
    self->copied = copied_text_of(words, text, memory);
    self->parts = excerpts_of(&with->words, &own, words, self->copied.sentence, memory);
    keys_of_all(self->parts, &self->keys);
    return self;
}

void linkable_free(linkable *self) {
    if (self != NULL) {
        vec_free(&self->keys);
        arena_free(self->memory);
        mem_free(self);
    }
}

/* --- asking ----------------------------------------------------------------------------------- */

uint64_t linkable_hash(const linkable *self) {
    return self->hash;
}

void linkable_keys(const linkable *self, found_by_list *out) {
    index_keys(self, out);
}

void linkable_about(const linkable *self, buf *out) {
    about_write(self, out);
}

bool link_are_alike(str a, str b) {
    return about_alike(a, b);
}

str linkable_text(const linkable *self) {
    return self->text;
}

size_t linkable_size(const linkable *self) {
    return arena_size(self->memory) + self->keys.capacity * sizeof *self->keys.items;
}

size_t linkable_words(const linkable *self, uint32_t statement) {
    size_t most = 0;
    const excerpts *of = &self->parts;
    for (size_t i = 0; i < of->count + of->whole_count; i++) {
        const excerpt *each = i < of->count ? &of->items[i] : &of->wholes[i - of->count];
        if (each->statement == statement && each->words.count > most) {
            most = each->words.count;
        }
    }
    return most;
}

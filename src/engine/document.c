#include "engine/document.h"

#include "base/metadata.h"
#include "base/utf8.h"
#include "engine/identity.h"
#include "engine/speakers.h"

#include <stdint.h>

/* Word pieces and lengths within a text are counted in 32 bits (segment/segment.h). */
static const size_t TEXT_LIMIT = UINT32_MAX;

hearsay_document *document_begin(void) {
    hearsay_document *self = mem_alloc(sizeof *self);
    *self = (hearsay_document){.memory = arena_new()};
    return self;
}

void document_forget(hearsay_document *self) {
    arena_free(self->found.memory);
    self->found = (findings){0};
}

void hearsay_document_free(hearsay_document *self) {
    if (self == NULL) {
        return;
    }
    document_forget(self);
    arena_free(self->memory);
    buf_free(&self->json);
    offsets_free(&self->at);
    mem_free(self);
}

static hearsay_status check_size(size_t size, hearsay_error *error) {
    if (size < TEXT_LIMIT) {
        return HEARSAY_OK;
    }
    return error_set(error, HEARSAY_TOO_LARGE, 0, "a text of %zu bytes: at most %zu fit", size,
                     TEXT_LIMIT - 1);
}

hearsay_status document_complete(hearsay_document *self, hearsay_document **out,
                                 hearsay_error *error) {
    str text = self->reading.view.text;
    hearsay_str *id = &self->reading.metadata.id;
    hearsay_status status = check_size(text.size, error);
    if (status == HEARSAY_OK && id->size == 0) {
        const str url = inner_str(self->reading.metadata.url);
        status = identity_of_text(text, url, self->memory, id, error);
    }
    if (status != HEARSAY_OK) {
        hearsay_document_free(self);
        return status;
    }
    *out = self;
    return HEARSAY_OK;
}

/* A well-formed copy; NULL stays NULL. */
static hearsay_str own(arena *memory, hearsay_str given) {
    if (given.data == NULL) {
        return given;
    }
    str text;
    utf8_repair((str){arena_copy(memory, given.data, given.size), given.size}, memory, &text, NULL,
                NULL);
    return public_str(text);
}

static hearsay_metadata own_metadata(arena *memory, const hearsay_metadata *given) {
    hearsay_metadata out;
    for (size_t i = 0; i < METADATA_FIELD_COUNT; i++) {
        const metadata_field *each = &METADATA_FIELDS[i];
        *metadata_at(&out, each) = own(memory, metadata_value(given, each));
    }
    return out;
}

hearsay_status hearsay_document_new(hearsay_str bytes, const hearsay_metadata *metadata,
                                    hearsay_document **document, hearsay_error *error) {
    if (bytes.data == NULL && bytes.size > 0) {
        return error_set(error, HEARSAY_INVALID, 0, "a text of %zu bytes at NULL", bytes.size);
    }
    hearsay_status status = check_size(bytes.size, error); /* before anything is copied */
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_document *self = document_begin();
    str copy = {arena_copy(self->memory, bytes.data, bytes.size), bytes.size};
    read_text(self->memory, copy, &self->reading);
    if (metadata != NULL) {
        self->reading.metadata = own_metadata(self->memory, metadata);
    }
    return document_complete(self, document, error);
}

/* --- what a document tells -------------------------------------------------------------------- */

hearsay_metadata hearsay_document_metadata(const hearsay_document *self) {
    return self->reading.metadata;
}

hearsay_str hearsay_document_text(const hearsay_document *self) {
    return public_str(self->reading.view.text);
}

hearsay_str hearsay_document_origin(const hearsay_document *self) {
    return self->origin;
}

hearsay_str hearsay_document_original(const hearsay_document *self) {
    return public_str(self->reading.original);
}

hearsay_span hearsay_document_source(const hearsay_document *self, hearsay_span part) {
    span source = reading_source(&self->reading, (span){part.begin, part.end});
    return (hearsay_span){source.begin, source.end};
}

size_t hearsay_document_flaws(const hearsay_document *self, size_t *first) {
    if (first != NULL) {
        *first = self->reading.first_flaw;
    }
    return self->reading.flaw_count;
}

size_t hearsay_document_lone_surrogates(const hearsay_document *self) {
    return self->reading.lone_surrogates;
}

const char *hearsay_document_language(const hearsay_document *self) {
    return self->found.language[0] != '\0' ? self->found.language : NULL;
}

size_t hearsay_document_passages(const hearsay_document *self, const hearsay_passage **passages) {
    *passages = self->found.passages;
    return self->found.passage_count;
}

size_t hearsay_document_words(const hearsay_document *self) {
    return self->found.words;
}

size_t hearsay_document_statements(const hearsay_document *self,
                                   const hearsay_statement **statements) {
    *statements = self->found.statements;
    return self->found.statement_count;
}

size_t hearsay_document_speakers(const hearsay_document *self, const hearsay_speaker **speakers) {
    *speakers = self->found.speakers;
    return self->found.speaker_count;
}

size_t hearsay_document_named(const hearsay_document *self, const hearsay_str **names) {
    *names = self->found.named;
    return self->found.named_count;
}

size_t hearsay_document_flags(const hearsay_document *self, const hearsay_flag **flags) {
    *flags = self->found.flags;
    return self->found.flag_count;
}

hearsay_spans hearsay_document_own_voice(const hearsay_document *self) {
    return self->found.own_voice;
}

/* A statement whose parent goes belongs to the parent's own. */
static size_t kept_parent(const findings *found, const size_t *places, size_t parent) {
    while (parent != HEARSAY_NO_PARENT && places[parent] == HEARSAY_NO_PARENT) {
        parent = found->statements[parent].parent;
    }
    return parent != HEARSAY_NO_PARENT ? places[parent] : HEARSAY_NO_PARENT;
}

void hearsay_document_keep(hearsay_document *self, float min_confidence) {
    findings *found = &self->found;
    size_t *places = mem_alloc(mem_product(found->statement_count, sizeof *places));
    size_t *parents = mem_alloc(mem_product(found->statement_count, sizeof *parents));
    size_t kept = 0;
    for (size_t i = 0; i < found->statement_count; i++) {
        bool goes = found->statements[i].confidence < min_confidence;
        places[i] = goes ? HEARSAY_NO_PARENT : kept++;
    }
    for (size_t i = 0; i < found->statement_count; i++) {
        parents[i] = kept_parent(found, places, found->statements[i].parent);
    }
    for (size_t i = 0; i < found->statement_count; i++) {
        if (places[i] != HEARSAY_NO_PARENT) {
            found->statements[places[i]] = found->statements[i];
            found->statements[places[i]].parent = parents[i];
        }
    }
    found->statement_count = kept;
    speakers_keep(found);
    mem_free(parents);
    mem_free(places);
}

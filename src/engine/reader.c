/* One document through the stages. */
#include "engine/document.h"
#include "engine/given.h"
#include "engine/model.h"
#include "engine/shown.h"
#include "engine/speakers.h"
#include "engine/statements.h"
#include "segment/segment.h"

#include <stdlib.h>
#include <string.h>

struct hearsay_reader {
    const hearsay_model *model;
    model_scratch *scratch;
    language_guesser *guesser;     /* NULL where its profiles are not installed */
    hearsay_progress_fn *progress; /* NULL: nobody watches */
    void *context;                 /* of `progress` */
};

/* Where the language profiles lie; NULL: where they were installed. */
static const char *language_folder(void) {
    const char *named = getenv("HEARSAY_LANGUAGES");
    return named != NULL && named[0] != '\0' ? named : NULL;
}

bool hearsay_tells_languages(void) {
    return language_profiles_are_there(language_folder());
}

hearsay_status hearsay_reader_new(const hearsay_model *from, hearsay_reader **reader,
                                  hearsay_error *error) {
    if (from == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "a reader needs a model");
    }
    hearsay_reader *self = mem_alloc(sizeof *self);
    *self = (hearsay_reader){.model = from,
                             .scratch = model_scratch_new(from->weights),
                             .guesser = language_guesser_new(language_folder())};
    *reader = self;
    return HEARSAY_OK;
}

void hearsay_reader_free(hearsay_reader *self) {
    if (self == NULL) {
        return;
    }
    language_guesser_free(self->guesser);
    model_scratch_free(self->scratch);
    mem_free(self);
}

/* --- who watches ------------------------------------------------------------------------------ */

void hearsay_reader_watch(hearsay_reader *self, hearsay_progress_fn *progress, void *context) {
    self->progress = progress;
    self->context = context;
}

/* What the reader's watcher was told of one document. */
typedef struct {
    const hearsay_reader *reader;
    const hearsay_document *document;
    size_t told; /* up to this position of the text */
} telling;

static bool tell_up_to(telling *self, size_t position) {
    const hearsay_span part = {self->told, position};
    self->told = position;
    return self->reader->progress == NULL || part.begin >= part.end ||
           self->reader->progress(self->reader->context, self->document, part);
}

static bool tell_up_to_shown(void *context, size_t shown) {
    telling *self = context;
    return tell_up_to(self, view_span(&self->document->reading.view, (span){0, shown}).end);
}

/* --- the stages ------------------------------------------------------------------------------- */

static void take_language(const language_guess *guess, const view *page, findings *found) {
    memcpy(found->language, guess->language, sizeof found->language);
    found->passage_count = guess->passage_count;
    found->passages = arena_array(found->memory, hearsay_passage, guess->passage_count);
    for (size_t i = 0; i < guess->passage_count; i++) {
        span part = view_span(page, guess->passages[i].span);
        found->passages[i] = (hearsay_passage){
            {part.begin, part.end},
            str_copy(found->memory, str_from(guess->passages[i].language)),
        };
    }
}

/* Finds the relations of a text that is in English but for its foreign passages. */
static bool read_relations(telling *to, const segmentation *text, const language_guess *guess,
                           arena *scratch, int8_t *traits, relation_list *out) {
    span *skipped = arena_array(scratch, span, guess->passage_count);
    for (size_t i = 0; i < guess->passage_count; i++) {
        skipped[i] = guess->passages[i].span;
    }
    attribute_options options = {.skipped = skipped,
                                 .skipped_count = guess->passage_count,
                                 .progress = tell_up_to_shown,
                                 .context = to};
    options.traits = traits;
    return attribute(to->reader->scratch, text, &options, scratch, out);
}

/* A user outranks the document. */
static str fact(hearsay_str corrected, hearsay_str known) {
    return inner_str(corrected.data != NULL ? corrected : known);
}

static document_facts facts_of(const hearsay_document *self) {
    const hearsay_metadata *known = &self->reading.metadata, *corrected = &self->corrected;
    return (document_facts){.author = fact(corrected->author, known->author),
                            .publisher = fact(corrected->publisher, known->publisher),
                            .date = fact(corrected->date, known->date),
                            .title = fact(corrected->title, known->title)};
}

static void take_remarks(const resolution *from, const view *page, findings *found) {
    found->own_voice = statements_spans(from->own_voice, page, found->memory);
    found->flag_count = from->remark_count;
    found->flags = arena_array(found->memory, hearsay_flag, from->remark_count);
    for (size_t i = 0; i < from->remark_count; i++) {
        const remark *each = &from->remarks[i];
        found->flags[i] =
            (hearsay_flag){each->kind, statements_spans(each->where, page, found->memory),
                           statements_text(each->note, found->memory)};
    }
}

/* Makes statements of the relations, and resolves them. */
static void take_statements(const hearsay_reader *self, const segmentation *text,
                            relation_list *relations, const int8_t *traits,
                            const hearsay_document *from, arena *scratch, findings *found) {
    const view *page = &from->reading.view;
    str id = inner_str(from->reading.metadata.id);
    found->statements = statements_from(relations, page, id, found->memory);
    found->statement_count = relations->count;
    document_facts facts = facts_of(from);
    resolution found_out;
    resolve(self->model->resolver, text, relations, traits, &facts, scratch, &found_out);
    statements_resolve(found->statements, relations->count, &found_out, page, found->memory);
    speakers_take(&found_out, id, found);
    take_remarks(&found_out, page, found);
}

bool hearsay_attribute(hearsay_reader *self, hearsay_document *document) {
    const view *page = &document->reading.view;
    document_forget(document);
    findings *found = &document->found;
    found->memory = arena_new();
    str maker = str_from(hearsay_maker(self->model));
    found->made_by = (str){str_copy(found->memory, maker), maker.size};
    /* The layers between are larger than the text and not needed again: they die here, so that
     * documents that wait for others to be written stay small. */
    arena *scratch = arena_new();
    segmentation text;
    segment(self->model->segmenter, page->shown, scratch, &text);
    language_guess guess;
    language_guess_text(self->guesser, &text, scratch, &guess);
    take_language(&guess, page, found);
    found->words = shown_words(page->shown);
    telling to = {.reader = self, .document = document};
    relation_list relations = {NULL, 0};
    int8_t *traits = arena_zalloc(scratch, (text.piece_count + 1) * PIECE_TRAITS);
    bool whole = true;
    /* A text that is mostly in another language and has passages has English ones beside them. */
    if (document->given != NULL) {
        given_relations(document->given, &text, scratch, &relations);
        attribute_traits(self->scratch, &text, traits);
    } else if (guess.language[0] == '\0' || strcmp(guess.language, "en") == 0 ||
               guess.passage_count > 0) {
        whole = read_relations(&to, &text, &guess, scratch, traits, &relations);
    }
    if (whole) {
        take_statements(self, &text, &relations, traits, document, scratch, found);
    }
    arena_free(scratch);
    whole = whole && tell_up_to(&to, page->text.size);
    if (!whole) {
        document_forget(document);
    }
    return whole;
}

#include "resolve/resolve.h"

#include "resolve/anonymity.h"
#include "resolve/glossaries.h"
#include "resolve/kind.h"
#include "resolve/occasion.h"
#include "resolve/own_voice.h"
#include "resolve/polarity.h"
#include "resolve/remarks.h"
#include "resolve/scene.h"
#include "resolve/sourcing.h"

resolver *resolver_new(void) {
    resolver *self = mem_alloc(sizeof *self);
    *self = (resolver){
        .kinds = glossary_new(GLOSSARY(KINDS), FORMS_ALL),
        .polarity = glossary_new(GLOSSARY(POLARITY), FORMS_AS_WRITTEN),
        .sourcing = glossary_new(GLOSSARY(SOURCING), FORMS_ALL),
        .anonymity = glossary_new(GLOSSARY(ANONYMITY), FORMS_AS_WRITTEN),
        .occasions = glossary_new(GLOSSARY(OCCASIONS), FORMS_ALL),
        .channels = glossary_new(GLOSSARY(CHANNELS), FORMS_ALL),
        .dates = date_finder_new(),
    };
    return self;
}

void resolver_free(resolver *self) {
    if (self == NULL) {
        return;
    }
    glossary_free(self->kinds);
    glossary_free(self->polarity);
    glossary_free(self->sourcing);
    glossary_free(self->anonymity);
    glossary_free(self->occasions);
    glossary_free(self->channels);
    date_finder_free(self->dates);
    mem_free(self);
}

static void find_speakers(scene *self, cast *who) {
    const size_t count = self->relations->count;
    speaker *speakers = arena_array(self->into, speaker, count);
    speakers_resolve(self->text, self->relations, self->traits, self->facts, self->into, speakers,
                     who);
    for (size_t i = 0; i < count; i++) {
        self->out[i].who = speakers[i];
    }
}

void resolve(const resolver *self, const segmentation *text, const relation_list *relations,
             const int8_t *traits, const document_facts *facts, arena *into, resolution *out) {
    word_list words;
    words_make(text, into, &words);
    confidence_weights confidence;
    confidence_weights_read(&confidence);
    scene all = {.lists = self,
                 .words = &words,
                 .text = text,
                 .relations = relations,
                 .traits = traits,
                 .facts = facts,
                 .confidence = &confidence,
                 .into = into,
                 .out = arena_array(into, resolved, relations->count)};
    *out = (resolution){.items = all.out};
    if (words.count == 0) {
        return;
    }
    scene_frame(&all);
    find_speakers(&all, &out->speakers);
    for (size_t i = 0; i < relations->count; i++) {
        find_sourcing(&all, i);
    }
    for (size_t i = 0; i < relations->count; i++) {
        settle_presumed(&all, i);
    }
    find_anonymity(&all);
    for (size_t i = 0; i < relations->count; i++) {
        find_kind(&all, i);
        find_polarity(&all, i);
    }
    dates found;
    all.written = date_value_read(facts->date);
    dates_find(self->dates, text->shown, all.written, into, &found);
    find_occasions(&all, &found);
    find_remarks(&all, &found, out);
    out->own_voice = own_voice(&all);
}

bool is_date_of_statement(str written) {
    return date_value_read(written).precision != DATE_UNKNOWN;
}

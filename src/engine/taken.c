/* What was found in a document, from the JSON that it was written out as (engine/json.c). */
#include "engine/taking.h"
#include "resolve/resolve.h"

#include <stdio.h>
#include <string.h>

/* Contents within contents; what is found has a handful at most. */
enum { DEPTH_MAX = 1000 };

static const char *type_name(int value) {
    return hearsay_type_name((hearsay_type)value);
}

static const char *kind_name(int value) {
    return hearsay_kind_name((hearsay_kind)value);
}

static const char *polarity_name(int value) {
    return hearsay_polarity_name((hearsay_polarity)value);
}

static const char *sourcing_name(int value) {
    return hearsay_sourcing_name((hearsay_sourcing)value);
}

static const char *occasion_name(int value) {
    return hearsay_occasion_name((hearsay_occasion)value);
}

/* --- statements ------------------------------------------------------------------------------- */

static void take_anonymity(taking *self, const json_t *from, hearsay_statement *out) {
    const json_t *anonymity = json_object_get(from, "anonymity");
    const json_t *count = json_object_get(anonymity, "count");
    out->anonymity = take_spans(self, anonymity, "reason");
    if (json_is_integer(count) && json_integer_value(count) > 0) {
        out->anonymous_sources = (size_t)json_integer_value(count);
    }
}

static void take_why(taking *self, const json_t *from, hearsay_statement *out) {
    const json_t *list = json_object_get(from, "why");
    hearsay_step *steps = arena_array(self->made.memory, hearsay_step, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *each = json_array_get(list, i);
        const json_t *where = json_object_get(each, "span");
        const hearsay_str called = take_text(self, each, "step");
        steps[i].step = called.data != NULL ? called.data : "";
        steps[i].note = take_text(self, each, "note");
        if (json_is_array(where)) {
            steps[i].span = take_span(self, where, "why");
        }
    }
    out->why = steps;
    out->why_count = json_array_size(list);
}

/* A date of another desk is taken as it is written, if there is such a day, month or year. */
static hearsay_str take_date(taking *self, const json_t *from) {
    const hearsay_str date = take_text(self, from, "date");
    if (date.data != NULL && !is_date_of_statement((str){date.data, date.size})) {
        taking_refuse(self, "date", "is no day, month or year that there is");
    }
    return date;
}

static void take_statement(taking *self, const json_t *from, hearsay_statement *out) {
    const json_t *confidence = json_object_get(from, "confidence");
    out->id = take_text(self, from, "id").data;
    out->source = take_spans(self, from, "source");
    out->cue = take_spans(self, from, "cue");
    out->content = take_spans(self, from, "content");
    out->type = (hearsay_type)take_word(self, from, "type", type_name, 0);
    out->kind = (hearsay_kind)take_word(self, from, "kind", kind_name, 1);
    out->polarity = (hearsay_polarity)take_word(self, from, "polarity", polarity_name, 1);
    out->sourcing = (hearsay_sourcing)take_word(self, from, "sourcing", sourcing_name, 1);
    out->occasion = (hearsay_occasion)take_word(self, from, "occasion", occasion_name, 1);
    out->speaker = take_text(self, from, "speaker");
    out->speaker_id = take_text(self, from, "speaker_id").data;
    out->date = take_date(self, from);
    out->confidence = take_share(self, confidence, "relation");
    out->speaker_confidence = take_share(self, confidence, "speaker");
    out->sourcing_confidence = take_share(self, confidence, "sourcing");
    out->via = take_names(self, from, "via", &out->via_count);
    take_anonymity(self, from, out);
    take_why(self, from, out);
    if (out->id == NULL || (out->content.count == 0 && out->cue.count == 0)) {
        taking_refuse(self, "id", "is missing, or cue and content are");
    }
}

/* The places of the statements by their ids; one that two have is refused. */
static json_t *places_of(taking *self) {
    json_t *places = json_object();
    for (size_t i = 0; i < self->made.statement_count && self->wrong == NULL; i++) {
        self->at = i + 1;
        const char *id = self->made.statements[i].id;
        if (json_object_get(places, id) != NULL) {
            taking_refuse(self, "id", "is another statement's, too");
        }
        json_object_set_new(places, id, json_integer((json_int_t)i));
    }
    return places;
}

/* Walks from every statement to the outermost; a way that does not end is a circle. */
static void check_parents(taking *self) {
    const hearsay_statement *all = self->made.statements;
    for (size_t i = 0; i < self->made.statement_count && self->wrong == NULL; i++) {
        size_t steps = 0;
        for (size_t up = i; up != HEARSAY_NO_PARENT && steps <= DEPTH_MAX; steps++) {
            up = all[up].parent;
        }
        if (steps > DEPTH_MAX) {
            self->at = i + 1;
            taking_refuse(self, "parent", "leads back to the statement itself");
        }
    }
}

static void take_parents(taking *self, const json_t *list) {
    json_t *places = places_of(self);
    for (size_t i = 0; i < self->made.statement_count && self->wrong == NULL; i++) {
        const json_t *parent = json_object_get(json_array_get(list, i), "parent");
        const json_t *place =
            json_is_string(parent) ? json_object_get(places, json_string_value(parent)) : NULL;
        self->at = i + 1;
        self->made.statements[i].parent =
            place != NULL ? (size_t)json_integer_value(place) : HEARSAY_NO_PARENT;
        if (place == NULL && parent != NULL && !json_is_null(parent)) {
            taking_refuse(self, "parent", "is not the id of a statement of the document");
        }
    }
    json_decref(places);
    check_parents(self);
}

static void take_statements(taking *self, const json_t *list) {
    if (!json_is_array(list)) {
        taking_refuse(self, "statements", "is not a list");
        return;
    }
    findings *made = &self->made;
    made->statement_count = json_array_size(list);
    made->statements = arena_array(made->memory, hearsay_statement, made->statement_count);
    for (size_t i = 0; i < made->statement_count && self->wrong == NULL; i++) {
        self->at = i + 1;
        take_statement(self, json_array_get(list, i), &made->statements[i]);
    }
    take_parents(self, list);
    self->at = 0;
}

/* --- speakers --------------------------------------------------------------------------------- */

static const char *speaker_type_name(int value) {
    return hearsay_speaker_type_name((hearsay_speaker_type)value);
}

static void take_speaker(taking *self, const json_t *from, hearsay_speaker *out) {
    size_t count = 0;
    hearsay_str sex = take_text(self, from, "sex");
    const hearsay_str *members = take_names(self, from, "members", &count);
    const char **ids = arena_array(self->made.memory, const char *, count);
    for (size_t i = 0; i < count; i++) {
        ids[i] = members[i].data;
    }
    out->id = take_text(self, from, "id").data;
    out->name = take_text(self, from, "name");
    out->type = (hearsay_speaker_type)take_word(self, from, "type", speaker_type_name, 0);
    out->sex = sex.size == 1 ? sex.data[0] : '\0';
    out->names = take_names(self, from, "names", &out->name_count);
    out->roles = take_names(self, from, "roles", &out->role_count);
    out->members = ids;
    out->member_count = count;
    if (out->id == NULL || out->name.data == NULL) {
        taking_refuse(self, "speakers", "has one without id or name");
    }
}

static void take_speakers(taking *self, const json_t *object) {
    const json_t *list = json_object_get(object, "speakers");
    findings *made = &self->made;
    made->speaker_count = json_array_size(list);
    made->speakers = arena_array(made->memory, hearsay_speaker, made->speaker_count);
    for (size_t i = 0; i < made->speaker_count && self->wrong == NULL; i++) {
        take_speaker(self, json_array_get(list, i), &made->speakers[i]);
    }
    made->named = take_names(self, object, "named", &made->named_count);
}

/* --- the rest --------------------------------------------------------------------------------- */

/* Passages in other languages are written among the flags. */
static void take_flags(taking *self, const json_t *list) {
    findings *made = &self->made;
    made->flags = arena_array(made->memory, hearsay_flag, json_array_size(list));
    made->passages = arena_array(made->memory, hearsay_passage, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *each = json_array_get(list, i);
        hearsay_str kind = take_text(self, each, "kind"), note = take_text(self, each, "note");
        hearsay_spans spans = take_spans(self, each, "spans");
        if (kind.data == NULL) {
            taking_refuse(self, "flags", "has one without a kind");
        } else if (strcmp(kind.data, "language") == 0 && spans.count == 1 && note.data != NULL) {
            made->passages[made->passage_count++] = (hearsay_passage){spans.items[0], note.data};
        } else {
            made->flags[made->flag_count++] = (hearsay_flag){kind.data, spans, note};
        }
    }
}

static void take_language(findings *made, str language) {
    if (language.size < sizeof made->language) {
        memcpy(made->language, language.size > 0 ? language.data : "", language.size);
    }
}

static void take_all(taking *self, const json_t *object, str language) {
    hearsay_str made_by = take_text(self, object, "made_by");
    self->made.made_by = inner_str(made_by);
    take_language(&self->made, language);
    take_statements(self, json_object_get(object, "statements"));
    take_speakers(self, object);
    self->made.own_voice = take_spans(self, object, "own_voice");
    take_flags(self, json_object_get(object, "flags"));
    self->made.words = document_words(self->document);
}

hearsay_status document_take_findings(hearsay_document *self, str json, str language,
                                      hearsay_error *error) {
    json_error_t why;
    json_t *object = json_loadb(json.data, json.size, JSON_ALLOW_NUL, &why);
    taking at_work = {.document = self, .made = {.memory = arena_new()}};
    document_forget(self);
    if (json_is_object(object)) {
        take_all(&at_work, object, language);
    } else {
        taking_refuse(&at_work, "statements", "cannot be told, as it is not JSON");
    }
    json_decref(object);
    if (at_work.wrong == NULL) {
        self->found = at_work.made;
        return HEARSAY_OK;
    }
    arena_free(at_work.made.memory);
    hearsay_str id = self->reading.metadata.id;
    char which[40] = "";
    if (at_work.statement > 0) {
        snprintf(which, sizeof which, "statement %zu: ", at_work.statement);
    }
    return error_set(error, HEARSAY_FORMAT, at_work.statement, "document %.*s: %s\"%s\" %s",
                     (int)id.size, id.data, which, at_work.key, at_work.wrong);
}

bool document_take_words(hearsay_document *self, str json, arena *into, hearsay_spans *cue,
                         hearsay_spans *content) {
    json_t *said = json_loadb(json.data, json.size, JSON_ALLOW_NUL, NULL);
    taking at_work = {.document = self, .made = {.memory = into}};
    *cue = take_spans(&at_work, said, "cue");
    *content = take_spans(&at_work, said, "content");
    const bool taken = said != NULL && at_work.wrong == NULL;
    json_decref(said);
    return taken;
}

hearsay_str hearsay_document_made_by(const hearsay_document *self) {
    return public_str(self->found.made_by);
}

hearsay_str hearsay_document_brought(const hearsay_document *self) {
    return public_str(self->reading.made_by);
}

hearsay_status hearsay_document_take_brought(hearsay_document *self, hearsay_error *error) {
    hearsay_str id = self->reading.metadata.id, language = self->reading.metadata.language;
    if (self->reading.found.data == NULL) {
        document_forget(self);
        return error_set(error, HEARSAY_INVALID, 0, "document %.*s brings no statements",
                         (int)id.size, id.data);
    }
    return document_take_findings(self, self->reading.found, inner_str(language), error);
}

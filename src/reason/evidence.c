#include "reason/evidence.h"

#include <string.h>

hearsay_str said(const char *words) {
    return (hearsay_str){words, words != NULL ? strlen(words) : 0};
}

hearsay_evidence evidence_at(const paper *in, const char *role, span where, arena *into) {
    hearsay_evidence made = {
        .role = role, .document = in->is->about.id, .publisher = in->is->about.publisher};
    if (where.begin < where.end) {
        hearsay_span one = {where.begin, where.end};
        made.spans = (hearsay_spans){arena_copy(into, &one, sizeof one), 1};
    }
    return made;
}

hearsay_evidence evidence_of_paper(const paper *in, arena *into) {
    hearsay_evidence made = evidence_at(in, "document", (span){0, 0}, into);
    made.name = in->is->about.publisher;
    made.date = in->is->about.date;
    made.page = in->is->about.id;
    made.words = in->is->about.title;
    return made;
}

hearsay_evidence evidence_of(const dossier *self, const char *role, const claim *of) {
    const paper *in = &self->papers[of->document];
    const hearsay_statement *is = statement_of(self, of);
    str named = str_slice(in->is->text, hull(is->source)); /* "the two men" */
    enum { PRONOUN_MOST = 4 };
    bool shows = is->speaker.size == 0 && is->source.count > 0 && named.size > PRONOUN_MOST;
    return (hearsay_evidence){.role = role,
                              .name = shows ? shown(named) : is->speaker,
                              .date = is->date,
                              .sourcing = is->sourcing,
                              .document = in->is->about.id,
                              .publisher = in->is->about.publisher,
                              .statement = said(is->id),
                              .spans = is->content};
}

void evidence_keep(evidence_list *list, hearsay_finding *out, arena *into) {
    out->evidence_count = list->count;
    out->evidence = arena_copy(into, list->items, list->count * sizeof *list->items);
    vec_free(list);
}

finding_list findings_keep(finding_vec *list, arena *into) {
    const size_t size = list->count * sizeof *list->items;
    const finding_list out = {arena_copy(into, list->items, size), list->count};
    vec_free(list);
    return out;
}

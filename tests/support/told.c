#include "support/told.h"

#include "support/findings.h"

#include <stdio.h>

static size_t take_parts(str list, hearsay_str *out) {
    size_t count = 0;
    while (list.size > 0 && count < TOLD_PARTS) {
        str part = findings_take(&list, ';');
        if (part.size > 0) {
            out[count++] = (hearsay_str){part.data, part.size};
        }
    }
    return count;
}

static hearsay_speaker_type take_type(str *line) {
    static const struct {
        const char *mark;
        hearsay_speaker_type type;
    } TYPES[] = {{"body: ", HEARSAY_SPEAKER_ORGANIZATION}, {"outlet: ", HEARSAY_SPEAKER_OUTLET}};
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        str mark = str_from(TYPES[i].mark);
        if (str_starts(*line, mark)) {
            *line = str_slice(*line, (span){mark.size, line->size});
            return TYPES[i].type;
        }
    }
    return HEARSAY_SPEAKER_PERSON;
}

told *told_speaker(str line, size_t number, arena *into) {
    told *out = arena_array(into, told, 1);
    hearsay_str *names = arena_array(into, hearsay_str, TOLD_PARTS);
    hearsay_str *roles = arena_array(into, hearsay_str, TOLD_PARTS);
    char *id = arena_alloc(into, 24);
    snprintf(id, 24, "speaker-%zu", number);
    out->who.id = id;
    out->who.type = take_type(&line);
    out->who.names = names;
    out->who.name_count = take_parts(findings_take(&line, '/'), names);
    out->who.name = names[0];
    out->who.roles = roles;
    out->who.role_count = take_parts(findings_take(&line, '/'), roles);
    str sex = findings_take(&line, '/');
    out->who.sex = sex.size > 0 ? sex.data[0] : 0;
    out->named_count = take_parts(findings_take(&line, '/'), out->named);
    return out;
}

#include "support/findings.h"

#include "base/vec.h"
#include "engine/statements.h"
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

typedef VEC(relation) relations;
typedef VEC(hearsay_passage) passages;

str findings_take(str *rest, char mark) {
    const char *at = rest->size > 0 ? memchr(rest->data, mark, rest->size) : NULL;
    size_t size = at != NULL ? (size_t)(at - rest->data) : rest->size;
    str part = str_slice(*rest, (span){0, size});
    *rest = str_slice(*rest, (span){at != NULL ? size + 1 : size, rest->size});
    while (part.size > 0 && part.data[0] == ' ') {
        part = str_slice(part, (span){1, part.size});
    }
    while (part.size > 0 && part.data[part.size - 1] == ' ') {
        part.size--;
    }
    return part;
}

static bool are_there(str text, size_t at, str words) {
    for (size_t i = 0; i < words.size; i++) {
        char wanted = words.data[i] == '~' ? '\n' : words.data[i];
        if (text.data[at + i] != wanted) {
            return false;
        }
    }
    return true;
}

static span find(str text, str words) {
    for (size_t i = 0; i + words.size <= text.size; i++) {
        if (are_there(text, i, words)) {
            return (span){i, i + words.size};
        }
    }
    fail_msg("not in the text: %.*s", (int)words.size, words.data);
    return (span){0, 0};
}

static span_list find_all(str text, str words, arena *memory) {
    VEC(span) found = {0};
    while (words.size > 0) {
        vec_push(&found, find(text, findings_take(&words, '+')));
    }
    span_list list = {arena_copy(memory, found.items, found.count * sizeof(span)), found.count};
    vec_free(&found);
    return list;
}

static quoted quoted_named(str name) {
    return str_equal(name, STR("all"))    ? QUOTED_ALL
           : str_equal(name, STR("some")) ? QUOTED_SOME
                                          : QUOTED_NONE;
}

static relation relation_from(str text, str source, str line, arena *memory) {
    relation made = {.source = find_all(text, source, memory)};
    made.cue = find_all(text, findings_take(&line, '|'), memory);
    made.content = find_all(text, findings_take(&line, '|'), memory);
    made.quoted = quoted_named(findings_take(&line, '|'));
    made.confidence = strtof(str_copy(memory, findings_take(&line, '|')), NULL);
    return made;
}

static void put_line(hearsay_document *into, str line, relations *found, passages *foreign) {
    str text = into->reading.view.text;
    arena *memory = into->found.memory;
    str first = findings_take(&line, '|');
    if (str_equal(first, STR("language"))) {
        memcpy(into->found.language, findings_take(&line, '|').data, 2);
    } else if (str_equal(first, STR("passage"))) {
        const char *language = str_copy(memory, findings_take(&line, '|'));
        span part = find(text, findings_take(&line, '|'));
        vec_push(foreign, (hearsay_passage){{part.begin, part.end}, language});
    } else {
        vec_push(found, relation_from(into->reading.view.shown, first, line, memory));
    }
}

void findings_put(hearsay_document *into, str told) {
    findings *out = &into->found;
    relations found = {0};
    passages foreign = {0};
    document_forget(into);
    out->memory = arena_new();
    while (told.size > 0) {
        put_line(into, findings_take(&told, '\n'), &found, &foreign);
    }
    relation_list list = {found.items, found.count};
    str id = inner_str(into->reading.metadata.id);
    out->statements = statements_from(&list, &into->reading.view, id, out->memory);
    out->statement_count = found.count;
    out->passages = arena_copy(out->memory, foreign.items, foreign.count * sizeof *foreign.items);
    out->passage_count = foreign.count;
    vec_free(&found);
    vec_free(&foreign);
}

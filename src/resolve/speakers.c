#include "resolve/speakers.h"

#include "base/ascii.h"

static str without_article(str name) {
    static const char *const ARTICLES[] = {"the ", "a ", "an "};
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++) {
        str article = str_from(ARTICLES[i]);
        if (name.size > article.size &&
            ascii_equal(str_slice(name, (span){0, article.size}), article)) {
            return str_slice(name, (span){article.size, name.size});
        }
    }
    return name;
}

/* Whether a word of the source begins with a capital past its first one. */
static bool has_name(str source) {
    for (size_t i = 0; i + 1 < source.size; i++) {
        if (source.data[i] == ' ' && source.data[i + 1] >= 'A' && source.data[i + 1] <= 'Z') {
            return true;
        }
    }
    return source.size > 0 && source.data[0] >= 'A' && source.data[0] <= 'Z';
}

void speakers_resolve(const segmentation *text, const relation_list *relations,
                      const document_facts *facts, arena *into, speaker *out) {
    (void)facts;
    (void)into;
    for (size_t i = 0; i < relations->count; i++) {
        const relation *from = &relations->items[i];
        out[i] = (speaker){.entity = i, .kind = SPEAKER_NOBODY};
        if (from->source.count > 0) {
            out[i].kind = SPEAKER_UNKNOWN;
            out[i].name = without_article(str_slice(text->shown, from->source.items[0]));
            out[i].named = has_name(out[i].name) || ascii_equal(out[i].name, STR("he")) ||
                           ascii_equal(out[i].name, STR("she")) ||
                           ascii_equal(out[i].name, STR("who"));
            out[i].certainty = 0.5F;
        }
    }
}

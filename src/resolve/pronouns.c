#include "resolve/pronouns.h"

enum { WINDOW = 80 }; /* mentions looked back at */

static bool is_third(const token *word) {
    return (word->grammar & LETTER('3')) != 0;
}

static bool agrees(const mention *pronoun, const mention *m, const entity *of, bool plural) {
    if (plural) {
        return of->plural || of->kind == NAMES_BODY || of->kind == NAMES_OUTLET || m->plural;
    }
    return (of->gender & pronoun->gender) != 0 && !of->plural;
}

static double score(const token_list *tokens, const mention *pronoun, const mention *m, size_t between) {
    double s = -0.1 * (double)between;
    uint32_t apart = tokens->items[pronoun->head].sentence - tokens->items[m->head].sentence;
    s -= apart;
    s += m->function == FUNCTION_SUBJECT ? 1.5 : m->function == FUNCTION_OBJECT ? 0.3 : m->function == FUNCTION_MODIFIER ? -1.5 : 0;
    s += m->kind == NAMES_THING ? -1 : 0;
    return s;
}

void pronouns_resolve(const token_list *tokens, mention_list *mentions, const entity_list *entities,
                      arena *into, antecedent *out) {
    (void)into;
    for (size_t i = 0; i < mentions->count; i++) {
        mention *p = &mentions->items[i];
        out[i] = (antecedent){NO_ENTITY, 0};
        if (p->form != MENTION_PRONOUN || !is_third(&tokens->items[p->head])) {
            continue;
        }
        double best = -1e9;
        for (size_t k = i, n = 0; k-- > 0 && n < WINDOW; n++) {
            const mention *m = &mentions->items[k];
            if (m->entity == NO_ENTITY || !agrees(p, m, &entities->items[m->entity], p->plural)) {
                continue;
            }
            double s = score(tokens, p, m, n);
            if (s > best) {
                best = s;
                out[i] = (antecedent){k, 0.6F};
            }
        }
        if (out[i].mention != NO_ENTITY) {
            p->entity = mentions->items[out[i].mention].entity;
        }
    }
}

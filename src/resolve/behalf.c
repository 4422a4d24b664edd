#include "resolve/behalf.h"

#include "resolve/extents.h"

static bool is_body(const entity *who) {
    return who->named &&
           (who->kind == NAMES_BODY || who->kind == NAMES_PLACE || who->kind == NAMES_OUTLET);
}

/* "vice president of programs": not of a state. */
static bool is_of_something(const token_list *tokens, size_t office) {
    const token *next = &tokens->items[office + 1];
    return office + 2 < tokens->count && token_is_one_of(next, "of for at") && !next[1].capital;
}

/* Offices of a state, as American news name their own. */
static bool is_of_state(const token_list *tokens, token_range in) {
    for (size_t i = in.begin; i < in.end; i++) {
        if (token_is_one_of(&tokens->items[i], "president secretary ambassador")) {
            return !is_of_something(tokens, i);
        }
    }
    return false;
}

/* The words of a mention that tell an office which is still held: a title before the name, or a
 * description. */
static token_range office_in(const token_list *tokens, const mention *m) {
    token_range in = m->form == MENTION_NAME ? m->title : description_extent(tokens, m);
    bool office = false;
    bool over = false;
    for (size_t i = in.begin; i < in.end; i++) {
        office |= token_is_office(&tokens->items[i]);
        over |= token_is(&tokens->items[i], "former") || token_is(&tokens->items[i], "then");
    }
    return office && !over ? in : (token_range){0, 0};
}

/* "founder and chief of the Harbour Guild": with the other office behind "and". */
static token_range with_other(const token_list *tokens, const mention_list *mentions, size_t index,
                              token_range in) {
    const mention *next = &mentions->items[index + 1];
    const bool follows = in.end > in.begin && index + 1 < mentions->count && next->after_and &&
                         next->form == MENTION_DESCRIPTION && next->phrase.begin == in.end + 1 &&
                         token_is_office(&tokens->items[next->head]);
    return follows ? (token_range){in.begin, description_extent(tokens, next).end} : in;
}

/* The first body that is named in the range; mentions are looked at around `index`. */
static size_t body_in(const mention_list *mentions, const entity_list *entities, size_t index,
                      token_range in) {
    size_t first = index;
    while (first > 0 && mentions->items[first - 1].name.end > in.begin) {
        first--;
    }
    for (size_t i = first; i < mentions->count && mentions->items[i].name.begin < in.end; i++) {
        const mention *m = &mentions->items[i];
        bool inside = m->name.begin >= in.begin && m->name.end <= in.end;
        /* of "Hull and Rye Veterans of the Sea" not Hull */
        const bool part = i + 1 < mentions->count && m[1].after_and && m[1].kind == NAMES_BODY &&
                          m[1].phrase.begin == m->phrase.end + 1 && m->kind == NAMES_PLACE;
        if (inside && !part && m->form == MENTION_NAME && m->entity != NO_ENTITY &&
            is_body(&entities->items[m->entity])) {
            return m->entity;
        }
    }
    return NO_ENTITY;
}

static bool is_united_states(const token_list *tokens, const mention *m) {
    const token *first = &tokens->items[m->name.begin];
    size_t words = m->name.end - m->name.begin;
    return m->form == MENTION_NAME &&
           ((words == 1 && token_is(first, "u.s.")) ||
            (words == 2 && token_is(first, "united") && token_is(first + 1, "states")));
}

static size_t united_states(const token_list *tokens, const mention_list *mentions) {
    for (size_t i = 0; i < mentions->count; i++) {
        if (is_united_states(tokens, &mentions->items[i])) {
            return mentions->items[i].entity;
        }
    }
    return NO_ENTITY;
}

size_t *behalves_find(const token_list *tokens, const mention_list *mentions,
                      const entity_list *entities, arena *into) {
    size_t *out = arena_array(into, size_t, entities->count + 1);
    for (size_t i = 0; i < entities->count; i++) {
        out[i] = NO_ENTITY;
    }
    size_t own_state = united_states(tokens, mentions);
    for (size_t i = 0; i < mentions->count; i++) {
        const mention *m = &mentions->items[i];
        if (m->entity == NO_ENTITY || m->form == MENTION_PRONOUN) {
            continue;
        }
        token_range in = with_other(tokens, mentions, i, office_in(tokens, m));
        size_t body = body_in(mentions, entities, i, in);
        bool told = out[m->entity] != NO_ENTITY && out[m->entity] != own_state;
        if (body != NO_ENTITY && !told) {
            out[m->entity] = body;
        } else if (!told && is_of_state(tokens, in)) {
            out[m->entity] = own_state;
        }
    }
    return out;
}

#include "resolve/date_chart.h"

static bool choice_fits(const element_choice *choice, const date_token *token, bool may_doubt) {
    if (choice->glued && !token->glued) {
        return false;
    }
    if (choice->kind == CHOICE_LITERAL) {
        return token->literal == choice->which;
    }
    return date_token_is(token, (date_class)choice->which) &&
           (choice->value == ANY_VALUE || choice->value == token->value) &&
           (!token->doubtful || token->capital || may_doubt);
}

/* Whether a word that may be no date stands where dates stand. */
static bool after_date_word(const date_chart *chart, size_t token) {
    return token > 0 && !chart->tokens[token].starts &&
           date_token_is(&chart->tokens[token - 1], CLASS_TO_DATE);
}

/* Puts what fits the element at the token into the slot; the token after it, or 0 if nothing does.
 */
static size_t element_match(const date_chart *chart, const date_element *element, size_t at,
                            date_slot *slot) {
    const date_token *token = &chart->tokens[at];
    for (size_t i = 0; i < element->choice_count; i++) {
        const element_choice *choice = &element->choices[i];
        *slot = (date_slot){choice->kind, choice->which, token, NULL};
        if (choice->kind == CHOICE_SYMBOL) {
            const date_match *inside = date_chart_at(chart, at, choice->which);
            if (inside != NULL && (!choice->glued || token->glued)) {
                slot->inside = inside;
                return inside->end;
            }
        } else if (choice_fits(choice, token, after_date_word(chart, at))) {
            return at + 1;
        }
    }
    return 0;
}

bool date_rule_match(const date_chart *chart, const date_rule *rule, size_t token, date_slot *slots,
                     date_match *made) {
    *made = (date_match){
        .form = rule->form, .begin = (uint32_t)token, .inner = (uint32_t)token, .slots = slots};
    size_t at = token;
    for (size_t i = 0; i < rule->element_count; i++) {
        bool there = at < chart->token_count && (i == 0 || !chart->tokens[at].starts);
        size_t next = there ? element_match(chart, &rule->elements[i], at, &slots[i]) : 0;
        if (next == 0) {
            return false;
        }
        const date_match *inside = slots[i].inside;
        if (inside != NULL && inside->depth >= made->depth) {
            made->depth = (uint8_t)(inside->depth + 1);
        }
        if (i == 0 && (rule->elements[i].outside || inside != NULL)) {
            made->inner = (uint32_t)(inside != NULL ? inside->inner : next);
        }
        at = next;
    }
    made->slot_count = rule->element_count;
    made->end = (uint32_t)at;
    return made->depth < DATE_DEPTH_MAX;
}

const date_match ***date_chart_rows(size_t token_count, arena *into) {
    return arena_array(into, const date_match **, token_count);
}

const date_match **date_chart_place(date_chart *self, size_t token, size_t symbol, arena *into) {
    if (self->longest[token] == NULL) {
        self->longest[token] = arena_array(into, const date_match *, self->symbol_count);
    }
    return &self->longest[token][symbol];
}

static void keep(date_chart *chart, const date_rule *rule, date_match made, arena *into) {
    const date_match **place = date_chart_place(chart, made.begin, rule->symbol, into);
    if (*place != NULL && (*place)->end >= made.end) {
        return;
    }
    made.slots = arena_copy(into, made.slots, made.slot_count * sizeof(date_slot));
    *place = arena_copy(into, &made, sizeof made);
}

uint32_t date_chart_symbols(const date_chart *self, size_t token) {
    uint32_t found = 0;
    for (size_t i = 0; i < self->symbol_count; i++) {
        found |= (uint32_t)(date_chart_at(self, token, i) != NULL) << i;
    }
    return found;
}

/* Finds all symbols that begin at the token. */
static void fill(date_chart *chart, date_rules rules, size_t at, arena *into) {
    uint32_t symbols = 0;
    for (size_t i = 0; i < rules.count; i++) {
        const date_rule *rule = &rules.rules[i];
        date_slot slots[ELEMENTS_MAX];
        date_match made;
        if (date_rule_may_begin(rule, &chart->tokens[at], symbols) &&
            date_rule_match(chart, rule, at, slots, &made)) {
            keep(chart, rule, made, into);
            symbols |= 1U << rule->symbol;
        }
    }
}

date_chart date_chart_of(const date_grammar *grammar, date_tokens tokens, arena *into) {
    date_chart chart = {.tokens = tokens.items,
                        .token_count = tokens.count,
                        .symbol_count = date_grammar_symbol_count(grammar)};
    chart.longest = date_chart_rows(tokens.count, into);
    date_rules rules = date_grammar_rules(grammar);
    for (size_t at = tokens.count; at-- > 0;) {
        if (tokens.items[at].classes == 0 && tokens.items[at].literal == LITERAL_NONE) {
            continue;
        }
        fill(&chart, rules, at, into);
    }
    return chart;
}

const date_token *date_match_token(const date_match *self, date_class class, size_t nth) {
    for (size_t i = 0; i < self->slot_count; i++) {
        const date_slot *slot = &self->slots[i];
        if (slot->kind == CHOICE_CLASS && slot->which == class && nth-- == 0) {
            return slot->token;
        }
    }
    return NULL;
}

const date_match *date_match_inside(const date_match *self, size_t nth) {
    for (size_t i = 0; i < self->slot_count; i++) {
        if (self->slots[i].inside != NULL && nth-- == 0) {
            return self->slots[i].inside;
        }
    }
    return NULL;
}

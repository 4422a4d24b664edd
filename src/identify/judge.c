/* Whether two profiles are of one person or body, and why. */
#include "identify/profile.h"
#include "identify/tables.h"

#include <string.h>

/* More people than this bear a name that is too common to know somebody by. */
static const double COMMON = 2000;

/* The same where one is called by another first name, which somebody else may bear. */
static const double COMMON_OTHERWISE = 500;

/* Without a first name or a role: how many others both documents must name. */
enum { BARE_COMPANY = 4 };

/* What keys that are shared count for. */
typedef struct {
    size_t roles;     /* words for what somebody is, titles all together one */
    size_t companies; /* others that both documents name */
} context;

typedef struct {
    const profile_parts *a, *b;
    const identify_key *shared;
    size_t shared_count;
    context around;
    arena *into;
    identify_verdict *out;
} judging;

/* What of two names fits. */
typedef struct {
    given_likeness given;
    surname_likeness surname;
    bool by_middle; /* the middle name of one is the first of the other */
    bool bare;      /* one of them has no first name */
    bool clash;     /* middle names or generations contradict each other */
    double bearers; /* of the name that tells less */
} fit;

/* --- names of people -------------------------------------------------------------------------- */

static str first_word(str words) {
    const char *blank = words.size > 0 ? memchr(words.data, ' ', words.size) : NULL;
    return blank != NULL ? (str){words.data, (size_t)(blank - words.data)} : words;
}

static bool share_a_word(str a, str b, arena *scratch) {
    word_row left = words_apart(a, scratch), right = words_apart(b, scratch);
    for (size_t i = 0; i < left.count; i++) {
        for (size_t k = 0; k < right.count; k++) {
            if (left.items[i].size > 1 && str_equal(left.items[i], right.items[k])) {
                return true;
            }
        }
    }
    return false;
}

/* W. and H. W. contradict each other, W. and Walker do not. */
static bool middles_clash(const person_name *a, const person_name *b, arena *scratch) {
    return a->middle.size > 0 && b->middle.size > 0 && a->middle.data[0] != b->middle.data[0] &&
           !share_a_word(a->middle, b->middle, scratch);
}

/* A father and his son are two. "III" is often left out where no other is meant; "Jr." is not. */
static bool generations_clash(str a, str b) {
    bool third = str_equal(a, STR("iii")) || str_equal(b, STR("iii")) || str_equal(a, STR("iv")) ||
                 str_equal(b, STR("iv"));
    return !str_equal(a, b) && !(third && (a.size == 0 || b.size == 0));
}

/* "Anne-Marie" and "Anne Marie". */
static bool is_written_apart(const person_name *a, const person_name *b) {
    const person_name *one = a->middle.size == 0 ? a : b, *two = one == a ? b : a;
    str first = first_word(two->middle);
    size_t size = two->given.size;
    return one->given.size == size + 1 + first.size && one->given.data[size] == '-' &&
           str_equal(str_slice(one->given, (span){0, size}), two->given) &&
           str_equal(str_slice(one->given, (span){size + 1, one->given.size}), first);
}

static fit compare(const person_name *a, const person_name *b, arena *scratch) {
    fit out = {.surname = surname_compare(a->surname, b->surname, scratch),
               .bare = a->given.size == 0 || b->given.size == 0,
               .clash = generations_clash(a->suffix, b->suffix)};
    if (out.bare) {
        return out;
    }
    out.given = given_compare(a->given, b->given, scratch);
    str second_a = first_word(a->middle), second_b = first_word(b->middle);
    if (out.given <= GIVEN_INITIAL) { /* W. Mark Felt */
        given_likeness one = is_initial(a->given) && second_a.size > 1
                                 ? given_compare(second_a, b->given, scratch)
                                 : GIVEN_DIFFERENT;
        given_likeness two = is_initial(b->given) && second_b.size > 1
                                 ? given_compare(a->given, second_b, scratch)
                                 : GIVEN_DIFFERENT;
        given_likeness best = one > two ? one : two;
        out.by_middle = best >= GIVEN_NICKNAME;
        out.given = out.by_middle ? best : out.given;
    }
    if (out.given == GIVEN_DIFFERENT && is_written_apart(a, b)) {
        out.given = GIVEN_SAME;
        out.by_middle = true;
    }
    out.clash |= !out.by_middle && middles_clash(a, b, scratch);
    double of_a = person_name_bearers(a, scratch), of_b = person_name_bearers(b, scratch);
    out.bearers = of_a > of_b ? of_a : of_b;
    return out;
}

static bool agrees(const fit *self) {
    return !self->clash && self->surname != SURNAME_DIFFERENT &&
           (self->bare || self->given != GIVEN_DIFFERENT);
}

/* Sexes are told by pronouns, which may be taken wrongly: a name that few bear outweighs them. */
static bool sexes_clash(const profile_parts *a, const profile_parts *b, const fit *names) {
    bool sure = !names->bare && names->given == GIVEN_SAME && names->surname == SURNAME_SAME &&
                names->bearers <= COMMON;
    return a->sex != 0 && b->sex != 0 && a->sex != b->sex && !sure;
}

/* --- context ---------------------------------------------------------------------------------- */

static bool is_title(str word) {
    return table_has(TABLE_OF_TITLES, word, NULL);
}

/* A double surname may have brought one item under two keys. */
static bool seen_before(const judging *self, size_t which) {
    for (size_t i = 0; i < which; i++) {
        if (self->shared[i].kind == self->shared[which].kind &&
            str_equal(self->shared[i].item, self->shared[which].item)) {
            return true;
        }
    }
    return false;
}

static context count_context(const judging *self) {
    context out = {0};
    bool titled = false;
    for (size_t i = 0; i < self->shared_count; i++) {
        const identify_key *each = &self->shared[i];
        if (each->kind == KEY_NAME || seen_before(self, i)) {
            continue;
        }
        bool title = each->kind == KEY_ROLE && is_title(each->item);
        out.companies += each->kind == KEY_COMPANY;
        out.roles += each->kind == KEY_ROLE && !(title && titled);
        titled |= title;
    }
    return out;
}

static void tell(judging *self, const char *kind, str text) {
    if (self->out->evidence_count < EVIDENCE_MAX) {
        self->out->evidence[self->out->evidence_count++] = (identify_evidence){kind, text};
    }
}

static void tell_context(judging *self) {
    for (size_t i = 0; i < self->shared_count; i++) {
        const identify_key *each = &self->shared[i];
        if (each->kind != KEY_NAME && !seen_before(self, i)) {
            tell(self, each->kind == KEY_ROLE ? "role" : "appears with", each->item);
        }
    }
}

/* --- people ----------------------------------------------------------------------------------- */

/* Whether there is enough beside the names. */
static bool is_enough(const fit *names, const context *around) {
    if (names->bare) {
        return around->companies >= (around->roles > 0 ? 2 : BARE_COMPANY);
    }
    bool otherwise = names->given == GIVEN_NICKNAME || names->given == GIVEN_SPELLING;
    double most = otherwise ? COMMON_OTHERWISE : COMMON;
    size_t needed = names->bearers > most || names->given == GIVEN_INITIAL ? 2 : 0;
    return around->roles + around->companies >= needed;
}

static int strength_of(const fit *names, const context *around) {
    size_t beside = around->roles + around->companies;
    int more = beside < 9 ? (int)beside : 9;
    return names->bare ? more + 1 : 100 * (int)names->surname + 10 * (int)names->given + more;
}

static void tell_names(judging *self, const fit *names, const person_name *of) {
    static const char *const KINDS[] = {
        [GIVEN_DIFFERENT] = "surname", [GIVEN_INITIAL] = "initials", [GIVEN_NICKNAME] = "nickname",
        [GIVEN_SPELLING] = "spelling", [GIVEN_SAME] = "full name",
    };
    const char *kind = names->bare                          ? "surname"
                       : names->by_middle                   ? "middle name"
                       : names->surname == SURNAME_PART     ? "part of a double name"
                       : names->surname == SURNAME_SPELLING ? "spelling"
                                                            : KINDS[names->given];
    str parts = person_name_line(of, self->into);
    char *shown = str_copy(self->into, parts);
    size_t size = 0;
    for (size_t i = 0; i < parts.size; i++) {
        bool gap = parts.data[i] == '|' || parts.data[i] == ' ';
        if (!gap || (size > 0 && shown[size - 1] != ' ')) {
            shown[size++] = gap ? ' ' : parts.data[i];
        }
    }
    size -= size > 0 && shown[size - 1] == ' ';
    tell(self, kind, (str){shown, size});
}

static void judge_people(judging *self) {
    int best = 0;
    fit best_fit = {0};
    const person_name *of = NULL;
    for (size_t i = 0; i < self->a->count; i++) {
        for (size_t k = 0; k < self->b->count; k++) {
            fit names = compare(&self->a->people[i], &self->b->people[k], self->into);
            if (!agrees(&names) || sexes_clash(self->a, self->b, &names) ||
                !is_enough(&names, &self->around)) {
                continue;
            }
            int strength = strength_of(&names, &self->around);
            if (strength > best) {
                best = strength;
                best_fit = names;
                of = &self->a->people[i];
            }
        }
    }
    self->out->strength = best;
    if (of != NULL) {
        tell_names(self, &best_fit, of);
        tell_context(self);
    }
}

/* --- bodies ----------------------------------------------------------------------------------- */

static bool is_among(str what, const str *list, size_t count) {
    bool found = false;
    for (size_t i = 0; !found && i < count; i++) {
        found = str_equal(what, list[i]);
    }
    return found;
}

/* An acronym of one that the other has too, or that its name is written out of. Where both have
 * names that are known without it, it tells nothing. */
static str shared_acronym(const profile_parts *a, const profile_parts *b) {
    for (size_t i = 0; a->alone != b->alone && i < a->acronym_count; i++) {
        str each = a->acronyms[i];
        if (is_among(each, b->acronyms, b->acronym_count) ||
            is_among(each, b->initials, b->initials_count)) {
            return each;
        }
    }
    return (str){NULL, 0};
}

/* Letters that the other document itself spells out, or that merely fit. */
static bool spells_out(const profile_parts *self, str acronym) {
    return is_among(acronym, self->acronyms, self->acronym_count);
}

static void judge_bodies(judging *self) {
    const context *around = &self->around;
    size_t beside = around->roles + around->companies;
    int more = beside < 9 ? (int)beside : 9;
    for (size_t i = 0; i < self->a->count; i++) {
        str name = self->a->bodies[i];
        bool both = is_among(name, self->b->bodies, self->b->count);
        if (both && ((!self->a->alone && !self->b->alone) || around->companies >= 2)) {
            self->out->strength = 300 + more;
            tell(self, "name", name);
            tell_context(self);
            return;
        }
    }
    str acronym = shared_acronym(self->a, self->b);
    acronym = acronym.data != NULL ? acronym : shared_acronym(self->b, self->a);
    bool spelled = spells_out(self->a, acronym) && spells_out(self->b, acronym);
    if (acronym.data != NULL && ((acronym.size >= 3 && spelled) || beside > 0)) {
        self->out->strength = 200 + more;
        tell(self, "acronym", acronym);
        tell_context(self);
    }
}

/* --- both ------------------------------------------------------------------------------------- */

void identify_judge(str a, str b, const identify_key *shared, size_t count, arena *into,
                    identify_verdict *out) {
    profile_parts left, right;
    profile_read(a, &left);
    profile_read(b, &right);
    judging self = {
        .a = &left, .b = &right, .shared = shared, .shared_count = count, .into = into, .out = out};
    *out = (identify_verdict){0};
    self.around = count_context(&self);
    if (left.person && right.person) {
        judge_people(&self);
    }
    if (out->strength == 0 && left.body && right.body) {
        judge_bodies(&self);
    }
}

static bool people_are_apart(const profile_parts *a, const profile_parts *b, arena *scratch) {
    bool clash = a->count > 0 && b->count > 0;
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++) {
            fit names = compare(&a->people[i], &b->people[k], scratch);
            bool married = names.surname == SURNAME_DIFFERENT && names.given >= GIVEN_NICKNAME;
            if ((agrees(&names) && !sexes_clash(a, b, &names)) || (married && !names.clash)) {
                return false;
            }
        }
    }
    return clash;
}

static bool bodies_are_apart(const profile_parts *a, const profile_parts *b) {
    if (a->alone || b->alone) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (is_among(a->bodies[i], b->bodies, b->count)) {
            return false;
        }
    }
    return a->count > 0 && b->count > 0;
}

bool identify_apart(str a, str b) {
    profile_parts left, right;
    profile_read(a, &left);
    profile_read(b, &right);
    arena *scratch = arena_new();
    bool apart = (!left.person || !right.person || people_are_apart(&left, &right, scratch)) &&
                 (!left.body || !right.body || bodies_are_apart(&left, &right));
    arena_free(scratch);
    return apart;
}

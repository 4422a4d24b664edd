#include "identify/profile.h"

#include "base/buf.h"
#include "base/vec.h"
#include "identify/body_name.h"
#include "identify/tables.h"

#include <stdlib.h>
#include <string.h>

/* More people than this bear a name that is too common to know somebody by. */
static const double COMMON = 2000;

enum { COMPANY_MAX = 8, ROLE_WORDS_MAX = 5 };

typedef struct {
    const hearsay_speaker *who;
    const hearsay_str *named;
    size_t named_count;
    arena *into;
    buf text;
    VEC(identify_key) keys;
} making;

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put_line(making *self, const char *what, str value) {
    buf_put(&self->text, str_from(what));
    buf_put(&self->text, STR(" "));
    buf_put(&self->text, value);
    buf_put(&self->text, STR("\n"));
}

/* Sorted, each once. */
static void put_lines(making *self, const char *what, str *lines, size_t count) {
    if (count > 0) {
        qsort(lines, count, sizeof *lines, str_order);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !str_equal(lines[i], lines[i - 1])) {
            put_line(self, what, lines[i]);
        }
    }
}

static void add_key(making *self, identify_key_kind kind, const char *sort, str name, str item) {
    buf made = {0};
    buf_printf(&made, "%s %.*s", sort, (int)name.size, name.data);
    size_t size = made.size;
    if (item.size > 0) {
        buf_printf(&made, "|%.*s", (int)item.size, item.data);
    }
    str text = buf_keep(&made, self->into);
    vec_push(&self->keys, (identify_key){kind, text, str_slice(text, (span){0, size}), item});
}

/* --- what is seen around a speaker ------------------------------------------------------------ */

static bool has_word(str text, str word) {
    for (size_t at = 0; at + word.size <= text.size; at++) {
        bool begins = at == 0 || text.data[at - 1] == ' ' || text.data[at - 1] == '-';
        bool ends = at + word.size == text.size || text.data[at + word.size] == ' ' ||
                    text.data[at + word.size] == '-';
        if (begins && ends && memcmp(text.data + at, word.data, word.size) == 0) {
            return true;
        }
    }
    return false;
}

static bool tells_nothing(str name) {
    return name.size < 4 || table_has(TABLE_OF_EVERYWHERE, name, NULL) ||
           table_has(TABLE_OF_COUNTRIES, name, NULL) || table_has(TABLE_OF_NEWS, name, NULL);
}

/* `own`: its surname, or its name; who bears it too is no company. */
static void add_company(making *self, const char *sort, str name, str own) {
    size_t added = 0;
    for (size_t i = 0; i < self->named_count && added < COMPANY_MAX; i++) {
        str other = letters_fold(inner(self->named[i]), self->into);
        if (!tells_nothing(other) && !has_word(other, own)) {
            add_key(self, KEY_COMPANY, sort, name, other);
            added++;
        }
    }
}

static bool is_empty_word(str word) {
    static const char *const WORDS[] = {"the", "and", "for", "mr",  "mrs",  "ms",   "miss",
                                        "dr",  "his", "her", "who", "with", "from", "former"};
    bool empty = word.size < 3;
    for (size_t i = 0; !empty && i < sizeof WORDS / sizeof *WORDS; i++) {
        empty = str_equal(word, str_from(WORDS[i]));
    }
    return empty;
}

static void add_roles(making *self, const char *sort, str name) {
    size_t added = 0;
    for (size_t i = 0; i < self->who->role_count; i++) {
        str role = letters_fold(inner(self->who->roles[i]), self->into);
        word_row words = words_apart(role, self->into);
        for (size_t k = 0; k < words.count && added < ROLE_WORDS_MAX; k++) {
            if (!is_empty_word(words.items[k])) {
                add_key(self, KEY_ROLE, sort, name, words.items[k]);
                added++;
            }
        }
    }
}

static void add_context(making *self, const char *sort, str name, str own) {
    add_company(self, sort, name, own);
    add_roles(self, sort, name);
}

/* --- people ----------------------------------------------------------------------------------- */

/* "Environmentalists", "Republicans": anybody may be one of them. */
static bool is_open_group(str name) {
    static const char *const ENDS[] = {"ists", "ians", "icans", "crats"};
    bool open = false;
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        str end = str_from(ENDS[i]);
        open |= name.size > end.size && memchr(name.data, ' ', name.size) == NULL &&
                str_equal(str_slice(name, (span){name.size - end.size, name.size}), end);
    }
    return open;
}

/* "D-W.Va.", which stands behind the names of members of parliaments. */
static bool is_constituency(str name) {
    return name.size > 2 && name.data[1] == '-' && memchr("DRIdri", name.data[0], 6) != NULL;
}

/* The names that are as full as any: with a first name, where one has. */
static size_t read_people(making *self, person_name *out) {
    size_t count = 0;
    bool full = false;
    for (size_t i = 0; i <= self->who->name_count && count < PROFILE_NAMES; i++) {
        hearsay_str from = i == 0 ? self->who->name : self->who->names[i - 1];
        person_name name = person_name_read(inner(from), self->into);
        if (name.surname.size == 0 || is_constituency(inner(from)) ||
            (name.given.size == 0 && is_open_group(name.surname)) ||
            (full && name.given.size == 0)) {
            continue;
        }
        count = full || name.given.size == 0 ? count : 0; /* those before are poorer */
        full |= name.given.size > 0;
        out[count++] = name;
    }
    return count;
}

/* Those that are not plainly names of another than the first. */
static bool belongs(const person_name *self, const person_name *first, arena *scratch) {
    return surname_compare(self->surname, first->surname, scratch) != SURNAME_DIFFERENT ||
           given_compare(self->given, first->given, scratch) >= GIVEN_NICKNAME;
}

static void add_name_key(making *self, str given, str surname) {
    buf made = {0};
    buf_put(&made, letters_sound(given, self->into));
    buf_put(&made, STR(" "));
    buf_put(&made, surname_key(surname, self->into));
    add_key(self, KEY_NAME, "p", buf_keep(&made, self->into), (str){0});
}

static void add_given_keys(making *self, str given, str surname) {
    add_name_key(self, given, surname);
    str full;
    if (table_has(TABLE_OF_NICKNAMES, given, &full)) {
        word_row names = words_apart(full, self->into);
        for (size_t i = 0; i < names.count; i++) {
            add_name_key(self, names.items[i], surname);
        }
    }
}

/* Under the whole surname, and under the parts of a double one. */
static void add_person_keys(making *self, const person_name *name) {
    word_row middle = words_apart(name->middle, self->into);
    str given = name->given;
    if (is_initial(given) && middle.count > 0 && !is_initial(middle.items[0])) {
        add_given_keys(self, middle.items[0], name->surname); /* W. Mark Felt */
    }
    if (is_initial(given) || given.size == 0) {
        return;
    }
    add_given_keys(self, given, name->surname);
    const char *joint = memchr(given.data, '-', given.size); /* Anne-Marie, Anne Marie */
    if (joint != NULL) {
        add_given_keys(self, (str){given.data, (size_t)(joint - given.data)}, name->surname);
    }
    const char *hyphen = memchr(name->surname.data, '-', name->surname.size);
    if (hyphen != NULL) {
        size_t at = (size_t)(hyphen - name->surname.data);
        add_given_keys(self, given, str_slice(name->surname, (span){0, at}));
        add_given_keys(self, given, str_slice(name->surname, (span){at + 1, name->surname.size}));
    }
}

/* Under a double surname and under its parts, so that it shares them with who bears one of them. */
static void add_surname_context(making *self, str surname) {
    add_context(self, "p", surname_key(surname, self->into), surname);
    const char *hyphen = memchr(surname.data, '-', surname.size);
    if (hyphen != NULL) {
        size_t at = (size_t)(hyphen - surname.data);
        str first = str_slice(surname, (span){0, at});
        str last = str_slice(surname, (span){at + 1, surname.size});
        add_context(self, "p", surname_key(first, self->into), surname);
        add_context(self, "p", surname_key(last, self->into), surname);
    }
}

static bool is_known_by_name(const person_name *self, arena *scratch) {
    bool given = !is_initial(self->given) || (self->middle.size > 1 && self->middle.data[1] != ' ');
    return self->given.size > 0 && given && person_name_bearers(self, scratch) <= COMMON;
}

/* One word, and nothing tells that it is somebody's name. */
static bool may_be_body(const making *self, const person_name *name) {
    return name->given.size == 0 && self->who->sex == 0 &&
           !table_has(TABLE_OF_FIRST_NAMES, name->surname, NULL) &&
           !table_has(TABLE_OF_SURNAME_SHARES, name->surname, NULL);
}

static void describe_person(making *self) {
    person_name names[PROFILE_NAMES];
    str lines[PROFILE_NAMES];
    size_t count = read_people(self, names);
    size_t used = 0;
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        if (!belongs(&names[i], &names[0], self->into)) {
            continue;
        }
        lines[used++] = person_name_line(&names[i], self->into);
        known |= is_known_by_name(&names[i], self->into);
        add_person_keys(self, &names[i]);
        add_surname_context(self, names[i].surname);
    }
    if (used == 0) {
        return;
    }
    bool either = may_be_body(self, &names[0]);
    buf_put(&self->text, either ? STR("person\nbody\n") : STR("person\n"));
    if (either) {
        add_context(self, "b", names[0].surname, names[0].surname);
    }
    if (self->who->sex != 0) {
        put_line(self, "sex", (str){&self->who->sex, 1});
    }
    put_lines(self, "name", lines, used);
    if (!known) {
        put_line(self, "only", str_from(self->who->id));
    }
}

/* --- bodies ----------------------------------------------------------------------------------- */

/* A short name that is known as another body's is not believed: "the U.N. Relief Agency" may well
 * be called U.N. in its document, but that would join it to the U.N. of others. */
static bool is_of_another(str name, str fullest, arena *scratch) {
    return !str_equal(name, fullest) && body_name_suffices(name, scratch) &&
           body_name_suffices(fullest, scratch) &&
           words_apart(name, scratch).count < words_apart(fullest, scratch).count;
}

/* What is taken of the names of a body. */
typedef struct {
    str names[PROFILE_NAMES], acronyms[PROFILE_NAMES], initials[PROFILE_NAMES];
    size_t count, acronym_count, initials_count;
    bool known; /* by one of them alone */
} body_names;

/* Takes letters that stand for a body, under which it is found. */
static void take_letters(making *self, str letters, str *taken, size_t *count) {
    taken[(*count)++] = letters;
    add_key(self, KEY_NAME, "a", letters, (str){0});
}

static void take_body_name(making *self, str from, body_names *out) {
    str name = body_name_read(from, self->into);
    if (name.size == 0 || is_open_group(name) ||
        (out->count > 0 && is_of_another(name, out->names[0], self->into))) {
        return;
    }
    bool suffices = body_name_suffices(name, self->into);
    bool acronym = is_acronym(from);
    out->known |= suffices;
    if (!acronym || suffices || out->count == 0) { /* or it is letters only */
        out->names[out->count++] = name;
    }
    if (acronym && out->acronym_count < PROFILE_NAMES) {
        take_letters(self, letters_fold(from, self->into), out->acronyms, &out->acronym_count);
    } else if (!acronym && suffices) {
        str letters = body_name_initials(from, self->into);
        if (letters.data != NULL) {
            take_letters(self, letters, out->initials, &out->initials_count);
            add_context(self, "b", letters, name);
        }
    }
    if (suffices) {
        add_key(self, KEY_NAME, "b", name, (str){0});
    }
    add_context(self, "b", name, name);
}

static void describe_body(making *self) {
    body_names of = {.count = 0};
    for (size_t i = 0; i <= self->who->name_count && of.count < PROFILE_NAMES; i++) {
        take_body_name(self, inner(i == 0 ? self->who->name : self->who->names[i - 1]), &of);
    }
    if (of.count == 0) {
        return;
    }
    buf_put(&self->text, STR("body\n"));
    put_lines(self, "name", of.names, of.count);
    put_lines(self, "acronym", of.acronyms, of.acronym_count);
    put_lines(self, "initials", of.initials, of.initials_count);
    if (!of.known) {
        put_line(self, "only", str_from(self->who->id));
    }
}

/* --- the profile ------------------------------------------------------------------------------ */

static int by_text(const void *left, const void *right) {
    return str_compare(((const identify_key *)left)->text, ((const identify_key *)right)->text);
}

static void take_keys(making *self, speaker_profile *out) {
    out->keys = arena_array(self->into, identify_key, self->keys.count + 1);
    if (self->keys.count > 0) {
        qsort(self->keys.items, self->keys.count, sizeof *self->keys.items, by_text);
    }
    for (size_t i = 0; i < self->keys.count; i++) {
        const identify_key *each = &self->keys.items[i];
        if (i == 0 || !str_equal(each->text, self->keys.items[i - 1].text)) {
            out->keys[out->key_count++] = *each;
        }
    }
}

void identify_profile(const hearsay_speaker *who, const hearsay_str *named, size_t named_count,
                      arena *into, speaker_profile *out) {
    making self = {.who = who, .named = named, .named_count = named_count, .into = into};
    *out = (speaker_profile){0};
    bool person = who->type == HEARSAY_SPEAKER_PERSON;
    bool body = who->type == HEARSAY_SPEAKER_ORGANIZATION || who->type == HEARSAY_SPEAKER_OUTLET ||
                who->type == HEARSAY_SPEAKER_DOCUMENT;
    if (body || (person && who->sex == 0 && looks_like_body(inner(who->name), into))) {
        describe_body(&self);
    } else if (person) {
        describe_person(&self);
    }
    if (self.text.size > 0) {
        out->text = (str){str_copy(into, buf_str(&self.text)), self.text.size};
        take_keys(&self, out);
    }
    buf_free(&self.text);
    vec_free(&self.keys);
}

#include "resolve/names.h"

#include "base/ascii.h"
#include "resolve/token_words.h"

static bool has(const token *self, char letter) {
    return (self->noun & LETTER(letter)) != 0;
}

uint8_t first_name_gender(str lower) {
    str value = {0};
    if (!list_find(LIST_OF_FIRST_NAMES, lower, &value) || value.size == 0) {
        return 0;
    }
    return value.data[0] == 'm'   ? GENDER_MALE
           : value.data[0] == 'f' ? GENDER_FEMALE
                                  : GENDER_MALE | GENDER_FEMALE;
}

/* "A.", and "A.J."; but "U.S." is none. */
static bool is_initial(const token *self) {
    const str lower = self->lower;
    const bool two = lower.size == 4 && lower.data[1] == '.' && lower.data[3] == '.' &&
                     !token_is_place(self) && self->noun == 0 &&
                     !token_is_one_of(self, "u.s. u.k. u.n. e.u. d.c. l.a. p.m. a.m.");
    return self->capital && (two || (lower.size == 2 && lower.data[1] == '.'));
}

/* --- title and name -------------------------------------------------------------------------- */

static bool is_title(const token *self) {
    return has(self, 't');
}

/* A word that is a first name and no common word of titles. */
static bool is_first_name(const token *self) {
    bool only_name = (self->noun & ~LETTER('y')) == 0;
    return self->class == WORD_NAME && only_name && first_name_gender(self->lower) != 0;
}

/* Past an office with "of" whose last title was at `name` - 1: "Secretary of State John Kerry" up
 * to a first name or an initial. */
static size_t past_office(const token_list *tokens, size_t name, size_t end) {
    if (name + 1 >= end || !token_is(&tokens->items[name], "of")) {
        return name;
    }
    for (size_t i = name + 1; i < end; i++) {
        if (is_first_name(&tokens->items[i]) || is_initial(&tokens->items[i])) {
            return i;
        }
    }
    const token *last = &tokens->items[end - 1]; /* "Secretary of State Holt" */
    bool surname = end > name + 2 && last->noun == 0 && last->class == WORD_NAME &&
                   !list_find(LIST_OF_WORD_CLASSES, last->lower, NULL);
    return surname ? end - 1 : end;
}

/* A title that only people's names follow: Mr., Sen. The last word after it is a name, whatever it
 * is elsewhere: "Mr. King". */
static bool is_courtesy(const token *self) {
    return has(self, 't') && !has(self, 'p');
}

/* "King said", in a text that names Billy King; but not "the King". */
static bool is_surname_alone(const token_list *tokens, token_range run) {
    return run.end - run.begin == 1 && tokens->items[run.begin].surname &&
           !(run.begin > 0 && token_is(&tokens->items[run.begin - 1], "the"));
}

/* "Tishana King", though no list has that first name: a word that is nothing else, before one that
 * is a surname, too. */
static bool is_named_like_noun(const token_list *tokens, token_range run) {
    const token *first = &tokens->items[run.begin];
    return run.end - run.begin == 2 && has(first + 1, 's') && !first->capitals &&
           first->noun == 0 && first->grammar == 0 && !token_is_place(first) &&
           !list_find(LIST_OF_WORD_CLASSES, first->lower, NULL);
}

/* Where the name begins in a run with a title: past the last title that stands before it. */
static size_t past_titles(const token_list *tokens, token_range run) {
    size_t name = run.begin;
    for (size_t i = run.begin; i < run.end; i++) {
        const token *self = &tokens->items[i];
        bool last = i + 1 == run.end;
        bool is_name = last && (is_surname_alone(tokens, run) || is_named_like_noun(tokens, run) ||
                                (i > run.begin && (is_first_name(self - 1) ||
                                                   is_initial(self - 1) || is_courtesy(self - 1))));
        const bool seat = i > run.begin && token_is(self, "member") &&
                          token_is_one_of(self - 1, "council committee board house");
        const bool particle = i > run.begin && !last && is_first_name(self - 1) &&
                              token_is(self, "del"); /* "Vincent Del Rossi", but "Del. Rossi" */
        if (!(is_title(self) || seat) || has(self, 'k') || is_name || particle) {
            continue;
        }
        name = past_office(tokens, i + 1, run.end);
        i = name > i + 1 ? name : i;
    }
    return name;
}

/* What somebody is, before his name: "Shepherd"; by its ending also where no list has it. */
static bool is_calling(const token *self) {
    static const char *const ENDS[] = {"er", "or", "ist", "ian", "man", "woman", "herd", "ess"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        str end = str_from(ENDS[i]);
        if (self->lower.size > end.size + 2 &&
            str_equal(str_slice(self->lower, (span){self->lower.size - end.size, self->lower.size}),
                      end)) {
            return true;
        }
    }
    return list_find(LIST_OF_PEOPLE, self->lower, NULL);
}

/* "Marlow County Recorder Helen Purcell", "Reed Challenger Ann Cole": past a calling with a place,
 * or one that the lists have, before a first name and the only word behind it. */
static size_t past_office_of_place(const token_list *tokens, token_range run) {
    if (run.end - run.begin < 4) {
        return run.begin;
    }
    const token *first = &tokens->items[run.end - 2];
    const bool place = has(first - 2, 'l') || has(first - 2, 'o');
    const bool body = has(first + 1, 'o') || has(first + 1, 'd') || has(first + 1, 'n');
    const bool listed =
        has(first - 1, 'p') || (first_name_gender((first - 1)->lower) == 0 &&
                                list_find(LIST_OF_PEOPLE, (first - 1)->lower, NULL));
    return ((place && is_calling(first - 1)) || listed) && is_first_name(first) && !body
               ? run.end - 2
               : run.begin;
}

/* "ADA HOLT", in capital letters throughout. */
static bool run_is_shouted(const token_list *tokens, token_range run) {
    const token *last = &tokens->items[run.end - 1];
    return last->capitals || last->lower.size < 2;
}

/* Words before a first name that are no names themselves: "Democrat Hillary Clinton", "Radio DJ
 * Rob", "Beekeeper Ann Cole"; but West Kent is a place. */
static size_t past_nouns(const token_list *tokens, token_range run) {
    const size_t end = run.end - has(&tokens->items[run.end - 1], 'k'); /* without "Jr." */
    for (size_t i = run.begin; i + 1 < end; i++) {
        const token *self = &tokens->items[i];
        const bool title = self->capitals && !run_is_shouted(tokens, run); /* "ADA Holt" */
        const bool two = i + 2 < end && is_first_name(self + 1);           /* "Mark Jay Holt" */
        if (is_first_name(self) && !title &&
            (two || !list_find(LIST_OF_WORD_CLASSES, self->lower, NULL))) {
            return i > run.begin && has(self - 1, 'l') ? run.begin : i;
        }
        bool says = self->noun != 0 || self->capitals ||
                    list_find(LIST_OF_WORD_CLASSES, self->lower, NULL) ||
                    list_find(LIST_OF_COUNTRIES, self->lower, NULL) ||
                    (i + 2 < end && first_name_gender(self->lower) == 0 && is_calling(self));
        if (!says) {
            break;
        }
    }
    return past_office_of_place(tokens, run);
}

/* Past words before a surname that the text has behind a first name elsewhere, where each of them
 * says what somebody is: "Oscar-winner Sarandon". */
static size_t past_callings(const token_list *tokens, token_range run) {
    const size_t last = run.end - 1;
    bool calls = last > run.begin && tokens->items[last].surname;
    for (size_t i = run.begin; calls && i < last; i++) {
        const token *self = &tokens->items[i];
        const bool title = self->capitals && !run_is_shouted(tokens, run);
        calls = (title || first_name_gender(self->lower) == 0) && !self->surname &&
                !(has(self, 'o') || has(self, 'l') || has(self, 'd') || has(self, 'n')) &&
                (has(self, 'p') || is_calling(self) || self->capitals ||
                 (i + 1 < last && list_find(LIST_OF_WORD_CLASSES, self->lower, NULL)));
    }
    return calls ? last : run.begin;
}

static uint8_t gender_of_title(const token_list *tokens, token_range title) {
    uint8_t gender = 0;
    for (size_t i = title.begin; i < title.end; i++) {
        gender |= has(&tokens->items[i], 'm') && !has(&tokens->items[i], 'f') ? GENDER_MALE : 0;
        gender |= has(&tokens->items[i], 'f') ? GENDER_FEMALE : 0;
    }
    return gender == (GENDER_MALE | GENDER_FEMALE) ? 0 : gender;
}

/* --- what it names --------------------------------------------------------------------------- */

str name_lower(const token_list *tokens, token_range run) {
    const token *first = &tokens->items[run.begin];
    const token *last = &tokens->items[run.end - 1];
    size_t stop = last->lower.size > 1 && last->lower.data[last->lower.size - 1] == '.' &&
                  run.end - run.begin > 1;
    return first == last
               ? first->lower
               : str_slice(tokens->lower, (span){first->span.begin, last->span.end - stop});
}

/* The word that tells what a body's name names: the one before the first "of", else the last. */
static const token *telling_word(const token_list *tokens, token_range run) {
    for (size_t i = run.begin + 1; i < run.end; i++) {
        if (tokens->items[i].class == WORD_PREPOSITION) {
            return &tokens->items[i - 1];
        }
    }
    return &tokens->items[run.end - 1];
}

static bool is_outlet(const token_list *tokens, token_range run, bool after_article) {
    str lower = name_lower(tokens, run);
    const token *only = &tokens->items[run.begin];
    if (run.end - run.begin == 1) {
        if (token_is_site(lower)) {
            return true;
        }
        bool common = list_find(LIST_OF_WORD_CLASSES, only->lower, NULL) || only->noun != 0;
        return list_find(LIST_OF_NEWS, lower, NULL) &&
               (!common || only->capitals || (after_article && (only->noun & LETTER('n')) != 0));
    }
    const bool of_place = run.end - run.begin == 2 && token_is_place(only + 1) &&
                          !list_find(LIST_OF_WORD_CLASSES, (only + 1)->lower, NULL) &&
                          list_find(LIST_OF_NEWS, only->lower, NULL); /* "BBC Africa" */
    return of_place || list_find(LIST_OF_NEWS, lower, NULL) ||
           list_find(LIST_OF_OUTLETS, lower, NULL);
}

/* "Sunair Flight SA804" is no body, and Sunair is not it. */
static bool is_numbered(const token_list *tokens, token_range name) {
    str last = tokens->items[name.end - 1].lower;
    bool digit = last.size > 0 && ascii_is_digit(last.data[last.size - 1]);
    return name.end - name.begin > 2 && digit;
}

static named_kind kind_of_single(const token *only) {
    if (only->capitals && only->lower.size <= 6) {
        return NAMES_BODY;
    }
    if (has(only, 'o')) {
        return NAMES_BODY;
    }
    if (has(only, 'l')) {
        return NAMES_PLACE;
    }
    return first_name_gender(only->lower) != 0 ? NAMES_PERSON : NAMES_UNKNOWN;
}

static named_kind kind_of(const token_list *tokens, token_range name, bool after_article) {
    const token *first = &tokens->items[name.begin];
    const token *telling = telling_word(tokens, name);
    str value = {0};
    if (is_outlet(tokens, name, after_article)) {
        return NAMES_OUTLET;
    }
    if (list_find(LIST_OF_COUNTRIES, name_lower(tokens, name), &value)) {
        return value.size == 0 ? NAMES_PLACE : NAMES_THING; /* French, which is nobody */
    }
    if (has(&tokens->items[name.end - 1], 'a') || is_numbered(tokens, name)) {
        return NAMES_THING;
    }
    if (name.end - name.begin == 1) {
        return kind_of_single(first);
    }
    if (is_named_like_noun(tokens, name)) {
        return NAMES_PERSON;
    }
    if (token_is_one_of(first, "los las san santa fort") && !after_article && telling->noun == 0) {
        return NAMES_PLACE; /* "Los Angeles" */
    }
    bool first_name = first_name_gender(first->lower) != 0 || is_initial(first);
    if (has(telling, 'o') &&
        !(first_name && telling == first + 1 && !after_article && telling->plural)) {
        return NAMES_BODY;
    }
    if (has(telling, 'd') && has(telling, 'n') && after_article && telling->capital) {
        return NAMES_OUTLET; /* "the Marlow Times Record" */
    }
    if (token_is(telling, "survey") && telling > first &&
        word_ends_in((telling - 1)->lower, "logical")) {
        return NAMES_BODY;
    }
    if (has(telling, 'd')) {
        return first_name && !after_article ? NAMES_PERSON : NAMES_DOCUMENT;
    }
    if (first_name && !after_article) {
        return NAMES_PERSON;
    }
    if (has(telling, 'n') && (after_article || token_is(telling, "news"))) {
        return NAMES_OUTLET;
    }
    if (has(telling, 'l')) {
        return NAMES_PLACE;
    }
    return after_article || telling->capitals ? NAMES_BODY : NAMES_UNKNOWN;
}

/* Initials of what a body is, not of one: "a super PAC". */
static bool is_kind_of_body(const token *self) {
    return token_is(self, "pac") || token_is(self, "pacs") || token_is(self, "ngo") ||
           token_is(self, "ngos");
}

/* "Department of Justice", which holds no title. */
static bool is_body_of(const token_list *tokens, token_range run) {
    const token *telling = telling_word(tokens, run);
    return telling < &tokens->items[run.end - 1] && has(telling, 'o') && !has(telling, 't');
}

/* A run that ends with the name of an office or a role: "CIA Director", "Republicans". */
static bool is_description(const token_list *tokens, token_range run) {
    const token *last = &tokens->items[run.end - 1];
    if (is_kind_of_body(last) && run.end - run.begin == 1) {
        return true;
    }
    if (is_surname_alone(tokens, run) || is_body_of(tokens, run) ||
        is_named_like_noun(tokens, run)) {
        return false;
    }
    bool person = has(last, 'p') || (has(last, 't') && has(last, 'p'));
    if (!person) {
        return false;
    }
    bool alone = run.end - run.begin == 1;
    const token *first = &tokens->items[run.begin];
    return alone || !(is_first_name(first) || is_initial(first));
}

/* "secretary of State Clinton", where only the office has capitals: what of it stands in the run.
 */
static size_t past_small_office(const token_list *tokens, token_range run) {
    if (run.begin < 2 || run.end - run.begin < 2) {
        return run.begin;
    }
    const token *first = &tokens->items[run.begin];
    const token *office = first - 2;
    bool held = office->class == WORD_NOUN && has(office, 't') && token_is(first - 1, "of");
    bool common = list_find(LIST_OF_WORD_CLASSES, first->lower, NULL);
    return held && common && !is_first_name(first) ? run.begin + 1 : run.begin;
}

/* "the Varnian Star": a paper, whatever else its last word means. */
static bool is_paper(const token_list *tokens, token_range run, bool after_article) {
    const token *last = &tokens->items[run.end - 1];
    return after_article && run.end - run.begin > 1 && has(last, 'n') && has(last, 'p');
}

name_reading name_read(const token_list *tokens, token_range run, bool after_article, bool titled) {
    name_reading out = {.title = {run.begin, run.begin}, .name = run, .kind = NAMES_UNKNOWN};
    const bool listed = run.end > run.begin + 1 && is_outlet(tokens, run, after_article);
    if (listed || is_paper(tokens, run, after_article)) {
        out.kind = NAMES_OUTLET;
        return out;
    }
    size_t begin = is_body_of(tokens, run) ? run.begin : past_titles(tokens, run);
    begin = begin > run.begin ? begin : past_nouns(tokens, run);
    begin = begin > run.begin ? begin : past_callings(tokens, run);
    begin = begin > run.begin ? begin : past_small_office(tokens, run);
    bool article_of_title = after_article && begin > run.begin;
    if (begin < run.end && begin > run.begin) {
        out.title = (token_range){run.begin, begin};
        out.name = (token_range){begin, run.end};
        out.gender = gender_of_title(tokens, out.title);
        named_kind kind = kind_of(tokens, out.name, false);
        bool other = kind == NAMES_OUTLET || (kind == NAMES_BODY && !tokens->items[begin].capitals);
        out.kind = other && !article_of_title ? kind : NAMES_PERSON;
        if (other && out.gender == 0) { /* "Press Association", "General Assembly": no title */
            out.title = (token_range){run.begin, run.begin};
            out.name = run;
            out.kind = kind;
        }
    } else if (begin == run.end || is_description(tokens, run)) {
        out.title = run;
        out.name = (token_range){run.end, run.end};
        out.kind = NAMES_PERSON;
        out.gender = gender_of_title(tokens, run);
        return out;
    } else {
        out.kind = kind_of(tokens, run, after_article && !titled);
        if (titled && out.kind == NAMES_UNKNOWN) {
            out.kind = NAMES_PERSON;
        }
    }
    const bool surname = out.title.end > out.title.begin && out.name.end == out.name.begin + 1;
    if (out.gender == 0 && !surname && /* "Dr. Ward", who need not be a man */
        (out.kind == NAMES_PERSON || out.kind == NAMES_UNKNOWN)) {
        out.gender = first_name_gender(tokens->items[out.name.begin].lower);
    }
    return out;
}

bool name_is_rare(const token_list *tokens, token_range name) {
    bool rare = name.end == name.begin + 2 || name.end == name.begin + 3;
    for (size_t i = name.begin; i < name.end; i++) {
        const token *word = &tokens->items[i];
        rare &= word->noun == 0 && !word->capitals &&
                !list_find(LIST_OF_WORD_CLASSES, word->lower, NULL);
    }
    return rare;
}

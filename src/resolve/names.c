#include "resolve/names.h"

#include "resolve/token_words.h"

static bool has(const token *self, char letter) {
    return (self->noun & LETTER(letter)) != 0;
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
        if (is_first_name(&tokens->items[i]) || token_is_initial(&tokens->items[i])) {
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
    return has(self, 't') && !has(self, 'p') &&
           !token_is_one_of(self, "vice acting former interim");
}

/* "King said", in a text that names Billy King; but not "the King". */
static bool is_surname_alone(const token_list *tokens, token_range run) {
    return run.end - run.begin == 1 && tokens->items[run.begin].surname &&
           !(run.begin > 0 && token_is(&tokens->items[run.begin - 1], "the"));
}

/* Where the name begins in a run with a title: past the last title that stands before it. */
static size_t past_titles(const token_list *tokens, token_range run) {
    size_t name = run.begin;
    for (size_t i = run.begin; i < run.end; i++) {
        const token *self = &tokens->items[i];
        bool last = i + 1 == run.end;
        bool is_name =
            last && (is_surname_alone(tokens, run) || name_is_like_noun(tokens, run) ||
                     (i > run.begin && (is_first_name(self - 1) || token_is_initial(self - 1) ||
                                        is_courtesy(self - 1))));
        const bool seat = i > run.begin && token_is(self, "member") &&
                          token_is_one_of(self - 1, "council committee board house");
        if (!(is_title(self) || seat) || has(self, 'k') || is_name) {
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

/* --- title and name together -------------------------------------------------------------------
 */

/* Initials of what a body is, not of one: "a super PAC". */
static bool is_kind_of_body(const token *self) {
    return token_is(self, "pac") || token_is(self, "pacs") || token_is(self, "ngo") ||
           token_is(self, "ngos");
}

/* "Department of Justice", "Students for Peace", which hold no title. */
static bool is_body_of(const token_list *tokens, token_range run) {
    const token *telling = name_telling_word(tokens, run);
    return name_is_of_members(tokens, run) ||
           (telling < &tokens->items[run.end - 1] && has(telling, 'o') && !has(telling, 't'));
}

/* A run that ends with the name of an office or a role: "CIA Director", "Republicans". */
static bool is_description(const token_list *tokens, token_range run) {
    const token *last = &tokens->items[run.end - 1];
    if (is_kind_of_body(last) && run.end - run.begin == 1) {
        return true;
    }
    if (is_surname_alone(tokens, run) || is_body_of(tokens, run) ||
        name_is_like_noun(tokens, run)) {
        return false;
    }
    bool person = has(last, 'p') || (has(last, 't') && has(last, 'p'));
    if (!person) {
        return false;
    }
    bool alone = run.end - run.begin == 1;
    const token *first = &tokens->items[run.begin];
    return alone || !(is_first_name(first) || token_is_initial(first));
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

/* Where the name begins, behind all that is said of who bears it. */
static size_t past_what_is_said(const token_list *tokens, token_range run) {
    if (name_is_of_members(tokens, run)) {
        return run.begin;
    }
    size_t begin = is_body_of(tokens, run) ? run.begin : past_titles(tokens, run);
    begin = past_nouns(tokens, (token_range){begin, run.end}); /* "Deputy Public Defender Lee" */
    begin = begin > run.begin ? begin : past_callings(tokens, run);
    return begin > run.begin ? begin : past_small_office(tokens, run);
}

name_reading name_read(const token_list *tokens, token_range run, bool after_article, bool titled) {
    name_reading out = {.title = {run.begin, run.begin}, .name = run, .kind = NAMES_UNKNOWN};
    const bool listed = run.end > run.begin + 1 && name_is_outlet(tokens, run, after_article);
    if (listed || is_paper(tokens, run, after_article)) {
        out.kind = NAMES_OUTLET;
        return out;
    }
    const size_t begin = past_what_is_said(tokens, run);
    bool article_of_title = after_article && begin > run.begin;
    if (begin < run.end && begin > run.begin) {
        out.title = (token_range){run.begin, begin};
        out.name = (token_range){begin, run.end};
        out.gender = gender_of_title(tokens, out.title);
        named_kind kind = name_kind(tokens, out.name, false);
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
        out.kind = name_kind(tokens, run, after_article && !titled);
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

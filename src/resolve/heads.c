#include "resolve/heads.h"

static bool ends_like_person(str lower) {
    static const char *const ENDS[] = {"ist", "ists", "ian",   "ians",
                                       "man", "men",  "woman", "women"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        str end = str_from(ENDS[i]);
        if (lower.size > end.size + 2 &&
            str_equal(str_slice(lower, (span){lower.size - end.size, lower.size}), end)) {
            return true;
        }
    }
    return false;
}

named_kind head_kind(const token *head) {
    if (head->class == WORD_DETERMINER) {
        return NAMES_PERSON;
    }
    static const struct {
        char letter;
        named_kind kind;
    } KINDS[] = {{'p', NAMES_PERSON},   {'o', NAMES_BODY},   {'c', NAMES_BODY},
                 {'d', NAMES_DOCUMENT}, {'n', NAMES_OUTLET}, {'l', NAMES_PLACE}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if ((head->noun & LETTER(KINDS[i].letter)) != 0) {
            return KINDS[i].kind;
        }
    }
    return ends_like_person(head->lower) ? NAMES_PERSON : NAMES_THING;
}

/* Words that no "he" goes back to. */
static bool is_anybody(const token *head) {
    return token_is_one_of(head, "anyone anybody someone somebody everyone everybody nobody");
}

uint8_t head_gender(const token *head, named_kind kind) {
    if (kind != NAMES_PERSON) {
        return GENDER_NEUTER;
    }
    if (is_anybody(head)) {
        return 0;
    }
    uint8_t gender = 0;
    gender |= (head->noun & LETTER('m')) != 0 ? GENDER_MALE : 0;
    gender |= (head->noun & LETTER('f')) != 0 ? GENDER_FEMALE : 0;
    return gender != 0 ? gender : GENDER_MALE | GENDER_FEMALE;
}

bool head_is_plural(const token *head) {
    size_t n = head->lower.size;
    return head->plural || head->class == WORD_DETERMINER ||
           (head->class == WORD_NOUN && head->noun == 0 && n > 3 &&
            head->lower.data[n - 1] == 's' && head->lower.data[n - 2] != 's' &&
            head->lower.data[n - 2] != 'u' && head->lower.data[n - 2] != 'i');
}

#include "segment/relatives.h"

#include "base/letters.h"
#include "base/utf8.h"

#include <string.h>

/* --- letters ---------------------------------------------------------------------------------- */

#define SERBIAN "јљњћђџ"
#define MACEDONIAN "ќѓѕ"
#define KAZAKH "әғқңөұүһ"

/* Cyrillic letters that a language does not have; "е" with marks and the like are left out. */
static const struct {
    char language[4];
    const char *lacking;
} LETTERS[] = {
    {"ru", "іїєґў" SERBIAN MACEDONIAN KAZAKH},  {"uk", "ыэёъў" SERBIAN MACEDONIAN KAZAKH},
    {"be", "иїєґщъ" SERBIAN MACEDONIAN KAZAKH}, {"bg", "ыэёіїєґў" SERBIAN MACEDONIAN KAZAKH},
    {"mk", "ыэёъьйщюяіїєґўћђ" KAZAKH},          {"sr", "ыэёъьйщюяіїєґў" MACEDONIAN KAZAKH},
    {"kk", "їєґў" SERBIAN MACEDONIAN},
};

enum { NAMES_SHARE = 80 }; /* one letter among so many may be a name's */

static bool is_cyrillic(uint32_t cp) {
    return cp >= 0x400 && cp < 0x500;
}

bool relatives_lacks_letters(const char *language, str words) {
    const char *lacking = NULL;
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        lacking = strcmp(LETTERS[i].language, language) == 0 ? LETTERS[i].lacking : lacking;
    }
    size_t letters = 0;
    size_t found = 0;
    for (size_t pos = 0; lacking != NULL && pos < words.size;) {
        uint32_t cp = utf8_next(words, &pos);
        letters += is_cyrillic(cp);
        found += is_cyrillic(cp) && is_one_of(cp, lacking);
    }
    return found * NAMES_SHARE > letters;
}

/* --- words ------------------------------------------------------------------------------------ */

/* Words that one of two languages has and the other writes in another way, between spaces. */
static const struct {
    char language[4], relative[4];
    const char *own, *others;
} WORDS[] = {
    {"da", "no",
     " af efter blev bliver sig mig dig mod hvad noget nogen meget siger sagde mellem uden "
     "end op ud nu kun havde ",
     " av etter ble blir seg meg deg mot hva noe noen mye sier sa mellom uten enn opp ut "
     "nå bare hadde ikkje ein ei eit eg dei frå kva noko nokon berre meir vere vart seier "},
};

static bool lists(const char *list, str word) {
    for (const char *at = list; (at = strchr(at, ' ')) != NULL && at[1] != '\0';) {
        at++;
        if (strncmp(at, word.data, word.size) == 0 && at[word.size] == ' ') {
            return true;
        }
    }
    return false;
}

const char *relatives_by_words(const char *language, str words) {
    size_t which = 0;
    while (which < sizeof WORDS / sizeof *WORDS && strcmp(WORDS[which].language, language) != 0 &&
           strcmp(WORDS[which].relative, language) != 0) {
        which++;
    }
    if (which == sizeof WORDS / sizeof *WORDS) {
        return language;
    }
    size_t own = 0;
    size_t others = 0;
    for (size_t begin = 0; begin < words.size;) {
        const char *stop = memchr(words.data + begin, ' ', words.size - begin);
        size_t end = stop != NULL ? (size_t)(stop - words.data) : words.size;
        str word = str_slice(words, (span){begin, end});
        own += lists(WORDS[which].own, word);
        others += lists(WORDS[which].others, word);
        begin = end + 1;
    }
    return own > others ? WORDS[which].language : others > own ? WORDS[which].relative : language;
}

/* What language the parts of a text are in.
 *
 * Paragraphs are judged one by one, short ones together with the short ones beside them, by their
 * script and, where that does not tell, by their n-grams. What is too short stays open and goes
 * with what stands around it. Mistaking English for another language loses its statements, so
 * whatever is in doubt is English. */
#include "segment/language.h"

#include "base/letters.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "segment/profiles.h"
#include "segment/scripts.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum {
    LETTERS_TO_TELL = 100, /* fewer say too little */
    LETTERS_OF_SCRIPT = 4, /* are enough where only one language is written so */
    LETTERS_LONG = 200,    /* of a passage: about forty words, 250 characters */
    SAMPLES = 4,           /* stretches of a paragraph that are looked at, spread over it */
    SAMPLE_LETTERS = 500,  /* of each at most */
    ENGLISH_SHARE = 16     /* one common English word among so many words is enough */
};

static const char ENGLISH[] = "en";

struct language_guesser {
    profiles *profiles;
};

/* Consecutive paragraphs that are judged as one. */
typedef struct {
    span all;
    size_t letters;        /* weighted by what they say */
    const char *language;  /* NULL: too short to tell, or none */
    const script *written; /* NULL: Latin */
} stretch;

typedef VEC(stretch) stretch_vec;

/* What was counted in samples of a stretch. */
typedef struct {
    char text[SAMPLES * (SAMPLE_LETTERS * 2 + 1) * 4]; /* words in small letters */
    size_t size;
    size_t letters, words, english_words;
    size_t of_script[SCRIPT_COUNT]; /* letters */
} sample;

bool language_profiles_are_there(const char *folder) {
    return profiles_are_there(folder);
}

language_guesser *language_guesser_new(const char *folder) {
    profiles *read = profiles_read(folder);
    if (read == NULL) {
        return NULL;
    }
    language_guesser *self = mem_alloc(sizeof *self);
    self->profiles = read;
    return self;
}

void language_guesser_free(language_guesser *self) {
    if (self != NULL) {
        profiles_free(self->profiles);
        mem_free(self);
    }
}

/* --- what counts ------------------------------------------------------------------------------ */

/* Addresses, tags, handles and the like, which are no language. */
static bool is_machine_made(str token) {
    bool telling = false;
    for (size_t i = 0; i < token.size; i++) {
        if ((unsigned char)token.data[i] >= 0x80) {
            return false;
        }
        telling = telling || is_digit((unsigned char)token.data[i]) ||
                  strchr("<>=/\\@#_{}|", token.data[i]) != NULL;
    }
    return telling;
}

/* Takes what stands between white space off the front of `rest`, until it is of a language; false
 * where nothing is left. */
static bool next_token(str text, span *rest, span *token) {
    while ((rest->begin = skip_space(text, rest->begin, rest->end)) < rest->end) {
        token->begin = rest->begin;
        while (rest->begin < rest->end) {
            size_t next = rest->begin;
            if (is_space(utf8_next(text, &next))) {
                break;
            }
            rest->begin = next;
        }
        token->end = rest->begin;
        if (!is_machine_made(str_slice(text, *token))) {
            return true;
        }
    }
    return false;
}

/* --- taking samples --------------------------------------------------------------------------- */

/* Words that are an eighth of English prose, and that other languages hardly have: not "to", which
 * is Czech too, nor "of", which is Dutch. */
static bool is_english_word(str word) {
    static const str COMMON[] = {{"the", 3},  {"and", 3},  {"that", 4},  {"with", 4},
                                 {"said", 4}, {"have", 4}, {"this", 4},  {"from", 4},
                                 {"his", 3},  {"they", 4}, {"would", 5}, {"been", 4}};
    for (size_t i = 0; i < sizeof COMMON / sizeof *COMMON; i++) {
        if (str_equal(word, COMMON[i])) {
            return true;
        }
    }
    return false;
}

static void end_word(sample *self, size_t *word) {
    if (self->size > *word) {
        self->words++;
        self->english_words += is_english_word((str){self->text + *word, self->size - *word});
        self->text[self->size++] = ' ';
    }
    *word = self->size;
}

/* Takes the words of `part`, SAMPLE_LETTERS letters at most. */
static void take(sample *self, str text, span part) {
    size_t letters = 0;
    span token;
    while (letters < SAMPLE_LETTERS && next_token(text, &part, &token)) {
        size_t word = self->size;
        for (size_t pos = token.begin; pos < token.end && letters < SAMPLE_LETTERS;) {
            uint32_t cp = utf8_next(text, &pos);
            if (!is_letter(cp)) {
                end_word(self, &word);
                continue;
            }
            const script *found = script_of(cp);
            if (found != NULL) {
                self->of_script[found - SCRIPTS]++;
            }
            letters++;
            self->size +=
                utf8_put(self->text + self->size, (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
        }
        end_word(self, &word);
    }
    self->letters += letters;
}

/* Where a character begins, at or after `pos`. */
static size_t to_character(str text, size_t pos, size_t end) {
    while (pos < end && ((unsigned char)text.data[pos] & 0xC0) == 0x80) {
        pos++;
    }
    return pos;
}

static void take_samples(sample *self, str text, span all) {
    *self = (sample){.size = 0};
    size_t begin = all.begin;
    for (size_t i = 1; i <= SAMPLES; i++) {
        size_t end = to_character(text, all.begin + (all.end - all.begin) / SAMPLES * i, all.end);
        end = i == SAMPLES ? all.end : end;
        take(self, text, (span){begin, end});
        begin = end;
    }
}

/* --- judging ---------------------------------------------------------------------------------- */

static size_t letters_of(const sample *self, const char *language) {
    size_t count = 0;
    for (size_t i = 0; i < SCRIPT_COUNT; i++) {
        count += strcmp(SCRIPTS[i].language, language) == 0 ? self->of_script[i] : 0;
    }
    return count;
}

/* The script of most letters, NULL where that is Latin. */
static const script *main_script(const sample *self) {
    size_t most = 0;
    size_t sum = 0;
    for (size_t i = 0; i < SCRIPT_COUNT; i++) {
        sum += self->of_script[i];
        most = self->of_script[i] > self->of_script[most] ? i : most;
    }
    return sum > self->letters / 2 ? &SCRIPTS[most] : NULL;
}

static const char *judge(language_guesser *self, const sample *of, const script *written) {
    bool is_east_asian = written != NULL && (strcmp(written->language, "zh") == 0);
    if (is_east_asian && letters_of(of, "ja") > of->letters / 20) {
        return "ja"; /* Han with some kana among them */
    }
    bool needs_profiles = written == NULL || written->shared;
    if (needs_profiles && of->english_words * ENGLISH_SHARE >= of->words) {
        return ENGLISH;
    }
    if (needs_profiles && self != NULL) {
        bool near;
        const char *guess = profiles_guess(self->profiles, (str){of->text, of->size}, &near);
        if (written == NULL) {
            return near ? guess : NULL;
        }
        return strcmp(guess, ENGLISH) == 0 ? written->language : guess;
    }
    return written != NULL ? written->language : ENGLISH;
}

/* --- from paragraphs to passages -------------------------------------------------------------- */

/* Letters of the part, weighted. */
static size_t weigh(str text, span part) {
    size_t letters = 0;
    span token;
    while (next_token(text, &part, &token)) {
        for (size_t pos = token.begin; pos < token.end;) {
            uint32_t cp = utf8_next(text, &pos);
            if (is_letter(cp)) {
                const script *found = script_of(cp);
                letters += found != NULL ? found->weight : 1;
            }
        }
    }
    return letters;
}

/* Long paragraphs alone, short ones together until they say enough. */
static void find_stretches(const segmentation *text, stretch_vec *found) {
    bool is_open = false; /* the last stretch takes more */
    for (size_t i = 0; i < text->paragraph_count; i++) {
        span part = text->paragraphs[i];
        size_t letters = weigh(text->shown, part);
        if (is_open && letters < LETTERS_TO_TELL) {
            stretch *last = &found->items[found->count - 1];
            last->all.end = part.end;
            last->letters += letters;
        } else {
            vec_push(found, (stretch){.all = part, .letters = letters});
        }
        is_open = found->items[found->count - 1].letters < LETTERS_TO_TELL;
    }
}

static void judge_stretches(language_guesser *self, str text, stretch_vec *found) {
    sample *taken = mem_alloc(sizeof *taken);
    for (size_t i = 0; i < found->count; i++) {
        stretch *each = &found->items[i];
        if (each->letters < LETTERS_OF_SCRIPT) {
            continue;
        }
        take_samples(taken, text, each->all);
        const script *written = main_script(taken);
        bool is_plain = written != NULL && !written->shared && taken->letters >= LETTERS_OF_SCRIPT;
        if (is_plain || each->letters >= LETTERS_TO_TELL) {
            each->written = written;
            each->language = judge(self, taken, written);
        }
    }
    mem_free(taken);
}

static void set_language(char out[LANGUAGE_SIZE], const char *code) {
    snprintf(out, LANGUAGE_SIZE, "%s", code);
}

static bool is_foreign(const stretch *self) {
    return self->language != NULL && strcmp(self->language, ENGLISH) != 0;
}

/* Whether a stretch goes on with a passage whose largest stretch is given. What is short may be
 * mistaken for a near relative of its language, so that only long ones begin a new passage. */
static bool goes_on(const stretch *self, const stretch *largest) {
    if (!is_foreign(self)) {
        return self->language == NULL;
    }
    bool is_near = self->written == largest->written &&
                   (self->letters < LETTERS_LONG || largest->letters < LETTERS_LONG);
    return is_near || strcmp(self->language, largest->language) == 0;
}

/* The passage that begins with the foreign stretch `first`; `*next` is the stretch after it. False
 * where it is not long. */
static bool find_passage(const stretch_vec *in, size_t first, foreign_passage *out, size_t *next) {
    const stretch *largest = &in->items[first];
    size_t letters = 0;
    for (size_t i = first; i < in->count && goes_on(&in->items[i], largest); i++) {
        const stretch *each = &in->items[i];
        if (is_foreign(each)) {
            letters += each->letters;
            largest = each->letters > largest->letters ? each : largest;
            *next = i + 1; /* what is too short to tell belongs to it only in between */
        }
    }
    *out = (foreign_passage){
        .span = {in->items[first].all.begin, in->items[*next - 1].all.end},
    };
    set_language(out->language, largest->language);
    return letters >= LETTERS_LONG;
}

static void find_passages(const stretch_vec *in, arena *into, language_guess *out) {
    VEC(foreign_passage) found = {0};
    for (size_t i = 0; i < in->count;) {
        foreign_passage passage;
        size_t next = i + 1;
        if (is_foreign(&in->items[i]) && find_passage(in, i, &passage, &next)) {
            vec_push(&found, passage);
        }
        i = next;
    }
    out->passages = arena_copy(into, found.items, found.count * sizeof *found.items);
    out->passage_count = found.count;
    vec_free(&found);
}

/* --- the whole text --------------------------------------------------------------------------- */

/* Letters in one language; NULL: in what is too short to tell. */
typedef struct {
    const char *language;
    size_t letters;
} tally;

enum { TALLIES = 128 }; /* more than there are languages */

static void count(tally tallies[TALLIES], const stretch *each) {
    size_t i = 1; /* tallies[0] has no language */
    while (i + 1 < TALLIES && tallies[i].language != NULL && each->language != NULL &&
           strcmp(tallies[i].language, each->language) != 0) {
        i++;
    }
    i = each->language == NULL ? 0 : i;
    tallies[i].language = each->language;
    tallies[i].letters += each->letters;
}

static void judge_whole(const stretch_vec *in, language_guess *out) {
    tally tallies[TALLIES] = {0};
    for (size_t i = 0; i < in->count; i++) {
        count(tallies, &in->items[i]);
    }
    size_t english = 0;
    size_t foreign = 0;
    const tally *largest = NULL;
    for (const tally *each = tallies + 1; each->language != NULL; each++) {
        if (strcmp(each->language, ENGLISH) == 0) {
            english = each->letters;
            continue;
        }
        foreign += each->letters;
        largest = largest == NULL || each->letters > largest->letters ? each : largest;
    }
    if (foreign > english + tallies[0].letters) {
        set_language(out->language, largest->language);
        out->passage_count = english > 0 ? out->passage_count : 0;
    } else if (foreign + english > 0) {
        set_language(out->language, ENGLISH);
    }
}

void language_guess_text(language_guesser *self, const segmentation *text, arena *into,
                         language_guess *out) {
    stretch_vec found = {0};
    *out = (language_guess){.language = ""};
    find_stretches(text, &found);
    judge_stretches(self, text->shown, &found);
    find_passages(&found, into, out);
    judge_whole(&found, out);
    vec_free(&found);
}

#include "segment/profiles.h"

#include "base/buf.h"
#include "base/memory.h"
#include "segment/relatives.h"

#include <libexttextcat/fingerprint.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Where Debian puts the profiles. */
static const char TEXTCAT_DIR[] = "/usr/share/libexttextcat";

/* Another language must be nearer than English by this share of the distance. On PolNeAR and ECB+,
 * which are English, the nearest of 24,000 stretches of 100 letters, a list of names, is at 0.985;
 * news in the languages below is between 0.62 and 0.94. */
static const double FOREIGN = 0.955;

/* What is no language is far from all: in Latin script the nearest of 6,000 stretches of English is
 * at most at 0.80 of the distance from a profile that is empty, other languages at 0.75, letters
 * that were typed without sense at 0.81 to 0.88. */
static const double NOWHERE = 0.805;

enum {
    NGRAMS = 400, /* of a profile; as libexttextcat has it */
    FEWEST = 120  /* in a text: English has 200 in a hundred letters, "ha ha ha" has eight */
};

/* Of its 160 profiles those that news are likely to be in: more of them take time, and the small
 * relatives of English (Scots, Tok Pisin) would be found in English. */
static const struct {
    const char *file, *language;
} LISTED[] = {
    {"en", "en"},      {"es", "es"}, {"fr", "fr"},      {"de", "de"}, {"it", "it"}, {"pt", "pt"},
    {"nl", "nl"},      {"pl", "pl"}, {"sv", "sv"},      {"da", "da"}, {"nb", "no"}, {"nn", "no"},
    {"fi", "fi"},      {"cs", "cs"}, {"sk", "sk"},      {"hu", "hu"}, {"ro", "ro"}, {"tr", "tr"},
    {"id", "id"},      {"sq", "sq"}, {"sr-Latn", "hr"}, {"hr", "hr"}, {"sl", "sl"}, {"et", "et"},
    {"lv", "lv"},      {"lt", "lt"}, {"is", "is"},      {"ca", "ca"}, {"vi", "vi"}, {"sw", "sw"},
    {"tl", "tl"},      {"ru", "ru"}, {"uk", "uk"},      {"bg", "bg"}, {"be", "be"}, {"mk", "mk"},
    {"sr-Cyrl", "sr"}, {"kk", "kk"}, {"ar", "ar"},      {"fa", "fa"}, {"ur", "ur"}, {"hi", "hi"},
    {"mr", "mr"},      {"ne", "ne"}, {"la", "la"},
};

enum { LISTED_COUNT = sizeof LISTED / sizeof *LISTED, ENGLISH = 0 };

struct profiles {
    void *read[LISTED_COUNT]; /* NULL where the file is missing */
    void *empty;              /* as far from a text as can be */
};

static void put_path(buf *path, const char *folder, const char *file) {
    buf_clear(path);
    buf_printf(path, "%s/%s.lm", folder != NULL ? folder : TEXTCAT_DIR, file);
}

/* fp_Read complains on stderr where there is no file. */
static bool is_there(const buf *path) {
    FILE *there = fopen(path->data, "r");
    return there != NULL && fclose(there) == 0;
}

bool profiles_are_there(const char *folder) {
    buf path = {0};
    bool english = false;
    bool others = false;
    for (size_t i = 0; i < LISTED_COUNT && !(english && others); i++) {
        put_path(&path, folder, LISTED[i].file);
        bool *which = i == ENGLISH ? &english : &others;
        *which = *which || is_there(&path);
    }
    buf_free(&path);
    return english && others;
}

/* One profile, or NULL. */
static void *read_profile(const buf *path, const char *file) {
    void *profile = is_there(path) ? fp_Init(file) : NULL;
    if (profile != NULL) {
        fp_SetProperty(profile, TCPROP_UTF8AWARE, TC_TRUE);
        if (!fp_Read(profile, path->data, NGRAMS)) {
            fp_Done(profile);
            profile = NULL;
        }
    }
    return profile;
}

profiles *profiles_read(const char *folder) {
    profiles *self = mem_alloc(sizeof *self);
    buf path = {0};
    size_t others = 0;
    self->empty = fp_Init("");
    for (size_t i = 0; i < LISTED_COUNT; i++) {
        put_path(&path, folder, LISTED[i].file);
        self->read[i] = read_profile(&path, LISTED[i].file);
        others += i != ENGLISH && self->read[i] != NULL;
    }
    buf_free(&path);
    if (self->read[ENGLISH] == NULL || others == 0 || self->empty == NULL) {
        profiles_free(self);
        return NULL;
    }
    return self;
}

void profiles_free(profiles *self) {
    if (self == NULL) {
        return;
    }
    for (size_t i = 0; i < LISTED_COUNT; i++) {
        if (self->read[i] != NULL) {
            fp_Done(self->read[i]);
        }
    }
    if (self->empty != NULL) {
        fp_Done(self->empty);
    }
    mem_free(self);
}

/* `*near` as profiles_guess gives it. */
static const char *nearest(const profiles *self, void *unknown, str letters, bool *near) {
    int farthest = fp_Compare(self->empty, unknown, INT_MAX);
    int english = fp_Compare(self->read[ENGLISH], unknown, INT_MAX);
    int best = (int)(english * FOREIGN);
    const char *language = NULL;
    for (size_t i = 0; i < LISTED_COUNT; i++) {
        if (i == ENGLISH || self->read[i] == NULL) {
            continue;
        }
        int distance = fp_Compare(self->read[i], unknown, best);
        if (distance < best && !relatives_lacks_letters(LISTED[i].language, letters)) {
            best = distance;
            language = LISTED[i].language;
        }
    }
    int least = language == NULL ? english : best;
    *near = least <= farthest * NOWHERE && farthest >= FEWEST * NGRAMS;
    return language == NULL ? LISTED[ENGLISH].language : relatives_by_words(language, letters);
}

const char *profiles_guess(profiles *self, str letters, bool *near) {
    *near = false;
    const char *language = LISTED[ENGLISH].language;
    void *unknown = fp_Init(NULL);
    if (unknown == NULL) {
        return language;
    }
    fp_SetProperty(unknown, TCPROP_UTF8AWARE, TC_TRUE);
    if (fp_Create(unknown, letters.data, (uint4)letters.size, NGRAMS)) {
        language = nearest(self, unknown, letters, near);
    }
    fp_Done(unknown);
    return language;
}

#include "segment/profiles.h"

#include "base/memory.h"

#include <libexttextcat/fingerprint.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

#ifndef TEXTCAT_DIR
#define TEXTCAT_DIR "/usr/share/libexttextcat" /* where Debian puts the profiles */
#endif

/* Another language must be nearer than English by this share of the distance. On PolNeAR and ECB+,
 * which are English, the nearest of 24,000 stretches of 100 letters, a list of names, is at 0.985;
 * news in the languages below is between 0.62 and 0.94. */
static const double FOREIGN = 0.955;

enum { NGRAMS = 400 }; /* of a profile; as libexttextcat has it */

/* Of its 160 profiles those that news are likely to be in: more of them take time, and the small
 * relatives of English (Scots, Tok Pisin) would be found in English. */
static const struct {
    const char *file, *language;
} LISTED[] = {
    {"en", "en"}, {"es", "es"},      {"fr", "fr"}, {"de", "de"}, {"it", "it"}, {"pt", "pt"},
    {"nl", "nl"}, {"pl", "pl"},      {"sv", "sv"}, {"da", "da"}, {"nb", "no"}, {"fi", "fi"},
    {"cs", "cs"}, {"sk", "sk"},      {"hu", "hu"}, {"ro", "ro"}, {"tr", "tr"}, {"id", "id"},
    {"sq", "sq"}, {"sr-Latn", "hr"}, {"hr", "hr"}, {"sl", "sl"}, {"et", "et"}, {"lv", "lv"},
    {"lt", "lt"}, {"is", "is"},      {"ca", "ca"}, {"vi", "vi"}, {"sw", "sw"}, {"tl", "tl"},
    {"ru", "ru"}, {"uk", "uk"},      {"bg", "bg"}, {"be", "be"}, {"mk", "mk"}, {"sr-Cyrl", "sr"},
    {"kk", "kk"}, {"ar", "ar"},      {"fa", "fa"}, {"ur", "ur"}, {"hi", "hi"}, {"mr", "mr"},
    {"ne", "ne"}, {"la", "la"},
};

enum { LISTED_COUNT = sizeof LISTED / sizeof *LISTED, ENGLISH = 0 };

struct profiles {
    void *read[LISTED_COUNT]; /* NULL where the file is missing */
};

/* One profile, or NULL. */
static void *read_profile(const char *file) {
    char path[sizeof TEXTCAT_DIR + 16];
    snprintf(path, sizeof path, TEXTCAT_DIR "/%s.lm", file);
    FILE *there = fopen(path, "r"); /* fp_Read complains on stderr where there is none */
    if (there == NULL) {
        return NULL;
    }
    fclose(there);
    void *profile = fp_Init(file);
    if (profile != NULL) {
        fp_SetProperty(profile, TCPROP_UTF8AWARE, TC_TRUE);
        if (!fp_Read(profile, path, NGRAMS)) {
            fp_Done(profile);
            profile = NULL;
        }
    }
    return profile;
}

profiles *profiles_read(void) {
    profiles *self = mem_alloc(sizeof *self);
    size_t others = 0;
    for (size_t i = 0; i < LISTED_COUNT; i++) {
        self->read[i] = read_profile(LISTED[i].file);
        others += i != ENGLISH && self->read[i] != NULL;
    }
    if (self->read[ENGLISH] == NULL || others == 0) {
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
    mem_free(self);
}

static const char *nearest(profiles *self, void *unknown) {
    int english = fp_Compare(self->read[ENGLISH], unknown, INT_MAX);
    int best = (int)(english * FOREIGN);
    const char *language = LISTED[ENGLISH].language;
    for (size_t i = 0; i < LISTED_COUNT; i++) {
        if (i == ENGLISH || self->read[i] == NULL) {
            continue;
        }
        int distance = fp_Compare(self->read[i], unknown, best);
        if (distance < best) {
            best = distance;
            language = LISTED[i].language;
        }
    }
    return language;
}

const char *profiles_guess(profiles *self, str letters) {
    const char *language = LISTED[ENGLISH].language;
    void *unknown = fp_Init(NULL);
    if (unknown == NULL) {
        return language;
    }
    fp_SetProperty(unknown, TCPROP_UTF8AWARE, TC_TRUE);
    if (fp_Create(unknown, letters.data, (uint4)letters.size, NGRAMS)) {
        language = nearest(self, unknown);
    }
    fp_Done(unknown);
    return language;
}

#include "cli/languages.h"

#include <stddef.h>
#include <string.h>

static const struct {
    char code[4]; /* ISO 639-1 */
    const char *name;
} NAMES[] = {
    {"am", "Amharic"},    {"ar", "Arabic"},     {"be", "Belarusian"}, {"bg", "Bulgarian"},
    {"bn", "Bengali"},    {"bo", "Tibetan"},    {"bs", "Bosnian"},    {"ca", "Catalan"},
    {"cs", "Czech"},      {"da", "Danish"},     {"de", "German"},     {"dv", "Dhivehi"},
    {"el", "Greek"},      {"en", "English"},    {"es", "Spanish"},    {"et", "Estonian"},
    {"fa", "Persian"},    {"fi", "Finnish"},    {"fr", "French"},     {"gu", "Gujarati"},
    {"he", "Hebrew"},     {"hi", "Hindi"},      {"hr", "Croatian"},   {"hu", "Hungarian"},
    {"hy", "Armenian"},   {"id", "Indonesian"}, {"is", "Icelandic"},  {"it", "Italian"},
    {"ja", "Japanese"},   {"ka", "Georgian"},   {"kk", "Kazakh"},     {"km", "Khmer"},
    {"kn", "Kannada"},    {"ko", "Korean"},     {"lo", "Lao"},        {"lt", "Lithuanian"},
    {"lv", "Latvian"},    {"mk", "Macedonian"}, {"ml", "Malayalam"},  {"mr", "Marathi"},
    {"ms", "Malay"},      {"my", "Burmese"},    {"ne", "Nepali"},     {"nl", "Dutch"},
    {"no", "Norwegian"},  {"or", "Odia"},       {"pa", "Punjabi"},    {"pl", "Polish"},
    {"pt", "Portuguese"}, {"ro", "Romanian"},   {"ru", "Russian"},    {"si", "Sinhala"},
    {"sk", "Slovak"},     {"sl", "Slovene"},    {"sq", "Albanian"},   {"sr", "Serbian"},
    {"sv", "Swedish"},    {"sw", "Swahili"},    {"ta", "Tamil"},      {"te", "Telugu"},
    {"th", "Thai"},       {"tl", "Tagalog"},    {"tr", "Turkish"},    {"uk", "Ukrainian"},
    {"ur", "Urdu"},       {"vi", "Vietnamese"}, {"zh", "Chinese"},
};

const char *language_name(const char *code) {
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (strcmp(NAMES[i].code, code) == 0) {
            return NAMES[i].name;
        }
    }
    return code;
}

bool is_foreign(const hearsay_document *document) {
    const hearsay_passage *passages;
    const char *language = hearsay_document_language(document);
    return language != NULL && strcmp(language, "en") != 0 &&
           hearsay_document_passages(document, &passages) == 0;
}

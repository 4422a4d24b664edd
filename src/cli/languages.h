/* What languages are called in English. */
#ifndef CLI_LANGUAGES_H
#define CLI_LANGUAGES_H

/* "German" for "de"; a code that is not known is its own name. */
const char *language_name(const char *code);

#endif

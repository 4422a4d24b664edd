#include "read/html_words.h"

#include "base/ascii.h"
#include "read/html_context.h"

#include <string.h>

enum { WORD_SIZE = 24 }; /* bytes; longer words are cut */

/* Sorted. A word has what the longest entry says that it begins with, or is where that ends in `.`.
 * English words, which are what classes are named with everywhere, and those of other languages
 * that are as plain. */
static const struct {
    const char *word;
    uint32_t says;
} WORDS[] = {
    {"ad.", HTML_SAYS_ADVERT},
    {"ads.", HTML_SAYS_ADVERT},
    {"adsense", HTML_SAYS_ADVERT},
    {"adslot", HTML_SAYS_ADVERT},
    {"adunit", HTML_SAYS_ADVERT},
    {"advert", HTML_SAYS_ADVERT},
    {"also.", HTML_SAYS_RELATED},
    {"anzeige", HTML_SAYS_ADVERT},
    {"article.", HTML_SAYS_BODY},
    {"articlebody", HTML_SAYS_BODY},
    {"articlecontent", HTML_SAYS_BODY},
    {"articles", HTML_SAYS_RELATED},
    {"articletext", HTML_SAYS_BODY},
    {"artikel", HTML_SAYS_BODY},
    {"aside", HTML_SAYS_BOX},
    {"attribution", HTML_SAYS_BYLINE},
    {"author", HTML_SAYS_BYLINE},
    {"autor", HTML_SAYS_BYLINE},
    {"banner", HTML_SAYS_ADVERT},
    {"bio.", HTML_SAYS_BYLINE},
    {"blog.", HTML_SAYS_BODY},
    {"body", HTML_SAYS_BODY},
    {"bookmark", HTML_SAYS_SHARE},
    {"box", HTML_SAYS_BOX},
    {"breadcrumb", HTML_SAYS_NAVIGATION},
    {"btn", HTML_SAYS_SHARE},
    {"button", HTML_SAYS_SHARE},
    {"byline", HTML_SAYS_BYLINE},
    {"callout", HTML_SAYS_BOX},
    {"caption", HTML_SAYS_PICTURE},
    {"card", HTML_SAYS_RELATED},
    {"carousel", HTML_SAYS_RELATED},
    {"categor", HTML_SAYS_TAGS},
    {"comentar", HTML_SAYS_COMMENT},
    {"comment", HTML_SAYS_COMMENT},
    {"consent", HTML_SAYS_NOTICE},
    {"contenido", HTML_SAYS_BODY},
    {"content.", HTML_SAYS_BODY},
    {"contents.", HTML_SAYS_BODY},
    {"cookie", HTML_SAYS_NOTICE},
    {"copy.", HTML_SAYS_BODY},
    {"copyright", HTML_SAYS_LEGAL},
    {"corps", HTML_SAYS_BODY},
    {"correction", HTML_SAYS_LEGAL},
    {"credit", HTML_SAYS_PICTURE},
    {"cta", HTML_SAYS_SIGN_UP},
    {"date", HTML_SAYS_BYLINE},
    {"deck.", HTML_SAYS_LEAD},
    {"dek.", HTML_SAYS_LEAD},
    {"description", HTML_SAYS_LEAD},
    {"dialog", HTML_SAYS_NOTICE},
    {"disclaimer", HTML_SAYS_LEGAL},
    {"disclosure", HTML_SAYS_LEGAL},
    {"discuss", HTML_SAYS_COMMENT},
    {"disqus", HTML_SAYS_COMMENT},
    {"donat", HTML_SAYS_SIGN_UP},
    {"email", HTML_SAYS_SHARE},
    {"embed", HTML_SAYS_BOX},
    {"entry.", HTML_SAYS_BODY},
    {"excerpt", HTML_SAYS_LEAD},
    {"facebook", HTML_SAYS_SHARE},
    {"factbox", HTML_SAYS_BOX},
    {"fb.", HTML_SAYS_SHARE},
    {"feature", HTML_SAYS_RELATED},
    {"figcaption", HTML_SAYS_PICTURE},
    {"figure", HTML_SAYS_PICTURE},
    {"follow", HTML_SAYS_SHARE},
    {"foot.", HTML_SAYS_NAVIGATION},
    {"footer", HTML_SAYS_NAVIGATION},
    {"footnote", HTML_SAYS_LEGAL},
    {"gallery", HTML_SAYS_PICTURE},
    {"gdpr", HTML_SAYS_NOTICE},
    {"head.", HTML_SAYS_TITLE},
    {"header", HTML_SAYS_NAVIGATION},
    {"heading", HTML_SAYS_TITLE},
    {"headline", HTML_SAYS_TITLE},
    {"headlines", HTML_SAYS_RELATED},
    {"hed.", HTML_SAYS_TITLE},
    {"image", HTML_SAYS_PICTURE},
    {"img", HTML_SAYS_PICTURE},
    {"infobox", HTML_SAYS_BOX},
    {"inhalt", HTML_SAYS_BODY},
    {"inline", HTML_SAYS_BOX},
    {"inset", HTML_SAYS_BOX},
    {"instagram", HTML_SAYS_SHARE},
    {"intro.", HTML_SAYS_LEAD},
    {"item", HTML_SAYS_RELATED},
    {"jp.", HTML_SAYS_SHARE},
    {"kicker", HTML_SAYS_TITLE},
    {"koment", HTML_SAYS_COMMENT},
    {"komment", HTML_SAYS_COMMENT},
    {"label", HTML_SAYS_TAGS},
    {"latest", HTML_SAYS_RELATED},
    {"lead.", HTML_SAYS_LEAD},
    {"lede.", HTML_SAYS_LEAD},
    {"legal", HTML_SAYS_LEGAL},
    {"lightbox", HTML_SAYS_NOTICE},
    {"links", HTML_SAYS_RELATED},
    {"list", HTML_SAYS_RELATED},
    {"login", HTML_SAYS_SIGN_UP},
    {"main.", HTML_SAYS_BODY},
    {"masthead", HTML_SAYS_NAVIGATION},
    {"media", HTML_SAYS_PICTURE},
    {"menu", HTML_SAYS_NAVIGATION},
    {"meta", HTML_SAYS_BYLINE},
    {"modal", HTML_SAYS_NOTICE},
    {"module", HTML_SAYS_BOX},
    {"more", HTML_SAYS_RELATED},
    {"most", HTML_SAYS_RELATED},
    {"nav", HTML_SAYS_NAVIGATION},
    {"newsletter", HTML_SAYS_SIGN_UP},
    {"next", HTML_SAYS_RELATED},
    {"note", HTML_SAYS_LEGAL},
    {"notice", HTML_SAYS_NOTICE},
    {"optin", HTML_SAYS_SIGN_UP},
    {"outbrain", HTML_SAYS_RELATED},
    {"overlay", HTML_SAYS_NOTICE},
    {"pager", HTML_SAYS_NAVIGATION},
    {"pagination", HTML_SAYS_NAVIGATION},
    {"paragraph", HTML_SAYS_BODY},
    {"paywall", HTML_SAYS_SIGN_UP},
    {"photo", HTML_SAYS_PICTURE},
    {"player", HTML_SAYS_PICTURE},
    {"popular", HTML_SAYS_RELATED},
    {"popup", HTML_SAYS_NOTICE},
    {"post.", HTML_SAYS_BODY},
    {"posted", HTML_SAYS_BYLINE},
    {"posts", HTML_SAYS_RELATED},
    {"prev", HTML_SAYS_NAVIGATION},
    {"privacy", HTML_SAYS_NOTICE},
    {"profile", HTML_SAYS_BYLINE},
    {"promo", HTML_SAYS_RELATED},
    {"prose", HTML_SAYS_BODY},
    {"publi", HTML_SAYS_BYLINE},
    {"pullquote", HTML_SAYS_BOX},
    {"reactions", HTML_SAYS_COMMENT},
    {"readmore", HTML_SAYS_RELATED},
    {"recirc", HTML_SAYS_RELATED},
    {"recommend", HTML_SAYS_RELATED},
    {"references", HTML_SAYS_LEGAL},
    {"relat", HTML_SAYS_RELATED},
    {"repl", HTML_SAYS_COMMENT},
    {"respond", HTML_SAYS_COMMENT},
    {"rich.", HTML_SAYS_BODY},
    {"richtext", HTML_SAYS_BODY},
    {"search", HTML_SAYS_NAVIGATION},
    {"secondary", HTML_SAYS_BOX},
    {"see.", HTML_SAYS_RELATED},
    {"share", HTML_SAYS_SHARE},
    {"sharing", HTML_SAYS_SHARE},
    {"sidebar", HTML_SAYS_BOX},
    {"sign.", HTML_SAYS_SIGN_UP},
    {"signup", HTML_SAYS_SIGN_UP},
    {"similar", HTML_SAYS_RELATED},
    {"skip", HTML_SAYS_NAVIGATION},
    {"slide", HTML_SAYS_PICTURE},
    {"social", HTML_SAYS_SHARE},
    {"source", HTML_SAYS_BYLINE},
    {"sponsor", HTML_SAYS_ADVERT},
    {"standfirst", HTML_SAYS_LEAD},
    {"story.", HTML_SAYS_BODY},
    {"storybody", HTML_SAYS_BODY},
    {"storycontent", HTML_SAYS_BODY},
    {"storytext", HTML_SAYS_BODY},
    {"subhead", HTML_SAYS_LEAD},
    {"subscri", HTML_SAYS_SIGN_UP},
    {"subtitle", HTML_SAYS_LEAD},
    {"suggest", HTML_SAYS_RELATED},
    {"summary", HTML_SAYS_LEAD},
    {"taboola", HTML_SAYS_RELATED},
    {"tag", HTML_SAYS_TAGS},
    {"teaser", HTML_SAYS_RELATED},
    {"term", HTML_SAYS_TAGS},
    {"text.", HTML_SAYS_BODY},
    {"texto", HTML_SAYS_BODY},
    {"thumb", HTML_SAYS_PICTURE},
    {"time", HTML_SAYS_BYLINE},
    {"title", HTML_SAYS_TITLE},
    {"toc.", HTML_SAYS_NAVIGATION},
    {"toolbar", HTML_SAYS_NAVIGATION},
    {"tools", HTML_SAYS_SHARE},
    {"top.", HTML_SAYS_NAVIGATION},
    {"topic", HTML_SAYS_TAGS},
    {"trending", HTML_SAYS_RELATED},
    {"tweet", HTML_SAYS_SHARE},
    {"twitter", HTML_SAYS_SHARE},
    {"txt", HTML_SAYS_BODY},
    {"video", HTML_SAYS_PICTURE},
    {"vote", HTML_SAYS_COMMENT},
    {"werbung", HTML_SAYS_ADVERT},
    {"widget", HTML_SAYS_BOX},
    {"zone", HTML_SAYS_BOX},
};

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

/* How much of `word` the entry covers; 0 where it does not apply. */
static size_t covered(const char *entry, str word) {
    size_t size = strlen(entry);
    const bool whole = entry[size - 1] == '.';
    size -= whole;
    const bool fits = whole ? size == word.size : size <= word.size;
    return fits && memcmp(entry, word.data, size) == 0 ? size : 0;
}

static uint32_t word_says(str word) {
    size_t low = 0;
    size_t high = WORD_COUNT; /* the entries that apply come before the first greater one */
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (WORDS[middle].word[0] < word.data[0]) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    size_t best = 0;
    uint32_t says = 0;
    for (size_t i = low; i < WORD_COUNT && WORDS[i].word[0] == word.data[0]; i++) {
        const size_t size = covered(WORDS[i].word, word);
        if (size > best) {
            best = size;
            says = WORDS[i].says;
        }
    }
    return says;
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

uint32_t html_words_say(str names) {
    uint32_t says = 0;
    for (size_t at = 0; at < names.size;) {
        if (!ascii_is_letter(names.data[at])) {
            at++;
            continue;
        }
        char word[WORD_SIZE];
        size_t size = 0;
        const size_t begin = at;
        while (at < names.size && ascii_is_letter(names.data[at]) &&
               (at == begin || !is_capital(names.data[at]) || is_capital(names.data[at - 1]))) {
            if (size < sizeof word) {
                word[size++] = ascii_lower(names.data[at]);
            }
            at++;
        }
        says |= word_says((str){word, size});
    }
    return says;
}

/* Whether `what`, of small letters, stands anywhere in the names. */
static bool holds(str names, str what) {
    for (size_t at = 0; at + what.size <= names.size; at++) {
        if (ascii_lower(names.data[at]) == what.data[0] &&
            ascii_equal((str){names.data + at, what.size}, what)) {
            return true;
        }
    }
    return false;
}

int html_names_author(str names) {
    if (holds(names, STR("byline"))) {
        return 2;
    }
    return holds(names, STR("author")) || holds(names, STR("writtenby")) ||
           holds(names, STR("dateline"));
}

bool html_names_date(str names) {
    return holds(names, STR("date")) || holds(names, STR("publish")) || holds(names, STR("time"));
}

bool html_names_post(str names) {
    static const str POSTS[] = {
        {"twitter-tweet", 13}, {"twitter-video", 13}, {"instagram-media", 15},
        {"tiktok-embed", 12},  {"bluesky-embed", 13}, {"mastodon-embed", 14},
        {"reddit-embed", 12},  {"fb-post", 7},        {"reddit-card", 11},
        {"threads-post", 12},  {"telegram-post", 13}, {"text-post-media", 15},
    };
    for (size_t at = 0; at < names.size; at++) {
        const str rest = {names.data + at, names.size - at};
        for (size_t i = 0; i < sizeof POSTS / sizeof *POSTS; i++) {
            if (rest.data[0] == POSTS[i].data[0] && str_starts(rest, POSTS[i])) {
                return true;
            }
        }
    }
    return false;
}

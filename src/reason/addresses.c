#include "reason/addresses.h"

#include "base/ascii.h"

/* An address without its scheme, "www.", query, fragment and last slash. */
static str page_of(str url) {
    static const str SCHEMES[] = {{"https://", 8}, {"http://", 7}};
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        if (str_starts(url, SCHEMES[i])) {
            url = str_slice(url, (span){SCHEMES[i].size, url.size});
        }
    }
    if (str_starts(url, STR("www."))) {
        url = str_slice(url, (span){4, url.size});
    }
    size_t end = 0;
    while (end < url.size && url.data[end] != '#' && url.data[end] != '?') {
        end++;
    }
    while (end > 0 && url.data[end - 1] == '/') {
        end--;
    }
    return str_slice(url, (span){0, end});
}

/* The query as far as it tells pages apart: without what is there to track readers. */
static str query_of(str url) {
    size_t begin = 0;
    while (begin < url.size && url.data[begin] != '?') {
        begin++;
    }
    size_t end = begin;
    while (end < url.size && url.data[end] != '#') {
        end++;
    }
    str query = str_slice(url, (span){begin + 1, end});
    return str_starts(query, STR("utm_")) ? STR("") : query;
}

bool is_same_page(str a, str b) {
    return a.size > 0 && b.size > 0 && ascii_equal(page_of(a), page_of(b)) &&
           str_equal(query_of(a), query_of(b));
}

#include "read/html_url.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "read/html_reference.h"

#include <string.h>

/* The parts of an address, each with the character that tells it: "http:" "//host" "/path"
 * "?query". The fragment is left away. */
typedef struct {
    str scheme, host, path, query;
} address;

static str take(str *rest, size_t size) {
    const str taken = {rest->data, size};
    *rest = str_slice(*rest, (span){size, rest->size});
    return taken;
}

/* How many bytes come before the first of `stops`. */
static size_t until(str text, const char *stops) {
    size_t i = 0;
    while (i < text.size && (text.data[i] == '\0' || strchr(stops, text.data[i]) == NULL)) {
        i++;
    }
    return i;
}

static address split(str url) {
    address out = {0};
    size_t scheme = 0;
    while (scheme < url.size && (ascii_is_alphanumeric(url.data[scheme]) ||
                                 (scheme > 0 && strchr("+-.", url.data[scheme]) != NULL))) {
        scheme++;
    }
    url.size = until(url, "#");
    if (scheme > 0 && scheme < url.size && url.data[scheme] == ':') {
        out.scheme = take(&url, scheme + 1);
    }
    if (str_starts(url, STR("//"))) {
        const str host = {url.data + 2, url.size - 2};
        out.host = take(&url, 2 + until(host, "/?"));
    }
    out.path = take(&url, until(url, "?"));
    out.query = url;
    return out;
}

/* The path without its last name. */
static str folder(str path) {
    while (path.size > 0 && path.data[path.size - 1] != '/') {
        path.size--;
    }
    return path;
}

/* Puts a path without "." and "..". `begin` is where the path begins in the buf. */
static void put_path(buf *out, size_t begin, str path) {
    while (path.size > 0) {
        const size_t size = 1 + until((str){path.data + 1, path.size - 1}, "/");
        const str part = take(&path, size);
        const bool last = path.size == 0;
        if (str_equal(part, STR("/.."))) {
            while (out->size > begin && out->data[--out->size] != '/') {
            }
            buf_put(out, last ? STR("/") : STR(""));
        } else if (str_equal(part, STR("/."))) {
            buf_put(out, last ? STR("/") : STR(""));
        } else {
            buf_put(out, part);
        }
    }
}

static void put_resolved(buf *out, address base, address to) {
    buf_put(out, to.scheme.size > 0 ? to.scheme : base.scheme);
    if (to.scheme.size > 0 || to.host.size > 0) {
        buf_put(out, to.host);
        put_path(out, out->size, to.path);
        buf_put(out, to.query);
        return;
    }
    buf_put(out, base.host);
    const size_t begin = out->size;
    buf merged = {0};
    if (to.path.size == 0) {
        buf_put(&merged, base.path);
    } else if (to.path.data[0] == '/') {
        buf_put(&merged, to.path);
    } else {
        const str before = folder(base.path);
        buf_put(&merged, before.size > 0 ? before : STR("/"));
        buf_put(&merged, to.path);
    }
    put_path(out, begin, buf_str(&merged));
    buf_free(&merged);
    buf_put(out, to.path.size == 0 && to.query.size == 0 ? base.query : to.query);
}

static bool is_readable(str scheme) {
    return scheme.size == 0 || ascii_equal(scheme, STR("http:")) ||
           ascii_equal(scheme, STR("https:")) || ascii_equal(scheme, STR("ftp:"));
}

str html_url_resolve(arena *into, str base, str reference) {
    const str decoded = html_unescape(into, reference);
    if (decoded.size == 0 || decoded.data[0] == '#') {
        return (str){NULL, 0};
    }
    const address to = split(decoded);
    if (!is_readable(to.scheme)) {
        return (str){NULL, 0};
    }
    if (base.data == NULL && to.scheme.size == 0) {
        return decoded;
    }
    buf out = {0};
    put_resolved(&out, split(base), to);
    return buf_keep(&out, into);
}

#include "read/html_linked.h"

#include "read/html_reference.h"

#include <jansson.h>
#include <string.h>

enum {
    DEPTH_MAX = 4,       /* of arrays and objects in which an article is looked for */
    AUTHORS_MAX = 16,    /* more are a list of the staff */
    SCRIPT_MAX = 2 << 20 /* bytes of a script */
};

typedef enum { NOTHING, PAGE, ARTICLE } rank;

typedef struct {
    const json_t *graph; /* where "@id" is looked up: all that the script holds */
    const json_t *best;
    rank rank;
} search;

static bool ends_with(str text, str end) {
    return text.size >= end.size &&
           str_equal((str){text.data + text.size - end.size, end.size}, end);
}

static str string_of(const json_t *value) {
    return json_is_string(value) ? (str){json_string_value(value), json_string_length(value)}
                                 : (str){NULL, 0};
}

static rank type_rank(str type) {
    static const str POSTS[] = {{"Report", 6}, {"Review", 6}};
    if (ends_with(type, STR("Article")) || ends_with(type, STR("Posting")) ||
        str_equal(type, POSTS[0]) || str_equal(type, POSTS[1])) {
        return ARTICLE;
    }
    return ends_with(type, STR("Page")) ? PAGE : NOTHING;
}

static rank rank_of(const json_t *object) {
    const json_t *type = json_object_get(object, "@type");
    rank best = type_rank(string_of(type));
    for (size_t i = 0; i < json_array_size(type); i++) {
        const rank each = type_rank(string_of(json_array_get(type, i)));
        best = each > best ? each : best;
    }
    return best;
}

/* Looks for the best object in `value` and what it holds, no deeper than DEPTH_MAX. */
static void look(search *self, const json_t *value, size_t depth) {
    static const char *const WITHIN[] = {"@graph", "mainEntity", "mainEntityOfPage"};
    if (depth == DEPTH_MAX) {
        return;
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        look(self, json_array_get(value, i), depth + 1);
    }
    if (!json_is_object(value)) {
        return;
    }
    const rank of = rank_of(value);
    if (of > self->rank) {
        self->rank = of;
        self->best = value;
    }
    for (size_t i = 0; i < sizeof WITHIN / sizeof *WITHIN; i++) {
        look(self, json_object_get(value, WITHIN[i]), depth + 1);
    }
}

/* --- fields ----------------------------------------------------------------------------------- */

/* The object of the graph with that "@id". */
static const json_t *find_id(const json_t *graph, str id) {
    const json_t *among = json_is_object(graph) ? json_object_get(graph, "@graph") : graph;
    for (size_t i = 0; i < json_array_size(among); i++) {
        const json_t *each = json_array_get(among, i);
        if (str_equal(string_of(json_object_get(each, "@id")), id)) {
            return each;
        }
    }
    return NULL;
}

/* The name of what is a name itself, an object with one, or a reference to such an object. */
static str name_of(const search *self, const json_t *value) {
    if (json_is_string(value)) {
        return string_of(value);
    }
    const json_t *name = json_object_get(value, "name");
    const str id = string_of(json_object_get(value, "@id"));
    if (name == NULL && id.data != NULL) {
        name = json_object_get(find_id(self->graph, id), "name");
    }
    return string_of(json_is_array(name) ? json_array_get(name, 0) : name);
}

static str names_of(arena *into, const search *self, const json_t *value) {
    if (!json_is_array(value)) {
        return html_unescape(into, name_of(self, value));
    }
    buf names = {0};
    const size_t count = json_array_size(value);
    for (size_t i = 0; i < count && i < AUTHORS_MAX; i++) {
        const str name = html_unescape(into, name_of(self, json_array_get(value, i)));
        if (name.size > 0) {
            buf_put(&names, names.size > 0 ? STR("; ") : STR(""));
            buf_put(&names, name);
        }
    }
    return buf_keep(&names, into);
}

static str first_of(arena *into, const search *self, const char *const *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const str name = name_of(self, json_object_get(self->best, keys[i]));
        if (name.size > 0) {
            return html_unescape(into, name);
        }
    }
    return (str){NULL, 0};
}

static html_linked read_fields(arena *into, const search *self) {
    static const char *const TITLE[] = {"headline", "name"};
    static const char *const DATE[] = {"datePublished", "dateCreated", "uploadDate"};
    static const char *const PUBLISHER[] = {"publisher", "sourceOrganization"};
    static const char *const LANGUAGE[] = {"inLanguage"};
    static const char *const URL[] = {"url"};
    const json_t *author = json_object_get(self->best, "author");
    return (html_linked){
        .title = first_of(into, self, TITLE, 2),
        .name = first_of(into, self, TITLE + 1, 1),
        .author =
            names_of(into, self, author != NULL ? author : json_object_get(self->best, "creator")),
        .publisher = first_of(into, self, PUBLISHER, 2),
        .date = first_of(into, self, DATE, 3),
        .url = first_of(into, self, URL, 1),
        .language = first_of(into, self, LANGUAGE, 1),
    };
}

/* --- scripts ---------------------------------------------------------------------------------- */

/* JSON as pages write it: with line breaks in strings, in a comment or CDATA, with a semicolon. */
static json_t *parse(str script) {
    const char *open = memchr(script.data, '{', script.size);
    const char *list = memchr(script.data, '[', script.size);
    const bool cdata = open != NULL && list != NULL && list < open && list + 1 < open &&
                       memcmp(list + 1, "CDATA", (size_t)(open - list) > 5 ? 5 : 1) == 0;
    const char *begin = open == NULL || (list != NULL && list < open && !cdata) ? list : open;
    if (begin == NULL) {
        return NULL;
    }
    buf text = {0};
    buf_put(&text, (str){begin, script.size - (size_t)(begin - script.data)});
    for (size_t i = 0; i < text.size; i++) {
        text.data[i] = text.data[i] >= 0 && text.data[i] < ' ' ? ' ' : text.data[i];
    }
    json_t *value = json_loadb(text.data, text.size, JSON_DISABLE_EOF_CHECK, NULL);
    buf_free(&text);
    return value;
}

html_linked html_linked_read(arena *into, const html_lean *page) {
    html_linked out = {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
    rank best = NOTHING;
    for (size_t i = 0; i < page->linked.count && best < ARTICLE; i++) {
        const str script = str_slice(page->text, page->linked.items[i]);
        json_t *value = script.size > 0 && script.size <= SCRIPT_MAX ? parse(script) : NULL;
        search found = {.graph = value, .rank = best};
        look(&found, value, 0);
        if (found.rank > best) {
            best = found.rank;
            out = read_fields(into, &found);
        }
        json_decref(value);
    }
    return out;
}

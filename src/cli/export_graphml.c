/* Who quotes whom, as GraphML: outlets lead to the documents that they published, documents to
 * those whom they quote and to the outlets that a statement came through. An edge from a document
 * bears how many statements it stands for, and how their speaker is sourced.
 *
 * Speakers who are one across documents (docs/people.md) are one node, whatever they are called. Of
 * others those who are named, and institutions, are the same in every document that calls them so;
 * "a spokesman" is another one in each. Names that were seen are kept until the end. */
#include "cli/export_formats.h"

#include "base/lexicon.h"
#include "base/memory.h"
#include "base/vec.h"
#include "cli/html.h"

#include <string.h>

typedef enum { NODE_OUTLET, NODE_DOCUMENT, NODE_SPEAKER } node_kind;

static const char *const KINDS[] = {"outlet", "document", "speaker"};

typedef struct {
    arena *names;
    lexicon seen; /* the kind and name of a node -> its number, from 1 */
    size_t edges;
} graph;

/* An edge from the document at hand. */
typedef struct {
    size_t to, count;
    const char *relation, *sourcing;
} edge;

typedef VEC(edge) edge_list;

/* --- nodes ------------------------------------------------------------------------------------ */

static void put_data(buf *out, const char *key, str value) {
    if (value.size > 0) {
        buf_printf(out, "<data key=\"%s\">", key);
        html_put_line(out, value);
        buf_put(out, STR("</data>"));
    }
}

/* The number of the node that `key` tells apart from others of its kind; `label` is its name. */
static size_t node(graph *self, buf *out, node_kind kind, str key, str label) {
    buf name = {0};
    buf_printf(&name, "%d ", (int)kind);
    buf_put(&name, key);
    const uint32_t *known = lexicon_find(&self->seen, buf_str(&name));
    uint32_t number = known != NULL ? *known : (uint32_t)self->seen.count + 1;
    if (known == NULL) {
        str kept = {str_copy(self->names, buf_str(&name)), name.size};
        *lexicon_put(&self->seen, kept) = number;
        buf_printf(out, "<node id=\"n%u\">", number);
        put_data(out, "kind", str_from(KINDS[kind]));
        put_data(out, "label", label);
        buf_put(out, STR("</node>\n"));
    }
    buf_free(&name);
    return number;
}

static size_t document_node(graph *self, buf *out, hearsay_document *document) {
    hearsay_metadata about = hearsay_document_metadata(document);
    hearsay_str label = about.title.size > 0 ? about.title : about.id;
    buf key = {0}; /* versions of a document are nodes of their own */
    buf_put(&key, (str){about.id.data, about.id.size});
    buf_printf(&key, " %zu", self->seen.count);
    size_t number = node(self, out, NODE_DOCUMENT, buf_str(&key), (str){label.data, label.size});
    buf_free(&key);
    return number;
}

/* Whether whoever bears a name in two documents is the same. */
static bool is_known_by_name(hearsay_sourcing sourcing) {
    return sourcing == HEARSAY_SOURCING_NAMED || sourcing == HEARSAY_SOURCING_OUTLET ||
           sourcing == HEARSAY_SOURCING_COLLECTIVE;
}

/* Someone of whom a name is all that is known. */
static size_t named_node(graph *self, buf *out, size_t document, hearsay_sourcing sourcing,
                         str name) {
    buf key = {0};
    buf_put(&key, name);
    if (!is_known_by_name(sourcing)) {
        buf_printf(&key, "\n%zu", document);
    }
    size_t number = node(self, out, NODE_SPEAKER, buf_str(&key), name);
    buf_free(&key);
    return number;
}

/* Someone who speaks in a document: across documents the same where the store says so. */
static size_t speaker_node(graph *self, buf *out, size_t document, hearsay_sourcing sourcing,
                           const hearsay_speaker *who) {
    str name = {who->name.data, who->name.size};
    if (who->person.data == NULL) {
        return named_node(self, out, document, sourcing, name);
    }
    buf key = {0};
    buf_put(&key, STR("\n")); /* which no name begins with */
    buf_put(&key, (str){who->person.data, who->person.size});
    size_t number = node(self, out, NODE_SPEAKER, buf_str(&key),
                         (str){who->person_name.data, who->person_name.size});
    buf_free(&key);
    return number;
}

/* --- edges ------------------------------------------------------------------------------------ */

static void count(edge_list *edges, size_t to, const char *relation, const char *sourcing) {
    for (size_t i = 0; i < edges->count; i++) {
        edge *each = &edges->items[i];
        if (each->to == to && each->relation == relation && each->sourcing == sourcing) {
            each->count++;
            return;
        }
    }
    vec_push(edges, (edge){to, 1, relation, sourcing});
}

static void put_edge(graph *self, buf *out, size_t from, const edge *each) {
    buf number = {0};
    buf_printf(&number, "%zu", each->count);
    buf_printf(out, "<edge id=\"e%zu\" source=\"n%zu\" target=\"n%zu\">", ++self->edges, from,
               each->to);
    put_data(out, "relation", str_from(each->relation));
    put_data(out, "sourcing", str_from(each->sourcing));
    put_data(out, "weight", buf_str(&number));
    buf_put(out, STR("</edge>\n"));
    buf_free(&number);
}

static const hearsay_speaker *speaker_with(const hearsay_document *document, const char *id) {
    const hearsay_speaker *all;
    size_t count = hearsay_document_speakers(document, &all);
    for (size_t i = 0; id != NULL && i < count; i++) {
        if (strcmp(all[i].id, id) == 0) {
            return &all[i];
        }
    }
    return NULL;
}

/* By the names alone, of which several stand apart by "; ". */
static void count_names(graph *self, buf *out, size_t document, const hearsay_statement *said,
                        edge_list *edges) {
    static const str BETWEEN = {"; ", 2};
    const char *sourcing = hearsay_sourcing_name(said->sourcing);
    str rest = {said->speaker.data, said->speaker.size};
    for (size_t end = 0; rest.size > 0; end = 0) {
        while (end < rest.size && !str_starts(str_slice(rest, (span){end, rest.size}), BETWEEN)) {
            end++;
        }
        str name = str_slice(rest, (span){0, end});
        if (name.size > 0) {
            count(edges, named_node(self, out, document, said->sourcing, name), "quotes", sourcing);
        }
        rest = str_slice(rest, (span){end + BETWEEN.size, rest.size});
    }
}

static void count_speakers(graph *self, buf *out, const hearsay_document *from, size_t document,
                           const hearsay_statement *said, edge_list *edges) {
    const char *sourcing = hearsay_sourcing_name(said->sourcing);
    const hearsay_speaker *who = speaker_with(from, said->speaker_id);
    bool known = who != NULL;
    for (size_t i = 0; known && i < who->member_count; i++) {
        known = speaker_with(from, who->members[i]) != NULL;
    }
    if (!known) {
        count_names(self, out, document, said, edges);
        return;
    }
    for (size_t i = 0; i < who->member_count; i++) {
        const hearsay_speaker *one = speaker_with(from, who->members[i]);
        count(edges, speaker_node(self, out, document, said->sourcing, one), "quotes", sourcing);
    }
    if (who->member_count == 0) {
        count(edges, speaker_node(self, out, document, said->sourcing, who), "quotes", sourcing);
    }
}

static void put_document(writing *to, hearsay_document *document) {
    graph *self = to->memory;
    buf *out = &to->out;
    const hearsay_statement *all;
    size_t statements = hearsay_document_statements(document, &all);
    hearsay_str publisher = hearsay_document_metadata(document).publisher;
    size_t from = document_node(self, out, document);
    edge_list edges = {0};
    if (publisher.size > 0) {
        str name = {publisher.data, publisher.size};
        const edge published = {from, 1, "publishes", ""};
        put_edge(self, out, node(self, out, NODE_OUTLET, name, name), &published);
    }
    for (size_t i = 0; i < statements; i++) {
        count_speakers(self, out, document, from, &all[i], &edges);
        for (size_t k = 0; k < all[i].via_count; k++) {
            str name = {all[i].via[k].data, all[i].via[k].size};
            count(&edges, node(self, out, NODE_OUTLET, name, name), "via", "");
        }
    }
    for (size_t i = 0; i < edges.count; i++) {
        put_edge(self, out, from, &edges.items[i]);
    }
    vec_free(&edges);
}

/* --- the whole -------------------------------------------------------------------------------- */

static void begin(writing *self) {
    graph *made = mem_alloc(sizeof *made);
    *made = (graph){.names = arena_new()};
    self->memory = made;
    buf_put(&self->out,
            STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                "<key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
                "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
                "<key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
                "<key id=\"sourcing\" for=\"edge\" attr.name=\"sourcing\" attr.type=\"string\"/>\n"
                "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>\n"
                "<graph id=\"quotes\" edgedefault=\"directed\">\n"));
}

static void end(writing *self) {
    graph *made = self->memory;
    buf_put(&self->out, STR("</graph>\n</graphml>\n"));
    lexicon_free(&made->seen);
    arena_free(made->names);
    mem_free(made);
}

const format EXPORT_GRAPHML = {
    .name = "graphml", .begin = begin, .document = put_document, .end = end};

/* What was found, for programs. */
#include "cli/hits.h"

#include "base/json.h"
#include "base/utf8.h"

#include <string.h>

static void put_text(buf *out, const char *key, hearsay_str text) {
    write_key(out, key);
    write_string(out, (str){text.data, text.size});
}

/* A word of an enumeration, null where it is not known. */
static void put_word(buf *out, const char *key, const char *name) {
    bool known = strcmp(name, "unknown") != 0;
    put_text(out, key, (hearsay_str){known ? name : NULL, known ? strlen(name) : 0});
}

/* Names that stand apart by "; ". */
static void put_names(buf *out, const char *key, hearsay_str names) {
    static const str BETWEEN = {"; ", 2};
    str rest = {names.data, names.size};
    write_key(out, key);
    write_open(out, '[');
    for (size_t end = 0; rest.size > 0; end = 0) {
        while (end < rest.size && !str_starts(str_slice(rest, (span){end, rest.size}), BETWEEN)) {
            end++;
        }
        write_string(out, str_slice(rest, (span){0, end}));
        rest = str_slice(rest, (span){end + BETWEEN.size, rest.size});
    }
    write_close(out, ']');
}

static void put_matches(buf *out, const hearsay_hit *hit) {
    str text = {hit->text.data, hit->text.size};
    write_key(out, "matches");
    write_open(out, '[');
    for (size_t i = 0; i < hit->matches.count; i++) {
        write_open(out, '[');
        write_size(out, utf8_count(str_slice(text, (span){0, hit->matches.items[i].begin})));
        write_size(out, utf8_count(str_slice(text, (span){0, hit->matches.items[i].end})));
        write_close(out, ']');
    }
    write_close(out, ']');
}

static void put_statement(buf *out, const hearsay_hit *hit) {
    put_text(out, "statement_id", hit->statement);
    put_text(out, "speaker", hit->speaker);
    put_word(out, "sourcing", hearsay_sourcing_name(hit->sourcing));
    put_word(out, "type", hearsay_type_name(hit->type));
    put_word(out, "kind", hearsay_kind_name(hit->kind));
    put_text(out, "cue", hit->cue);
    put_word(out, "polarity", hearsay_polarity_name(hit->polarity));
    put_word(out, "occasion", hearsay_occasion_name(hit->occasion));
    put_names(out, "via", hit->via);
    put_text(out, "said_on", hit->date);
}

void hits_put_json_fields(buf *out, const hearsay_hit *hit, const hearsay_group *group) {
    put_text(out, "document_id", hit->document.id);
    put_text(out, "title", hit->document.title);
    put_text(out, "author", hit->document.author);
    put_text(out, "publisher", hit->document.publisher);
    put_text(out, "url", hit->document.url);
    put_text(out, "date", hit->document.date);
    put_text(out, "origin", hit->origin);
    if (group != NULL) {
        put_text(out, "who", group->name);
    }
    if (hit->statement.data != NULL) {
        put_statement(out, hit);
    } else {
        write_key(out, "statements");
        write_size(out, hit->statements);
    }
    if (hit->text.data != NULL) {
        put_text(out, "text", hit->text);
        put_matches(out, hit);
    }
}

void hits_put_json(buf *out, const hearsay_hit *hit, const hearsay_group *group) {
    write_open(out, '{');
    hits_put_json_fields(out, hit, group);
    write_close(out, '}');
    buf_putc(out, '\n');
}

void hits_put_group_json(buf *out, const hearsay_group *group, const char *name_of_name) {
    write_open(out, '{');
    put_text(out, name_of_name, group->name);
    write_key(out, "count");
    write_size(out, group->statements);
    write_close(out, '}');
    buf_putc(out, '\n');
}

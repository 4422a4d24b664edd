#include "cli/why.h"

#include "base/json.h"
#include "cli/csv.h"
#include "cli/numbers.h"
#include "cli/print.h"
#include "cli/safe.h"
#include "cli/storage.h"
#include "cli/terminal.h"
#include "cli/wrap.h"

#include <string.h>
#include <unistd.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2, PAGE_MAX = 100, INDENT = 2 }; /* exit statuses; columns */

/* Somebody, and all that is known of it; no names where nothing is known to know it again by. */
typedef struct {
    const hearsay_group *group;
    const hearsay_alias *aliases;
    size_t alias_count;
    const hearsay_bond *bonds;
    size_t bond_count;
} known;

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

/* --- for people ------------------------------------------------------------------------------- */

/* A line of pieces of text, the last of which has data NULL. */
static void put_line(buf *out, unsigned width, unsigned indent, const str *pieces) {
    wrap lines;
    buf safe = {0};
    buf_printf(out, "%*s", (int)indent, "");
    wrap_begin(&lines, out, width, indent + INDENT, indent);
    for (; pieces->data != NULL; pieces++) {
        buf_clear(&safe);
        safe_put_bytes_line(&safe, *pieces);
        wrap_text(&lines, safe.data != NULL ? buf_str(&safe) : STR(""));
    }
    wrap_end(&lines);
    buf_free(&safe);
}

/* Ada Moreno, in 2 documents: wire-7, wire-8 */
static void put_alias(buf *out, unsigned width, const hearsay_alias *of) {
    buf rest = {0};
    buf_put(&rest, STR(", in "));
    put_counted(&rest, of->documents, "document", NULL);
    for (size_t i = 0; i < of->example_count; i++) {
        buf_put(&rest, i == 0 ? STR(": ") : STR(", "));
        buf_put(&rest, inner(of->examples[i]));
    }
    buf_put(&rest, of->documents > of->example_count ? STR(", …") : STR(""));
    put_line(out, width, INDENT, (const str[]){inner(of->name), buf_str(&rest), {NULL, 0}});
    buf_free(&rest);
}

/* Ada Moreno (wire-7) is A. Moreno (wire-9): initials: ... */
static void put_bond(buf *out, unsigned width, const hearsay_bond *of) {
    put_line(out, width, INDENT,
             (const str[]){inner(of->name),
                           STR(" ("),
                           inner(of->document),
                           STR(") is "),
                           inner(of->other),
                           STR(" ("),
                           inner(of->other_document),
                           STR(")"),
                           {NULL, 0}});
    if (of->by_hand) {
        put_line(out, width, 2 * INDENT, (const str[]){STR("joined by hand"), {NULL, 0}});
    }
    for (size_t i = 0; i < of->reason_count; i++) {
        put_line(out, width, 2 * INDENT, (const str[]){inner(of->reasons[i]), {NULL, 0}});
    }
}

static void put_table(buf *out, const known *who) {
    unsigned width = terminal_width(STDOUT_FILENO);
    width = width < PAGE_MAX ? width : PAGE_MAX;
    buf count = {0};
    buf_put(&count, STR(" · "));
    put_counted(&count, who->group->statements, "statement", NULL);
    buf_put(&count, who->group->person.data != NULL ? STR(" · ") : STR(""));
    buf_put(&count, inner(who->group->person));
    buf_put(out, out->size > 0 ? STR("\n") : STR(""));
    put_line(out, width, 0, (const str[]){inner(who->group->name), buf_str(&count), {NULL, 0}});
    for (size_t i = 0; i < who->alias_count; i++) {
        put_alias(out, width, &who->aliases[i]);
    }
    buf_put(out, who->bond_count > 0 ? STR("\n") : STR(""));
    for (size_t i = 0; i < who->bond_count; i++) {
        put_bond(out, width, &who->bonds[i]);
    }
    buf_free(&count);
}

/* --- for programs ----------------------------------------------------------------------------- */

static void put_text(buf *out, const char *key, hearsay_str text) {
    write_key(out, key);
    write_string(out, inner(text));
}

static void put_texts(buf *out, const char *key, const hearsay_str *texts, size_t count) {
    write_key(out, key);
    write_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        write_string(out, inner(texts[i]));
    }
    write_close(out, ']');
}

static void put_json_bond(buf *out, const hearsay_bond *of) {
    write_open(out, '{');
    put_text(out, "name", of->name);
    put_text(out, "document_id", of->document);
    put_text(out, "other", of->other);
    put_text(out, "other_document_id", of->other_document);
    write_key(out, "by_hand");
    buf_put(out, of->by_hand ? STR("true") : STR("false"));
    put_texts(out, "reasons", of->reasons, of->reason_count);
    write_close(out, '}');
}

static void put_json(buf *out, const known *who) {
    write_open(out, '{');
    put_text(out, "who", who->group->name);
    put_text(out, "person_id", who->group->person);
    write_key(out, "statements");
    write_size(out, who->group->statements);
    write_key(out, "names");
    write_open(out, '[');
    for (size_t i = 0; i < who->alias_count; i++) {
        const hearsay_alias *each = &who->aliases[i];
        write_open(out, '{');
        put_text(out, "name", each->name);
        write_key(out, "documents");
        write_size(out, each->documents);
        put_texts(out, "document_ids", each->examples, each->example_count);
        write_close(out, '}');
    }
    write_close(out, ']');
    write_key(out, "joined");
    write_open(out, '[');
    for (size_t i = 0; i < who->bond_count; i++) {
        put_json_bond(out, &who->bonds[i]);
    }
    write_close(out, ']');
    write_close(out, '}');
    buf_putc(out, '\n');
}

/* --- for spreadsheets ------------------------------------------------------------------------- */

/* A row a reason. */
static void put_csv(buf *out, const known *who) {
    csv table = {.out = out};
    for (size_t i = 0; i < who->bond_count; i++) {
        const hearsay_bond *each = &who->bonds[i];
        const size_t rows = each->reason_count + (each->by_hand ? 1 : 0);
        for (size_t k = 0; k < rows; k++) {
            const bool told = k < each->reason_count;
            const str cells[] = {inner(who->group->name),
                                 inner(who->group->person),
                                 inner(each->name),
                                 inner(each->document),
                                 inner(each->other),
                                 inner(each->other_document),
                                 told ? inner(each->reasons[k]) : STR("joined by hand")};
            for (size_t c = 0; c < sizeof cells / sizeof *cells; c++) {
                csv_text(&table, cells[c].data != NULL ? cells[c] : STR(""));
            }
            csv_end_row(&table);
        }
    }
    csv_free(&table);
}

static void put_csv_head(buf *out) {
    static const char *const NAMES[] = {"who",   "person_id",         "name",  "document_id",
                                        "other", "other_document_id", "reason"};
    csv table = {.out = out};
    csv_begin(&table);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        csv_plain(&table, str_from(NAMES[i]));
    }
    csv_end_row(&table);
    csv_free(&table);
}

/* --- one run ---------------------------------------------------------------------------------- */

static hearsay_status put_group(buf *out, hearsay_store *store, const hearsay_group *group,
                                int format, hearsay_error *error) {
    static void (*const PUT[])(buf *, const known *) = {
        [ASK_TABLE] = put_table, [ASK_JSONL] = put_json, [ASK_CSV] = put_csv};
    known who = {.group = group};
    hearsay_person *person = NULL;
    hearsay_status status = HEARSAY_OK;
    if (group->person.data != NULL) {
        buf id = {0};
        buf_put(&id, inner(group->person));
        status = hearsay_store_person(store, id.data, &person, error);
        buf_free(&id);
    }
    if (person != NULL) {
        who.alias_count = hearsay_person_aliases(person, &who.aliases);
        who.bond_count = hearsay_person_bonds(person, &who.bonds);
    }
    if (status == HEARSAY_OK) {
        PUT[format](out, &who);
    }
    hearsay_person_close(person);
    return status;
}

static int answer(const ask_options *options, hearsay_store *store, const char *name,
                  console *messages) {
    hearsay_hits *hits;
    hearsay_error error;
    const unsigned flags = options->all_versions ? HEARSAY_ALL_VERSIONS : 0;
    hearsay_status status = hearsay_store_who(store, name, flags, 1, &hits, &error);
    if (status != HEARSAY_OK) {
        console_say(messages, "%s", error.message);
        return FAILED;
    }
    const hearsay_group *groups;
    const size_t count = hearsay_hits_groups(hits, &groups);
    const size_t shown = options->limit > 0 && options->limit < count ? options->limit : count;
    buf page = {0};
    if (options->format == ASK_CSV) {
        put_csv_head(&page);
    }
    for (size_t i = 0; i < shown && status == HEARSAY_OK; i++) {
        status = put_group(&page, store, &groups[i], options->format, &error);
    }
    int printed = page_print(&page);
    if (status != HEARSAY_OK) {
        console_say(messages, "%s", error.message);
    } else if (options->format == ASK_TABLE && shown < count) {
        console_say(messages, "%zu names; %zu shown (see --limit)", count, shown);
    } else if (options->format == ASK_TABLE && count == 0) {
        console_say(messages, "nothing is found");
    }
    hearsay_hits_close(hits);
    buf_free(&page);
    return status != HEARSAY_OK || printed != DONE ? FAILED : count == 0 ? NOTHING : DONE;
}

int why_run(const ask_options *options, const char *name) {
    console *messages = console_new();
    hearsay_store *store = storage_open(options->store, HEARSAY_STORE_READ, messages);
    int status = store != NULL ? answer(options, store, name, messages) : FAILED;
    hearsay_store_close(store);
    console_free(messages);
    return status;
}

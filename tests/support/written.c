#include "support/written.h"

#include "cli/values.h"
#include "engine/document.h"
#include "support/check.h"
#include "support/findings.h"

typedef struct {
    hearsay_metadata about;
    str origin;
    writing page;
    bool whole;
} setting;

static hearsay_str *metadata_named(hearsay_metadata *about, str name) {
    const struct {
        str name;
        hearsay_str *place;
    } fields[] = {
        {STR("id"), &about->id},         {STR("title"), &about->title},
        {STR("author"), &about->author}, {STR("publisher"), &about->publisher},
        {STR("url"), &about->url},       {STR("date"), &about->date},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (str_equal(fields[i].name, name)) {
            return fields[i].place;
        }
    }
    return NULL;
}

/* One line, "width: 40". */
static void read_setting(setting *into, str line) {
    str name = findings_take(&line, ':');
    str value = findings_take(&line, '\0');
    hearsay_str *known = metadata_named(&into->about, name);
    format_settings *settings = &into->page.settings;
    if (known != NULL) {
        *known = public_str(value);
    } else if (str_equal(name, STR("origin"))) {
        into->origin = value;
    } else if (str_equal(name, STR("width"))) {
        size_t width = 0;
        assert_true(value_count(value, 1000, &width));
        settings->width = (unsigned)width;
    } else if (str_equal(name, STR("colour"))) {
        settings->colour = true;
    } else if (str_equal(name, STR("confidence"))) {
        settings->every_confidence = true;
    } else if (str_equal(name, STR("whole"))) {
        into->whole = true;
    } else {
        assert_true(str_equal(name, STR("")));
    }
}

static void write_document(writing *page, const format *how, hearsay_document *document,
                           bool whole) {
    if (how->begin != NULL) {
        how->begin(page);
    }
    if (!whole) {
        buf_clear(&page->out);
    }
    how->document(page, document);
    page->documents++;
    size_t size = page->out.size;
    if (how->end != NULL) {
        how->end(page);
    }
    if (!whole) {
        page->out.size = size;
    }
}

void written_check(const test_case *each, const format *how) {
    setting set = {.page.settings = {.width = 60}};
    str settings = each->sections[1];
    while (settings.size > 0) {
        read_setting(&set, findings_take(&settings, '\n'));
    }
    hearsay_document *made = NULL;
    hearsay_document_new(public_str(each->sections[0]), &set.about, &made, NULL);
    made->origin = public_str(set.origin);
    findings_put(made, each->sections[2]);
    write_document(&set.page, how, made, set.whole);
    case_expect(each, 3, buf_str(&set.page.out));
    buf_free(&set.page.out);
    hearsay_document_free(made);
}

/* The flags of the commands that work on a store. */
#include "cli/add.h"
#include "cli/check.h"
#include "cli/edit.h"
#include "cli/flags_shared.h"
#include "cli/link.h"
#include "cli/rebuild.h"
#include "cli/remove.h"

#define PROGRESS_FLAG(options_type)                                                                \
    {                                                                                              \
        .name = "progress", .kind = FLAG_CHOICE, .value = "FORM", .choices = "auto|bar|json|none", \
        .initial = "auto", .alone = "bar", .brief = "shows how far it has come",                   \
        .help = "Shows how far it has come. bar: on standard error; auto: the same on a "          \
                "terminal, when the "                                                              \
                "work takes more than a second; json: for programs, a line a second on standard "  \
                "output "                                                                          \
                "and one at the end.",                                                             \
        PLACE(options_type, progress)                                                              \
    }

static const flag ADD[] = {
    STORE_FLAG(add_options),
    {.name = "no-originals",
     .kind = FLAG_SWITCH,
     .brief = "keeps texts alone",
     .help = "Keeps of pages and feeds their text alone, and not the bytes that it was read from. "
             "hearsay "
             "rebuild can then make no better text of them.",
     PLACE(add_options, no_originals)},
    {.name = "no-links",
     .kind = FLAG_SWITCH,
     .brief = "links nothing yet",
     .help = "Does not link what it adds with what is there; hearsay link does that later.",
     PLACE(add_options, no_links)},
    INPUT_FLAG(add_options),
    LIMIT_FLAGS(add_options),
    MODEL_FLAG(add_options),
    THREADS_FLAG(add_options),
    PROGRESS_FLAG(add_options),
    QUIET_FLAG(add_options),
    HELP,
};

const flag_table ADD_FLAGS = {ADD, sizeof ADD / sizeof *ADD, .query = false};

static const flag EDIT[] = {
    STORE_FLAG(edit_options),
    {.name = "title",
     .kind = FLAG_WORD,
     .value = "TEXT",
     .brief = "what it is called",
     .help = "Its title.",
     PLACE(edit_options, title)},
    {.name = "author",
     .kind = FLAG_WORD,
     .value = "NAME",
     .brief = "who wrote it",
     .help = "Who wrote it.",
     PLACE(edit_options, author)},
    {.name = "publisher",
     .kind = FLAG_WORD,
     .value = "NAME",
     .brief = "who published it",
     .help = "The outlet that published it.",
     PLACE(edit_options, publisher)},
    {.name = "date",
     .kind = FLAG_WORD,
     .value = "DATE",
     .brief = "when it was published",
     .help = "When it was published, such as 2031-04-02. The dates of its statements are worked "
             "out anew.",
     PLACE(edit_options, date)},
    {.name = "url",
     .kind = FLAG_WORD,
     .value = "URL",
     .brief = "where it was published",
     .help = "Where it was published.",
     PLACE(edit_options, url)},
    {.name = "language",
     .kind = FLAG_WORD,
     .value = "CODE",
     .brief = "which language it is in",
     .help = "The language that it is in: a code of ISO 639-1, such as en.",
     PLACE(edit_options, language)},
    {.name = "undo",
     .kind = FLAG_SWITCH,
     .brief = "takes back the last correction",
     .help = "Takes back what the last edit of the document corrected.",
     PLACE(edit_options, undo)},
    MODEL_FLAG(edit_options),
    SILENT_FLAG(edit_options),
    HELP,
};

const flag_table EDIT_FLAGS = {EDIT, sizeof EDIT / sizeof *EDIT, .query = false};

static const flag REMOVE[] = {STORE_FLAG(remove_options), SILENT_FLAG(remove_options), HELP};

const flag_table REMOVE_FLAGS = {REMOVE, sizeof REMOVE / sizeof *REMOVE, .query = false};

static const flag CHECK[] = {STORE_FLAG(check_options), QUIET_FLAG(check_options), HELP};

const flag_table CHECK_FLAGS = {CHECK, sizeof CHECK / sizeof *CHECK, .query = false};

static const flag REBUILD[] = {
    STORE_FLAG(rebuild_options),
    {.name = "all",
     .kind = FLAG_SWITCH,
     .brief = "makes everything anew",
     .help = "Makes everything anew, and not only what another version made or what is damaged.",
     PLACE(rebuild_options, all)},
    MODEL_FLAG(rebuild_options),
    THREADS_FLAG(rebuild_options),
    PROGRESS_FLAG(rebuild_options),
    QUIET_FLAG(rebuild_options),
    HELP,
};

const flag_table REBUILD_FLAGS = {REBUILD, sizeof REBUILD / sizeof *REBUILD, .query = false};

static const flag LINK[] = {
    STORE_FLAG(link_options),
    {.name = "rebuild",
     .kind = FLAG_SWITCH,
     .brief = "makes all links anew",
     .help = "Makes all links anew, and not only those of documents that are not linked.",
     PLACE(link_options, rebuild)},
    PROGRESS_FLAG(link_options),
    QUIET_FLAG(link_options),
    HELP,
};

const flag_table LINK_FLAGS = {LINK, sizeof LINK / sizeof *LINK, .query = false};

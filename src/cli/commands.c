#include "cli/commands.h"

#include "base/vec.h"
#include "cli/add.h"
#include "cli/ask.h"
#include "cli/check.h"
#include "cli/commands_ask.h"
#include "cli/commands_reasoning.h"
#include "cli/commands_store.h"
#include "cli/completion.h"
#include "cli/edit.h"
#include "cli/export.h"
#include "cli/link.h"
#include "cli/man.h"
#include "cli/quotes.h"
#include "cli/reasoning.h"
#include "cli/rebuild.h"
#include "cli/remove.h"
#include "cli/show.h"
#include "cli/suggest.h"
#include "cli/trace.h"

/* --- quotes ----------------------------------------------------------------------------------- */

static const char *const QUOTES_ABOUT[] = {
    "Finds every reported statement in English news and other prose: who is said to have said, "
    "thought, wanted or seen what, in which words the text says so, and where.",
    "A FILE may be a folder, of which all is read but what is hidden. Files are plain text, with "
    "or "
    "without Markdown; web pages; feeds (RSS, Atom); WARC and ARC "
    "files; CSV with a column called text, content, body or article; or JSON lines: an object a "
    "line, {\"text\", \"id\", \"title\", \"author\", \"publisher\", \"url\", \"date\", "
    "\"language\"}, of which only \"text\" must be there. What they begin with tells which, not "
    "their names, and they may be packed with gzip or zstd. Without a FILE, or where FILE is -, it "
    "reads standard input. What is "
    "not in English is marked and not read. Nothing leaves this machine.",
    "In the list a statement begins with its line in the text (l.12), its source, the words "
    "that report it, and whether its content is quoted (direct), told (indirect) or both "
    "(mixed); the content follows. \" … \" stands where words of the text are left out.",
    NULL,
};

static const example QUOTES_EXAMPLES[] = {
    {"hearsay quotes article.txt", "A list, to read."},
    {"hearsay quotes --color=always articles | less -R", "A folder of articles, page by page."},
    {"hearsay quotes --min-confidence=0.8 article.txt", "Only what is fairly sure."},
    {"hearsay quotes --format=jsonl -o found.jsonl articles", "For another program."},
    {"hearsay quotes crawl.warc.gz feed.xml page.html", "What was saved from the web."},
    {"pdftotext report.pdf - | hearsay quotes", "From another format."},
    {NULL, NULL},
};

static const remark QUOTES_REMARKS[] = {
    {"Exit status",
     "0 if everything could be read; 1 if no statement, or several, have the id that "
     "--explain names; 2 after wrong use, or if a file or document could not be "
     "read (all others are) or the output could not be written."},
    {"Environment", "HEARSAY_MODEL names the model if --model does not. NO_COLOR, if it is not "
                    "empty, and TERM=dumb switch colours off."},
    {NULL, NULL},
};

/* --- what helps to use the others ------------------------------------------------------------- */

static const char *const COMPLETION_ABOUT[] = {
    "Prints a script with which bash, zsh or fish completes commands, options and their values at "
    "a press of the Tab key. Where hearsay was installed with make install, they find it by "
    "themselves; elsewhere one of the examples does it.",
    NULL,
};

static const example COMPLETION_EXAMPLES[] = {
    {"source <(hearsay completion bash)", "In bash; a line for ~/.bashrc."},
    {"source <(hearsay completion zsh)", "In zsh; a line for ~/.zshrc, after compinit."},
    {"hearsay completion fish | source", "In fish; a line for ~/.config/fish/config.fish."},
    {NULL, NULL},
};

static const char *const MAN_ABOUT[] = {
    "Prints the manual of this version, for man: what --help tells about each command, on one "
    "page.",
    NULL,
};

static const example MAN_EXAMPLES[] = {
    {"hearsay man | man -l -", "Shows it, where it is not installed."},
    {NULL, NULL},
};

static const remark NO_REMARKS[] = {{NULL, NULL}};

/* --- the table -------------------------------------------------------------------------------- */

const command COMMANDS[] = {
    {.name = "quotes",
     .summary = "finds every reported statement: who said what, and where",
     .operands = "[OPTION...] [FILE...]",
     .about = QUOTES_ABOUT,
     .examples = QUOTES_EXAMPLES,
     .remarks = QUOTES_REMARKS,
     .flags = &QUOTES_FLAGS,
     .options_size = sizeof(quotes_options),
     .run = quotes_run},
    {.name = "add",
     .summary = "keeps documents and their statements in a store",
     .operands = "[OPTION...] [PATH...]",
     .about = ADD_ABOUT,
     .examples = ADD_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &ADD_FLAGS,
     .options_size = sizeof(add_options),
     .run = add_run},
    {.name = "find",
     .summary = "finds statements and documents in a store",
     .operands = "[OPTION...] QUERY",
     .about = FIND_ABOUT,
     .examples = FIND_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &FIND_FLAGS,
     .options_size = sizeof(ask_options),
     .run = find_run},
    {.name = "who",
     .summary = "shows what somebody is said to have said",
     .operands = "[OPTION...] NAME",
     .about = WHO_ABOUT,
     .examples = WHO_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &WHO_FLAGS,
     .options_size = sizeof(ask_options),
     .run = who_run},
    {.name = "list",
     .summary = "lists documents, and counts them",
     .operands = "[OPTION...] [QUERY]",
     .about = LIST_ABOUT,
     .examples = LIST_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &LIST_FLAGS,
     .options_size = sizeof(ask_options),
     .run = list_run},
    {.name = "show",
     .summary = "shows a statement, and how it was arrived at",
     .operands = "[OPTION...] ID",
     .about = SHOW_ABOUT,
     .examples = SHOW_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &SHOW_FLAGS,
     .options_size = sizeof(show_options),
     .run = show_run},
    {.name = "trace",
     .summary = "shows where a statement comes from, and what became of it",
     .operands = "[OPTION...] ID|WORDS",
     .about = TRACE_ABOUT,
     .examples = TRACE_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &TRACE_FLAGS,
     .options_size = sizeof(trace_options),
     .run = trace_run},
    {.name = "conflicts",
     .summary = "shows where documents contradict each other",
     .operands = "[OPTION...] [ID]",
     .about = CONFLICTS_ABOUT,
     .examples = CONFLICTS_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &REASONING_FLAG_TABLE,
     .options_size = sizeof(reasoning_options),
     .run = conflicts_run},
    {.name = "audit",
     .summary = "shows what a document rests on",
     .operands = "[OPTION...] ID",
     .about = AUDIT_ABOUT,
     .examples = AUDIT_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &AUDIT_FLAGS,
     .options_size = sizeof(reasoning_options),
     .run = audit_run},
    {.name = "timeline",
     .summary = "shows what somebody said when",
     .operands = "[OPTION...] NAME [ABOUT]",
     .about = TIMELINE_ABOUT,
     .examples = TIMELINE_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &TIMELINE_FLAGS,
     .options_size = sizeof(reasoning_options),
     .run = timeline_run},
    {.name = "story",
     .summary = "shows who is quoted where on the same events",
     .operands = "[OPTION...] [ID]",
     .about = STORY_ABOUT,
     .examples = STORY_EXAMPLES,
     .remarks = ASK_REMARKS,
     .flags = &REASONING_FLAG_TABLE,
     .options_size = sizeof(reasoning_options),
     .run = story_run},
    {.name = "export",
     .summary = "writes what a store holds in other forms",
     .operands = "[OPTION...] [DOC...]",
     .about = EXPORT_ABOUT,
     .examples = EXPORT_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &EXPORT_FLAGS,
     .options_size = sizeof(export_options),
     .run = export_run},
    {.name = "edit",
     .summary = "corrects what a store knows of a document",
     .operands = "[OPTION...] DOC",
     .about = EDIT_ABOUT,
     .examples = EDIT_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &EDIT_FLAGS,
     .options_size = sizeof(edit_options),
     .run = edit_run},
    {.name = "remove",
     .summary = "takes documents out of a store, without a trace",
     .operands = "[OPTION...] DOC...",
     .about = REMOVE_ABOUT,
     .examples = REMOVE_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &REMOVE_FLAGS,
     .options_size = sizeof(remove_options),
     .run = remove_run},
    {.name = "check",
     .summary = "tells whether a store is as it was written",
     .operands = "[OPTION...]",
     .choices = "",
     .about = CHECK_ABOUT,
     .examples = CHECK_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &CHECK_FLAGS,
     .options_size = sizeof(check_options),
     .run = check_run},
    {.name = "rebuild",
     .summary = "makes anew what was made of the documents in a store",
     .operands = "[OPTION...]",
     .choices = "",
     .about = REBUILD_ABOUT,
     .examples = REBUILD_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &REBUILD_FLAGS,
     .options_size = sizeof(rebuild_options),
     .run = rebuild_run},
    {.name = "link",
     .summary = "links documents that are not linked yet",
     .operands = "[OPTION...]",
     .choices = "",
     .about = LINK_ABOUT,
     .examples = LINK_EXAMPLES,
     .remarks = STORE_REMARKS,
     .flags = &LINK_FLAGS,
     .options_size = sizeof(link_options),
     .run = link_run},
    {.name = "completion",
     .summary = "prints what lets a shell complete commands and options",
     .operands = "bash|zsh|fish",
     .choices = "bash|zsh|fish",
     .about = COMPLETION_ABOUT,
     .examples = COMPLETION_EXAMPLES,
     .remarks = NO_REMARKS,
     .flags = &HELP_FLAGS,
     .run = completion_run},
    {.name = "man",
     .summary = "prints the manual page",
     .operands = "",
     .choices = "",
     .about = MAN_ABOUT,
     .examples = MAN_EXAMPLES,
     .remarks = NO_REMARKS,
     .flags = &HELP_FLAGS,
     .run = man_run},
};

const size_t COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS;

const command *command_named(str name) {
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (str_equal(name, str_from(COMMANDS[i].name))) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

const char *command_like(str typed) {
    VEC(const char *) names = {0};
    vec_push(&names, "help");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        vec_push(&names, COMMANDS[i].name);
    }
    const char *meant = suggest(typed, names.items, names.count);
    vec_free(&names);
    return meant;
}

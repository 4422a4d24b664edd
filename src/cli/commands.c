#include "cli/commands.h"

#include "base/vec.h"
#include "cli/add.h"
#include "cli/completion.h"
#include "cli/man.h"
#include "cli/quotes.h"
#include "cli/suggest.h"

/* --- quotes ----------------------------------------------------------------------------------- */

static const char *const QUOTES_ABOUT[] = {
    "Finds every reported statement in English news and other prose: who is said to have said, "
    "thought, wanted or seen what, in which words the text says so, and where.",
    "FILEs are plain text, with or without Markdown, or JSON lines: an object a line, "
    "{\"text\", \"id\", \"title\", \"author\", \"publisher\", \"url\", \"date\"}, of which only "
    "\"text\" must be there. Without a FILE, or where FILE is -, it reads standard input. What is "
    "not in English is marked and not read. Nothing leaves this machine.",
    "In the list a statement begins with its line in the text (l.12), its source, the words "
    "that report it, and whether its content is quoted (direct), told (indirect) or both "
    "(mixed); the content follows. \" … \" stands where words of the text are left out.",
    NULL,
};

static const example QUOTES_EXAMPLES[] = {
    {"hearsay quotes article.txt", "A list, to read."},
    {"hearsay quotes --color=always articles/*.txt | less -R", "Many articles, page by page."},
    {"hearsay quotes --min-confidence=0.8 article.txt", "Only what is fairly sure."},
    {"hearsay quotes --format=jsonl -o found.jsonl articles/*.txt", "For another program."},
    {"pdftotext report.pdf - | hearsay quotes", "From another format."},
    {NULL, NULL},
};

static const remark QUOTES_REMARKS[] = {
    {"Exit status", "0 if everything could be read; 2 after wrong use, or if a file or document "
                    "could not be read (all others are) or the output could not be written."},
    {"Environment", "HEARSAY_MODEL names the model if --model does not. NO_COLOR, if it is not "
                    "empty, and TERM=dumb switch colours off."},
    {NULL, NULL},
};

/* --- the store -------------------------------------------------------------------------------- */

static const char *const ADD_ABOUT[] = {
    "Reads documents as hearsay quotes does, and keeps them and their statements in a store: one "
    "file, which is made if it is not there, and readable for you alone.",
    "What is in the store already is not read again, so that adding can be stopped at any moment "
    "and simply run again. A document with the id or the URL of one in the store, and other "
    "content, becomes its new version.",
    NULL,
};

static const example ADD_EXAMPLES[] = {
    {"hearsay add articles/*.txt", "To hearsay.db in this folder."},
    {"hearsay add --store=~/desk.db wire.jsonl", "To another store."},
    {NULL, NULL},
};

static const remark ADD_REMARKS[] = {
    {"Exit status", "0 if everything is in the store; 2 after wrong use, or if a file or document "
                    "could not be read (all others are added) or the store not be written."},
    {"Environment",
     "HEARSAY_STORE names the store if --store does not, and HEARSAY_MODEL the model "
     "if --model does not."},
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
     .operands = "[OPTION...] [FILE...]",
     .about = ADD_ABOUT,
     .examples = ADD_EXAMPLES,
     .remarks = ADD_REMARKS,
     .flags = &ADD_FLAGS,
     .options_size = sizeof(add_options),
     .run = add_run},
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

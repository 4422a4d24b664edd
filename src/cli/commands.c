#include "cli/commands.h"

#include "base/vec.h"
#include "cli/quotes.h"
#include "cli/suggest.h"

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

static const char *const QUOTES_AFTERWARDS[] = {
    "Exit status: 0 if everything could be read; 2 after wrong use, or if a file or document could "
    "not be read (all others are) or the output could not be written.",
    "Environment: HEARSAY_MODEL names the model if --model does not. NO_COLOR, if it is not empty, "
    "and TERM=dumb switch colours off.",
    NULL,
};

const command COMMANDS[] = {
    {.name = "quotes",
     .summary = "finds every reported statement: who said what, and where",
     .operands = "[OPTION...] [FILE...]",
     .about = QUOTES_ABOUT,
     .examples = QUOTES_EXAMPLES,
     .afterwards = QUOTES_AFTERWARDS,
     .flags = &QUOTES_FLAGS,
     .options_size = sizeof(quotes_options),
     .run = quotes_run},
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

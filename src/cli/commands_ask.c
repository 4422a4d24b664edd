#include "cli/commands_ask.h"

/* --- find ------------------------------------------------------------------------------------- */

const char *const FIND_ABOUT[] = {
    "Finds statements by their words and those of their speakers' names, and then documents by "
    "theirs; the best come first. Words are found in every form (resign, resigned), with or "
    "without accents and capitals.",
    "\"two words\" stand just so; -word must not be there; one OR other is either; begin* is the "
    "beginning of a word. Conditions: speaker:moreno, sourcing:anonymous, publisher:courier, "
    "via:tass, after:2031-04-02 (that day and later), before:2031-05 (until the end of April), "
    "kind:belief, type:direct, occasion:\"press conference\". Statements have the day on which "
    "they were made or, where the text does not tell, on which their document was published.",
    NULL,
};

const example FIND_EXAMPLES[] = {
    {"hearsay find radar speaker:moreno", "What she is said to have said of it."},
    {"hearsay find 'sourcing:anonymous \"fog radar\" after:2024-03'",
     "Unnamed sources, since March."},
    {"hearsay find --format=csv --limit=0 ferry >ferry.csv", "Everything, for a spreadsheet."},
    {NULL, NULL},
};

/* --- who -------------------------------------------------------------------------------------- */

const char *const WHO_ABOUT[] = {
    "Shows what a person or body is said to have said, the newest first: when it was said or, "
    "where the text does not tell, published; how the source is named; through whom it came; and "
    "where it stands. NAME is any part of a name, with or without accents. --why shows under which "
    "names documents know them, and on what evidence these are one.",
    "--join and --part take two whole names, and tell hearsay that they are one or that they are "
    "not. That holds from then on, for documents that are added later, too; --undo takes the last "
    "of them back.",
    NULL,
};

const example WHO_EXAMPLES[] = {
    {"hearsay who Moreno", "Everybody of that name."},
    {"hearsay who --why Moreno", "Which of them are one, and why."},
    {"hearsay who --join 'Ada Moreno' 'Minister Moreno'", "Both are she."},
    {NULL, NULL},
};

/* --- list ------------------------------------------------------------------------------------- */

const char *const LIST_ABOUT[] = {
    "Lists documents, the newest first: day, title, author, publisher, number of statements and "
    "id. With "
    "a QUERY (see hearsay find) those that it finds, or in which it finds a statement. --by "
    "counts them.",
    NULL,
};

const example LIST_EXAMPLES[] = {
    {"hearsay list after:2024-03", "What was published since March."},
    {"hearsay list --by=publisher", "How much of whom."},
    {"hearsay list --by=month speaker:moreno", "When she was quoted."},
    {NULL, NULL},
};

/* --- show ------------------------------------------------------------------------------------- */

const char *const SHOW_ABOUT[] = {
    "Shows a statement: its document, the sentence in which it stands, with its {source}, <cue> "
    "and "
    "[content] marked, and the paragraph around that; who said it and how that was arrived at. ID "
    "is as find and who show it, or its first "
    "characters; it may be a document's, too, whose statements are listed then.",
    NULL,
};

const example SHOW_EXAMPLES[] = {
    {"hearsay show 7dec3146", "A statement."},
    {"hearsay show wire-7", "A document."},
    {NULL, NULL},
};

/* --- trace ------------------------------------------------------------------------------------ */

const char *const TRACE_ABOUT[] = {
    "Shows where a statement comes from, and what became of it. First its chain: the page, the "
    "pages and outlets that it is credited to, and who is said to have said it, with the date of "
    "each. The origin is \"in store\" where a page of the store is credited, \"named\" where "
    "somebody or an outlet is named, \"not given\" where nobody is; marked are circles, chains "
    "that end in an anonymous source or in none, and steps that are dated after what rests on "
    "them. Then its corroboration: who else reports, confirms or denies it, or does not comment, "
    "and how many separate documents that are; below these up to eight places that are similar: "
    "they may say the same in other words, are for you to read, and are not counted. "
    "docs/reasoning.md tells what these mean and do not mean. --chain, --corroboration and "
    "--variants show one alone.",
    "Last every variant of what a statement reports, in all documents of the store, in the order "
    "in which they were said or printed. The fullest one is shown whole; in the others [-words-] "
    "are missing beside it and {+words+} are added; [~words~] and {~words~} where an omission or "
    "insertion is marked by dots or [ ] in the text. Each line says what the variant is: "
    "identical, "
    "truncated, elided, edited, partial (both go on where the other does not) or paraphrase; and "
    "what may have turned the meaning: a negation or a hedge more or less, another number, another "
    "speaker, or that one quotes what the other tells.",
    "ID is as find and who show it, or its first characters. Words find the best statement that "
    "has them. Of a document's id it shows which others have passages in common with it, and which "
    "of them is likely the original: by credit lines, else by date, else by completeness.",
    NULL,
};

const example TRACE_EXAMPLES[] = {
    {"hearsay trace 7dec3146", "What became of a statement."},
    {"hearsay trace --format=html fog radar >radar.html", "A page, to send or to print."},
    {"hearsay trace wire-7", "Who reprinted a document."},
    {"hearsay trace --chain wire-7", "The chains of all its statements."},
    {"hearsay trace --format=prov 7dec3146 >chain.jsonld", "A chain as W3C PROV."},
    {NULL, NULL},
};

/* --- export ----------------------------------------------------------------------------------- */

const char *const EXPORT_ABOUT[] = {
    "Writes what a store holds, or the documents that are named: for another store, for programs "
    "that know the formats of the web, for spreadsheets, and for those that draw networks.",
    NULL,
};

const example EXPORT_EXAMPLES[] = {
    {"hearsay export -o desk.jsonl", "Everything; hearsay add takes it into another store."},
    {"hearsay export --format=graphml -o who.graphml", "Who quotes whom."},
    {NULL, NULL},
};

/* --- all -------------------------------------------------------------------------------------- */

const remark ASK_REMARKS[] = {
    {"Exit status", "0 if something was found; 1 if nothing was; 2 after wrong use, or if the "
                    "store could not be read."},
    {"Environment", "HEARSAY_STORE names the store if --store does not. COLUMNS is the width of "
                    "tables that go to no terminal, of 100 at most. NO_COLOR, if it is not "
                    "empty, and TERM=dumb switch colours off."},
    {NULL, NULL},
};

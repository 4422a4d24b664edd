#include "cli/commands_reasoning.h"

const char *const STORY_ABOUT[] = {
    "Shows the documents that tell of the same events as the one with that ID, the earliest "
    "first; who is quoted in them; and who is quoted in one outlet only, of these. So the story of "
    "one document may have others than that of its neighbour: what is near the one need not be "
    "near "
    "the other.",
    "Without an ID, divides the store into stories of two documents at least: each is around the "
    "first document that is in none yet, and has those around it that are in none yet; no document "
    "is in two. A story there may be smaller than that of the same document by its ID.",
    NULL,
};

const example STORY_EXAMPLES[] = {
    {"hearsay story wire-7", "The documents around one."},
    {NULL, NULL},
};

const char *const CONFLICTS_ABOUT[] = {
    "Shows where documents, or people in them, contradict each other, both sides one below the "
    "other: one quotation given to different speakers, days or occasions; an acronym that is "
    "explained in two ways; numbers or dates of one thing that differ; a statement and its "
    "denial; a statement that its speaker negates at another time. With an ID, those of that "
    "statement or document; without one, those of the whole store, each once, as they are found.",
    "Which side is right is not asked, nor anything that one must know to see a contradiction.",
    NULL,
};

const example CONFLICTS_EXAMPLES[] = {
    {"hearsay conflicts wire-7", "Of a document."},
    {"hearsay conflicts --format=csv >conflicts.csv", "For a spreadsheet."},
    {NULL, NULL},
};

const char *const AUDIT_ABOUT[] = {
    "Shows what a document rests on: how much of it is attributed, and to what kind of source; "
    "which claims rest on one anonymous source; how long the chains are; what its author says in "
    "their own voice, and what of that another document attributes to somebody.",
    NULL,
};

const example AUDIT_EXAMPLES[] = {
    {"hearsay audit wire-7", "A document."},
    {"hearsay audit --format=html -o audit.html wire-7", "A page to pass on."},
    {NULL, NULL},
};

const char *const TIMELINE_ABOUT[] = {
    "Shows what those who bear NAME are reported to have said, in the order in which they said it "
    "or, where the text does not tell that, in which it was published; and what is otherwise than "
    "in the last statement on the same point. ABOUT are words that it is to have, as for hearsay "
    "find.",
    NULL,
};

const example TIMELINE_EXAMPLES[] = {
    {"hearsay timeline 'Ada Moreno' radar", "What she said of it, and when."},
    {NULL, NULL},
};

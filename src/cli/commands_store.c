#include "cli/commands_store.h"

#define DOC                                                                                        \
    "DOC is a document's id, the beginning of no other document's id, or its URL; the newest "     \
    "version is meant."

/* --- add -------------------------------------------------------------------------------------- */

const char *const ADD_ABOUT[] = {
    "Reads documents as hearsay quotes does, and keeps them and their statements in a store: one "
    "file, which is made if it is not there, and readable for you alone. Of a folder it reads all "
    "files in it and in the folders that it holds, but for hidden ones; links to folders it does "
    "not follow. Without a PATH, or where it is -, it reads standard input.",
    "What is in the store already is not read again: so adding can be stopped at any moment, and "
    "simply run again. A document with the id or the URL of one in the store, and other text or "
    "metadata, becomes its new version.",
    "What hearsay quotes --format=jsonl --with-text has written is taken with its statements, "
    "where "
    "this version would find the same.",
    NULL,
};

const example ADD_EXAMPLES[] = {
    {"hearsay add articles", "A folder, to hearsay.db in this folder."},
    {"hearsay add --store=desk.db wire.jsonl", "To another store."},
    {"hearsay add --progress=json articles", "For a program that shows how far it is."},
    {NULL, NULL},
};

/* --- edit ------------------------------------------------------------------------------------- */

const char *const EDIT_ABOUT[] = {
    "Corrects what a store knows of a document. " DOC
    " What you say outranks what the page says, in "
    "newer versions of the document too; what follows from it, as the dates of statements do, is "
    "worked out anew. --undo takes the last correction back.",
    NULL,
};

const example EDIT_EXAMPLES[] = {
    {"hearsay edit wire-7 --date=2031-04-02", "The dates of its statements follow."},
    {"hearsay edit wire-7 --undo", "As it was."},
    {NULL, NULL},
};

/* --- remove ----------------------------------------------------------------------------------- */

const char *const REMOVE_ABOUT[] = {
    "Takes documents out of a store, in all their versions, with everything that was made of "
    "them. " DOC,
    "Nothing of their texts is left in the file and its log. For that the full-text index is "
    "written anew, which takes a while in a large store. The file does not become smaller: what is "
    "added next takes the room. (What the disk itself keeps of files, and "
    "what copies of them you have, is not in hearsay's hands.)",
    NULL,
};

const example REMOVE_EXAMPLES[] = {
    {"hearsay remove wire-7", "One document."},
    {"hearsay remove https://www.example.org/news/7", "By its URL."},
    {NULL, NULL},
};

/* --- check ------------------------------------------------------------------------------------ */

const char *const CHECK_ABOUT[] = {
    "Reads all of a store and tells what is not as it was written: what is lost, and what can be "
    "made "
    "anew by hearsay rebuild. Every text is held against the hash that was taken when it was "
    "added. Nothing is changed, and a store that an older hearsay made is left to rebuild.",
    "It exits with 0 where all is well, and 1 where something is not.",
    NULL,
};

const example CHECK_EXAMPLES[] = {
    {"hearsay check --store=desk.db", "As before a backup."},
    {NULL, NULL},
};

/* --- rebuild ---------------------------------------------------------------------------------- */

const char *const REBUILD_ABOUT[] = {
    "Reads the documents in a store anew that another version of hearsay, or another model, has "
    "read, "
    "or of which something that can be made anew is damaged; with --all, all of them. Web pages "
    "are "
    "read anew from their bytes, where these are kept (see add --no-originals): their texts become "
    "what this version takes for the article. All other texts, corrections and decisions stay as "
    "they are. What is not linked is linked (see link). It can be stopped at any moment, and run "
    "again.",
    NULL,
};

const example REBUILD_EXAMPLES[] = {
    {"hearsay rebuild --store=desk.db", "After a new version was installed."},
    {NULL, NULL},
};

/* --- link ------------------------------------------------------------------------------------- */

const char *const LINK_ABOUT[] = {
    "Links documents that were added with --no-links, or before hearsay could; and all of them, if "
    "another version of hearsay linked them. Whatever else is added is linked by itself. What is "
    "linked does not depend on the order in which documents came. It can be stopped at any moment, "
    "and run again.",
    NULL,
};

const example LINK_EXAMPLES[] = {
    {"hearsay link --store=desk.db", "After many were added with --no-links."},
    {NULL, NULL},
};

/* --- all -------------------------------------------------------------------------------------- */

const remark STORE_REMARKS[] = {
    {"Exit status",
     "0 if all went well; 1 if an id or name means nothing, or several, and if check "
     "finds something; 2 after wrong use, or if something could not be read, written "
     "or made anew; 130 if it was stopped by Ctrl-C."},
    {"Environment",
     "HEARSAY_STORE names the store if --store does not, and HEARSAY_MODEL the model "
     "if --model does not."},
    {NULL, NULL},
};

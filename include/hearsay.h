/* hearsay: who is said to have said what, and how do we know?
 *
 * The sections of this header follow a text on its way:
 *
 *     1. Statuses, errors, borrowed text
 *     2. The model, which is opened once and shared
 *     3. Documents
 *     4. Input: files and streams of documents
 *     5. Statements: reading a document for what it reports
 *     6. Output: documents as JSON lines
 *     7. Many documents on several threads
 *     8. The store: documents and statements that are kept
 *     9. Links: one utterance in many documents, and what is copied
 *    10. Reasoning: where a statement comes from
 *
 * Ownership: what a function ending in _open, _new or _next gives through its last parameter but
 * one belongs to the caller, who gives it back with the _close or _free of the same object; every
 * other pointer is borrowed from the object that it was asked of, and lives as long as that.
 *
 * Threads: a model may be used by any number of threads at once. Every other object is used by one
 * thread at a time. On one store's file any number of threads and processes may work at once, each
 * with a hearsay_store of its own. Nothing here keeps global state.
 *
 * Failure: functions that can fail return a status and take a hearsay_error, which the caller owns
 * and which may be NULL; it is written on failure only. Running out of memory ends the process.
 *
 * Offsets are half-open UTF-8 byte positions in the document's text, if nothing else is said. */
#ifndef HEARSAY_H
#define HEARSAY_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HEARSAY_API __attribute__((visibility("default")))

/* ---- 1. Statuses, errors, borrowed text ---------------------------------------------------- */

typedef enum {
    HEARSAY_OK = 0,
    HEARSAY_END,       /* nothing more to read; not an error */
    HEARSAY_INVALID,   /* an argument makes no sense */
    HEARSAY_IO,        /* a file could not be opened, read or written */
    HEARSAY_FORMAT,    /* a document, or a line of JSON, is not what it should be */
    HEARSAY_TOO_LARGE, /* a document is larger than the limit */
    HEARSAY_MODEL,     /* the model file is foreign, damaged, or of another version */
    HEARSAY_STORE,     /* the store is foreign, damaged, or of a newer version */
    HEARSAY_MISSING,   /* nothing in the store has that name, or more than one thing */
    HEARSAY_BUSY       /* another program writes to the store, or reads, for too long */
} hearsay_status;

typedef struct {
    hearsay_status code;
    size_t
        position; /* a byte offset or, for JSON lines, a line number from 1; 0 if there is none */
    char message[256]; /* what, where, and what to do; one line, UTF-8, ends in a 0 byte */
} hearsay_error;

/* Bytes that belong to somebody else; not 0-terminated. `data` is NULL where there is nothing. */
typedef struct {
    const char *data;
    size_t size;
} hearsay_str;

typedef struct {
    size_t begin, end;
} hearsay_span;

/* Spans of one text, in order of their place in it. */
typedef struct {
    const hearsay_span *items;
    size_t count;
} hearsay_spans;

/* This library's version, such as "0.1.0". */
HEARSAY_API const char *hearsay_version(void);

/* ---- 2. The model -------------------------------------------------------------------------- */

typedef struct hearsay_model hearsay_model;

/* Opens a model file. NULL as path opens the one that $HEARSAY_MODEL names, else hearsay.model
 * beside the running program (as in the build tree), else the one that was installed with the
 * program or the library, also where that tree was moved. The file is mapped, so that several
 * processes share it, and its checksum is verified. HEARSAY_IO where it cannot be opened,
 * HEARSAY_MODEL where it is not a whole, unaltered model of a version that this library reads. */
HEARSAY_API hearsay_status hearsay_model_open(const char *path, hearsay_model **model,
                                              hearsay_error *error);

/* NULL is allowed. Documents that were read with the model outlive it. */
HEARSAY_API void hearsay_model_close(hearsay_model *self);

/* The model's name and version, such as "minilm-polnear 1"; what is stored should bear it. */
HEARSAY_API const char *hearsay_model_name(const hearsay_model *self);

/* This library and the model, each with its version, such as "hearsay 0.1.0, minilm-polnear 3":
 * what is found in a document depends on its text and on this. */
HEARSAY_API const char *hearsay_maker(const hearsay_model *self);

/* ---- 3. Documents -------------------------------------------------------------------------- */

typedef struct hearsay_document hearsay_document;

/* What is known about a document besides its text. A field that is not known has data NULL. */
typedef struct {
    hearsay_str id, title, author, publisher, url, date;
    hearsay_str language; /* as the document itself names it; see hearsay_document_language */
} hearsay_metadata;

/* Makes a document of bytes: plain text, in which the remains of Markdown are recognised. The
 * bytes are copied; those that are not UTF-8 become U+FFFD, and hearsay_document_flaws counts them.
 * `metadata` may be NULL; without an id the document's is made from the SHA-256 of its text
 * and URL. */
HEARSAY_API hearsay_status hearsay_document_new(hearsay_str bytes, const hearsay_metadata *metadata,
                                                hearsay_document **document, hearsay_error *error);

/* NULL is allowed. */
HEARSAY_API void hearsay_document_free(hearsay_document *self);

HEARSAY_API hearsay_metadata hearsay_document_metadata(const hearsay_document *self);

/* The whole text, well-formed UTF-8, as it was given: Markdown and line ends as they stand. */
HEARSAY_API hearsay_str hearsay_document_text(const hearsay_document *self);

/* What a reader sees of a part of the text: without markup, white space joined to single spaces.
 * The str belongs to the document. */
HEARSAY_API hearsay_str hearsay_document_shown(hearsay_document *self, hearsay_span part);

/* Whether something that a reader sees stands between the span at `next` and the one before it, so
 * that it is left out where the parts of a content are shown. Not so between paragraphs. */
HEARSAY_API bool hearsay_document_leaves_out(hearsay_document *self, hearsay_spans spans,
                                             size_t next);

/* What a reader sees of several parts, such as a content, one after the other, with " … " where
 * something is left out. The str belongs to the document. */
HEARSAY_API hearsay_str hearsay_document_shown_parts(hearsay_document *self, hearsay_spans spans);

/* The parts of the text that a reader sees, as they stand; what lies between them is markup. None
 * is empty or touches the next. */
HEARSAY_API hearsay_spans hearsay_document_seen(hearsay_document *self);

/* The paragraphs, from the first character that is seen of each to the last: what blank lines part
 * or, in a text without any, line breaks. */
HEARSAY_API hearsay_spans hearsay_document_paragraphs(hearsay_document *self);

/* The Unicode code points before a position of the text, where a character begins: what offsets are
 * counted in outside of C. */
HEARSAY_API size_t hearsay_document_code_points(hearsay_document *self, size_t position);

/* The name under which the document was read ("a.jsonl:12"), empty where there is none. */
HEARSAY_API hearsay_str hearsay_document_origin(const hearsay_document *self);

/* The bytes that the document was made of, as they were: a file, a line (JSON lines), a row (CSV),
 * an entry (feeds), or what a record holds (WARC), without the header of HTTP and unpacked. Lines,
 * rows and entries of a file that is not in UTF-8 are in UTF-8 here. */
HEARSAY_API hearsay_str hearsay_document_original(const hearsay_document *self);

/* Where a part of the text comes from in these: all that was read as it. */
HEARSAY_API hearsay_span hearsay_document_source(const hearsay_document *self, hearsay_span part);

/* What a part of the text is in the page or entry that it is from. */
typedef enum {
    HEARSAY_BLOCK_PARAGRAPH,
    HEARSAY_BLOCK_HEADING,
    HEARSAY_BLOCK_ITEM,      /* of a list */
    HEARSAY_BLOCK_QUOTATION, /* set off from what is around it */
    HEARSAY_BLOCK_POST       /* embedded from a platform: a tweet and the like */
} hearsay_block_kind;

typedef struct {
    hearsay_span span;
    hearsay_block_kind kind;
} hearsay_block;

/* The blocks in order; none of plain text and Markdown, which have no such structure. */
HEARSAY_API size_t hearsay_document_blocks(hearsay_document *self, const hearsay_block **blocks);

/* A part of the text that leads elsewhere. */
typedef struct {
    hearsay_span span;
    hearsay_str url; /* absolute, where the page's own address is known */
} hearsay_link;

/* The links in order; none of plain text and Markdown, whose text holds them as they stand. */
HEARSAY_API size_t hearsay_document_links(hearsay_document *self, const hearsay_link **links);

/* How many ill-formed sequences the bytes held; `first` (may be NULL) gets the position of the
 * first of them in the original bytes. */
HEARSAY_API size_t hearsay_document_flaws(const hearsay_document *self, size_t *first);

/* How many of these were escapes in JSON of half a character ("\ud83d" alone), which a program
 * writes that cuts texts anywhere; the other flaws are bytes that are not UTF-8. */
HEARSAY_API size_t hearsay_document_lone_surrogates(const hearsay_document *self);

/* Takes away the document's date where it is none that a store could find it by (what is a day,
 * perhaps with a time, a month or a year, such as 2031-04-02, 2031-04 or 2031, is one); before
 * hearsay_attribute. Gives what stood there, data NULL where the date stays. */
HEARSAY_API hearsay_str hearsay_document_check_date(hearsay_document *self);

/* The rest of this section is known after hearsay_attribute. */

/* The ISO 639-1 code of the language that most of the text is in; NULL before hearsay_attribute and
 * where the text has too few words to tell, or is in no language that is known. */
HEARSAY_API const char *hearsay_document_language(const hearsay_document *self);

typedef struct {
    hearsay_span span;
    const char *language; /* ISO 639-1 */
} hearsay_passage;

/* Long passages in another language than English, which were not read for statements; the rest was.
 * A document that is wholly in another language has none, and nothing of it was read: see
 * hearsay_document_language. */
HEARSAY_API size_t hearsay_document_passages(const hearsay_document *self,
                                             const hearsay_passage **passages);

/* Words (runs of letters and digits) in the text. */
HEARSAY_API size_t hearsay_document_words(const hearsay_document *self);

/* ---- 4. Input ------------------------------------------------------------------------------ */

typedef struct hearsay_input hearsay_input;

typedef enum {
    HEARSAY_INPUT_AUTO = 0, /* what the file begins with tells (docs/reading.md) */
    HEARSAY_INPUT_TEXT,     /* plain text, or Markdown: the whole file is one document */
    HEARSAY_INPUT_JSONL,    /* one document a line: {"text", "id", "title", "author", "publisher",
                               "url", "date", "language"} */
    HEARSAY_INPUT_CSV,      /* one document a row, with a column for the text */
    HEARSAY_INPUT_FEED,     /* RSS, Atom, RDF: one document an entry that has its text */
    HEARSAY_INPUT_WARC,     /* WARC or ARC: what the pages and files in it hold */
    HEARSAY_INPUT_HTML      /* a web page: its article is one document */
} hearsay_input_format;

typedef struct {
    hearsay_input_format format;
    size_t max_size;    /* bytes of text that one document may have; 0: HEARSAY_MAX_SIZE */
    size_t max_record;  /* bytes of what is held whole: a page, a feed, a record; 0: 4 max_size */
    size_t max_ratio;   /* how many times its size something may unpack to, if that is more than
                           16 MB; 0: HEARSAY_MAX_RATIO */
    size_t max_layers;  /* how deep packing and archives may stand in each other; 0:
                           HEARSAY_MAX_LAYERS */
    size_t max_seconds; /* of the processor's time that a document may take to be read from its
                           file, without what hearsay_attribute does; 0: HEARSAY_MAX_SECONDS */
} hearsay_input_options;

#define HEARSAY_MAX_SIZE ((size_t)16 * 1024 * 1024)
#define HEARSAY_MAX_RATIO 250
#define HEARSAY_MAX_LAYERS 4
#define HEARSAY_MAX_SECONDS 60

/* Opens a file, or standard input for "-", to read documents from; `options` may be NULL. What is
 * packed with gzip or zstd is unpacked as it is read. Only one document (a line, row or record) is
 * held in memory at a time; of feeds, the whole. HEARSAY_IO where the path is missing, a directory
 * or not readable. */
HEARSAY_API hearsay_status hearsay_input_open(const char *path,
                                              const hearsay_input_options *options,
                                              hearsay_input **input, hearsay_error *error);

/* NULL is allowed. Documents that were read from the input outlive it. */
HEARSAY_API void hearsay_input_close(hearsay_input *self);

/* Reads the next document, or returns HEARSAY_END. HEARSAY_FORMAT and HEARSAY_TOO_LARGE concern
 * one document only (a line that is not JSON, a text above the limit, a binary file): the error
 * names it, and the next call goes on after it. After HEARSAY_IO the next call returns HEARSAY_END.
 */
HEARSAY_API hearsay_status hearsay_input_next(hearsay_input *self, hearsay_document **document,
                                              hearsay_error *error);

/* Files and folders as a list of files. */
typedef struct hearsay_files hearsay_files;

/* `paths` [count] are files, folders, or "-" for standard input; they are copied, and may hold any
 * bytes. Folders are gone through with all that is in them, in the order of their names' bytes.
 * What is hidden (its name begins with a dot) is left out there, and so is what is neither file nor
 * folder. Symbolic links are followed to files, and to folders only where they are given, so that
 * none leads in circles. HEARSAY_INVALID where a path is empty. */
HEARSAY_API hearsay_status hearsay_files_open(const char *const *paths, size_t count,
                                              hearsay_files **files, hearsay_error *error);

/* NULL is allowed. */
HEARSAY_API void hearsay_files_close(hearsay_files *self);

/* The next file's path, which belongs to `self` and is good until the next call; or HEARSAY_END.
 * HEARSAY_IO where something is missing, or a folder cannot be read: the error names it, and the
 * next call goes on after it. */
HEARSAY_API hearsay_status hearsay_files_next(hearsay_files *self, const char **path,
                                              hearsay_error *error);

/* Bytes taken from the file so far, and the file's size, 0 where it is not known (a pipe). */
HEARSAY_API size_t hearsay_input_position(const hearsay_input *self, size_t *size);

/* ---- 5. Statements ------------------------------------------------------------------------- */

typedef enum {
    HEARSAY_DIRECT,   /* all words of the content stand inside quotation marks */
    HEARSAY_INDIRECT, /* none do */
    HEARSAY_MIXED     /* some do */
} hearsay_type;

/* "direct", "indirect" or "mixed"; "unknown" for any other value. */
HEARSAY_API const char *hearsay_type_name(hearsay_type type);

/* What somebody is said to do with a content. */
typedef enum {
    HEARSAY_KIND_UNKNOWN = 0,
    HEARSAY_KIND_STATEMENT,  /* said, wrote, asked, accused */
    HEARSAY_KIND_BELIEF,     /* thinks, knows, hopes */
    HEARSAY_KIND_INTENTION,  /* plans, promises, threatens */
    HEARSAY_KIND_PERCEPTION, /* saw, heard, learned */
    HEARSAY_KIND_DECREE,     /* ordered, ruled, voted */
    HEARSAY_KIND_ATTITUDE    /* supports, fears, likes */
} hearsay_kind;

typedef enum {
    HEARSAY_POLARITY_UNKNOWN = 0,
    HEARSAY_POLARITY_ASSERTED,
    HEARSAY_POLARITY_NEGATED,     /* did not say, refused to say */
    HEARSAY_POLARITY_CONDITIONAL, /* would say; if he says */
    HEARSAY_POLARITY_QUESTION     /* asked whether; the content is a question */
} hearsay_polarity;

/* How the document identifies the speaker; of those that fit, the first. */
typedef enum {
    HEARSAY_SOURCING_UNKNOWN = 0,
    HEARSAY_SOURCING_NONE,      /* nobody: "it was reported that" */
    HEARSAY_SOURCING_DOCUMENT,  /* a text or recording in its own right: "a memo" */
    HEARSAY_SOURCING_OUTLET,    /* a news outlet, or a journalist speaking as one */
    HEARSAY_SOURCING_NAMED,     /* people who are named, anywhere in the document */
    HEARSAY_SOURCING_ROLE,      /* one unnamed person who speaks for an office: "a spokesman" */
    HEARSAY_SOURCING_ANONYMOUS, /* particular people whose names are held back */
    HEARSAY_SOURCING_COLLECTIVE /* an institution, a country, a party, an open group: "critics" */
} hearsay_sourcing;

/* The kind of event at which something was said. */
typedef enum {
    HEARSAY_OCCASION_UNKNOWN = 0, /* the text gives none */
    HEARSAY_OCCASION_INTERVIEW,
    HEARSAY_OCCASION_SPEECH,
    HEARSAY_OCCASION_PRESS_CONFERENCE,
    HEARSAY_OCCASION_DEBATE,
    HEARSAY_OCCASION_WRITTEN_STATEMENT,
    HEARSAY_OCCASION_LETTER,
    HEARSAY_OCCASION_POST,
    HEARSAY_OCCASION_TESTIMONY,
    HEARSAY_OCCASION_COURT_FILING,
    HEARSAY_OCCASION_REPORT,
    HEARSAY_OCCASION_BOOK,
    HEARSAY_OCCASION_CALL,
    HEARSAY_OCCASION_MEETING,
    HEARSAY_OCCASION_POLL
} hearsay_occasion;

/* The words that JSON has for them, such as "press conference"; "unknown" for any other value. */
HEARSAY_API const char *hearsay_kind_name(hearsay_kind kind);
HEARSAY_API const char *hearsay_polarity_name(hearsay_polarity polarity);
HEARSAY_API const char *hearsay_sourcing_name(hearsay_sourcing sourcing);
HEARSAY_API const char *hearsay_occasion_name(hearsay_occasion occasion);

/* One step of how something was arrived at. */
typedef struct {
    const char *step;  /* what was done: "occasion", "full name" */
    hearsay_span span; /* on what part of the text; empty where no place is meant */
    hearsay_str note;  /* what came of it, for people; may be empty */
} hearsay_step;

#define HEARSAY_NO_PARENT ((size_t)-1)

/* An attribution relation (PARC; PolNeAR, Newell et al. 2018), resolved: the text says that the
 * source said, thought, wanted or saw the content, and says so with the cue. What cannot be known
 * has data NULL, or the value UNKNOWN. */
typedef struct {
    const char *id;       /* made from the document's id, the cue's and the content's spans */
    hearsay_spans source; /* may be empty: "it was reported that" */
    hearsay_spans cue;
    hearsay_spans content;
    hearsay_type type;
    float confidence; /* the probability that the relation is right, 0 to 1 */

    hearsay_kind kind;
    hearsay_polarity polarity;
    size_t parent;            /* the place in the list of the statement in whose content this one
                                 lies, or HEARSAY_NO_PARENT */
    hearsay_str speaker;      /* by the fullest name in the document; several apart by "; " */
    const char *speaker_id;   /* the same for all statements of a speaker; NULL without one */
    float speaker_confidence; /* the probability that the speaker is right */
    hearsay_sourcing sourcing;
    float sourcing_confidence; /* likewise */
    hearsay_occasion occasion;
    const hearsay_str *via; /* [via_count] outlets and platforms that it came through */
    size_t via_count;
    hearsay_str date;         /* when it was made: "2016-10-07", "2016-10", "2016",
                                 "2016-10-03/2016-10-09", "--01-30" */
    hearsay_spans anonymity;  /* the reasons given for holding a name back */
    size_t anonymous_sources; /* how many are claimed ("two officials"); 0 where not told */
    const hearsay_step *why;  /* [why_count] how speaker, sourcing and date were arrived at */
    size_t why_count;
} hearsay_statement;

/* What hearsay quotes leaves out unless it is told otherwise: statements of a lower confidence are
 * too often wrong (docs/model.md). hearsay_attribute finds them all the same: see
 * hearsay_document_keep. */
#define HEARSAY_MIN_CONFIDENCE 0.35

typedef struct hearsay_reader hearsay_reader;

/* Whether readers can tell languages in Latin script apart, for which they need the n-gram profiles
 * of libexttextcat in the folder that $HEARSAY_LANGUAGES names, else where Debian's
 * libexttextcat-data puts them. Without them all such text is taken for English, and read. */
HEARSAY_API bool hearsay_tells_languages(void);

/* What one thread needs to read documents with a model; the model must outlive it. */
HEARSAY_API hearsay_status hearsay_reader_new(const hearsay_model *model, hearsay_reader **reader,
                                              hearsay_error *error);

/* NULL is allowed. */
HEARSAY_API void hearsay_reader_free(hearsay_reader *self);

/* Is told that one more part of a document's text has been read: the parts come in order, adjoin
 * and together are the text; those of a long one have some hundred words each. Called by the thread
 * that reads the document, which may be asked for its text, metadata and origin meanwhile. Returns
 * false to stop the reading. */
typedef bool hearsay_progress_fn(void *context, const hearsay_document *document,
                                 hearsay_span part);

/* From now on `progress` is told what the reader reads; NULL: nobody is. */
HEARSAY_API void hearsay_reader_watch(hearsay_reader *self, hearsay_progress_fn *progress,
                                      void *context);

/* Finds the document's statements, its language and passages; a second time it finds them anew.
 * What it finds depends on the text and the model alone. Cannot fail; returns false only where it
 * was stopped by who watches the reader, and then the document is as if it had never been read. */
HEARSAY_API bool hearsay_attribute(hearsay_reader *self, hearsay_document *document);

/* The hearsay_maker that found the document's statements; data NULL before hearsay_attribute. */
HEARSAY_API hearsay_str hearsay_document_made_by(const hearsay_document *self);

/* The hearsay_maker that found the statements which the document's JSON has; data NULL where there
 * are none, or it does not tell. */
HEARSAY_API hearsay_str hearsay_document_brought(const hearsay_document *self);

/* Takes what the document's JSON has as found, so that it is as after hearsay_attribute. To be
 * trusted like whoever wrote the JSON. HEARSAY_FORMAT, with the number of the statement as
 * position, where it does not fit the text, HEARSAY_INVALID where there is none; nothing is found
 * then. */
HEARSAY_API hearsay_status hearsay_document_take_brought(hearsay_document *self,
                                                         hearsay_error *error);

/* Statements of documents that were found elsewhere, or by hand. */
typedef struct hearsay_relations hearsay_relations;

/* Reads a file of JSON lines, a document each, as hearsay_document_json writes them: of every
 * statement "id", "source", "cue", "content" and "parent", all else is ignored. HEARSAY_IO where
 * the file cannot be read, HEARSAY_FORMAT where a line is not such a document (with the line's
 * number as position). */
HEARSAY_API hearsay_status hearsay_relations_open(const char *path, hearsay_relations **relations,
                                                  hearsay_error *error);

/* NULL is allowed. Documents that were given their relations outlive it. */
HEARSAY_API void hearsay_relations_close(hearsay_relations *self);

/* Gives a document the relations that were read under its id: hearsay_attribute takes these then
 * and finds none of its own. HEARSAY_FORMAT, with a message that names document and statement,
 * where there are none under the id, or one of them does not fit the text; the document is then as
 * it was. */
HEARSAY_API hearsay_status hearsay_relations_give(const hearsay_relations *self,
                                                  hearsay_document *document, hearsay_error *error);

/* Drops the statements whose confidence is lower. */
HEARSAY_API void hearsay_document_keep(hearsay_document *self, float min_confidence);

/* The statements in order of their first span's place in the text; 0 before hearsay_attribute. */
HEARSAY_API size_t hearsay_document_statements(const hearsay_document *self,
                                               const hearsay_statement **statements);

/* The sentences that a statement of the document stands in: those that its source, cue and content
 * touch. What follows one another in a paragraph is one span. Told from the text alone. */
HEARSAY_API hearsay_spans hearsay_document_sentences(hearsay_document *self,
                                                     const hearsay_statement *statement);

/* What a speaker is. */
typedef enum {
    HEARSAY_SPEAKER_UNNAMED = 0, /* described only */
    HEARSAY_SPEAKER_PERSON,
    HEARSAY_SPEAKER_ORGANIZATION, /* a body, a country */
    HEARSAY_SPEAKER_OUTLET,
    HEARSAY_SPEAKER_DOCUMENT,
    HEARSAY_SPEAKER_GROUP, /* several people, by a name that they have or one after the other */
    HEARSAY_SPEAKER_AUTHOR /* of the document itself */
} hearsay_speaker_type;

/* The words that JSON has for them; "unknown" for any other value. */
HEARSAY_API const char *hearsay_speaker_type_name(hearsay_speaker_type type);

/* One who speaks in a document, with all by which it may be known again in others. */
typedef struct {
    const char *id;   /* that the statements of the speaker have as speaker_id */
    hearsay_str name; /* the fullest in the document */
    hearsay_speaker_type type;
    char sex;                 /* 'm' or 'f', where names, titles and pronouns tell; else 0 */
    const hearsay_str *names; /* [name_count] all that the document calls it by; of the author the
                                 byline */
    size_t name_count;
    const hearsay_str *roles; /* [role_count] titles before its name, and descriptions of it */
    size_t role_count;
    const char *const *members; /* [member_count] the ids of those who speak together; NULL of one
                                   alone */
    size_t member_count;
    hearsay_str person, person_name; /* of a document that a store gave: who it is across documents
                                        (the id of hearsay_store_person, and what it is called);
                                        data NULL where nothing is known to know it again by */
} hearsay_speaker;

/* Everybody who speaks in a statement, and their members, by the order of the statements; 0 before
 * hearsay_attribute. */
HEARSAY_API size_t hearsay_document_speakers(const hearsay_document *self,
                                             const hearsay_speaker **speakers);

/* Whom and what else the document names: people, bodies and places by their fullest names, at most
 * 40, those named most often first; 0 before hearsay_attribute. */
HEARSAY_API size_t hearsay_document_named(const hearsay_document *self, const hearsay_str **names);

/* What a reader should know about parts of a text, such as dates that contradict each other. */
typedef struct {
    const char *kind; /* docs/format.md lists them */
    hearsay_spans spans;
    hearsay_str note;
} hearsay_flag;

/* In order of their first span; 0 before hearsay_attribute. */
HEARSAY_API size_t hearsay_document_flags(const hearsay_document *self, const hearsay_flag **flags);

/* The parts that the document asserts in its author's own voice, attributing them to nobody. */
HEARSAY_API hearsay_spans hearsay_document_own_voice(const hearsay_document *self);

/* ---- 6. Output ----------------------------------------------------------------------------- */

enum {
    HEARSAY_WITH_TEXT = 1, /* write "text" too, which always is where a reader made it */
    HEARSAY_WITH_FILE = 2  /* and "file", the name of the one where a document was read that has
                              neither title nor URL: by that it is known */
};

/* The document as one line of JSON with its line feed, as docs/format.md defines it: offsets in
 * Unicode code points, fields that are not known null. The str belongs to the document and is good
 * until it is written again or freed. `flags`: 0, or these, ored. */
HEARSAY_API hearsay_str hearsay_document_json(hearsay_document *self, unsigned flags);

/* The statement at a place of hearsay_document_statements, likewise: what is known of its document,
 * "sentence" with "sentence_spans" (hearsay_document_sentences), and "statement". */
HEARSAY_API hearsay_str hearsay_document_statement_json(hearsay_document *self, size_t place);

/* ---- 7. Many documents --------------------------------------------------------------------- */

/* Gives the next document, or NULL where there is none left. Called by one thread at a time; it may
 * wait, as for a live stream. */
typedef hearsay_document *hearsay_source_fn(void *context);

/* Takes a document that was read, in the order in which they were given, and owns it from then on.
 * Returns false to stop. Called by one thread at a time; with more threads than one, it may be
 * called while the source runs, as a document leaves when it is read. */
typedef bool hearsay_sink_fn(void *context, hearsay_document *document);

/* Reads documents, but for those in which something was found already, on `threads` threads (0: one
 * for each processor) until the source gives NULL or one of the functions returns false; documents
 * in flight are freed then, and a source that waits is waited for. `progress` (see
 * hearsay_reader_watch) may be NULL; with more threads than one it is called by several at once. At
 * most a few documents a thread are held at a time. What comes out is the same for any number of
 * threads. */
HEARSAY_API hearsay_status hearsay_run(const hearsay_model *model, unsigned threads,
                                       hearsay_source_fn *source, hearsay_sink_fn *sink,
                                       hearsay_progress_fn *progress, void *context,
                                       hearsay_error *error);

/* ---- 8. The store -------------------------------------------------------------------------- */

/* Documents, and what was found in them, in one file. Whatever happens to the process or the
 * machine, each document is there with all its statements, or not at all. While one process
 * writes, others may read; another that writes waits for its turn. */
typedef struct hearsay_store hearsay_store;

typedef enum {
    HEARSAY_STORE_READ,   /* nothing can be changed */
    HEARSAY_STORE_WRITE,  /* the file must be there */
    HEARSAY_STORE_CREATE, /* it is made if it is not there, readable for its owner alone */
    HEARSAY_STORE_CHECK   /* as WRITE, for hearsay_store_check; but what an older version made is
                             refused, and not brought up to date */
} hearsay_store_mode;

/* HEARSAY_IO where the file cannot be opened, HEARSAY_STORE where it is no store, is damaged, or
 * was made by a newer version; to read or check it, by an older one, too. */
HEARSAY_API hearsay_status hearsay_store_open(const char *path, hearsay_store_mode mode,
                                              hearsay_store **store, hearsay_error *error);

/* NULL is allowed. Documents that were taken out of the store outlive it. */
HEARSAY_API void hearsay_store_close(hearsay_store *self);

typedef enum {
    HEARSAY_ADDED_NEW,     /* the document was not in the store */
    HEARSAY_ADDED_VERSION, /* one of the same id or URL was, with other content: now the older */
    HEARSAY_ADDED_KNOWN,   /* it was; nothing changed */
    HEARSAY_ADDED_COPY     /* as HEARSAY_ADDED_NEW; another document has the same text, under an id
                              and a URL of its own */
} hearsay_added;

enum {
    HEARSAY_NO_ORIGINAL = 1, /* the bytes that the text was read from are not kept */
    HEARSAY_NO_LINKS = 2     /* it is not linked: see hearsay_store_link */
};

/* Adds a document after hearsay_attribute, with all of its statements (before
 * hearsay_document_keep), in one transaction. `flags`: HEARSAY_NO_ORIGINAL and HEARSAY_NO_LINKS,
 * ored. HEARSAY_INVALID where it was not read for statements. */
HEARSAY_API hearsay_status hearsay_store_add(hearsay_store *self, hearsay_document *document,
                                             unsigned flags, hearsay_added *outcome,
                                             hearsay_error *error);

/* Waits until all that was added is on the disk: what was added since may be missing after a power
 * failure, though whole documents only, and is then to be added again. (Whatever else changes a
 * store waits by itself; so does hearsay_store_close.) */
HEARSAY_API hearsay_status hearsay_store_settle(hearsay_store *self, hearsay_error *error);

/* What hearsay_store_add would say of a document, which need not have been read for statements. A
 * new version of a document that a user has corrected (hearsay_store_edit) is told, so that
 * hearsay_attribute goes by the corrections. */
HEARSAY_API hearsay_status hearsay_store_would_add(hearsay_store *self, hearsay_document *document,
                                                   hearsay_added *outcome, hearsay_error *error);

/* The newest version of the document that `name` means: its id, the beginning of no other one's id,
 * or its URL. It comes with its statements, as after hearsay_attribute and before
 * hearsay_document_keep. HEARSAY_MISSING. */
HEARSAY_API hearsay_status hearsay_store_document(hearsay_store *self, const char *name,
                                                  hearsay_document **document,
                                                  hearsay_error *error);

/* The document that has the statement which `id` means, its id or the beginning of no other one's,
 * and the statement's place in its list. Statements of a lower confidence than
 * HEARSAY_MIN_CONFIDENCE are not found, and older versions of documents only by whole ids.
 * HEARSAY_MISSING. */
HEARSAY_API hearsay_status hearsay_store_statement(hearsay_store *self, const char *id,
                                                   hearsay_document **document, size_t *place,
                                                   hearsay_error *error);

/* Goes over the documents in the order in which they were added. */
typedef struct hearsay_documents hearsay_documents;

enum { HEARSAY_ALL_VERSIONS = 1 }; /* not the newest of each document alone */

/* `flags`: 0 or HEARSAY_ALL_VERSIONS. The store must outlive it, and may be used meanwhile. */
HEARSAY_API hearsay_status hearsay_documents_open(hearsay_store *store, unsigned flags,
                                                  hearsay_documents **documents,
                                                  hearsay_error *error);

/* NULL is allowed. */
HEARSAY_API void hearsay_documents_close(hearsay_documents *self);

/* The next document with its statements, or HEARSAY_END. After HEARSAY_STORE, where one is damaged,
 * the next call goes on after it. */
HEARSAY_API hearsay_status hearsay_documents_next(hearsay_documents *self,
                                                  hearsay_document **document,
                                                  hearsay_error *error);

/* What a user may correct: the fields of `values` that have data, but for the id. They outrank what
 * the page says, in newer versions of the document too, and what follows from them (the dates of
 * statements) is worked out anew, from the statements as they were found. All or nothing.
 * HEARSAY_MISSING where `name` (see hearsay_store_document) means no document. */
HEARSAY_API hearsay_status hearsay_store_edit(hearsay_store *self, const hearsay_model *model,
                                              const char *name, const hearsay_metadata *values,
                                              hearsay_error *error);

/* Takes back the last hearsay_store_edit of the document. HEARSAY_MISSING where there was none. */
HEARSAY_API hearsay_status hearsay_store_undo(hearsay_store *self, const hearsay_model *model,
                                              const char *name, hearsay_error *error);

/* Removes the documents that the names mean, in all their versions, or none where one of them means
 * none (HEARSAY_MISSING). Nothing of their texts is left in the file and its log then; that takes
 * time in proportion to the store. HEARSAY_BUSY where somebody reads in the store, so that this has
 * to wait: they are removed, and hearsay_store_scrub has to follow. */
HEARSAY_API hearsay_status hearsay_store_remove(hearsay_store *self, const char *const *names,
                                                size_t count, hearsay_error *error);

/* Leaves nothing in the file and its log of what was removed. */
HEARSAY_API hearsay_status hearsay_store_scrub(hearsay_store *self, hearsay_error *error);

typedef enum {
    HEARSAY_PROBLEM_LOST, /* a text, metadata, a decision of the user: nothing can bring it back */
    HEARSAY_PROBLEM_DERIVED, /* hearsay_store_rebuild makes it anew */
    HEARSAY_PROBLEM_COPIED   /* none: where hearsay_store_rebuild keeps a damaged file as it was */
} hearsay_problem_kind;

/* Something in a store that is not as it was written. */
typedef struct {
    hearsay_problem_kind kind;
    hearsay_str document; /* whose; data NULL: the store's as a whole */
    hearsay_str what;     /* for people */
} hearsay_problem;

typedef void hearsay_problem_fn(void *context, const hearsay_problem *problem);

/* Reads all of a store and tells what is wrong with it: nothing, as a rule. Succeeds whatever it
 * finds, but for a file that cannot be read at all (HEARSAY_STORE). Where the store was opened to
 * read, the full-text index is not looked at. */
HEARSAY_API hearsay_status hearsay_store_check(hearsay_store *self, hearsay_problem_fn *told,
                                               void *context, hearsay_error *error);

enum { HEARSAY_REBUILD_ALL = 1 }; /* and not only what another version made, or is damaged */

/* Is told how far hearsay_store_rebuild has come: `done` of `total` documents. At the end, and
 * before the first of them where the file itself is damaged, `problem` is not NULL, once for each
 * thing that could not be made anew. Returns false to stop; what was done stays. Called by one
 * thread at a time. */
typedef bool hearsay_rebuilt_fn(void *context, size_t done, size_t total,
                                const hearsay_problem *problem);

/* Makes anew what is derived, texts of web pages whose bytes are kept included, on `threads`
 * threads (as hearsay_run), a transaction a document: it can be stopped at any moment and run
 * again. A file that is damaged in itself is first made anew, of all that is permanent and can be
 * read. At the end the store is checked: what is told as a problem hearsay_store_check would tell,
 * too, or is not there any more. `flags`: 0 or HEARSAY_REBUILD_ALL. */
HEARSAY_API hearsay_status hearsay_store_rebuild(hearsay_store *self, const hearsay_model *model,
                                                 unsigned threads, unsigned flags,
                                                 hearsay_rebuilt_fn *told, void *context,
                                                 hearsay_error *error);

/* --- asking it --- */

/* What is found: a statement, or a document. What is not known has data NULL, or the value UNKNOWN.
 */
typedef struct {
    hearsay_metadata document; /* that it is, or is in */
    hearsay_str origin;        /* where that was read: "a.jsonl:12" */
    size_t statements;         /* of a document: how many it has */
    hearsay_str statement;     /* its id; data NULL: this is a document, and what follows up to
                                  `date` not known */
    hearsay_type type;
    hearsay_kind kind;
    hearsay_polarity polarity;
    hearsay_sourcing sourcing;
    hearsay_occasion occasion;
    hearsay_str speaker; /* several apart by "; ", and so */
    hearsay_str via;
    hearsay_str date;
    hearsay_str cue; /* of a statement: the words that say so, "denied" */
    hearsay_str
        text; /* a statement's content, as hearsay_document_shown_parts has it; of a document
                 what surrounds the words that were asked for, shown in the same way */
    hearsay_spans matches;    /* where in `text` the words that were asked for stand */
    hearsay_spans spans;      /* a statement's content in the document's text */
    hearsay_spans characters; /* the same in Unicode code points */
    size_t group;             /* hearsay_store_who: its place among the groups */
} hearsay_hit;

/* Those that have a name in common. */
typedef struct {
    hearsay_str name;
    size_t statements;  /* at most HEARSAY_COUNT_MAX, which stands for more */
    hearsay_str person; /* hearsay_store_who: the id by which hearsay_store_person knows who it is;
                           data NULL where nothing is known to know it again by */
} hearsay_group;

#define HEARSAY_COUNT_MAX ((size_t)1000)

/* Goes over what was found. */
typedef struct hearsay_hits hearsay_hits;

/* Looks for statements, and then for documents, in the query language of docs/queries.md. The best
 * come first, at most `limit` of them; 0: all. Of more than some thousand that fit, those are
 * ranked that were added last. `flags`: 0 or HEARSAY_ALL_VERSIONS. HEARSAY_INVALID where the query
 * makes no sense; the error's position is the character of the query, from 1. */
HEARSAY_API hearsay_status hearsay_store_search(hearsay_store *self, const char *query,
                                                unsigned flags, size_t limit, hearsay_hits **hits,
                                                hearsay_error *error);

/* What everybody is said to have said in whose name all words of `name` stand, in any order, with
 * or without accents: by groups, each from the newest statement to the oldest. A statement's day is
 * when it was made or, where that is not told, when its document was published. `flags` and `limit`
 * as above. */
HEARSAY_API hearsay_status hearsay_store_who(hearsay_store *self, const char *name, unsigned flags,
                                             size_t limit, hearsay_hits **hits,
                                             hearsay_error *error);

/* A name that documents have for a person or body. */
typedef struct {
    hearsay_str name;
    size_t documents;            /* that have it */
    const hearsay_str *examples; /* [example_count] ids of the earliest of them */
    size_t example_count;
} hearsay_alias;

/* Why two names, each in a document (ids), are one person's. */
typedef struct {
    hearsay_str name, document;
    hearsay_str other, other_document;
    bool by_hand; /* the user joined them */
    const hearsay_str
        *reasons; /* [reason_count] "appears with: ken salazar", the strongest first */
    size_t reason_count;
} hearsay_bond;

/* A person or body across documents (docs/people.md). */
typedef struct hearsay_person hearsay_person;

/* Who has an id: of a group, or of a speaker. HEARSAY_MISSING. */
HEARSAY_API hearsay_status hearsay_store_person(hearsay_store *self, const char *id,
                                                hearsay_person **person, hearsay_error *error);

/* NULL is allowed. It does not need the store any more. */
HEARSAY_API void hearsay_person_close(hearsay_person *self);

/* Its names, the most frequent first. */
HEARSAY_API size_t hearsay_person_aliases(const hearsay_person *self,
                                          const hearsay_alias **aliases);

/* Why they are one, the strongest evidence first; none where all say the same. */
HEARSAY_API size_t hearsay_person_bonds(const hearsay_person *self, const hearsay_bond **bonds);

/* The user says that two names (or ids of speakers) are one person or body, or are not. It holds
 * for what is added later, too, and replaces what was said of the same two before. HEARSAY_MISSING
 * where one of them means nobody, or several. */
HEARSAY_API hearsay_status hearsay_store_join(hearsay_store *self, const char *name,
                                              const char *other, hearsay_error *error);
HEARSAY_API hearsay_status hearsay_store_part(hearsay_store *self, const char *name,
                                              const char *other, hearsay_error *error);

/* What the user said of two, by the names that documents have for them. */
typedef struct {
    bool joined; /* else parted */
    hearsay_str one, other;
} hearsay_decision;

/* Takes back the last of these, which it gives; its names are good until the store is asked for
 * something else, or closed. HEARSAY_MISSING where there is none. */
HEARSAY_API hearsay_status hearsay_store_undecide(hearsay_store *self, hearsay_decision *undone,
                                                  hearsay_error *error);

/* The documents that a query finds, or in which it finds a statement; all, where it is NULL. The
 * newest come first. */
HEARSAY_API hearsay_status hearsay_store_list(hearsay_store *self, const char *query,
                                              unsigned flags, size_t limit, hearsay_hits **hits,
                                              hearsay_error *error);

typedef enum {
    HEARSAY_BY_PUBLISHER, /* of documents */
    HEARSAY_BY_MONTH,     /* in which they were published: "2031-04" */
    HEARSAY_BY_SPEAKER,   /* of statements */
    HEARSAY_BY_SOURCING
} hearsay_facet;

/* How many documents or statements that a query (NULL: everything) finds have each publisher, and
 * so on: groups without hits, the largest first (months: the newest). */
HEARSAY_API hearsay_status hearsay_store_count(hearsay_store *self, const char *query,
                                               hearsay_facet by, unsigned flags, size_t limit,
                                               hearsay_hits **hits, hearsay_error *error);

/* NULL is allowed. The store must outlive the hits. */
HEARSAY_API void hearsay_hits_close(hearsay_hits *self);

/* How many fit, of which `limit` are gone over. At most a thousand (or `limit`) statements, and as
 * many documents where there are no more statements; `more` (may be NULL) says whether there are
 * others. */
HEARSAY_API size_t hearsay_hits_count(const hearsay_hits *self, bool *more);

/* The groups; none of hearsay_store_search and _list. They live as long as the hits. */
HEARSAY_API size_t hearsay_hits_groups(const hearsay_hits *self, const hearsay_group **groups);

/* The next one, or HEARSAY_END. It is good until the next call. */
HEARSAY_API hearsay_status hearsay_hits_next(hearsay_hits *self, const hearsay_hit **hit,
                                             hearsay_error *error);

/* ---- 9. Links ------------------------------------------------------------------------------ */

/* Whatever is added to a store is linked with all that is there. What is linked does not depend on
 * the order in which documents came. Only the newest versions of documents are. */

/* --- one utterance --- */

/* What a variant is to the fullest one of its utterance. */
typedef enum {
    HEARSAY_VARIANT_IDENTICAL, /* the same words */
    HEARSAY_VARIANT_TRUNCATED, /* begins later or ends earlier */
    HEARSAY_VARIANT_ELIDED,    /* words are left out within */
    HEARSAY_VARIANT_EDITED,    /* words are changed inside quotation marks */
    HEARSAY_VARIANT_PARTIAL,   /* both go on where the other does not */
    HEARSAY_VARIANT_PARAPHRASE /* told, not quoted, in other words */
} hearsay_variant_kind;

/* "identical" and so on; "unknown" for any other value. */
HEARSAY_API const char *hearsay_variant_kind_name(hearsay_variant_kind kind);

/* What may have turned the meaning, ored. */
enum {
    HEARSAY_TURN_NEGATION = 1, /* one has a "not" that the other lacks */
    HEARSAY_TURN_HEDGE = 2,    /* or a "may", "reportedly" */
    HEARSAY_TURN_NUMBER = 4,   /* another number */
    HEARSAY_TURN_SPEAKER = 8,  /* another speaker */
    HEARSAY_TURN_MARKS = 16    /* one quotes what the other tells */
};

/* "negation" and so on, of a single one of these; "unknown" for any other value. */
HEARSAY_API const char *hearsay_turn_name(unsigned turn);

typedef enum {
    HEARSAY_EDIT_SAME,    /* the same words in both */
    HEARSAY_EDIT_DROPPED, /* words of the fullest that the variant lacks */
    HEARSAY_EDIT_ADDED,   /* words that the fullest lacks */
    HEARSAY_EDIT_REPLACED /* words of the fullest for which the variant has others */
} hearsay_edit_kind;

/* "same" and so on; "unknown" for any other value. */
HEARSAY_API const char *hearsay_edit_kind_name(hearsay_edit_kind kind);

/* Words that the fullest and the variant have in one place, as they stand in both; data NULL on the
 * side that has none. */
typedef struct {
    hearsay_edit_kind kind;
    hearsay_str before; /* of the fullest */
    hearsay_str after;  /* of the variant */
    bool marked;        /* by … or [ ] where it happened, or else silently */
} hearsay_edit;

/* A statement that reports the utterance. */
typedef struct {
    hearsay_hit said;    /* `text`: its content, as it stands; `matches`: nothing */
    hearsay_str printed; /* the day of its document: "2031-04-02", "2031"; data NULL: unknown */
    hearsay_span span;   /* of the document's text: the part that is compared with the fullest */
    bool asked;          /* it is the one that was asked for */
    hearsay_variant_kind kind;
    unsigned turns;            /* HEARSAY_TURN_... ored */
    float confidence;          /* the chance that it and the fullest report the same, 0 to 1 */
    const hearsay_edit *edits; /* [edit_count] in order: each word of both is in one of them */
    size_t edit_count;
} hearsay_variant;

/* Statements that report the same words or thought. */
typedef struct hearsay_utterance hearsay_utterance;

/* The utterance of the statement that `id` means (see hearsay_store_statement): all statements that
 * links lead to. One that is linked to nothing is its own only variant. HEARSAY_MISSING. */
HEARSAY_API hearsay_status hearsay_store_utterance(hearsay_store *self, const char *id,
                                                   hearsay_utterance **utterance,
                                                   hearsay_error *error);

/* NULL is allowed. It does not need the store any more. */
HEARSAY_API void hearsay_utterance_close(hearsay_utterance *self);

/* The variants in order of time: when it was said, then when it was printed; those without a date
 * last. `fullest` (may be NULL) gets the place of the one with the most words. */
HEARSAY_API size_t hearsay_utterance_variants(const hearsay_utterance *self,
                                              const hearsay_variant **variants, size_t *fullest);

/* --- reprints --- */

/* A part of one document that is in another, too. */
typedef struct {
    hearsay_span here, there; /* bytes of both texts */
    size_t words;             /* that are the same */
} hearsay_passage_copied;

/* A document that shares passages with the one that was asked for. */
typedef struct {
    hearsay_metadata document;
    hearsay_str printed; /* as of variants */
    size_t words;        /* that are the same in both */
    size_t sentences;    /* that both have, about */
    bool reprint;        /* so much that one is taken from the other, or both from a third */
    const hearsay_passage_copied *passages; /* [passage_count] in order of their places here */
    size_t passage_count;
    hearsay_str origin; /* where the document was read: "a.jsonl:12" */
} hearsay_reprint;

typedef struct hearsay_reprints hearsay_reprints;

/* What shares passages with the document that `name` means (see hearsay_store_document).
 * HEARSAY_MISSING. */
HEARSAY_API hearsay_status hearsay_store_reprints(hearsay_store *self, const char *name,
                                                  hearsay_reprints **reprints,
                                                  hearsay_error *error);

/* NULL is allowed. It does not need the store any more. */
HEARSAY_API void hearsay_reprints_close(hearsay_reprints *self);

/* The others, those that share most first. */
HEARSAY_API size_t hearsay_reprints_list(const hearsay_reprints *self,
                                         const hearsay_reprint **reprints);

/* The id of the likely original among the document and its reprints, and `why` (may be NULL) for
 * people: "credited by 3 others; the earliest". Data NULL where there are no reprints, or nothing
 * tells. */
HEARSAY_API hearsay_str hearsay_reprints_original(const hearsay_reprints *self, hearsay_str *why);

/* --- all of them --- */

/* One end of a link: a passage within one span of the content of one statement. */
typedef struct {
    hearsay_str document, statement, speaker; /* ids, and the name */
    hearsay_span span;                        /* Unicode code points */
} hearsay_link_end;

typedef struct {
    hearsay_link_end a, b;
    hearsay_variant_kind kind; /* of these two passages */
    unsigned turns;
    float confidence;
} hearsay_linked;

typedef void hearsay_linked_fn(void *context, const hearsay_linked *link);

/* Tells of every link between statements of different documents, pair by pair. */
HEARSAY_API hearsay_status hearsay_store_links(hearsay_store *self, hearsay_linked_fn *told,
                                               void *context, hearsay_error *error);

/* Two documents that share passages. */
typedef struct {
    hearsay_str a, b;        /* ids */
    size_t words, sentences; /* that are the same in both */
    bool reprint;
    const hearsay_passage_copied *passages; /* [passage_count]: `here` in a, Unicode code points */
    size_t passage_count;
} hearsay_copied;

typedef void hearsay_copied_fn(void *context, const hearsay_copied *pair);

/* Tells of every two documents that share passages. */
HEARSAY_API hearsay_status hearsay_store_copies(hearsay_store *self, hearsay_copied_fn *told,
                                                void *context, hearsay_error *error);

/* Is told how far hearsay_store_link has come. Returns false to stop; what was done stays. */
typedef bool hearsay_linking_fn(void *context, size_t done, size_t total);

enum { HEARSAY_RELINK_ALL = 1 }; /* and not only what is not linked, or by another version */

/* Links what was added without being linked, or was linked by another version of hearsay: then all
 * of it. A transaction a document: it can be stopped at any moment and run again. `told` may be
 * NULL. */
HEARSAY_API hearsay_status hearsay_store_link(hearsay_store *self, unsigned flags,
                                              hearsay_linking_fn *told, void *context,
                                              hearsay_error *error);

/* ---- 10. Reasoning ------------------------------------------------------------------------- */

/* What a store's documents tell together of one of them: docs/reasoning.md says what each finding
 * means and does not mean. Nothing here is a judgement of what is true. Documents are looked at
 * that are about the same, HEARSAY_NEARBY_MAX of them at most, with what was published under the
 * addresses that they link to; others in the store are not known to these functions. */
#define HEARSAY_NEARBY_MAX ((size_t)32)

/* A place that a finding rests on. What is not known has data NULL, or the value UNKNOWN. */
typedef struct {
    const char *role; /* what it is in the finding: "page", "speaker", "denies"; the roles of
                         each kind of finding are in docs/reasoning.md */
    hearsay_str name; /* who: a speaker, an outlet, the publisher of a page */
    hearsay_str date; /* of this step: when it was said or published */
    hearsay_sourcing sourcing;
    hearsay_str page;          /* the id of the document that the step leads to */
    size_t version;            /* of that document, if the store has older ones; else 0 */
    hearsay_str document;      /* the id of the document in which it stands */
    hearsay_str publisher;     /* of that document */
    hearsay_str statement;     /* the id of the statement that it is of */
    hearsay_spans spans;       /* in that document's text; none where it stands in a field */
    hearsay_spans characters;  /* the same in Unicode code points */
    hearsay_str words;         /* what stands there, as a reader sees it */
    hearsay_str cue;           /* where that is the content of the statement, the words that say so:
                                  "denied", without which it might read as its contrary */
    hearsay_polarity polarity; /* of that statement */
    hearsay_str note;          /* what else is to be said, for people */
    hearsay_str title, url; /* of the document in which it stands: what it is called (its title, or
                               else the name of its file), and its address */
    hearsay_str page_title, page_url; /* of the document that the step leads to */
} hearsay_evidence;

typedef struct {
    const char *kind;   /* "chain", "corroboration"; of conflicts "number" and so on */
    hearsay_str about;  /* what it is about, for people; data NULL where its evidence tells */
    const char *origin; /* of a chain: "in store", "named", "not given", "not said", or NULL */
    const char *const *marks; /* [mark_count] of a chain: "circle", "anonymous", "missing", "date
                                 before cause", "unsure" */
    size_t mark_count;
    size_t count; /* of corroboration: separate voices; of an audit's line: how many, ... */
    size_t of;    /* ... of so many; 0 where that means nothing */
    const hearsay_evidence *evidence; /* [evidence_count] in the order in which it is to be read */
    size_t evidence_count;
} hearsay_finding;

/* What was found; it is kept in memory, whole. */
typedef struct hearsay_findings hearsay_findings;

/* The way by which a statement reached the page that has it: one finding, "chain". `id` as in
 * hearsay_store_statement; a document's id or URL asks for all of its statements. */
HEARSAY_API hearsay_status hearsay_store_chain(hearsay_store *self, const char *id,
                                               hearsay_findings **findings, hearsay_error *error);

/* Who else reports it, and who confirms, denies or does not comment: "corroboration". Its last
 * places may be of the role "similar": sentences of other documents, eight at most and the
 * likeliest first, that have many of the telling words and may say the same, which is for a reader
 * to find out. They are no voices, and `count` does not count them. */
HEARSAY_API hearsay_status hearsay_store_corroboration(hearsay_store *self, const char *id,
                                                       hearsay_findings **findings,
                                                       hearsay_error *error);

/* Where others contradict it; `id` as above. */
HEARSAY_API hearsay_status hearsay_store_conflicts(hearsay_store *self, const char *id,
                                                   hearsay_findings **findings,
                                                   hearsay_error *error);

/* The documents on the same events, and who is quoted where; `id` as above. */
HEARSAY_API hearsay_status hearsay_store_story(hearsay_store *self, const char *id,
                                               hearsay_findings **findings, hearsay_error *error);

/* What a document rests on. `id` of a document, or of a statement of it. */
HEARSAY_API hearsay_status hearsay_store_audit(hearsay_store *self, const char *id,
                                               hearsay_findings **findings, hearsay_error *error);

/* What those who bear a name are reported to have said, by when they said it; `about`: words that
 * it is to have, as in hearsay_store_search, or NULL. At most `limit`; 0: all. */
HEARSAY_API hearsay_status hearsay_store_timeline(hearsay_store *self, const char *name,
                                                  const char *about, size_t limit,
                                                  hearsay_findings **findings,
                                                  hearsay_error *error);

/* Is told what was found at one document, perhaps nothing, which is good until it returns; `done`
 * of `total` documents have been looked at. Returns false to stop. */
typedef bool hearsay_findings_fn(void *context, const hearsay_finding *found, size_t count,
                                 size_t done, size_t total);

/* What hearsay_store_conflicts finds at each document of the store, in the order in which they were
 * added, each finding once: copies of the same two sentences are one. In memory are the documents
 * around one, and eight bytes for each finding. Documents that are damaged are left out. */
HEARSAY_API hearsay_status hearsay_store_all_conflicts(hearsay_store *self,
                                                       hearsay_findings_fn *told, void *context,
                                                       hearsay_error *error);

/* Likewise the stories of two documents or more; no document is in two. */
HEARSAY_API hearsay_status hearsay_store_all_stories(hearsay_store *self, hearsay_findings_fn *told,
                                                     void *context, hearsay_error *error);

/* NULL is allowed. They outlive the store. */
HEARSAY_API void hearsay_findings_free(hearsay_findings *self);

/* The findings; none is no failure. */
HEARSAY_API size_t hearsay_findings_all(const hearsay_findings *self,
                                        const hearsay_finding **findings);

#ifdef __cplusplus
}
#endif

#endif

#include "cli/sources.h"

#include "base/buf.h"
#include "base/vec.h"

#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DROPPED_AT_ONCE = 256 };

struct sources {
    char *const *files;
    size_t count, next; /* files; the one to open */
    hearsay_input_options options;
    console *messages;
    const char *except;   /* NULL: nothing is left out of them */
    hearsay_files *below; /* what of the named file is still to come; NULL: nothing */
    hearsay_input *input; /* NULL between files */
    size_t finished;      /* bytes of the files that are closed */
    size_t unread;
    size_t refused[HEARSAY_BUSY + 1]; /* of them, by why */
    pthread_mutex_t lock; /* of what follows, as documents are done while others are read */
    VEC(size_t) ends;     /* for each document that is not done: bytes up to its end */
    size_t first;         /* of them; those before are done */
};

static char *const STANDARD_INPUT[] = {"-"};

sources *sources_new(char *const *files, size_t count, const hearsay_input_options *options,
                     const char *except, console *messages) {
    sources *self = mem_alloc(sizeof *self);
    *self = (sources){.files = count > 0 ? files : STANDARD_INPUT,
                      .count = count > 0 ? count : 1,
                      .options = *options,
                      .except = except,
                      .messages = messages};
    pthread_mutex_init(&self->lock, NULL);
    return self;
}

void sources_free(sources *self) {
    hearsay_files_close(self->below);
    hearsay_input_close(self->input);
    pthread_mutex_destroy(&self->lock);
    vec_free(&self->ends);
    mem_free(self);
}

static bool is_standard_input(const char *file) {
    return strcmp(file, "-") == 0;
}

static int find(const char *file, struct stat *about) {
    return is_standard_input(file) ? fstat(STDIN_FILENO, about) : stat(file, about);
}

/* The size of a regular file; SIZE_MAX where only reading it can tell. */
static size_t size_of(const char *file) {
    struct stat about;
    if (find(file, &about) == 0 && S_ISREG(about.st_mode)) {
        return (size_t)about.st_size;
    }
    return is_standard_input(file) ? SIZE_MAX : 0;
}

/* A file, or all that a folder holds; NULL where that cannot be told. */
static hearsay_files *files_below(const char *file) {
    hearsay_files *out;
    return hearsay_files_open(&file, 1, &out, NULL) == HEARSAY_OK ? out : NULL;
}

static size_t size_below(const char *file) {
    size_t total = 0;
    hearsay_files *files = files_below(file);
    hearsay_status status = files != NULL ? HEARSAY_OK : HEARSAY_END;
    for (const char *each; status != HEARSAY_END;) {
        status = hearsay_files_next(files, &each, NULL);
        size_t size = status == HEARSAY_OK ? size_of(each) : 0;
        total = size == SIZE_MAX || total == SIZE_MAX ? SIZE_MAX : total + size;
    }
    hearsay_files_close(files);
    return total;
}

size_t sources_total(const sources *self) {
    size_t total = 0;
    for (size_t i = 0; i < self->count; i++) {
        size_t size = size_below(self->files[i]);
        if (size == SIZE_MAX) {
            return 0;
        }
        total += size;
    }
    return total;
}

/* --- folders ---------------------------------------------------------------------------------- */

/* Whether the file is `except`, or one that is named after it, as the log of a store is. */
static bool is_left_out(const sources *self, const char *file) {
    static const char *const ENDS[] = {"", "-wal", "-shm", "-journal", ".mending", ".damaged"};
    struct stat about, other;
    if (self->except == NULL || stat(file, &about) != 0) {
        return false;
    }
    bool same = false;
    buf name = {0};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS && !same; i++) {
        buf_clear(&name);
        buf_put(&name, str_from(self->except));
        buf_put(&name, str_from(ENDS[i]));
        same = stat(name.data, &other) == 0 && other.st_dev == about.st_dev &&
               other.st_ino == about.st_ino;
    }
    buf_free(&name);
    return same;
}

/* Counts, and says, what could not be read. */
static void refuse(sources *self, const hearsay_error *why) {
    console_say(self->messages, "%s", why->message);
    self->unread++;
    self->refused[why->code]++;
}

/* The next file of those that were named or lie in a folder that was; NULL after the last one. */
static const char *next_file(sources *self) {
    for (;;) {
        if (self->below == NULL) {
            const char *named = self->next < self->count ? self->files[self->next++] : NULL;
            self->below = named != NULL && named[0] != '\0' ? files_below(named) : NULL;
            if (self->below == NULL) {
                return named;
            }
        }
        const char *file;
        hearsay_error error;
        hearsay_status status = hearsay_files_next(self->below, &file, &error);
        if (status == HEARSAY_END) {
            hearsay_files_close(self->below);
            self->below = NULL;
        } else if (status != HEARSAY_OK) {
            refuse(self, &error);
        } else if (!is_left_out(self, file)) {
            return file;
        }
    }
}

/* --- opening ---------------------------------------------------------------------------------- */

static void refuse_folder(sources *self) {
    self->unread++;
    self->refused[HEARSAY_IO]++;
    console_say(self->messages, "standard input: a folder; name it instead");
}

static void open_file(sources *self, const char *file) {
    if (file[0] == '\0') {
        console_say(self->messages,
                    "an empty name is no file: is there a variable that is not set?");
        self->unread++;
        self->refused[HEARSAY_IO]++;
        return;
    }
    struct stat about;
    bool found = find(file, &about) == 0;
    if (found && S_ISDIR(about.st_mode) && is_standard_input(file)) {
        refuse_folder(self);
        return;
    }
    if (is_standard_input(file) && isatty(STDIN_FILENO)) {
        console_say(self->messages, "reading from the terminal: type or paste a text, then Ctrl-D "
                                    "on a line of its own (hearsay quotes --help tells more)");
    }
    hearsay_error error;
    if (hearsay_input_open(file, &self->options, &self->input, &error) != HEARSAY_OK) {
        self->input = NULL;
        refuse(self, &error);
    }
}

/* --- reading ---------------------------------------------------------------------------------- */

static void warn_of_flaws(sources *self, const hearsay_document *document) {
    size_t first;
    size_t flaws = hearsay_document_flaws(document, &first);
    size_t halves = hearsay_document_lone_surrogates(document);
    hearsay_str origin = hearsay_document_origin(document);
    const char *what = "not UTF-8, or half a character,";
    const char *hint = "";
    if (halves == 0) {
        what = "not UTF-8";
        hint = flaws > 1 ? " (iconv -f LATIN1 -t UTF-8 may help)" : "";
    } else if (halves == flaws) {
        what = "half a character, as \\ud83d is,";
        hint = " (the program that wrote it cut characters in two)";
    }
    if (flaws == 1) {
        console_say(self->messages, "%.*s: warning: %s at byte %zu; read as U+FFFD there%s",
                    (int)origin.size, origin.data, what, first, hint);
    } else if (flaws > 1) {
        console_say(self->messages,
                    "%.*s: warning: %s in %zu places, first at byte %zu; read as U+FFFD there%s",
                    (int)origin.size, origin.data, what, flaws, first, hint);
    }
}

static void close_input(sources *self) {
    self->finished += hearsay_input_position(self->input, NULL);
    hearsay_input_close(self->input);
    self->input = NULL;
}

hearsay_document *sources_next(sources *self) {
    for (;;) {
        if (self->input == NULL) {
            const char *file = next_file(self);
            if (file == NULL) {
                return NULL;
            }
            open_file(self, file);
            continue;
        }
        hearsay_document *document;
        hearsay_error error;
        hearsay_status status = hearsay_input_next(self->input, &document, &error);
        if (status == HEARSAY_OK) {
            pthread_mutex_lock(&self->lock);
            vec_push(&self->ends, self->finished + hearsay_input_position(self->input, NULL));
            pthread_mutex_unlock(&self->lock);
            warn_of_flaws(self, document);
            return document;
        }
        if (status == HEARSAY_END) {
            close_input(self);
        } else {
            refuse(self, &error);
        }
    }
}

size_t sources_done(sources *self) {
    pthread_mutex_lock(&self->lock);
    size_t done = self->ends.items[self->first++];
    if (self->first == DROPPED_AT_ONCE || self->first == self->ends.count) {
        self->ends.count -= self->first;
        memmove(self->ends.items, self->ends.items + self->first,
                self->ends.count * sizeof *self->ends.items);
        self->first = 0;
    }
    pthread_mutex_unlock(&self->lock);
    return done;
}

size_t sources_skip(sources *self) {
    pthread_mutex_lock(&self->lock);
    size_t end = self->ends.items[--self->ends.count];
    bool first = self->ends.count == self->first;
    pthread_mutex_unlock(&self->lock);
    return first ? end : 0;
}

size_t sources_refused(const sources *self, hearsay_status why) {
    return self->refused[why];
}

size_t sources_unread(const sources *self) {
    return self->unread;
}

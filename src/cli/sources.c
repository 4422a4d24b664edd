#include "cli/sources.h"

#include "base/memory.h"
#include "base/vec.h"

#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DROPPED_AT_ONCE = 256 };

struct sources {
    char *const *files;
    size_t count, next; /* files; the one to open */
    hearsay_input_options options;
    console *messages;
    hearsay_input *input; /* NULL between files */
    size_t finished;      /* bytes of the files that are closed */
    size_t unread;
    pthread_mutex_t lock; /* of what follows, as documents are done while others are read */
    VEC(size_t) ends;     /* for each document that is not done: bytes up to its end */
    size_t first;         /* of them; those before are done */
};

static char *const STANDARD_INPUT[] = {"-"};

sources *sources_new(char *const *files, size_t count, const hearsay_input_options *options,
                     console *messages) {
    sources *self = mem_alloc(sizeof *self);
    *self = (sources){.files = count > 0 ? files : STANDARD_INPUT,
                      .count = count > 0 ? count : 1,
                      .options = *options,
                      .messages = messages};
    pthread_mutex_init(&self->lock, NULL);
    return self;
}

void sources_free(sources *self) {
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

size_t sources_total(const sources *self) {
    size_t total = 0;
    for (size_t i = 0; i < self->count; i++) {
        struct stat about;
        if (find(self->files[i], &about) == 0 && S_ISREG(about.st_mode)) {
            total += (size_t)about.st_size;
        } else if (is_standard_input(self->files[i])) {
            return 0;
        }
    }
    return total;
}

/* --- opening ---------------------------------------------------------------------------------- */

static void refuse_folder(sources *self, const char *path) {
    size_t size = strlen(path);
    self->unread++;
    if (is_standard_input(path)) {
        console_say(self->messages, "standard input: a folder; name the files in it, as in "
                                    "hearsay quotes FOLDER/*");
        return;
    }
    while (size > 1 && path[size - 1] == '/') {
        size--;
    }
    console_say(self->messages, "%s: a folder; name the files in it: %.*s/*", path, (int)size,
                path);
}

static void open_next(sources *self) {
    const char *file = self->files[self->next++];
    if (file[0] == '\0') {
        console_say(self->messages,
                    "an empty name is no file: is there a variable that is not set?");
        self->unread++;
        return;
    }
    struct stat about;
    bool found = find(file, &about) == 0;
    if (found && S_ISDIR(about.st_mode)) {
        refuse_folder(self, file);
        return;
    }
    if (is_standard_input(file) && isatty(STDIN_FILENO)) {
        console_say(self->messages, "reading from the terminal: type or paste a text, then Ctrl-D "
                                    "on a line of its own (hearsay quotes --help tells more)");
    }
    hearsay_error error;
    if (hearsay_input_open(file, &self->options, &self->input, &error) != HEARSAY_OK) {
        console_say(self->messages, "%s", error.message);
        self->input = NULL;
        self->unread++;
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
    while (self->input != NULL || self->next < self->count) {
        if (self->input == NULL) {
            open_next(self);
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
            console_say(self->messages, "%s", error.message);
            self->unread++;
        }
    }
    return NULL;
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

size_t sources_unread(const sources *self) {
    return self->unread;
}

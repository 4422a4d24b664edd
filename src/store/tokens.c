#include "store/tokens.h"

#include "base/buf.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

/* A tokenizer, and what it was made to be. */
typedef struct {
    fts5_tokenizer how;
    Fts5Tokenizer *made;
} maker_of_tokens;

typedef int take_fn(void *context, int flags, const char *word, int size, int begin, int end);

static int make(fts5_api *api, const char **arguments, int count, maker_of_tokens *out) {
    void *context = NULL;
    int result = api->xFindTokenizer(api, arguments[0], &context, &out->how);
    return result == SQLITE_OK ? out->how.xCreate(context, arguments + 1, count - 1, &out->made)
                               : result;
}

/* --- what stands before another tokenizer ------------------------------------------------------
 */

static void inner_delete(Fts5Tokenizer *self) {
    maker_of_tokens *inner = (maker_of_tokens *)self;
    if (inner->made != NULL) {
        inner->how.xDelete(inner->made);
    }
    sqlite3_free(inner);
}

static int inner_create(void *api, const char **arguments, int count, Fts5Tokenizer **out) {
    static const char *const USUAL[] = {"unicode61"};
    maker_of_tokens *made = sqlite3_malloc(sizeof *made);
    if (made == NULL) {
        return SQLITE_NOMEM;
    }
    memset(made, 0, sizeof *made);
    int result =
        make(api, count > 0 ? arguments : (const char **)USUAL, count > 0 ? count : 1, made);
    if (result != SQLITE_OK) {
        made->made = NULL;
        inner_delete((Fts5Tokenizer *)made);
        return result;
    }
    *out = (Fts5Tokenizer *)made;
    return SQLITE_OK;
}

/* --- plain letters ---------------------------------------------------------------------------- */

/* The words of a text on their way to whoever asked for them. */
typedef struct {
    take_fn *take;
    void *context;
    buf folded;
} folding;

static bool is_ascii(str word) {
    for (size_t i = 0; i < word.size; i++) {
        if ((unsigned char)word.data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static int take_folded(void *context, int flags, const char *data, int size, int begin, int end) {
    folding *self = context;
    str word = {data, (size_t)size};
    if (!is_ascii(word)) {
        buf_clear(&self->folded);
        for (size_t at = 0; at < word.size;) {
            size_t from = at;
            const char *plain = letter_plain(utf8_next(word, &at));
            buf_put(&self->folded,
                    plain != NULL ? str_from(plain) : str_slice(word, (span){from, at}));
        }
        word = buf_str(&self->folded);
    }
    return self->take(self->context, flags, word.data, (int)word.size, begin, end);
}

static int plain_tokenize(Fts5Tokenizer *self, void *context, int flags, const char *text, int size,
                          take_fn *take) {
    maker_of_tokens *inner = (maker_of_tokens *)self;
    folding at_work = {.take = take, .context = context};
    int result = inner->how.xTokenize(inner->made, &at_work, flags, text, size, take_folded);
    buf_free(&at_work.folded);
    return result;
}

/* A row without marks has an empty one, so that no word of any row is at the first place. */
static int take_marks(void *context, const char *text, int size, take_fn *take) {
    int result = SQLITE_OK;
    for (int begin = 0, end = 0; end <= size && result == SQLITE_OK; begin = ++end) {
        while (end < size && text[end] != ' ') {
            end++;
        }
        const int flags = begin > 0 ? FTS5_TOKEN_COLOCATED : 0;
        result = take(context, flags, text + begin, end - begin, begin, end);
    }
    return result;
}

static int stems_tokenize(Fts5Tokenizer *self, void *context, int flags, const char *text, int size,
                          take_fn *take) {
    maker_of_tokens *inner = (maker_of_tokens *)self;
    if (size > 1 && text[0] == STEM) {
        return take(context, 0, text + 1, size - 1, 1, size);
    }
    if (size > 0 && text[0] == MARKS) {
        int end = 1;
        while (end < size && text[end] != MARKS) {
            end++;
        }
        const int result = take_marks(context, text + 1, end - 1, take);
        if (result != SQLITE_OK || end == size) {
            return result;
        }
        text += end + 1;
        size -= end + 1;
    }
    return inner->how.xTokenize(inner->made, context, flags, text, size, take);
}

int tokens_register(sqlite3 *connection) {
    fts5_api *api = fts_api_of(connection);
    fts5_tokenizer plain = {inner_create, inner_delete, plain_tokenize};
    fts5_tokenizer stems = {inner_create, inner_delete, stems_tokenize};
    if (api == NULL) {
        return SQLITE_ERROR;
    }
    int result = api->xCreateTokenizer(api, "plain", api, &plain, NULL);
    return result == SQLITE_OK ? api->xCreateTokenizer(api, "stems", api, &stems, NULL) : result;
}

/* --- the words of a text ---------------------------------------------------------------------- */

/* As `tokenize` in store/search.sql. */
static const char *WORDS[] = {"porter", "plain", "unicode61", "remove_diacritics", "2"};

struct tokenizer {
    maker_of_tokens words;
};

static bool get_ready(store *self) {
    if (self->tokenizer != NULL) {
        return true;
    }
    struct tokenizer *made = mem_alloc(sizeof *made);
    fts5_api *api = fts_api_of(self->connection);
    *made = (struct tokenizer){{.made = NULL}};
    if (api == NULL || make(api, WORDS, sizeof WORDS / sizeof *WORDS, &made->words) != SQLITE_OK) {
        sql_refuse(self, HEARSAY_STORE, "this SQLite has no full-text search (FTS5)");
        mem_free(made);
        return false;
    }
    self->tokenizer = made;
    return true;
}

void tokens_forget(store *self) {
    if (self->tokenizer != NULL) {
        self->tokenizer->words.how.xDelete(self->tokenizer->words.made);
        mem_free(self->tokenizer);
        self->tokenizer = NULL;
    }
}

typedef struct {
    arena *into;
    VEC(token) tokens;
} gathering;

static int gather(void *context, int flags, const char *word, int size, int begin, int end) {
    (void)flags;
    gathering *self = context;
    str stem = {word, (size_t)size};
    vec_push(&self->tokens,
             (token){{str_copy(self->into, stem), stem.size}, {(size_t)begin, (size_t)end}});
    return SQLITE_OK;
}

token_row tokens_of(store *self, str text, arena *into) {
    gathering found = {.into = into};
    if (get_ready(self) && text.size > 0) {
        const maker_of_tokens *words = &self->tokenizer->words;
        words->how.xTokenize(words->made, &found, FTS5_TOKENIZE_DOCUMENT, text.data, (int)text.size,
                             gather);
    }
    token_row out = {arena_copy(into, found.tokens.items, found.tokens.count * sizeof(token)),
                     found.tokens.count};
    vec_free(&found.tokens);
    return out;
}

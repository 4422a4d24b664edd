#include "store/rank.h"

#include "store/fts.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

static const double K1 = 1.2; /* as usual */

/* Rows; of a query of more phrases than FEW fewer of each, so that these are no more in all. */
enum { SAMPLE = 1000, LEAST_SAMPLE = 50, FEW = 16, COLUMNS_MAX = 8 };

/* What is the same for all rows of a query. */
typedef struct {
    bool alone;     /* one phrase alone is looked for: how rare it is, orders nothing */
    double by_size; /* how much the size of a row counts, from 0 to 1: BM25's b */
    int columns;    /* that have weights */
    double weights[COLUMNS_MAX];
    double mean_size; /* of a row, in words of those columns */
    double rarity[];  /* of each phrase; below 0: not known yet */
} query_facts;

/* --- what is the same for all rows ------------------------------------------------------------ */

static query_facts *facts_new(const Fts5ExtensionApi *fts, Fts5Context *row, int count,
                              sqlite3_value **values) {
    int phrases = fts->xPhraseCount(row);
    query_facts *self = sqlite3_malloc64(sizeof *self + (size_t)phrases * sizeof self->rarity[0]);
    if (self == NULL) {
        return NULL;
    }
    const int columns = count - 2;
    *self = (query_facts){.alone = sqlite3_value_int(values[0]) != 0,
                          .by_size = sqlite3_value_double(values[1]),
                          .columns = columns <= COLUMNS_MAX ? columns : COLUMNS_MAX};
    sqlite3_int64 rows = 1, words = 0;
    fts->xRowCount(row, &rows);
    for (int i = 0; i < self->columns; i++) {
        sqlite3_int64 size = 0;
        self->weights[i] = sqlite3_value_double(values[i + 2]);
        fts->xColumnTotalSize(row, i, &size);
        words += size;
    }
    self->mean_size = words > rows ? (double)words / (double)rows : 1;
    for (int i = 0; i < phrases; i++) {
        self->rarity[i] = self->alone ? 1 : -1;
    }
    return self;
}

static query_facts *facts_of(const Fts5ExtensionApi *fts, Fts5Context *row, int count,
                             sqlite3_value **values) {
    query_facts *self = fts->xGetAuxdata(row, 0);
    if (self == NULL) {
        self = facts_new(fts, row, count, values);
        if (self == NULL || fts->xSetAuxdata(row, self, sqlite3_free) != SQLITE_OK) {
            return NULL; /* in the second case FTS5 has freed it */
        }
    }
    return self;
}

typedef struct {
    sqlite3_int64 most;        /* rows that are counted */
    sqlite3_int64 count, last; /* rows that have the phrase; the last one that was counted */
} sample;

static int count_row(const Fts5ExtensionApi *fts, Fts5Context *row, void *context) {
    sample *self = context;
    self->last = fts->xRowid(row);
    return ++self->count < self->most ? SQLITE_OK : SQLITE_DONE;
}

static double rarity_of(const Fts5ExtensionApi *fts, Fts5Context *row, query_facts *facts,
                        int phrase) {
    if (facts->rarity[phrase] < 0) {
        const int phrases = fts->xPhraseCount(row);
        sample had = {.most = phrases <= FEW ? SAMPLE : SAMPLE * FEW / phrases};
        had.most = had.most > LEAST_SAMPLE ? had.most : LEAST_SAMPLE;
        sqlite3_int64 rows = 1;
        fts->xRowCount(row, &rows);
        fts->xQueryPhrase(row, phrase, &had, count_row);
        double share = had.count == had.most && had.last < rows
                           ? (double)had.count / (double)had.last
                           : (double)had.count / (double)rows;
        facts->rarity[phrase] = log(1 + (1 - fmin(share, 1)) / (share + 0.5 / (double)rows));
    }
    return facts->rarity[phrase];
}

/* --- a row ------------------------------------------------------------------------------------ */

static double size_of(const Fts5ExtensionApi *fts, Fts5Context *row, const query_facts *facts) {
    int words = 0;
    for (int i = 0; i < facts->columns; i++) {
        int size = 0;
        fts->xColumnSize(row, i, &size);
        words += size;
    }
    return words;
}

/* How often the row has the phrase, by the weights of the columns. */
static double frequency(const Fts5ExtensionApi *fts, Fts5Context *row, const query_facts *facts,
                        int phrase) {
    Fts5PhraseIter each;
    int column, offset;
    double sum = 0;
    if (fts->xPhraseFirst(row, phrase, &each, &column, &offset) != SQLITE_OK) {
        return 0;
    }
    for (; column >= 0; fts->xPhraseNext(row, &each, &column, &offset)) {
        const bool is_mark = column == 0 && offset == 0; /* store/tokens.h */
        sum += column < facts->columns && !is_mark ? facts->weights[column] : 0;
    }
    return sum;
}

/* `*had` is how many of the phrases the row has. */
static double fitness(const Fts5ExtensionApi *fts, Fts5Context *row, query_facts *facts, int *had) {
    int phrases = fts->xPhraseCount(row);
    *had = 0;
    double by_size = facts->by_size, room = K1 * (1 - by_size), sum = 0;
    if (by_size > 0) { /* an index may not know how large its rows are */
        room += K1 * by_size * size_of(fts, row, facts) / facts->mean_size;
    }
    for (int phrase = 0; phrase < phrases; phrase++) {
        double often = frequency(fts, row, facts, phrase);
        if (often > 0) {
            ++*had;
            sum += rarity_of(fts, row, facts, phrase) * often * (K1 + 1) / (often + room);
        }
    }
    return sum;
}

static void sql_fitness(const Fts5ExtensionApi *fts, Fts5Context *row, sqlite3_context *result,
                        int count, sqlite3_value **values) {
    int had;
    query_facts *facts = facts_of(fts, row, count, values);
    if (facts == NULL) {
        sqlite3_result_error_nomem(result);
    } else {
        sqlite3_result_double(result, fitness(fts, row, facts, &had));
    }
}

/* Of a query of words as what it would be of the query of all their pairs, in which each counts
 * once for each of the others that the row has; 0 where it has no two. */
static void sql_pair_fitness(const Fts5ExtensionApi *fts, Fts5Context *row, sqlite3_context *result,
                             int count, sqlite3_value **values) {
    int had;
    query_facts *facts = facts_of(fts, row, count, values);
    if (facts == NULL) {
        sqlite3_result_error_nomem(result);
    } else {
        const double sum = fitness(fts, row, facts, &had);
        sqlite3_result_double(result, had > 1 ? (had - 1) * sum : 0);
    }
}

int rank_register(sqlite3 *connection) {
    fts5_api *api = fts_api_of(connection);
    int status =
        api == NULL ? SQLITE_ERROR : api->xCreateFunction(api, "fitness", NULL, sql_fitness, NULL);
    return status != SQLITE_OK
               ? status
               : api->xCreateFunction(api, "pair_fitness", NULL, sql_pair_fitness, NULL);
}

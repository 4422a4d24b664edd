#include "store/days.h"

#include "base/ascii.h"

/* --- reading ---------------------------------------------------------------------------------- */

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month) {
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : DAYS[month - 1];
}

/* The number that the digits at `at` make. */
static int digits(str text, size_t at, size_t count) {
    int number = 0;
    for (size_t i = at; i < at + count; i++) {
        number = number * 10 + (text.data[i] - '0');
    }
    return number;
}

bool day_read(str text, day_number *out) {
    static const char FORM[] = "0000-00-00";
    if (text.size != 4 && text.size != 7 && text.size != 10) {
        return false;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (FORM[i] == '-' ? text.data[i] != '-' : !ascii_is_digit(text.data[i])) {
            return false;
        }
    }
    int year = digits(text, 0, 4);
    int month = text.size >= 7 ? digits(text, 5, 2) : 1;
    int day = text.size == 10 ? digits(text, 8, 2) : 1;
    if (month < 1 || month > 12 || day < 1 || day > days_in(year, month)) {
        return false;
    }
    *out = year * 10000 + month * 100 + day;
    return true;
}

bool day_is_told(str text) {
    enum { DAY_SIZE = sizeof "2031-04-02" - 1 };
    bool timed = text.size > DAY_SIZE && (text.data[DAY_SIZE] == 'T' || text.data[DAY_SIZE] == ' ');
    day_number day;
    return day_read(timed ? str_slice(text, (span){0, DAY_SIZE}) : text, &day);
}

/* --- words ------------------------------------------------------------------------------------ */

/* What a word covers: all days that begin with its digits. */
typedef struct {
    int size; /* how many days it covers at most, in the way that day_number counts */
    int digits;
} unit;

static const unit UNITS[] = {{1000000, 2}, {100000, 3}, {10000, 4}, {100, 6}, {1, 8}};

enum { UNIT_COUNT = sizeof UNITS / sizeof *UNITS, NEW_YEAR = 101 };

static void put_word(buf *out, const unit *of, day_number day) {
    buf_printf(out, "D%0*d", of->digits, day / of->size);
}

void day_put_words(buf *out, day_number day) {
    for (size_t i = 0; i < UNIT_COUNT && day >= DAY_FIRST && day < DAY_END; i++) {
        buf_put(out, i > 0 ? STR(" ") : STR(""));
        put_word(out, &UNITS[i], day);
    }
}

/* Whether `from` is the first day of a unit that ends before `until`. */
static bool fits(const unit *of, day_number from, day_number until) {
    day_number begin = from / of->size * of->size;
    bool is_begin = from == begin || (of->size >= 10000 && from == begin + NEW_YEAR) ||
                    (of->size == 100 && from == begin + 1);
    return is_begin && begin + of->size <= until;
}

/* The first day of what follows a unit; after the 30th of April the 31st, which no text has. */
static day_number after(const unit *of, day_number from) {
    day_number next = (from / of->size + 1) * of->size;
    if (next % 100 > 31) {
        next += 100 - next % 100;
    }
    if (next / 100 % 100 > 12) {
        next += 10000 - next % 10000;
    }
    return next % 10000 == 0 ? next + NEW_YEAR : next % 100 == 0 ? next + 1 : next;
}

size_t days_put_range(buf *out, day_number from, day_number until, str between) {
    size_t count = 0;
    while (from < until) {
        size_t i = 0;
        while (i + 1 < UNIT_COUNT && !fits(&UNITS[i], from, until)) {
            i++;
        }
        buf_put(out, count++ > 0 ? between : STR(""));
        put_word(out, &UNITS[i], from);
        from = after(&UNITS[i], from);
    }
    return count;
}

/* --- in SQL ----------------------------------------------------------------------------------- */

static void sql_day_number(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    const void *data = sqlite3_value_blob(values[0]);
    day_number day = 0;
    day_read((str){data, (size_t)sqlite3_value_bytes(values[0])}, &day);
    sqlite3_result_int(context, day);
}

static void sql_days(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    buf words = {0};
    day_put_words(&words, sqlite3_value_int(values[0]));
    sqlite3_result_text64(context, words.data != NULL ? words.data : "", words.size,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
    buf_free(&words);
}

int days_register(sqlite3 *connection) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int result = sqlite3_create_function(connection, "day_number", 1, flags, NULL, sql_day_number,
                                         NULL, NULL);
    return result != SQLITE_OK
               ? result
               : sqlite3_create_function(connection, "days", 1, flags, NULL, sql_days, NULL, NULL);
}

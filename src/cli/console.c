#include "cli/console.h"

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "cli/numbers.h"
#include "cli/safe.h"
#include "cli/terminal.h"
#include "cli/wrap.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double FIRST_AFTER = 1.0;    /* seconds */
static const double FORECAST_AFTER = 3.0; /* before that the rate says little */

/* All fields change under the lock only. */
struct console {
    pthread_mutex_t lock;
    bool wanted;
    double begun, first; /* when the work began, when the line is first drawn */
    size_t total;        /* bytes */
    console_progress done;
    unsigned drawn; /* columns that the line takes on the screen now */
};

double console_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

console *console_new(void) {
    console *self = mem_alloc(sizeof *self);
    *self = (console){.wanted = false};
    pthread_mutex_init(&self->lock, NULL);
    return self;
}

/* Nothing can be done, or said, where standard error fails. */
static void put_all(str bytes) {
    for (size_t done = 0; done < bytes.size;) {
        ssize_t put = write(STDERR_FILENO, bytes.data + done, bytes.size - done);
        if (put < 0 && errno != EINTR) {
            return;
        }
        done += put > 0 ? (size_t)put : 0;
    }
}

/* Spaces, and not a command to the terminal, so that it works on all of them. With the lock held.
 */
static void clear(console *self) {
    if (self->drawn == 0) {
        return;
    }
    buf line = {0};
    buf_printf(&line, "\r%*s\r", (int)self->drawn, "");
    put_all(buf_str(&line));
    buf_free(&line);
    self->drawn = 0;
}

void console_free(console *self) {
    clear(self);
    pthread_mutex_destroy(&self->lock);
    mem_free(self);
}

/* --- messages --------------------------------------------------------------------------------- */

void console_put(console *self, str lines) {
    pthread_mutex_lock(&self->lock);
    clear(self);
    put_all(lines);
    pthread_mutex_unlock(&self->lock);
}

void console_say(console *self, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    buf message = {0}, line = {0};
    if (size > 0) {
        buf_reserve(&message, (size_t)size);
        vsnprintf(message.data, (size_t)size + 1, format, again);
        message.size = (size_t)size;
    }
    va_end(again);
    buf_put(&line, STR("hearsay: "));
    safe_put_bytes(&line, buf_str(&message));
    buf_putc(&line, '\n');
    console_put(self, buf_str(&line));
    buf_free(&message);
    buf_free(&line);
}

/* --- progress --------------------------------------------------------------------------------- */

void console_show_progress(console *self, bool at_once, size_t total) {
    pthread_mutex_lock(&self->lock);
    self->wanted = true;
    self->total = total;
    self->begun = console_clock();
    self->first = self->begun + (at_once ? 0 : FIRST_AFTER);
    pthread_mutex_unlock(&self->lock);
}

/* [####------] */
static void put_bar(buf *out, double share) {
    enum { CELLS = 10 };
    buf_putc(out, '[');
    for (int i = 0; i < CELLS; i++) {
        buf_putc(out, i < (int)(share * CELLS) ? '#' : '-');
    }
    buf_putc(out, ']');
}

/* "61 KB/s · 4 min 50 s left", of what is counted in bytes or documents. */
static void put_rate(buf *out, const console *self, double done, double total, double elapsed) {
    if (done == 0 || elapsed < FIRST_AFTER) {
        put_duration(out, elapsed);
        return;
    }
    if (self->done.bytes > 0) {
        put_bytes(out, done / elapsed);
        buf_put(out, STR("/s"));
    } else {
        buf_printf(out, "%.1f/s", done / elapsed);
    }
    if (done < total && elapsed >= FORECAST_AFTER) {
        buf_put(out, STR(" · "));
        put_duration(out, (total - done) * elapsed / done);
        buf_put(out, STR(" left"));
    }
}

/* 12 of 30 MB */
static void put_done_bytes(buf *out, double done, double total) {
    put_bytes(out, done);
    if (total > 0) {
        buf_put(out, STR(" of "));
        put_bytes(out, total);
    }
    buf_put(out, STR(" · "));
}

/* 41 % [####------] · 12 of 30 MB · 512 documents · 9,120 statements · 61 KB/s · 4 min 50 s left */
static void put_progress(buf *out, const console *self, double elapsed) {
    bool by_documents = self->done.all_documents > 0;
    double done = (double)(by_documents ? self->done.documents : self->done.bytes);
    double total = (double)(by_documents ? self->done.all_documents : self->total);
    if (total > 0) {
        double share = done < total ? done / total : 1;
        buf_printf(out, "%.0f %% ", 100 * share);
        put_bar(out, share);
        buf_put(out, STR(" · "));
    }
    if (!by_documents) {
        put_done_bytes(out, done, total);
    }
    put_counted(out, self->done.documents, "document", NULL);
    buf_put(out, STR(" · "));
    if (self->done.statements > 0) {
        put_counted(out, self->done.statements, "statement", NULL);
        buf_put(out, STR(" · "));
    }
    put_rate(out, self, done, total, elapsed);
}

/* The beginning of a line that fits in so many columns. */
static str fitting(str line, unsigned columns) {
    size_t end = 0;
    unsigned width = 0;
    for (size_t pos = 0; pos < line.size; end = pos) {
        utf8_next(line, &pos);
        width += text_width(str_slice(line, (span){end, pos}));
        if (width > columns) {
            break;
        }
    }
    return (str){line.data, end};
}

/* With the lock held. */
static void draw(console *self, double now) {
    buf text = {0}, line = {0};
    put_progress(&text, self, now - self->begun);
    unsigned columns = terminal_width(STDERR_FILENO);
    str shown = fitting(buf_str(&text), columns - 1);
    unsigned width = text_width(shown);
    unsigned rest = self->drawn > width ? self->drawn - width : 0; /* of the line before */
    buf_putc(&line, '\r');
    buf_put(&line, shown);
    buf_printf(&line, "%*s", (int)rest, "");
    put_all(buf_str(&line));
    self->drawn = width;
    buf_free(&text);
    buf_free(&line);
}

void console_tick(console *self, console_progress done) {
    if (pthread_mutex_trylock(&self->lock) != 0) {
        return;
    }
    self->done = done;
    double now = console_clock();
    if (self->wanted && now >= self->first) {
        draw(self, now);
    }
    pthread_mutex_unlock(&self->lock);
}

void console_hold(console *self) {
    pthread_mutex_lock(&self->lock);
    clear(self);
}

void console_release(console *self) {
    pthread_mutex_unlock(&self->lock);
}

void console_abandon(console *self) {
    if (pthread_mutex_trylock(&self->lock) == 0) {
        clear(self);
        self->wanted = false;
        pthread_mutex_unlock(&self->lock);
    }
}

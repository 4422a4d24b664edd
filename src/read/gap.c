#include "read/gap.h"

#include "read/link.h"

#include <stdbool.h>
#include <string.h>

/* A walk through the gap; `at` moves on. */
typedef struct {
    str text;
    size_t at, end;
    size_t images; /* open ones: nothing is seen inside */
    parts *seen;
} walk;

static bool is_break(char c) {
    return c == '\n' || c == '\r';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static void show(walk *self, size_t end) {
    if (self->images == 0) {
        parts_add(self->seen, (span){self->at, end});
    }
    self->at = end;
}

static void hide(walk *self, size_t end) {
    self->at = end;
}

/* The first place from `from` on that does not hold one of `set`. */
static size_t past_all(const walk *self, size_t from, size_t end, const char *set) {
    while (from < end && self->text.data[from] != '\0' &&
           strchr(set, self->text.data[from]) != NULL) {
        from++;
    }
    return from;
}

/* Whether a line that is only a rule ("---", "* * *") or underlines a heading ("===") begins
 * here. A single dash or star is the mark of an empty list item. */
static bool is_rule(const walk *self, size_t end) {
    char mark = self->text.data[self->at];
    if (strchr("-*_=", mark) == NULL || mark == '\0') {
        return false;
    }
    size_t marks = 0;
    size_t i = self->at;
    while (i < end && (self->text.data[i] == mark || is_blank(self->text.data[i]))) {
        marks += self->text.data[i] == mark;
        i++;
    }
    bool whole = i == self->text.size || (i < end && is_break(self->text.data[i]));
    return whole && (marks > 1 || mark == '=');
}

/* Whether the dash or star here is a list's: it stands alone. */
static bool is_bullet(const walk *self) {
    size_t next = self->at + 1;
    return strchr("-+*", self->text.data[self->at]) != NULL &&
           (next == self->text.size || is_blank(self->text.data[next]) ||
            is_break(self->text.data[next]));
}

/* Takes the marks that begin a line, up to its first other character. */
static void take_line_start(walk *self, size_t end) {
    while (self->at < end) {
        char c = self->text.data[self->at];
        size_t definition = link_definition_end(self->text, self->at, end);
        if (definition > self->at) {
            hide(self, definition);
            return;
        }
        if (c == '>') {
            size_t next = self->at + 1;
            hide(self, next < end && self->text.data[next] == ' ' ? next + 1 : next);
        } else if (c == '#') {
            hide(self, past_all(self, past_all(self, self->at, end, "#"), end, " \t"));
        } else if (is_rule(self, end)) {
            hide(self, past_all(self, self->at, end, "-*_= \t"));
        } else if (c != '\0' && (is_blank(c) || is_bullet(self))) {
            show(self, self->at + 1);
        } else {
            return;
        }
    }
}

/* Takes what stands before `end`, where no link or image begins or ends. */
static void take(walk *self, size_t end) {
    while (self->at < end) {
        if (self->at == 0 || is_break(self->text.data[self->at - 1])) {
            take_line_start(self, end);
            if (self->at == end) {
                return;
            }
        }
        char c = self->text.data[self->at];
        if (c != '\0' && strchr("*_[]#<>\\", c) != NULL) {
            hide(self, self->at + 1);
        } else {
            show(self, self->at + 1);
        }
    }
}

/* Where the next link's text (or autolink) begins; definitions in between are none. */
static size_t find_link(const walk *self) {
    size_t i = self->at;
    while (i < self->end && self->text.data[i] != '[' && self->text.data[i] != '<') {
        i++;
    }
    while (i < self->end && self->text.data[i] == '[' && link_defines(self->text, i, self->end)) {
        const char *next = memchr(self->text.data + i + 1, '[', self->end - i - 1);
        i = next != NULL ? (size_t)(next - self->text.data) : self->end;
    }
    return i;
}

static size_t find_image(const walk *self) {
    size_t i = self->at;
    while (i + 1 < self->end && (self->text.data[i] != '!' || self->text.data[i + 1] != '[')) {
        i++;
    }
    return i + 1 < self->end ? i : self->end;
}

static size_t find_closer(const walk *self) {
    const char *found = memchr(self->text.data + self->at, ']', self->end - self->at);
    return found != NULL ? (size_t)(found - self->text.data) : self->end;
}

static void take_closer(walk *self, gap_event event) {
    bool autolink =
        event == GAP_LINK_CLOSES && self->at < self->end && self->text.data[self->at] == '>';
    if (autolink) {
        hide(self, self->at + 1);
        return;
    }
    size_t closer = find_closer(self);
    take(self, closer);
    if (closer < self->end) {
        hide(self, link_tail_end(self->text, closer, self->end));
    }
    if (event == GAP_IMAGE_CLOSES && self->images > 0) {
        self->images--;
    }
}

void gap_seen(str text, const gap *self, parts *seen) {
    walk way = {text, self->place.begin, self->place.end, self->images, seen};
    for (size_t i = 0; i < self->events.count; i++) {
        size_t opener;
        switch (self->events.items[i]) {
        case GAP_LINK_OPENS:
            opener = find_link(&way);
            take(&way, opener);
            hide(&way, opener < way.end ? opener + 1 : opener);
            break;
        case GAP_IMAGE_OPENS:
            opener = find_image(&way);
            take(&way, opener);
            hide(&way, opener < way.end ? opener + 2 : opener);
            way.images++;
            break;
        default:
            take_closer(&way, self->events.items[i]);
        }
    }
    take(&way, way.end);
}

#include "read/html_open.h"

enum {
    EMPTY = 1,      /* has no content and no end */
    SPECIAL = 2,    /* an end tag of an ordinary element does not reach past it */
    FORMATTING = 4, /* goes on in the next paragraph where it was not closed */
    SCOPE = 8,      /* no end tag reaches past it */
    CLOSES_P = 16   /* a paragraph ends where it begins */
};

static const unsigned char KINDS[GUMBO_TAG_LAST] = {
    [GUMBO_TAG_AREA] = EMPTY | SPECIAL,
    [GUMBO_TAG_BASE] = EMPTY | SPECIAL,
    [GUMBO_TAG_BR] = EMPTY | SPECIAL,
    [GUMBO_TAG_COL] = EMPTY | SPECIAL,
    [GUMBO_TAG_EMBED] = EMPTY | SPECIAL,
    [GUMBO_TAG_FRAME] = EMPTY | SPECIAL,
    [GUMBO_TAG_HR] = EMPTY | SPECIAL | CLOSES_P,
    [GUMBO_TAG_IMG] = EMPTY | SPECIAL,
    [GUMBO_TAG_INPUT] = EMPTY | SPECIAL,
    [GUMBO_TAG_KEYGEN] = EMPTY,
    [GUMBO_TAG_LINK] = EMPTY | SPECIAL,
    [GUMBO_TAG_META] = EMPTY | SPECIAL,
    [GUMBO_TAG_PARAM] = EMPTY | SPECIAL,
    [GUMBO_TAG_SOURCE] = EMPTY | SPECIAL,
    [GUMBO_TAG_TRACK] = EMPTY,
    [GUMBO_TAG_WBR] = EMPTY | SPECIAL,

    [GUMBO_TAG_B] = FORMATTING,
    [GUMBO_TAG_BIG] = FORMATTING,
    [GUMBO_TAG_CODE] = FORMATTING,
    [GUMBO_TAG_EM] = FORMATTING,
    [GUMBO_TAG_FONT] = FORMATTING,
    [GUMBO_TAG_I] = FORMATTING,
    [GUMBO_TAG_NOBR] = FORMATTING,
    [GUMBO_TAG_S] = FORMATTING,
    [GUMBO_TAG_SMALL] = FORMATTING,
    [GUMBO_TAG_STRIKE] = FORMATTING,
    [GUMBO_TAG_STRONG] = FORMATTING,
    [GUMBO_TAG_TT] = FORMATTING,
    [GUMBO_TAG_U] = FORMATTING,

    [GUMBO_TAG_APPLET] = SPECIAL | SCOPE,
    [GUMBO_TAG_CAPTION] = SPECIAL | SCOPE,
    [GUMBO_TAG_HTML] = SPECIAL | SCOPE,
    [GUMBO_TAG_MARQUEE] = SPECIAL | SCOPE,
    [GUMBO_TAG_OBJECT] = SPECIAL | SCOPE,
    [GUMBO_TAG_TABLE] = SPECIAL | SCOPE,
    [GUMBO_TAG_TD] = SPECIAL | SCOPE,
    [GUMBO_TAG_TEMPLATE] = SPECIAL | SCOPE,
    [GUMBO_TAG_TH] = SPECIAL | SCOPE,

    [GUMBO_TAG_ADDRESS] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_ARTICLE] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_ASIDE] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_BLOCKQUOTE] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_BODY] = SPECIAL,
    [GUMBO_TAG_BUTTON] = SPECIAL,
    [GUMBO_TAG_CENTER] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_DD] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_DETAILS] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_DIR] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_DIV] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_DL] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_DT] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_FIELDSET] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_FIGCAPTION] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_FIGURE] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_FOOTER] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_FORM] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_H1] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_H2] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_H3] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_H4] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_H5] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_H6] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_HEAD] = SPECIAL,
    [GUMBO_TAG_HEADER] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_HGROUP] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_LI] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_LISTING] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_MAIN] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_MENU] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_NAV] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_OL] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_P] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_PRE] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_SECTION] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_SUMMARY] = SPECIAL | CLOSES_P,
    [GUMBO_TAG_TBODY] = SPECIAL,
    [GUMBO_TAG_TFOOT] = SPECIAL,
    [GUMBO_TAG_THEAD] = SPECIAL,
    [GUMBO_TAG_TR] = SPECIAL,
    [GUMBO_TAG_UL] = SPECIAL | CLOSES_P,
};

static unsigned kind_at(const html_open *self, size_t i) {
    return KINDS[self->tags[i]];
}

/* The place above which an end tag looks no further. */
static size_t scope(const html_open *self) {
    size_t i = self->count;
    while (i > 0 && !(kind_at(self, i - 1) & SCOPE)) {
        i--;
    }
    return i;
}

/* The topmost element of that kind above `bottom`, plus one; 0 where there is none. */
static size_t find(const html_open *self, GumboTag tag, size_t bottom) {
    for (size_t i = self->count; i > bottom; i--) {
        if (self->tags[i - 1] == tag) {
            return i;
        }
    }
    return 0;
}

/* Pops the topmost such element, and what is above, where an end tag would reach it: a table ends
 * whatever is open in it. */
static void pop(html_open *self, GumboTag tag) {
    const size_t bottom = tag == GUMBO_TAG_TABLE ? 0 : scope(self);
    const bool within = KINDS[tag] & SCOPE && bottom > 0; /* the element may be the bottom itself */
    const size_t found = find(self, tag, bottom - within);
    self->count = found > 0 ? found - 1 : self->count;
}

/* An item ends the one before it in the same list. */
static void end_item(html_open *self, GumboTag tag, GumboTag other) {
    for (size_t i = self->count; i > 0; i--) {
        const GumboTag each = self->tags[i - 1];
        if (each == tag || each == other) {
            self->count = i - 1;
            return;
        }
        const bool passed =
            each == GUMBO_TAG_ADDRESS || each == GUMBO_TAG_DIV || each == GUMBO_TAG_P;
        if ((kind_at(self, i - 1) & SPECIAL) && !passed) {
            return;
        }
    }
}

/* What belongs into a table ends what stands at its own height there. */
static void end_cell(html_open *self, GumboTag tag) {
    const size_t table = find(self, GUMBO_TAG_TABLE, 0);
    if (table == 0 || find(self, GUMBO_TAG_TEMPLATE, table) > 0) {
        return;
    }
    size_t height = self->count;
    for (size_t i = self->count; i > table; i--) {
        const GumboTag each = self->tags[i - 1];
        const bool cell = each == GUMBO_TAG_TD || each == GUMBO_TAG_TH;
        const bool row = each == GUMBO_TAG_TR;
        if (each == GUMBO_TAG_CAPTION || cell || (row && tag != GUMBO_TAG_TD)) {
            height = i - 1;
        }
    }
    const bool group = tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TR;
    self->count = group ? table : height;
}

/* Ends what the beginning of an element ends. */
static void make_way(html_open *self, GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_LI:
        end_item(self, GUMBO_TAG_LI, GUMBO_TAG_LI);
        break;
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
        end_item(self, GUMBO_TAG_DD, GUMBO_TAG_DT);
        break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        end_cell(self, GUMBO_TAG_TD);
        break;
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
        end_cell(self, tag);
        break;
    case GUMBO_TAG_A:
        pop(self, GUMBO_TAG_A);
        break;
    default:
        break;
    }
    if ((KINDS[tag] & CLOSES_P) && find(self, GUMBO_TAG_BUTTON, scope(self)) == 0) {
        pop(self, GUMBO_TAG_P);
    }
}

bool html_open_begin(html_open *self, GumboTag tag) {
    if (KINDS[tag] & EMPTY) {
        return true;
    }
    make_way(self, tag);
    const bool formatting = KINDS[tag] & FORMATTING;
    if (self->count == HTML_DEPTH_MAX || (formatting && self->formatting == HTML_FORMATTING_MAX)) {
        return false;
    }
    self->formatting += formatting;
    self->tags[self->count++] = tag;
    return true;
}

/* Only the element itself ends, what began in it goes on. */
static void end_formatting(html_open *self, GumboTag tag) {
    const size_t found = find(self, tag, scope(self));
    if (found == 0) {
        return;
    }
    for (size_t i = found; i < self->count; i++) {
        self->tags[i - 1] = self->tags[i];
    }
    self->count--;
    self->formatting -= self->formatting > 0;
}

void html_open_end(html_open *self, GumboTag tag) {
    if (KINDS[tag] & FORMATTING || tag == GUMBO_TAG_A) {
        end_formatting(self, tag);
        return;
    }
    if (KINDS[tag] & SPECIAL) {
        pop(self, tag);
        return;
    }
    for (size_t i = self->count; i > 0; i--) {
        if (self->tags[i - 1] == tag) {
            self->count = i - 1;
            return;
        }
        if (kind_at(self, i - 1) & SPECIAL) {
            return;
        }
    }
}

/* What the values of a statement's fields are called in JSON. */
#include "hearsay.h"

#define NAMED(names, value)                                                                        \
    ((size_t)(value) < sizeof(names) / sizeof *(names) && (names)[value] != NULL ? (names)[value]  \
                                                                                 : "unknown")

const char *hearsay_kind_name(hearsay_kind kind) {
    static const char *const NAMES[] = {
        [HEARSAY_KIND_STATEMENT] = "statement", [HEARSAY_KIND_BELIEF] = "belief",
        [HEARSAY_KIND_INTENTION] = "intention", [HEARSAY_KIND_PERCEPTION] = "perception",
        [HEARSAY_KIND_DECREE] = "decree",       [HEARSAY_KIND_ATTITUDE] = "attitude",
    };
    return NAMED(NAMES, kind);
}

const char *hearsay_polarity_name(hearsay_polarity polarity) {
    static const char *const NAMES[] = {
        [HEARSAY_POLARITY_ASSERTED] = "asserted",
        [HEARSAY_POLARITY_NEGATED] = "negated",
        [HEARSAY_POLARITY_CONDITIONAL] = "conditional",
        [HEARSAY_POLARITY_QUESTION] = "question",
    };
    return NAMED(NAMES, polarity);
}

const char *hearsay_sourcing_name(hearsay_sourcing sourcing) {
    static const char *const NAMES[] = {
        [HEARSAY_SOURCING_NONE] = "none",
        [HEARSAY_SOURCING_DOCUMENT] = "document",
        [HEARSAY_SOURCING_OUTLET] = "outlet",
        [HEARSAY_SOURCING_NAMED] = "named",
        [HEARSAY_SOURCING_ROLE] = "role",
        [HEARSAY_SOURCING_ANONYMOUS] = "anonymous",
        [HEARSAY_SOURCING_COLLECTIVE] = "collective",
    };
    return NAMED(NAMES, sourcing);
}

const char *hearsay_occasion_name(hearsay_occasion occasion) {
    static const char *const NAMES[] = {
        [HEARSAY_OCCASION_INTERVIEW] = "interview",
        [HEARSAY_OCCASION_SPEECH] = "speech",
        [HEARSAY_OCCASION_PRESS_CONFERENCE] = "press conference",
        [HEARSAY_OCCASION_DEBATE] = "debate",
        [HEARSAY_OCCASION_WRITTEN_STATEMENT] = "written statement",
        [HEARSAY_OCCASION_LETTER] = "letter",
        [HEARSAY_OCCASION_POST] = "post",
        [HEARSAY_OCCASION_TESTIMONY] = "testimony",
        [HEARSAY_OCCASION_COURT_FILING] = "court filing",
        [HEARSAY_OCCASION_REPORT] = "report",
        [HEARSAY_OCCASION_BOOK] = "book",
        [HEARSAY_OCCASION_CALL] = "call",
        [HEARSAY_OCCASION_MEETING] = "meeting",
        [HEARSAY_OCCASION_POLL] = "poll",
    };
    return NAMED(NAMES, occasion);
}

const char *hearsay_speaker_type_name(hearsay_speaker_type type) {
    static const char *const NAMES[] = {
        [HEARSAY_SPEAKER_UNNAMED] = "unnamed",
        [HEARSAY_SPEAKER_PERSON] = "person",
        [HEARSAY_SPEAKER_ORGANIZATION] = "organization",
        [HEARSAY_SPEAKER_OUTLET] = "outlet",
        [HEARSAY_SPEAKER_DOCUMENT] = "document",
        [HEARSAY_SPEAKER_GROUP] = "group",
        [HEARSAY_SPEAKER_AUTHOR] = "author",
    };
    return NAMED(NAMES, type);
}

const char *hearsay_variant_kind_name(hearsay_variant_kind kind) {
    static const char *const NAMES[] = {
        [HEARSAY_VARIANT_IDENTICAL] = "identical", [HEARSAY_VARIANT_TRUNCATED] = "truncated",
        [HEARSAY_VARIANT_ELIDED] = "elided",       [HEARSAY_VARIANT_EDITED] = "edited",
        [HEARSAY_VARIANT_PARTIAL] = "partial",     [HEARSAY_VARIANT_PARAPHRASE] = "paraphrase",
    };
    return NAMED(NAMES, kind);
}

const char *hearsay_turn_name(unsigned turn) {
    static const char *const NAMES[] = {
        [HEARSAY_TURN_NEGATION] = "negation", [HEARSAY_TURN_HEDGE] = "hedge",
        [HEARSAY_TURN_NUMBER] = "number",     [HEARSAY_TURN_SPEAKER] = "speaker",
        [HEARSAY_TURN_MARKS] = "marks",
    };
    return NAMED(NAMES, turn);
}

const char *hearsay_edit_kind_name(hearsay_edit_kind kind) {
    static const char *const NAMES[] = {
        [HEARSAY_EDIT_SAME] = "same",
        [HEARSAY_EDIT_DROPPED] = "dropped",
        [HEARSAY_EDIT_ADDED] = "added",
        [HEARSAY_EDIT_REPLACED] = "replaced",
    };
    return NAMED(NAMES, kind);
}

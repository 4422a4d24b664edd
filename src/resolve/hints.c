#include "resolve/hints.h"

#include "base/buf.h"
#include "resolve/lists.h"

#include <math.h>

static const char *const NAMES[HINT_COUNT] = {
    [HINT_ALWAYS] = "always",
    [HINT_FULL_NAME] = "full_name",
    [HINT_SHORT_NAME] = "short_name",
    [HINT_SINGLE_NAME] = "single_name",
    [HINT_PRONOUN] = "pronoun",
    [HINT_DESCRIPTION] = "description",
    [HINT_NAMED_ELSEWHERE] = "named_elsewhere",
    [HINT_FIRST_PERSON] = "first_person",
    [HINT_AUTHOR] = "author",
    [HINT_RELATIVE] = "relative",
    [HINT_NOBODY] = "nobody",
    [HINT_NO_SOURCE] = "no_source",
    [HINT_LEFT_OUT] = "left_out",
    [HINT_SEVERAL] = "several",
    [HINT_ANTECEDENT_ODDS] = "antecedent_odds",
    [HINT_ANTECEDENT_FAR] = "antecedent_far",
    [HINT_PERSON] = "person",
    [HINT_BODY] = "body",
    [HINT_OTHER_KIND] = "other_kind",
    [HINT_PLURAL] = "plural",
    [HINT_OFTEN] = "often",
    [HINT_LONG] = "long",
    [HINT_WITHIN] = "within",
    [HINT_PRESUMED] = "presumed",
    [HINT_IS_NONE] = "is_none",
    [HINT_IS_DOCUMENT] = "is_document",
    [HINT_IS_OUTLET] = "is_outlet",
    [HINT_IS_NAMED] = "is_named",
    [HINT_IS_ROLE] = "is_role",
    [HINT_IS_ANONYMOUS] = "is_anonymous",
    [HINT_IS_COLLECTIVE] = "is_collective",
    [HINT_IS_UNKNOWN] = "is_unknown",
    [HINT_LISTED] = "listed",
    [HINT_SPEAKER_ODDS] = "speaker_odds",
};

const char *hint_name(hint which) {
    return NAMES[which];
}

void confidence_weights_read(confidence_weights *out) {
    static const char *const WHAT[CONFIDENCE_COUNT] = {"speaker", "sourcing"};
    for (size_t what = 0; what < CONFIDENCE_COUNT; what++) {
        for (size_t i = 0; i < HINT_COUNT; i++) {
            buf name = {0};
            buf_printf(&name, "%s.%s", WHAT[what], NAMES[i]);
            str value = {0};
            bool found = list_find(LIST_OF_CONFIDENCE, buf_str(&name), &value);
            out->of[what][i] = found ? list_number(value) : 0.0F;
            buf_free(&name);
        }
    }
}

float confidence_by_hints(const confidence_weights *weights, confidence_of what,
                          const hints *from) {
    double sum = 0;
    for (size_t i = 0; i < HINT_COUNT; i++) {
        sum += (double)weights->of[what][i] * (double)from->of[i];
    }
    return (float)(1 / (1 + exp(-sum)));
}

float log_odds_of(float probability) {
    static const double LEAST = 0.001;
    double p = (double)probability;
    return (float)log(fmax(p, LEAST) / fmax(1 - p, LEAST));
}

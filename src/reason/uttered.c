#include "reason/uttered.h"

#include "base/ascii.h"
#include "reason/reporting.h"

static bool cue_has(const paper *in, const hearsay_statement *of, str word) {
    span where;
    return of->cue.count > 0 && find_name(in->is->text, hull(of->cue), word, &where);
}

/* "Pike was convicted of arson": who is charged says nothing. */
static bool is_of_accused(const paper *in, const hearsay_statement *of) {
    static const char *const CHARGED[] = {"charged",  "convicted", "accused",
                                          "indicted", "sentenced", "acquitted"};
    bool named = of->cue.count > 0 && of->source.count > 0 &&
                 of->source.items[0].begin < of->cue.items[0].begin;
    bool passive = cue_has(in, of, STR("was")) || cue_has(in, of, STR("were")) ||
                   cue_has(in, of, STR("is")) || cue_has(in, of, STR("are")) ||
                   cue_has(in, of, STR("been")) || cue_has(in, of, STR("with")) ||
                   cue_has(in, of, STR("of")) || cue_has(in, of, STR("Charged"));
    for (size_t i = 0; named && passive && i < sizeof CHARGED / sizeof *CHARGED; i++) {
        if (cue_has(in, of, str_from(CHARGED[i]))) {
            return true;
        }
    }
    return named && (cue_has(in, of, STR("faces")) || cue_has(in, of, STR("Charged")));
}

/* "He declined to sign": an act that was not done. */
static bool is_refused_act(const paper *in, const hearsay_statement *of) {
    size_t pos = of->content.count > 0 ? of->content.items[0].begin : 0;
    return of->cue.count > 0 && part_has(in->is->text, hull(of->cue), REFUSES) &&
           ascii_equal(next_word(in->is->text, hull(of->content), &pos), STR("to"));
}

bool is_uttered(const paper *in, const hearsay_statement *of) {
    bool inner = of->kind == HEARSAY_KIND_BELIEF || of->kind == HEARSAY_KIND_ATTITUDE ||
                 of->kind == HEARSAY_KIND_INTENTION || of->kind == HEARSAY_KIND_PERCEPTION;
    bool quoted = of->type != HEARSAY_INDIRECT && of->parent >= in->is->statement_count;
    for (size_t i = 0; inner && !quoted && i < of->cue.count; i++) {
        inner =
            !part_has(in->is->text, (span){of->cue.items[i].begin, of->cue.items[i].end}, UTTERS);
    }
    if (is_of_accused(in, of) || is_refused_act(in, of)) {
        return false;
    }
    bool asked = of->polarity == HEARSAY_POLARITY_QUESTION && cue_has(in, of, STR("would"));
    bool supposed =
        (of->polarity == HEARSAY_POLARITY_CONDITIONAL && !cue_has(in, of, STR("will"))) || asked;
    return !supposed && (!inner || quoted || of->sourcing == HEARSAY_SOURCING_OUTLET);
}

#include "reason/uttered.h"

#include "base/ascii.h"
#include "reason/nouns.h"
#include "reason/reporting.h"

static bool cue_has(const paper *in, const hearsay_statement *of, str word) {
    span where;
    return of->cue.count > 0 && find_name(in->is->text, hull(of->cue), word, &where);
}

/* Whether a word of the cue is one of those, however its letters are written. */
static bool cue_has_one_of(const paper *in, const hearsay_statement *of, str words) {
    if (of->cue.count == 0) {
        return false;
    }
    span cue = hull(of->cue);
    size_t pos = cue.begin;
    for (str word = next_word(in->is->text, cue, &pos); word.data != NULL;
         word = next_word(in->is->text, cue, &pos)) {
        if (ascii_has_word(words, word)) {
            return true;
        }
    }
    return false;
}

static bool source_stands_before_cue(const hearsay_statement *of) {
    return of->cue.count > 0 && of->source.count > 0 &&
           of->source.items[0].begin < of->cue.items[0].begin;
}

/* "Pike was convicted of arson": who is charged says nothing. */
static bool is_of_accused(const paper *in, const hearsay_statement *of) {
    static const char *const CHARGED[] = {"charged",  "convicted", "accused",
                                          "indicted", "sentenced", "acquitted"};
    bool named = source_stands_before_cue(of);
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

/* "He has drawn criticism for not acting": others criticize. */
static bool is_of_criticized(const paper *in, const hearsay_statement *of) {
    return source_stands_before_cue(of) &&
           cue_has_one_of(in, of,
                          STR("criticism praise fire condemnation scorn scrutiny ire outrage")) &&
           cue_has_one_of(in, of,
                          STR("draw draws drew drawn drawing face faces faced facing receive "
                              "receives received attract attracts attracted spark sparked win won "
                              "under come came"));
}

/* "The patch is designed to": somebody else did that, and nothing is said. */
static bool is_of_designed(const paper *in, const hearsay_statement *of) {
    return source_stands_before_cue(of) &&
           cue_has_one_of(in, of, STR("is are was were be been being")) &&
           cue_has_one_of(in, of, STR("designed intended meant supposed expected"));
}

/* "to warn his supporters about the dangers": who stands right behind such a verb is told, and does
 * not tell. Of what is quoted the speaker may stand there. */
static bool is_of_addressed(const paper *in, const hearsay_statement *of) {
    if (of->type != HEARSAY_INDIRECT || of->cue.count == 0 || of->source.count == 0 ||
        of->content.count == 0) {
        return false;
    }
    span cue = hull(of->cue), source = hull(of->source), content = hull(of->content);
    str between = ascii_trim(str_slice(in->is->text, (span){cue.end, source.begin}));
    return cue.end <= source.begin && source.end <= content.begin && between.size == 0 &&
           cue_has_one_of(in, of,
                          STR("warn warns warned warning urge urges urged urging tell tells told "
                              "telling ask asks asked asking remind reminds reminded reminding "
                              "assure assured assures assuring inform informs informed advise "
                              "advises advised order orders ordered persuade persuaded convince "
                              "convinced"));
}

/* "Users are advised to download it", "he was told that": who is told says nothing. */
static bool is_of_told(const paper *in, const hearsay_statement *of) {
    size_t pos = of->content.count > 0 ? of->content.items[0].begin : 0;
    return of->type == HEARSAY_INDIRECT && of->content.count > 0 && source_stands_before_cue(of) &&
           cue_has_one_of(in, of, STR("is are was were be been being")) &&
           cue_has_one_of(in, of,
                          STR("advised urged told asked warned ordered reminded informed "
                              "instructed invited")) &&
           ascii_has_word(STR("to that if whether of about"),
                          next_word(in->is->text, hull(of->content), &pos));
}

/* "Vale asked the candidates to discuss it": what somebody is to say, and has not said by that. */
static bool is_of_requested(const paper *in, const hearsay_statement *of) {
    if (of->parent >= in->is->statement_count || !source_stands_before_cue(of)) {
        return false;
    }
    const hearsay_statement *outer = &in->is->statements[of->parent];
    span source = hull(of->source), cue = hull(of->cue);
    size_t pos = source.end;
    str next = next_word(in->is->text, (span){source.end, cue.end}, &pos);
    return ascii_equal(next, STR("to")) && of->type == HEARSAY_INDIRECT && outer->cue.count > 0 &&
           cue_has_one_of(in, outer,
                          STR("ask asks asked asking urge urges urged urging tell tells told order "
                              "orders ordered call calls called calling invite invites invited "
                              "encourage encourages encouraged beg begs begged require requires "
                              "required want wants wanted"));
}

/* "Microsoft issues a patch", "police released the video", "called a hearing", "offered him the
 * job": a thing is put out, called or given, and nothing is said. */
static bool is_of_thing(const paper *in, const hearsay_statement *of) {
    str text = in->is->text;
    span content = hull(of->content);
    size_t pos = content.begin;
    bool issued = cue_has_one_of(in, of,
                                 STR("issue issues issued issuing release releases released "
                                     "releasing unveil unveils unveiled launch launches "
                                     "launched ship ships shipped show shows showed showing"));
    bool called = cue_has_one_of(in, of, STR("call calls called calling"));
    bool offered = cue_has_one_of(in, of, STR("offer offers offered offering"));
    if (of->type != HEARSAY_INDIRECT || !(issued || called || offered)) {
        return false;
    }
    for (str word = next_word(text, content, &pos); word.data != NULL;
         word = next_word(text, content, &pos)) {
        if (ascii_has_word(STR("to of for with in on from that"), word)) {
            return false; /* its first noun phrase is over */
        }
        if ((issued && ascii_has_word(STR("patch patches update updates fix fixes software video "
                                          "videos footage photo photos photograph photographs "
                                          "picture pictures image images album film version "
                                          "product products"),
                                      word)) ||
            (called &&
             ascii_has_word(STR("hearing hearings meeting election elections vote session "
                                "strike conference"),
                            word)) ||
            (offered && ascii_has_word(STR("job jobs position post role"), word))) {
            return true;
        }
    }
    return false;
}

/* "The board approved the plan", "Obama reverses a rule": an act that is told, in nobody's words.
 */
static bool is_of_act(const paper *in, const hearsay_statement *of) {
    return of->type == HEARSAY_INDIRECT && of->cue.count > 0 &&
           part_has(in->is->text, hull(of->cue), ACTS);
}

/* "The footage shows him leaving": what a camera saw nobody said. */
static bool is_of_pictures(const paper *in, const hearsay_statement *of) {
    if (of->source.count == 0 || !cue_has_one_of(in, of,
                                                 STR("show shows showed shown showing depict "
                                                     "depicts depicted capture captures "
                                                     "captured"))) {
        return false;
    }
    str last = {NULL, 0};
    size_t pos = of->source.items[0].begin;
    span source = {of->source.items[0].begin, of->source.items[0].end};
    for (str word = next_word(in->is->text, source, &pos); word.data != NULL;
         word = next_word(in->is->text, source, &pos)) {
        if (ascii_has_word(STR("of from by taken shot released posted that which"), word)) {
            break;
        }
        last = word;
    }
    return ascii_has_word(STR("video videos footage photo photos photograph photographs picture "
                              "pictures image images film clip camera cameras"),
                          last);
}

/* "The letter urged the department secretaries to": a word for people, taken for one of speech. */
static bool is_of_people(const paper *in, const hearsay_statement *of) {
    str cue = of->cue.count > 0 ? str_slice(in->is->text, hull(of->cue)) : STR("");
    size_t pos = 0;
    str word = next_word(cue, (span){0, cue.size}, &pos);
    return of->type == HEARSAY_INDIRECT && source_stands_before_cue(of) && word.size == cue.size &&
           cue.size > 0 && is_person_noun(word) && !is_verb_too(word);
}

bool is_said_of_source(const paper *in, const hearsay_statement *of) {
    if (of->type != HEARSAY_INDIRECT || of->content.count == 0 || !source_stands_before_cue(of)) {
        return false;
    }
    span cue = hull(of->cue), content = hull(of->content);
    size_t pos = content.begin;
    bool to = ascii_equal(next_word(in->is->text, content, &pos), STR("to"));
    str verb = next_word(in->is->text, content, &pos);
    return to && ascii_has_word(STR("be have"), verb) &&
           ascii_has_word(STR("said reported believed alleged rumored rumoured thought"),
                          str_slice(in->is->text, cue));
}

/* "You talk about what is in front of you": people in general say nothing. */
static bool is_of_anybody(const paper *in, const hearsay_statement *of) {
    return of->speaker.size == 0 && of->source.count > 0 &&
           ascii_has_word(STR("you one people"), str_slice(in->is->text, hull(of->source)));
}

/* "He declined to say where": what was not said has not been uttered, and neither has what somebody
 * says of others that they do not say it. But whoever pleads not guilty speaks, and so does who
 * says "I do not". */
bool is_left_unsaid(const paper *in, const hearsay_statement *of) {
    str source = of->source.count > 0 ? str_slice(in->is->text, hull(of->source)) : STR("");
    return of->kind == HEARSAY_KIND_STATEMENT && of->polarity == HEARSAY_POLARITY_NEGATED &&
           (of->type == HEARSAY_INDIRECT || of->parent < in->is->statement_count) &&
           !ascii_has_word(STR("i we"), source) &&
           !cue_has_one_of(in, of, STR("plead pleads pleaded pleading pled"));
}

/* "He declined to sign": an act that was not done. */
static bool is_refused_act(const paper *in, const hearsay_statement *of) {
    size_t pos = of->content.count > 0 ? of->content.items[0].begin : 0;
    return of->cue.count > 0 && part_has(in->is->text, hull(of->cue), REFUSES) &&
           ascii_equal(next_word(in->is->text, hull(of->content), &pos), STR("to"));
}

/* Whether what somebody thinks or feels is told in their own words. "Seeking to answer the 'smear'"
 * quotes a word of a plan, and who heard a thing did not say it. */
static bool is_in_own_words(const paper *in, const hearsay_statement *of) {
    bool inner = of->kind == HEARSAY_KIND_BELIEF || of->kind == HEARSAY_KIND_ATTITUDE;
    return of->parent >= in->is->statement_count &&
           (of->type == HEARSAY_DIRECT || (of->type != HEARSAY_INDIRECT && inner));
}

bool is_uttered(const paper *in, const hearsay_statement *of) {
    bool inner = of->kind == HEARSAY_KIND_BELIEF || of->kind == HEARSAY_KIND_ATTITUDE ||
                 of->kind == HEARSAY_KIND_INTENTION || of->kind == HEARSAY_KIND_PERCEPTION;
    bool quoted = is_in_own_words(in, of);
    for (size_t i = 0; inner && !quoted && i < of->cue.count; i++) {
        inner =
            !part_has(in->is->text, (span){of->cue.items[i].begin, of->cue.items[i].end}, UTTERS);
    }
    if (is_of_accused(in, of) || is_of_criticized(in, of) || is_of_designed(in, of) ||
        is_of_addressed(in, of) || is_of_told(in, of) || is_of_anybody(in, of) ||
        is_of_requested(in, of) || is_of_act(in, of) || is_of_pictures(in, of) ||
        is_of_people(in, of) || is_of_thing(in, of) || is_refused_act(in, of) ||
        is_left_unsaid(in, of)) {
        return false;
    }
    bool asked = of->polarity == HEARSAY_POLARITY_QUESTION && cue_has(in, of, STR("would"));
    bool supposed =
        (of->polarity == HEARSAY_POLARITY_CONDITIONAL && !cue_has(in, of, STR("will"))) || asked;
    return !supposed && (!inner || quoted || of->sourcing == HEARSAY_SOURCING_OUTLET);
}

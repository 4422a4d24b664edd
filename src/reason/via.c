#include "reason/via.h"

#include "base/ascii.h"
#include "reason/credit_lines.h"
#include "reason/names.h"
#include "reason/nouns.h"
#include "reason/reporting.h"
#include "reason/sentences.h"

/* Words before a name that are looked at, articles and the like not counted. */
enum { WORDS_BACK = 4 };

/* "In a Gazette interview" names a road, "a Gazette van" none. */
bool is_piece(str word) {
    return ascii_has_word(
        STR("interview interviews article articles story stories report reports op column "
            "editorial essay piece profile poll survey show program programme broadcast podcast "
            "documentary segment appearance account feed page post posts video videos debate "
            "forum host anchor reporter correspondent affiliate news magazine newspaper website "
            "agency service radio television blog channel network station audience"),
        word);
}

static bool is_idle(str word) {
    return ascii_has_word(STR("the a an its his her their local and this that new"), word);
}

/* The words before a name, the nearest first. */
static void words_back(str text, span before, str out[WORDS_BACK]) {
    size_t pos = before.begin;
    for (size_t i = 0; i < WORDS_BACK; i++) {
        out[i] = STR("");
    }
    for (str word = next_word(text, before, &pos); word.data != NULL;
         word = next_word(text, before, &pos)) {
        for (size_t i = WORDS_BACK - 1; i > 0 && !is_idle(word); i--) {
            out[i] = out[i - 1];
        }
        out[0] = is_idle(word) ? out[0] : word;
    }
}

/* "based on a Gazette article": what somebody goes by is not where they said it. */
static bool is_grounds(const str before[WORDS_BACK]) {
    for (size_t i = 0; i + 1 < WORDS_BACK; i++) {
        if (ascii_has_word(STR("evidence basis strength"), before[i]) ||
            (str_equal(before[i], STR("on")) && ascii_equal(before[i + 1], STR("based")))) {
            return true;
        }
    }
    return false;
}

/* Whether something is said to have come through the outlet, by what stands around its name. Said
 * to somebody there, it needs no more; else what follows must not make another thing of it. In
 * another sentence than the statement's `own` some word must lead to it. */
static bool is_road(str text, span sentence, span name, bool own) {
    str before[WORDS_BACK];
    size_t pos = name.end;
    words_back(text, (span){sentence.begin, name.begin}, before);
    if (word_does(before[0], CREDITS_AFTER)) {
        return true;
    }
    str after = next_word(text, sentence, &pos);
    bool next_to = after.data == text.data + name.end + 1 && text.data[name.end] == ' ';
    bool day =
        ascii_has_word(STR("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), after);
    bool longer = next_to && begins_with_capital(after) && !day;
    bool noun = word_class(after) == 'N' || ascii_has_word(STR("logo logos"), after);
    bool thing = next_to && noun && !is_piece(after) && !word_does(after, CREDITS_BEFORE);
    bool led_to = ascii_has_word(STR("to with on in by from at for via through"), before[0]) ||
                  (str_equal(before[0], STR("of")) && is_piece(before[1])) || /* "broadcast of" */
                  word_does(before[0], OUTLET_KIND) || word_does(after, CREDITS_BEFORE);
    return (own || led_to) && !longer && !thing && !is_grounds(before);
}

/* The first mention of an outlet in a part of the text by which something came through it; *named:
 * there are mentions. */
static span road_in(str text, span part, str name, bool own, bool *named) {
    span where, rest = part;
    while (rest.begin < rest.end && find_name(text, rest, name, &where)) {
        *named = true;
        if (is_road(text, part, where, own)) {
            return where;
        }
        rest.begin = where.end;
    }
    return (span){0, 0};
}

/* The sentences of a statement, how many these are, and that by which its road was found. */
static size_t sentences_of(const paper *in, const hearsay_statement *of, str name, span_vec *out) {
    size_t own;
    const hearsay_spans all[] = {of->source, of->cue, of->content};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; k < all[i].count; k++) {
            vec_push(out, sentence_at(in, all[i].items[k].begin));
        }
    }
    own = out->count;
    for (size_t i = 0; i < of->why_count; i++) {
        const hearsay_step *each = &of->why[i];
        if (str_equal(str_from(each->step), STR("via")) && each->span.begin < each->span.end &&
            str_equal(plain(each->note), name)) {
            vec_push(out, sentence_at(in, each->span.begin));
        }
    }
    return own;
}

/* The words by which a platform was found that is not named there: "tweeted". */
static span words_for(const hearsay_statement *of, str name) {
    for (size_t i = 0; i < of->why_count; i++) {
        const hearsay_step *each = &of->why[i];
        if (str_equal(str_from(each->step), STR("via")) && str_equal(plain(each->note), name)) {
            return (span){each->span.begin, each->span.end};
        }
    }
    return (span){0, 0};
}

static void add_one(const paper *in, const hearsay_statement *of, str name, credit_list *out) {
    span_vec sentences = {0};
    str text = in->is->text;
    span where = {0, 0};
    bool named = false;
    size_t own = sentences_of(in, of, name, &sentences);
    for (size_t i = 0; i < sentences.count && where.begin == where.end; i++) {
        where = road_in(text, sentences.items[i], name, i < own, &named);
    }
    vec_free(&sentences);
    if (named && where.begin == where.end) {
        return;
    }
    where = named ? where : words_for(of, name);
    credit_add_outlet(in, (credit){.kind = CREDIT_OUTLET, .name = name, .where = where}, out);
}

void credit_via(const paper *in, const hearsay_statement *of, credit_list *out) {
    for (size_t i = 0; i < of->via_count; i++) {
        add_one(in, of, plain(of->via[i]), out);
    }
}

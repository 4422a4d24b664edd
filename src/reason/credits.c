#include "reason/credits.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "reason/credit_lines.h"
#include "reason/credit_links.h"
#include "reason/outlets.h"
#include "reason/reporting.h"
#include "reason/uttered.h"
#include "reason/via.h"

/* --- what a statement says of itself ---------------------------------------------------------- */

/* From the outermost statement in whose content this one lies to itself. */
enum { DEPTH_MAX = 8 };

static size_t levels_of(const reason_document *in, const hearsay_statement *of,
                        const hearsay_statement *out[DEPTH_MAX]) {
    size_t count = 0;
    for (const hearsay_statement *each = of; each != NULL && count < DEPTH_MAX;
         each = each->parent < in->statement_count ? &in->statements[each->parent] : NULL) {
        out[count++] = each;
    }
    for (size_t i = 0; i < count / 2; i++) {
        const hearsay_statement *swapped = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = swapped;
    }
    return count;
}

static span first_of(hearsay_spans spans) {
    return spans.count > 0 ? hull(spans) : (span){0, 0};
}

/* The words that name a source, without their article. */
static str source_of(const paper *in, const hearsay_statement *of) {
    str words = str_slice(in->is->text, first_of(of->source));
    bool article = words.size > 4 && ascii_equal((str){words.data, 4}, STR("the "));
    return article ? str_slice(words, (span){4, words.size}) : words;
}

/* "a report from Harbour Radio": the outlet. */
static str without_report(str source) {
    static const char *const BEGIN[] = {"a report from ", "a report by ", "a report in ",
                                        "a report on ",   "report from ", "report by ",
                                        "reports from ",  "reports in "};
    for (size_t i = 0; i < sizeof BEGIN / sizeof *BEGIN; i++) {
        str begin = str_from(BEGIN[i]);
        if (str_starts(source, begin)) {
            source = str_slice(source, (span){begin.size, source.size});
            bool article = str_starts(source, STR("the "));
            return article ? str_slice(source, (span){4, source.size}) : source;
        }
    }
    return source;
}

/* The name of the news outlet that is the speaker, whatever kind of body it was taken for; data
 * NULL: it is none. The source has it in full where the speaker lacks a part of it. */
static str outlet_of(const dossier *self, const paper *in, const hearsay_statement *of) {
    str source = source_of(in, of), name = plain(of->speaker);
    bool article = source.data != str_slice(in->is->text, first_of(of->source)).data;
    if (in->is->types[of - in->is->statements] == HEARSAY_SPEAKER_PERSON && !article) {
        return (str){NULL, 0}; /* Harold Times, a farmer, but not "the West Kent Argus" */
    }
    bool body =
        of->sourcing == HEARSAY_SOURCING_COLLECTIVE || of->sourcing == HEARSAY_SOURCING_NAMED ||
        of->sourcing == HEARSAY_SOURCING_DOCUMENT || of->sourcing == HEARSAY_SOURCING_OUTLET;
    source = of->sourcing == HEARSAY_SOURCING_DOCUMENT ? without_report(source) : source;
    if (body && source.size > 0 && is_outlets_name(self, source)) {
        return source;
    }
    bool is = of->sourcing == HEARSAY_SOURCING_OUTLET ||
              (body && name.size > 0 && is_outlets_name(self, name));
    return is ? name : (str){NULL, 0};
}

/* "wrote Ivo Kral for Morning Ferry": a name behind that word in the source is where it stands. */
static void add_written_for(const paper *in, const hearsay_statement *of, credit_list *out) {
    str text = in->is->text, before = STR("");
    span source = first_of(of->source), cue = first_of(of->cue), where;
    bool written = find_name(text, cue, STR("wrote"), &where) ||
                   find_name(text, cue, STR("writes"), &where) ||
                   find_name(text, cue, STR("reported"), &where) ||
                   find_name(text, cue, STR("reports"), &where);
    size_t pos = source.begin;
    for (str word = next_word(text, source, &pos); written && word.data != NULL;
         word = next_word(text, source, &pos)) {
        size_t begin = pos - word.size, end = name_end(text, source, begin);
        if (str_equal(before, STR("for")) && end == source.end) {
            where = (span){begin, end};
            credit_add_outlet(
                in, (credit){.kind = CREDIT_OUTLET, .name = str_slice(text, where), .where = where},
                out);
        }
        before = word;
    }
}

/* "White told the Post after the hearing, where Heller said": somebody else told the outlet at
 * `name`. */
static bool is_told_by_other(const paper *in, const hearsay_statement *of, span name) {
    enum { BEFORE = 12 };
    const span before = {name.begin > BEFORE ? name.begin - BEFORE : 0, name.begin};
    const placed_list there = placed_in(in->cues, before);
    for (size_t i = 0; i < there.count && of->speaker_id != NULL; i++) {
        const hearsay_statement *each = &in->is->statements[there.items[i].item];
        span where;
        if (each->speaker_id != NULL && each->parent >= in->is->statement_count &&
            of->parent >= in->is->statement_count &&
            find_name(in->is->text, hull(each->cue), STR("told"), &where) &&
            !str_equal(str_from(each->speaker_id), str_from(of->speaker_id))) {
            return true;
        }
    }
    return false;
}

/* Outlets that are credited in the statement's sentences, and that are not in its `via`. */
static void add_from_sentences(const dossier *self, const paper *in, const hearsay_statement *of,
                               credit_list *out) {
    const hearsay_spans all[] = {of->source, of->cue};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; k < all[i].count; k++) {
            size_t kept = out->count, had = out->count;
            credited_in(self, in, sentence_at(in, all[i].items[k].begin), false, out);
            for (size_t n = had; n < out->count; n++) {
                if (!is_told_by_other(in, of, out->items[n].where)) {
                    out->items[kept++] = out->items[n];
                }
            }
            out->count = kept;
        }
    }
}

/* The last word of a name. */
static str surname_of(str name) {
    str last = {NULL, 0};
    size_t pos = 0;
    span whole = {0, name.size};
    for (str word = next_word(name, whole, &pos); word.data != NULL;
         word = next_word(name, whole, &pos)) {
        last = word;
    }
    return last;
}

/* Whether the speaker of a statement is told to speak in a sentence, too. */
static bool speaks_in(const paper *in, const hearsay_statement *of, size_t sentence) {
    const placed_list there = placed_in(in->cues, sentence_reach(in, sentence));
    for (size_t i = 0; i < there.count && of->speaker_id != NULL; i++) {
        const char *speaker = in->is->statements[there.items[i].item].speaker_id;
        if (speaker != NULL && str_equal(str_from(speaker), str_from(of->speaker_id))) {
            return true;
        }
    }
    return false;
}

/* "..., Steele told the newspaper. “...,” he said.": the outlet that is meant, also of what the
 * same one says in the next sentence. */
static void add_called_by_kind(const dossier *self, const paper *in, const hearsay_statement *of,
                               credit_list *out) {
    if (of->cue.count == 0) {
        return;
    }
    size_t sentence = sentence_place(in, of->cue.items[0].begin);
    credited_as_kind(self, in, sentence, out);
    if (sentence > 0 && speaks_in(in, of, sentence - 1)) {
        credited_as_kind(self, in, sentence - 1, out);
    }
}

/* "Steele told state television. He said ...": the outlet that only the sentence before names, and
 * of which resolution knows nothing. */
static void add_told_before(const dossier *self, const paper *in, const hearsay_statement *of,
                            credit_list *out) {
    str source = str_slice(in->is->text, first_of(of->source));
    size_t own = of->cue.count > 0 ? sentence_place(in, of->cue.items[0].begin) : 0;
    for (size_t i = 0; i < out->count; i++) {
        if (out->items[i].kind == CREDIT_OUTLET) {
            return;
        }
    }
    if (own == 0 || own == in->sentence_count || !ascii_has_word(STR("he she"), source)) {
        return;
    }
    const placed_list there = placed_in(in->cues, sentence_reach(in, own - 1));
    for (size_t i = 0; i < there.count && of->speaker_id != NULL; i++) {
        const hearsay_statement *each = &in->is->statements[there.items[i].item];
        span cue = first_of(each->cue), where;
        bool told = find_name(in->is->text, cue, STR("told"), &where);
        if (told && each->via_count == 0 && each->speaker_id != NULL &&
            str_equal(str_from(each->speaker_id), str_from(of->speaker_id))) {
            credited_in(self, in, (span){cue.begin, sentence_at(in, cue.begin).end}, false, out);
        }
    }
}

/* "..., the Standard reported, quoting Ivo Kral. “...,” Kral said.": the sentence before credits an
 * outlet and names the speaker. */
static void add_from_sentence_before(const dossier *self, const paper *in,
                                     const hearsay_statement *of, credit_list *out) {
    size_t own = sentence_place(in, of->cue.count > 0 ? of->cue.items[0].begin : 0);
    str surname = surname_of(plain(of->speaker));
    bool outlet = false;
    for (size_t i = 0; i < out->count; i++) {
        outlet = outlet || out->items[i].kind == CREDIT_OUTLET;
    }
    if (outlet || surname.size <= 2 || own == 0 || own == in->sentence_count) {
        return;
    }
    span before = in->sentences[own - 1], where;
    if (in->sentences[own].begin - before.end <= 1 && part_has(in->is->text, before, QUOTES) &&
        find_name(in->is->text, before, surname, &where)) {
        credited_in(self, in, before, false, out);
    }
}

/* The statement whose cue stands in the sentence before, and that an outlet makes; NULL: none. */
static const hearsay_statement *outlets_before(const dossier *self, const paper *in,
                                               const hearsay_statement *of) {
    size_t own = of->cue.count > 0 ? sentence_place(in, of->cue.items[0].begin) : 0;
    if (own == 0 || own == in->sentence_count) {
        return NULL;
    }
    const placed_list there = placed_in(in->cues, sentence_reach(in, own - 1));
    for (size_t i = 0; i < there.count; i++) {
        const hearsay_statement *each = &in->is->statements[there.items[i].item];
        bool outer = each->parent >= in->is->statement_count;
        if (outer && outlet_of(self, in, each).data != NULL) {
            return each;
        }
    }
    return NULL;
}

/* "State television says ... The report says", "..., reported the Courier. Another 19 percent say":
 * what an outlet told of right before is from there. */
static void add_outlets_report(const dossier *self, const paper *in, const hearsay_statement *of,
                               credit_list *out) {
    str source = str_slice(in->is->text, first_of(of->source));
    bool report = ascii_equal(source, STR("the report")) ||
                  ascii_equal(source, STR("the broadcast")) ||
                  ascii_equal(source, STR("the dispatch"));
    bool polled = ascii_has_word(source, STR("percent"));
    const hearsay_statement *told = report || polled ? outlets_before(self, in, of) : NULL;
    if (told == NULL && polled) {
        size_t own = sentence_place(in, first_of(of->source).begin);
        if (own > 0 && own < in->sentence_count) {
            credited_in(self, in, in->sentences[own - 1], false, out);
        }
    } else if (told != NULL) {
        credit_add_outlet(in,
                          (credit){.kind = CREDIT_OUTLET,
                                   .name = outlet_of(self, in, told),
                                   .where = first_of(told->source)},
                          out);
    }
}

static bool shares_a_word(str a, str b) {
    size_t pos = 0;
    span whole = {0, a.size}, where;
    for (str word = next_word(a, whole, &pos); word.data != NULL;
         word = next_word(a, whole, &pos)) {
        if (word.size > 3 && find_name(b, (span){0, b.size}, word, &where)) {
            return true;
        }
    }
    return false;
}

/* Whether who tells it and who said it are one: by what was found, and because nothing else is said
 * of the second than a pronoun or a part of the first's name. */
static bool is_same_speaker(const paper *in, const hearsay_statement *outer,
                            const hearsay_statement *inner) {
    enum { PRONOUN_MOST = 4 };
    str source = source_of(in, inner), name = plain(outer->speaker);
    return outer->speaker_id != NULL && inner->speaker_id != NULL &&
           (str_equal(str_from(outer->speaker_id), str_from(inner->speaker_id)) ||
            shares_a_word(name, plain(inner->speaker))) &&
           (source.size <= PRONOUN_MOST || shares_a_word(source, name));
}

/* Whether an outlet speaks for itself, and does not tell what it heard. */
static bool speaks_for_itself(const paper *in, const hearsay_statement *of) {
    span cue = of->cue.count > 0 ? hull(of->cue) : (span){0, 0}, where;
    return of->type != HEARSAY_INDIRECT && !find_name(in->is->text, cue, STR("reported"), &where) &&
           !find_name(in->is->text, cue, STR("reports"), &where);
}

/* An outlet that tells it; one that was credited already has its date from here. */
static void add_telling_outlet(const paper *in, credit made, bool for_itself, credit_list *out) {
    for (size_t i = 0; i < out->count; i++) {
        credit *other = &out->items[i];
        if (other->kind == CREDIT_OUTLET && is_one_outlet(other->name, made.name)) {
            other->by = made.by;
            other->kind = for_itself ? CREDIT_SPEAKER : CREDIT_OUTLET;
            return;
        }
    }
    if (for_itself) {
        vec_push(out, made);
    } else {
        credit_add_outlet(in, made, out);
    }
}

static void add_speaker(const dossier *self, const paper *in, const hearsay_statement *of,
                        const hearsay_statement *inner, credit_list *out) {
    credit made = {.kind = inner == NULL ? CREDIT_SPEAKER : CREDIT_SOURCE,
                   .name = of->speaker.size > 0 ? plain(of->speaker) : source_of(in, of),
                   .where = first_of(of->source),
                   .by = of};
    str outlet = outlet_of(self, in, of);
    if (is_said_of_source(in, of)) {
        return;
    }
    if (outlet.data != NULL) {
        bool for_itself = inner == NULL && speaks_for_itself(in, of);
        made.kind = for_itself ? CREDIT_SPEAKER : CREDIT_OUTLET;
        made.name = outlet;
        add_telling_outlet(in, made, for_itself, out);
    } else if (made.name.size > 0 && of->sourcing != HEARSAY_SOURCING_NONE &&
               (inner == NULL ||
                (!str_equal(made.name, STR("author")) && !is_same_speaker(in, of, inner)))) {
        vec_push(out, made);
    }
}

/* "Valais Radio reported that ..., quoting the head of the rescue service, Beat Zurbriggen.": of
 * what an outlet tells, the words after such a word up to the end of the sentence or clause. */
static void add_quoted(const dossier *self, const paper *in, const hearsay_statement *of,
                       credit_list *out) {
    span sentence = sentence_at(in, of->cue.count > 0 ? of->cue.items[0].begin : 0);
    str text = in->is->text;
    size_t pos = sentence.begin, begin = sentence.end;
    for (size_t i = 0; i < out->count; i++) {
        if (out->items[i].kind == CREDIT_SPEAKER) {
            return;
        }
    }
    for (str word = next_word(text, sentence, &pos); word.data != NULL;
         word = next_word(text, sentence, &pos)) {
        begin = word_does(word, QUOTES) ? pos : begin;
    }
    size_t end = sentence.end;
    while (end > begin && !ascii_is_alphanumeric(text.data[end - 1])) {
        end--;
    }
    span where = trim(text, (span){begin < end ? begin : end, end});
    str name = str_slice(text, where);
    bool short_enough = name.size > 0 && name.size < 100;
    if (short_enough && !is_outlets_name(self, name)) {
        vec_push(out, (credit){.kind = CREDIT_SPEAKER, .name = name, .where = where});
    }
}

/* --- all -------------------------------------------------------------------------------------- */

bool credits_of(const dossier *self, const claim *of, credit_list *out) {
    const paper *in = &self->papers[of->document];
    const hearsay_statement *is = statement_of(self, of), *levels[DEPTH_MAX];
    credit_lines(self, in, out);
    size_t depth = is != NULL ? levels_of(in->is, is, levels) : 0;
    while (depth > 0 && !is_uttered(in, levels[depth - 1])) {
        depth--;
    }
    for (size_t i = 0; i < depth; i++) {
        credit_via(in, levels[i], out);
        add_from_sentences(self, in, levels[i], out);
        add_called_by_kind(self, in, levels[i], out);
        add_written_for(in, levels[i], out);
        add_outlets_report(self, in, levels[i], out);
        add_told_before(self, in, levels[i], out);
        if (i + 1 == depth) {
            add_from_sentence_before(self, in, levels[i], out);
        }
        bool last = i + 1 == depth;
        if (last || !is_left_unsaid(in, levels[i])) {
            add_speaker(self, in, levels[i], last ? NULL : levels[i + 1], out);
        }
    }
    if (depth > 0) {
        add_quoted(self, in, levels[0], out);
    }
    if (is == NULL) {
        credited_in(self, in, of->where, false, out);
    } else if (depth == 0) {
        credit_via(in, is, out);
        add_from_sentences(self, in, is, out);
    }
    credit_links(in, of, is, out);
    return is == NULL || depth > 0;
}

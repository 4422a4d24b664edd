/* Stage 6, identify: speakers of different documents -> which of them are one person or body.
 *
 * A join. From what a document tells of a speaker a *profile* is made: its names as they are
 * compared, and *keys*. Profiles that share a key are candidates; a pair is judged by the two
 * profiles and the keys that they share alone; and groups are what is joined, so the order in which
 * documents come does not matter. Nobody is known by a surname alone, nor a body by a word that
 * many bear: they need company, names and roles that both documents have.
 *
 * A profile is text, so that a store can keep it and compare it by its bytes. Speakers whose names
 * alone tell who they are have the same profile in every document; it is judged once. All memory is
 * in the arenas that are given. */
#ifndef IDENTIFY_IDENTIFY_H
#define IDENTIFY_IDENTIFY_H

#include "base/arena.h"
#include "base/str.h"
#include "hearsay.h"

typedef enum {
    KEY_NAME,   /* a form of the name: who shares it may be one */
    KEY_ROLE,   /* the name as often as not, and a title or a word that describes it */
    KEY_COMPANY /* the same, and somebody or something else that the document names */
} identify_key_kind;

typedef struct {
    identify_key_kind kind;
    str text; /* whole, as it is compared: `name`, or `name`|`item` */
    str name; /* "p hastings": of a person, by the sound of the surname */
    str item; /* what of it a reader is shown: "fish and wildlife service" */
} identify_key;

typedef struct {
    str text; /* lines; data NULL where nothing is known by which it might be known again */
    identify_key *keys; /* [key_count] without doubles, sorted by text */
    size_t key_count;
} speaker_profile;

/* `named`: whom and what the speaker's document names. Several who speak together, unnamed
 * speakers and authors have none; members of a group are speakers of their own. */
void identify_profile(const hearsay_speaker *who, const hearsay_str *named, size_t named_count,
                      arena *into, speaker_profile *out);

/* Why two are one. */
typedef struct {
    const char *kind; /* "full name", "nickname", "spelling", "initials", "acronym", "role", ... */
    str text;
} identify_evidence;

enum { EVIDENCE_MAX = 8 };

typedef struct {
    int strength; /* 0: not joined; else the higher the surer */
    identify_evidence evidence[EVIDENCE_MAX];
    size_t evidence_count;
} identify_verdict;

/* Whether names alone do not tell who it is, so that nobody else has the profile. */
bool identify_is_alone(str profile);

/* Judges two profiles by their texts and, where one of them is alone, the keys of kinds ROLE and
 * COMPANY that they share. It does not matter which is which. */
void identify_judge(str a, str b, const identify_key *shared, size_t count, arena *into,
                    identify_verdict *out);

/* Whether the two are plainly different: another first name that is no form of it, another sex, a
 * generation apart, a person and a body. */
bool identify_apart(str a, str b);

/* What is said of two profiles, by a verdict or, above all verdicts, by the user. */
typedef struct {
    size_t a, b;  /* places in the list of profiles */
    int strength; /* of the verdict; BY_HAND: the user joins them; PARTED: keeps them apart */
} identify_bond;

enum { BY_HAND = 1000, PARTED = -1 };

/* Sets for each profile the place of the first one of its group. Bonds are taken from the strongest
 * on, ties by the texts; one that would put two into a group that are plainly different, or that
 * the user has parted, is left out; then groups are joined by hand. So the groups are the same
 * whatever the order of both lists. */
void identify_groups(const str *profiles, size_t count, const identify_bond *bonds,
                     size_t bond_count, arena *into, size_t *groups);

/* All at once, in memory: sets for each profile, whose texts may be the same, the place of the
 * first one of its group. */
void identify_all(const speaker_profile *profiles, size_t count, arena *into, size_t *groups);

#endif

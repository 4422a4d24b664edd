/* Entities while they are found: for entities.c and the sieves alone. */
#ifndef RESOLVE_CLUSTERS_H
#define RESOLVE_CLUSTERS_H

#include "base/lexicon.h"
#include "base/vec.h"
#include "resolve/entities.h"

/* People of one surname. */
typedef struct {
    size_t latest;   /* entity that was mentioned last, NO_ENTITY before any */
    size_t foremost; /* entity with the most full mentions */
    size_t count;
} surname;

/* A description or a name by the noun that it has: "director" of "the CIA director". */
typedef struct {
    size_t mention;
    size_t entity;
    uint32_t older; /* 1 + the entry before it of the same noun; 0 where there is none */
} described;

typedef struct {
    const token_list *tokens;
    mention_list *mentions;
    arena *into;
    VEC(entity) entities;
    VEC(size_t) merged; /* for each entity, the one it is part of; itself where it stands alone */
    VEC(size_t) full_count; /* for each entity, its mentions of several words */
    VEC(surname) surnames;
    VEC(described) described;
    lexicon names;      /* full names, and first and last names: 1 + entity */
    lexicon last_names; /* 1 + place in surnames */
    lexicon forenames;  /* 1 + entity; AMBIGUOUS where there are two */
    lexicon parts;      /* ends and beginnings of names of bodies: 1 + entity; AMBIGUOUS */
    lexicon acronyms;   /* 1 + entity; AMBIGUOUS */
    lexicon beginnings; /* initials of beginnings of longer names: 1 + place in spelled */
    VEC(token_range) spelled;
    lexicon words; /* single words that are names: 1 + entity */
    lexicon nouns; /* 1 + place in described */
} clusters;

enum { AMBIGUOUS = INT32_MAX };

/* The entity that this one has become part of. */
size_t cluster_of(clusters *self, size_t who);

/* A new entity with the mention, or the mention added to one. */
size_t cluster_new(clusters *self, size_t index);
void cluster_add(clusters *self, size_t who, size_t index);

/* From now on one is the other. */
void cluster_merge(clusters *self, size_t from, size_t into);

/* Sieves: names.c reads them, these bring them together. */
void cluster_names(clusters *self);
void cluster_appositions(clusters *self);
void cluster_descriptions(clusters *self);

/* The mention by the noun that tells what it is of: `described` gets it. */
void cluster_enter_noun(clusters *self, const token *noun, size_t index, size_t who);

/* Small letters of the words of a name, without stops and suffixes, a blank between: in the arena.
 */
str name_key(clusters *self, token_range name);

#endif

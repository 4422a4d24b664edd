/* What the sieves of names have in common: cluster_names.c and cluster_bodies.c. */
#ifndef RESOLVE_CLUSTER_PARTS_H
#define RESOLVE_CLUSTER_PARTS_H

#include "base/buf.h"
#include "resolve/clusters.h"

/* Words of a mention's name. */
size_t name_words(const mention *self);

/* What was made, in the arena of the clusters; `made` is freed. */
str key_kept(clusters *self, buf *made);

/* A first and a last name: "max roth". */
str name_joined(clusters *self, str first, str last);

/* The last word of a name that is no suffix. */
const token *name_last_word(const clusters *self, const mention *of);

/* Whether a name of several words ends in "Jr.", "III" and the like. */
bool name_has_suffix(const clusters *self, const mention *of);

/* The key of a surname or a whole name with the suffix that `of` has: "max roth jr". */
str name_suffixed(clusters *self, str key, const mention *of);

/* Whether the two bear one name and are two people: Max Roth Jr. is neither Max Roth III nor the
 * Max Roth whom the text named before him. */
bool name_is_namesakes(clusters *self, const mention *of, size_t who);

/* From now on the key means this entity, or nobody where it meant another. */
void cluster_note(lexicon *map, str key, size_t who);

/* The entity that a key means; NO_ENTITY where it means none or several. */
size_t cluster_find(clusters *self, const lexicon *map, str key);

/* Whether it may be somebody's name, as far as it tells. */
bool is_person_like(const mention *of);

/* Whether a body bears the name of somebody: the Ford Foundation is not Ford. */
bool is_named_after(const clusters *self, size_t who);

/* Gives the mention of a body's name of several words its entity. */
void cluster_place_body(clusters *self, size_t index);

/* A body whose whole name is the end of one other's is that one. */
void cluster_join_parts(clusters *self);

/* Notes the acronyms of all bodies, once those that are one are joined. */
void cluster_note_acronyms(clusters *self);

#endif

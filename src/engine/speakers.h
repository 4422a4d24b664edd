/* The cast of a document -> its speakers, as others may know them. */
#ifndef ENGINE_SPEAKERS_H
#define ENGINE_SPEAKERS_H

#include "engine/document.h"
#include "resolve/resolve.h"

/* Gives the statements their speaker_id, and the findings their speakers and the names beside
 * them. Everything is copied to found->memory. */
void speakers_take(const resolution *from, str document_id, findings *found);

/* Drops the speakers whose statements are gone. */
void speakers_keep(findings *found);

#endif

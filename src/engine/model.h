/* A model as the stages share it: its weights and its segmenter. Immutable once it is open. */
#ifndef ENGINE_MODEL_H
#define ENGINE_MODEL_H

#include "base/buf.h"
#include "hearsay.h"
#include "model/model.h"
#include "resolve/resolve.h"
#include "segment/segment.h"

struct hearsay_model {
    model *weights;
    segmenter *segmenter; /* borrows its lists from the weights */
    resolver *resolver;
    buf maker; /* what hearsay_maker tells */
};

#endif

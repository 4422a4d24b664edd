/* What Atom says of a field's value: its media type (`type`) and, in Atom 0.3, how that is written
 * (`mode`). RSS says nothing of either. */
#ifndef READ_FEED_TYPE_H
#define READ_FEED_TYPE_H

#include "read/feed.h"

typedef struct {
    feed_form form;
    bool packed;  /* it is base64 */
    bool foreign; /* it is no text, but a picture and the like */
} feed_type;

/* Of two attributes, which have data NULL where they are not there; `otherwise` is the form of what
 * they do not tell of. */
feed_type feed_type_of(str type, str mode, feed_form otherwise);

#endif

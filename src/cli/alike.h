/* Whether two texts have anything to do with each other. */
#ifndef CLI_ALIKE_H
#define CLI_ALIKE_H

#include "base/str.h"

/* How many of the different words of `text`, of five bytes or more, `other` has, too: 0 to 1; 1
 * where it has none such. Letters of either case are the same. */
double alike_share(str text, str other);

#endif

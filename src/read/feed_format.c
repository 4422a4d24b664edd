#include "read/format.h"
static bool begins(const beginning *look) { (void)look; return false; }
const format FEED_FORMAT = {.id = HEARSAY_INPUT_FEED, .begins = begins};

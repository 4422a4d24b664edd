#include "read/format.h"
static bool begins(const beginning *look) { (void)look; return false; }
const format WARC_FORMAT = {.id = HEARSAY_INPUT_WARC, .begins = begins};

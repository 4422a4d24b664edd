/* What is packed, unpacked as it is read: gzip (any number of members, as WARC files have one a
 * record), zlib's and raw deflate (as HTTP sends them), and zstd (any number of frames, with the
 * dictionary that a WARC file may begin with). */
#ifndef READ_UNPACK_H
#define READ_UNPACK_H

#include "read/stream.h"

enum { PACKED_MARK_MAX = 4 }; /* bytes by which it is known */

/* Streams of what is packed in another stream, which they own. Reading them fails with
 *   HEARSAY_FORMAT     where it is damaged or cut off; the next call goes on with the member or
 *                      frame after that
 *   HEARSAY_TOO_LARGE  where it grows more than `max_ratio` times (hearsay_input_options) */
stream *stream_gzip(stream *from, size_t max_ratio, const budget *within);
stream *stream_deflate(stream *from, size_t max_ratio, const budget *within);
stream *stream_zstd(stream *from, size_t max_ratio, const budget *within);

/* Unpacks a stream that begins so, and what is packed in that, at most `*layers` times;
 * `*layers` becomes what is left of them. `*top` becomes the innermost one, also on failure.
 * HEARSAY_TOO_LARGE where there are more layers; else as stream_fill, which it calls until it has
 * seen enough. */
hearsay_status stream_unpack(stream **top, size_t *layers, size_t max_ratio, const budget *within,
                             hearsay_error *error);

/* Whether so much was unpacked of so few bytes that no more should be: HEARSAY_TOO_LARGE. The
 * first bytes (16 MB) are free, as a small file does no harm. */
hearsay_status unpack_check(size_t packed, size_t unpacked, size_t max_ratio, hearsay_error *error);

#endif

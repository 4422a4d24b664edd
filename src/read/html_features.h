/* What is known of a block of a page when it is judged whether it belongs to the article: numbers
 * of a fixed order, between about -1 and 3, that a linear model weighs.
 *
 * It is judged twice. First by the block alone and the words around it; then also by stacked
 * features, which are made of how its neighbours and those in the same elements were judged, as an
 * article is one stretch of a page and its parts are made alike. */
#ifndef READ_HTML_FEATURES_H
#define READ_HTML_FEATURES_H

#include "read/html_page.h"

enum { HTML_ALONE = 123, HTML_STACKED = 40, HTML_FEATURES = HTML_ALONE + HTML_STACKED };

/* The ways in which a page tells its title. */
enum { HTML_TITLES = 3 };

/* Fills in features[i][0 .. HTML_ALONE) for every block i. `titles` are html_letters_hash
 * of the page's title, of nothing where it is not told. */
void html_features_alone(const html_page *page, const uint64_t titles[HTML_TITLES],
                         float (*features)[HTML_FEATURES]);

/* Fills in the stacked ones. `chance[i]`, between 0 and 1, is how block i was judged by the first.
 */
void html_features_stacked(const html_page *page, const float *chance,
                           float (*features)[HTML_FEATURES]);

#endif

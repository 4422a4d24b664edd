/* Which blocks of a page are its article. */
#ifndef READ_HTML_ARTICLE_H
#define READ_HTML_ARTICLE_H

#include "read/html_features.h"

/* Two logistic models: of a block alone, and of a block among others, stacked on the first. */
typedef struct {
    float alone[HTML_ALONE];
    float stacked[HTML_FEATURES];
} html_model;

/* Made by train/pages.py, which tells of what. */
extern const html_model HTML_MODEL;

typedef struct {
    float (*features)[HTML_FEATURES]; /* [count of blocks] */
    float *alone, *chance;            /* how likely each is, at first and in the end */
    bool *chosen;
} html_judgement;

/* `titles` as html_features_alone wants them. In the arena. */
html_judgement html_article_judge(arena *into, const html_page *page,
                                  const uint64_t titles[HTML_TITLES], const html_model *model);

#endif

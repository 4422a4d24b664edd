/* The weights of a model, each with its shape, and how they are taken from its file.
 *
 * D is the encoder's width, E the relation layer's; V the vocabulary. Everything is immutable once
 * it is loaded; what is not allocated is borrowed from the file. */
#ifndef MODEL_WEIGHTS_H
#define MODEL_WEIGHTS_H

#include "model/file.h"
#include "model/gemm.h"
#include "model/model.h"

/* y = x W + b, with W in bytes and a scale for each column. */
typedef struct {
    size_t depth, columns;
    gemm_weights *packed; /* W [depth][columns] */
    int32_t *sums;        /* [columns] of W's bytes; allocated */
    const float *scale;   /* [columns] */
    const float *bias;    /* [columns] */
} linear;

typedef struct {
    const float *gain, *bias; /* [width] */
} norm;

/* A post-norm transformer layer (Vaswani et al. 2017), as in BERT. */
typedef struct {
    size_t width, heads, inner;
    linear qkv;  /* [width][3 * width]: queries, keys, values */
    linear out;  /* [width][width] */
    linear up;   /* [width][inner] */
    linear down; /* [inner][width] */
    norm norm1, norm2;
} layer;

/* A matrix of floats by which few columns are made: plain dot products. */
typedef struct {
    const float *weight; /* [labels][width] */
    const float *bias;   /* [labels] */
} classifier;

struct model {
    model_file file;
    const int8_t *pieces;      /* [V][D] */
    const float *piece_scales; /* [V] */
    const float *positions;    /* [positions][D] */
    const float *quotes;       /* [quotes][D] */
    const float *cases;        /* [cases][D] */
    const float *starts;       /* [starts][D] */
    norm embedded;             /* [D] */
    layer *layers;             /* [layers]; allocated */
    classifier cue;            /* [CUE_LABELS][D] */
    classifier gate;           /* [1][D]; NULL where the model has none */
    size_t gate_layers;        /* the layers below it */
    linear enter;              /* [D][E] */
    linear enter_cue;          /* [D][E] */
    const float *distances;    /* [2 * reach + 1][E] */
    layer relation;            /* width E */
    classifier role;           /* [ROLE_LABELS][E] */
    linear traits;             /* [D][PIECE_TRAITS]; packed NULL where the model has none */
    size_t trait_layers;       /* the layers below them */
    const float *confidence;   /* [CONFIDENCE_WEIGHTS] */
    str vocabulary, abbreviations;
};

#endif

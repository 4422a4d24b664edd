#include "model/byte_gemm.h"

#include <string.h>

enum { PANEL = BYTE_GEMM_COLUMNS * BYTE_GEMM_DEPTH }; /* bytes of a panel's step: a cache line */

/* Panels of BYTE_GEMM_COLUMNS columns, in each of them BYTE_GEMM_DEPTH rows at a time, and of these
 * one column after the other. */
void byte_gemm_pack(const int8_t *weights, size_t depth, size_t columns, int8_t *packed) {
    for (size_t j = 0; j < columns; j += BYTE_GEMM_COLUMNS) {
        for (size_t k = 0; k < depth; k += BYTE_GEMM_DEPTH) {
            for (size_t column = 0; column < BYTE_GEMM_COLUMNS; column++) {
                for (size_t i = 0; i < BYTE_GEMM_DEPTH; i++) {
                    *packed++ = weights[(k + i) * columns + j + column];
                }
            }
        }
    }
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define INLINE static inline __attribute__((always_inline))
#define AVX2 __attribute__((target("avx2")))

/* Newer processors without AVX-512 have VNNI in a form that compilers do not ask for yet. */
static bool has_avx_vnni(void) {
    unsigned a, b, c, d;
    const unsigned avx_vnni = 1U << 4;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) && (a & avx_vnni) != 0;
}

bool byte_gemm_works(void) {
    return __builtin_cpu_supports("avx2");
}

bool byte_gemm_is_best(void) {
    return byte_gemm_works() && !__builtin_cpu_supports("avx512vnni") && !has_avx_vnni();
}

/* BYTE_GEMM_ROWS rows by a panel. Two registers of sums for each row; a step multiplies four bytes
 * of each row, the same for all columns. */
AVX2 INLINE void multiply_tile(const uint8_t *left, size_t depth, const int8_t *panel,
                               size_t columns, int32_t *sums) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i low[BYTE_GEMM_ROWS], high[BYTE_GEMM_ROWS];
    for (int i = 0; i < BYTE_GEMM_ROWS; i++) {
        low[i] = high[i] = _mm256_setzero_si256();
    }
    for (size_t k = 0; k < depth; k += BYTE_GEMM_DEPTH, panel += PANEL) {
        const __m256i first = _mm256_load_si256((const __m256i *)panel);
        const __m256i second = _mm256_load_si256((const __m256i *)(panel + PANEL / 2));
        for (int i = 0; i < BYTE_GEMM_ROWS; i++) {
            int word;
            memcpy(&word, left + (size_t)i * depth + k, sizeof word);
            const __m256i factors = _mm256_set1_epi32(word);
            const __m256i pairs = _mm256_maddubs_epi16(factors, first);
            const __m256i others = _mm256_maddubs_epi16(factors, second);
            low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(pairs, ones));
            high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(others, ones));
        }
    }
    for (int i = 0; i < BYTE_GEMM_ROWS; i++) {
        int32_t *to = sums + (size_t)i * columns;
        _mm256_storeu_si256((__m256i *)to, low[i]);
        _mm256_storeu_si256((__m256i *)(to + BYTE_GEMM_COLUMNS / 2), high[i]);
    }
}

/* A panel stays in the nearest cache while all rows go by. */
AVX2 void byte_gemm_run(const uint8_t *left, size_t rows, const int8_t *packed, size_t depth,
                        size_t columns, int32_t *sums) {
    for (size_t j = 0; j < columns; j += BYTE_GEMM_COLUMNS) {
        for (size_t i = 0; i < rows; i += BYTE_GEMM_ROWS) {
            multiply_tile(left + i * depth, depth, packed + j * depth, columns,
                          sums + i * columns + j);
        }
    }
}
#else
bool byte_gemm_works(void) {
    return false;
}

bool byte_gemm_is_best(void) {
    return false;
}

void byte_gemm_run(const uint8_t *left, size_t rows, const int8_t *packed, size_t depth,
                   size_t columns, int32_t *sums) {
    (void)left, (void)rows, (void)packed, (void)depth, (void)columns, (void)sums;
}
#endif

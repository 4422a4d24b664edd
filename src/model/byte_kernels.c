#include "model/byte_kernels.h"

#include "model/kernels.h"

#include <string.h>

static void multiply_plain(const uint8_t *left, const uint32_t *right, const int32_t *start,
                           size_t depth, size_t columns, int32_t *sums) {
    for (size_t i = 0; i < BYTE_ROWS; i++) {
        int32_t *row = sums + i * columns;
        memcpy(row, start, columns * sizeof *row);
        for (size_t k = 0; k < depth; k++) {
            const int factor = left[i * depth + k];
            const uint32_t *words = right + k / BYTE_DEPTH * columns;
            const unsigned shift = 8 * (unsigned)(k % BYTE_DEPTH);
            for (size_t j = 0; j < columns; j++) {
                row[j] += factor * (int8_t)(words[j] >> shift);
            }
        }
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define INLINE static inline __attribute__((always_inline))
#define AVX512 __attribute__((target("avx512f,avx512vnni")))
#define AVX2 __attribute__((target("avx2")))

/* Four bytes of a row of `left`. */
INLINE int word_at(const uint8_t *bytes) {
    int word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* ---- AVX-512 with VNNI: four products and their sum are one instruction --------------------- */

enum { ZMM = 16 /* sums a register */ };

/* `width` registers of columns for all rows. */
AVX512 INLINE void columns_avx512(const uint8_t *left, const uint32_t *right, const int32_t *start,
                                  size_t depth, size_t columns, int32_t *sums, const int width) {
    __m512i sum[BYTE_ROWS][2];
    for (int i = 0; i < BYTE_ROWS; i++) {
        for (int j = 0; j < width; j++) {
            sum[i][j] = _mm512_loadu_si512(start + j * ZMM);
        }
    }
    for (size_t k = 0; k < depth; k += BYTE_DEPTH, right += columns) {
        for (int i = 0; i < BYTE_ROWS; i++) {
            const __m512i factors = _mm512_set1_epi32(word_at(left + (size_t)i * depth + k));
            for (int j = 0; j < width; j++) {
                const __m512i values = _mm512_loadu_si512(right + j * ZMM);
                sum[i][j] = _mm512_dpbusd_epi32(sum[i][j], factors, values);
            }
        }
    }
    for (int i = 0; i < BYTE_ROWS; i++) {
        for (int j = 0; j < width; j++) {
            _mm512_storeu_si512(sums + (size_t)i * columns + j * ZMM, sum[i][j]);
        }
    }
}

AVX512 static void multiply_avx512(const uint8_t *left, const uint32_t *right, const int32_t *start,
                                   size_t depth, size_t columns, int32_t *sums) {
    size_t j = 0;
    for (; j + 2 * ZMM <= columns; j += 2 * ZMM) {
        columns_avx512(left, right + j, start + j, depth, columns, sums + j, 2);
    }
    if (j < columns) {
        columns_avx512(left, right + j, start + j, depth, columns, sums + j, 1);
    }
}

/* share_row, step for step */
AVX512 static int32_t share_row_avx512(const int32_t *scores, size_t n, float factor,
                                       uint8_t *shares) {
    __m512i most = _mm512_loadu_si512(scores), total = _mm512_setzero_si512();
    for (size_t i = ZMM; i < n; i += ZMM) {
        most = _mm512_max_epi32(most, _mm512_loadu_si512(scores + i));
    }
    const __m512i greatest = _mm512_set1_epi32(_mm512_reduce_max_epi32(most));
    const __m512 binary = _mm512_set1_ps(factor * LOG2_E);
    for (size_t i = 0; i < n; i += ZMM) {
        const __m512i below = _mm512_sub_epi32(_mm512_loadu_si512(scores + i), greatest);
        const __m512 x = _mm512_mul_ps(_mm512_cvtepi32_ps(below), binary);
        const __m512 whole = _mm512_floor_ps(x), part = _mm512_sub_ps(x, whole);
        __m512 p = _mm512_set1_ps(SHARE_2);
        p = _mm512_add_ps(_mm512_mul_ps(p, part), _mm512_set1_ps(SHARE_1));
        p = _mm512_add_ps(_mm512_mul_ps(p, part), _mm512_set1_ps(SHARE_0));
        const __m512i share = _mm512_cvtps_epi32(_mm512_scalef_ps(p, whole));
        total = _mm512_add_epi32(total, share);
        _mm_storeu_si128((__m128i *)(shares + i), _mm512_cvtepi32_epi8(share));
    }
    return _mm512_reduce_add_epi32(total);
}

/* ---- AVX2: in 16 bits, where nothing saturates, the even bytes and the odd ones ------------- */

enum { YMM = 8 /* sums a register */, ROWS_AT_ONCE = 4 };

AVX2 INLINE void columns_avx2(const uint8_t *left, const uint32_t *right, const int32_t *start,
                              size_t depth, size_t columns, int32_t *sums) {
    const __m256i low = _mm256_set1_epi16(0xff);
    __m256i sum[ROWS_AT_ONCE];
    for (int i = 0; i < ROWS_AT_ONCE; i++) {
        sum[i] = _mm256_loadu_si256((const __m256i *)start);
    }
    for (size_t k = 0; k < depth; k += BYTE_DEPTH, right += columns) {
        const __m256i values = _mm256_loadu_si256((const __m256i *)right);
        const __m256i even = _mm256_srai_epi16(_mm256_slli_epi16(values, 8), 8);
        const __m256i odd = _mm256_srai_epi16(values, 8);
        for (int i = 0; i < ROWS_AT_ONCE; i++) {
            const __m256i factors = _mm256_set1_epi32(word_at(left + (size_t)i * depth + k));
            const __m256i evens = _mm256_madd_epi16(_mm256_and_si256(factors, low), even);
            const __m256i odds = _mm256_madd_epi16(_mm256_srli_epi16(factors, 8), odd);
            sum[i] = _mm256_add_epi32(sum[i], _mm256_add_epi32(evens, odds));
        }
    }
    for (int i = 0; i < ROWS_AT_ONCE; i++) {
        _mm256_storeu_si256((__m256i *)(sums + (size_t)i * columns), sum[i]);
    }
}

AVX2 static void multiply_avx2(const uint8_t *left, const uint32_t *right, const int32_t *start,
                               size_t depth, size_t columns, int32_t *sums) {
    for (size_t i = 0; i < BYTE_ROWS; i += ROWS_AT_ONCE) {
        for (size_t j = 0; j < columns; j += YMM) {
            columns_avx2(left + i * depth, right + j, start + j, depth, columns,
                         sums + i * columns + j);
        }
    }
}

void byte_kernels_all(byte_kernels out[BYTE_KERNELS]) {
    const bool vnni = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni");
    const bool avx2 = __builtin_cpu_supports("avx2");
    out[0] = (byte_kernels){"AVX-512 with VNNI", vnni, multiply_avx512, share_row_avx512};
    out[1] = (byte_kernels){"AVX2", avx2, multiply_avx2, share_row};
    out[2] = (byte_kernels){"plain", true, multiply_plain, share_row};
}
#else
void byte_kernels_all(byte_kernels out[BYTE_KERNELS]) {
    for (size_t i = 0; i < BYTE_KERNELS; i++) {
        out[i] = (byte_kernels){"plain", true, multiply_plain, share_row};
    }
}
#endif

byte_kernels byte_kernels_best(void) {
    byte_kernels all[BYTE_KERNELS];
    size_t i = 0;
    byte_kernels_all(all);
    while (!all[i].works) {
        i++;
    }
    return all[i];
}

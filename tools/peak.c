/* hearsay-peak: how fast oneDNN multiplies bytes on one thread, through the calls that the program
 * makes (u8 by s8 to s32, weights packed before). Prints a JSON line for each shape of a fixed
 * sweep:
 * {"rows", "depth", "columns", "gops"}, billions of operations a second (a multiplication and an
 * addition count two), by the processor's time and the best of several short runs, since whatever
 * disturbs a run makes it slower. */
#include "base/memory.h"
#include "model/gemm.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { RUNS = 10 };
static const uint64_t RUN_OPERATIONS = 5000000000;

typedef struct {
    size_t depth, columns;
} shape;

/* The model's products, then squares that amortize more. */
static const shape SHAPES[] = {
    {384, 1152}, {384, 384}, {384, 1536}, {1536, 384}, {384, 192},   {192, 576},
    {192, 192},  {192, 384}, {512, 512},  {768, 768},  {1024, 1024}, {2048, 2048},
};
static const size_t ROWS[] = {32, 64, 128, 224, 256, 512, 1024, 2048};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Operations a second over one short run. */
static double one_run(gemm_context *context, const uint8_t *left, size_t rows,
                      const gemm_weights *right, int32_t *sums) {
    const uint64_t operations = gemm_operations(rows, right);
    const uint64_t products = RUN_OPERATIONS / operations + 1;
    const double begun = now();
    for (uint64_t i = 0; i < products; i++) {
        gemm_int8(context, left, rows, right, sums);
    }
    return (double)products * (double)operations / (now() - begun);
}

static void *filled(size_t count, size_t size, int byte) {
    void *memory = mem_alloc(mem_product(count, size));
    return memset(memory, byte, count * size);
}

static bool measure(gemm_context *context, shape of) {
    const size_t most = gemm_rows(ROWS[sizeof ROWS / sizeof *ROWS - 1]);
    int8_t *plain = filled(of.depth * of.columns, 1, 3);
    uint8_t *left = filled(most * of.depth, 1, 5);
    int32_t *sums = filled(most * of.columns, sizeof *sums, 0);
    gemm_weights *right = gemm_weights_of_library(plain, of.depth, of.columns);
    for (size_t i = 0; right && i < sizeof ROWS / sizeof *ROWS; i++) {
        double best = 0;
        gemm_int8(context, left, ROWS[i], right, sums); /* prepares it */
        for (int run = 0; run < RUNS; run++) {
            const double speed = one_run(context, left, ROWS[i], right, sums);
            best = speed > best ? speed : best;
        }
        printf("{\"rows\": %zu, \"depth\": %zu, \"columns\": %zu, \"gops\": %.1f}\n", ROWS[i],
               of.depth, of.columns, best / 1e9);
    }
    const bool good = right != NULL;
    gemm_weights_free(right);
    mem_free(sums);
    mem_free(left);
    mem_free(plain);
    return good;
}

int main(void) {
    gemm_context *context = gemm_context_new();
    bool good = true;
    for (size_t i = 0; good && i < sizeof SHAPES / sizeof *SHAPES; i++) {
        good = measure(context, SHAPES[i]);
    }
    gemm_context_free(context);
    return good ? 0 : 1;
}

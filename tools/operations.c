/* hearsay-operations MODEL FILE: what it takes to find the statements of the file's documents on
 * one thread. Prints one JSON line: {"documents", "operations", "seconds", "product_seconds"}.
 * Operations are the multiplications and additions of all products with weights, whatever was read
 * more than once; the seconds are the processor's, all of them and those inside these products.
 * Opening the model, making the reader and reading the file are not in it. */
#include "hearsay.h"
#include "model/gemm.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

typedef struct {
    uint64_t operations;
    double product_seconds;
} work;

/* The linker puts `counted` in the place of gemm_int8 (cmake/tools.cmake), and there is no argument
 * by which it could be told where to count. One thread alone runs here. */
static work done;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

__typeof__(gemm_int8) multiply __asm__("__real_gemm_int8");
__typeof__(gemm_int8) counted __asm__("__wrap_gemm_int8");

void counted(gemm_context *self, const uint8_t *left, size_t rows, const gemm_weights *right,
             int32_t *sums) {
    const double begun = now();
    multiply(self, left, rows, right, sums);
    done.product_seconds += now() - begun;
    done.operations += gemm_operations(rows, right);
}

/* The seconds for which documents were searched, or less than 0. */
static double read_documents(hearsay_reader *reader, hearsay_input *input, size_t *documents) {
    double seconds = 0;
    hearsay_document *document;
    hearsay_error error;
    hearsay_status status;
    done = (work){0}; /* without the products that are made once, with the reader */
    while ((status = hearsay_input_next(input, &document, &error)) == HEARSAY_OK) {
        const double begun = now();
        hearsay_attribute(reader, document);
        seconds += now() - begun;
        hearsay_document_free(document);
        ++*documents;
    }
    if (status != HEARSAY_END) {
        fprintf(stderr, "hearsay-operations: %s\n", error.message);
        return -1;
    }
    return seconds;
}

int main(int argc, char **argv) {
    hearsay_model *model = NULL;
    hearsay_reader *reader = NULL;
    hearsay_input *input = NULL;
    hearsay_error error = {.message = "usage: hearsay-operations MODEL FILE"};
    double seconds = -1;
    size_t documents = 0;
    if (argc == 3 && hearsay_model_open(argv[1], &model, &error) == HEARSAY_OK &&
        hearsay_reader_new(model, &reader, &error) == HEARSAY_OK &&
        hearsay_input_open(argv[2], NULL, &input, &error) == HEARSAY_OK) {
        seconds = read_documents(reader, input, &documents);
    } else {
        fprintf(stderr, "hearsay-operations: %s\n", error.message);
    }
    if (seconds >= 0) {
        printf("{\"documents\": %zu, \"operations\": %" PRIu64
               ", \"seconds\": %.4f, \"product_seconds\": %.4f}\n",
               documents, done.operations, seconds, done.product_seconds);
    }
    hearsay_input_close(input);
    hearsay_reader_free(reader);
    hearsay_model_close(model);
    return seconds >= 0 ? 0 : 2;
}

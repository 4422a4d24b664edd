/* hearsay-operations MODEL FILE: what it takes to find the statements of the file's documents on
 * one thread. Prints one JSON line: {"documents", "operations", "seconds", "product_seconds",
 * "pieces", "pieces_again", "pieces_left", "encoder_seconds", "again_seconds", "resolve_seconds"}.
 *
 * Operations are the multiplications and additions of all products with weights, whatever was read
 * more than once; the seconds are the processor's, all of them and those inside these products.
 * Pieces are those that the encoder read first, and in contents again, and of these the ones that
 * it left half read; encoder_seconds is what it took to read them first, again_seconds to read
 * contents again with all that is found there, resolve_seconds to find out who is behind the
 * statements. Opening the model, making the reader and reading the file are not in it. */
#include "attribute/nesting.h"
#include "hearsay.h"
#include "model/gemm.h"
#include "resolve/resolve.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

typedef struct {
    uint64_t operations;
    double product_seconds;
    size_t pieces[2];          /* first and again */
    size_t pieces_left;        /* of those again, left after half of the encoder */
    double encoder_seconds[2]; /* first and again */
    double again_seconds, resolve_seconds;
} work;

/* The linker puts the functions below in the places of those that they count (cmake/tools.cmake),
 * and there is no argument by which they could be told where to count. One thread alone runs here.
 */
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

__typeof__(model_read_window) read_one __asm__("__real_model_read_window");
__typeof__(model_read_window) read_counted __asm__("__wrap_model_read_window");

const float *read_counted(model_scratch *self, const model_piece *pieces, size_t count) {
    const double begun = now();
    const float *cues = read_one(self, pieces, count);
    done.encoder_seconds[0] += now() - begun;
    done.pieces[0] += count;
    return cues;
}

__typeof__(model_read_content) content_one __asm__("__real_model_read_content");
__typeof__(model_read_content) content_counted __asm__("__wrap_model_read_content");

const float *content_counted(model_scratch *self, const model_piece *pieces, size_t count) {
    const double begun = now();
    const float *cues = content_one(self, pieces, count);
    done.encoder_seconds[1] += now() - begun;
    done.pieces[1] += count;
    done.pieces_left += cues == NULL ? count : 0;
    return cues;
}

__typeof__(read_contents) read_again __asm__("__real_read_contents");
__typeof__(read_contents) again_counted __asm__("__wrap_read_contents");

void again_counted(window_reader *self, size_t read) {
    const double begun = now();
    read_again(self, read);
    done.again_seconds += now() - begun;
}

__typeof__(resolve) resolve_one __asm__("__real_resolve");
__typeof__(resolve) resolve_counted __asm__("__wrap_resolve");

void resolve_counted(const resolver *self, const segmentation *text, const relation_list *given,
                     const int8_t *traits, const document_facts *facts, arena *into,
                     resolution *out) {
    const double begun = now();
    resolve_one(self, text, given, traits, facts, into, out);
    done.resolve_seconds += now() - begun;
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
    hearsay_model *opened = NULL;
    hearsay_reader *reader = NULL;
    hearsay_input *input = NULL;
    hearsay_error error = {.message = "usage: hearsay-operations MODEL FILE"};
    double seconds = -1;
    size_t documents = 0;
    if (argc == 3 && hearsay_model_open(argv[1], &opened, &error) == HEARSAY_OK &&
        hearsay_reader_new(opened, &reader, &error) == HEARSAY_OK &&
        hearsay_input_open(argv[2], NULL, &input, &error) == HEARSAY_OK) {
        seconds = read_documents(reader, input, &documents);
    } else {
        fprintf(stderr, "hearsay-operations: %s\n", error.message);
    }
    if (seconds >= 0) {
        printf("{\"documents\": %zu, \"operations\": %" PRIu64
               ", \"seconds\": %.4f, \"product_seconds\": %.4f, \"pieces\": %zu, \"pieces_again\": "
               "%zu, "
               "\"pieces_left\": %zu"
               ", \"encoder_seconds\": %.4f, \"again_seconds\": %.4f, \"resolve_seconds\": %.4f}\n",
               documents, done.operations, seconds, done.product_seconds, done.pieces[0],
               done.pieces[1], done.pieces_left, done.encoder_seconds[0], done.again_seconds,
               done.resolve_seconds);
    }
    hearsay_input_close(input);
    hearsay_reader_free(reader);
    hearsay_model_close(opened);
    return seconds >= 0 ? 0 : 2;
}

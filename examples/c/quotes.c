/* Prints who is said to have said what in the files that are named; "-" is standard input.
 *
 *     cc quotes.c $(pkg-config --cflags --libs hearsay) -o quotes
 *     ./quotes article.txt more.jsonl
 *
 * What it prints is as it stands in the documents. A program that shows it on a terminal should
 * replace control characters, as `hearsay quotes` does. */
#include <hearsay.h>

#include <stdio.h>

/* The parts of a source, cue or content, as a reader sees them. */
static void print_spans(hearsay_document *document, hearsay_spans spans) {
    for (size_t i = 0; i < spans.count; i++) {
        hearsay_str part = hearsay_document_shown(document, spans.items[i]);
        fputs(i > 0 ? " ... " : "", stdout);
        fwrite(part.data, 1, part.size, stdout);
    }
}

static void print_statements(hearsay_document *document) {
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    for (size_t i = 0; i < count; i++) {
        fputs("who:  ", stdout);
        print_spans(document, statements[i].source); /* none in "it was reported that" */
        fputs("\nhow:  ", stdout);
        print_spans(document, statements[i].cue);
        fputs("\nwhat: ", stdout);
        print_spans(document, statements[i].content);
        fputs("\n\n", stdout);
    }
}

/* Reads all documents of a file; false where something could not be read. */
static bool read_file(hearsay_reader *reader, const char *path) {
    hearsay_input *input;
    hearsay_error error;
    if (hearsay_input_open(path, NULL, &input, &error) != HEARSAY_OK) {
        fprintf(stderr, "%s\n", error.message);
        return false;
    }
    bool all_read = true;
    hearsay_status status;
    hearsay_document *document;
    while ((status = hearsay_input_next(input, &document, &error)) != HEARSAY_END) {
        if (status != HEARSAY_OK) { /* this one document is lost; the next call goes on after it */
            fprintf(stderr, "%s\n", error.message);
            all_read = false;
            continue;
        }
        hearsay_attribute(reader, document);
        print_statements(document);
        hearsay_document_free(document);
    }
    hearsay_input_close(input);
    return all_read;
}

int main(int argc, char **argv) {
    hearsay_model *model = NULL;
    hearsay_reader *reader = NULL;
    hearsay_error error;
    if (hearsay_model_open(NULL, &model, &error) != HEARSAY_OK ||
        hearsay_reader_new(model, &reader, &error) != HEARSAY_OK) {
        fprintf(stderr, "%s\n", error.message);
        hearsay_model_close(model);
        return 2;
    }
    bool all_read = true;
    for (int i = 1; i < argc; i++) {
        all_read = read_file(reader, argv[i]) && all_read;
    }
    hearsay_reader_free(reader);
    hearsay_model_close(model);
    return all_read ? 0 : 2;
}

/* hearsay-documents FILE...: what documents files hold, a line each: origin, bytes of text, date,
 * title, address; and what could not be read. Finds no statements, and needs no model. */
#include "base/memory.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>

static void print_field(hearsay_str field) {
    printf("\t%.*s", (int)field.size, field.data != NULL ? field.data : "-");
}

static bool print_next(input *from) {
    arena *memory = arena_new();
    reading text;
    str origin;
    hearsay_error error;
    hearsay_status status = input_next(from, memory, &text, &origin, &error);
    if (status == HEARSAY_OK) {
        printf("%.*s\t%zu", (int)origin.size, origin.data, text.view.text.size);
        print_field(text.metadata.date);
        print_field(text.metadata.title);
        print_field(text.metadata.url);
        putchar('\n');
    } else if (status != HEARSAY_END) {
        printf("error\t%s\n", error.message);
    }
    arena_free(memory);
    return status != HEARSAY_END;
}

int main(int count, char **files) {
    for (int i = 1; i < count; i++) {
        input *from;
        hearsay_error error;
        if (input_open(files[i], NULL, &from, &error) != HEARSAY_OK) {
            printf("error\t%s\n", error.message);
            continue;
        }
        while (print_next(from)) {
        }
        input_close(from);
    }
    return EXIT_SUCCESS;
}

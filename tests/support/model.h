/* The model in the project, for tests that read with it. */
#ifndef TEST_MODEL_H
#define TEST_MODEL_H

#include "hearsay.h"
#include "support/check.h"

#include <stdio.h>
#include <unistd.h>

/* The caller owns the model. Where the project has none yet, the test that asks is skipped. */
static inline hearsay_model *test_model(void) {
    static const char PATH[] = PROJECT_DIR "/models/hearsay.model";
    if (access(PATH, F_OK) != 0) {
        printf("skipped: there is no %s\n", PATH);
        skip();
    }
    hearsay_model *model = NULL;
    hearsay_error error = {0};
    if (hearsay_model_open(PATH, &model, &error) != HEARSAY_OK) {
        fail_msg("%s", error.message);
    }
    return model;
}

#endif

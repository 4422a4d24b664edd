#include "cli/problem.h"

void problem_say(console *on, const hearsay_problem *problem) {
    static const char *const KINDS[] = {
        [HEARSAY_PROBLEM_LOST] = "lost: ",
        [HEARSAY_PROBLEM_DERIVED] = "to be made anew: ",
        [HEARSAY_PROBLEM_COPIED] = "",
    };
    const bool named = problem->document.data != NULL;
    console_say(on, "%s%.*s%s%.*s", KINDS[problem->kind], (int)problem->document.size,
                named ? problem->document.data : "", named ? ": " : "", (int)problem->what.size,
                problem->what.data);
}

#include "resolve/offices.h"

/* Titles of one person, without their stop. A member of the House is called by more than one word.
 */
static const char *const SHORT[][2] = {
    {"sen", "senator"},
    {"gov", "governor"},
    {"rep", "congressman"},
    {"pres", "president"},
    {"sec", "secretary"},
    {"gen", "general"},
    {"prof", "professor"},
    {"amb", "ambassador"},
    {"atty", "attorney"},
    {"da", "attorney"},
    {"sgt", "sergeant"},
    {"capt", "captain"},
    {"col", "colonel"},
    {"adm", "admiral"},
    {"det", "detective"},
    {"rev", "reverend"},
    {"representative", "congressman"},
    {"congresswoman", "congressman"},
    {"pontiff", "pope"},
};

str office_called(str lower) {
    const bool stop = lower.size > 1 && lower.data[lower.size - 1] == '.';
    const str word = {lower.data, lower.size - stop};
    for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++) {
        if (str_equal(word, str_from(SHORT[i][0]))) {
            return str_from(SHORT[i][1]);
        }
    }
    return lower;
}

bool token_may_be_held_besides(const token *self) {
    return token_is_one_of(self,
                           "candidate nominee rival chief leader lawmaker legislator delegate "
                           "lawyer attorney author businessman businesswoman billionaire "
                           "mogul founder co-founder star veteran executive activist "
                           "strategist champion surrogate adviser advisor father mother "
                           "brother sister lady heiress fellow head player");
}

bool token_holds_office(const token *self) {
    const str called = office_called(self->lower);
    return token_is_office(self) ||
           ((self->noun & LETTER('t')) != 0 && called.data != self->lower.data);
}

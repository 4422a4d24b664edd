/* What is read does not depend on the locale that the host program has set. */
#include "support/check.h"

#include "base/buf.h"
#include "read/read.h"

#include <locale.h>
#include <stdlib.h>

/* Bytes of UTF-8 that are letters (ª, Ã), spaces or marks where each byte is a character. */
static const char *const TEXTS[] = {
    "[Rêve](rê.fr) and [so](ê:x) on", "ê@_jo_ and ê*so*ê", "**ê**a *b*", "[a](ê/ê) [b]: ê.êê",
    "1. \u0385*a*\u00A0*b*",
};

static void put_shown(buf *out) {
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        arena *memory = arena_new();
        reading text;
        read_text(memory, str_from(TEXTS[i]), &text);
        buf_put(out, text.view.shown);
        buf_putc(out, '\n');
        arena_free(memory);
    }
}

static bool succeeds(const buf *command) {
    return system(command->data) == 0; // NOLINT(cert-env33-c): no part of it comes from outside
}

/* Makes a locale in which a byte is a character, and sets it. localedef may warn and yet make it.
 */
static bool set_latin(void) {
    char folder[] = "/tmp/hearsay_locale_XXXXXX";
    buf command = {0};
    if (mkdtemp(folder) == NULL) {
        return false;
    }
    buf_printf(&command, "localedef -i de_DE -f ISO-8859-1 %s/de_DE >/dev/null 2>&1", folder);
    (void)succeeds(&command);
    const bool made = setenv("LOCPATH", folder, 1) == 0 && setlocale(LC_ALL, "de_DE") != NULL;
    buf_clear(&command);
    buf_printf(&command, "rm -r %s", folder);
    const bool gone = succeeds(&command);
    buf_free(&command);
    return made && gone;
}

static void test_any_locale(void **state) {
    (void)state;
    buf before = {0}, after = {0};
    put_shown(&before);
    if (!set_latin()) {
        buf_free(&before);
        skip(); /* this system cannot make it */
    }
    put_shown(&after);
    assert_string_equal(after.data, before.data);
    buf_free(&before);
    buf_free(&after);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

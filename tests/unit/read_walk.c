/* Folders gone through: order, links, what is hidden and what cannot be read. */
#include "support/check.h"

#include "base/buf.h"
#include "read/walk.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[] = "/tmp/hearsay_walk_XXXXXX";

static void make_file(const char *name) {
    int file = open(name, O_CREAT | O_WRONLY, 0600);
    assert_true(file >= 0);
    close(file);
}

static void link_to(const char *target, const char *name) {
    assert_int_equal(symlink(target, name), 0);
}

/* a/b/two  a/one  a/.hidden  a/loop -> .  a/self -> self  a/up -> ..  a/link -> one  a/pipe
 * a/\xFF\n  z -> a */
static int make_folders(void **unused) {
    (void)unused;
    assert_non_null(mkdtemp(root));
    assert_int_equal(chdir(root), 0);
    assert_int_equal(mkdir("a", 0700), 0);
    assert_int_equal(mkdir("a/b", 0700), 0);
    make_file("a/one");
    make_file("a/b/two");
    make_file("a/.hidden");
    make_file("a/\xFF\n");
    link_to(".", "a/loop");
    link_to("self", "a/self");
    link_to("..", "a/up");
    link_to("one", "a/link");
    link_to("a", "z");
    return mkfifo("a/pipe", 0600);
}

static int remove_folders(void **unused) {
    (void)unused;
    static const char *const NAMES[] = {"a/b/two", "a/one", "a/.hidden", "a/\xFF\n", "a/loop",
                                        "a/self",  "a/up",  "a/link",    "a/pipe",   "z"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        unlink(NAMES[i]);
    }
    rmdir("a/b");
    rmdir("a");
    return chdir("/") + rmdir(root);
}

/* The files, a line each, and the errors. */
static void expect_files(const char *const *paths, size_t count, const char *expected) {
    file_walk *self = file_walk_new(paths, count);
    buf found = {0};
    const char *path;
    hearsay_error error;
    hearsay_status status;
    while ((status = file_walk_next(self, &path, &error)) != HEARSAY_END) {
        assert_true(status == HEARSAY_OK || status == HEARSAY_IO);
        buf_printf(&found, "%s;", status == HEARSAY_OK ? path : error.message);
    }
    assert_int_equal(file_walk_next(self, &path, &error), HEARSAY_END);
    assert_string_equal(found.data != NULL ? found.data : "", expected);
    buf_free(&found);
    file_walk_free(self);
}

static void folders(void **unused) {
    (void)unused;
    static const char *const PATHS[] = {"a"};
    expect_files(PATHS, 1,
                 "a/b/two;a/link;a/one;a/self: Too many levels of symbolic links;a/\xFF\n;");
}

static void what_is_given(void **unused) {
    (void)unused;
    static const char *const PATHS[] = {"z/b", "z/", "nowhere", "a/.hidden", "-", "a/pipe"};
    expect_files(PATHS, 6,
                 "z/b/two;z/b/two;z/link;z/one;z/self: Too many levels of symbolic links;z/\xFF\n;"
                 "nowhere: No such file or directory;a/.hidden;-;a/pipe;");
    expect_files(NULL, 0, "");
    file_walk_free(NULL);
}

static void unreadable_folder(void **unused) {
    (void)unused;
    static const char *const PATHS[] = {"a/b", "a/one"};
    static const uid_t NOBODY = 65534;
    uid_t self = geteuid();
    assert_int_equal(chmod(root, 0755), 0);
    assert_int_equal(chmod("a", 0755), 0);
    assert_int_equal(chmod("a/b", 0), 0);
    if (self == 0) {
        assert_int_equal(seteuid(NOBODY), 0); /* root may read everything */
    }
    expect_files(PATHS, 2, "a/b: Permission denied;a/one;");
    assert_int_equal(seteuid(self), 0);
    assert_int_equal(chmod("a/b", 0700), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folders),
        cmocka_unit_test(what_is_given),
        cmocka_unit_test(unreadable_folder),
    };
    return cmocka_run_group_tests(tests, make_folders, remove_folders);
}

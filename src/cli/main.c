/* The program: finds the command, reads its flags, runs it. */
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/print.h"
#include "cli/terminal.h"
#include "cli/values.h"

#include "hearsay.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { WRONG = 2, PAGE_MAX = 80 }; /* exit status; columns */

/* --- pages ------------------------------------------------------------------------------------ */

/* `about` NULL: the program as a whole. */
static int print_help(const command *about) {
    unsigned width = terminal_width(STDOUT_FILENO);
    width = width < PAGE_MAX ? width : PAGE_MAX;
    buf page = {0};
    if (about != NULL) {
        help_put_command(&page, about, width);
    } else {
        help_put_overview(&page, width);
    }
    int status = page_print(&page);
    buf_free(&page);
    return status;
}

static int print_version(void) {
    buf page = {0};
    buf_printf(&page, "hearsay %s\n", hearsay_version());
    int status = page_print(&page);
    buf_free(&page);
    return status;
}

/* --- wrong use -------------------------------------------------------------------------------- */

static int complain(const char *problem, const char *command_name) {
    console *messages = console_new();
    console_say(messages, "%s (see hearsay%s%s --help)", problem,
                command_name[0] != '\0' ? " " : "", command_name);
    console_free(messages);
    return WRONG;
}

static int complain_of_command(const char *typed) {
    buf problem = {0};
    const char *meant = command_like(str_from(typed));
    const char *flag_meant = flag_like(PROGRAM_FLAGS, str_from(typed + strspn(typed, "-")));
    bool is_flag = typed[0] == '-';
    buf_printf(&problem, is_flag ? "unknown option %s" : "unknown command %s", typed);
    if (flag_meant != NULL && (is_flag || meant == NULL)) {
        buf_printf(&problem, "; did you mean --%s?", flag_meant);
    } else if (is_flag) {
        buf_put(&problem, STR("; a command comes first, as in hearsay quotes FILE"));
    } else if (access(typed, F_OK) == 0) {
        buf_printf(&problem, "; did you mean hearsay quotes %s?", typed);
    } else if (meant != NULL) {
        buf_printf(&problem, "; did you mean %s?", meant);
    }
    int status = complain(problem.data, "");
    buf_free(&problem);
    return status;
}

/* --- commands --------------------------------------------------------------------------------- */

/* Whether a command that takes no files has the operand that it needs, and nothing else. */
static bool is_complete(const command *what, char *const *operands, size_t count, buf *problem) {
    if (what->choices == NULL) {
        return true;
    }
    int ignored;
    size_t wanted = what->choices[0] != '\0';
    if (count == wanted &&
        (count == 0 || value_choice(str_from(operands[0]), what->choices, &ignored))) {
        return true;
    }
    if (wanted == 0) {
        buf_printf(problem, "%s stands alone, without %s", what->name, operands[0]);
        return false;
    }
    buf_printf(problem, "%s needs one of ", what->name);
    choices_put(problem, what->choices, STR(", "));
    if (count > 0) {
        buf_printf(problem, count > 1 ? ", not %s too" : ", not %s", operands[count > 1]);
    }
    return false;
}

static int run(const command *what, char **arguments, size_t count) {
    void *options = mem_alloc(what->options_size);
    memset(options, 0, what->options_size);
    size_t files;
    buf problem = {0};
    int status = WRONG;
    switch (parse_arguments(*what->flags, arguments, count, options, &files, &problem)) {
    case PARSED:
        status = is_complete(what, arguments, files, &problem)
                     ? what->run(options, arguments, files)
                     : complain(problem.data, what->name);
        break;
    case PARSED_HELP:
        status = print_help(what);
        break;
    case PARSED_WRONG:
        status = complain(problem.data, what->name);
        break;
    }
    buf_free(&problem);
    mem_free(options);
    return status;
}

static int help(char **arguments, size_t count) {
    const command *about = count > 0 ? command_named(str_from(arguments[0])) : NULL;
    if (about != NULL || count == 0 || strcmp(arguments[0], "help") == 0) {
        return print_help(about);
    }
    return complain_of_command(arguments[0]);
}

/* Standard input, output and error are there, if only to fail: a file that is opened must not get
 * one of their numbers, or messages would be written into it. */
static void keep_standard_files(void) {
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
        if (fcntl(file, F_GETFD) < 0) {
            open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

int main(int argc, char **argv) {
    keep_standard_files();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe, and a file that may not grow, are errors */
    signal(SIGXFSZ, SIG_IGN); /* that can be looked at */
    const char *first = argc > 1 ? argv[1] : "--help";
    size_t rest = argc > 2 ? (size_t)argc - 2 : 0;
    const command *what = command_named(str_from(first));
    if (what != NULL) {
        return run(what, argv + 2, rest);
    }
    if (strcmp(first, "help") == 0) {
        return help(argv + 2, rest);
    }
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
        return print_help(NULL);
    }
    if (strcmp(first, "--version") == 0) {
        return print_version();
    }
    return complain_of_command(first);
}

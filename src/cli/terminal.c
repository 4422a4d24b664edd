#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* What COLUMNS says, as a shell or a script sets it; 0 where that is no number of columns. */
static unsigned told_width(void) {
    const char *told = getenv("COLUMNS");
    char *end = NULL;
    unsigned long columns = told != NULL ? strtoul(told, &end, 10) : 0;
    bool number = told != NULL && told[0] >= '1' && told[0] <= '9' && *end == '\0';
    return number && columns >= TERMINAL_LEAST && columns <= TERMINAL_MOST ? (unsigned)columns : 0;
}

unsigned terminal_width(int file) {
    struct winsize size = {0};
    if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        unsigned told = told_width();
        return told > 0 ? told : TERMINAL_WIDTH;
    }
    return size.ws_col;
}

bool terminal_has_colour(int file) {
    const char *unwanted = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    return isatty(file) && (unwanted == NULL || unwanted[0] == '\0') && kind != NULL &&
           kind[0] != '\0' && strcmp(kind, "dumb") != 0;
}

bool terminal_is_pipe(int file) {
    struct stat about;
    return fstat(file, &about) == 0 && (S_ISFIFO(about.st_mode) || S_ISSOCK(about.st_mode));
}

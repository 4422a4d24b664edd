#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

unsigned terminal_width(int file) {
    struct winsize size = {0};
    if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return TERMINAL_WIDTH;
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

#include "cli/numbers.h"

#include <stdio.h>

void put_count(buf *out, size_t count) {
    char digits[32];
    int size = snprintf(digits, sizeof digits, "%zu", count);
    for (int i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0) {
            buf_putc(out, ',');
        }
        buf_putc(out, digits[i]);
    }
}

void put_counted(buf *out, size_t count, const char *singular, const char *plural) {
    put_count(out, count);
    buf_putc(out, ' ');
    buf_put(out, str_from(count != 1 && plural != NULL ? plural : singular));
    if (count != 1 && plural == NULL) {
        buf_putc(out, 's');
    }
}

void put_share(buf *out, double share) {
    char digits[16];
    int size = snprintf(digits, sizeof digits, "%.4f", share);
    while (digits[size - 1] == '0' && digits[size - 2] != '.') {
        size--;
    }
    buf_put(out, (str){digits, (size_t)size});
}

void put_bytes(buf *out, double bytes) {
    static const char *const UNITS[] = {"bytes", "KB", "MB", "GB", "TB"};
    size_t unit = 0;
    while (bytes >= 1023.5 && unit + 1 < sizeof UNITS / sizeof *UNITS) {
        bytes /= 1024;
        unit++;
    }
    buf_printf(out, "%.*f %s", unit > 0 && bytes < 9.95 ? 1 : 0, bytes, UNITS[unit]);
}

void put_duration(buf *out, double seconds) {
    unsigned long whole = (unsigned long)(seconds + 0.5);
    if (seconds < 9.95) {
        buf_printf(out, "%.1f s", seconds);
    } else if (whole < 60) {
        buf_printf(out, "%lu s", whole);
    } else if (whole < 3600) {
        buf_printf(out, "%lu min %lu s", whole / 60, whole % 60);
    } else {
        buf_printf(out, "%lu h %lu min", whole / 3600, whole % 3600 / 60);
    }
}

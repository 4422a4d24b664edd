#include "identify/profile.h"

#include <string.h>

static void read_line(str line, profile_parts *out) {
    const char *blank = memchr(line.data, ' ', line.size);
    size_t at = blank != NULL ? (size_t)(blank - line.data) : line.size;
    str what = str_slice(line, (span){0, at});
    str value = blank != NULL ? str_slice(line, (span){at + 1, line.size}) : (str){0};
    if (str_equal(what, STR("person"))) {
        out->person = true;
    } else if (str_equal(what, STR("body"))) {
        out->body = true;
    } else if (str_equal(what, STR("sex")) && value.size == 1) {
        out->sex = value.data[0];
    } else if (str_equal(what, STR("only"))) {
        out->alone = true;
    } else if (str_equal(what, STR("name")) && value.size > 0 && out->count < PROFILE_NAMES) {
        bool person = memchr(value.data, '|', value.size) != NULL;
        person_name name = person ? person_name_from(value) : (person_name){0};
        out->people[out->count] = name;
        out->bodies[out->count++] = person ? name.surname : value;
    } else if (str_equal(what, STR("acronym")) && out->acronym_count < PROFILE_NAMES) {
        out->acronyms[out->acronym_count++] = value;
    } else if (str_equal(what, STR("initials")) && out->initials_count < PROFILE_NAMES) {
        out->initials[out->initials_count++] = value;
    }
}

void profile_read(str text, profile_parts *out) {
    *out = (profile_parts){0};
    for (size_t at = 0; at < text.size;) {
        const char *end = memchr(text.data + at, '\n', text.size - at);
        size_t stop = end != NULL ? (size_t)(end - text.data) : text.size;
        read_line(str_slice(text, (span){at, stop}), out);
        at = stop + 1;
    }
}

bool identify_is_alone(str text) {
    profile_parts parts;
    profile_read(text, &parts);
    return parts.alone;
}

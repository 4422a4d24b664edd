#include "store/shared.h"

enum { KINDS = 8, OF_CONFIDENCE = 10000 };

static void put_number(buf *out, uint64_t number) {
    for (; number >= 0x80; number >>= 7) {
        buf_putc(out, (char)(number | 0x80));
    }
    buf_putc(out, (char)number);
}

static bool take_number(str *rest, uint64_t *out) {
    *out = 0;
    for (unsigned shift = 0; shift < 64 && rest->size > 0; shift += 7) {
        const unsigned char byte = (unsigned char)*rest->data;
        *rest = str_slice(*rest, (span){1, rest->size});
        *out |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return true;
        }
    }
    return false;
}

static bool take_numbers(str *rest, uint64_t *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!take_number(rest, &out[i])) {
            return false;
        }
    }
    return true;
}

static void put_span(buf *out, span where) {
    put_number(out, where.begin);
    put_number(out, where.end - where.begin);
}

static span span_of(const uint64_t numbers[2]) {
    return (span){(size_t)numbers[0], (size_t)(numbers[0] + numbers[1])};
}

void shared_put_links(buf *out, const link_shared *from) {
    for (size_t i = 0; i < from->pair_count; i++) {
        const link_pair *each = &from->pairs[i];
        put_number(out, each->a);
        put_number(out, each->b);
        put_span(out, each->in_a);
        put_span(out, each->in_b);
        put_number(out, (uint64_t)each->kind + KINDS * each->flags);
        put_number(out, (uint64_t)(each->confidence * OF_CONFIDENCE + 0.5F));
    }
}

void shared_put_passages(buf *out, const link_shared *from) {
    for (size_t i = 0; i < from->passage_count; i++) {
        const link_passage *each = &from->passages[i];
        put_span(out, each->in_a);
        put_span(out, each->in_b);
        put_number(out, each->words);
        put_number(out, each->told);
        put_number(out, each->sentences);
    }
}

bool shared_take_link(str *rest, link_pair *out) {
    uint64_t numbers[8];
    if (!take_numbers(rest, numbers, sizeof numbers / sizeof *numbers)) {
        return false;
    }
    *out = (link_pair){(uint32_t)numbers[0],
                       (uint32_t)numbers[1],
                       span_of(&numbers[2]),
                       span_of(&numbers[4]),
                       (link_kind)(numbers[6] % KINDS),
                       (unsigned)(numbers[6] / KINDS),
                       (float)numbers[7] / OF_CONFIDENCE};
    return true;
}

bool shared_take_passage(str *rest, link_passage *out) {
    uint64_t numbers[7];
    if (!take_numbers(rest, numbers, sizeof numbers / sizeof *numbers)) {
        return false;
    }
    *out = (link_passage){span_of(&numbers[0]), span_of(&numbers[2]), (uint32_t)numbers[4],
                          (uint32_t)numbers[5], (uint32_t)numbers[6]};
    return true;
}

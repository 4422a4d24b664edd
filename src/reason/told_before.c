/* An open table of numbers, half full at most. */
#include "reason/told_before.h"

#include "base/memory.h"

#include <string.h>

enum { ROOM_AT_FIRST = 1024 };

struct told_before {
    uint64_t *numbers; /* [room] 0: free */
    size_t count, room;
};

static uint64_t *zeroes(size_t count) {
    size_t size = mem_product(count, sizeof(uint64_t));
    return memset(mem_alloc(size), 0, size);
}

told_before *told_before_new(void) {
    told_before *made = mem_alloc(sizeof *made);
    *made = (told_before){zeroes(ROOM_AT_FIRST), 0, ROOM_AT_FIRST};
    return made;
}

void told_before_free(told_before *self) {
    if (self != NULL) {
        mem_free(self->numbers);
        mem_free(self);
    }
}

/* Where the number is, or would be. `room` is a power of two, and the number a hash. */
static uint64_t *place_of(uint64_t *numbers, size_t room, uint64_t number) {
    size_t at = (size_t)number & (room - 1);
    while (numbers[at] != 0 && numbers[at] != number) {
        at = (at + 1) & (room - 1);
    }
    return &numbers[at];
}

static void widen(told_before *self) {
    size_t room = 2 * self->room;
    uint64_t *wider = zeroes(room);
    for (size_t i = 0; i < self->room; i++) {
        if (self->numbers[i] != 0) {
            *place_of(wider, room, self->numbers[i]) = self->numbers[i];
        }
    }
    mem_free(self->numbers);
    self->numbers = wider;
    self->room = room;
}

/* 0 marks what is free. */
static uint64_t fit(uint64_t number) {
    return number + (number == 0);
}

bool told_has(const told_before *self, uint64_t number) {
    return *place_of(self->numbers, self->room, fit(number)) != 0;
}

bool told_first(told_before *self, uint64_t number) {
    if (self == NULL) {
        return true;
    }
    number = fit(number);
    uint64_t *place = place_of(self->numbers, self->room, number);
    if (*place == number) {
        return false;
    }
    *place = number;
    self->count++;
    if (2 * self->count > self->room) {
        widen(self);
    }
    return true;
}

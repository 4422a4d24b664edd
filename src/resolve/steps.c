#include "resolve/steps.h"

#include <string.h>

void step_add(step_list *self, arena *into, const char *name, span where, str note) {
    if (self->count == self->capacity) {
        size_t capacity = self->capacity > 0 ? 2 * self->capacity : 4;
        step *items = arena_array(into, step, capacity);
        if (self->count > 0) {
            memcpy(items, self->items, self->count * sizeof *items);
        }
        self->items = items;
        self->capacity = capacity;
    }
    self->items[self->count++] = (step){name, where, note};
}

/* tools/interleave/include/interleave.h: what a program may tell the explorer. Without the explorer it does nothing. */
#ifndef INTERLEAVE_H
#define INTERLEAVE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether this is an execution under the explorer. */
bool interleave_is_exploring(void);

/* The table of a failing schedule calls the variable by this name, and shows its bytes as that type. */
void interleave_watch(const volatile void* variable, size_t size, const char* type, const char* name);

/* What came out of this execution. The explorer reports each different text once, with a schedule that leads to it. */
void interleave_outcome(const char* text);

#ifdef __cplusplus
}
#endif

#endif

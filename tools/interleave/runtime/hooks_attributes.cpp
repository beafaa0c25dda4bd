// tools/interleave/runtime/hooks_attributes.cpp: attributes of threads and mutexes are the program's memory, and the
// library writes it.
#include "entered.hpp"
#include "real.hpp"

#include <pthread.h>

using namespace interleave;

extern "C" {

int pthread_attr_init(pthread_attr_t* attributes) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_attr_init)(attributes);
  const Entered entered;
  note_access(attributes, sizeof *attributes, Kind::write, INTERLEAVE_CALLER);
  return INTERLEAVE_REAL(pthread_attr_init)(attributes);
}

int pthread_attr_setdetachstate(pthread_attr_t* attributes, int state) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_attr_setdetachstate)(attributes, state);
  const Entered entered;
  note_access(attributes, sizeof *attributes, Kind::write, INTERLEAVE_CALLER);
  return INTERLEAVE_REAL(pthread_attr_setdetachstate)(attributes, state);
}

int pthread_attr_destroy(pthread_attr_t* attributes) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_attr_destroy)(attributes);
  const Entered entered;
  note_access(attributes, sizeof *attributes, Kind::write, INTERLEAVE_CALLER);
  return INTERLEAVE_REAL(pthread_attr_destroy)(attributes);
}

int pthread_mutexattr_init(pthread_mutexattr_t* attributes) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_mutexattr_init)(attributes);
  const Entered entered;
  note_access(attributes, sizeof *attributes, Kind::write, INTERLEAVE_CALLER);
  return INTERLEAVE_REAL(pthread_mutexattr_init)(attributes);
}

int pthread_mutexattr_settype(pthread_mutexattr_t* attributes, int type) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_mutexattr_settype)(attributes, type);
  const Entered entered;
  note_access(attributes, sizeof *attributes, Kind::write, INTERLEAVE_CALLER);
  return INTERLEAVE_REAL(pthread_mutexattr_settype)(attributes, type);
}

int pthread_mutexattr_destroy(pthread_mutexattr_t* attributes) noexcept {
  if (!watching) return INTERLEAVE_REAL(pthread_mutexattr_destroy)(attributes);
  const Entered entered;
  note_access(attributes, sizeof *attributes, Kind::write, INTERLEAVE_CALLER);
  return INTERLEAVE_REAL(pthread_mutexattr_destroy)(attributes);
}

}  // extern "C"

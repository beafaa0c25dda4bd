// tools/interleave/runtime/real.hpp: the functions of the C library that ours stand in front of.
#pragma once

#include <dlfcn.h>

#include <cstdlib>

namespace interleave {

/// The next definition of `name` after ours. `Function` is the type of a pointer to it.
template <class Function>
Function real(const char* name) {
  void* const found = dlsym(RTLD_NEXT, name);
  if (found == nullptr) std::abort();
  return reinterpret_cast<Function>(found);
}

/// A call of the real function, looked up once for each place in the code.
#define INTERLEAVE_REAL(name)                                              \
  ([]() {                                                                  \
    static const auto function = interleave::real<decltype(&name)>(#name); \
    return function;                                                       \
  }())

}  // namespace interleave

// tools/interleave/runtime/hooks_descriptor.cpp: a program that closes whatever is open does not close the way to us.
#include "entered.hpp"
#include "real.hpp"
#include "startup.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>

using namespace interleave;

namespace {

int no_descriptor() {
  errno = EBADF;
  return -1;
}

}  // namespace

extern "C" {

int close(int descriptor) { return is_for_records(descriptor) ? no_descriptor() : INTERLEAVE_REAL(close)(descriptor); }

int dup2(int from, int to) noexcept {
  return is_for_records(from) || is_for_records(to) ? no_descriptor() : INTERLEAVE_REAL(dup2)(from, to);
}

int dup(int descriptor) noexcept {
  return is_for_records(descriptor) ? no_descriptor() : INTERLEAVE_REAL(dup)(descriptor);
}

int dup3(int from, int to, int flags) noexcept {
  return is_for_records(from) || is_for_records(to) ? no_descriptor() : INTERLEAVE_REAL(dup3)(from, to, flags);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  return is_for_records(descriptor) ? no_descriptor() : INTERLEAVE_REAL(writev)(descriptor, parts, count);
}

void closefrom(int first) noexcept { close_range(static_cast<unsigned>(first), ~0U, 0); }

int close_range(unsigned first, unsigned last, int flags) noexcept {
  const auto ours = static_cast<unsigned>(record_descriptor());
  if (!programs_heap() || first > ours || last < ours) return INTERLEAVE_REAL(close_range)(first, last, flags);
  if (first < ours) INTERLEAVE_REAL(close_range)(first, ours - 1, flags);
  return ours == last ? 0 : INTERLEAVE_REAL(close_range)(ours + 1, last, flags);
}

}  // extern "C"

// tools/interleave/include/bits/atomic_wait.h: waiting for an atomic variable, for explored programs. It stands in
// front of libstdc++'s header of this name (versions 11 to 14), which spins before it sleeps and keeps books of its
// own.
#ifndef _GLIBCXX_ATOMIC_WAIT_H
#define _GLIBCXX_ATOMIC_WAIT_H 1

#include "../interleave_sync.h"

#include <sched.h>

#include <bits/c++config.h>

#define __cpp_lib_atomic_wait 201907L

namespace std {
  _GLIBCXX_BEGIN_NAMESPACE_VERSION

  namespace __detail {
  inline void __thread_yield() noexcept { sched_yield(); }
  inline void __thread_relax() noexcept { sched_yield(); }
  }  // namespace __detail

  /// Returns when the value is no longer the old one: it sleeps until it is notified, and looks again.
  template <typename _Tp, typename _ValFn>
  void __atomic_wait_address_v(const _Tp* __addr, _Tp __old, _ValFn __vfn) noexcept {
    while (true) {
      if (interleave_is_exploring()) interleave_atomic_sleep_on(__addr, &__old, sizeof __old);
      const _Tp __now = __vfn();
      if (__builtin_memcmp(&__now, &__old, sizeof __old) != 0) return;
      if (!interleave_is_exploring()) sched_yield();
    }
  }

  template <typename _Tp>
  void __atomic_notify_address(const _Tp* __addr, bool __all) noexcept {
    if (interleave_is_exploring()) interleave_atomic_notify(__addr, __all);
  }

  _GLIBCXX_END_NAMESPACE_VERSION
}  // namespace std

#endif

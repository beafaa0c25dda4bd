// tools/interleave/runtime/hooks_atomic.cpp: atomic operations and fences. Their values are sequentially consistent;
// what they order between threads is what their memory order says, no more. Source of the names: compiler-rt,
// tsan_interface_atomic.h.
#include "entered.hpp"
#include "real.hpp"

#include <cstring>

using interleave::Entered;
using interleave::Kind;
using interleave::Thread;

namespace {

bool acquires(int order) {
  return order == __ATOMIC_CONSUME || order == __ATOMIC_ACQUIRE || order == __ATOMIC_ACQ_REL ||
         order == __ATOMIC_SEQ_CST;
}
bool releases(int order) { return order == __ATOMIC_RELEASE || order == __ATOMIC_ACQ_REL || order == __ATOMIC_SEQ_CST; }

void order_load(std::uintptr_t address, int order) {
  interleave::Execution& execution = *interleave::execution;
  const interleave::VectorClock& released = execution.objects().at(address).released;
  execution.self().seen_by_loads.join(released);
  if (acquires(order)) execution.learn(released);
}

// @param continues  a read-modify-write hands on what was released before it; a plain store does not
void order_store(std::uintptr_t address, int order, bool continues) {
  interleave::Execution& execution = *interleave::execution;
  interleave::VectorClock& released = execution.objects().at(address).released;
  const Thread& self = execution.self();
  if (!continues) released.clear();
  if (releases(order)) {
    execution.teach(released);
  } else if (self.has_release_fence) {
    released.join(self.at_release_fence);
  }
}

void begin(const volatile void* pointer, std::size_t bytes, Kind kind, std::uintptr_t pc) {
  interleave::execution->access(interleave::address_of(pointer), static_cast<std::uint32_t>(bytes), kind, pc);
}

template <class Value>
void begin(const volatile Value* pointer, Kind kind, std::uintptr_t pc) {
  begin(pointer, sizeof(Value), kind, pc);
}

template <class Value>
Value load(const volatile Value* pointer, int order, std::uintptr_t pc) {
  begin(pointer, Kind::atomic_read, pc);
  order_load(interleave::address_of(pointer), order);
  return __atomic_load_n(pointer, __ATOMIC_SEQ_CST);
}

template <class Value>
void store(volatile Value* pointer, Value value, int order, std::uintptr_t pc) {
  begin(pointer, Kind::atomic_write, pc);
  order_store(interleave::address_of(pointer), order, false);
  __atomic_store_n(pointer, value, __ATOMIC_SEQ_CST);
}

// @param change  from the old value to the new one
template <class Value, class Change>
Value update(volatile Value* pointer, int order, std::uintptr_t pc, Change change) {
  begin(pointer, Kind::atomic_update, pc);
  order_load(interleave::address_of(pointer), order);
  order_store(interleave::address_of(pointer), order, true);
  const Value old = __atomic_load_n(pointer, __ATOMIC_SEQ_CST);
  const Value value = change(old);
  __atomic_store_n(pointer, value, __ATOMIC_SEQ_CST);
  if (value != old) interleave::execution->note_change();
  return old;
}

template <class Value>
bool exchange_if(volatile Value* pointer, Value* expected, Value value, int order, int order_of_failure,
                 std::uintptr_t pc) {
  begin(pointer, Kind::atomic_update, pc);
  const Value old = __atomic_load_n(pointer, __ATOMIC_SEQ_CST);
  const std::uintptr_t address = interleave::address_of(pointer);
  if (old != *expected) {
    order_load(address, order_of_failure);
    *expected = old;
    return false;
  }
  order_load(address, order);
  order_store(address, order, true);
  __atomic_store_n(pointer, value, __ATOMIC_SEQ_CST);
  if (value != old) interleave::execution->note_change();
  return true;
}

}  // namespace

// One set of functions for each size; the names are the compiler's.
#define INTERLEAVE_UPDATE(bits, Value, name, expression)                                                            \
  extern "C" Value __tsan_atomic##bits##_##name(volatile Value* pointer, Value operand, int order) {                \
    const auto change = [operand]([[maybe_unused]] Value old) { return static_cast<Value>(expression); };           \
    if (!interleave::watching) {                                                                                    \
      Value old = __atomic_load_n(pointer, __ATOMIC_SEQ_CST);                                                       \
      while (!__atomic_compare_exchange_n(pointer, &old, change(old), false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) { \
      }                                                                                                             \
      return old;                                                                                                   \
    }                                                                                                               \
    const Entered entered;                                                                                          \
    return update(pointer, order, INTERLEAVE_CALLER, change);                                                       \
  }
#define INTERLEAVE_EXCHANGE_IF(bits, Value, strength)                                                              \
  extern "C" int __tsan_atomic##bits##_compare_exchange_##strength(volatile Value* pointer, Value* expected,       \
                                                                   Value value, int order, int order_of_failure) { \
    if (!interleave::watching) {                                                                                   \
      return __atomic_compare_exchange_n(pointer, expected, value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);     \
    }                                                                                                              \
    const Entered entered;                                                                                         \
    return exchange_if(pointer, expected, value, order, order_of_failure, INTERLEAVE_CALLER);                      \
  }
#define INTERLEAVE_ATOMICS(bits, Value)                                                                             \
  extern "C" Value __tsan_atomic##bits##_load(const volatile Value* pointer, int order) {                           \
    if (!interleave::watching) return __atomic_load_n(pointer, __ATOMIC_SEQ_CST);                                   \
    const Entered entered;                                                                                          \
    return load(pointer, order, INTERLEAVE_CALLER);                                                                 \
  }                                                                                                                 \
  extern "C" void __tsan_atomic##bits##_store(volatile Value* pointer, Value value, int order) {                    \
    if (!interleave::watching) return __atomic_store_n(pointer, value, __ATOMIC_SEQ_CST);                           \
    const Entered entered;                                                                                          \
    store(pointer, value, order, INTERLEAVE_CALLER);                                                                \
  }                                                                                                                 \
  INTERLEAVE_UPDATE(bits, Value, exchange, operand)                                                                 \
  INTERLEAVE_UPDATE(bits, Value, fetch_add, old + operand)                                                          \
  INTERLEAVE_UPDATE(bits, Value, fetch_sub, old - operand)                                                          \
  INTERLEAVE_UPDATE(bits, Value, fetch_and, old& operand)                                                           \
  INTERLEAVE_UPDATE(bits, Value, fetch_or, old | operand)                                                           \
  INTERLEAVE_UPDATE(bits, Value, fetch_xor, old ^ operand)                                                          \
  INTERLEAVE_UPDATE(bits, Value, fetch_nand, ~(old & operand))                                                      \
  INTERLEAVE_EXCHANGE_IF(bits, Value, strong)                                                                       \
  INTERLEAVE_EXCHANGE_IF(bits, Value, weak)                                                                         \
  extern "C" Value __tsan_atomic##bits##_compare_exchange_val(volatile Value* pointer, Value expected, Value value, \
                                                              int order, int order_of_failure) {                    \
    __tsan_atomic##bits##_compare_exchange_strong(pointer, &expected, value, order, order_of_failure);              \
    return expected;                                                                                                \
  }

INTERLEAVE_ATOMICS(8, std::uint8_t)
INTERLEAVE_ATOMICS(16, std::uint16_t)
INTERLEAVE_ATOMICS(32, std::uint32_t)
INTERLEAVE_ATOMICS(64, std::uint64_t)
__extension__ using Wide = unsigned __int128;
INTERLEAVE_ATOMICS(128, Wide)

// Source of what fences order: C++20, 33.5.11 [atomics.fences].
extern "C" void __tsan_atomic_thread_fence(int order) {
  if (!interleave::watching) return __atomic_thread_fence(__ATOMIC_SEQ_CST);
  const Entered entered;
  Thread& self = interleave::execution->self();
  if (acquires(order)) self.clock.join(self.seen_by_loads);
  if (!releases(order)) return;
  self.at_release_fence = self.clock;
  self.has_release_fence = true;
  self.clock.advance(interleave::execution->current());
  self.order.advance(interleave::execution->current());
}

extern "C" void __tsan_atomic_signal_fence(int) {}

// Atomics that no instruction can handle: the compiler calls libatomic, with the size in the name where it is 16
// (clang) or in front of the arguments. Source: GCC wiki, "Atomic/GCCMM/LIbrary".

#define INTERLEAVE_REAL_ATOMIC(name, function)                                                \
  ([]() {                                                                                     \
    static const auto real = interleave::real<decltype(&interleave_atomic_##name)>(function); \
    return real;                                                                              \
  }())

extern "C" {

Wide interleave_atomic_load_16(const volatile Wide* pointer, int order) asm("__atomic_load_16");
void interleave_atomic_store_16(volatile Wide* pointer, Wide value, int order) asm("__atomic_store_16");
Wide interleave_atomic_exchange_16(volatile Wide* pointer, Wide value, int order) asm("__atomic_exchange_16");
bool interleave_atomic_compare_exchange_16(volatile Wide* pointer, Wide* expected, Wide value, int order,
                                           int order_of_failure) asm("__atomic_compare_exchange_16");
void interleave_atomic_load(std::size_t bytes, const void* pointer, void* result, int order) asm("__atomic_load");
void interleave_atomic_store(std::size_t bytes, void* pointer, const void* value, int order) asm("__atomic_store");
void interleave_atomic_exchange(std::size_t bytes, void* pointer, const void* value, void* result,
                                int order) asm("__atomic_exchange");
bool interleave_atomic_compare_exchange(std::size_t bytes, void* pointer, void* expected, const void* value, int order,
                                        int order_of_failure) asm("__atomic_compare_exchange");

Wide interleave_atomic_load_16(const volatile Wide* pointer, int order) {
  if (!interleave::watching) return INTERLEAVE_REAL_ATOMIC(load_16, "__atomic_load_16")(pointer, order);
  const Entered entered;
  return load(pointer, order, INTERLEAVE_CALLER);
}

void interleave_atomic_store_16(volatile Wide* pointer, Wide value, int order) {
  if (!interleave::watching) return INTERLEAVE_REAL_ATOMIC(store_16, "__atomic_store_16")(pointer, value, order);
  const Entered entered;
  store(pointer, value, order, INTERLEAVE_CALLER);
}

Wide interleave_atomic_exchange_16(volatile Wide* pointer, Wide value, int order) {
  if (!interleave::watching) return INTERLEAVE_REAL_ATOMIC(exchange_16, "__atomic_exchange_16")(pointer, value, order);
  const Entered entered;
  return update(pointer, order, INTERLEAVE_CALLER, [value](Wide) { return value; });
}

bool interleave_atomic_compare_exchange_16(volatile Wide* pointer, Wide* expected, Wide value, int order,
                                           int order_of_failure) {
  if (!interleave::watching) {
    return INTERLEAVE_REAL_ATOMIC(compare_exchange_16, "__atomic_compare_exchange_16")(pointer, expected, value, order,
                                                                                       order_of_failure);
  }
  const Entered entered;
  return exchange_if(pointer, expected, value, order, order_of_failure, INTERLEAVE_CALLER);
}

void interleave_atomic_load(std::size_t bytes, const void* pointer, void* result, int order) {
  if (!interleave::watching) return INTERLEAVE_REAL_ATOMIC(load, "__atomic_load")(bytes, pointer, result, order);
  const Entered entered;
  begin(pointer, bytes, Kind::atomic_read, INTERLEAVE_CALLER);
  order_load(interleave::address_of(pointer), order);
  std::memcpy(result, pointer, bytes);
}

void interleave_atomic_store(std::size_t bytes, void* pointer, const void* value, int order) {
  if (!interleave::watching) return INTERLEAVE_REAL_ATOMIC(store, "__atomic_store")(bytes, pointer, value, order);
  const Entered entered;
  begin(pointer, bytes, Kind::atomic_write, INTERLEAVE_CALLER);
  order_store(interleave::address_of(pointer), order, false);
  std::memcpy(pointer, value, bytes);
}

void interleave_atomic_exchange(std::size_t bytes, void* pointer, const void* value, void* result, int order) {
  if (!interleave::watching) {
    return INTERLEAVE_REAL_ATOMIC(exchange, "__atomic_exchange")(bytes, pointer, value, result, order);
  }
  const Entered entered;
  begin(pointer, bytes, Kind::atomic_update, INTERLEAVE_CALLER);
  order_load(interleave::address_of(pointer), order);
  order_store(interleave::address_of(pointer), order, true);
  if (std::memcmp(pointer, value, bytes) != 0) interleave::execution->note_change();
  std::memcpy(result, pointer, bytes);
  std::memcpy(pointer, value, bytes);
}

bool interleave_atomic_compare_exchange(std::size_t bytes, void* pointer, void* expected, const void* value, int order,
                                        int order_of_failure) {
  if (!interleave::watching) {
    return INTERLEAVE_REAL_ATOMIC(compare_exchange, "__atomic_compare_exchange")(bytes, pointer, expected, value, order,
                                                                                 order_of_failure);
  }
  const Entered entered;
  begin(pointer, bytes, Kind::atomic_update, INTERLEAVE_CALLER);
  if (std::memcmp(pointer, expected, bytes) != 0) {
    order_load(interleave::address_of(pointer), order_of_failure);
    std::memcpy(expected, pointer, bytes);
    return false;
  }
  order_load(interleave::address_of(pointer), order);
  order_store(interleave::address_of(pointer), order, true);
  if (std::memcmp(pointer, value, bytes) != 0) interleave::execution->note_change();
  std::memcpy(pointer, value, bytes);
  return true;
}

}  // extern "C"

#define INTERLEAVE_UPDATE_16(name, expression)                                                    \
  extern "C" Wide interleave_atomic_##name##_16(volatile Wide* pointer, Wide operand,             \
                                                int order) asm("__atomic_" #name "_16");          \
  Wide interleave_atomic_##name##_16(volatile Wide* pointer, Wide operand, int order) {           \
    if (!interleave::watching)                                                                    \
      return INTERLEAVE_REAL_ATOMIC(name##_16, "__atomic_" #name "_16")(pointer, operand, order); \
    const Entered entered;                                                                        \
    return update(pointer, order, INTERLEAVE_CALLER, [operand](Wide old) { return expression; }); \
  }

INTERLEAVE_UPDATE_16(fetch_add, old + operand)
INTERLEAVE_UPDATE_16(fetch_sub, old - operand)
INTERLEAVE_UPDATE_16(fetch_and, old& operand)
INTERLEAVE_UPDATE_16(fetch_or, old | operand)
INTERLEAVE_UPDATE_16(fetch_xor, old ^ operand)

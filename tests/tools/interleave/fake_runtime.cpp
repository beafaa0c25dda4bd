// tests/tools/interleave/fake_runtime.cpp: stands in for the explorer's library in tests of what is outside the
// explored program. It searches nothing: it writes down what the program's threads touch in one ordinary run, and says
// at the end that this was a race. The programs that are linked with it run one thread after the other.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <vector>

namespace {

struct Recorder {
  std::mutex mutex;
  // mutex must be held to touch these:
  int threads = 0;
  int steps = 0;
  std::string records;
};

Recorder& recorder() {
  static auto* const only = new Recorder;  // used until the very end
  return *only;
}

int my_number() {
  static thread_local const int number = recorder().threads++;
  return number;
}

std::string hexadecimal(std::uint64_t number) {
  char text[32];
  std::snprintf(text, sizeof text, "0x%lx", static_cast<unsigned long>(number));
  return text;
}

// Return addresses of the functions that this thread is in, outermost first.
std::vector<const void*>& callers() {
  static thread_local std::vector<const void*> all;
  return all;
}

std::string stack_from(const void* caller) {
  std::string text = hexadecimal(reinterpret_cast<std::uint64_t>(caller) - 1);
  for (auto at = callers().rbegin(); at != callers().rend(); ++at) {
    text += "," + hexadecimal(reinterpret_cast<std::uint64_t>(*at) - 1);
  }
  return text;
}

std::string bytes_at(const void* address, int size) {
  std::string text;
  char pair[3];
  for (int i = 0; i < size; ++i) {
    std::snprintf(pair, sizeof pair, "%02x", static_cast<const unsigned char*>(address)[i]);
    text += pair;
  }
  return text;
}

void note(const char* operation, const void* address, int size, const void* caller) {
  Recorder& all = recorder();
  const std::scoped_lock hold(all.mutex);
  const int thread = my_number();
  const std::string number = std::to_string(++all.steps);
  all.records += "step\t" + number + "\t" + std::to_string(thread) + "\t" + operation + "\t" +
                 hexadecimal(reinterpret_cast<std::uint64_t>(address)) + "\t" + std::to_string(size) + "\t" +
                 bytes_at(address, size) + "\t" + bytes_at(address, size) + "\t0\t\t" + stack_from(caller) + "\n";
}

// INTERLEAVE is "descriptor=101 ...": the number behind its first word.
int descriptor() { return std::atoi(std::getenv("INTERLEAVE") + std::strlen("descriptor=")); }

struct AtTheEnd {
  ~AtTheEnd() {
    if (std::getenv("INTERLEAVE") == nullptr) return;
    const std::string text = "phase\tbound 0\t1\t1\t0\t0\ntotal\t1\t0.01\t1\t" + std::to_string(recorder().steps) +
                             "\t3\nverdict\tfails\nfailure\twrong_result\t\t1\nreplay\t-\n" + recorder().records +
                             "outputs\t1\nend\n";
    std::FILE* const out = fdopen(descriptor(), "w");
    std::fwrite(text.data(), 1, text.size(), out);
    std::fclose(out);
  }
} at_the_end;

}  // namespace

// What the compiler calls under -fsanitize=thread. Its names, not ours.
#define INTERLEAVE_FAKE_ACCESS(size)                                                                             \
  extern "C" void __tsan_read##size(void* address) { note("read", address, size, __builtin_return_address(0)); } \
  extern "C" void __tsan_write##size(void* address) { note("write", address, size, __builtin_return_address(0)); }
INTERLEAVE_FAKE_ACCESS(1)
INTERLEAVE_FAKE_ACCESS(2)
INTERLEAVE_FAKE_ACCESS(4)
INTERLEAVE_FAKE_ACCESS(8)
INTERLEAVE_FAKE_ACCESS(16)

extern "C" {
void __tsan_init() {}
void __tsan_func_entry(void* caller) { callers().push_back(caller); }
void __tsan_func_exit() { callers().pop_back(); }
void __tsan_vptr_update(void**, void*) {}
void __tsan_vptr_read(void**) {}
int __tsan_atomic32_fetch_add(int* address, int value, int) {
  note("atomic update", address, 4, __builtin_return_address(0));
  return __atomic_fetch_add(address, value, __ATOMIC_SEQ_CST);
}
int __tsan_atomic32_load(const int* address, int) {
  note("atomic read", address, 4, __builtin_return_address(0));
  return __atomic_load_n(address, __ATOMIC_SEQ_CST);
}
}

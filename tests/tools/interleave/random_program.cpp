// tests/tools/interleave/random_program.cpp: draws operations for two or three threads and writes them down as C++.
#include "random_program.hpp"

#include <random>
#include <span>

namespace cases {

namespace {

/// One thing that a thread does.
struct Operation {
  const char* code;
  int steps;          ///< points at which the search may switch, at most
  int added = 0;      ///< to `number`
  bool sets = false;  ///< `number`, so that nothing is known of it at the end
};

constexpr Operation kHarmless[] = {
    {"locked_add();", 4},
    {"++number;", 1, 1},
    {"seen = number;", 1},
    {"number = 7;", 1, 0, true},
    {"{ const std::lock_guard hold(b); }", 2},
    {"{ const std::lock_guard hold(again); const std::lock_guard inner(again); }", 4},
    {"{ const std::shared_lock hold(shared); }", 2},
    {"{ const std::lock_guard hold(shared); }", 2},
    {"if (a.try_lock()) a.unlock();", 2},
    {"permit.acquire(); permit.release();", 2},
    {"seen = made_once();", 4},
};
constexpr Operation kRaces[] = {{"++plain;", 2}};
constexpr Operation kLosesUpdates[] = {{"number = number + 1;", 2, 1}};
constexpr Operation kDeadlocks[] = {{"{ const std::lock_guard hold_a(a); const std::lock_guard hold_b(b); }", 4},
                                    {"{ const std::lock_guard hold_b(b); const std::lock_guard hold_a(a); }", 4}};
constexpr Operation kWaits[] = {{"wait_until_ready();", 4},
                                {"make_ready(); changed.notify_one();", 4},
                                {"make_ready(); changed.notify_all();", 4},
                                {"changed.notify_one();", 1}};

// A thread begins, ends and is joined beside its operations.
constexpr int kStepsOfAnyThread = 3;
// Of the full search: 100,000 and more a second.
constexpr double kMostOrders = 400'000;

constexpr const char* kBegin = R"(#include <atomic>
#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>

std::mutex a;
std::mutex b;
std::recursive_mutex again;
std::shared_mutex shared;
std::binary_semaphore permit{1};
std::mutex mutex;
std::condition_variable changed;
std::atomic<int> number{0};
int plain = 0;
int locked = 0;
bool ready = false;
thread_local int seen = 0;

[[maybe_unused]] void locked_add() {
  const std::lock_guard hold(a);
  ++locked;
}

int seven() { return 7; }

[[maybe_unused]] int made_once() {
  static const int made = seven();
  return made;
}

[[maybe_unused]] void make_ready() {
  const std::lock_guard hold(mutex);
  ready = true;
}

[[maybe_unused]] void wait_until_ready() {
  std::unique_lock lock(mutex);
  while (!ready) changed.wait(lock);
}

int main() {
)";

class Draw {
 public:
  explicit Draw(std::uint32_t seed) : engine_(seed) {}

  // The standard's distributions differ between libraries; this does not.
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }

  const Operation& operation(Hazard hazard) {
    const std::span<const Operation> risky = risky_of(hazard);
    const std::span<const Operation> choices = !risky.empty() && below(2) == 0 ? risky : kHarmless;
    return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
  }

 private:
  static std::span<const Operation> risky_of(Hazard hazard) {
    switch (hazard) {
      case Hazard::none:
        return {};
      case Hazard::race:
        return kRaces;
      case Hazard::wrong_result:
        return kLosesUpdates;
      case Hazard::deadlock:
        return kDeadlocks;
      case Hazard::waiting:
        return kWaits;
    }
    return {};
  }

  std::mt19937 engine_;
};

using Threads = std::vector<std::vector<Operation>>;

Threads draw_threads(Draw& draw, Hazard hazard) {
  Threads threads(static_cast<std::size_t>(2 + draw.below(2)));
  for (auto& operations : threads) {
    const int count = 1 + draw.below(3);
    for (int i = 0; i < count; ++i) operations.push_back(draw.operation(hazard));
  }
  return threads;
}

bool is_small(const Threads& threads) {
  std::vector<int> steps;
  for (const auto& operations : threads) {
    int sum = kStepsOfAnyThread;
    for (const Operation& operation : operations) sum += operation.steps;
    steps.push_back(sum);
  }
  return orders_of(steps) <= kMostOrders;
}

std::string check_of(const Threads& threads) {
  int added = 0;
  for (const auto& operations : threads) {
    for (const Operation& operation : operations) {
      if (operation.sets) return "  return 0;\n";
      added += operation.added;
    }
  }
  return "  return number == " + std::to_string(added) + " ? 0 : 1;\n";
}

std::string source_of(const Threads& threads) {
  std::string source = kBegin;
  for (std::size_t i = 0; i < threads.size(); ++i) {
    source += "  std::thread thread_" + std::to_string(i + 1) + "([] {\n";
    for (const Operation& operation : threads[i]) source += "    " + std::string(operation.code) + "\n";
    source += "  });\n";
  }
  for (std::size_t i = 0; i < threads.size(); ++i) source += "  thread_" + std::to_string(i + 1) + ".join();\n";
  return source + check_of(threads) + "}\n";
}

}  // namespace

double orders_of(const std::vector<int>& steps) {
  double orders = 1;
  int placed = 0;
  for (const int count : steps) {
    for (int i = 1; i <= count; ++i) orders = orders * ++placed / i;
  }
  return orders;
}

RandomProgram random_program(std::uint32_t seed) {
  Draw draw(seed);
  const auto hazard = static_cast<Hazard>(seed % 5);
  Threads threads = draw_threads(draw, hazard);
  while (!is_small(threads)) threads = draw_threads(draw, hazard);
  return {hazard, source_of(threads)};
}

}  // namespace cases

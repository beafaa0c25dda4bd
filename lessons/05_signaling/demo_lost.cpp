// lessons/05_signaling/demo_lost.cpp: a notification that comes while nobody waits is lost.
// Three waits for a bell; the first two begin after it has rung, and the third bell never rings. The order is fixed:
// main() rings first, then it waits.
#include <workbook/arguments.hpp>

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <string>

namespace {

/// Something to wait for, and the means to wait for it.
struct Bell {
  std::condition_variable rang;
  std::mutex mutex;
  // mutex must be held to touch this:
  bool has_rung = false;

  void ring() {
    const std::scoped_lock lock(mutex);
    has_rung = true;
    rang.notify_one();
  }
};

// Only a demonstration gives up: it has to come to an end. The lesson's queue waits without a time.
bool woken_without_condition(Bell& bell, std::chrono::milliseconds patience) {
  std::unique_lock lock(bell.mutex);
  return bell.rang.wait_for(lock, patience) == std::cv_status::no_timeout;
}

bool goes_on_with_condition(Bell& bell, std::chrono::milliseconds patience) {
  std::unique_lock lock(bell.mutex);
  return bell.rang.wait_for(lock, patience, [&] { return bell.has_rung; });
}

void print(const std::string& wait, const std::string& result) {
  std::cout << "  a wait " << wait << ": " << result << '\n';
}

void demonstrate(std::chrono::milliseconds patience) {
  const std::string in_vain = " " + std::to_string(patience.count()) + " ms";

  Bell early;
  early.ring();
  std::cout << "A bell rings. Nobody waits yet.\n";
  print("for the next notification", woken_without_condition(early, patience) ? "woken" : "not woken in" + in_vain);
  print("until the bell has rung",
        goes_on_with_condition(early, patience) ? "goes on, it did not need to be woken" : "not woken in" + in_vain);

  Bell silent;
  std::cout << "Another bell. It never rings.\n";
  print("until the bell has rung", goes_on_with_condition(silent, patience) ? "goes on" : "gives up after" + in_vain);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const std::chrono::milliseconds patience(arguments.whole<int>("patience", 200, 1, 1000));
    arguments.end();
    demonstrate(patience);
    return 0;
  } catch (const workbook::UsageError& error) {
    std::cerr << "demo_lost: " << error.what() << " (usage: demo_lost [patience in ms])\n";
    return workbook::kExitUsage;
  }
}

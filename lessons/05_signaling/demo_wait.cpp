// lessons/05_signaling/demo_wait.cpp: three ways to wait for a letter, and what each costs.
// A letter comes about every ten milliseconds. One thread waits for it: how much processor time does that take, and how
// long after the letter came does the thread know?
#include <workbook/arguments.hpp>
#include <workbook/table.hpp>

#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// Where one letter is put. It holds the time at which that happened.
class LetterBox {
 public:
  void put() {
    const std::scoped_lock lock(mutex_);
    came_ = Clock::now();
    full_ = true;
    changed_.notify_one();
  }

  /// Whether there is a letter now.
  bool full() const {
    const std::scoped_lock lock(mutex_);
    return full_;
  }

  /// Sleeps until there is a letter.
  void wait() const {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return full_; });
  }

  /// Takes the letter out.
  /// @return  how long it had been there
  Microseconds take() {
    const std::scoped_lock lock(mutex_);
    full_ = false;
    return Clock::now() - came_;
  }

 private:
  mutable std::condition_variable changed_;
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these:
  bool full_ = false;
  Clock::time_point came_;
};

void wait_by_spinning(LetterBox& box) {
  while (!box.full()) {
  }
}

void wait_by_sleeping(LetterBox& box) {
  while (!box.full()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void wait_to_be_notified(LetterBox& box) { box.wait(); }

/// Processor time that the calling thread has used so far.
Milliseconds own_processor_time() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

struct Cost {
  Milliseconds processor;
  Microseconds late;  ///< in the middle of all letters, from best to worst
};

// The thread that waits. It says so each time it has a letter, for the next one to be sent.
Cost receive(LetterBox& box, int letters, const std::function<void(LetterBox&)>& wait, std::atomic<int>& received) {
  std::vector<Microseconds> late;
  const Milliseconds before = own_processor_time();
  for (int i = 0; i < letters; ++i) {
    wait(box);
    late.push_back(box.take());
    ++received;
    received.notify_one();
  }
  const Milliseconds used = own_processor_time() - before;
  const auto middle = late.begin() + letters / 2;
  std::ranges::nth_element(late, middle);
  return {used, *middle};
}

Cost cost_of(const std::function<void(LetterBox&)>& wait, int letters) {
  LetterBox box;
  std::atomic<int> received = 0;
  const std::jthread postman([&] {
    for (int i = 0; i < letters; ++i) {
      // The sleep stands for work of that length.
      std::this_thread::sleep_for(std::chrono::microseconds(10'300));
      box.put();
      received.wait(i);
    }
  });
  return receive(box, letters, wait, received);
}

void print(const std::string& name, const Cost& cost) {
  std::cout << "  " << name << " used " << workbook::fixed(cost.processor.count(), 1) << " ms, knew of a letter after "
            << workbook::fixed(cost.late.count(), 0) << " us\n";
}

void demonstrate(int letters) {
  std::cout << "One thread waits for " << letters << " letters, one every 10 ms or so.\n";
  print("looks all the time:      ", cost_of(wait_by_spinning, letters));
  print("looks every millisecond: ", cost_of(wait_by_sleeping, letters));
  print("waits to be notified:    ", cost_of(wait_to_be_notified, letters));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int letters = arguments.whole<int>("letters", 50, 1, 1000);
    arguments.end();
    demonstrate(letters);
    return 0;
  } catch (const workbook::UsageError& error) {
    std::cerr << "demo_wait: " << error.what() << " (usage: demo_wait [letters])\n";
    return workbook::kExitUsage;
  }
}

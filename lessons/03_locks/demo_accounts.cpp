// lessons/03_locks/demo_accounts.cpp: money that threads move between two accounts, without a lock and with one.
// Whatever is moved, the two together should hold what they held at first.
//
//   ./workbook race 03     runs "demo_accounts 5000000" again and again: "without a lock" should be "at first"
#include <workbook/arguments.hpp>

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <latch>
#include <mutex>
#include <thread>

namespace {

constexpr std::int64_t kAtFirst = 50'000'000;  // Euro in each account.

class Bank {
 public:
  /// Moves one Euro. Only one thread may be in here at a time, and nothing sees to that.
  void move_unlocked(bool to_savings) {
    const std::int64_t amount = to_savings ? 1 : -1;
    current_ = current_ - amount;
    savings_ = savings_ + amount;
  }

  /// Moves one Euro. Any number of threads may call it.
  void move_locked(bool to_savings) {
    const std::scoped_lock hold(mutex_);
    move_unlocked(to_savings);
  }

  std::int64_t total() const {
    const std::scoped_lock hold(mutex_);
    return current_ + savings_;
  }

 private:
  mutable std::mutex mutex_;
  // mutex_ must be held to touch these. volatile is no lock: here it only keeps the compiler from folding all of
  // the moves into one, so that what happens between two threads can be seen.
  volatile std::int64_t current_ = kAtFirst;
  volatile std::int64_t savings_ = kAtFirst;
};

/// One thread moves money there, another moves it back, `moves` times each.
template <class Move>
std::int64_t total_after(int moves, Move move) {
  Bank bank;
  std::latch both_are_there(2);  // Else the first might be done before the second begins.
  {
    const std::jthread there([&] {
      both_are_there.arrive_and_wait();
      for (int i = 0; i < moves; ++i) move(bank, true);
    });
    const std::jthread back([&] {
      both_are_there.arrive_and_wait();
      for (int i = 0; i < moves; ++i) move(bank, false);
    });
  }
  return bank.total();
}

void print(const char* name, std::int64_t total) {
  std::cout << name << total << " Euro, off by " << std::abs(total - 2 * kAtFirst) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int moves = arguments.whole<int>("moves", 5'000'000, 1, 10'000'000);
    arguments.end();
    std::cout << "two threads move 1 Euro " << moves << " times each, one there, one back\n"
              << "at first        " << 2 * kAtFirst << " Euro\n";
    print("without a lock  ", total_after(moves, [](Bank& bank, bool there) { bank.move_unlocked(there); }));
    print("with a lock     ", total_after(moves, [](Bank& bank, bool there) { bank.move_locked(there); }));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_accounts: " << error.what() << " (usage: demo_accounts [moves])\n";
    return workbook::kExitUsage;
  }
}

// verdict: proved
// executions: 6
// A static local variable is initialised once, and who comes second waits for that.
#include <thread>

int times_made = 0;

struct Account {
  int value;
  Account() : value(21) { ++times_made; }
};

int value_of_account() {
  static const Account account;
  return account.value;
}

int main() {
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([&first_seen] { first_seen = value_of_account(); });
  std::thread second([&second_seen] { second_seen = value_of_account(); });
  first.join();
  second.join();
  return times_made == 1 && first_seen + second_seen == 42 ? 0 : 1;
}

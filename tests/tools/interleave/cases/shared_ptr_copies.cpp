// verdict: proved
// executions: 2
// Each thread has a shared_ptr of its own to one object, and the last of them deletes it.
#include <memory>
#include <thread>

int deleted = 0;

struct Account {
  const int value = 21;
  ~Account() { ++deleted; }
};

int main() {
  int first_seen = 0;
  int second_seen = 0;
  auto account = std::make_shared<Account>();
  std::thread first([mine = account, &first_seen]() mutable {
    first_seen = mine->value;
    mine.reset();
  });
  std::thread second([mine = std::move(account), &second_seen]() mutable {
    second_seen = mine->value;
    mine.reset();
  });
  first.join();
  second.join();
  return first_seen + second_seen == 42 && deleted == 1 ? 0 : 1;
}

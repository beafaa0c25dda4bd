// verdict: proved
// executions: 28
// An initialisation that throws does not count; the next caller tries again.
#include <stdexcept>
#include <thread>

int attempts = 0;

int make() {
  if (++attempts == 1) throw std::runtime_error("not yet");
  return 42;
}

int value() {
  static const int made = make();
  return made;
}

int value_at_last() {
  try {
    return value();
  } catch (const std::runtime_error&) {
    return value();
  }
}

int main() {
  int first_seen = 0;
  int second_seen = 0;
  std::thread first([&first_seen] { first_seen = value_at_last(); });
  std::thread second([&second_seen] { second_seen = value_at_last(); });
  first.join();
  second.join();
  return attempts == 2 && first_seen + second_seen == 84 ? 0 : 1;
}

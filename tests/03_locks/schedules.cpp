// tests/03_locks/schedules.cpp: two threads at one Total, few steps each, to be run in every order.
#include <exercise.hpp>

#include "judge/explored/explored.hpp"

#include <memory>
#include <thread>

namespace {

// What the threads share stands in memory of its own: a place on the stack was another variable's before, and would go
// by either name in the messages.
using judge::Facts;

// Two threads add once each.
void add_add(const Facts& asked, Facts& told) {
  const auto total = std::make_unique<Total>();
  std::thread first([&, part = asked.number("first")] { total->add(part); });
  std::thread second([&, part = asked.number("second")] { total->add(part); });
  first.join();
  second.join();
  told.set("value", total->value());
}

// One thread adds, another reads meanwhile.
void add_value(const Facts& asked, Facts& told) {
  const auto total = std::make_unique<Total>();
  double seen = 0;
  std::thread writer([&, part = asked.number("part")] { total->add(part); });
  std::thread reader([&] { seen = total->value(); });
  writer.join();
  reader.join();
  told.set("seen", seen);
  told.set("value", total->value());
}

// Two workers, a strip each.
void integrate_it(const Facts& asked, Facts& told) {
  told.set("result", integrate([](double x) { return x; }, 0, asked.number("b"), 2, 2));
}

}  // namespace

int main(int argc, char** argv) {
  return judge::run_explored(argc, argv, {{"add_add", add_add}, {"add_value", add_value}, {"integrate", integrate_it}});
}

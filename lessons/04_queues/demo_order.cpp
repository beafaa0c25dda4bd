// lessons/04_queues/demo_order.cpp: the same items through three containers; they differ in who comes out first.
#include <workbook/arguments.hpp>

#include <exception>
#include <iostream>
#include <queue>
#include <sstream>
#include <stack>
#include <string>
#include <vector>

namespace {

// Different numbers in no particular order, for up to ten items.
std::vector<int> make_items(int count) {
  std::vector<int> items;
  for (int i = 1; i <= count; ++i) items.push_back(i * 7 % 10);
  return items;
}

std::string in_a_row(const std::vector<int>& items) {
  std::string text;
  for (const int item : items) text += ' ' + std::to_string(item);
  return text;
}

std::vector<int> through_a_queue(const std::vector<int>& items) {
  std::queue<int> waiting;
  for (const int item : items) waiting.push(item);
  std::vector<int> out;
  for (; !waiting.empty(); waiting.pop()) out.push_back(waiting.front());
  return out;
}

std::vector<int> through_a_stack(const std::vector<int>& items) {
  std::stack<int> waiting;
  for (const int item : items) waiting.push(item);
  std::vector<int> out;
  for (; !waiting.empty(); waiting.pop()) out.push_back(waiting.top());
  return out;
}

std::vector<int> through_a_priority_queue(const std::vector<int>& items) {
  std::priority_queue<int> waiting;
  for (const int item : items) waiting.push(item);
  std::vector<int> out;
  for (; !waiting.empty(); waiting.pop()) out.push_back(waiting.top());
  return out;
}

std::string describe(const std::vector<int>& items) {
  std::ostringstream text;
  text << "pushed               " << in_a_row(items) << '\n'
       << "std::queue           " << in_a_row(through_a_queue(items)) << "   first in, first out\n"
       << "std::stack           " << in_a_row(through_a_stack(items)) << "   last in, first out\n"
       << "std::priority_queue  " << in_a_row(through_a_priority_queue(items)) << "   largest first\n";
  return text.str();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int count = arguments.whole<int>("items", 5, 1, 10);
    arguments.end();
    std::cout << describe(make_items(count));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_order: " << error.what() << " (usage: demo_order [items])\n";
    return workbook::kExitUsage;
  }
}

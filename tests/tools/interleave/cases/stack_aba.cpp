// verdict: fails
// cause: wrong_result
// A, then B, then A again: compare_exchange sees the same top and takes what lay below it long ago.
#include <atomic>
#include <thread>

constexpr int kNone = -1;

// Node 0 lies on node 1.
std::atomic<int> top{0};
std::atomic<int> below[2] = {1, kNone};

int pop() {
  int node = top;
  while (node != kNone && !top.compare_exchange_strong(node, below[node])) {
  }
  return node;
}

void push(int node) {
  int seen = top;
  do {
    below[node] = seen;
  } while (!top.compare_exchange_strong(seen, node));
}

int main() {
  int kept = kNone;
  std::thread first([] { pop(); });
  std::thread second([&kept] {
    const int lent = pop();
    kept = pop();
    push(lent);
  });
  first.join();
  second.join();
  const bool kept_is_on_the_stack = kept != kNone && top == kept;
  return kept_is_on_the_stack ? 1 : 0;
}

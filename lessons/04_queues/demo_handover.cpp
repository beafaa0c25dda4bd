// lessons/04_queues/demo_handover.cpp: workers hand their parts over, and the caller sees who delivered what, and when.
// The parts are always the same. Their order is the system's choice.
#include <workbook/arguments.hpp>
#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/table.hpp>

#include <cstdint>
#include <exception>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr std::int64_t kStrips = 4'000'000;
constexpr int kChunksEach = 2;

struct Delivery {
  int worker = 0;
  int chunk = 0;
  double part = 0;
};

/// A letter box: many put something in, one empties it. Any number of threads may call it at the same time.
class LetterBox {
 public:
  void put(Delivery delivery) {
    const std::scoped_lock hold(mutex_);
    deliveries_.push_back(delivery);
  }

  /// All that was put in so far, in the order in which it came.
  std::vector<Delivery> empty_out() {
    const std::scoped_lock hold(mutex_);
    return std::exchange(deliveries_, {});
  }

 private:
  std::mutex mutex_;
  // mutex_ must be held to touch these:
  std::vector<Delivery> deliveries_;
};

double square(double x) { return x * x; }

std::vector<Delivery> deliveries_of(int workers) {
  LetterBox box;
  const int chunks = workers * kChunksEach;
  {
    std::vector<std::jthread> threads;
    for (int worker = 0; worker < workers; ++worker) {
      threads.emplace_back([=, &box] {
        for (int chunk = worker; chunk < chunks; chunk += workers) {
          const workbook::Chunk strips = workbook::chunk_of(kStrips, chunks, chunk);
          box.put({worker, chunk, workbook::integrate_chunk(square, 0, 10, kStrips, strips)});
        }
      });
    }
  }
  return box.empty_out();
}

std::string describe(const std::vector<Delivery>& deliveries) {
  std::ostringstream text;
  double total = 0;
  for (const Delivery& delivery : deliveries) {
    text << "worker " << delivery.worker << " delivers chunk " << delivery.chunk << ": "
         << workbook::fixed(delivery.part, 4) << '\n';
    total += delivery.part;
  }
  text << "together: " << workbook::fixed(total, 4) << '\n';
  return text.str();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int workers = arguments.whole<int>("workers", 3, 1, 10);
    arguments.end();
    std::cout << describe(deliveries_of(workers));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_handover: " << error.what() << " (usage: demo_handover [workers])\n";
    return workbook::kExitUsage;
  }
}

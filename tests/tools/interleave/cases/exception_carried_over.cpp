// verdict: proved
// executions: 1
// An exception is caught in one thread and thrown again in another.
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

std::exception_ptr carried;

int main() {
  std::thread worker([] {
    try {
      throw std::runtime_error("no value");
    } catch (...) {
      carried = std::current_exception();
    }
  });
  worker.join();
  try {
    std::rethrow_exception(carried);
  } catch (const std::runtime_error& error) {
    return error.what() == std::string("no value") ? 0 : 1;
  }
}

// verdict: nothing_found
// says: monotonic_buffer_resource
// Two threads take memory from one pool that locks nothing. They do so inside the library, where the explorer does not
// look. So at least it does not say that all is well.
#include <memory_resource>
#include <thread>

std::pmr::monotonic_buffer_resource pool;

int main() {
  std::thread helper([] { static_cast<void>(pool.allocate(8)); });
  static_cast<void>(pool.allocate(8));
  helper.join();
}

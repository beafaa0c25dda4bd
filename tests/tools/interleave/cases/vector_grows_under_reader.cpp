// verdict: fails
// cause: race, use_after_free
// The reader has been given the address of an element, and the vector moves it.
#include <thread>
#include <vector>

int seen = 0;

int main() {
  std::vector<int> items(1);
  const int* const first_item = &items[0];
  std::thread reader([first_item] { seen = *first_item; });
  items.push_back(2);
  reader.join();
  return 0;
}

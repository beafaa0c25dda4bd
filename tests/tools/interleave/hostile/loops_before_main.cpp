// verdict: fails
// cause: crash
// says: SIGKILL before main() began
// processor: 2
// A static object's constructor does not come to an end.
struct Early {
  Early() {
    for (volatile int rounds = 0;; rounds = rounds + 1) {
    }
  }
};
const Early early;

int main() { return 0; }

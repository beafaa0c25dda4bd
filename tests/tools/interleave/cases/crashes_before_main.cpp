// verdict: fails
// cause: crash
// A static object's constructor follows a null pointer.
int* const nowhere = nullptr;

struct Account {
  int value;
  Account() : value(*nowhere) {}
};
const Account account;

int main() { return account.value; }

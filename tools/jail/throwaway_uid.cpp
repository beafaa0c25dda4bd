// tools/jail/throwaway_uid.cpp: see throwaway_uid.hpp.
#include "jail/throwaway_uid.hpp"

#include "jail/family.hpp"
#include "jail/system_call.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <stdexcept>
#include <string>

namespace jail {

namespace {

// Debian leaves these to the system's administrator, and gives out numbers from 1000 on, one by one.
constexpr uid_t kFirst = 50'000;
constexpr uid_t kLast = 50'999;

// A socket's name that is no file: whoever has it keeps it until he ends, however he ends.
int take_name(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  name.copy(address.sun_path + 1, sizeof address.sun_path - 1);
  const int holder = checked(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket");
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  if (bind(holder, reinterpret_cast<const sockaddr*>(&address), size) == 0) return holder;
  close(holder);
  return -1;
}

}  // namespace

ThrowawayUid::ThrowawayUid(std::optional<uid_t> wish) {
  if (wish) {
    if (*wish == 0) throw std::runtime_error("--uid got 0, wanted a user other than root");
    if (claim(*wish)) return;
    throw std::runtime_error("user " + std::to_string(*wish) + " has another job or process");
  }
  for (uid_t uid = kFirst; uid <= kLast; ++uid) {
    if (getpwuid(uid) == nullptr && claim(uid)) return;
  }
  throw std::runtime_error("no user from " + std::to_string(kFirst) + " to " + std::to_string(kLast) + " is free");
}

ThrowawayUid::~ThrowawayUid() {
  if (claim_ >= 0) close(claim_);
}

bool ThrowawayUid::claim(uid_t uid) {
  claim_ = take_name("workbook-jail-user-" + std::to_string(uid));
  if (claim_ < 0) return false;
  uid_ = uid;
  if (!runs_something(uid)) return true;
  close(claim_);
  claim_ = -1;
  return false;
}

void become_user(uid_t uid) {
  checked(setgroups(0, nullptr), "setgroups");
  checked(setresgid(uid, uid, uid), "setresgid");
  checked(setresuid(uid, uid, uid), "setresuid");
}

}  // namespace jail

// tools/jail/control.cpp: see control.hpp.
#include "jail/control.hpp"

#include "jail/system_call.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

namespace jail {

Control::Control() {
  int ends[2];
  checked(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), "socketpair");
  ours_ = ends[0];
  inside_ = ends[1];
  // The number of a process in a jail of its own numbers is known outside by this alone.
  constexpr int kYes = 1;
  checked(setsockopt(ours_, SOL_SOCKET, SO_PASSCRED, &kYes, sizeof kYes), "SO_PASSCRED");
}

Control::~Control() {
  close(ours_);
  close_inside();
}

void Control::close_inside() {
  if (inside_ >= 0) close(std::exchange(inside_, -1));
}

ControlMessage Control::receive() const {
  std::array<char, 4096> text{};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> extra{};
  iovec place{text.data(), text.size()};
  msghdr header{};
  header.msg_iov = &place;
  header.msg_iovlen = 1;
  header.msg_control = extra.data();
  header.msg_controllen = extra.size();
  ssize_t size = 0;
  while ((size = recvmsg(ours_, &header, 0)) < 0 && errno == EINTR) {
  }
  if (size <= 0) return {};
  ControlMessage message{std::string(text.data(), static_cast<std::size_t>(size))};
  for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_CREDENTIALS) continue;
    ucred sender{};
    std::memcpy(&sender, CMSG_DATA(part), sizeof sender);
    message.sender = sender.pid;
  }
  return message;
}

void send_control(int descriptor, const std::string& text) {
  // Where nobody listens any more, nobody needs to know.
  [[maybe_unused]] const ssize_t sent = send(descriptor, text.data(), text.size(), MSG_NOSIGNAL);
}

}  // namespace jail

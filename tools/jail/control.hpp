// tools/jail/control.hpp: what the jail's two halves tell each other. The one outside watches; the one inside becomes
// the program, or starts it where the jail has process numbers of its own. The program itself never has an end of this.
#pragma once

#include <sys/types.h>

#include <string>

namespace jail {

/// Messages of the half inside. Each begins with its word.
inline constexpr const char* kReady = "ready";      ///< sent by the process that is about to become the program
inline constexpr const char* kRunning = "running";  ///< it has become the program
inline constexpr const char* kFault = "fault ";     ///< and why: it could not
inline constexpr const char* kEnded = "ended ";     ///< its status, as wait() has it, and how many processes are left

struct ControlMessage {
  std::string text;   ///< empty: nobody has the other end any more
  pid_t sender = -1;  ///< in our numbers, told by the kernel
};

class Control {
 public:
  Control();
  ~Control();
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

  int ours() const { return ours_; }
  int inside() const { return inside_; }
  /// For the half outside, once the other one has been started.
  void close_inside();
  ControlMessage receive() const;

 private:
  int ours_ = -1;
  int inside_ = -1;
};

void send_control(int descriptor, const std::string& text);

}  // namespace jail

// tests/tools/interleave/pseudo_terminal.hpp: a program in a terminal of its own, whose keys and screen are ours.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <functional>
#include <string>
#include <vector>

namespace cases {

class PseudoTerminal {
 public:
  /// @param words  of the program to start, its path first
  /// @throws std::system_error
  explicit PseudoTerminal(const std::vector<std::string>& words);
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;
  /// Ends the program where it still runs.
  ~PseudoTerminal();

  void press(const std::string& keys) const;
  void resize(int columns, int lines) const;
  void send(int signal) const;

  /// Reads until the picture shows the text, or for twenty seconds.
  /// @return  whether it does
  bool shows(const std::string& text);
  /// The same for a line of which this is true.
  bool shows(const std::function<bool(const std::string&)>& line);
  /// The same for what is printed, whether it is a part of a picture or not.
  bool prints(const std::string& text);
  /// The last picture that was drawn as a whole, line by line, without what steers the cursor.
  std::vector<std::string> picture() const;
  /// All that came so far.
  const std::string& output() const { return output_; }

  /// Waits until the program ends, for at most twenty seconds.
  /// @return  its end as waitpid() tells it; -1 where it did not end
  int wait();

  /// Whether keys are read and shown as they were before the program began.
  bool is_as_before() const;

 private:
  bool read_some(int milliseconds);

  int master_ = -1;
  int terminal_ = -1;  // kept open, so that its settings outlive the program
  pid_t program_ = -1;
  termios before_{};
  std::string output_;
};

}  // namespace cases

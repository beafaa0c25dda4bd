// tests/sessions/terminal_session.hpp: a shell in a real terminal emulator (tmux), whose keys and screen are ours.
#pragma once

#include "programs/signals.hpp"
#include "programs/temporary_folder.hpp"

#include <sys/types.h>
#include <termios.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace sessions {

/// A tmux server of its own with one window, in the checkout. A student's files stand in a folder of their own, so that
/// nobody's work is touched.
class TerminalSession {
 public:
  /// @param environment  more words of the form NAME=VALUE
  /// @throws workbook::Failure  where tmux is missing or does not start
  explicit TerminalSession(const std::vector<std::string>& environment = {}, int columns = 80, int lines = 24);
  /// Ends the server and all that runs in it.
  ~TerminalSession();
  TerminalSession(const TerminalSession&) = delete;
  TerminalSession& operator=(const TerminalSession&) = delete;

  /// The student's exercise of a lesson. Its folder exists.
  std::filesystem::path exercise(const std::string& lesson) const;

  /// Types text, and then the key that it ends with, if any, by tmux's name for it: Enter, C-c, PageDown.
  void type(const std::string& text, const std::string& key = "");
  void press(const std::string& key) { type("", key); }
  void resize(int columns, int lines);

  /// What the window shows, one string for each line.
  std::vector<std::string> screen();
  /// The same with what went out of it at the top, lines that were too long put together again.
  std::string all_text();
  /// What the window shows, with the sequences for colours.
  std::string coloured_screen();

  /// Waits until the window shows the text.
  /// @return  whether it does so within a time that is far longer than needed
  bool shows(const std::string& text);
  /// The same for any fact; looks again and again.
  /// @throws workbook::Failure  where a signal has asked us to end
  static bool comes_true(const std::function<bool()>& fact);

  /// The shell's foreground process group: what runs in the window, or the shell itself.
  pid_t foreground();
  pid_t shell() const { return shell_; }
  /// The processes of this terminal but for the shell, by name: no others are looked at.
  std::vector<std::string> running() const;
  bool runs(const std::string& name) const;

  /// What differs from a terminal that nobody has changed; empty where nothing does.
  std::string changes();

 private:
  std::string tmux(std::vector<std::string> words);
  termios settings() const;

  // Whoever interrupts the tests shall not leave a server behind.
  const workbook::EndingSignals signals_;
  workbook::TemporaryFolder folder_;
  std::string server_;
  pid_t shell_ = 0;
  std::string device_;
  termios before_{};
};

}  // namespace sessions

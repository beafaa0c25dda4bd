// tools/workbook/watch/picture.hpp: what the window of `watch` shows, from what there is to show.
#pragma once

#include "terminal/text.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// How a check ended.
struct ClosingLine {
  int exit_code = 0;
  std::string text;  ///< its last line, such as "03_locks: passed (...)"
};

/// All that a picture is made of.
struct WatchState {
  std::string lesson;
  std::string file;  ///< the exercise, as a person would name it

  std::string task = "check";  ///< whose output `lines` are
  std::vector<std::string> lines;
  bool running = false;  ///< whether more lines may come
  std::chrono::seconds running_for{};

  std::optional<ClosingLine> verdict;  ///< of the last check that came to its end
  bool outdated = false;               ///< whether another check has begun since then
  std::string notice;                  ///< an answer to the last key
  std::string obstacle;  ///< why saves are found by looking again and again; empty where they are reported
  bool file_is_there = true;
  bool help = false;
  int scroll = 0;  ///< the first line of the text that is seen
};

/// Exactly window.height lines of at most window.width columns.
/// @param window  of at least 4 lines and 20 columns; a smaller one is drawn as if it were so large
std::vector<std::string> picture(const WatchState& state, const Look& window);

/// The line that says how the last check ended, in the colour of its verdict, cut to the window's width. An older one
/// says that it is so.
std::string closing_line(const ClosingLine& verdict, bool outdated, const Look& window);

/// How many lines of text the picture has room for.
int room_for_text(const WatchState& state, const Look& window);

/// The largest scroll that leaves no empty line below the text.
int last_scroll(const WatchState& state, const Look& window);

/// The scroll that shows what is wrong: 0 where it is seen anyway.
int scroll_to_first_wrong(const WatchState& state, const Look& window);

}  // namespace workbook

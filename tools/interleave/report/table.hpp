// tools/interleave/report/table.hpp: a schedule as the table that textbooks draw by hand, a column for each thread.
#pragma once

#include "interleave/report/story.hpp"
#include "interleave/report/text.hpp"

#include <string>
#include <vector>

namespace interleave {

/// One line of the table: a step, or several of one thread on one source line that nobody came between. Or else how
/// things stand: at the end, or between two steps, where a thread waits for a lock.
struct Row {
  int first_step = 0;  ///< 0: none, this is how things stand at the end
  int last_step = 0;   ///< less than first_step: none, this is how things stand before first_step
  int thread = 0;
  bool preempts = false;
  std::string source;
  bool same_line = false;  ///< as the row before: the source need not be shown again
  std::string told;
  std::uint64_t address = 0;
  int left_out = 0;  ///< > 0: this row only says that so many steps are not shown
};

/// The rows of a story, steps merged and the unimportant middle of a long schedule left out.
/// @param most  about how many rows there may be
std::vector<Row> rows_of(const Story& story, int most = 40);

/// The whole table, lines of at most look.width columns, each ended by a newline. Where the threads are too many for
/// columns, one line for each step says which thread takes it.
std::string table(const Story& story, const Look& look);

}  // namespace interleave

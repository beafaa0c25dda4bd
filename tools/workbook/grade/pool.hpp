// tools/workbook/grade/pool.hpp: processes of ours that work side by side, a few at a time.
#pragma once

#include "programs/programs.hpp"

#include <sys/types.h>

#include <functional>
#include <map>
#include <string>

namespace workbook {

/// Starts programs in the background, no more than `most` at once. Those that still run are asked to end (SIGTERM) when
/// this is destroyed, and by the kernel when we die. No other children may be waited for meanwhile.
class Pool {
 public:
  explicit Pool(std::size_t most) : most_(most) {}
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  bool has_room() const { return running_.size() < most_; }
  bool empty() const { return running_.empty(); }

  /// @param on_end  is given its exit code; 128 + the signal's number where one ended it
  /// @throws Failure  where it can't be started
  void start(const Command& command, const std::function<void(int)>& on_end);

  /// Waits until one of them ends, and tells about it.
  void wait_for_one();

 private:
  std::size_t most_;
  std::map<pid_t, std::function<void(int)>> running_;
};

}  // namespace workbook

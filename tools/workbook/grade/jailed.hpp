// tools/workbook/grade/jailed.hpp: runs a program to its end, within a time and, for what nobody trusts, in the jail.
#pragma once

#include "programs/programs.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// How a program ended.
struct Ran {
  int exit_code = 0;    ///< 128 + the signal's number where one ended it
  bool in_time = true;  ///< else we have ended it
  std::string limit;    ///< that the jail saw it hit: wall, cpu, memory, file; empty: none
  std::string output;   ///< the first kilobytes of what it printed
};

/// @throws Failure  where it can't be started. Only where we have no other children.
Ran run_within(const Command& command, std::chrono::seconds time);

/// A program in the jail.
struct Jailed {
  std::string rung;
  std::vector<std::filesystem::path> reads;
  std::filesystem::path writes;  ///< the one folder that it may write
  std::chrono::seconds time{60};
  std::filesystem::path report;  ///< a file that the jail writes
};

/// The jail's own program, once build_jail() has built it.
std::filesystem::path jail_program();
void build_jail();

/// @throws Failure  where the jail could not do its work
Ran run_in_jail(const Jailed& jailed, const Command& command);

}  // namespace workbook

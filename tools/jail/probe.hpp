// tools/jail/probe.hpp: which rungs work on this machine, found by running something on each.
#pragma once

#include "jail/job.hpp"

#include <string>
#include <vector>

namespace jail {

struct Probed {
  Rung rung = Rung::limits;
  bool works = false;
  std::string reason;  ///< why not
};

/// Runs a program on the rung that must work, and one that must not.
Probed probe(Rung rung);

/// @throws std::runtime_error  where none works
Rung strongest_rung();

/// These rungs, and what they depend on, for a person or as JSON.
std::string probe_text(const std::vector<Rung>& rungs);
std::string probe_json(const std::vector<Rung>& rungs);

}  // namespace jail

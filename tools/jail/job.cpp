// tools/jail/job.cpp: see job.hpp.
#include "jail/job.hpp"

namespace jail {

const char* name_of(Rung rung) {
  switch (rung) {
    case Rung::namespaces:
      return "namespaces";
    case Rung::landlock:
      return "landlock";
    case Rung::limits:
      return "limits";
  }
  return "";
}

std::optional<Rung> rung_named(const std::string& name) {
  for (const Rung rung : kRungs) {
    if (name == name_of(rung)) return rung;
  }
  return std::nullopt;
}

}  // namespace jail

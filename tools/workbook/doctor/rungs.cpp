// tools/workbook/doctor/rungs.cpp: the rungs of the jail, as the jail finds them by running something on each.
#include "doctor/probes.hpp"
#include "grade/jailed.hpp"
#include "programs/failure.hpp"
#include "programs/programs.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <exception>

namespace workbook {

namespace {

// A rung that works is named with what it stands on.
std::string version_of(const std::string& rung, const nlohmann::json& report) {
  if (rung == "namespaces") return "bubblewrap " + report.at("bubblewrap_version").get<std::string>();
  if (rung == "landlock") return fmt::format("version {}", report.at("landlock_version").get<int>());
  return "they hold";
}

std::string mend_for(const std::string& rung, const nlohmann::json& report) {
  if (rung == "namespaces" && report.at("bubblewrap_version").get<std::string>().empty()) {
    return as_root("apt-get install bubblewrap");
  }
  if (rung == "landlock") return "none from inside; it takes a kernel of 5.13 or later, started with lsm=landlock,...";
  return "none from inside; a container needs the right from whoever starts it";
}

Finding described(const nlohmann::json& probed, const nlohmann::json& report) {
  const auto rung = probed.at("rung").get<std::string>();
  Finding finding{"jail: " + rung, NeededBy::instructor, Health::works, "", "grade, answers of strangers"};
  if (probed.at("works").get<bool>()) {
    finding.found = version_of(rung, report);
    return finding;
  }
  finding.health = Health::missing;
  finding.found = probed.at("reason").get<std::string>();
  finding.mend = mend_for(rung, report);
  return finding;
}

}  // namespace

std::vector<Finding> findings_of_rungs(const std::string& json) {
  const nlohmann::json report = nlohmann::json::parse(json);
  std::vector<Finding> findings;
  for (const nlohmann::json& probed : report.at("rungs")) findings.push_back(described(probed, report));
  return findings;
}

std::vector<Finding> probe_rungs() {
  try {
    build_jail();
    return findings_of_rungs(run({jail_program(), {"--probe", "--json"}}).output);
  } catch (const std::exception& error) {
    const std::string reason = error.what();
    return {{"jail", NeededBy::instructor, Health::missing, reason.substr(0, reason.find('\n')),
             "grade, answers of strangers", "./workbook grade --help   (says more)"}};
  }
}

}  // namespace workbook

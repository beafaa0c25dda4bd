// tools/jail/report.cpp: see report.hpp.
#include "jail/report.hpp"

#include "jail/system_call.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <unistd.h>

namespace jail {

namespace {

using Json = nlohmann::ordered_json;

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Reports::Reports(const std::string& where) {
  if (where.empty()) return;
  descriptor_ = is_number(where) ? fcntl(std::stoi(where), F_DUPFD_CLOEXEC, 3)
                                 : open(where.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  checked(descriptor_, "--report " + where);
}

Reports::~Reports() {
  if (descriptor_ >= 0) close(descriptor_);
}

void Reports::tell(const Started& started) const {
  write_line(Json{{"event", "started"},
                  {"rung", name_of(started.rung)},
                  {"uid", started.uid},
                  {"process", started.process},
                  {"parent", started.parent}}
                 .dump());
}

void Reports::tell(const Ended& ended) const {
  write_line(Json{{"event", "ended"},
                  {"rung", name_of(ended.rung)},
                  {"exit_code", ended.exit_code},
                  {"signal", ended.signal},
                  {"limit", ended.limit},
                  {"wall_seconds", ended.wall_seconds},
                  {"cpu_seconds", ended.cpu_seconds},
                  {"memory_bytes", ended.memory_bytes},
                  {"interrupted_by", ended.interrupted_by},
                  {"left_behind", ended.left_behind}}
                 .dump());
}

void Reports::tell_fault(const std::string& reason) const {
  // A path need not be UTF-8.
  write_line(Json{{"event", "fault"}, {"reason", reason}}.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void Reports::write_line(const std::string& line) const {
  if (descriptor_ < 0) return;
  const std::string text = line + '\n';
  if (write(descriptor_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) fail("--report");
}

}  // namespace jail

// tools/workbook/checkout/progress.cpp: see progress.hpp.
#include "checkout/progress.hpp"

#include "checkout/file_lock.hpp"
#include "checkout/keeping.hpp"
#include "checkout/place.hpp"
#include "judge/verdict/verdicts.hpp"
#include "programs/failure.hpp"
#include "programs/files.hpp"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

namespace fs = std::filesystem;
using nlohmann::json;

namespace workbook {

namespace {

constexpr const char* kFile = "progress.json";

bool is_verdict(const json& judged) {
  return judged.is_object() && std::ranges::all_of(judged, [](const json& value) { return value.is_string(); });
}

bool is_lesson(const json& lesson) {
  if (!lesson.is_object()) return false;
  for (const char* const key : {"passed", "last"}) {
    if (lesson.contains(key) && !is_verdict(lesson[key])) return false;
  }
  if (!lesson.contains("hints")) return true;
  const json& hints = lesson["hints"];
  return hints.is_object() && std::ranges::all_of(hints, [](const json& shown) { return shown.is_number_integer(); });
}

// What it holds besides is a newer workbook's, and stays.
bool is_progress(const json& all) {
  if (!all.is_object()) return false;
  if (!all.contains("lessons")) return true;
  const json& lessons = all["lessons"];
  return lessons.is_object() && std::ranges::all_of(lessons, is_lesson);
}

json parsed(const std::string& text) { return json::parse(text, nullptr, false); }

std::optional<RecordedVerdict> judged_in(const json& lesson, const char* key) {
  if (!lesson.contains(key)) return {};
  const json& judged = lesson[key];
  return RecordedVerdict{judged.value("verdict", ""), judged.value("at", ""), judged.value("fingerprint", "")};
}

LessonProgress lesson_in(const json& lesson) {
  LessonProgress progress{judged_in(lesson, "passed"), judged_in(lesson, "last"), {}};
  if (lesson.contains("hints")) progress.hints = lesson["hints"].get<std::map<std::string, int>>();
  return progress;
}

// Nothing where there is no such file.
std::optional<std::string> content_of(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return {};
  if (fs::is_directory(file, error)) throw Failure(fmt::format("cannot read {}: it is a folder", file.string()));
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Failure(fmt::format("cannot read {}: {}", file.string(), std::strerror(errno)));
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

// Empty where the command was misused, or is at fault itself.
std::string verdict_of(int exit_code) {
  const std::optional<judge::Verdict> verdict = judge::verdict_with(exit_code);
  return verdict && *verdict != judge::Verdict::bug ? judge::word_for(*verdict) : "";
}

void warn(const std::string& what) { fmt::print(stderr, "workbook: {}\n", what); }

}  // namespace

Progress::Progress(fs::path folder, Clock clock) : folder_(std::move(folder)), clock_(std::move(clock)) {}

std::map<std::string, LessonProgress> Progress::read() const {
  std::map<std::string, LessonProgress> lessons;
  try {
    const std::optional<std::string> text = content_of(folder_ / kFile);
    if (!text) return lessons;
    json all = parsed(*text);
    if (!is_progress(all)) {
      const FileLock lock(folder_ / "progress.lock");
      all = read_locked();
    }
    for (const auto& [name, lesson] : all["lessons"].items()) lessons[name] = lesson_in(lesson);
  } catch (const Failure& failure) {
    warn(failure.what());
  }
  return lessons;
}

LessonProgress Progress::of(const Lesson& lesson) const { return read()[lesson.name]; }

void Progress::record_verdict(const Lesson& lesson, const std::string& verdict, const std::string& fingerprint) const {
  change([&](json& all) {
    const std::string now =
        fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(clock_())));
    json& known = all["lessons"][lesson.name];
    // Assigned one by one: a newer workbook may have put more beside them.
    for (const char* const key : {"last", "passed"}) {
      if (key == std::string_view("passed") && verdict != "passed") continue;
      known[key]["verdict"] = verdict;
      known[key]["at"] = now;
      known[key]["fingerprint"] = fingerprint;
    }
  });
}

void Progress::record_hints(const Lesson& lesson, const std::string& hole, int shown) const {
  change([&](json& all) {
    json& known = all["lessons"][lesson.name]["hints"][hole];
    // Another command may have shown more meanwhile.
    known = std::max(shown, known.is_number() ? known.get<int>() : 0);
  });
}

void Progress::change(const std::function<void(json& all)>& change) const {
  std::error_code error;
  fs::create_directories(folder_, error);
  const FileLock lock(folder_ / "progress.lock");
  json all = read_locked();
  change(all);
  write_file(folder_ / kFile, all.dump(2, ' ', false, json::error_handler_t::replace) + '\n');
}

// Looks again: between a look without the lock and this one, another command may have mended it.
json Progress::read_locked() const {
  const fs::path file = folder_ / kFile;
  const std::optional<std::string> text = content_of(file);
  if (!text) return {{"lessons", json::object()}};
  json all = parsed(*text);
  if (is_progress(all)) return all;
  try {
    const fs::path kept = keep_aside(file, clock_());
    warn(fmt::format("{} was damaged; it is kept as {}, and what you have passed is counted anew", file.string(),
                     kept.filename().string()));
  } catch (const std::system_error& failed) {
    throw Failure(fmt::format("{} is damaged, and can't be kept aside: {}", file.string(), failed.code().message()));
  }
  return {{"lessons", json::object()}};
}

Progress student_progress() { return Progress(place::state()); }

std::string fingerprint_of(const fs::path& file) {
  std::error_code error;
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file, error)) return "";
  // FNV-1a: it has to notice changes, not to withstand attacks.
  std::uint64_t hash = 14695981039346656037U;
  for (std::istreambuf_iterator<char> at(in), end; at != end; ++at) {
    hash = (hash ^ static_cast<unsigned char>(*at)) * 1099511628211U;
  }
  return fmt::format("{:016x}", hash);
}

int judged_and_recorded(const Lesson& lesson, const std::function<int()>& judge) {
  // Taken first: where somebody writes on meanwhile, the verdict is about an older exercise.
  const std::string fingerprint = fingerprint_of(lesson.exercise());
  const int exit_code = judge();
  const std::string verdict = verdict_of(exit_code);
  try {
    if (!verdict.empty()) student_progress().record_verdict(lesson, verdict, fingerprint);
  } catch (const Failure& failure) {
    warn(fmt::format("{}; this verdict isn't recorded", failure.what()));
  }
  return exit_code;
}

}  // namespace workbook

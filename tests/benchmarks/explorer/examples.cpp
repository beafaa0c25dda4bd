// tests/benchmarks/explorer/examples.cpp: which programs there are, and how they are compiled.
#include "examples.hpp"

#include "bounded_run.hpp"

#include <stdexcept>

namespace benchmarks {

namespace {

namespace fs = std::filesystem;

constexpr int kMostSecondsToCompile = 120;

fs::path build_for_explorer(const fs::path& source, const fs::path& folder) {
  const interleave::Toolchain toolchain{INTERLEAVE_FLAGS, INTERLEAVE_INCLUDE, INTERLEAVE_COMMON, INTERLEAVE_LIBRARY};
  return interleave::compile(source, {}, toolchain, folder);
}

fs::path build_for_peer(const fs::path& source, const fs::path& folder, bool sanitized) {
  fs::path program = folder / source.stem();
  // Without warnings: mistakes are meant, and ThreadSanitizer knows no fences.
  std::vector<std::string> words{"g++", "-std=c++20", "-O1", "-g", "-w", "-pthread", source, "-o", program};
  if (sanitized) words.emplace_back("-fsanitize=thread");
  const Ended ended = run_bounded(words, kMostSecondsToCompile);
  if (ended.exit_code != 0) throw std::runtime_error("g++ does not compile " + source.string() + ":\n" + ended.output);
  return program;
}

fs::path build_in(const fs::path& folder, const fs::path& source, Build build) {
  fs::create_directories(folder);
  if (build == Build::explorer) return build_for_explorer(source, folder);
  return build_for_peer(source, folder, build == Build::thread_sanitizer);
}

}  // namespace

std::vector<Example> examples(bool quick) {
  constexpr bool kWrong = false;
  constexpr bool kRight = true;
  constexpr bool kUnchecked = false;
  constexpr bool kChecked = true;
  if (quick) return {{"unlocked_total_1", kWrong, kChecked}, {"locked_total_1", kRight, kChecked}};
  return {
      {"unlocked_total_1", kWrong, kChecked},
      {"locked_total_1", kRight, kChecked},
      {"atomic_load_then_store", kWrong, kChecked},
      {"atomic_add_double", kRight, kChecked},
      {"mutex_check_then_act", kWrong, kChecked},
      {"mutex_check_and_act", kRight, kChecked},
      {"counting_semaphore_of_two", kWrong, kUnchecked},
      {"binary_semaphore_lock", kRight, kChecked},
      {"condition_without_predicate", kWrong, kChecked},
      {"condition_flag_set_unlocked", kWrong, kChecked},
      {"condition_if_for_while", kWrong, kChecked},
      {"condition", kRight, kChecked},
      {"ab_ba", kWrong, kChecked},
      {"ab_ab", kRight, kChecked},
      {"list_push", kWrong, kUnchecked},
      {"list_locked", kRight, kChecked},
      {"detached_uses_local", kWrong, kUnchecked},
      {"detached_waited_for", kRight, kChecked},
      {"fence_missing", kWrong, kChecked},
      {"fences", kRight, kChecked},
      {"inversion_gated", kRight, kChecked},
      {"call_once_throws", kRight, kChecked},
      {"pthread_exit_unlocks", kRight, kChecked},
  };
}

fs::path source_of(const std::string& example) { return fs::path(EXAMPLES) / (example + ".cpp"); }

fs::path Builds::of(const fs::path& source, Build build) {
  const std::pair key{source, build};
  const auto built = programs_.find(key);
  if (built != programs_.end()) return built->second;
  const fs::path folder = folder_.path() / std::to_string(static_cast<int>(build));
  return programs_[key] = build_in(folder, source, build);
}

}  // namespace benchmarks

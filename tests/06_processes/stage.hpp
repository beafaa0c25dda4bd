// tests/06_processes/stage.hpp: a fresh folder with a worker program that does as it is told, for one check.
#pragma once

#include "judge/parent/checks.hpp"
#include "judge/parent/integrate_checks.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace stage {

/// What one worker does that the others don't. Which one: the one whose share holds the given point.
struct OddOne {
  double point = 0;
  std::vector<std::string> out = {"{answer}"};  ///< lines on standard output; {answer} stands for the answer
  std::vector<std::string> err = {};            ///< lines on standard error
  std::size_t out_bytes = 0;                    ///< a long line before `out`
  std::size_t err_bytes = 0;                    ///< a long line before `err`
  int exit_code = 0;
  int signal = 0;
  bool last = false;  ///< prints and ends only after the others have ended
};

/// What one process of the worker program left behind: what it was asked, and how many were at work at once.
struct Record {
  int pid = 0;
  double a = 0;
  double b = 0;
  std::int64_t strips = 0;
  int met = 0;
};

/// A folder with a worker program and its plan. Removes the folder when destroyed.
class Stage {
 public:
  /// @param call      its integrand is the workers'; as many as its workers meet before anybody answers
  /// @param subfolder where the program stands
  explicit Stage(const judge::KnownIntegral& call, const std::string& subfolder = "workers")
      : folder_(make_folder()), program_(folder_ / subfolder / "worker") {
    std::filesystem::create_directory(program_.parent_path());
    std::filesystem::copy_file(judge::lesson_programs() / "helper_worker", program_);
    if (access(program_.c_str(), X_OK) != 0) {
      throw std::runtime_error("no program can be executed in " + folder_.string() +
                               "; set TMPDIR to a folder where that is allowed");
    }
    plan_.open(program_.parent_path() / "plan");
    plan_.precision(std::numeric_limits<double>::max_digits10);
    plan_ << "coefficients " << call.coefficients.size();
    for (const double coefficient : call.coefficients) plan_ << ' ' << coefficient;
    plan_ << std::endl;
  }

  ~Stage() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Nobody answers before so many workers are at work.
  void gather(int workers) { plan_ << "crowd " << workers << std::endl; }

  void add(const OddOne& odd) {
    plan_ << "point " << odd.point << '\n';
    for (const std::string& line : odd.out) plan_ << "out " << line << '\n';
    for (const std::string& line : odd.err) plan_ << "err " << line << '\n';
    plan_ << "out_bytes " << odd.out_bytes << "\nerr_bytes " << odd.err_bytes << '\n';
    plan_ << "exit " << odd.exit_code << "\nsignal " << odd.signal << '\n';
    if (odd.last) plan_ << "last\n";
    plan_.flush();
  }

  const std::filesystem::path& program() const { return program_; }

  /// The records so far, by process number.
  std::vector<Record> records() const {
    std::vector<Record> list;
    for (const auto& file : std::filesystem::directory_iterator(program_.parent_path())) {
      if (file.path().stem() != "record") continue;
      Record record;
      record.pid = std::stoi(file.path().extension().string().substr(1));
      std::ifstream(file.path()) >> record.a >> record.b >> record.strips >> record.met;
      list.push_back(record);
    }
    std::ranges::sort(list, {}, &Record::pid);
    return list;
  }

  /// The numbers by which the worker whose share holds `point` may be called: its place in the interval, and its place
  /// in the order in which the processes were started. Both are the same in most answers.
  std::set<int> numbers_of(const judge::KnownIntegral& call, double point) const {
    std::set<int> numbers;
    const std::vector<Record> all = records();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].a > point || point >= all[i].b) continue;
      const double share = (all[i].a - call.a) / (call.b - call.a) * call.workers;
      numbers.insert(static_cast<int>(share + 0.5));
      numbers.insert(static_cast<int>(i));
    }
    return numbers;
  }

 private:
  static std::filesystem::path make_folder() {
    std::string name = std::filesystem::temp_directory_path() / "workbook_06_XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make the folder " + name);
    return name;
  }

  std::filesystem::path folder_;
  std::filesystem::path program_;
  std::ofstream plan_;
};

}  // namespace stage

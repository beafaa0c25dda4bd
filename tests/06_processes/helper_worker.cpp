// tests/06_processes/helper_worker.cpp: a worker that behaves, or misbehaves, as the file "plan" beside it says.
// Each of its processes leaves a file "record.PID" there: what it was asked, and how many were at work with it.
//
// The plan is lines of a name and a value (stage.hpp writes them):
//   coefficients 3 0 0 1   how many, and the integrand's coefficients, the constant first
//   crowd 3                nobody goes on before so many processes are at work, or before it is certain that no more
//                          will come
//   point 5.5              the one whose share holds this point is the odd one, and does what follows; the others
//                          answer like good workers, those to its right as late as they can
//   last                   the odd one goes on only when the others have ended
//   err_bytes 10           prints so many bytes on standard error, then each `err` as a line of its own
//   out_bytes 10           the same on standard output, with `out`; {answer} stands for the answer
//   exit 3, signal 9       how it ends
#include "judge/processes.hpp"

#include <workbook/integrate.hpp>
#include <workbook/table.hpp>

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

// Looks at the others are this far apart. So many quiet ones in a row, and nothing will happen any more.
constexpr std::chrono::milliseconds kBetweenLooks{5};
constexpr int kQuietLooks = 40;
// Only a subject that is never quiet is waited for so long.
constexpr std::chrono::seconds kPatience{6};

struct Plan {
  std::vector<double> coefficients;
  int crowd = 1;
  bool has_odd_one = false;
  double point = 0;
  bool last = false;
  std::size_t err_bytes = 0;
  std::size_t out_bytes = 0;
  std::vector<std::string> err;
  std::vector<std::string> out;
  int exit_code = 0;
  int signal = 0;
};

struct Request {
  double a = 0;
  double b = 0;
  std::int64_t strips = 0;

  double low() const { return std::min(a, b); }
  bool holds(double x) const { return low() <= x && x < std::max(a, b); }
};

[[noreturn]] void give_up(const std::string& why) {
  std::cerr << "helper_worker: " << why << std::endl;
  std::_Exit(2);
}

std::string rest_of(std::istream& line) {
  std::string rest;
  std::getline(line >> std::ws, rest);
  return rest;
}

void take_line(Plan& plan, const std::string& text) {
  std::istringstream line(text);
  std::string name;
  line >> name;
  if (name == "coefficients") {
    std::size_t count = 0;
    line >> count;
    plan.coefficients.resize(count);
    for (double& coefficient : plan.coefficients) line >> coefficient;
  } else if (name == "point") {
    plan.has_odd_one = static_cast<bool>(line >> plan.point);
  } else if (name == "crowd") {
    line >> plan.crowd;
  } else if (name == "last") {
    plan.last = true;
  } else if (name == "err_bytes") {
    line >> plan.err_bytes;
  } else if (name == "out_bytes") {
    line >> plan.out_bytes;
  } else if (name == "err") {
    plan.err.push_back(rest_of(line));
  } else if (name == "out") {
    plan.out.push_back(rest_of(line));
  } else if (name == "exit") {
    line >> plan.exit_code;
  } else if (name == "signal") {
    line >> plan.signal;
  } else {
    give_up("the plan says '" + text + "'");
  }
}

Plan read_plan(const fs::path& folder) {
  std::ifstream file(folder / "plan");
  if (!file) give_up("there is no plan in " + folder.string());
  Plan plan;
  for (std::string line; std::getline(file, line);) take_line(plan, line);
  return plan;
}

Request read_request() {
  std::string line;
  std::getline(std::cin, line);
  std::istringstream words(line);
  Request request;
  if (!(words >> request.a >> request.b >> request.strips) || !(words >> std::ws).eof()) {
    give_up("the request is '" + line + "', wanted one line 'a b strips'");
  }
  return request;
}

double integral(const Plan& plan, const Request& request) {
  if (request.strips == 0) return 0;
  const auto f = [&](double x) {
    double value = 0;
    for (std::size_t i = plan.coefficients.size(); i-- > 0;) value = value * x + plan.coefficients[i];
    return value;
  };
  return workbook::integrate(f, request.a, request.b, request.strips);
}

// The processes that are at work for the same subject, as their files tell.
class Crowd {
 public:
  explicit Crowd(fs::path folder)
      : folder_(std::move(folder)), subject_(getppid()), subjects_group_(getpgid(subject_)) {
    std::ofstream(own_file("at_work")) << "";
  }

  // Returns when `wanted` are at work, or when it is certain that no more will come; tells how many there were.
  int meet(int wanted) {
    const fs::path everybody = folder_ / "everybody";
    const fs::path given_up = folder_ / "given_up";
    int most = 0;
    wait_until([&] {
      most = std::max(most, static_cast<int>(at_work().size()));
      if (most >= wanted) std::ofstream(everybody) << "";
      return fs::exists(everybody) || fs::exists(given_up);
    });
    if (fs::exists(everybody)) return std::max(most, wanted);
    // Whoever comes later shall neither wait for those who gave up nor count them.
    std::ofstream(given_up) << "";
    fs::remove(own_file("at_work"));
    return most;
  }

  // Returns when all others that are at work have ended, or when nothing happens any more.
  void wait_for_the_others() {
    wait_until([&] {
      const std::set<pid_t> pids = at_work();
      return std::all_of(pids.begin(), pids.end(), [](pid_t pid) { return pid == getpid() || judge::ended(pid); });
    });
  }

  // Returns when nothing happens any more: the subject waits for us and for nothing else.
  void linger() {
    wait_until([] { return false; });
  }

  void leave_record(const Request& request, int met) const {
    const fs::path draft = own_file("draft");
    std::ofstream(draft) << workbook::rounded(request.a, 17) << ' ' << workbook::rounded(request.b, 17) << ' '
                         << request.strips << ' ' << met << '\n';
    fs::rename(draft, own_file("record"));
  }

 private:
  fs::path own_file(const std::string& kind) const { return folder_ / (kind + '.' + std::to_string(getpid())); }

  std::set<pid_t> at_work() const {
    std::set<pid_t> pids;
    for (const auto& file : fs::directory_iterator(folder_)) {
      if (file.path().stem() == "at_work") pids.insert(std::stoi(file.path().extension().string().substr(1)));
    }
    return pids;
  }

  // Whether the subject and all that it started are asleep, but for those that are at work.
  bool quiet() const {
    const std::set<pid_t> workers = at_work();
    for (const judge::Process& process : judge::processes()) {
      const bool ours = process.group == subjects_group_ || process.parent == subject_;
      const bool other = !workers.contains(process.id) && process.id != getpid();
      if (ours && other && !judge::asleep(process.id)) return false;
    }
    return true;
  }

  template <class Condition>
  void wait_until(Condition condition) {
    const auto end = Clock::now() + kPatience;
    for (int quiet_looks = 0; !condition() && quiet_looks < kQuietLooks && Clock::now() < end;) {
      std::this_thread::sleep_for(kBetweenLooks);
      quiet_looks = quiet() ? quiet_looks + 1 : 0;
    }
  }

  fs::path folder_;
  pid_t subject_;
  pid_t subjects_group_;
};

// Past the streams of the library: a process that is about to end by a signal has printed all the same.
void print(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    // Nobody reads any more.
    if (written < 0) std::_Exit(1);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void print_all(int descriptor, std::size_t bytes, const std::vector<std::string>& lines, const std::string& answer) {
  if (bytes > 0) print(descriptor, std::string(bytes, 'x') + '\n');
  for (std::string line : lines) {
    const std::string_view placeholder = "{answer}";
    if (const std::size_t at = line.find(placeholder); at != std::string::npos) {
      line.replace(at, placeholder.size(), answer);
    }
    print(descriptor, line + '\n');
  }
}

[[noreturn]] void misbehave(const Plan& plan, const std::string& answer) {
  print_all(STDERR_FILENO, plan.err_bytes, plan.err, answer);
  print_all(STDOUT_FILENO, plan.out_bytes, plan.out, answer);
  if (plan.signal != 0) {
    signal(plan.signal, SIG_DFL);  // A sanitizer may have taken it over.
    raise(plan.signal);
  }
  std::_Exit(plan.exit_code);
}

}  // namespace

int main() {
  const fs::path folder = fs::canonical("/proc/self/exe").parent_path();
  const Plan plan = read_plan(folder);
  const Request request = read_request();
  Crowd crowd(folder);
  crowd.leave_record(request, crowd.meet(plan.crowd));
  const std::string answer = workbook::rounded(integral(plan, request), 17);
  if (plan.has_odd_one && request.holds(plan.point)) {
    if (plan.last) crowd.wait_for_the_others();
    misbehave(plan, answer);
  }
  if (plan.has_odd_one && !plan.last && request.low() > plan.point) crowd.linger();
  print(STDOUT_FILENO, answer + '\n');
  return 0;
}

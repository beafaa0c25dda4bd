// tools/jail/probe.cpp: see probe.hpp.
#include "jail/probe.hpp"

#include "jail/bubblewrap.hpp"
#include "jail/landlock.hpp"
#include "jail/supervisor.hpp"
#include "jail/system_call.hpp"
#include "jail/system_calls.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace jail {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kSecret = "what nobody inside may read\n";

// A file that only its owner's user can read by the system's own rules.
class Secret {
 public:
  Secret() {
    std::string name = (fs::temp_directory_path() / "workbook-secret.XXXXXX").string();
    const int file = checked(mkstemp(name.data()), name);
    path_ = name;
    fchmod(file, 0644);
    [[maybe_unused]] const ssize_t written = write(file, kSecret, std::char_traits<char>::length(kSecret));
    close(file);
  }
  ~Secret() { unlink(path_.c_str()); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// The job runs in a process of its own, because the one who runs it changes: it adopts orphans, and more.
struct Tried {
  std::string fault;
  int exit_code = 0;
};

[[noreturn]] void try_in_child(const Job& job, Rung rung, int answer) {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int standard : {0, 1, 2}) dup2(nowhere, standard);
  std::string words;
  try {
    const Ended ended = run(job, rung, Reports(""));
    words = ended.signal != 0 ? "signal " + std::to_string(ended.signal) : std::to_string(ended.exit_code);
  } catch (const std::exception& error) {
    words = std::string("!") + error.what();
  }
  [[maybe_unused]] const ssize_t written = write(answer, words.data(), words.size());
  _exit(0);
}

// Empty where the program ended with 0; else its exit code, or what the jail has to say.
std::string how_it_went(const Job& job, Rung rung) {
  int ends[2];
  checked(pipe2(ends, O_CLOEXEC), "pipe2");
  const pid_t child = checked(fork(), "fork");
  if (child == 0) try_in_child(job, rung, ends[1]);
  close(ends[1]);
  std::array<char, 1024> text{};
  const ssize_t size = read(ends[0], text.data(), text.size());
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return std::string(text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
}

Job job_of(std::vector<std::string> command) {
  Job job;
  job.limits.wall = std::chrono::seconds(20);
  job.command = std::move(command);
  return job;
}

// What is known to be missing, before anything is tried.
std::string what_is_missing(Rung rung) {
  if (rung == Rung::namespaces && access(kBubblewrap, X_OK) != 0) return "bubblewrap is not installed";
  if (rung != Rung::landlock) return "";
  if (landlock_version() == 0) return "the kernel has no Landlock";
  if (!can_refuse_system_calls()) return "there is no filter of system calls for this processor";
  if (geteuid() != 0 && landlock_version() < kLandlockWithScopes) {
    return "the kernel's Landlock can't keep signals in, and without root there is no other user";
  }
  return "";
}

std::string bubblewrap_version() {
  int ends[2];
  checked(pipe2(ends, O_CLOEXEC), "pipe2");
  const pid_t child = checked(fork(), "fork");
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execl(kBubblewrap, kBubblewrap, "--version", nullptr);
    _exit(127);
  }
  close(ends[1]);
  std::array<char, 128> text{};
  const ssize_t size = read(ends[0], text.data(), text.size());
  close(ends[0]);
  waitpid(child, nullptr, 0);
  const std::string line(text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  const std::size_t space = line.find(' ');
  return space == std::string::npos ? "" : line.substr(space + 1, line.find('\n') - space - 1);
}

}  // namespace

Probed probe(Rung rung) {
  if (const std::string missing = what_is_missing(rung); !missing.empty()) return {rung, false, missing};
  const std::string right = how_it_went(job_of({"/bin/true"}), rung);
  if (right != "0") return {rung, false, "/bin/true does not run: " + right};
  if (rung == Rung::limits) return {rung, true, ""};
  const Secret secret;
  const std::string wrong = how_it_went(job_of({"/bin/cat", secret.path().string()}), rung);
  if (wrong != "1") return {rung, false, "a file outside is not kept from it: " + wrong};
  return {rung, true, ""};
}

Rung strongest_rung() {
  for (const Rung rung : kRungs) {
    if (probe(rung).works) return rung;
  }
  throw std::runtime_error("no rung works here, not even that of limits alone");
}

std::string probe_text(const std::vector<Rung>& rungs) {
  std::string text;
  for (const Rung rung : rungs) {
    const Probed probed = probe(rung);
    std::string name = name_of(rung);
    name.resize(12, ' ');
    text += name + (probed.works ? "works" : "does not work: " + probed.reason) + '\n';
  }
  const std::string version = bubblewrap_version();
  text += "bubblewrap  " + (version.empty() ? "none" : version) + '\n';
  text += "Landlock    " + (landlock_version() == 0 ? "none" : "version " + std::to_string(landlock_version())) + '\n';
  text += std::string("user        ") + (geteuid() == 0 ? "root: each job gets a user of its own" : "not root") + '\n';
  return text;
}

std::string probe_json(const std::vector<Rung>& rungs) {
  Json json;
  for (const Rung rung : rungs) {
    const Probed probed = probe(rung);
    json["rungs"].push_back({{"rung", name_of(rung)}, {"works", probed.works}, {"reason", probed.reason}});
  }
  json["landlock_version"] = landlock_version();
  json["bubblewrap_version"] = bubblewrap_version();
  json["root"] = geteuid() == 0;
  return json.dump(2) + '\n';
}

}  // namespace jail

// tests/tools/jail/stage.cpp: see stage.hpp.
#include "stage.hpp"

#include "judge/processes.hpp"
#include "programs/programs.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace stage {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Nobody's number, for a plain user where the test is root's.
constexpr uid_t kPlainUser = 49'999;

bool we_are_root() { return geteuid() == 0; }
bool needs_plain_user(const Place& place) { return we_are_root() && !place.as_root; }

std::vector<std::string> as_plain_user() {
  const std::string user = std::to_string(kPlainUser);
  return {"/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--"};
}

workbook::Finished run_words(const std::vector<std::string>& words) {
  return workbook::run(workbook::Command{words.front(), {words.begin() + 1, words.end()}});
}

fs::path make_folder() {
  std::string name = "/tmp/workbook-jail-test.XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  fs::permissions(name, fs::perms{0755});
  return name;
}

void write_file(const fs::path& path, const std::string& text, unsigned mode) {
  std::ofstream(path) << text;
  fs::permissions(path, fs::perms{mode});
}

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

bool is_readable(int descriptor) {
  pollfd source{descriptor, POLLIN, 0};
  return poll(&source, 1, 0) > 0;
}

// Threads that our user has already.
std::size_t our_threads() {
  std::size_t count = 0;
  for (const judge::Process& process : judge::processes()) {
    const std::string uids = judge::status_of("/proc/" + std::to_string(process.id), "Uid");
    if (!uids.empty() && std::stoul(uids) == getuid()) count += judge::threads_of(process.id).size();
  }
  return count;
}

void read_reports(const fs::path& file, Outcome& outcome) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const json event = json::parse(line);
    (event["event"] == "started" ? outcome.started : outcome.ended) = event;
  }
}

}  // namespace

std::string name_of(const Place& place) { return place.rung + (place.as_root ? "_as_root" : "_as_plain_user"); }

std::vector<Place> all_places() {
  std::vector<Place> places;
  for (const char* const rung : {"namespaces", "landlock", "limits"}) {
    if (we_are_root()) places.push_back({rung, true});
    places.push_back({rung, false});
  }
  return places;
}

std::vector<Place> places_of_ours() {
  std::vector<Place> places = all_places();
  std::erase_if(places, [](const Place& place) { return place.as_root != we_are_root(); });
  return places;
}

std::string why_not_offered(const Place& place) {
  static std::map<std::string, json> probed;
  if (!probed.contains(name_of(place))) {
    // A copy, since a plain user need not be able to reach the checkout.
    const fs::path folder = make_folder();
    fs::copy_file(JAIL, folder / "jail");
    std::vector<std::string> words = needs_plain_user(place) ? as_plain_user() : std::vector<std::string>{};
    words.insert(words.end(), {(folder / "jail").string(), "--probe", "--json", "--rung", place.rung});
    probed[name_of(place)] = json::parse(run_words(words).output).at("rungs").at(0);
    fs::remove_all(folder);
  }
  const json& rung = probed[name_of(place)];
  return rung["works"] ? "" : rung["reason"];
}

Stage::Stage(Place place) : place_(std::move(place)), folder_(make_folder()) {
  fs::copy_file(JAIL, folder_ / "jail");
  for (const char* const program : {"threats", "floods"}) fs::copy_file(fs::path(HOSTILE) / program, folder_ / program);
  make_outside();
  listen();
  if (needs_plain_user(place_)) {
    const std::string user = std::to_string(kPlainUser);
    run_words({"/bin/chown", "-R", user + ':' + user, folder_.string()});
    fs::permissions(outside() / "of_root", fs::perms::none);
  }
  start_victim();
}

Stage::~Stage() {
  kill(victim_, SIGKILL);
  waitpid(victim_, nullptr, 0);
  close(tcp_);
  close(local_);
  run_words({"/bin/rm", "-rf", folder_.string()});
}

void Stage::make_outside() {
  fs::create_directory(write_folder());
  fs::create_directory(outside());
  fs::create_directory(outside() / "open_to_all");
  fs::permissions(outside() / "open_to_all", fs::perms{0777});
  write_file(outside() / "open_to_all/old", "old", 0666);
  write_file(outside() / "secret", "secret", 0644);
  write_file(outside() / "writable", "writable", 0666);
  write_file(outside() / "yours", "yours", 0644);
  write_file(outside() / "of_root", "of root", 0600);
}

void Stage::listen() {
  tcp_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(tcp_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  socklen_t size = sizeof address;
  getsockname(tcp_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  local_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un path{};
  path.sun_family = AF_UNIX;
  (outside() / "socket").string().copy(path.sun_path, sizeof path.sun_path - 1);
  bind(local_, reinterpret_cast<const sockaddr*>(&path), sizeof path);
  fs::permissions(outside() / "socket", fs::perms{0777});
  if (::listen(tcp_, 5) != 0 || ::listen(local_, 5) != 0) throw std::runtime_error("can't listen");
}

void Stage::start_victim() {
  victim_ = fork();
  if (victim_ != 0) return;
  if (needs_plain_user(place_) && (setgid(kPlainUser) != 0 || setuid(kPlainUser) != 0)) _exit(1);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  execl("/bin/sleep", "sleep", "600", nullptr);
  _exit(1);
}

std::vector<std::string> Stage::in_front_of_jail(const std::string& memory) const {
  std::vector<std::string> words{"/usr/bin/timeout", "-k", "15", "60"};
  if (needs_plain_user(place_)) {
    const std::vector<std::string> plain = as_plain_user();
    words.insert(words.end(), plain.begin(), plain.end());
  }
  words.insert(words.end(), {"/usr/bin/prlimit", "--cpu=5", "--fsize=33554432", "--as=" + memory});
  // Counted for each user, and all processes of him: none but ours where he is nobody.
  constexpr std::size_t kMost = 64;
  words.push_back("--nproc=" + std::to_string(kMost + (we_are_root() ? 0 : our_threads())));
  return words;
}

Outcome Stage::run(const std::string& memory, const std::vector<std::string>& options,
                   const std::vector<std::string>& command, int signal_when_ready) const {
  const std::string report = (folder_ / "report").string();
  std::vector<std::string> words = in_front_of_jail(memory);
  words.insert(words.end(), {(folder_ / "jail").string(), "--rung", place_.rung, "--report", report});
  words.insert(words.end(), options.begin(), options.end());
  words.emplace_back("--");
  words.insert(words.end(), command.begin(), command.end());
  Outcome outcome;
  outcome.exit_code =
      workbook::run(workbook::Command{words.front(), {words.begin() + 1, words.end()}}, [&](const std::string& line) {
        outcome.output += line + '\n';
        if (signal_when_ready == 0 || line != "ready") return;
        while (fs::is_empty(report)) usleep(1000);  // The jail is to know of it, too.
        send_to_jail(signal_when_ready);
      });
  read_reports(report, outcome);
  fs::remove(report);
  return outcome;
}

Outcome Stage::run(const std::vector<std::string>& options, const std::string& program,
                   const std::vector<std::string>& arguments) const {
  std::vector<std::string> command{(folder_ / program).string()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run("268435456", options, command);
}

Outcome Stage::run_and_send(int signal, const std::string& program, const std::string& argument) const {
  return run("268435456", {}, {(folder_ / program).string(), argument}, signal);
}

// The one that was started by `timeout`, whose process group it is in.
void Stage::send_to_jail(int signal) const {
  for (const judge::Process& process : judge::processes()) {
    // What it runs, it tells nobody but root; its command line it tells everybody.
    const std::string command = text_of("/proc/" + std::to_string(process.id) + "/cmdline");
    const bool is_jail = command.starts_with((folder_ / "jail").string());
    if (is_jail && process.group == process.parent) kill(process.id, signal);
  }
}

Outcome Stage::run_command(const std::vector<std::string>& options, const std::vector<std::string>& command) const {
  return run("1073741824", options, command);
}

std::string Stage::damage() const {
  std::string damage;
  const auto compare = [&](const std::string& name, const std::string& wanted) {
    if (text_of(outside() / name) != wanted) damage += name + " is '" + text_of(outside() / name) + "'; ";
  };
  compare("secret", "secret");
  compare("writable", "writable");
  compare("open_to_all/old", "old");
  if (fs::exists(outside() / "open_to_all/new")) damage += "open_to_all/new is there; ";
  if (is_readable(tcp_)) damage += "somebody connected by TCP; ";
  if (is_readable(local_)) damage += "somebody connected to the socket; ";
  struct stat yours {};
  if (stat((outside() / "yours").c_str(), &yours) != 0 || (yours.st_mode & 0777) != 0644) damage += "mode of yours; ";
  if (judge::ended(victim_)) damage += "the victim is dead; ";
  return damage;
}

std::vector<pid_t> Stage::left() const {
  std::vector<pid_t> left;
  for (const judge::Process& process : judge::processes()) {
    std::error_code gone;
    const fs::path program = fs::read_symlink("/proc/" + std::to_string(process.id) + "/exe", gone);
    if (!gone && program.string().starts_with(folder_.string())) left.push_back(process.id);
  }
  return left;
}

}  // namespace stage

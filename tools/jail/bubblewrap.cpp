// tools/jail/bubblewrap.cpp: see bubblewrap.hpp.
#include "jail/bubblewrap.hpp"

#include <algorithm>

namespace jail {

namespace {

namespace fs = std::filesystem;

// Where the jail's own program stands in there.
constexpr const char* kJail = "/.jail";

class Words {
 public:
  void add(std::initializer_list<std::string> words) { all_.insert(all_.end(), words); }
  void add(const std::vector<std::string>& words) { all_.insert(all_.end(), words.begin(), words.end()); }
  std::vector<std::string> all() const { return all_; }

 private:
  std::vector<std::string> all_;
};

// In the root folder of the file system: what every program needs.
constexpr const char* kSystem[] = {"/usr", "/bin", "/lib", "/lib32", "/lib64", "/libx32", "/sbin"};

bool is_of_the_system(const fs::path& path) {
  return std::ranges::any_of(kSystem,
                             [&](const char* folder) { return path.string().starts_with(folder + std::string("/")); });
}

// The system's programs and libraries. In the root folder stand links to them on some systems, and folders on others.
void show_the_system(Words& words) {
  for (const fs::path folder : kSystem) {
    if (fs::is_symlink(folder)) {
      words.add({"--symlink", fs::read_symlink(folder).string(), folder.string()});
    } else if (fs::is_directory(folder)) {
      words.add({"--ro-bind", folder.string(), folder.string()});
    }
  }
  for (const std::string path : {"/etc/ld.so.cache", "/etc/alternatives", "/sys/devices/system/cpu"}) {
    words.add({"--ro-bind-try", path, path});
  }
}

// Memory that is a file counts for nobody, so it has a limit of its own; and nothing but these can be written.
void make_private_folders(Words& words, const Limits& limits) {
  const std::string size = std::to_string(limits.private_bytes);
  words.add({"--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"});
  words.add({"--size", size, "--tmpfs", "/dev/shm", "--size", size, "--tmpfs", "/tmp"});
}

void show(Words& words, const std::string& how, const std::vector<fs::path>& paths) {
  for (const fs::path& path : paths) {
    if (!is_of_the_system(path)) words.add({how, path.string(), path.string()});  // Those are there already.
  }
}

void add_limits(Words& words, const Limits& limits) {
  words.add({"--cpu", std::to_string(limits.cpu.count()), "--memory", std::to_string(limits.memory_bytes)});
  words.add({"--file-size", std::to_string(limits.file_bytes), "--processes", std::to_string(limits.processes)});
  words.add({"--descriptors", std::to_string(limits.descriptors)});
}

}  // namespace

std::vector<std::string> bubblewrap_command(const Job& job, const fs::path& jail, int control) {
  Words words;
  words.add({kBubblewrap, "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--as-pid-1"});
  show_the_system(words);
  make_private_folders(words, job.limits);
  words.add({"--ro-bind", jail.string(), kJail});
  show(words, "--ro-bind", job.reads);
  show(words, "--bind", job.writes);
  words.add({"--remount-ro", "/", "--chdir", "/tmp", "--", kJail, "--inside", std::to_string(control)});
  add_limits(words, job.limits);
  for (const int descriptor : job.kept_descriptors) words.add({"--keep-fd", std::to_string(descriptor)});
  for (const std::string& entry : job.environment) words.add({"--env", entry});
  words.add({"--"});
  words.add(job.command);
  return words.all();
}

}  // namespace jail

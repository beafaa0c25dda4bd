// tools/workbook/grade/submissions.cpp: see submissions.hpp.
#include "grade/submissions.hpp"

#include "grade/hash.hpp"
#include "programs/failure.hpp"

#include <fmt/core.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

// A hand-in that is deeper or fuller than this is no answer to six small exercises.
constexpr int kMostDepth = 8;
constexpr int kMostFiles = 20'000;

struct Found {
  std::vector<fs::path> exact;  // of those the shallowest are to be judged
  std::vector<fs::path> close;  // what a student may have meant
};

bool is_exact(const fs::path& file, const std::string& lesson) {
  return file.filename() == "exercise.hpp" && file.parent_path().filename() == lesson;
}

bool is_close(const fs::path& file, const std::string& lesson) {
  const std::string name = file.filename();
  const bool header =
      name.ends_with(".hpp") || name.ends_with(".h") || name.ends_with(".cpp") || name.ends_with(".txt");
  return header && (file.parent_path().filename() == lesson || name.find(lesson) != std::string::npos);
}

Found search(const fs::path& folder, const std::string& lesson) {
  Found found;
  int files = 0;
  std::error_code error;
  // Links to folders are not followed.
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (++files > kMostFiles) break;
    if (walk.depth() >= kMostDepth) walk.disable_recursion_pending();
    const fs::path& path = walk->path();
    if (path.filename().string().starts_with(".")) {
      walk.disable_recursion_pending();  // .git, .vscode
    } else if (is_exact(path, lesson)) {
      found.exact.push_back(path);
    } else if (path.filename() == lesson + ".hpp") {
      found.close.insert(found.close.begin(), path);
    } else if (is_close(path, lesson)) {
      found.close.push_back(path);
    }
  }
  std::ranges::sort(found.exact);
  return found;
}

std::string below(const fs::path& file, const fs::path& folder) { return file.lexically_relative(folder).string(); }

HandedIn refused(const std::string& reason) { return {HandedIn::State::refused, "", reason}; }

class File {
 public:
  // Not through a link, and without waiting for somebody at the other end of a pipe.
  explicit File(const fs::path& path) : number_(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
  ~File() {
    if (number_ >= 0) close(number_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::optional<std::string> read_all(int descriptor) {
  std::string text;
  char buffer[65536];
  while (text.size() <= kMostAnswerBytes) {
    const ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return text;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  return text;
}

HandedIn read_answer(const fs::path& file, const std::string& name) {
  const File opened(file);
  if (opened.number() < 0) {
    return refused(errno == ELOOP ? fmt::format("{} is a link, wanted the file itself", name)
                                  : fmt::format("{} cannot be read: {}", name, std::strerror(errno)));
  }
  struct stat status {};
  if (fstat(opened.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return refused(fmt::format("{} is {}, wanted a file", name, S_ISDIR(status.st_mode) ? "a folder" : "no file"));
  }
  if (static_cast<std::uint64_t>(status.st_size) > kMostAnswerBytes) {
    return refused(fmt::format("{} has {} bytes, wanted at most {}", name, status.st_size, kMostAnswerBytes));
  }
  const std::optional<std::string> text = read_all(opened.number());
  if (!text) return refused(fmt::format("{} cannot be read", name));
  if (text->size() > kMostAnswerBytes) return refused(fmt::format("{} grew while it was read", name));
  if (text->empty()) return refused(fmt::format("{} is empty", name));
  if (text->find('\0') != std::string::npos) return refused(fmt::format("{} is no text: it has a byte 0", name));
  return {HandedIn::State::given, *text, "", name};
}

HandedIn missing(const Found& found, const fs::path& folder, const std::string& lesson) {
  const std::string wanted = fmt::format("wanted {}/exercise.hpp", lesson);
  if (found.close.empty()) return {HandedIn::State::missing, "", "nothing was handed in, " + wanted};
  return {HandedIn::State::missing, "", fmt::format("got {}, {}", below(found.close.front(), folder), wanted)};
}

bool is_plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' || c == ',' || c == '@' ||
         c == '+';
}

}  // namespace

std::vector<Submission> submissions_in(const fs::path& folder, std::vector<std::string>& passed_over) {
  std::error_code error;
  std::vector<Submission> submissions;
  fs::directory_iterator entries(folder, error);
  if (error)
    throw Failure(fmt::format("cannot read {}: {}, wanted a folder of submissions", folder.string(), error.message()));
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename();
    if (name.starts_with(".")) continue;
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      submissions.push_back({name, entry.path(), false});
    } else if (name.size() > 4 && name.ends_with(".zip") && entry.is_regular_file(error) && !entry.is_symlink(error)) {
      submissions.push_back({name.substr(0, name.size() - 4), entry.path(), true});
    } else {
      passed_over.push_back(name);
    }
  }
  if (submissions.empty()) {
    throw Failure(
        fmt::format("{} holds no submission, wanted a folder or a zip file for each student", folder.string()));
  }
  std::ranges::sort(submissions, {}, [](const Submission& s) { return std::pair(s.student, s.is_zip); });
  std::ranges::sort(passed_over);
  return submissions;
}

HandedIn handed_in(const fs::path& folder, const std::string& lesson) {
  Found found = search(folder, lesson);
  if (found.exact.empty()) {
    const bool flat = !found.close.empty() && found.close.front().filename() == lesson + ".hpp";
    if (!flat) return missing(found, folder, lesson);
    return read_answer(found.close.front(), below(found.close.front(), folder));
  }
  const auto depth = [](const fs::path& path) { return std::distance(path.begin(), path.end()); };
  std::ranges::stable_sort(found.exact, {}, depth);
  if (found.exact.size() > 1 && depth(found.exact[0]) == depth(found.exact[1])) {
    return refused(fmt::format("there are two: {} and {}, wanted one", below(found.exact[0], folder),
                               below(found.exact[1], folder)));
  }
  return read_answer(found.exact.front(), below(found.exact.front(), folder));
}

std::string folder_name_for(const std::string& student) {
  constexpr std::size_t kMost = 80;
  std::string name = student.substr(0, kMost);
  for (char& c : name) c = is_plain(c) ? c : '_';
  if (name.starts_with('.') || name.starts_with('-')) name.front() = '_';
  return name == student ? name : fmt::format("{}.{:016x}", name, mixed(kEmptyHash, student));
}

}  // namespace workbook

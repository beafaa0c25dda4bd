// tools/workbook/grade/submissions.hpp: what a class handed in, read without trust.
// Nothing of a student's is followed, opened or believed but regular files of a decent size in their own folder.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// One student's hand-in: a folder, or a zip file beside the folders.
struct Submission {
  std::string student;  ///< the folder's or zip file's name, as it is; it may hold any bytes
  std::filesystem::path place;
  bool is_zip = false;
};

/// The hand-ins in a folder, in the order of their names. Hidden files are passed over, others that are neither
/// folder nor zip are named in `passed_over`.
/// @throws Failure  where the folder can't be read or holds no hand-in
std::vector<Submission> submissions_in(const std::filesystem::path& folder, std::vector<std::string>& passed_over);

/// What a student handed in for one lesson.
struct HandedIn {
  enum class State {
    given,    ///< `text` is to be judged
    missing,  ///< no file of the lesson's name; `reason` says what is there instead
    refused,  ///< a file that can't be an answer, for `reason`
  };
  State state = State::missing;
  std::string text;
  std::string reason;      ///< one plain sentence for the student
  std::string place = {};  ///< where it stood, below the student's folder
};

/// An answer has at most so many bytes; the longest of ours has a hundredth of that.
inline constexpr std::size_t kMostAnswerBytes = 1 << 20;

/// Looks for NN_topic/exercise.hpp at any depth (work/NN_topic/exercise.hpp too), or else for NN_topic.hpp.
/// @param folder  the student's
/// @param lesson  NN_topic
HandedIn handed_in(const std::filesystem::path& folder, const std::string& lesson);

/// A student's name as a name for a folder of ours: letters, digits and a few signs stay, others become '_', and what
/// was changed or is long gets a number made from the whole name, so that two students never share a folder.
std::string folder_name_for(const std::string& student);

}  // namespace workbook

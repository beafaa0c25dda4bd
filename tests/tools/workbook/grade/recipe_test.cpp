// tests/tools/workbook/grade/recipe_test.cpp: a subject is built by the build's own commands, in another folder.
#include "grade/recipe.hpp"

#include "programs/failure.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;
using workbook::recipe_from;
using Words = std::vector<std::string>;

class Recipes : public testing::Test {
 protected:
  fs::path touched(const std::string& name) {
    const fs::path file = root() / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "x";
    return file;
  }
  fs::path root() const { return folder_.path(); }

  std::string commands() {
    touched("build/lib a.a");
    touched("build/judge.o");
    touched("tests/scenarios.cpp");
    touched("common/x.hpp");
    touched("build/CMakeFiles/03_subject_file.dir/scenarios.cpp.o");  // left by an earlier build
    const std::string top = root();
    return "/usr/bin/c++ -DX=\\\"y\\\" -I" + top + "/build/exercises/03/file -I" + top +
           "/common -O1 -Werror -MD -MT " +
           "CMakeFiles/03_subject_file.dir/scenarios.cpp.o -MF CMakeFiles/03_subject_file.dir/scenarios.cpp.o.d -o " +
           "CMakeFiles/03_subject_file.dir/scenarios.cpp.o -c " + top + "/tests/scenarios.cpp\n" +
           ": && /usr/bin/cmake -E rm -f lib.a && /usr/bin/ar qc lib.a judge.o && :\n" +
           ": && /usr/bin/c++ -O2 judge.o CMakeFiles/03_subject_file.dir/scenarios.cpp.o -o subjects/03_subject_file " +
           "-Wl,-rpath," + top + "/build  \"lib a.a\"  -ldl && :\n";
  }

 private:
  workbook::TemporaryFolder folder_;
};

TEST_F(Recipes, PutTheAnswersPlacesInPlaceOfTheBuilds) {
  const auto recipe = recipe_from(commands(), root() / "build", "03_subject_file", root() / "build/exercises/03/file",
                                  {"/job", "/job/subject.o", "/job/subject"});
  EXPECT_EQ(recipe.compile.program, "/usr/bin/c++");
  EXPECT_EQ(recipe.compile.arguments, (Words{"-DX=\"y\"", "-I/job", "-I" + (root() / "common").string(), "-O1", "-o",
                                             "/job/subject.o", "-c", (root() / "tests/scenarios.cpp").string()}));
  EXPECT_EQ(recipe.link.arguments,
            (Words{"-O2", (root() / "build/judge.o").string(), "/job/subject.o", "-o", "/job/subject",
                   "-Wl,-rpath," + (root() / "build").string(), (root() / "build/lib a.a").string(), "-ldl"}));
}

TEST_F(Recipes, NameWhatIsReadAndNothingElse) {
  const auto recipe = recipe_from(commands(), root() / "build", "03_subject_file", root() / "build/exercises/03/file",
                                  {"/job", "/job/subject.o", "/job/subject"});
  EXPECT_EQ(recipe.reads, (std::vector<fs::path>{root() / "build", root() / "build/judge.o", root() / "build/lib a.a",
                                                 root() / "common", root() / "tests/scenarios.cpp"}));
}

TEST_F(Recipes, OfAnotherFormAreRefused) {
  EXPECT_THROW(recipe_from("", root(), "03_subject_file", "/x", {}), workbook::Failure);
  EXPECT_THROW(recipe_from(commands(), root() / "build", "04_subject_file", "/x", {}), workbook::Failure);
  EXPECT_THROW(recipe_from(commands(), root() / "build", "03_subject_file", "/another/place", {}), workbook::Failure);
}

}  // namespace

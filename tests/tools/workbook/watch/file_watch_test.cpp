// tests/tools/workbook/watch/file_watch_test.cpp: each way of saving is noticed once, by report and without. The clock
// is made up; only the reports take their own time, and are waited for.
#include "watch/file_watch.hpp"

#include "programs/temporary_folder.hpp"
#include "saving.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using workbook::FileWatch;
using namespace std::chrono_literals;

struct Way {
  const char* name;
  void (*save)(const fs::path&, const std::string&);
};

class Save : public testing::TestWithParam<Way> {
 protected:
  Save() {
    fs::create_directories(file_.parent_path());
    saving::in_place(file_, "before");
  }
  // A look some time later.
  bool look(FileWatch& watch, std::chrono::milliseconds later) { return watch.look(now_ += later); }

  const workbook::TemporaryFolder folder_;
  const fs::path file_ = folder_.path() / "work" / "exercise.hpp";
  FileWatch::Clock::time_point now_{};
};

// Whether the folder reports something within a time far longer than it takes.
bool is_reported(const FileWatch& watch) {
  pollfd source{watch.reports(), POLLIN, 0};
  return poll(&source, 1, 20'000) > 0;
}

TEST_P(Save, IsReportedAndNoticedOnceTheFileRests) {
  FileWatch watch(file_);
  ASSERT_EQ(watch.obstacle(), "") << "temporary folders stand where nobody reports";
  EXPECT_FALSE(look(watch, 1s)) << "nothing was saved";
  GetParam().save(file_, "the longer text afterwards");
  ASSERT_TRUE(is_reported(watch));
  EXPECT_FALSE(look(watch, 1s)) << "it has not rested";
  EXPECT_LE(watch.until_next_look(now_), FileWatch::kRest);
  EXPECT_FALSE(look(watch, FileWatch::kRest - 1ms));
  EXPECT_TRUE(look(watch, 1ms));
  EXPECT_FALSE(look(watch, 1s)) << "it was noticed twice";
  EXPECT_GE(watch.reports(), 0);
}

TEST_P(Save, IsNoticedWithoutReports) {
  FileWatch watch(file_, false);
  EXPECT_EQ(watch.reports(), -1);
  EXPECT_NE(watch.obstacle(), "");
  EXPECT_EQ(watch.until_next_look(now_), FileWatch::kBetweenLooks);
  GetParam().save(file_, "the longer text afterwards");
  EXPECT_FALSE(look(watch, FileWatch::kBetweenLooks));
  EXPECT_TRUE(look(watch, FileWatch::kRest));
  EXPECT_FALSE(look(watch, FileWatch::kBetweenLooks));
}

INSTANTIATE_TEST_SUITE_P(Each, Save,
                         testing::Values(Way{"InPlace", saving::in_place}, Way{"ByRename", saving::by_rename},
                                         Way{"ByDeletion", saving::by_deletion}, Way{"WithBackup", saving::with_backup},
                                         Way{"InPieces", saving::in_pieces},
                                         Way{"WithItsFolder", saving::with_its_folder}),
                         [](const auto& info) { return info.param.name; });

using Watched = Save;

TEST_F(Watched, FileThatIsGoneIsWaitedFor) {
  FileWatch watch(file_);
  fs::remove(file_);
  EXPECT_FALSE(look(watch, 1s));
  EXPECT_FALSE(look(watch, 1s));
  EXPECT_FALSE(watch.is_there());
  EXPECT_GE(watch.until_next_look(now_), FileWatch::kBetweenLooks) << "it would look without end";
  saving::in_place(file_, "again");
  EXPECT_FALSE(look(watch, 1s));
  EXPECT_TRUE(look(watch, 1s));
  EXPECT_TRUE(watch.is_there());
}

TEST_F(Watched, FileThatGrowsIsLeftToRest) {
  FileWatch watch(file_);
  std::ofstream out(file_);
  for (int i = 0; i < 10; ++i) {
    out << "piece" << std::flush;
    EXPECT_FALSE(look(watch, FileWatch::kRest - 1ms));
  }
  EXPECT_TRUE(look(watch, FileWatch::kRest));
}

TEST_F(Watched, FolderMayHoldOtherFiles) {
  FileWatch watch(file_);
  saving::in_place(file_.parent_path() / ".exercise.hpp.swp", "an editor's own");
  ASSERT_TRUE(is_reported(watch));
  EXPECT_FALSE(look(watch, 1s));
  EXPECT_FALSE(look(watch, 1s));
}

TEST_F(Watched, FileMayBeALinkToAnotherFolder) {
  const fs::path elsewhere = folder_.path() / "elsewhere.hpp";
  saving::in_place(elsewhere, "before");
  fs::remove(file_);
  fs::create_symlink(elsewhere, file_);
  FileWatch watch(file_);
  saving::in_place(elsewhere, "the longer text afterwards");
  EXPECT_FALSE(look(watch, FileWatch::kBetweenLooksBesides));
  EXPECT_TRUE(look(watch, FileWatch::kRest));
}

TEST_F(Watched, FolderThatIsDeletedReportsAgainWhenItIsBack) {
  FileWatch watch(file_);
  saving::with_its_folder(file_, "made anew");
  ASSERT_TRUE(is_reported(watch));
  look(watch, 1s);
  look(watch, 1s);
  EXPECT_EQ(watch.obstacle(), "");
  saving::in_place(file_, "and written once more");
  EXPECT_TRUE(is_reported(watch));
}

TEST(FileSystem, OfTheKernelReportsEverything) { EXPECT_EQ(workbook::unreported_kind("/proc"), ""); }

}  // namespace

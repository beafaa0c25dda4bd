// tests/tools/workbook/doctor_test.cpp: what the doctor makes of what it finds.
#include "doctor/finding.hpp"
#include "doctor/probes.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace workbook {
namespace {

Finding finding(NeededBy who, Health health) { return {"name", who, health, "found", "something", "command"}; }

TEST(Finding, IsShownInColumnsWithItsCommand) {
  EXPECT_EQ(finding_text({"cmake", NeededBy::student, Health::missing, "", "building", "apt-get install cmake"}, 80),
            "missing cmake                  for building\n        mend: apt-get install cmake\n");
  EXPECT_EQ(finding_text({"cmake", NeededBy::student, Health::works, "3.25.1", "building"}, 80),
            "works   cmake                  3.25.1; for building\n");
}

TEST(Finding, IsWrappedAtItsColumn) {
  EXPECT_EQ(finding_text({"a", NeededBy::student, Health::works, "one two three", "four five"}, 45),
            "works   a                      one two three;\n                               for four five\n");
}

TEST(GoodEnough, IsAMachineThatLacksNothingAStudentNeeds) {
  EXPECT_TRUE(good_enough_for_a_student({finding(NeededBy::student, Health::limited),
                                         finding(NeededBy::instructor, Health::missing),
                                         finding(NeededBy::maintainer, Health::missing)}));
  EXPECT_FALSE(good_enough_for_a_student(
      {finding(NeededBy::student, Health::works), finding(NeededBy::student, Health::missing)}));
}

TEST(FindingsJson, HoldsEachFieldAndTheVerdict) {
  const std::string json = findings_json({{"a \"name\"", NeededBy::student, Health::missing, "\xff", "x", "y"}});
  EXPECT_NE(json.find(R"("good_enough_for_a_student": false)"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("name": "a \"name\"")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("health": "missing")"), std::string::npos) << json;
}

TEST(Packages, AreFoundByAProgramOrByOneOfTheirFiles) {
  const TemporaryFolder folder;
  const auto list = folder.path() / "packages.txt";
  std::ofstream(list) << "# a comment\n"
                      << "student     shell   sh                 starting things\n"
                      << "student     absent  no-such-program    nothing at all\n"
                      << "maintainer  file    /no/such|" << list.string() << "  looking\n"
                      << "maintainer  nofile  /no/such|/neither  looking\n";
  const std::vector<Finding> found = probe_packages(list);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].health, Health::works);
  EXPECT_EQ(found[0].needed_for, "starting things");
  EXPECT_EQ(found[1].health, Health::missing);
  EXPECT_NE(found[1].mend.find("apt-get install absent"), std::string::npos);
  EXPECT_EQ(found[2].health, Health::works);
  EXPECT_EQ(found[2].needed_by, NeededBy::maintainer);
  EXPECT_EQ(found[3].health, Health::missing);
}

TEST(Version, IsTheFirstNumberWithAPoint) {
  EXPECT_EQ(version_in("g++ (Debian 12.2.0-14) 12.2.0"), "12.2.0");
  EXPECT_EQ(version_in("1.74.0.3"), "1.74.0.3");
  EXPECT_EQ(version_in("nothing 4 you"), "");
}

TEST(InAProcess, ChangesNothingHere) {
  static int here = 1;
  EXPECT_EQ(in_a_process([] {
              here = 2;
              return EPERM;
            }),
            EPERM);
  EXPECT_EQ(here, 1);
}

TEST(InAProcess, SurvivesAProbeThatCrashes) {
  EXPECT_EQ(in_a_process([] { return raise(SIGKILL); }), EINTR);
}

// From here on the kernel refuses these calls to this process and its children.
void refuse(const std::vector<long>& calls) {
  std::vector<sock_filter> rules{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (const long call : calls) {
    rules.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
    rules.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  }
  rules.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(rules.size()), rules.data()};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

bool is_refused(const Finding& finding, Health wanted) {
  return finding.health == wanted && finding.found == "Operation not permitted" && !finding.mend.empty();
}

TEST(Probes, SeeWhatTheKernelRefuses) {
  EXPECT_EQ(in_a_process([] {
              refuse({SYS_ptrace, SYS_inotify_init1});
              if (!is_refused(probe_ptrace(), Health::missing)) return 1;
              return is_refused(probe_inotify(), Health::limited) ? 0 : 2;
            }),
            0);
}

TEST(Rungs, AreToldAsTheJailTellsThem) {
  const std::vector<Finding> rungs = findings_of_rungs(R"({"rungs": [
    {"rung": "namespaces", "works": false, "reason": "no bubblewrap"},
    {"rung": "landlock", "works": true, "reason": ""}],
    "landlock_version": 4, "bubblewrap_version": "", "root": false})");
  ASSERT_EQ(rungs.size(), 2U);
  EXPECT_EQ(rungs[0].health, Health::missing);
  EXPECT_EQ(rungs[0].found, "no bubblewrap");
  EXPECT_NE(rungs[0].mend.find("apt-get install bubblewrap"), std::string::npos);
  EXPECT_EQ(rungs[1].health, Health::works);
  EXPECT_EQ(rungs[1].found, "version 4");
}

TEST(Probes, SeeThatLimitsDoNotHold) {
  EXPECT_EQ(in_a_process([] {
              refuse({SYS_prlimit64, SYS_setrlimit});
              const Finding limits = probe_limits();
              return limits.health == Health::missing && limits.found.starts_with("a limit of memory") ? 0 : 1;
            }),
            0);
}

}  // namespace
}  // namespace workbook

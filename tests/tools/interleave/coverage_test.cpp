// tests/tools/interleave/coverage_test.cpp: each primitive is shown by a program that is right and by one that fails in
// some orders only; and so is each kind of fault. A missing one fails here.
#include <gtest/gtest.h>

#include <regex>

#include "case_file.hpp"
#include "command.hpp"

namespace {

using cases::CaseFile;
using cases::Explored;
using cases::Folder;
namespace fs = std::filesystem;

// File names of cases/, the ending left out where it is .cpp.
struct Primitive {
  const char* name;
  const char* right;
  const char* broken;
};

constexpr Primitive kPrimitives[] = {
    {"create and join", "thread_joined_either_way", "thread_left_unjoined"},
    {"detach", "detached_waited_for", "detached_uses_local"},
    {"pthread_exit", "pthread_exit.c", "pthread_exit_from_main_fails.c"},
    {"mutex", "mutex_check_and_act", "mutex_check_then_act"},
    {"recursive mutex", "recursive_mutex", "recursive_mutex_unlocked_once"},
    {"error-checking mutex", "error_checking_mutex.c", "error_checking_mutex_ignored.c"},
    {"timed mutex", "timed_mutex", "timed_mutex_time_out_ignored"},
    {"shared_mutex", "shared_mutex_upgrade_checked", "shared_mutex_upgrade_unchecked"},
    {"shared_timed_mutex", "shared_timed_mutex", "shared_timed_mutex_time_out_ignored"},
    {"spin lock", "spinlock.c", "spinlock_released_between.c"},
    {"condition: wait", "condition", "condition_if_for_while"},
    {"condition: timed wait", "condition_time_out", "condition_time_out_ignored"},
    {"condition: signal", "pthread_condition.c", "condition_one_for_two"},
    {"condition: broadcast", "condition_all_for_two", "condition_all_for_one"},
    {"pthread barrier", "pthread_barrier.c", "pthread_barrier_skipped.c"},
    {"once", "call_once", "call_once_bypassed"},
    {"POSIX semaphore", "posix_semaphore.c", "posix_semaphore_not_posted.c"},
    {"thread_local", "thread_local_own", "thread_local_lent"},
    {"future", "shared_future", "future_time_out_ignored"},
    {"async", "async", "async_shared_total"},
    {"promise", "promise", "promise_never_set"},
    {"packaged_task", "packaged_task", "packaged_task_shared"},
    {"jthread", "jthread", "jthread_waits_deaf"},
    {"stop_token", "stop_callback", "stop_callback_races"},
    {"condition_variable_any", "condition_any", "condition_any_lost"},
    {"counting_semaphore", "counting_semaphore", "counting_semaphore_of_two"},
    {"binary_semaphore", "binary_semaphore_lock", "binary_semaphore_try_ignored"},
    {"latch", "latch", "latch_left_closed"},
    {"barrier", "barrier_dropped", "barrier_left"},
    {"atomic wait and notify", "atomic_wait", "atomic_wait_not_notified"},
    {"atomic of 1 byte", "atomic_of_1_byte", "atomic_of_1_byte_stored"},
    {"atomic of 2 bytes", "atomic_of_2_bytes", "atomic_of_2_bytes_stored"},
    {"atomic of 4 bytes", "atomic_of_4_bytes", "atomic_load_then_store"},
    {"atomic of 8 bytes", "atomic_of_8_bytes", "atomic_of_8_bytes_stored"},
    {"atomic of 16 bytes", "atomic_of_16_bytes", "atomic_of_16_bytes_stored"},
    {"atomic of more bytes", "atomic_of_24_bytes", "atomic_of_24_bytes_stored"},
    {"atomic_ref", "atomic_ref", "atomic_ref_and_plain"},
    {"fences", "fences", "fence_missing"},
    {"sleep", "sleep_then_join", "sleep_for_order"},
    {"clock", "clock_goes_on", "clock_deadline_too_short"},
    {"iostream", "print_cout", "print_changes_format"},
    {"printf", "print_printf.c", "print_to_one_buffer.c"},
    {"printf of a text", "printf_of_locked_text.c", "printf_of_changing_text.c"},
    {"search of a text", "search_before_change.c", "search_of_changing_text.c"},
    {"number of a text", "number_of_locked_text.c", "number_of_changing_text.c"},
};

// Faults, and a program that shows each.
constexpr std::pair<const char*, const char*> kFaults[] = {
    {"wrong_result", "mutex_check_then_act"},
    {"assertion", "assertion"},
    {"crash", "crashes_on_null"},
    {"uncaught_exception", "exception_leaves_thread"},
    {"race", "atomic_ref_and_plain"},
    {"deadlock", "ab_ba"},
    {"lost_wakeup", "condition_flag_set_unlocked"},
    {"livelock", "livelock_after_you"},
    {"use_after_free", "use_after_free"},
    {"double_free", "double_free"},
    {"unjoined", "thread_left_unjoined"},
    {"bad_unlock", "mutex_unlocked_by_another"},
    {"destroyed_locked", "mutex_destroyed_while_held.c"},
};

std::string file_of(const std::string& name) { return name.ends_with(".c") ? name : name + ".cpp"; }

CaseFile demanded(const std::string& name) {
  return cases::read_case(fs::path(CASES) / file_of(name), cases::kinds_of_failure());
}

Explored explore(const std::string& name, const std::string& more_options = "") {
  const Folder folder("coverage_" + name);
  const fs::path program = fs::path(CASES_PROGRAMS) / fs::path(file_of(name)).stem();
  return cases::explore(program, demanded(name).options + more_options, folder);
}

// Whether one of some orders, chosen by numbers, comes to a good end.
bool ends_well_in_some_order(const std::string& name) {
  constexpr int kTries = 40;
  for (int seed = 1; seed <= kTries; ++seed) {
    const Explored one = explore(name, " --search random --executions 1 --seed " + std::to_string(seed));
    if (one.verdict == "nothing_found") return true;
  }
  return false;
}

// A program that fails whatever the order needs no explorer. (A race is one in every order.)
void expect_failure_in_some_orders_only(const std::string& name, const Explored& explored) {
  EXPECT_EQ(explored.verdict, "fails") << explored.story();
  if (explored.replay != "-" || explored.kind == "race") return;
  EXPECT_TRUE(ends_well_in_some_order(name)) << name << " seems to fail in every order";
}

TEST(Coverage, EachPrimitiveIsShownRightAndBroken) {
  for (const Primitive& primitive : kPrimitives) {
    SCOPED_TRACE(primitive.name);
    EXPECT_TRUE(demanded(primitive.right).verdicts.contains("proved")) << primitive.right;
    EXPECT_TRUE(demanded(primitive.broken).verdicts.contains("fails")) << primitive.broken;
  }
}

TEST(Coverage, EachBrokenProgramFailsInSomeOrdersOnly) {
  for (const Primitive& primitive : kPrimitives) {
    SCOPED_TRACE(primitive.name);
    expect_failure_in_some_orders_only(primitive.broken, explore(primitive.broken));
  }
}

TEST(Coverage, EachFaultIsFoundInSomeOrdersOnly) {
  for (const auto& [kind, name] : kFaults) {
    SCOPED_TRACE(kind);
    const Explored explored = explore(name);
    EXPECT_EQ(explored.kind, kind) << explored.story();
    expect_failure_in_some_orders_only(name, explored);
  }
}

// The two accesses of a race, each with the calls that led to it.
TEST(Coverage, ARaceHasBothStacks) {
  const std::string json = explore("atomic_ref_and_plain").json;
  static const std::regex stack("\"stack\": ?\\[\\s*\\{");
  EXPECT_GE(std::distance(std::sregex_iterator(json.begin(), json.end(), stack), {}), 2) << json;
}

// Who waits for a lock, and who holds it.
TEST(Coverage, ADeadlockHasItsCircle) {
  const Explored explored = explore("ab_ba");
  for (const std::string words : {"T1 ", "T2 ", "holds", "waits for"}) {
    EXPECT_NE(explored.printed.find(words), std::string::npos) << explored.printed;
  }
}

TEST(Coverage, LocksInOppositeOrdersAreAWarningUnlessAnotherLockKeepsThemApart) {
  EXPECT_NE(explore("inversion_ordered_by_a_flag").json.find("lock_order"), std::string::npos);
  EXPECT_EQ(explore("inversion_gated").json.find("lock_order"), std::string::npos);
}

}  // namespace

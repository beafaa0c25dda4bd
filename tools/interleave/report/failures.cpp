// tools/interleave/report/failures.cpp: see failures.hpp.
#include "interleave/report/failures.hpp"

#include <array>
#include <string>

namespace interleave {

namespace {

constexpr std::array kKinds{
    FailureKind{"use_after_free", "use after free",
                "memory is given back while another thread still uses it; nothing orders the two",
                "let it live until every thread that uses it has been joined, or share it as a std::shared_ptr"},
    FailureKind{"double_free", "double free", "the same memory is given back twice",
                "let one owner delete it: a std::unique_ptr, or the thread that joins the others", true},
    FailureKind{"race", "race", "two threads use the same memory, one of them writes, and nothing orders the two",
                "guard both accesses with the same mutex, or make the variable a std::atomic"},
    FailureKind{"bad_unlock", "unlock by another", "a mutex is unlocked by a thread that does not hold it",
                "let a std::scoped_lock or std::unique_lock lock and unlock: it unlocks exactly what it has locked"},
    FailureKind{"destroyed_locked", "destroyed while in use",
                "a mutex or a condition variable is destroyed while a thread holds it or waits for it",
                "declare it before the threads that use it, so that they are joined before it goes"},
    FailureKind{"deadlock", "deadlock", "threads wait for one another in a circle, so none of them can go on",
                "lock several mutexes in the same order everywhere, or all at once: std::scoped_lock both(a, b)"},
    FailureKind{"lost_wakeup", "lost wake-up",
                "the notification came before the thread waited; a condition variable does not remember it",
                "under the mutex, set a flag and then notify; wait with a test of the flag: "
                "cv.wait(lock, [&] { return ready; })"},
    FailureKind{"stuck", "stuck for ever", "a thread waits for something that no thread will do any more",
                "find who should wake it, and why that thread ended or waits itself", true},
    FailureKind{"livelock", "livelock",
                "threads keep running, but from here on no order of their steps comes to an end",
                "look for the condition that the loop waits for: nobody makes it true any more", true},
    FailureKind{"unjoined", "thread not joined",
                "a std::thread is destroyed while it can still be joined, which ends the program",
                "call join() on every path, or use std::jthread, whose destructor joins"},
    FailureKind{"assertion", "assertion failed", "an assertion does not hold in this order of steps",
                "follow the steps of this schedule to the one that makes it false", true},
    FailureKind{"uncaught_exception", "uncaught exception",
                "an exception leaves main() or a thread's function, which ends the program",
                "catch it in the thread that throws it, or hand it to another with std::promise or std::async", true},
    FailureKind{"aborted", "aborted", "the program calls abort() or std::terminate() in this order of steps",
                "follow the steps of this schedule to the one before the call", true},
    FailureKind{"crash", "crash", "the program is ended by a signal in this order of steps",
                "look which pointer or index the last step uses, and which thread changed it", true},
    FailureKind{"memory", "too much memory", "the program asks for more memory than the explorer gives it",
                "look for a loop that allocates without end, or explore a smaller problem", true},
    FailureKind{"wrong_result", "wrong result",
                "each step is allowed, but this order of them makes the program report a failure",
                "make the steps between reading and writing one: hold a lock across them, or use one atomic operation",
                true},
    FailureKind{"diverged", "the replay string does not fit", "the program has no such choice at that step",
                "was the program, or were its arguments, changed since? then search again, without --replay"},
    FailureKind{"unsupported", "not supported", "the program does what the explorer can't model",
                "leave that part out of the program that is explored"},
};

}  // namespace

std::span<const FailureKind> failure_kinds() { return kKinds; }

const FailureKind& failure_kind(std::string_view name) {
  for (const FailureKind& kind : kKinds) {
    if (kind.name == name) return kind;
  }
  throw BadRecord("no kind of failure is called '" + std::string(name) + "'");
}

const FailureKind& primary_cause(const Report& report) {
  const FailureKind& found = failure_kind(report.failure->kind);
  const bool explained = found.follows_from_race && !report.races.empty();
  return explained ? failure_kind("race") : found;
}

}  // namespace interleave

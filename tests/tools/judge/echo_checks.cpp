// tests/tools/judge/echo_checks.cpp: checks of the subjects beside it, for the messages that these get.
#include "judge/parent/checks.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace {

TEST(Echo, Answers) {
  judge::Facts asked;
  asked.set("word", "hello");
  // A loop without an end shall reach its limit of processor time, and no busy machine the other.
  judge::answer_of("echo", asked, "99.1", {.deadline = std::chrono::seconds(100), .cpu = std::chrono::seconds(2)});
}

}  // namespace

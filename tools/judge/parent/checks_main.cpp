// tools/judge/parent/checks_main.cpp: the main() of every lesson's checks.
//
//   NN_topic_checks --subject=PROGRAM --lesson=NN_topic [--explored=PROGRAM] [--seed=N] [--one-cpu] [--sanitized]
//                   [--replay=SCENARIO@SCHEDULE] [--expect=FILE | --expect-not-done] [--gtest_filter=Suite.Test]
//
// Exits with the verdict's code: 0 passed, 1 wrong, 2 a fault of the workbook's own, 3 not done, 4 inconclusive.
// With --expect or --expect-not-done it exits with 0 where the verdict is the expected one, else with 1.
#include "judge/parent/checks.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  try {
    return judge::run_checks(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "workbook bug: " << error.what() << '\n';
    return 2;
  }
}

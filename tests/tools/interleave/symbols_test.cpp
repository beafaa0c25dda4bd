// tests/tools/interleave/symbols_test.cpp: names, values and lines of a program that is really compiled.
#include "interleave/report/symbols.hpp"

#include "interleave/command/compile.hpp"
#include "interleave/command/explore.hpp"
#include "interleave/report/function_names.hpp"
#include "interleave/report/story.hpp"
#include "programs/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace {

using interleave::Moment;
using interleave::short_function_name;

const interleave::Toolchain kToolchain{INTERLEAVE "/compile_flags.txt", INTERLEAVE "/include", COMMON, FAKE_LIBRARY};

// programs/values.cpp, compiled and run once for all tests: what its threads did, told.
class CompiledProgram : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const workbook::TemporaryFolder folder;
    interleave::Request request;
    request.program = interleave::compile(TEST_PROGRAMS "/values.cpp", {}, kToolchain, folder.path());
    const interleave::Explored explored = interleave::explore(request);
    const auto symbols = interleave::symbols_of(request.program);
    const interleave::Sources sources;
    story_ = interleave::tell(explored.report, *symbols, sources, {{"/usr/"}});
  }

  // What is told of the first step of an operation on a source line.
  static std::string told(const std::string& source, const std::string& operation) {
    const auto found = std::ranges::find_if(
        story_.moments, [&](const Moment& moment) { return moment.source == source && moment.operation == operation; });
    return found == story_.moments.end() ? "(no such step)" : found->told();
  }

  static inline interleave::Story story_;
};

TEST_F(CompiledProgram, HasNamesOfGlobalsWithTheirMembersAndElements) {
  EXPECT_EQ(told("total += 1.25;", "read"), "reads total = 0");
  EXPECT_EQ(told("bank::account.balance += 1;", "read"), "reads account.balance = 0.5");
  EXPECT_EQ(told("bank::account.history[1] += 1;", "read"), "reads account.history[1] = 4");
  EXPECT_EQ(told("slots[1][2] += 9;", "read"), "reads slots[1][2] = 0");
}

TEST_F(CompiledProgram, HasValuesAsTheirTypesWriteThem) {
  EXPECT_EQ(told("ready = !ready;", "read"), "reads ready = false");
  EXPECT_EQ(told("letter = 'b';", "write"),
            "writes letter: 'a' -> 'a'");  // the fake library doesn't wait for the write
  EXPECT_EQ(told("colour = Colour::red;", "write"), "writes colour: green -> green");
  EXPECT_EQ(told("pointer = &slots[0][0];", "write"), "writes pointer: nullptr -> nullptr");
  EXPECT_EQ(told("hits += 2;", "atomic update"), "updates hits: 0 -> 0");
}

TEST_F(CompiledProgram, HasNamesOfLocalVariablesThatThreadsShare) {
  EXPECT_TRUE(std::ranges::any_of(story_.moments, [](const Moment& moment) {
    return moment.source == "sum += 1;" && moment.told() == "reads sum = 41";
  }));
}

TEST_F(CompiledProgram, HasFunctionsAndLines) {
  const auto found = std::ranges::find(story_.moments, "sum += 1;", &Moment::source);
  ASSERT_NE(found, story_.moments.end());
  EXPECT_EQ(found->place.function, "a lambda in main");
  std::ifstream file(found->place.file);
  std::string line;
  for (int i = 0; i < found->place.line; ++i) std::getline(file, line);
  EXPECT_EQ(line, "    sum += 1;  // on main's stack");
}

// Lines of the standard library are shown as the line that calls it.
TEST_F(CompiledProgram, ShowsNoLineOfTheLibrary) {
  for (const Moment& moment : story_.moments) EXPECT_FALSE(moment.place.file.starts_with("/usr/")) << moment.place.file;
}

TEST(Symbols, OfWhatIsNoProgramAreRefused) {
  EXPECT_THROW(interleave::symbols_of(TEST_PROGRAMS "/values.cpp"), std::runtime_error);
  EXPECT_THROW(interleave::symbols_of("/nowhere/at/all"), std::runtime_error);
}

TEST(Symbols, KnowNothingOfAddressesElsewhere) {
  const auto symbols = interleave::symbols_of(SAYER);
  EXPECT_TRUE(symbols->places(0x10).empty());
  EXPECT_FALSE(symbols->variable(0x10).has_value());
}

TEST(FunctionNames, AreShort) {
  EXPECT_EQ(short_function_name("Total::add(double)"), "Total::add");
  EXPECT_EQ(short_function_name("(anonymous namespace)::add(int, std::vector<int>&)"), "add");
  EXPECT_EQ(short_function_name("main::{lambda(int)#1}::operator()(int) const"), "a lambda in main");
  EXPECT_EQ(short_function_name("main::$_0::operator()() const"), "a lambda in main");
  EXPECT_EQ(short_function_name("void run<int (*)(char)>(int)"), "run");
  EXPECT_EQ(short_function_name("Queue<int>::size() const"), "Queue::size");
  EXPECT_EQ(interleave::short_name_of_linkage("_ZN5Total3addEd"), "Total::add");
  EXPECT_EQ(short_function_name("std::basic_ostringstream<char>::str() const &"), "std::basic_ostringstream::str");
  EXPECT_EQ(interleave::short_name_of_linkage("qsort"), "qsort");
}

}  // namespace

// tests/tools/interleave/names_test.cpp: values and names are what a student would write.
#include "made_up.hpp"

#include "interleave/report/objects.hpp"
#include "interleave/report/values.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace {

using namespace made_up;
using interleave::object_names;
using interleave::shown;
using interleave::type_named;

template <typename Value>
std::string bytes_of(Value value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

TEST(Values, AreShownAsTheirTypeWritesThem) {
  EXPECT_EQ(shown(type_named("int", 4), bytes_of(-7)), "-7");
  EXPECT_EQ(shown(type_named("unsigned", 4), bytes_of(4'000'000'000U)), "4000000000");
  EXPECT_EQ(shown(type_named("long", 8), bytes_of(-9L)), "-9");
  EXPECT_EQ(shown(type_named("double", 8), bytes_of(0.5)), "0.5");
  EXPECT_EQ(shown(type_named("double", 8), bytes_of(333.33333333)), "333.333");
  EXPECT_EQ(shown(type_named("float", 4), bytes_of(2.0F)), "2");
  EXPECT_EQ(shown(type_named("bool", 1), bytes_of(true)), "true");
  EXPECT_EQ(shown(type_named("char", 1), bytes_of('x')), "'x'");
  EXPECT_EQ(shown(type_named("char", 1), bytes_of('\n')), "10");
}

TEST(Values, OfPointersDoNotShowAddresses) {
  EXPECT_EQ(shown(type_named("Node*", 8), std::string(8, '\0')), "nullptr");
  EXPECT_EQ(shown(type_named("Node*", 8), std::string(8, '\x11')), "a pointer");
  EXPECT_EQ(shown({}, std::string(8, '\x11')), "");
}

TEST(Values, OfUnknownTypesAreHexadecimal) {
  EXPECT_EQ(shown({}, bytes_of(0x1234)), "0x1234");
  EXPECT_EQ(shown({}, ""), "");
  EXPECT_EQ(shown({}, std::string(9, '\1')), "");
}

TEST(Values, ThatAreOnlyAPartAreNotShown) { EXPECT_EQ(shown(type_named("double", 8), std::string(4, '\1')), ""); }

TEST(Code, NamesTheObjectsItUses) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(object_names("total += part;"), (Names{"total", "part"}));
  EXPECT_EQ(object_names("account.balance = slots[1] + node->next;"),
            (Names{"account.balance", "slots[1]", "node->next"}));
  EXPECT_EQ(object_names("const std::scoped_lock hold(mutex_);"), (Names{"hold", "mutex_"}));
  EXPECT_EQ(object_names("changed.wait(lock);"), (Names{"changed", "lock"}));
  EXPECT_EQ(object_names("f(\"a name\", 'x', 1'000, 0x1F);"), Names{});
  EXPECT_EQ(object_names("this->sum_ += 1;"), (Names{"sum_"}));
}

TEST(Code, TellsWhatItAssignsTo) {
  using interleave::assigned_name;
  EXPECT_EQ(assigned_name("total += part;"), "total");
  EXPECT_EQ(assigned_name("int x = y;"), "x");
  EXPECT_EQ(assigned_name("++count;"), "count");
  EXPECT_EQ(assigned_name("slots[1]++;"), "slots[1]");
  EXPECT_EQ(assigned_name("if (a == b) return;"), "");
  EXPECT_EQ(assigned_name("std::thread t([=] { f(); });"), "");
}

TEST(Code, NamesWhatIsCalledAndWhatIsLocked) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(interleave::called_objects("changed.wait(lock, [&] { return ready; });"), Names{"changed"});
  EXPECT_EQ(interleave::called_objects("box->gate.acquire();"), Names{"box->gate"});
  EXPECT_EQ(interleave::called_objects("total += part;"), Names{});
  EXPECT_EQ(interleave::guarded_objects("const std::scoped_lock hold(mutex_);"), Names{"mutex_"});
  EXPECT_EQ(interleave::guarded_objects("std::lock_guard<std::mutex> hold{one.mutex};"), Names{"one.mutex"});
  EXPECT_EQ(interleave::guarded_objects("std::scoped_lock both(a, b);"), (Names{"a", "b"}));
  EXPECT_EQ(interleave::guarded_objects("lock.unlock();"), Names{});
}

TEST(Code, LosesItsCommentAndIndentation) {
  EXPECT_EQ(interleave::without_comment("    total += part;  // the race"), "total += part;");
  EXPECT_EQ(interleave::without_comment("  print(\"http://x\");"), "print(\"http://x\");");
}

std::string name_of(const std::string& records, std::uint64_t address) { return story_of(records).name_of(address); }

// 0x5000 is on somebody's stack: no debug information has its address.
TEST(Names, OfLocalVariablesComeFromTheLinesThatUseThem) {
  EXPECT_EQ(name_of(step(1, 1, "read", "0x5000", kZero, kZero, 9), 0x5000), "part");
}

TEST(Names, OfWatchedVariablesAreThoseGiven) {
  const interleave::Story story =
      story_of("watched\t0x5000\t4\tint\tcount\n" + step(1, 1, "write", "0x5000", "00000000", "2a000000", 24));
  EXPECT_EQ(story.moments.at(0).told(), "writes count: 0 -> 42");
}

TEST(Names, ThatNobodyKnowsAreNumberedInOrder) {
  const std::string records = step(1, 1, "lock", "0x5000") + step(2, 1, "lock", "0x5100") +
                              step(3, 1, "wait", "0x5200") + step(4, 1, "read", "0x5300", kZero, kZero);
  EXPECT_EQ(name_of(records, 0x5000), "mutex 1");
  EXPECT_EQ(name_of(records, 0x5100), "mutex 2");
  EXPECT_EQ(name_of(records, 0x5200), "condition 1");
  EXPECT_EQ(name_of(records, 0x5300), "variable 1");
}

// Line 20 makes a lock of `a`, line 21 is where a wait takes it again.
TEST(Names, OfMutexesComeFromTheLinesThatMakeLocksOfThem) {
  EXPECT_EQ(name_of(step(1, 1, "lock", "0x5000", "", "", 20) + step(2, 1, "lock", "0x5000", "", "", 21), 0x5000), "a");
  EXPECT_EQ(name_of(step(1, 1, "lock", "0x5000", "", "", 21) + step(2, 1, "lock", "0x5000", "", "", 20), 0x5000), "a");
  EXPECT_EQ(name_of(step(1, 1, "notify_one", "0x5000", "", "", 25), 0x5000), "changed");
}

// One name for two objects would tell a lie about one of them.
TEST(Names, AreGivenOnce) {
  const std::string records =
      step(1, 1, "read", "0x5000", kZero, kZero, 9) + step(2, 1, "read", "0x5008", kZero, kZero, 9);
  EXPECT_EQ(name_of(records, 0x5000), "part");
  EXPECT_EQ(name_of(records, 0x5008), "another part");
  EXPECT_EQ(name_of(records + step(3, 1, "read", "0x5010", kZero, kZero, 9), 0x5010), "variable 1");
}

TEST(Names, DoNotDependOnAddresses) {
  const auto told = [](const std::string& address) {
    return story_of(step(1, 1, "write", address, kZero, kOne)).moments.at(0).told();
  };
  EXPECT_EQ(told("0x5000"), told("0x7fff12345678"));
}

// An object that several functions of its class use, with a lock, a number and a container.
class ObjectsTest : public testing::Test {
 protected:
  static std::shared_ptr<const interleave::Layout> queue() {
    const interleave::Type number = type_named("long", 8);
    return std::make_shared<const interleave::Layout>(interleave::Layout{
        "Queue",
        false,
        {{"mutex_", 0, 40, {}}, {"items_", 40, 80, {}}, {"taken_", 120, 8, number}, {"given_", 128, 8, number}}});
  }
  // The frame of a function that has one number in it.
  static std::shared_ptr<const interleave::Layout> frame(const std::string& name, const std::string& variable) {
    return std::make_shared<const interleave::Layout>(
        interleave::Layout{name, true, {{variable, -24, 8, type_named("long", 8)}}});
  }
  interleave::Use use(std::uint64_t address, int size, std::set<std::string> names, int thread = 1) const {
    return {address, thread, size, false, std::move(names), {own_, queue_}};
  }
  static std::string name_at(const std::vector<interleave::Use>& uses, std::uint64_t address) {
    const auto found = interleave::Objects(uses).at(address);
    return found.size() == 1 ? found.front().field->name : "";
  }

  const std::shared_ptr<const interleave::Layout> queue_ = queue();
  const std::shared_ptr<const interleave::Layout> own_ = frame("push", "item");
};

TEST_F(ObjectsTest, AreFoundByAMemberThatALineNames) {
  const std::vector<interleave::Use> uses{use(0x5000, 0, {"mutex_"}), use(0x5030, 8, {"items_", "item"}),
                                          use(0x5040, 8, {"items_", "item"})};
  EXPECT_EQ(name_at(uses, 0x5000), "mutex_");
  EXPECT_EQ(name_at(uses, 0x5030), "items_");
  EXPECT_EQ(name_at(uses, 0x5040), "items_");
  EXPECT_EQ(name_at(uses, 0x5078), "taken_");
  EXPECT_EQ(name_at(uses, 0x6000), "");
}

// Both orders of the two numbers would fit the line.
TEST_F(ObjectsTest, AreNotGuessedWhereALineNamesSeveralMembers) {
  const std::vector<interleave::Use> uses{use(0x5078, 8, {"taken_", "given_"}), use(0x5080, 8, {"taken_", "given_"})};
  EXPECT_EQ(name_at(uses, 0x5078), "");
}

TEST_F(ObjectsTest, AreNotBelievedAgainstALineThatNamesAnotherMember) {
  const std::vector<interleave::Use> uses{use(0x5000, 0, {"mutex_"}), use(0x5078, 8, {"given_"})};
  EXPECT_EQ(name_at(uses, 0x5000), "");
}

// `items_.push(std::move(item))` writes to the container's own memory, and not to `item`.
TEST_F(ObjectsTest, AreNoFramesOfCallsThatOnlyNameTheirVariables) {
  EXPECT_EQ(name_at({use(0x9000, 8, {"item"}), use(0x9000, 8, {"item"}, 2)}, 0x9000), "");
}

TEST_F(ObjectsTest, AreFramesWhereALambdaNamesWhatItCaptures) {
  const auto around = frame("main", "sum");
  const interleave::Use by_lambda{0x7fe8, 1, 8, false, {"sum"}, {frame("lambda", "part"), around}};
  EXPECT_EQ(name_at({by_lambda}, 0x7fe8), "sum");
}

TEST_F(ObjectsTest, AreFramesOfOneThreadEach) {
  interleave::Use writes{0x7fe8, 1, 8, true, {"item"}, {own_}};
  EXPECT_EQ(name_at({writes}, 0x7fe8), "item");
  interleave::Use others = writes;
  others.thread = 2;
  EXPECT_EQ(name_at({writes, others}, 0x7fe8), "");
}

}  // namespace

// tests/tools/judge/protocol_test.cpp: what one side encodes the other decodes, and nothing else is a message.
#include "judge/protocol.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <random>

namespace {

using judge::Facts;
using judge::Message;
using judge::ProtocolError;

Facts sent_and_received(const Facts& facts) {
  const Message message = judge::decode(judge::encode({"nonce", "scenario", facts}));
  EXPECT_EQ(message.nonce, "nonce");
  EXPECT_EQ(message.scenario, "scenario");
  return message.facts;
}

TEST(Protocol, CarriesEveryDoubleExactly) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 source(seed);
  for (int i = 0; i < 1000; ++i) {
    const auto bits = source();
    const auto value = std::bit_cast<double>(bits);
    if (value != value) continue;
    Facts facts;
    facts.set("value", value);
    EXPECT_EQ(sent_and_received(facts).number("value"), value) << "bits " << bits;
  }
}

TEST(Protocol, CarriesInfinityAndNotANumber) {
  Facts facts;
  facts.set("infinity", -std::numeric_limits<double>::infinity());
  facts.set("nan", std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(sent_and_received(facts).number("infinity"), -std::numeric_limits<double>::infinity());
  const double nan = sent_and_received(facts).number("nan");
  EXPECT_NE(nan, nan);
}

TEST(Protocol, CarriesAnyText) {
  for (const char* const text : {"", " ", "\n", "\\", "\\n", "\\\n\\\\n", "a b", "ends with \\"}) {
    Facts facts;
    facts.set("text", text);
    EXPECT_EQ(sent_and_received(facts).text("text"), text);
  }
}

TEST(Protocol, CarriesLists) {
  Facts facts;
  facts.set("wholes", std::vector<std::int64_t>{1, -2, std::numeric_limits<std::int64_t>::min()});
  facts.set("none", std::vector<std::int64_t>{});
  facts.set("numbers", std::vector<double>{0.1, -1e300});
  const Facts received = sent_and_received(facts);
  EXPECT_EQ(received.wholes("wholes"), (std::vector<std::int64_t>{1, -2, std::numeric_limits<std::int64_t>::min()}));
  EXPECT_TRUE(received.wholes("none").empty());
  EXPECT_EQ(received.numbers("numbers"), (std::vector<double>{0.1, -1e300}));
}

TEST(Protocol, RefusesWhatIsNoMessage) {
  for (const char* const bytes :
       {"", "nonce", "nonce\n", "nonce\nscenario", "nonce\nscenario\nname", "nonce\nscenario\nname\n"}) {
    EXPECT_THROW(judge::decode(bytes), ProtocolError) << "'" << bytes << "'";
  }
}

TEST(Protocol, RefusesFactsThatAreMissingOrOfAnotherKind) {
  Facts facts;
  facts.set("word", "three");
  facts.set("half", 0.5);
  EXPECT_THROW(facts.text("missing"), ProtocolError);
  EXPECT_THROW(facts.whole("word"), ProtocolError);
  EXPECT_THROW(facts.whole("half"), ProtocolError);
  EXPECT_THROW(facts.wholes("word"), ProtocolError);
}

}  // namespace

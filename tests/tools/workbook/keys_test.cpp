// tests/tools/workbook/keys_test.cpp: keys, from the bytes that terminals send.
#include "terminal/keys.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using workbook::decode_key;
using workbook::Key;

TEST(Keys, AreKnownByTheirBytes) {
  for (const auto& [bytes, key] :
       {std::pair{"\033[A", Key::up}, std::pair{"\033OB", Key::down}, std::pair{"\033[5~", Key::page_up},
        std::pair{"\033[6~", Key::page_down}, std::pair{"\033[1~", Key::home}, std::pair{"\033[F", Key::end},
        std::pair{"\n", Key::enter}, std::pair{"\033", Key::escape}, std::pair{"\177", Key::backspace},
        std::pair{"\033[1;5C", Key::unknown}, std::pair{"\001", Key::unknown}, std::pair{"\xC3", Key::unknown}}) {
    EXPECT_EQ(decode_key(bytes).key, key) << bytes;
  }
  EXPECT_EQ(decode_key("?").key, Key::character);
  EXPECT_EQ(decode_key("?").character, '?');
}

TEST(Keys, EndWhereTheirBytesEnd) {
  for (const std::string whole : {"q", "\033[A", "\033OF", "\033[5~", "\033[1;5C", "\033x"}) {
    EXPECT_TRUE(workbook::is_complete_key(whole)) << whole;
    for (std::size_t size = 1; size < whole.size(); ++size) {
      EXPECT_FALSE(workbook::is_complete_key(whole.substr(0, size))) << whole << " cut after " << size;
    }
  }
}

}  // namespace

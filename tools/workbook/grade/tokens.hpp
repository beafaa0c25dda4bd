// tools/workbook/grade/tokens.hpp: C++ source as a row of tokens that a change of names, comments or layout leaves
// alone. Pure: no I/O, so any thread may call it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// What is compared of one token, and where it stood.
struct Token {
  std::string kind;  ///< an operator, keyword or std:: name as it is; "name", "number", "text" for what people choose
  int line = 0;      ///< counted from 1
  std::string text;  ///< as it stood there
};

/// The tokens of a source text. Comments, white space and #include lines are left out. Never fails: bytes that no C++
/// has are tokens of their own, and a comment or string without an end goes on to the end.
std::vector<Token> tokens_of(std::string_view source);

}  // namespace workbook

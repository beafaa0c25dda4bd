// tools/workbook/grade/suspicion.hpp: words in an answer that no honest one needs. A person looks at them; they are
// never a verdict by themselves, and an answer without them may still be a dishonest one. Pure: no I/O, so any thread
// may call it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// A word to look at.
struct Suspicion {
  int line = 0;      ///< counted from 1
  std::string word;  ///< as it stands there
  std::string why;   ///< what it could be used for: half a sentence, for the person who decides
};

/// The suspicious words of an answer, in their order; each word once. Comments are not looked at.
std::vector<Suspicion> suspicions_in(std::string_view source);

}  // namespace workbook

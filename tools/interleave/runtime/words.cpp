// tools/interleave/runtime/words.cpp: see words.hpp.
#include "words.hpp"

#include <cstring>

namespace interleave {

namespace {

std::size_t count_of(char** words) {
  std::size_t count = 0;
  while (words[count] != nullptr) ++count;
  return count;
}

}  // namespace

Words::Words(char** arguments, char** environment) {
  for (char** words : {arguments, environment}) {
    keep(reinterpret_cast<char*>(words), (count_of(words) + 1) * sizeof *words);
  }
  keep_words(arguments);
  keep_words(environment);
}

// The system lays one word behind the other, so that few blocks are left.
void Words::keep(char* begin, std::size_t bytes) {
  if (blocks_.empty() || blocks_.back().begin + blocks_.back().bytes.size() != begin) blocks_.push_back({begin, {}});
  std::vector<char>& kept = blocks_.back().bytes;
  kept.insert(kept.end(), begin, begin + bytes);
}

void Words::keep_words(char** words) {
  for (std::size_t i = 0; words[i] != nullptr; ++i) keep(words[i], std::strlen(words[i]) + 1);
}

void Words::restore() const {
  for (const Block& block : blocks_) std::memcpy(block.begin, block.bytes.data(), block.bytes.size());
}

}  // namespace interleave

// tools/interleave/runtime/words.hpp: the program's arguments and environment, which a program may write over.
#pragma once

#include <cstddef>
#include <vector>

namespace interleave {

class Words {
 public:
  /// Keeps all words as they are now, and the pointers to them.
  Words(char** arguments, char** environment);

  /// Puts them back.
  void restore() const;

 private:
  struct Block {
    char* begin;
    std::vector<char> bytes;
  };

  void keep(char* begin, std::size_t bytes);
  void keep_words(char** words);

  std::vector<Block> blocks_;
};

}  // namespace interleave

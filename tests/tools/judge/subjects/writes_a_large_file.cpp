// tests/tools/judge/subjects: Writes a file larger than any exercise needs, to a file that has no name any more.
#include "judge/subject/serve.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>

int main() {
  return judge::serve({{"echo", [](const judge::Facts&, judge::Facts& told) {
                          const auto path =
                              std::filesystem::temp_directory_path() / ("large" + std::to_string(getpid()));
                          std::FILE* const file = std::fopen(path.c_str(), "w");
                          std::filesystem::remove(path);
                          const std::string block(1U << 20U, 'x');
                          for (int i = 0; i < 64; ++i) std::fwrite(block.data(), 1, block.size(), file);
                          told.set("size", static_cast<std::int64_t>(std::ftell(file)));
                        }}});
}

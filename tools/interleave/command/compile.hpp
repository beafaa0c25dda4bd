// tools/interleave/command/compile.hpp: makes a program that can be explored of a source file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace interleave {

/// What a build needs besides a compiler.
struct Toolchain {
  std::filesystem::path flags_file;  ///< compile_flags.txt
  std::filesystem::path include;     ///< our own headers
  std::filesystem::path common;      ///< the folder of <workbook/...>
  std::filesystem::path library;     ///< libinterleave.so
};

/// Whether a file's ending is one of C++ or C.
bool is_source(const std::filesystem::path& file);

/// The flags in the file, with the folder of our headers put in.
/// @param clang  whether they are for clang
/// @throws workbook::Failure  where the file can't be read
std::vector<std::string> compile_flags(const Toolchain& toolchain, bool clang);

/// Compiles and links one source file. The compiler is $CXX or g++, for C $CC or gcc.
/// @param flags   more flags, such as -O1 or -DN=3
/// @param folder  where the program is put
/// @return        the program
/// @throws workbook::Failure  with what the compiler said
std::filesystem::path compile(const std::filesystem::path& source, const std::vector<std::string>& flags,
                              const Toolchain& toolchain, const std::filesystem::path& folder);

}  // namespace interleave

// tools/interleave/runtime/externals.cpp: see externals.hpp.
#include "externals.hpp"

#include "program_file.hpp"
#include "real.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace interleave {
namespace {

// The language's own: templates and functions of the C++ library work on what they are given, and what they are given
// is seen (hooks_string.cpp); the rest is the compiler's.
constexpr auto kKnownBeginnings = std::to_array<std::string_view>(
    {"_ZSt", "_ZNSt", "_ZNKSt",        "_ZNRSt",         "_ZNKRSt",         "_ZNOSt",   "_ZNKOSt",  "_ZTV",  "_ZTI",
     "_ZTS", "_ZTT",  "_ZN9__gnu_cxx", "_ZNK9__gnu_cxx", "_ZN10__cxxabiv1", "_ZNSo",    "_ZNKSo",   "_ZNSa", "_ZNKSa",
     "_Znw", "_Zna",  "_Zdl",          "_Zda",           "__cxa_",          "_Unwind_", "__atomic_"});

// Of C: they compute from their arguments, or touch only what is the calling thread's or the library's own. One that
// reads or writes what it is given does not belong here: it needs a hook.
constexpr auto kKnownNames = std::to_array<std::string_view>({"__gxx_personality_v0",
                                                              "__once_proxy",
                                                              "__gcc_personality_v0",
                                                              "__stack_chk_fail",
                                                              "__errno_location",
                                                              "__libc_single_threaded",
                                                              "__dso_handle",
                                                              "__gmon_start__",
                                                              "_ITM_deregisterTMCloneTable",
                                                              "_ITM_registerTMCloneTable",
                                                              "__tls_get_addr",
                                                              "stdout",
                                                              "stderr",
                                                              "stdin",
                                                              "environ",
                                                              "getpid",
                                                              "gettid",
                                                              "sysconf",
                                                              "get_nprocs",
                                                              "isatty",
                                                              "abs",
                                                              "labs",
                                                              "isalpha",
                                                              "isdigit",
                                                              "isspace",
                                                              "isupper",
                                                              "islower",
                                                              "toupper",
                                                              "tolower",
                                                              "__ctype_b_loc",
                                                              "sin",
                                                              "cos",
                                                              "tan",
                                                              "asin",
                                                              "acos",
                                                              "atan",
                                                              "atan2",
                                                              "sinh",
                                                              "cosh",
                                                              "tanh",
                                                              "exp",
                                                              "exp2",
                                                              "expm1",
                                                              "log",
                                                              "log2",
                                                              "log10",
                                                              "log1p",
                                                              "pow",
                                                              "sqrt",
                                                              "cbrt",
                                                              "hypot",
                                                              "floor",
                                                              "ceil",
                                                              "round",
                                                              "lround",
                                                              "trunc",
                                                              "fmod",
                                                              "fabs",
                                                              "fmax",
                                                              "fmin",
                                                              "fma",
                                                              "remainder",
                                                              "lrint",
                                                              "llround",
                                                              "rint",
                                                              "nearbyint",
                                                              "pthread_equal"});

// Of the C++ library, and filled, read or advanced by functions that are not searched inside: streams of the program's
// own and those of wide characters, what reads from a stream (the standard ones for output lock themselves), texts as
// C++17 has them (those of C++20 are compiled with the program), numbers with a fraction from and to characters, and
// pools of memory.
bool is_unseen(std::string_view name) {
  constexpr auto kParts = std::to_array<std::string_view>(
      {"stringstream", "stringbuf", "fstream", "filebuf", "basic_istream", "basic_ostreamIw", "_ZStrs", "_ZSt7getline",
       "_ZNSt7__cxx1112basic_string", "_ZNKSt7__cxx1112basic_string", "_ZSt10from_chars", "_ZSt8to_chars",
       "_ZNSt3pmr"});
  return std::ranges::any_of(kParts, [&](std::string_view part) { return name.find(part) != name.npos; });
}

bool is_known(std::string_view name) {
  if (is_unseen(name)) return false;
  const auto begins = [&](std::string_view beginning) { return name.starts_with(beginning); };
  return std::ranges::any_of(kKnownBeginnings, begins) || std::ranges::find(kKnownNames, name) != kKnownNames.end();
}

// Whether we define it ourselves, and so model it.
bool is_ours(const char* name) {
  Dl_info us{};
  Dl_info definition{};
  static const int here = 0;
  void* const found = dlsym(RTLD_DEFAULT, name);
  return found != nullptr && dladdr(&here, &us) != 0 && dladdr(found, &definition) != 0 &&
         us.dli_fbase == definition.dli_fbase;
}

}  // namespace

std::vector<std::string> unknown_externals() {
  std::vector<std::string> unknown;
  ProgramFile().each_symbol(SHT_DYNSYM, [&](const ElfW(Sym) & symbol, const char* name) {
    const bool taken_from_library = symbol.st_shndx == SHN_UNDEF && *name != '\0';
    if (taken_from_library && !is_known(name) && !is_ours(name)) unknown.emplace_back(name);
  });
  return unknown;
}

}  // namespace interleave

// tools/workbook/grade/suspicion.cpp: see suspicion.hpp.
#include "grade/suspicion.hpp"

#include "grade/tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace workbook {

namespace {

struct Pattern {
  std::string_view word;  ///< ending in *: every word that begins so
  std::string_view why;
};

constexpr std::string_view kHidesAccesses = "hides accesses to memory from the explorer";
constexpr std::string_view kStandsInFront = "stands in front of the functions that the judge watches";
constexpr std::string_view kRunsBefore = "runs code before or behind the judge's";
constexpr std::string_view kTalksToJudge = "speaks to the judge in the exercise's place";
constexpr std::string_view kLooksAround = "looks at what the exercise has nothing to do with";
constexpr std::string_view kHidesWords = "can make up words that this search does not see";

constexpr std::array kWords{
    Pattern{"no_sanitize", kHidesAccesses},
    Pattern{"no_sanitize_*", kHidesAccesses},
    Pattern{"__no_sanitize*", kHidesAccesses},
    Pattern{"no_instrument_function", kHidesAccesses},
    Pattern{"disable_sanitizer_instrumentation", kHidesAccesses},
    Pattern{"pragma", kHidesAccesses},
    Pattern{"_Pragma", kHidesAccesses},
    Pattern{"asm", kHidesAccesses},
    Pattern{"__asm", kHidesAccesses},
    Pattern{"__asm__", kHidesAccesses},
    Pattern{"__tsan_*", kStandsInFront},
    Pattern{"__wrap_*", kStandsInFront},
    Pattern{"__real_*", kStandsInFront},
    Pattern{"__interceptor_*", kStandsInFront},
    Pattern{"__sanitizer_*", kStandsInFront},
    Pattern{"interleave*", kStandsInFront},
    Pattern{"dlsym", kStandsInFront},
    Pattern{"dlvsym", kStandsInFront},
    Pattern{"dlopen", kStandsInFront},
    Pattern{"alias", kStandsInFront},
    Pattern{"ifunc", kStandsInFront},
    Pattern{"weak", kStandsInFront},
    Pattern{"syscall", kStandsInFront},
    Pattern{"constructor", kRunsBefore},
    Pattern{"destructor", kRunsBefore},
    Pattern{"init_priority", kRunsBefore},
    Pattern{"section", kRunsBefore},
    Pattern{"atexit", kRunsBefore},
    Pattern{"at_quick_exit", kRunsBefore},
    Pattern{"judge", kTalksToJudge},
    Pattern{"kPrivateDescriptor", kTalksToJudge},
    Pattern{"testing", kTalksToJudge},
    Pattern{"GTEST_*", kTalksToJudge},
    Pattern{"main", kTalksToJudge},
    Pattern{"sendmsg", kTalksToJudge},
    Pattern{"sendto", kTalksToJudge},
    Pattern{"socket", kLooksAround},
    Pattern{"ptrace", kLooksAround},
    Pattern{"process_vm_*", kLooksAround},
    Pattern{"setenv", kLooksAround},
    Pattern{"putenv", kLooksAround},
    Pattern{"setsid", kLooksAround},
    Pattern{"setpgid", kLooksAround},
    Pattern{"daemon", kLooksAround},
    Pattern{"getppid", kLooksAround},
};

constexpr std::array kInTexts{
    Pattern{"/proc", kLooksAround},         Pattern{"LD_PRELOAD", kStandsInFront}, Pattern{"GTEST", kTalksToJudge},
    Pattern{".incbin", kLooksAround},       Pattern{"solutions/", kLooksAround},   Pattern{"tests/", kLooksAround},
    Pattern{"no_sanitize", kHidesAccesses}, Pattern{"PASSED", kTalksToJudge},
};

bool fits(std::string_view word, std::string_view pattern) {
  return pattern.ends_with('*') ? word.starts_with(pattern.substr(0, pattern.size() - 1)) : word == pattern;
}

// A backslash at a line's end joins it with the next; what stood in two lines may be one word.
std::string spliced(std::string_view source) {
  std::string text;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const bool joins =
        source[i] == '\\' && (source.substr(i + 1).starts_with('\n') || source.substr(i + 1).starts_with("\r\n"));
    if (joins) {
      i += source[i + 1] == '\r' ? 2 : 1;
    } else {
      text += source[i];
    }
  }
  return text;
}

std::optional<std::string_view> reason_for(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  const auto follows = [&](std::size_t ahead, std::string_view text) {
    return at + ahead < tokens.size() && tokens[at + ahead].text == text;
  };
  if (token.kind == "text") {
    // extern "C" gives a function the name that the library's has.
    if (token.text == "\"C\"" && at > 0 && tokens[at - 1].text == "extern") return kStandsInFront;
    const auto found = std::ranges::find_if(
        kInTexts, [&](const Pattern& pattern) { return token.text.find(pattern.word) != std::string::npos; });
    if (found != kInTexts.end()) return found->why;
    return std::nullopt;
  }
  if ((token.text == "#" && follows(1, "#")) || (token.text == "%" && follows(1, ":"))) return kHidesWords;
  if (token.text == "\\") return kHidesWords;
  const auto found =
      std::ranges::find_if(kWords, [&](const Pattern& pattern) { return fits(token.text, pattern.word); });
  if (found == kWords.end()) return std::nullopt;
  return found->why;
}

}  // namespace

std::vector<Suspicion> suspicions_in(std::string_view source) {
  const std::vector<Token> tokens = tokens_of(spliced(source));
  std::vector<Suspicion> found;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto why = reason_for(tokens, i);
    if (why && seen.insert(tokens[i].text).second) found.push_back({tokens[i].line, tokens[i].text, std::string(*why)});
  }
  return found;
}

}  // namespace workbook

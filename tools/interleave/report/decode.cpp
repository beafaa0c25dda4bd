// tools/interleave/report/decode.cpp: makes a Report of the records that an explored program writes.
#include "interleave/report/report.hpp"

#include "interleave/report/function_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace interleave {

namespace {

// A record that grows beyond this comes from no runtime of ours; without a bound it would fill the memory.
constexpr std::size_t kLongestRecord = std::size_t{64} * 1024 * 1024;

[[noreturn]] void refuse(const std::string& why) { throw BadRecord(why); }

std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 40;
  return "'" + std::string(text.substr(0, kShown)) + (text.size() > kShown ? "..." : "") + "'";
}

char unescaped(char letter) {
  switch (letter) {
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case '\\':
      return '\\';
    default:
      refuse(std::string("a text holds the unknown escape \\") + letter);
  }
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      plain += text[i];
    } else if (++i == text.size()) {
      refuse("a text ends with a single backslash");
    } else {
      plain += unescaped(text[i]);
    }
  }
  return plain;
}

template <typename Number>
Number parsed(std::string_view text, const char* wanted, int base = 10) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, base);
  if (error != std::errc{} || stop != end) refuse("got " + quoted(text) + ", wanted " + wanted);
  return number;
}

double parsed_real(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) refuse("got " + quoted(text) + ", wanted a number");
  return number;
}

std::uint64_t parsed_address(std::string_view text) {
  if (!text.starts_with("0x")) refuse("got " + quoted(text) + ", wanted an address such as 0x4c1f20");
  return parsed<std::uint64_t>(text.substr(2), "an address", 16);
}

std::string parsed_bytes(std::string_view text) {
  if (text.size() % 2 != 0) refuse("got " + quoted(text) + ", wanted pairs of hexadecimal digits");
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    bytes += static_cast<char>(parsed<unsigned char>(text.substr(i, 2), "pairs of hexadecimal digits", 16));
  }
  return bytes;
}

// The fields of one record, taken one after the other.
class Fields {
 public:
  explicit Fields(std::string_view line) : rest_(line) {}

  std::string_view raw() {
    if (done_) refuse("fields are missing at its end");
    const std::size_t tab = rest_.find('\t');
    const std::string_view field = rest_.substr(0, tab);
    done_ = tab == std::string_view::npos;
    if (!done_) rest_.remove_prefix(tab + 1);
    return field;
  }
  std::string text() { return unescaped(raw()); }
  int number() { return parsed<int>(raw(), "a whole number"); }
  std::int64_t count() { return parsed<std::int64_t>(raw(), "a whole number"); }
  double real() { return parsed_real(raw()); }
  std::uint64_t address() { return parsed_address(raw()); }
  std::string bytes() { return parsed_bytes(raw()); }
  bool flag() {
    const std::string_view field = raw();
    if (field != "0" && field != "1") refuse("got " + quoted(field) + ", wanted 0 or 1");
    return field == "1";
  }
  Stack stack() {
    Stack stack;
    std::string_view list = raw();
    while (!list.empty()) {
      const std::size_t comma = list.find(',');
      stack.push_back(parsed_address(list.substr(0, comma)));
      list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return stack;
  }
  void expect_end() const {
    if (!done_) refuse("it has more fields than it should");
  }

 private:
  std::string_view rest_;
  bool done_ = false;
};

Verdict verdict_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Verdict>, 6> kVerdicts{{{"proved", Verdict::proved},
                                                                           {"nothing_found", Verdict::nothing_found},
                                                                           {"fails", Verdict::fails},
                                                                           {"unsupported", Verdict::unsupported},
                                                                           {"fault", Verdict::fault},
                                                                           {"not_done", Verdict::not_done}}};
  for (const auto& [known, verdict] : kVerdicts) {
    if (name == known) return verdict;
  }
  refuse("got " + quoted(name) + ", wanted a verdict");
}

// Braces keep the order in which fields are taken: left to right.

Access take_access(Fields& fields) { return {fields.number(), fields.text(), fields.number(), fields.stack()}; }

// Several functions of the linker's, such as the constructors of one class, have one name for a person.
void take_external(Fields& fields, Report& report) {
  std::string name = short_name_of_linkage(fields.text());
  if (std::ranges::find(report.externals, name) == report.externals.end()) report.externals.push_back(std::move(name));
}

void take_total(Fields& fields, Report& report) {
  report.executions = fields.count();
  report.seconds = fields.real();
  report.points = fields.number();
  report.most_steps = fields.number();
  report.most_threads = fields.number();
}

void take_step(Fields& f, Report& report) {
  report.steps.push_back(
      {f.number(), f.number(), f.text(), f.address(), f.number(), f.bytes(), f.bytes(), f.flag(), f.text(), f.stack()});
}

using Take = void (*)(Fields&, Report&);

const std::unordered_map<std::string_view, Take>& takers() {
  static const std::unordered_map<std::string_view, Take> all{
      {"phase",
       [](Fields& f, Report& r) {
         r.phases.push_back({f.text(), f.count(), f.flag(), f.count(), f.count()});
       }},
      {"total", take_total},
      {"verdict", [](Fields& f, Report& r) { r.verdict = verdict_named(f.raw()); }},
      {"limit", [](Fields& f, Report& r) { r.limits.push_back(f.text()); }},
      {"external", take_external},
      {"failure",
       [](Fields& f, Report& r) {
         r.failure = Failure{f.text(), f.text(), f.number()};
       }},
      {"replay", [](Fields& f, Report& r) { r.replay = f.text(); }},
      {"thread",
       [](Fields& f, Report& r) {
         r.threads.push_back({f.number(), f.address()});
       }},
      {"step", take_step},
      {"waits",
       [](Fields& f, Report& r) {
         r.waiting.push_back({f.number(), f.text(), f.address(), f.number(), f.stack()});
       }},
      {"race",
       [](Fields& f, Report& r) {
         r.races.push_back({f.address(), f.number(), take_access(f), take_access(f)});
       }},
      {"wakeup",
       [](Fields& f, Report& r) {
         r.lost_notifications.push_back({f.number(), f.number(), f.address()});
       }},
      {"warning",
       [](Fields& f, Report& r) {
         r.warnings.push_back({f.text(), f.text(), f.address(), f.address(), f.stack(), f.stack()});
       }},
      {"watched",
       [](Fields& f, Report& r) {
         r.watched.push_back({f.address(), f.number(), f.text(), f.text()});
       }},
      {"outcome",
       [](Fields& f, Report& r) {
         r.outcomes.push_back({f.text(), f.count(), f.text()});
       }},
      {"printed", [](Fields& f, Report& r) { r.printed = f.text(); }},
      {"traces", [](Fields& f, Report& r) { r.traces = f.number(); }},
      {"outputs", [](Fields& f, Report& r) { r.outputs = f.number(); }},
      {"end", [](Fields&, Report& r) { r.ended = true; }},
  };
  return all;
}

}  // namespace

void Decoder::take(std::string_view bytes) {
  rest_ += bytes;
  std::size_t begin = 0;
  for (std::size_t end = 0; (end = rest_.find('\n', begin)) != std::string::npos; begin = end + 1) {
    take_line(std::string_view(rest_).substr(begin, end - begin));
  }
  rest_.erase(0, begin);
  if (rest_.size() > kLongestRecord) refuse("a record has no end");
}

void Decoder::take_line(std::string_view line) {
  ++lines_;
  const std::string_view name = line.substr(0, line.find('\t'));
  try {
    if (report_.ended) refuse("it follows the last record");
    Fields fields(line);
    fields.raw();  // the name
    if (name == "progress") {
      const Progress progress{fields.text(), fields.count(), fields.real(), fields.count()};
      fields.expect_end();
      last_progress_ = progress;
      if (on_progress_) on_progress_(progress);
      return;
    }
    const auto taker = takers().find(name);
    if (taker == takers().end()) refuse("no record has this name");
    taker->second(fields, report_);
    fields.expect_end();
  } catch (const BadRecord& bad) {
    refuse("record " + std::to_string(lines_) + ", " + quoted(name) + ": " + bad.what());
  }
}

}  // namespace interleave

// tools/workbook/race/page.cpp: see page.hpp.
#include "race/page.hpp"

#include "checkout/place.hpp"
#include "programs/failure.hpp"
#include "race/histogram.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <system_error>

namespace fs = std::filesystem;

namespace workbook {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kLongestLabel = 60;
// A larger source file is left out: nobody reads it on a wall, and the page would be slow.
constexpr std::uintmax_t kLargestSource = std::uintmax_t{2} << 20;

std::string player_file(const std::string& name) {
  const fs::path file = place::root() / "tools" / "workbook" / "race" / name;
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Failure(fmt::format("cannot read {}", file.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

Json lines_of(const fs::path& file) {
  Json lines = Json::array();
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error || size > kLargestSource) return lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The text of each file in which a step stands, and of the program where there is no step.
Json sources_of(const Json& report, const fs::path& small) {
  const fs::path program = fs::absolute(small).lexically_normal();
  Json sources{{program.string(), lines_of(program)}};
  for (const Json& step : report.value("steps", Json::array())) {
    const Json place = step.value("place", Json());
    const std::string file = place.is_object() ? place.value("file", "") : "";
    if (!file.empty() && !sources.contains(file)) sources[file] = lines_of(file);
  }
  return sources;
}

void replace_all(std::string& text, const std::string& part, const std::string& with) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + with.size())) {
    text.replace(at, part.size(), with);
  }
}

// In every text and every key: a page is handed around, and the folders of whoever made it are nobody's business.
void rename_in(Json& json, const std::string& file, const std::string& name) {
  if (json.is_string()) {
    replace_all(json.get_ref<std::string&>(), file, name);
  } else if (json.is_structured()) {
    for (Json& part : json) rename_in(part, file, name);
  }
}

// Calls files by their names, as long as no two have the same one.
void shorten_names(Json& report, Json& sources) {
  Json short_ones = Json::object();
  for (const auto& [file, lines] : sources.items()) {
    std::string name = fs::path(file).filename();
    if (short_ones.contains(name)) name = file;
    short_ones[name] = lines;
    if (name != file) rename_in(report, file, name);
  }
  sources = std::move(short_ones);
}

Json machine_of(const std::optional<Shown>& shown) {
  if (!shown) return nullptr;
  Json bars = Json::array();
  for (const Bar& bar : shown->tally.bars()) {
    bars.push_back({{"label", plain(bar.label, kLongestLabel, true)}, {"count", bar.count}, {"wrong", bar.wrong}});
  }
  const std::string summary = shown->tally.summary() + (shown->cut_short.empty() ? "" : "; " + shown->cut_short);
  return {{"command", shown->command}, {"summary", summary}, {"wrong", shown->tally.wrong()}, {"bars", bars}};
}

std::string again_of(const Demonstration& demonstration, const Json& report) {
  const std::string what =
      demonstration.lesson.empty() ? demonstration.small.string() : demonstration.lesson.substr(0, 2);
  std::string command = fmt::format("./workbook race {} --replay {}", what, report.value("replay", ""));
  if (!demonstration.small_arguments.empty()) {
    command += fmt::format(" -- {}", fmt::join(demonstration.small_arguments, " "));
  }
  return command;
}

// The text with what stands for `name` in it replaced; what is put in is not looked at again.
std::string filled(const std::string& text, const std::string& name, const std::string& with) {
  const std::string mark = "{{" + name + "}}";
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) throw Failure("player.html has no place for " + name);
  return text.substr(0, at) + with + text.substr(at + mark.size());
}

}  // namespace

std::string embeddable(const std::string& json) {
  std::string text;
  text.reserve(json.size());
  // JSON has this character in strings alone, where it may be written so.
  for (const char c : json) text += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return text;
}

std::string race_page(const Demonstration& demonstration, const std::optional<Shown>& shown,
                      const std::string& report) {
  Json parsed = Json::parse(report, nullptr, false);
  if (!parsed.is_object()) throw Failure("the explorer gave no report, so there is no page");
  Json sources = sources_of(parsed, demonstration.small);
  shorten_names(parsed, sources);
  const Json data{{"title", demonstration.title},
                  {"small", demonstration.small.filename().string()},
                  {"again", again_of(demonstration, parsed)},
                  {"machine", machine_of(shown)},
                  {"report", parsed},
                  {"sources", sources}};
  // What is no UTF-8 becomes a mark for that.
  const std::string json = data.dump(-1, ' ', false, Json::error_handler_t::replace);
  // The data come last: whatever they contain is no mark of ours any more.
  std::string text = filled(player_file("player.html"), "style", player_file("player.css"));
  text = filled(text, "script", player_file("player.js"));
  return filled(text, "data", embeddable(json));
}

}  // namespace workbook

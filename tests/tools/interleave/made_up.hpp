// tests/tools/interleave/made_up.hpp: records of programs that never ran, and what reports tell of them.
#pragma once

#include "interleave/report/story.hpp"

#include <map>
#include <string>

namespace made_up {

/// Code at 0x1000 + n is line n of programs/lines.cpp; globals stand at 0x9000 and up.
class Symbols : public interleave::Symbols {
 public:
  std::vector<interleave::Place> places(std::uint64_t address) const override {
    if (address < 0x1000 || address >= 0x1100) return {};
    const int line = static_cast<int>(address - 0x1000);
    return {{function_of(line), TEST_PROGRAMS "/lines.cpp", line}};
  }
  std::optional<interleave::Variable> variable(std::uint64_t address) const override {
    using interleave::type_named;
    static const std::map<std::uint64_t, interleave::Variable> globals{{0x9000, {"total", type_named("double", 8)}},
                                                                       {0x9100, {"a", {}}},
                                                                       {0x9200, {"b", {}}},
                                                                       {0x9300, {"changed", {}}},
                                                                       {0x9400, {"ready", type_named("bool", 1)}}};
    const auto found = globals.find(address);
    return found == globals.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<interleave::Type> type_of_local(const std::string& name, int size) const override {
    return name == "part" && size == 8 ? std::optional(interleave::type_named("double", 8)) : std::nullopt;
  }

 private:
  static std::string function_of(int line) {
    if (line < 11) return "add";
    if (line < 15) return "first_then_second";
    if (line < 19) return "second_then_first";
    return line < 23 ? "wait_for_change" : "notify";
  }
};

/// The record of a step: `step(3, 1, "read", 0x9000, 8, "00..", "00..", 9)`.
inline std::string step(int number, int thread, const std::string& operation, const std::string& address,
                        const std::string& before = "", const std::string& after = "", int line = 0,
                        bool preempts = false, const std::string& note = "") {
  char stack[16] = "";
  if (line > 0) std::snprintf(stack, sizeof stack, "0x%x", 0x1000 + line);
  const std::string size = std::to_string(before.size() / 2);
  return "step\t" + std::to_string(number) + "\t" + std::to_string(thread) + "\t" + operation + "\t" + address + "\t" +
         size + "\t" + before + "\t" + after + "\t" + (preempts ? "1" : "0") + "\t" + note + "\t" + stack + "\n";
}

inline const std::string kZero = "0000000000000000";  // the double 0
inline const std::string kOne = "000000000000f03f";   // the double 1
inline const std::string kThreads = "thread\t0\t0x0\nthread\t1\t0x1009\nthread\t2\t0x1009\n";

/// What comes before the failure of a search that found one.
inline std::string fails(const std::string& kind, const std::string& text = "", int exit_code = 0) {
  return "phase\tbound 0\t1\t1\t0\t0\ntotal\t3\t0.02\t2\t14\t3\nverdict\tfails\nfailure\t" + kind + "\t" + text + "\t" +
         std::to_string(exit_code) + "\nreplay\t5:2,7:1\n";
}

/// Two threads add to `total`; the second one's addition is lost.
inline std::string lost_update() {
  return kThreads + step(1, 0, "create", "0x0", "", "", 0, false, "creates T1") +
         step(2, 0, "create", "0x0", "", "", 0, false, "creates T2") + step(3, 1, "start", "0x0") +
         step(4, 1, "read", "0x9000", kZero, kZero, 9) + step(5, 2, "start", "0x0", "", "", 0, true) +
         step(6, 2, "read", "0x9000", kZero, kZero, 9) + step(7, 2, "write", "0x9000", kZero, kOne, 9) +
         step(8, 2, "exit", "0x0") + step(9, 1, "write", "0x9000", kOne, kOne, 9);
}

inline std::string race() { return "race\t0x9000\t8\t1\tread\t4\t0x1009\t2\twrite\t7\t0x1009\n"; }

/// Two threads lock `a` and `b`, each in its own order.
inline std::string crossed_locks() {
  return kThreads + step(1, 1, "lock", "0x9100", "", "", 12) + step(2, 2, "lock", "0x9200", "", "", 16, true) +
         "waits\t1\tlock\t0x9200\t2\t0x100d\nwaits\t2\tlock\t0x9100\t1\t0x1011\n";
}

/// The story of these records, which must be well formed.
inline interleave::Story story_of(const std::string& records) {
  interleave::Decoder decoder;
  decoder.take(records + "end\n");
  static const interleave::Sources sources;
  static const Symbols symbols;
  return interleave::tell(decoder.report(), symbols, sources, {{"/usr/"}});
}

}  // namespace made_up

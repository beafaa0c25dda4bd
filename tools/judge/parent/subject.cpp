// tools/judge/parent/subject.cpp: one question to one process.
#include "judge/parent/subject.hpp"

#include "judge/parent/printed.hpp"
#include "judge/parent/running.hpp"
#include "judge/parent/standstill.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <random>
#include <string_view>

namespace judge {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kExitNotDone = 3;

// Between two looks whether anybody will ever go on. Most answers come sooner, and are never looked at.
constexpr std::chrono::milliseconds kBetweenLooks{100};

std::string draw_nonce() {
  std::random_device source;
  return std::to_string((static_cast<std::uint64_t>(source()) << 32U) | source());
}

// One exchange: what has come so far over the two channels, and when to stop waiting.
class Exchange {
 public:
  Exchange(Running& running, const Message& question, const Limits& limits)
      : running_(running),
        question_(question),
        limits_(limits),
        end_(Clock::now() + limits.deadline),
        next_look_(Clock::now() + kBetweenLooks),
        standstill_(running.group(), running.adopter()) {}

  Outcome run() {
    const std::string bytes = encode(question_);
    // A subject that is gone already is found out below.
    (void)send(running_.channel(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    while (!over()) wait_for_something();
    look_for_end();
    const bool too_late = !running_.ended();
    const Pace pace = too_late ? running_.pace() : Pace{};
    const End end = running_.finish();
    read_what_is_left();
    Outcome outcome = judge(end, too_late, pace);
    outcome.printed = printed_.excerpt();
    return outcome;
  }

 private:
  bool over() const {
    return running_.ended() || stands_still_ || Clock::now() >= end_ || printed_.bytes() > limits_.printed_bytes ||
           !violation_.empty();
  }

  // Whoever ends at the last moment has ended.
  void look_for_end() {
    pollfd end_event{running_.end_event(), POLLIN, 0};
    if (poll(&end_event, 1, 0) > 0) running_.note_end();
  }

  void wait_for_something() {
    pollfd sources[] = {
        {running_.channel(), POLLIN, 0}, {running_.output(), POLLIN, 0}, {running_.end_event(), POLLIN, 0}};
    if (channel_closed_) sources[0].fd = -1;
    if (output_closed_) sources[1].fd = -1;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(std::min(end_, next_look_) - Clock::now());
    poll(sources, std::size(sources), static_cast<int>(std::max<std::int64_t>(left.count(), 0)) + 1);
    if (sources[0].revents != 0) read_channel();
    if (sources[1].revents != 0) output_closed_ = printed_.read_from(running_.output()) == Printed::Source::closed;
    if (sources[2].revents != 0) running_.note_end();
    if (Clock::now() >= next_look_) look_for_standstill();
  }

  void look_for_standstill() {
    stands_still_ = standstill_.look();
    next_look_ = Clock::now() + kBetweenLooks;
  }

  void read_what_is_left() {
    while (!channel_closed_ && read_channel()) {
    }
    while (!output_closed_ && printed_.bytes() <= limits_.printed_bytes &&
           printed_.read_from(running_.output()) == Printed::Source::more) {
    }
  }

  // Whether something was there.
  bool read_channel() {
    std::string bytes(kLargestMessage, '\0');
    const ssize_t size = recv(running_.channel(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size < 0) return false;
    if (size == 0) {
      channel_closed_ = true;
      return false;
    }
    take(std::string_view(bytes.data(), static_cast<std::size_t>(size)));
    return true;
  }

  void take(std::string_view bytes) {
    try {
      Message message = decode(bytes);
      if (answer_) throw ProtocolError("a second message came");
      if (message.nonce != question_.nonce) throw ProtocolError("it does not belong to the question");
      answer_ = std::move(message.facts);
    } catch (const ProtocolError& error) {
      if (violation_.empty()) violation_ = error.what();
    }
  }

  Outcome judge(const End& end, bool too_late, const Pace& pace) const {
    if (!end.fault.empty()) return failed(Ending::no_start, end.fault);
    if (!violation_.empty()) {
      return failed(Ending::meddled, "the program wrote on the judge's private channel (" + violation_ + ")");
    }
    if (printed_.bytes() > limits_.printed_bytes) {
      return failed(Ending::flooded, "the program printed more than " + std::to_string(limits_.printed_bytes >> 20U) +
                                         " MiB, so it was ended");
    }
    if (too_late) return judge_lateness(pace);
    if (end.signal == SIGKILL) return judge_kill(end);
    if (end.signal != 0) return failed(Ending::crashed, describe_signal(end.signal));
    if (answer_ && answer_->has("uncaught")) {
      return failed(Ending::threw, "an exception left your code: " + answer_->text("uncaught"));
    }
    if (answer_ && end.code == 0) return {Ending::answered, *answer_, "", "", false};
    if (!answer_ && end.code == kExitNotDone) return failed(Ending::not_done, hole_named_in(printed_.excerpt()));
    return failed(Ending::ended_early, "the program ended with exit code " + std::to_string(end.code) +
                                           (answer_ ? " after its answer, wanted 0" : " before it gave an answer"));
  }

  // Only the kernel kills so: for too much processor time, or because the machine has no memory left.
  Outcome judge_kill(const End& end) const {
    if (end.cpu + std::chrono::seconds(1) >= limits_.cpu) {
      return failed(Ending::hung, "the program used " + std::to_string(limits_.cpu.count()) +
                                      " s of processor time: a loop that does not end, or far too much work");
    }
    return failed(Ending::starved, "the system killed the program, so the machine may have run out of memory");
  }

  Outcome judge_lateness(const Pace& pace) const {
    const std::string what = answer_ ? "the program answered but did not end" : "no answer";
    if (stands_still_) {
      Outcome outcome = failed(Ending::hung, what + ": every thread waits, and nobody will wake them");
      outcome.stood_still = true;
      return outcome;
    }
    const std::string seconds = " within " + std::to_string(limits_.deadline.count() / 1000) + " s";
    if (pace.blocked) return failed(Ending::hung, what + seconds + ": every thread waits, and nobody will wake them");
    // Less than a tenth of one processor is no fair chance.
    if (pace.cpu * 10 < limits_.deadline) {
      return failed(Ending::starved, what + seconds + ", but the machine was too busy to let the program run");
    }
    return failed(Ending::hung, what + seconds + ": a loop that does not end, or far too much work");
  }

  std::string describe_signal(int signal) const {
    std::string text = "the program crashed: signal " + std::to_string(signal) + " (" + strsignal(signal) + ")";
    std::string last = printed_.last_line();
    // Before it the C++ library writes out a function's whole signature.
    const std::size_t assertion = last.find("Assertion '");
    if (assertion != std::string::npos) last.erase(0, assertion);
    if (!last.empty()) text += "; the last line it printed: " + last;
    return text;
  }

  static Outcome failed(Ending ending, std::string reason) { return {ending, {}, std::move(reason), "", false}; }

  Running& running_;
  const Message& question_;
  const Limits& limits_;
  const Clock::time_point end_;
  Clock::time_point next_look_;
  Standstill standstill_;
  bool stands_still_ = false;
  Printed printed_;
  std::optional<Facts> answer_;
  std::string violation_;
  bool channel_closed_ = false;
  bool output_closed_ = false;
};

}  // namespace

Outcome ask(const std::filesystem::path& subject, const std::string& scenario, const Facts& asked, const Limits& limits,
            const std::vector<std::string>& jail) {
  const Message question{draw_nonce(), scenario, asked};
  try {
    Running running(subject, limits, jail);
    return Exchange(running, question, limits).run();
  } catch (const std::system_error& error) {
    return {Ending::no_start, {}, "cannot start " + subject.string() + ": " + error.code().message(), "", false};
  } catch (const JailFault& fault) {
    return {Ending::no_start, {}, "cannot start " + subject.string() + ": " + fault.what(), "", false};
  }
}

}  // namespace judge

// tools/interleave/report/rows.cpp: what stands in the rows of a table; see table.hpp.
#include "interleave/report/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace interleave {

namespace {

// Rows kept around each one that matters, so that it can be understood.
constexpr int kContext = 1;

// Every thread has these, and its column shows as much.
bool goes_without_saying(const Moment& moment) {
  return (moment.operation == "start" || moment.operation == "exit") && moment.note.empty();
}

// main's creating and joining: one row for as many as follow each other.
bool is_bookkeeping(const Moment& moment) {
  return (moment.operation == "create" || moment.operation == "join") && !moment.preempts;
}

bool same_line(const Moment& one, const Moment& other) {
  return one.thread == other.thread && one.place.known() && one.place.file == other.place.file &&
         one.place.line == other.place.line;
}

// `total += part`: a read, then a write of what was read. Without a switch between they show as one.
bool is_read_then_write(const Moment& read, const Moment& write) {
  const bool kinds = (read.operation == "read" && write.operation == "write") ||
                     (read.operation == "atomic read" && write.operation == "atomic write");
  return kinds && same_line(read, write) && read.address == write.address && !write.preempts && read.note.empty();
}

// What the failure is about: the racing variables, or what is waited for, or else what several threads touch.
std::set<std::uint64_t> addresses_that_matter(const Story& story) {
  std::set<std::uint64_t> addresses;
  for (const Conflict& conflict : story.conflicts) addresses.insert(conflict.address);
  for (const Stop& stop : story.stops) addresses.insert(stop.address);
  for (const LostNotification& lost : story.report.lost_notifications) addresses.insert(lost.address);
  for (const Watched& watched : story.report.watched) addresses.insert(watched.address);
  addresses.erase(0);
  return addresses;
}

// What only the library has a name for, such as the count of a std::shared_ptr. Where a failure is about it, or where
// nothing has a name, it is shown all the same.
std::set<std::uint64_t> addresses_to_pass_over(const Story& story) {
  std::set<std::uint64_t> addresses;
  if (std::ranges::none_of(story.moments, &Moment::named)) return addresses;
  for (const Moment& moment : story.moments) {
    if (!moment.named && !moment.after.empty()) addresses.insert(moment.address);
  }
  for (const std::uint64_t address : addresses_that_matter(story)) addresses.erase(address);
  return addresses;
}

Row row_of(const Moment& moment) {
  Row row;
  row.first_step = moment.number;
  row.last_step = moment.number;
  row.thread = moment.thread;
  row.preempts = moment.preempts;
  row.source = moment.source;
  row.told = moment.told();
  row.address = moment.address;
  return row;
}

std::string change_of(const Moment& moment) {
  if (moment.after.empty()) return "changes " + moment.variable;
  return fmt::format("{}: {} -> {}", moment.variable, moment.before, moment.after);
}

std::string told_of_bookkeeping(const Story& story, const Moment& moment) {
  if (!moment.note.empty()) return moment.note;
  const int thread = other_thread(story, moment);
  return verb(moment.operation) + " " + (thread < 0 ? "a thread" : thread_name(thread));
}

// Who holds which mutex. A wait gives one back and does not say which: then nothing is known of that thread's.
class Holders {
 public:
  void note(const Moment& moment) {
    if (moment.operation == "lock" || moment.operation == "reacquire") threads_[moment.address] = moment.thread;
    if (moment.operation == "unlock") threads_.erase(moment.address);
    if (moment.operation != "wait") return;
    std::erase_if(threads_, [&](const auto& held) { return held.second == moment.thread; });
  }
  std::optional<int> of(std::uint64_t mutex) const {
    const auto found = threads_.find(mutex);
    return found == threads_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<std::uint64_t, int> threads_;
};

// A thread that came to a lock while another one holds it: no step, and yet what it does meanwhile.
// @param at  the step that was its last one before
std::optional<Row> row_of_waiting(const Story& story, std::size_t at, const Holders& holders) {
  const Moment& moment = story.moments[at];
  const auto after = story.moments.begin() + static_cast<std::ptrdiff_t>(at) + 1;
  const auto next = std::ranges::find(after, story.moments.end(), moment.thread, &Moment::thread);
  if (next == story.moments.end() || next == after || next->operation != "lock") return {};
  const std::optional<int> holder = holders.of(next->address);
  if (!holder || *holder == moment.thread) return {};
  Row row = row_of(*next);
  row.first_step = moment.number + 1;  // an empty range
  row.last_step = moment.number;
  row.preempts = false;
  row.told = fmt::format("waits for {}, held by {}", next->variable, thread_name(*holder));
  return row;
}

// Appends the row of a step, or lets the row of the step before include it.
// @param last  the step before, if a row can't have ended with it
void add_row(std::vector<Row>& rows, const Story& story, const Moment* last, const Moment& moment) {
  if (last != nullptr && is_read_then_write(*last, moment)) {
    rows.back().last_step = moment.number;
    rows.back().told = change_of(moment);
    return;
  }
  // What a container does inside itself is told alike, step after step.
  const bool alike = last != nullptr && same_line(*last, moment) && !moment.preempts && !moment.variable.empty() &&
                     rows.back().told == moment.told();
  if (alike) {
    rows.back().last_step = moment.number;
    return;
  }
  const bool goes_on = last != nullptr && is_bookkeeping(*last) && is_bookkeeping(moment) &&
                       last->thread == moment.thread && last->operation == moment.operation &&
                       last->source == moment.source;
  if (goes_on) {
    rows.back().last_step = moment.number;
    rows.back().told += ", " + told_of_bookkeeping(story, moment);
    return;
  }
  rows.push_back(row_of(moment));
  rows.back().same_line = last != nullptr && same_line(*last, moment) && !moment.preempts;
  if (is_bookkeeping(moment)) rows.back().told = told_of_bookkeeping(story, moment);
}

std::vector<Row> all_rows(const Story& story) {
  std::vector<Row> rows;
  std::optional<int> owed_mark;  // to a thread that was switched to, and whose first step has no row of its own
  const Moment* last = nullptr;
  Holders holders;
  const std::set<std::uint64_t> passed_over = addresses_to_pass_over(story);
  const auto pay_mark = [&] {
    if (rows.back().thread == owed_mark) rows.back().preempts = true;
    owed_mark.reset();
  };
  for (std::size_t i = 0; i < story.moments.size(); ++i) {
    const Moment& moment = story.moments[i];
    holders.note(moment);
    if (goes_without_saying(moment) || passed_over.contains(moment.address)) {
      if (moment.preempts) owed_mark = moment.thread;
      last = nullptr;
    } else {
      add_row(rows, story, last, moment);
      pay_mark();
      last = &moment;
    }
    if (std::optional<Row> waiting = row_of_waiting(story, i, holders)) {
      rows.push_back(std::move(*waiting));
      pay_mark();
      last = nullptr;
    }
  }
  return rows;
}

std::vector<bool> rows_to_keep(const std::vector<Row>& rows, const std::set<std::uint64_t>& matter, int most) {
  std::vector<bool> keep(rows.size(), false);
  const auto keep_around = [&](int at) {
    for (int i = at - kContext; i <= at + kContext; ++i) {
      if (i >= 0 && i < static_cast<int>(rows.size())) keep[static_cast<std::size_t>(i)] = true;
    }
  };
  // From the end backwards: what happened last explains most.
  int kept = 0;
  for (int i = static_cast<int>(rows.size()) - 1; i >= 0 && kept < most; --i) {
    const Row& row = rows[static_cast<std::size_t>(i)];
    const bool near_end = i >= static_cast<int>(rows.size()) - most / 4;
    if (near_end || i < 2 || row.preempts || matter.contains(row.address)) keep_around(i);
    kept = static_cast<int>(std::ranges::count(keep, true));
  }
  keep_around(0);
  return keep;
}

}  // namespace

std::vector<Row> rows_of(const Story& story, int most) {
  std::vector<Row> rows = all_rows(story);
  if (static_cast<int>(rows.size()) <= most) return rows;
  const std::vector<bool> keep = rows_to_keep(rows, addresses_that_matter(story), most);
  std::vector<Row> shown;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (keep[i]) {
      const bool after_gap = !shown.empty() && shown.back().left_out > 0;
      shown.push_back(rows[i]);
      if (after_gap) shown.back().same_line = false;
      continue;
    }
    if (shown.empty() || shown.back().left_out == 0) shown.emplace_back();
    shown.back().left_out += rows[i].last_step - rows[i].first_step + 1;
  }
  return shown;
}

}  // namespace interleave

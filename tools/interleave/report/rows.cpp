// tools/interleave/report/rows.cpp: what stands in the rows of a table; see table.hpp.
#include "interleave/report/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

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

std::string told_of_bookkeeping(const Moment& moment) {
  return moment.note.empty() ? verb(moment.operation) + " a thread" : moment.note;
}

std::vector<Row> all_rows(const Story& story) {
  std::vector<Row> rows;
  bool owed_mark = false;  // a switch to a thread whose first step has no row of its own
  const Moment* last = nullptr;
  for (const Moment& moment : story.moments) {
    if (goes_without_saying(moment)) {
      owed_mark = moment.preempts;
      last = nullptr;
      continue;
    }
    if (last != nullptr && is_read_then_write(*last, moment)) {
      rows.back().last_step = moment.number;
      rows.back().told = change_of(moment);
    } else if (last != nullptr && is_bookkeeping(*last) && is_bookkeeping(moment) && last->thread == moment.thread &&
               last->operation == moment.operation && last->source == moment.source) {
      rows.back().last_step = moment.number;
      rows.back().told += ", " + told_of_bookkeeping(moment);
    } else {
      const bool again = last != nullptr && same_line(*last, moment);
      rows.push_back(row_of(moment));
      rows.back().same_line = again && !moment.preempts;
      if (is_bookkeeping(moment)) rows.back().told = told_of_bookkeeping(moment);
    }
    rows.back().preempts = rows.back().preempts || owed_mark;
    owed_mark = false;
    last = &moment;
  }
  return rows;
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

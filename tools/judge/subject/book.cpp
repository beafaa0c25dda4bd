// tools/judge/subject/book.cpp: see book.hpp.
#include "judge/subject/book.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace judge::ledger {

constinit Book book;  // all zero, so it takes no room in the program's file
thread_local Page* own_page = nullptr;

std::span<Page> Book::open_pages() { return {pages.data(), std::min(pages_used.load(), kMostThreads)}; }

Page* new_page() {
  const std::size_t index = book.pages_used.fetch_add(1);
  if (index >= Book::kMostThreads) std::abort();
  Page& page = book.pages[index];
  page.state = State::running;
  page.joins = nullptr;
  page.waits_to_start = book.late.load();
  page.locks = 0;
  page.waits = 0;
  page.spurious_wakes_left = book.spurious_wakes.load();
  page.kernels_number = 0;
  page.used = true;
  return &page;
}

Page* page_of(pthread_t thread) {
  // The youngest first: the system gives the number of a thread that was joined to another.
  const std::span<Page> pages = book.open_pages();
  const auto found = std::find_if(pages.rbegin(), pages.rend(), [&](const Page& page) {
    return page.used && pthread_equal(page.thread, thread) != 0;
  });
  return found == pages.rend() ? nullptr : &*found;
}

void let_late_threads_start() {
  if (!book.late) return;
  for (Page& page : book.open_pages()) page.waits_to_start = false;
}

bool sleeps_in_kernel(pid_t thread) {
  char path[64];
  (void)std::snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  char text[128] = {};
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  // "number (name) state ...", where a name may hold any character.
  const char* const name_end = size > 0 ? std::strrchr(text, ')') : nullptr;
  return name_end != nullptr && name_end[1] == ' ' && name_end[2] == 'S';
}

Waiting::Waiting(State state, Page* joins) {
  if (own_page == nullptr || own_page->state == State::held) return;
  waits_ = true;
  own_page->joins = joins;
  own_page->state = state;
  let_late_threads_start();
}

Waiting::~Waiting() {
  if (!waits_) return;
  own_page->state = State::running;
  own_page->joins = nullptr;
}

}  // namespace judge::ledger

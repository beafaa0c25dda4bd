// lessons/03_locks/demo_garbled.cpp: threads that write parts of lines to one stream, without a lock and with one.
// The stream is a pipe, which the demo reads again, so it can count the lines that came out whole.
#include <workbook/arguments.hpp>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <exception>
#include <iostream>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace {

struct Pipe {
  int reading = -1;
  int writing = -1;
};

Pipe open_pipe() {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  return {ends[0], ends[1]};
}

void write_all(int file, const std::string& text) {
  if (write(file, text.data(), text.size()) < 0) throw std::system_error(errno, std::generic_category(), "write");
}

std::string sentence(int writer) { return "writer " + std::to_string(writer) + " has something to say"; }

// A line in parts, as std::cout << a << b << c writes it where nothing is buffered.
void write_line(int file, int writer) {
  write_all(file, "writer " + std::to_string(writer));
  write_all(file, " has something");
  write_all(file, " to say\n");
}

void write_lines(int file, int writer, int lines) {
  for (int line = 0; line < lines; ++line) write_line(file, writer);
}

void write_lines_locked(int file, int writer, int lines, std::mutex& mutex) {
  for (int line = 0; line < lines; ++line) {
    const std::scoped_lock hold(mutex);
    write_line(file, writer);
  }
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t size = read(file, buffer.data(), buffer.size()); size > 0;
       size = read(file, buffer.data(), buffer.size())) {
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return text;
}

std::vector<std::string> garbled_lines(const std::string& text, int writers) {
  std::vector<std::string> garbled;
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
    const std::string line = text.substr(start, end - start);
    bool whole = false;
    for (int writer = 0; writer < writers; ++writer) whole = whole || line == sentence(writer);
    if (!whole) garbled.push_back(line);
    start = end + 1;
  }
  return garbled;
}

/// Lets `writers` threads call write(pipe, writer), and reads what they wrote.
/// @return  the lines that are not whole
template <class Write>
std::vector<std::string> run(int writers, Write write) {
  const Pipe pipe = open_pipe();
  std::string text;
  {
    std::jthread reader([&] { text = read_all(pipe.reading); });
    {
      std::vector<std::jthread> threads;
      for (int writer = 0; writer < writers; ++writer) threads.emplace_back([=] { write(pipe.writing, writer); });
    }
    close(pipe.writing);  // The reader comes to the end of the text.
  }
  close(pipe.reading);
  return garbled_lines(text, writers);
}

void compare(int writers, int lines, std::size_t examples) {
  std::cout << writers << " threads write " << lines << " lines each, every line in three parts\n";
  const auto print = [=](const char* name, const std::vector<std::string>& garbled) {
    std::cout << name << garbled.size() << " of " << writers * lines << " lines garbled\n";
    for (std::size_t i = 0; i < std::min(examples, garbled.size()); ++i) std::cout << "  " << garbled[i] << '\n';
  };
  std::mutex mutex;
  print("without a lock  ", run(writers, [=](int file, int writer) { write_lines(file, writer, lines); }));
  print("with a lock     ",
        run(writers, [&](int file, int writer) { write_lines_locked(file, writer, lines, mutex); }));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    workbook::Arguments arguments(argc, argv);
    const int lines = arguments.whole<int>("lines", 10'000, 1, 100'000);
    const int examples = arguments.whole<int>("examples", 0, 0, 20);
    arguments.end();
    compare(2, lines, static_cast<std::size_t>(examples));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "demo_garbled: " << error.what() << " (usage: demo_garbled [lines] [examples])\n";
    return workbook::kExitUsage;
  }
}

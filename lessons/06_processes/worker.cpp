// lessons/06_processes/worker.cpp: the program that does a worker's share of lesson 06, in a process of its own.
// It reads one line "a b strips" from standard input, writes the integral of x*x over [a, b] as one line of 17 digits
// to standard output, and ends. It does not wait for the end of its input. No strips are a share too: 0.
// Exits with 0, or with 2 after one line on standard error where the request is not of that form.
#include <workbook/arguments.hpp>
#include <workbook/integrate.hpp>
#include <workbook/program.hpp>
#include <workbook/table.hpp>

#include <cstdint>
#include <exception>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>

namespace {

std::string answer_to(const std::string& request) {
  std::istringstream words(request);
  double a = 0;
  double b = 0;
  std::int64_t strips = 0;
  if (!(words >> a >> b >> strips) || !(words >> std::ws).eof()) {
    throw workbook::UsageError("the request is '" + request + "', wanted one line 'a b strips'");
  }
  const double integral = strips == 0 ? 0 : workbook::integrate(workbook::square, a, b, strips);
  // With 17 digits every double comes out of its text again, bit for bit.
  return workbook::rounded(integral, std::numeric_limits<double>::max_digits10);
}

}  // namespace

int main() {
  try {
    std::string request;
    std::getline(std::cin, request);
    std::cout << answer_to(request) << std::endl;
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "worker: " << error.what() << '\n';
    return workbook::kExitUsage;
  }
}

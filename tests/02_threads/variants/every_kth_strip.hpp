// No chunks: worker i takes strips i, i + workers, i + 2 * workers, ... and the strips deal themselves out.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  const double dx = (b - a) / static_cast<double>(strips);
  const auto parts = std::make_unique<double[]>(static_cast<std::size_t>(workers));
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i) {
    threads.emplace_back([=, part = &parts[static_cast<std::size_t>(i)]] {
      double sum = 0;
      for (std::int64_t strip = i; strip < strips; strip += workers) {
        sum += f(a + (static_cast<double>(strip) + 0.5) * dx);
      }
      *part = sum * dx;
    });
  }
  threads.clear();  // joins
  double total = 0;
  for (int i = 0; i < workers; ++i) total += parts[static_cast<std::size_t>(i)];
  return total;
}

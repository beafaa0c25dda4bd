// The caller is the last worker, so one thread less is started.
#pragma once

#include <workbook/chunks.hpp>
#include <workbook/integrate.hpp>
#include <workbook/preconditions.hpp>

#include <concepts>
#include <cstdint>
#include <list>
#include <thread>

double integrate(std::regular_invocable<double> auto f, double a, double b, std::int64_t strips, int workers) {
  workbook::require_valid(a, b, strips, workers);
  struct Worker {
    double part = 0;
    std::thread thread = {};
  };
  std::list<Worker> others;
  for (int i = 0; i + 1 < workers; ++i) {
    Worker& worker = others.emplace_back();
    worker.thread = std::thread([&worker, f, a, b, strips, workers, i] {
      worker.part = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, i));
    });
  }
  double total = workbook::integrate_chunk(f, a, b, strips, workbook::chunk_of(strips, workers, workers - 1));
  for (Worker& worker : others) {
    worker.thread.join();
    total += worker.part;
  }
  return total;
}

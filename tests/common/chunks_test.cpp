// tests/common/chunks_test.cpp: cutting strips into chunks loses none and doubles none.
#include <workbook/chunks.hpp>

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace {

using workbook::Chunk;
using workbook::chunk_of;

// Chunks that lie side by side from 0 to `strips` hold every strip once.
void expect_no_strip_lost(std::int64_t strips, int workers) {
  std::int64_t next = 0;
  std::int64_t smallest = strips;
  std::int64_t largest = 0;
  for (int index = 0; index < workers; ++index) {
    const Chunk chunk = chunk_of(strips, workers, index);
    ASSERT_EQ(chunk.first, next) << "chunk " << index << " of " << workers << " for " << strips << " strips";
    ASSERT_LE(chunk.first, chunk.last);
    smallest = std::min(smallest, chunk.size());
    largest = std::max(largest, chunk.size());
    next = chunk.last;
  }
  EXPECT_EQ(next, strips);
  EXPECT_LE(largest - smallest, 1) << strips << " strips, " << workers << " workers";
}

TEST(Chunks, LoseNoStripInAnySmallCase) {
  for (std::int64_t strips = 0; strips <= 40; ++strips) {
    for (int workers = 1; workers <= 45; ++workers) expect_no_strip_lost(strips, workers);
  }
}

TEST(Chunks, LoseNoStripInRandomCases) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 source(seed);
  for (int round = 0; round < 200; ++round) {
    const auto strips = std::uniform_int_distribution<std::int64_t>(0, 1'000'000'000'000)(source);
    expect_no_strip_lost(strips, std::uniform_int_distribution<int>(1, 500)(source));
  }
}

TEST(Chunks, DoNotOverflowForTheLargestNumberOfStrips) {
  expect_no_strip_lost(std::numeric_limits<std::int64_t>::max(), 7);
}

TEST(Chunks, DealTheRemainderToTheFirst) {
  EXPECT_EQ(chunk_of(11, 4, 0), (Chunk{0, 3}));
  EXPECT_EQ(chunk_of(11, 4, 2), (Chunk{6, 9}));
  EXPECT_EQ(chunk_of(11, 4, 3), (Chunk{9, 11}));
}

}  // namespace

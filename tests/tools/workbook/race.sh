#!/bin/sh
# tests/tools/workbook/race.sh: the command `race` on a lesson, and on an instructor's files that are racy, right, that
# hang, crash, flood, do not compile, or are too large to be searched.
# Usage: race.sh CHECKOUT WORKBOOK
set -eu
checkout=$1
workbook=$2
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"

# The sum of the numbers in front of "wrong" and "right", or at the ends of the bars' lines.
runs_drawn() {
  printf '%s\n' "$out" | sed '/in every order/,$d' |
    sed -n 's/^  .* \([0-9][0-9]*\)\(  wrong\|  right\|\)$/\1/p' | awk '{ sum += $1 } END { print sum + 0 }'
}

cd "$checkout"
export TMPDIR="$scratch"
unset LC_ALL LC_CTYPE
export LANG=C.UTF-8

try "$workbook" race 02 --runs 20
expect_code 1
expect_in "$out" '02_threads on this machine: demo_race 1'
[ "$(runs_drawn)" = 20 ] || fail "the bars show $(runs_drawn) runs, wanted 20: $out"
expect_in "$out" 'fails: race on total'
expect_in "$out" './workbook interleave run lessons/02_threads/demo_two_adds.cpp --replay 5:2'
printf '%s\n' "$out" | while IFS= read -r line; do
  [ "$(printf '%s' "$line" | wc -m)" -le 80 ] || case $line in *again*) ;; *) fail "wider than 80 columns: $line" ;; esac
done

# In a locale without them, no blocks.
LANG=C
try "$workbook" race 04 --runs 3
LANG=C.UTF-8
expect_code 1
[ "$(runs_drawn)" = 3 ] || fail "the bars show $(runs_drawn) runs, wanted 3: $out"
expect_in "$out" '####'
[ -z "$(printf '%s' "$out" | LC_ALL=C tr -d '\000-\177')" ] || fail "not all of it is ASCII: $out"

# Each lesson's own comment says what is run: all of them find their programs.
for lesson in 03 05; do
  try "$workbook" race "$lesson" --runs 1
  expect_code 1
  expect_in "$out" 'in every order of its steps'
done
try "$workbook" race 06
expect_code 2
expect_in "$err" 'has no race to show, wanted one of 02, 03, 04, 05'

# A schedule alone, and what is right as its argument asks.
try "$workbook" race 02 --replay 5:2
expect_code 1
expect_in "$out" '(replayed)'
case $out in *'on this machine'*) fail "a replay ran the program on the machine: $out" ;; esac
try "$workbook" race 03 --runs 3 -- locked
expect_code 0
expect_in "$out" 'nothing wrong in 3 runs, which proves nothing'
expect_in "$out" proved

cat >"$scratch/racy.cpp" <<'end'
#include <cstdio>
#include <thread>
int total = 0;
void add() { total = total + 1; }
int main() {
  std::thread one(add), other(add);
  one.join();
  other.join();
  std::printf("%d\n", total);
  return total == 2 ? 0 : 1;
}
end
try "$workbook" race "$scratch/racy.cpp" --runs 5 --html "$scratch/racy.html"
expect_code 1
[ "$(runs_drawn)" = 5 ] || fail "the bars show $(runs_drawn) runs, wanted 5: $out"
expect_in "$out" 'fails: race on total'
expect_in "$(cat "$scratch/racy.html")" '"verdict":"fails"'

sed 's/total = total + 1/total.fetch_add(1)/; s/^int total/#include <atomic>\nstd::atomic<int> total/; s/, total)/, total.load())/' \
  "$scratch/racy.cpp" >"$scratch/right.cpp"
try "$workbook" race "$scratch/right.cpp" --runs 5
expect_code 0
expect_in "$out" 'nothing wrong in 5 runs, which proves nothing'
expect_in "$out" 'proved: no schedule fails'

cat >"$scratch/hangs.cpp" <<'end'
#include <condition_variable>
#include <mutex>
int main() {
  std::mutex mutex;
  std::condition_variable never;
  std::unique_lock hold(mutex);
  for (;;) never.wait(hold);
}
end
try "$workbook" race "$scratch/hangs.cpp" --runs 2 --time 5
expect_code 1
expect_in "$out" 'hangs: '
expect_in "$out" '2 of 2 runs were wrong'

cat >"$scratch/crashes.cpp" <<'end'
int main(int argc, char**) { *(volatile int*)(long(argc) - 1) = 0; }
end
try "$workbook" race "$scratch/crashes.cpp" --runs 3
expect_code 1
expect_in "$out" 'crash: SIGSEGV'
expect_in "$out" '3 of 3 runs were wrong'

# Its results differ, and nothing says which is right.
cat >"$scratch/differs.cpp" <<'end'
#include <cstdio>
#include <unistd.h>
int main() { std::printf("%d\n", int(getpid())); }
end
try "$workbook" race "$scratch/differs.cpp" --runs 4 --time 1
expect_in "$out" 'no run failed, but 4 runs gave 4 different results'

# Too large for a proof, and said so.
cat >"$scratch/large.cpp" <<'end'
#include <mutex>
#include <thread>
#include <vector>
std::mutex mutex;
int total = 0;
int main() {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] { for (int k = 0; k < 50; ++k) { std::scoped_lock hold(mutex); ++total; } });
}
end
try "$workbook" race "$scratch/large.cpp" --runs 2 --time 1
expect_code 0
expect_in "$out" 'nothing found'
expect_in "$out" 'limit'

echo 'int main() { return none; }' >"$scratch/broken.cpp"
try "$workbook" race "$scratch/broken.cpp"
expect_code 2
expect_in "$err" 'does not compile'
try "$workbook" race "$scratch/racy.cpp" --runs 1 --html /no/such/folder/page.html
expect_code 2
expect_in "$err" 'cannot write /no/such/folder/page.html'
try "$workbook" race
expect_code 2

# Ended from outside, it leaves neither processes nor files behind.
mkdir "$scratch/tmp"
(TMPDIR="$scratch/tmp" exec "$workbook" race "$scratch/hangs.cpp" --runs 100000) >"$scratch/out" 2>&1 </dev/null &
command=$!
until [ -n "$(ls "$scratch"/tmp/workbook.*/hangs 2>/dev/null)" ]; do kill -0 $command || fail "it ended: $(cat "$scratch/out")"; done
kill -TERM $command
code=0
wait $command || code=$?
[ "$code" = 143 ] || fail "a terminated command ended with $code, wanted 143"
[ -z "$(ls "$scratch/tmp")" ] || fail "it left $(ls "$scratch/tmp") behind"

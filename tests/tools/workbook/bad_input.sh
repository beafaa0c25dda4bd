#!/bin/sh
# tests/tools/workbook/bad_input.sh: every solution's program refuses what it can't do, in one line, with exit code 2.
# Usage: bad_input.sh CHECKOUT BUILD
set -eu
checkout=$1
build=$2
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"

expect_refusal() {
  expect_code 2
  [ -z "$out" ] || fail "it printed on standard output: $out"
  [ "$(printf '%s\n' "$err" | wc -l)" = 1 ] || fail "wanted one line, got: $err"
  expect_in "$err" wanted
}

for folder in "$build"/solutions/*/; do
  name=$(basename "$folder")
  program=$folder$name
  for arguments in abc 1e400 nan '0 10 0' '0 10 -5' '0 10 1.5' '0 10 100 -1' '0 10 100 0' '0 10 100 10000000' \
    '0 10 100 2 5' '0 10 100 2x' '-1e200 1e200'; do
    # shellcheck disable=SC2086  # Several arguments.
    try "$program" $arguments
    printf '%s %s: %s\n' "$name" "$arguments" "$err"
    expect_refusal
  done

  # Standard output that can't be written to.
  code=0
  "$program" 0 10 100 >/dev/full 2>"$scratch/err" || code=$?
  out=
  err=$(cat "$scratch/err")
  expect_refusal

  # More workers than can be had: refused with the largest number that can be asked for.
  try "$program" 0 10 1000000 100000
  expect_refusal
done

# As many as can be asked for, where the system grants far fewer: it says what the system refused.
for name in 02_threads 03_locks 04_queues 05_signaling; do
  code=0
  # shellcheck disable=SC3045  # dash and bash both have ulimit -v.
  (ulimit -v 2000000 && exec "$build/solutions/$name/$name" 0 10 1000000 10000) >"$scratch/out" 2>"$scratch/err" || code=$?
  out=$(cat "$scratch/out")
  err=$(cat "$scratch/err")
  printf '%s with 10000 workers: %s\n' "$name" "$err"
  expect_code 2
  [ -z "$out" ] || fail "it printed on standard output: $out"
  expect_in "$err" 'the system refused'
done

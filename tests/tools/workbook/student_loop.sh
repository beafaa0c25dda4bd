#!/bin/sh
# tests/tools/workbook/student_loop.sh: the map, chapters, hints, solutions and fresh exercises, as a student calls for
# them. Nothing is judged here: new_lesson.sh does that.
# Usage: student_loop.sh CHECKOUT BUILD
set -eu
checkout=$1
workbook=$2/workbook
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"

export WORKBOOK_STUDENT="$scratch/a student"
export LC_ALL=C.UTF-8
work="$WORKBOOK_STUDENT/work"
cd "$scratch"

expect_not_in() {
  case $1 in
    *"$2"*) fail "wanted no '$2' in: $1" ;;
  esac
}

expect_refusal() {
  expect_code 2
  [ -z "$out" ] || fail "it printed on standard output: $out"
  expect_in "$err" "$1"
}

# The widest line of a text, in characters.
expect_width() {
  printf '%s\n' "$1" | wc -L | { read -r widest; [ "$widest" -le "$2" ] || fail "a line has $widest columns, wanted $2"; }
}

# The map of one who has done nothing: it fits a window, and makes nothing.
try "$workbook"
expect_code 0
expect_in "$out" '0 of 6 lessons passed'
expect_in "$out" '▸ 01  The answer first'
expect_in "$out" './workbook check 01'
expect_width "$out" 80
[ "$(printf '%s\n' "$out" | wc -l)" -le 22 ] || fail "the map is longer than a window: $out"
[ ! -e "$WORKBOOK_STUDENT" ] || fail 'the map made something'
try env LC_ALL=C "$workbook"
expect_in "$out" '> 01  The answer first'

# The next chapter, and its exercise.
try "$workbook" next
expect_code 0
expect_in "$out" 'Predict'
expect_in "$out" '▸ Answer (./workbook read 01 --answers shows it)'
expect_in "$out" 'Your exercise: work/01_sequential/exercise.hpp'
expect_not_in "$out" 'minutes:'
expect_width "$out" 80
cmp "$work/01_sequential/exercise.hpp" "$checkout/lessons/01_sequential/exercise.hpp" || fail 'not the starter'

# Any chapter, folded and unfolded; plain where it goes into a pipe, in colours and through the pager on a terminal.
try "$workbook" read 3
expect_code 0
expect_not_in "$out" 'an update is lost. That'
try "$workbook" read 03 --answers
expect_in "$out" '▾ Answer'
expect_in "$out" 'an update is lost'
[ "$(printf '%s' "$out" | tr -d '\033')" = "$out" ] || fail 'colours in a pipe'
in_terminal() { try env TERM=xterm script -qec "$*" /dev/null; }
in_terminal "PAGER='sed s/^/PAGED:/' '$workbook' read 03"
expect_in "$out" 'PAGED:'
[ "$(printf '%s' "$out" | tr -d '\033')" != "$out" ] || fail 'no colours in a terminal'
in_terminal "NO_COLOR=1 PAGER=cat '$workbook' read 03"
[ "$(printf '%s' "$out" | tr -d '\033')" = "$out" ] || fail 'colours in spite of NO_COLOR'
in_terminal "PAGER=/no/such/pager '$workbook' read 03"
expect_in "$out" 'Investigate'
try "$workbook" read 99
expect_refusal "no lesson is called '99'"

# One hint more each time, for the first empty hole of the current lesson.
try "$workbook" hint --again
expect_refusal 'no hint for 01.1 was shown yet'
try "$workbook" hint
expect_in "$out" 'Hint 1 of 3 for hole 01.1'
expect_in "$out" '2 more: ./workbook hint 01.1'
try "$workbook" hint 1
expect_in "$out" 'Hint 2 of 3'
try "$workbook" hint --again
expect_in "$out" 'Hint 1 of 3'
expect_in "$out" 'Hint 2 of 3'
expect_not_in "$out" 'Hint 3 of 3'
for _ in 1 2; do
  try "$workbook" hint 01
  expect_in "$out" 'Hint 3 of 3'
  expect_in "$out" 'That was the last for 01.1'
done
try "$workbook" hint 03
expect_in "$out" 'for hole 03.1'
expect_in "$out" 'Other holes: 03.2 and 03.3'
mkdir -p "$work/03_locks"
sed '/not_done("03.1")/d' "$checkout/lessons/03_locks/exercise.hpp" >"$work/03_locks/exercise.hpp"
try "$workbook" hint 03
expect_in "$out" 'Hint 1 of 3 for hole 03.2'
try "$workbook" hint 3.3 --all
expect_in "$out" 'Hint 3 of 3 for hole 03.3'
try "$workbook" hint 03.7
expect_refusal 'lesson 03_locks has hints for 03.1, 03.2 and 03.3'
try "$workbook"
expect_in "$out" 'in work: 1 of 3 holes filled'

# A hint is given though nothing can be written; nothing is lost where the file is damaged.
cp "$WORKBOOK_STUDENT/.workbook/progress.json" "$scratch/progress"
mkdir "$WORKBOOK_STUDENT/.workbook/progress.json.new"
try "$workbook" hint 02
expect_code 0
expect_in "$out" 'Hint 1 of 3 for hole 02.1'
expect_in "$err" 'the next hint will be this one again'
cmp "$WORKBOOK_STUDENT/.workbook/progress.json" "$scratch/progress" || fail 'progress was changed'
rmdir "$WORKBOOK_STUDENT/.workbook/progress.json.new"
echo '{' >"$WORKBOOK_STUDENT/.workbook/progress.json"
try "$workbook"
expect_code 0
expect_in "$err" 'was damaged; it is kept as progress.'

# The solution waits for a pass, unless it is asked for anyway; it is shown as a difference.
try "$workbook" solution 03
expect_refusal './workbook solution 03 --anyway'
try "$workbook" solution 03 --anyway
expect_code 0
expect_in "$out" '--- work/03_locks/exercise.hpp (yours)'
expect_in "$out" '+    sum_ += part;'
try "$workbook" solution 02 --anyway
[ "$out" = "$(cat "$checkout/solutions/02_threads/exercise.hpp")" ] || fail 'not the whole solution'
cp "$checkout/solutions/03_locks/exercise.hpp" "$work/03_locks/exercise.hpp"
try "$workbook" solution 03 --anyway
expect_in "$out" 'is the same as ours'

# Beginning anew keeps what was written, however often.
for text in one two; do
  echo "$text" >"$work/03_locks/exercise.hpp"
  try "$workbook" reset 03
  expect_code 0
  expect_in "$out" 'What you wrote is kept: work/03_locks/exercise.'
  grep -qx "$text" "$work"/03_locks/exercise.*-*.hpp || fail "'$text' is lost"
  cmp "$work/03_locks/exercise.hpp" "$checkout/lessons/03_locks/exercise.hpp" || fail 'not the starter'
done
try "$workbook" reset 03
expect_in "$out" 'nothing was changed'
[ "$(find "$work/03_locks" -type f | wc -l)" = 3 ] || fail "$(ls -a "$work/03_locks")"

# Each tells how it is used.
for command in next read hint solution reset; do
  try "$workbook" "$command" --help
  expect_code 0
  expect_in "$out" "  ./workbook $command"
  expect_width "$out" 120
done

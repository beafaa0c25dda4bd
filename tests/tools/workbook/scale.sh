#!/bin/sh
# tests/tools/workbook/scale.sh: the command `scale` measures, says what it can't do, and shows what it has at Ctrl-C.
# Usage: scale.sh CHECKOUT COMMAND
set -eu
checkout=$1
workbook=$2
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"

try "$workbook" scale 02 --solution --max 3 --rounds 2 --strips 10000
expect_code 0
expect_in "$out" '02_threads, the solution: 0.01 million strips, 2 rounds'
expect_in "$out" 'times 1 worker'
for workers in 1 2 3; do
  printf '%s\n' "$out" | grep -Eq "^$workers +[0-9.]+ ms  +\+[0-9.]+ %" || fail "no row for $workers workers in: $out"
done
expect_in "$out" 'o measured'
expect_in "$out" 'Best number of workers: '
expect_in "$out" 'Serial fraction (Amdahl): '
[ -z "$err" ] || fail "it printed on standard error: $err"

try "$workbook" scale 01 --solution
expect_code 0
expect_in "$out" '01_sequential has no workers'

try "$workbook" scale 02 --max 0
expect_code 2
expect_in "$err" '0'
expect_in "$err" '1'

# The lesson's program refuses: what it says is shown.
try "$workbook" scale 02 --solution --max 1 --strips 2000000000000
expect_code 2
expect_in "$err" 'strips is'

# Refused before anything is measured.
try env PATH="$scratch" "$workbook" scale 02 --solution --svg "$scratch/plot.svg"
expect_code 2
expect_in "$err" gnuplot-nox
printf '#!/bin/sh\necho no such terminal; exit 1\n' >"$scratch/gnuplot"
chmod +x "$scratch/gnuplot"
try env PATH="$scratch:$PATH" "$workbook" scale 02 --solution --svg "$scratch/no/such/plot.svg"
expect_code 2
expect_in "$err" 'there is no folder'
try env PATH="$scratch:$PATH" "$workbook" scale 02 --solution --max 2 --rounds 1 --strips 1000 --svg "$scratch/plot.svg"
expect_code 2
expect_in "$err" 'no such terminal'
expect_in "$out" 'Best number of workers'
[ ! -e "$scratch/plot.svg" ] || fail 'a file was left behind'

# Ctrl-C once a second program has been started: the first is measured by then.
"$workbook" scale 02 --solution --max 1 --rounds 1000 --strips 1000000 >"$scratch/out" 2>"$scratch/err" &
measuring=$!
running=''
first=''
while :; do
  running=$(cat "/proc/$measuring/task/$measuring/children") || fail "it ended: $(cat "$scratch/err")"
  # Others come before: a build, the program's own --help.
  case $(tr '\0' ' ' 2>/dev/null <"/proc/${running% }/cmdline") in *'/02_threads 0 10 1000000 1 ') ;; *) continue ;; esac
  [ -n "$first" ] || first=$running
  [ "$running" = "$first" ] || break
done
kill -INT "$measuring"
code=0
wait "$measuring" || code=$?
out=$(cat "$scratch/out")
err=$(cat "$scratch/err")
expect_code 130
expect_in "$out" '1 '
expect_in "$out" ' ms'
expect_in "$err" 'that is what was measured so far'

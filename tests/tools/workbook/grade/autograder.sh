#!/bin/sh
# tests/tools/workbook/grade/autograder.sh: the scripts that an autograder calls, in a folder that stands for its machine.
# $1: the checkout; $2: its build tree.
set -eu
checkout=$1
build=$2

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT INT TERM
fail() { printf 'autograder.sh: %s\n' "$*" >&2; exit 1; }
expect() { grep -qF -- "$1" "$2" || { cat "$2" >&2; fail "$2 lacks: $1"; }; }

# The scripts begin with ./workbook, which would build all over again: a copy of them with the built command beside it.
mkdir -p "$place/workbook/tools/autograder"
cp "$checkout"/tools/autograder/setup.sh "$checkout"/tools/autograder/run_autograder "$place/workbook/tools/autograder"
cp -R "$checkout/solutions" "$place/workbook"
ln -s "$build/workbook" "$place/workbook/workbook"
export WORKBOOK_LESSONS=01 AUTOGRADER="$place/autograder"

"$place/workbook/tools/autograder/setup.sh" >"$place/out" 2>&1 || { cat "$place/out" >&2; fail 'setup.sh does not end well'; }
expect 'setup: ready' "$place/out"

mkdir -p "$AUTOGRADER/submission/01_sequential"
cp "$checkout/tests/01_sequential/mutants/left_rule.hpp" "$AUTOGRADER/submission/01_sequential/exercise.hpp"
"$place/workbook/tools/autograder/run_autograder" >"$place/out" 2>&1 || { cat "$place/out" >&2; fail 'run_autograder does not end well'; }
expect '"score": 1' "$AUTOGRADER/results/results.json"
expect 'that is the left rule' "$AUTOGRADER/results/results.json"

# A checkout whose own answers fail judges nobody.
sed 's/0\.5/0.0/' "$checkout/solutions/01_sequential/exercise.hpp" >"$place/workbook/solutions/01_sequential/exercise.hpp"
if "$place/workbook/tools/autograder/setup.sh" >"$place/out" 2>&1; then fail 'setup.sh takes a wrong reference for ready'; fi
expect 'do not pass here' "$place/out"

# A grader that breaks off blames nobody.
rm "$place/workbook/workbook"
printf '#!/bin/sh\nexit 2\n' >"$place/workbook/workbook"
chmod +x "$place/workbook/workbook"
if "$place/workbook/tools/autograder/run_autograder" >"$place/out" 2>&1; then fail 'run_autograder takes a fault for a result'; fi
expect 'the grader did not finish' "$AUTOGRADER/results/results.json"

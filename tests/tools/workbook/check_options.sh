#!/bin/sh
# tests/tools/workbook/check_options.sh: `check --json` and `--junit` tell every kind of verdict in their form, and words
# that make no sense are refused before anything is judged.
# Usage: check_options.sh CHECKOUT BUILD
set -eu
checkout=$1
build=$2
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"
# shellcheck source=tests/tools/workbook/verdicts.sh
. "$checkout/tests/tools/workbook/verdicts.sh"
workbook=$build/workbook
mutants=$checkout/tests/01_sequential/mutants

judge() { try_json "$workbook" check 01 --file "$1" --seed 1; }

judge "$checkout/solutions/01_sequential/exercise.hpp"
expect_verdict 0 passed
judge "$mutants/left_rule.hpp"
expect_verdict 1 wrong
expect_in "$out" '"why": "that is the left rule: f at each strip'\''s left end"'
expect_in "$xml" 'name="GivesOneThousandThirds"><failure'
judge "$checkout/lessons/01_sequential/exercise.hpp"
expect_verdict 3 not_done
expect_in "$xml" '<skipped'

# An answer that doesn't compile, and whose name and text are hard on XML.
broken="$scratch/a <broken> & \"quoted\".hpp"
sed 's/workbook::not_done("01.1");/return no_such_name + "]]>";/' "$checkout/lessons/01_sequential/exercise.hpp" >"$broken"
judge "$broken"
expect_verdict 1 wrong
expect_in "$out" "$(printf '"line": %s' "$(grep -n no_such_name "$broken" | cut -d: -f1)")"
expect_in "$xml" 'name="Compiles"><failure'

# What is no answer at all is no student's fault.
judge "$scratch/there is no such file"
expect_verdict 2 workbook_bug
expect_in "$err" 'wanted an exercise file'

# Refused at once, in one line, and nothing on standard output.
expect_refusal() {
  try "$workbook" check "$@"
  expect_code 2
  [ -z "$out" ] || fail "it printed on standard output: $out"
  [ "$(printf '%s\n' "$err" | wc -l)" = 1 ] || fail "wanted one line, got: $err"
  expect_in "$err" wanted
}
expect_refusal --all 01
expect_refusal --all --file "$mutants/left_rule.hpp"
expect_refusal --file "$mutants/left_rule.hpp"
expect_refusal --replay add_add@-
expect_refusal 03 --json --replay add_add@-
expect_refusal 03 --junit "$scratch/x.xml" --replay add_add@-
expect_refusal --all --replay add_add@-
expect_refusal 99 --json
try "$workbook" check 01 --seed abc
expect_code 2
try "$workbook" check 01 --junit "$scratch/no such folder/report.xml"
expect_code 2
[ -z "$out" ] || fail "it judged before it looked whether the file can be written: $out"
expect_in "$err" 'No such file or directory'

# Files that can't be written to.
code=0
"$workbook" check 01 --file "$mutants/left_rule.hpp" --json >/dev/full 2>"$scratch/err" || code=$?
[ "$code" = 2 ] || fail "exit code $code where standard output is full, wanted 2"
try "$workbook" check 01 --file "$mutants/left_rule.hpp" --junit /dev/full
expect_code 2
expect_in "$err" 'cannot write /dev/full'

#!/bin/sh
# tests/tools/workbook/new_lesson.sh: a lesson made by copying three folders is listed, built, judged and tested; and
# what a student has written disturbs nothing. In a copy of the checkout, whose path has a blank in it.
# Usage: new_lesson.sh CHECKOUT BUILD
set -eu
checkout=$1
build=$2
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"
# shellcheck source=tests/tools/workbook/verdicts.sh
. "$checkout/tests/tools/workbook/verdicts.sh"

copy="$scratch/a copy"
mkdir "$copy"
(cd "$checkout" && tar -c --exclude=./build --exclude=./work --exclude=./.workbook --exclude=./.git .) | tar -x -C "$copy"
for folder in lessons solutions tests; do
  rm -r "$copy/$folder"/0[2-6]_*  # They would only be built.
  cp -r "$copy/$folder/01_sequential" "$copy/$folder/07_copy"
done
rm -r "$copy/tests/07_copy/messages"  # They name lesson 01.
# Nothing is timed here, so nothing is optimised: that saves half of the time.
cmake -S "$copy" --preset dev -D CMAKE_CXX_FLAGS_RELWITHDEBINFO= >/dev/null
workbook=$copy/workbook
exercise=$copy/work/07_copy/exercise.hpp

try "$workbook" list
expect_code 0
expect_in "$out" 07_copy

try "$workbook" run 07 --solution 0 10 1000
expect_code 0
expect_in "$out" 333.333

# The first check makes the student's file from the starter.
try "$workbook" check 07
expect_code 3
expect_in "$out" '07_copy: not done'
try "$workbook" solution 07
expect_code 2
cmp "$exercise" "$copy/lessons/07_copy/exercise.hpp" || fail 'the exercise is not the starter'

# Broken code is told where it is broken, and stops nothing else.
sed 's/workbook::not_done("01.1");/return no_such_name;/' "$copy/lessons/07_copy/exercise.hpp" >"$exercise"
try "$workbook" check 07
expect_code 1
expect_in "$out" 'work/07_copy/exercise.hpp does not compile'
expect_in "$out" "$(printf 'work/07_copy/exercise.hpp:%s: ' "$(grep -n no_such_name "$exercise" | cut -d: -f1)")"
try "$workbook" run 07
expect_code 1
expect_in "$err" 'does not compile'
try "$workbook" check 01
expect_code 3
try "$workbook" run 07 --solution
expect_code 0

# A newer starter leaves the student's file as it is.
cp "$exercise" "$scratch/before"
echo '// A newer workbook.' >>"$copy/lessons/07_copy/exercise.hpp"
try "$workbook" check 07
cmp "$exercise" "$scratch/before" || fail "the student's file was changed"

# The answer itself is not accepted from the library.
sed 's/workbook::not_done("01.1");/return workbook::integrate(f, a, b, strips);/; s/#include <concepts>/#include <workbook\/integrate.hpp>\n&/' \
  "$checkout/lessons/01_sequential/exercise.hpp" >"$exercise"
try "$workbook" check 07
expect_code 1
expect_in "$out" 'is the answer itself'

cp "$copy/solutions/07_copy/exercise.hpp" "$exercise"
try "$workbook" check 07
expect_code 0
expect_in "$out" '07_copy: passed'

# The map knows of it, until the exercise changes.
try "$workbook"
expect_code 0
expect_in "$out" '1 of 7 lessons passed'
try "$workbook" solution 07
expect_code 0
expect_in "$out" 'is the same as ours'
echo '// One thing more.' >>"$exercise"
try "$workbook"
expect_in "$out" 'changed since it passed'

# Started from elsewhere, through a link.
ln -s "$workbook" "$scratch/link"
cd "$scratch"
try ./link check 07 --file "$copy/solutions/01_sequential/exercise.hpp"
expect_code 0

# Every lesson at once: the gravest verdict counts. The next lesson is the first that is not passed.
try_json "$workbook" check --all
expect_verdict 3 not_done
expect_in "$xml" '<testsuite name="07_copy"'
try "$workbook" check
expect_code 3
expect_in "$out" '01_sequential: not done'
cp "$checkout/tests/01_sequential/mutants/left_rule.hpp" "$exercise"
try "$workbook" check --all
expect_code 1
expect_in "$out" '07_copy        wrong'
cp "$copy/solutions/01_sequential/exercise.hpp" "$copy/work/01_sequential/exercise.hpp"
try "$workbook" check
expect_in "$out" '07_copy: wrong'

# An #include that is missing is told, whatever else includes that header; and one that is added is seen.
cp "$copy/solutions/07_copy/exercise.hpp" "$exercise"
echo 'inline std::mutex lock;' >>"$exercise"
try "$workbook" check 07
expect_code 1
expect_in "$out" 'work/07_copy/exercise.hpp does not compile'
sed 's/#pragma once/&\n#include <mutex>/' "$exercise" >"$scratch/with_include"
cp "$scratch/with_include" "$exercise"
try "$workbook" check 07
expect_code 0

# A folder of exercises that is gone is made again; where it can't be, that is told.
rm -r "$copy/work"
try "$workbook" check 07
expect_code 3
rm -r "$copy/work"
echo 'a file' >"$copy/work"
try_json "$workbook" check 07
expect_verdict 2 workbook_bug
expect_in "$err" 'wanted a folder for your exercises'
rm "$copy/work"

# It is tested as every lesson is; one mutant and one variant stand for all here.
for folder in mutants variants; do
  # shellcheck disable=SC2012  # The names are ours.
  ls "$copy/tests/07_copy/$folder"/*.hpp | tail -n +2 | while read -r file; do rm "$file"; done
done
cmake --build "$copy/build/dev" --target 07_copy_checks 07_copy_subject_starter 07_copy_subject_solution >/dev/null
for file in "$copy"/tests/07_copy/mutants/*.hpp; do kind=mutant_$(basename "$file" .hpp); done
cmake --build "$copy/build/dev" --target "07_copy_subject_$kind" >/dev/null
for file in "$copy"/tests/07_copy/variants/*.hpp; do kind=variant_$(basename "$file" .hpp); done
cmake --build "$copy/build/dev" --target "07_copy_subject_$kind" >/dev/null
try ctest --test-dir "$copy/build/dev" -R '^07_copy\.' --output-on-failure
expect_code 0
expect_in "$out" '100% tests passed, 0 tests failed out of 6'

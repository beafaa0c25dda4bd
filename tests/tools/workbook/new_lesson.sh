#!/bin/sh
# tests/tools/workbook/new_lesson.sh: a lesson made by `new-lesson` keeps the rules of the house, is listed, built, judged
# and tested; and what a student has written disturbs nothing. In a copy of the checkout, whose path has a blank in it.
# Usage: new_lesson.sh CHECKOUT BUILD
set -eu
checkout=$1
build=$2
house=$build/tests/house/house_tests
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"
# shellcheck source=tests/tools/workbook/verdicts.sh
. "$checkout/tests/tools/workbook/verdicts.sh"

copy="$scratch/a copy"
mkdir "$copy"
(cd "$checkout" && tar -c --exclude=./build --exclude=./work --exclude=./.workbook --exclude=./.git .) | tar -x -C "$copy"
for folder in lessons solutions tests; do rm -r "$copy/$folder"/0[2-6]_*; done  # They would only be built.
# Nothing is timed here, so nothing is optimised: that saves half of the time.
cmake -S "$copy" --preset dev -D CMAKE_CXX_FLAGS_RELWITHDEBINFO= >/dev/null
# Our own command serves the copy: to build it there would be most of the time.
workbook=$scratch/workbook
printf '#!/bin/sh\nWORKBOOK_CHECKOUT="%s" exec "%s" "$@"\n' "$copy" "$build/workbook" >"$workbook"
chmod +x "$workbook"
exercise=$copy/work/07_copy/exercise.hpp

# What is no name for a lesson, or taken, is refused, and nothing is made.
cp -r "$copy" "$scratch/before making"
for name in 7_copy 07copy 07_ 07_Copy 00_copy ../07_copy "07_a name" 07_of_more_letters_than_fit_in_a_line ''; do
  try "$workbook" new-lesson "$name"
  expect_code 2
  expect_in "$err" "got '$name'"
  expect_in "$err" 'such as 07_deadlock'
done
try "$workbook" new-lesson 01_copy
expect_code 2
expect_in "$err" 'which 01_sequential has'
expect_in "$err" 'such as 02'
mkdir "$copy/tests/07_copy"
try "$workbook" new-lesson 07_copy
expect_code 2
expect_in "$err" 'there is a folder tests/07_copy'
rmdir "$copy/tests/07_copy"
# Nothing stays of a lesson that could not be made whole.
mv "$copy/lessons" "$copy/elsewhere"
ln -s /proc "$copy/lessons"
try "$workbook" new-lesson 07_copy
expect_code 2
expect_in "$err" 'cannot make lesson 07_copy'
rm "$copy/lessons"
mv "$copy/elsewhere" "$copy/lessons"
for folder in lessons solutions tests; do
  diff -r "$copy/$folder" "$scratch/before making/$folder" || fail "something was left behind in $folder"
done
[ -z "$(find "$copy/.workbook" -name 'new_lesson*')" ] || fail 'something was left behind in .workbook'

try "$workbook" new-lesson 07_copy
expect_code 0
expect_in "$out" './workbook check 07'
try env WORKBOOK_HOUSE_ROOT="$copy" "$house" --gtest_filter='*07_copy*:Habits.*:Includes.OfChecks*:Includes.OfScenarios*:Includes.OfLessons*'
expect_code 0
expect_in "$out" 'Lesson.HasAllItsFiles/07_copy'

try "$workbook" list
expect_code 0
expect_in "$out" 07_copy

# What its chapter shows is what happens, but for the numbers.
masked() { sed -E 's/[0-9.]+(e-?[0-9]+)?/#/g; s/ +/ /g'; }
try "$workbook" run 07 --solution 0 10 1000 2
expect_code 0
expect_in "$out" 333.333
expect_in "$(masked <"$copy/lessons/07_copy/README.md")" "$(printf '%s\n' "$out" | masked)"

# The first check makes the student's file from the starter.
try "$workbook" check 07
expect_code 3
expect_in "$out" '07_copy: not done'
try "$workbook" solution 07
expect_code 2
cmp "$exercise" "$copy/lessons/07_copy/exercise.hpp" || fail 'the exercise is not the starter'

# Broken code is told where it is broken, and stops nothing else.
sed 's/workbook::not_done("07.1");/return no_such_name;/' "$copy/lessons/07_copy/exercise.hpp" >"$exercise"
try "$workbook" check 07
expect_code 1
expect_in "$out" 'work/07_copy/exercise.hpp does not compile'
expect_in "$out" "$(printf 'work/07_copy/exercise.hpp:%s: ' "$(grep -n no_such_name "$exercise" | cut -d: -f1)")"
for command in run scale; do
  try "$workbook" "$command" 07
  expect_code 1
  expect_in "$err" 'does not compile'
done
try "$workbook" check 01
expect_code 3
try "$workbook" run 07 --solution
expect_code 0

# A newer starter leaves the student's file as it is.
cp "$exercise" "$scratch/before"
echo '// A newer workbook.' >>"$copy/lessons/07_copy/exercise.hpp"
try "$workbook" check 07
cmp "$exercise" "$scratch/before" || fail "the student's file was changed"

# The answer itself is not accepted from the library, where that would be all.
sed 's/workbook::not_done("01.1");/return workbook::integrate(f, a, b, strips);/; s/#include <concepts>/#include <workbook\/integrate.hpp>\n&/' \
  "$copy/lessons/01_sequential/exercise.hpp" >"$copy/work/01_sequential/exercise.hpp"
try "$workbook" check 01
expect_code 1
expect_in "$out" 'is the answer itself'
cp "$copy/lessons/01_sequential/exercise.hpp" "$copy/work/01_sequential/exercise.hpp"

# A wrong answer is measured like any other, and called wrong; one that isn't there is not done.
cp "$copy/lessons/07_copy/exercise.hpp" "$exercise"
try "$workbook" scale 07 --max 2 --rounds 1 --strips 1000
expect_code 3
expect_in "$err" 'not done'
sed 's/workbook::not_done("07.1");/return workers * a * b;/' "$copy/lessons/07_copy/exercise.hpp" >"$exercise"
try "$workbook" scale 07 --max 2 --rounds 1 --strips 1000
expect_code 0
expect_in "$out" 'these are times of a wrong answer (./workbook check 07 tells why)'

cp "$copy/solutions/07_copy/exercise.hpp" "$exercise"
try "$workbook" check 07
expect_code 0
expect_in "$out" '07_copy: passed'

# The map knows of it, until the exercise changes.
try "$workbook"
expect_code 0
expect_in "$out" '1 of 2 lessons passed'
try "$workbook" solution 07
expect_code 0
expect_in "$out" 'is the same as ours'
echo '// One thing more.' >>"$exercise"
try "$workbook"
expect_in "$out" 'changed since it passed'

# Started from elsewhere, through a link.
ln -s "$checkout/workbook" "$scratch/link"
cd "$scratch"
try ./link list
expect_code 0
try "$workbook" check 07 --file "$copy/tests/07_copy/variants/own_places.hpp"
expect_code 0

# Every lesson at once: the gravest verdict counts. The next lesson is the first that is not passed.
try_json "$workbook" check --all
expect_verdict 3 not_done
expect_in "$xml" '<testsuite name="07_copy"'
try "$workbook" check
expect_code 3
expect_in "$out" '01_sequential: not done'
cp "$copy/tests/07_copy/mutants/sequential.hpp" "$exercise"
try "$workbook" check --all
expect_code 1
expect_in "$out" '07_copy        wrong'
cp "$copy/solutions/01_sequential/exercise.hpp" "$copy/work/01_sequential/exercise.hpp"
try "$workbook" check
expect_in "$out" '01_sequential: passed'
# What has passed once counts, whatever became of it.
try "$workbook" check
expect_code 2
expect_in "$err" 'every lesson has passed'

# An #include that is missing is told, whatever else includes that header; and one that is added is seen.
cp "$copy/solutions/07_copy/exercise.hpp" "$exercise"
echo 'inline std::map<int, int> none;' >>"$exercise"
try "$workbook" check 07
expect_code 1
expect_in "$out" 'work/07_copy/exercise.hpp does not compile'
sed 's/#pragma once/&\n#include <map>/' "$exercise" >"$scratch/with_include"
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

# It is tested as every lesson is.
cmake --build "$copy/build/dev" --target golden 07_copy_checks 07_copy_subject_starter 07_copy_subject_solution \
  07_copy_subject_mutant_sequential 07_copy_subject_variant_own_places >/dev/null
try ctest --test-dir "$copy/build/dev" -R '^07_copy\.' --output-on-failure
expect_code 0
expect_in "$out" '100% tests passed, 0 tests failed out of 6'

#!/bin/sh
# tools/autograder/setup.sh: makes a machine, or an image of one, ready to judge: installs, builds, and judges our own
# answers to see that it works. Gradescope runs it once, as setup.sh, when an assignment's image is made.
set -eu

workbook=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")/../.." && pwd)
# What students hand in: one lesson, or a list such as "03 04"; nothing means all.
lessons=${WORKBOOK_LESSONS-}

try=$(mktemp -d)
trap 'rm -rf "$try"' EXIT INT TERM
mkdir -p "$try/submissions"
cp -R "$workbook/solutions" "$try/submissions/reference"

set -- grade "$try/submissions" --out "$try/results"
for lesson in $lessons; do set -- "$@" --lesson "$lesson"; done
# shellcheck disable=SC2086  # A list of options.
"$workbook/workbook" "$@" ${WORKBOOK_GRADE_OPTIONS-}
grep -q '^reference,' "$try/results/class.csv"
if grep -qE ',(wrong|missing|refused|withheld|inconclusive|workbook bug),' "$try/results/class.csv"; then
  cat "$try/results/class.csv" >&2
  echo 'setup: the reference answers do not pass here, so nobody is judged here' >&2
  exit 2
fi
echo 'setup: ready'

#!/bin/sh
# tests/tools/workbook/missing_packages.sh: on a machine that lacks packages ./workbook names each, and does no harm.
# Usage: missing_packages.sh CHECKOUT
set -eu
checkout=$1
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"

# A machine with the base system's commands and nothing to build with.
bare=$scratch/bin
mkdir "$bare"
for command in sh cat cut dirname env grep head id mkdir mktemp printf readlink rm sed tail tr; do
  ln -s "$(command -v "$command")" "$bare/$command"
done
run_bare() { try env PATH="$bare" sh "$checkout/workbook" tour; }

# A command of that name that does what the script on standard input says.
put_command() {
  cat >"$bare/$1"
  chmod +x "$bare/$1"
}

# The doctor names what is missing, what it is for and what mends it; it installs nothing, and that is no misuse.
unbuilt=$scratch/unbuilt
mkdir -p "$unbuilt/tools" "$unbuilt/build/dev"
cp "$checkout/workbook" "$unbuilt"
cp "$checkout/tools/packages.txt" "$unbuilt/tools"
run_doctor() { try env PATH="$bare" sh "$unbuilt/workbook" doctor; }
run_doctor
expect_code 1
expect_in "$err" 'missing g++                    for compiling what you write'
expect_in "$err" 'apt-get install ninja-build'
expect_in "$err" 'more can be said once these packages are there'
[ -z "$out" ] || fail "it printed on standard output: $out"

# Where the command was built before, that looks around. If it still starts.
printf '#!/bin/sh\necho "built before: $*"\n' >"$unbuilt/build/dev/workbook"
chmod +x "$unbuilt/build/dev/workbook"
run_doctor
expect_in "$out" 'built before: doctor'
printf '#!/bin/sh\nexit 127\n' >"$unbuilt/build/dev/workbook"
run_doctor
expect_code 1
expect_in "$err" 'missing g++'

run_bare
expect_code 2
expect_in "$err" 'this system has no apt-get'
for package in g++ cmake ninja-build; do expect_in "$err" "$package"; done

printf '#!/bin/sh\necho "cannot reach anything" >&2; exit 100\n' | put_command apt-get
printf '#!/bin/sh\nexit 0\n' | put_command dpkg
rm "$bare/id"
printf '#!/bin/sh\necho 1000\n' | put_command id
run_bare
expect_code 2
expect_in "$err" 'needs root or sudo: g++, cmake, ninja-build'

printf '#!/bin/sh\necho 0\n' | put_command id
run_bare
expect_code 2
expect_in "$err" 'cannot reach anything'
expect_in "$err" 'could not install: g++, cmake, ninja-build'

# An installer that says that all is well, and did nothing.
printf '#!/bin/sh\nexit 0\n' | put_command apt-get
run_bare
expect_code 2
expect_in "$err" 'still missing: g++, cmake, ninja-build'

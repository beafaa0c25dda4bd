# tests/tools/workbook/script.sh: what the scripts beside it share. Sourced, never run.
# shellcheck shell=sh

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

# Runs a command and keeps its exit code, standard output and standard error in $code, $out and $err.
try() {
  code=0
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?
  out=$(cat "$scratch/out")
  err=$(cat "$scratch/err")
}

expect_code() {
  [ "$code" = "$1" ] || fail "exit code $code, wanted $1; it printed: $out $err"
}

expect_in() {
  case $1 in
    *"$2"*) ;;
    *) fail "wanted '$2' in: $1" ;;
  esac
}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-test.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM

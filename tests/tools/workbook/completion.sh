#!/bin/sh
# tests/tools/workbook/completion.sh: shells complete what is typed, by their own means.
# Usage: completion.sh CHECKOUT COMMAND SHELL...
set -eu
checkout=$1
workbook=$2
shift 2
# shellcheck source=tests/tools/workbook/script.sh
. "$checkout/tests/tools/workbook/script.sh"

# Runs `complete_in_SHELL WORD...` for the words of a line of which the last is to be completed.
expect_completions() {
  wanted=$1
  shift
  got=$("complete_in_$shell" "$@" | sort | tr '\n' ' ')
  [ "$got" = "$wanted" ] || fail "$shell completes '$*' with '$got', wanted '$wanted'"
}

# The function that bash would call, called as bash would.
complete_in_bash() {
  bash --norc -c 'set -eu
    source "$1"; shift
    complete -p workbook >/dev/null
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _workbook
    if [ ${#COMPREPLY[@]} -gt 0 ]; then printf "%s\n" "${COMPREPLY[@]}"; fi' bash "$scratch/script" "$@"
}

# bashcompinit gives the function arrays as bash has them. What doesn't fit zsh itself leaves out afterwards.
complete_in_zsh() {
  zsh -f -c 'source "$1" 2>/dev/null; shift
    [[ -n ${_comps[workbook]} ]] || exit 1
    emulate ksh
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _workbook
    if [[ ${#COMPREPLY[@]} -gt 0 ]]; then printf "%s\n" "${COMPREPLY[@]}"; fi' zsh "$scratch/script" "$@" |
    while read -r word; do
      for last in "$@"; do :; done
      case $word in "$last"*) printf '%s\n' "$word" ;; esac
    done
}

complete_in_fish() {
  # shellcheck disable=SC2016  # Variables of fish.
  fish --no-config -c 'source $argv[1]; complete -C "$argv[2..]"' "$scratch/script" "$@" | cut -f 1
}

for shell in "$@"; do
  "$workbook" completion "$shell" >"$scratch/script"
  expect_completions 'completion ' "$checkout/workbook" com
  expect_completions '--file ' "$checkout/workbook" check --fi
  expect_completions '--max ' "$checkout/workbook" scale 02 --ma
  expect_completions '03_locks ' "$checkout/workbook" check 03
  expect_completions '03_locks ' "$checkout/workbook" check --seed 5 03
  expect_completions '' "$checkout/workbook" tour 0
  # A checkout that is reached by a link, from elsewhere.
  ln -sf "$checkout/workbook" "$scratch/workbook"
  expect_completions '06_processes ' "$scratch/workbook" run 06
done

try "$workbook" completion tcsh
expect_code 2
expect_in "$err" tcsh

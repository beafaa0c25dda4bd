# tests/tools/workbook/verdicts.sh: what scripts share that read verdicts. Sourced behind script.sh, never run; wants
# $build and $checkout.
# shellcheck shell=sh disable=SC2154,SC2034  # What it reads and sets is the sourcing script's.

# Runs a check with --json and --junit, sees that both files are of their form, and keeps the XML in $xml.
try_json() {
  try "$@" --json --junit "$scratch/report.xml"
  cp "$scratch/out" "$scratch/report.json"
  "$build/tests/tools/workbook/verdict_files" "$checkout/docs/verdict.schema.json" "$scratch/report.json" \
    "$scratch/report.xml" || fail "not of its form: $out $err"
  xml=$(cat "$scratch/report.xml")
}

# The verdict of the whole, by exit code and name.
expect_verdict() {
  expect_code "$1"
  [ "$(sed -n 4p "$scratch/report.json")" = "  \"verdict\": \"$2\"," ] || fail "wanted the verdict $2 in: $out"
}

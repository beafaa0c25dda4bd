// tools/workbook/grade/page.cpp: see page.hpp.
#include "grade/page.hpp"

#include "judge/verdict/printable.hpp"

namespace workbook {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #59636e; --line: #d5dae0; --good: #0a6b3d;
  --bad: #b3261e; --open: #8a5a00; --block: #f4f6f8; --bar: #3b6fb6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --paper: #15181c; --soft: #9aa4af; --line: #333a42;
  --good: #57c98c; --bad: #ff8a80; --open: #e5b454; --block: #1e2329; --bar: #7aa7e6; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; overflow-wrap: anywhere; }
h2 small, small, footer, .sum { color: var(--soft); font-weight: normal; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .2rem; margin-top: 2rem; }
ul { list-style: none; padding: 0; }
li { margin: .4rem 0; }
li b { display: inline-block; min-width: 6.5rem; }
.ok b { color: var(--good); }
.not-ok b { color: var(--bad); }
.note { border-left: 4px solid var(--open); padding: .3rem .8rem; background: var(--block); }
pre { background: var(--block); padding: .7rem .9rem; overflow-x: auto; font-size: .9rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.passed { color: var(--good); }
td.wrong, td.refused, td.missing { color: var(--bad); }
td.withheld, td.inconclusive { color: var(--open); }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg .bar { fill: var(--bar); }
svg .axis { stroke: var(--line); }
figure { margin: 1rem 0; }
figcaption { color: var(--soft); }
)";

}  // namespace

std::string page(const std::string& title, const std::string& body) {
  return std::string("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n") +
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
         "<title>" + judge::markup(title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n" + body +
         "</body>\n</html>\n";
}

}  // namespace workbook

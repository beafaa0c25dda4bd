// tools/interleave/report/stepper.cpp: see stepper.hpp.
#include "interleave/report/stepper.hpp"

#include "interleave/report/screen.hpp"
#include "terminal/raw_terminal.hpp"

#include <signal.h>

#include <algorithm>

namespace interleave {

namespace {

using workbook::Key;
using workbook::RawTerminal;

enum class Move { on, back, first, last, leave, none };

Move move_of(const workbook::KeyPress& press) {
  switch (press.key) {
    case Key::enter:
    case Key::right:
    case Key::down:
      return Move::on;
    case Key::backspace:
    case Key::left:
    case Key::up:
      return Move::back;
    case Key::home:
      return Move::first;
    case Key::end:
      return Move::last;
    case Key::escape:
    case Key::closed:
      return Move::leave;
    default:
      break;
  }
  switch (press.character) {
    case ' ':
      return Move::on;
    case 'b':
      return Move::back;
    case 'g':
      return Move::first;
    case 'G':
      return Move::last;
    case 'q':
      return Move::leave;
    default:
      return Move::none;
  }
}

void draw(const Story& story, const Sources& sources, std::size_t at, Look look, RawTerminal& terminal) {
  const workbook::WindowSize size = terminal.size();
  look.width = size.columns;
  terminal.show(screen(story, sources, at, std::max(size.lines, 10), look));
}

void walk(const Story& story, const Sources& sources, const Look& look, RawTerminal& terminal) {
  std::size_t at = 0;
  while (RawTerminal::ended_by() == 0) {
    draw(story, sources, at, look, terminal);
    if (!terminal.wait()) continue;
    switch (move_of(terminal.read_key())) {
      case Move::on:
        at = std::min(at + 1, story.moments.size());
        break;
      case Move::back:
        at = at == 0 ? 0 : at - 1;
        break;
      case Move::first:
        at = 0;
        break;
      case Move::last:
        at = story.moments.size();
        break;
      case Move::leave:
        return;
      case Move::none:
        break;
    }
  }
}

}  // namespace

bool step_through(const Story& story, const Sources& sources, const Look& look) {
  if (!RawTerminal::possible()) return false;
  {
    RawTerminal terminal;
    walk(story, sources, look, terminal);
  }
  // The terminal is as it was: the signal may now do what it does without us.
  if (RawTerminal::ended_by() != 0) raise(RawTerminal::ended_by());
  return true;
}

}  // namespace interleave

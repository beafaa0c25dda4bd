// tools/terminal/keys.cpp: see keys.hpp.
#include "terminal/keys.hpp"

#include <algorithm>
#include <array>

namespace workbook {

KeyPress decode_key(std::string_view bytes) {
  struct Known {
    std::string_view bytes;
    Key key;
  };
  constexpr std::array kKnown{
      Known{"\n", Key::enter},        Known{"\r", Key::enter},         Known{"\033", Key::escape},
      Known{"\177", Key::backspace},  Known{"\b", Key::backspace},     Known{"\033[A", Key::up},
      Known{"\033OA", Key::up},       Known{"\033[B", Key::down},      Known{"\033OB", Key::down},
      Known{"\033[C", Key::right},    Known{"\033OC", Key::right},     Known{"\033[D", Key::left},
      Known{"\033OD", Key::left},     Known{"\033[H", Key::home},      Known{"\033OH", Key::home},
      Known{"\033[1~", Key::home},    Known{"\033[7~", Key::home},     Known{"\033[F", Key::end},
      Known{"\033OF", Key::end},      Known{"\033[4~", Key::end},      Known{"\033[8~", Key::end},
      Known{"\033[5~", Key::page_up}, Known{"\033[6~", Key::page_down}};
  const auto found = std::ranges::find(kKnown, bytes, &Known::bytes);
  if (found != kKnown.end()) return {found->key, '\0'};
  if (bytes.size() == 1 && bytes[0] >= ' ' && bytes[0] <= '~') return {Key::character, bytes[0]};
  return {Key::unknown, '\0'};
}

bool is_complete_key(std::string_view bytes) {
  if (bytes.empty()) return false;
  if (bytes[0] != '\033') return true;
  if (bytes.size() < 2) return false;
  // After an escape and [ or O come digits, and at last a letter or ~.
  const bool introduced = bytes[1] == '[' || bytes[1] == 'O';
  return !introduced || (bytes.size() > 2 && bytes.back() >= '@');
}

}  // namespace workbook

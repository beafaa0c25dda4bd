// tools/terminal/keys.hpp: which key it was, from the bytes that a terminal sends for it.
#pragma once

#include <string_view>

namespace workbook {

enum class Key {
  character,  ///< see KeyPress
  enter,
  escape,
  backspace,
  up,
  down,
  left,
  right,
  home,
  end,
  page_up,
  page_down,
  unknown,
  closed  ///< there is no terminal any more
};

struct KeyPress {
  Key key = Key::unknown;
  char character = '\0';  ///< where it is one of ASCII's printable ones
};

/// @param bytes  of one key, as terminals of the families of xterm, the Linux console and rxvt send them
KeyPress decode_key(std::string_view bytes);

/// Whether these are all the bytes of a key. An escape alone may be the key of that name or the beginning of another's
/// bytes; time has to tell.
bool is_complete_key(std::string_view bytes);

}  // namespace workbook

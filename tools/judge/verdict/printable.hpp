// tools/judge/verdict/printable.hpp: what a student's program said, made harmless for whoever reads it.
#pragma once

#include <string>
#include <string_view>

namespace judge {

/// `text` with control characters and bytes that are no UTF-8 written out, such as "\x1b". Newlines and tabs stay.
/// A terminal does nothing but show it; JSON and XML can hold it.
std::string printable(std::string_view text);

/// printable() with the characters replaced that mean something in XML and HTML, for between tags and between quotes.
std::string markup(std::string_view text);

}  // namespace judge

// tools/interleave/report/function_names.hpp: functions' names as a person says them: without parameters, template
// arguments and the anonymous namespace.
#pragma once

#include <string>

namespace interleave {

/// @param demangled  as the compiler spells it: `main::{lambda(int)#1}::operator()(int) const`
std::string short_function_name(const std::string& demangled);

/// @param linkage  as the linker knows it: `_ZN5Total3addEd`; names of C stay as they are
std::string short_name_of_linkage(const std::string& linkage);

}  // namespace interleave

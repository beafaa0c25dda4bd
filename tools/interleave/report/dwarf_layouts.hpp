// tools/interleave/report/dwarf_layouts.hpp: the layouts that a function's code names its variables in, read from
// DWARF.
#pragma once

#include "interleave/report/layout.hpp"

#include <elfutils/libdw.h>

#include <memory>
#include <vector>

namespace interleave::dwarf {

using Layouts = std::vector<std::shared_ptr<const Layout>>;

/// Its own frame comes first. Then the object that it is called for, and what a lambda captures: that object of the
/// function around it, and that function's frame.
/// @param function  a DW_TAG_subprogram with code
Layouts layouts_of(Dwarf_Die function);

}  // namespace interleave::dwarf

// tools/interleave/report/layout.cpp: see layout.hpp.
#include "interleave/report/layout.hpp"

namespace interleave {

const Field* Layout::at(std::int64_t offset) const {
  const Field* found = nullptr;
  for (const Field& field : fields) {
    if (offset < field.offset || offset >= field.offset + field.size) continue;
    if (found != nullptr) return nullptr;  // variables of different blocks may share a place
    found = &field;
  }
  return found;
}

}  // namespace interleave

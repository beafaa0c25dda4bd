// tools/interleave/runtime/hooks_string.cpp: functions of the libraries that write into the program's memory. Their
// code is not instrumented, so what they are given counts as touched here: otherwise they would hide races.
#include "entered.hpp"
#include "real.hpp"

#include <bits/stl_tree.h>

#include <cstring>
#include <list>

using namespace interleave;

namespace {

// Not a call of memcpy(): that would be one of ours again.
void* copy_forwards(void* target, const void* source, std::size_t size) {
  void* to = target;
  asm volatile("rep movsb" : "+D"(to), "+S"(source), "+c"(size) : : "memory");
  return target;
}

void* copy_backwards(void* target, const void* source, std::size_t size) {
  auto* to = static_cast<char*>(target) + size - 1;
  const auto* from = static_cast<const char*>(source) + size - 1;
  asm volatile("std\n\trep movsb\n\tcld" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
  return target;
}

template <class Node>
void touch_node(const Node* node, Kind kind, std::uintptr_t pc) {
  if (node != nullptr) note_access(node, sizeof *node, kind, pc);
}

}  // namespace

extern "C" {

void* memcpy(void* __restrict target, const void* __restrict source, std::size_t size) noexcept {
  if (watching) {
    const Entered entered;
    note_access(source, size, Kind::read, INTERLEAVE_CALLER);
    note_access(target, size, Kind::write, INTERLEAVE_CALLER);
  }
  return copy_forwards(target, source, size);
}

void* memmove(void* target, const void* source, std::size_t size) noexcept {
  if (watching) {
    const Entered entered;
    note_access(source, size, Kind::read, INTERLEAVE_CALLER);
    note_access(target, size, Kind::write, INTERLEAVE_CALLER);
  }
  const bool overlaps = target > source && static_cast<const char*>(target) < static_cast<const char*>(source) + size;
  return overlaps ? copy_backwards(target, source, size) : copy_forwards(target, source, size);
}

void* memset(void* target, int value, std::size_t size) noexcept {
  if (watching) {
    const Entered entered;
    note_access(target, size, Kind::write, INTERLEAVE_CALLER);
  }
  void* to = target;
  asm volatile("rep stosb" : "+D"(to), "+c"(size) : "a"(value) : "memory");
  return target;
}

char* strcpy(char* __restrict target, const char* __restrict source) noexcept {
  const std::size_t size = std::strlen(source) + 1;
  if (watching) {
    const Entered entered;
    note_access(source, size, Kind::read, INTERLEAVE_CALLER);
    note_access(target, size, Kind::write, INTERLEAVE_CALLER);
  }
  copy_forwards(target, source, size);
  return target;
}

char* strcat(char* __restrict target, const char* __restrict source) noexcept {
  const std::size_t size = std::strlen(source) + 1;
  const std::size_t before = std::strlen(target);
  if (watching) {
    const Entered entered;
    note_access(source, size, Kind::read, INTERLEAVE_CALLER);
    note_access(target, before + 1, Kind::read, INTERLEAVE_CALLER);
    note_access(target + before, size, Kind::write, INTERLEAVE_CALLER);
  }
  copy_forwards(target + before, source, size);
  return target;
}

}  // extern "C"

// Nodes of std::list, std::map and std::set are linked by functions of the C++ library. The names are its own.
namespace {

using ListNode = std::__detail::_List_node_base;
using TreeNode = std::_Rb_tree_node_base;

void touch_neighbours(const ListNode* node, std::uintptr_t pc) {
  touch_node(node, Kind::write, pc);
  touch_node(node->_M_next, Kind::write, pc);
  touch_node(node->_M_prev, Kind::write, pc);
}

void touch_family(const TreeNode* node, Kind kind, std::uintptr_t pc) {
  touch_node(node, kind, pc);
  touch_node(node->_M_parent, kind, pc);
  touch_node(node->_M_left, kind, pc);
  touch_node(node->_M_right, kind, pc);
}

}  // namespace

void std::__detail::_List_node_base::_M_hook(_List_node_base* const position) noexcept {
  if (watching) {
    const Entered entered;
    touch_node(this, Kind::write, INTERLEAVE_CALLER);
    touch_neighbours(position, INTERLEAVE_CALLER);
  }
  _M_next = position;
  _M_prev = position->_M_prev;
  position->_M_prev->_M_next = this;
  position->_M_prev = this;
}

void std::__detail::_List_node_base::_M_unhook() noexcept {
  if (watching) {
    const Entered entered;
    touch_neighbours(this, INTERLEAVE_CALLER);
  }
  _M_prev->_M_next = _M_next;
  _M_next->_M_prev = _M_prev;
}

void std::__detail::_List_node_base::_M_transfer(_List_node_base* const first, _List_node_base* const last) noexcept {
  if (watching) {
    const Entered entered;
    touch_neighbours(this, INTERLEAVE_CALLER);
    touch_neighbours(first, INTERLEAVE_CALLER);
    touch_neighbours(last, INTERLEAVE_CALLER);
  }
  if (this == last) return;
  last->_M_prev->_M_next = this;
  first->_M_prev->_M_next = last;
  this->_M_prev->_M_next = first;
  ListNode* const old = this->_M_prev;
  this->_M_prev = last->_M_prev;
  last->_M_prev = first->_M_prev;
  first->_M_prev = old;
}

namespace std {

void _Rb_tree_insert_and_rebalance(const bool insert_left, _Rb_tree_node_base* node, _Rb_tree_node_base* parent,
                                   _Rb_tree_node_base& header) noexcept {
  if (watching) {
    const Entered entered;
    touch_node(node, Kind::write, INTERLEAVE_CALLER);
    touch_family(parent, Kind::write, INTERLEAVE_CALLER);
    touch_node(&header, Kind::write, INTERLEAVE_CALLER);
  }
  using Function = void (*)(bool, _Rb_tree_node_base*, _Rb_tree_node_base*, _Rb_tree_node_base&) noexcept;
  static const auto real =
      interleave::real<Function>("_ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_");
  real(insert_left, node, parent, header);
}

_Rb_tree_node_base* _Rb_tree_rebalance_for_erase(_Rb_tree_node_base* const node, _Rb_tree_node_base& header) noexcept {
  if (watching) {
    const Entered entered;
    touch_family(node, Kind::write, INTERLEAVE_CALLER);
    touch_node(&header, Kind::write, INTERLEAVE_CALLER);
  }
  using Function = _Rb_tree_node_base* (*)(_Rb_tree_node_base*, _Rb_tree_node_base&) noexcept;
  static const auto real = interleave::real<Function>("_ZSt28_Rb_tree_rebalance_for_erasePSt18_Rb_tree_node_baseRS_");
  return real(node, header);
}

_Rb_tree_node_base* _Rb_tree_increment(_Rb_tree_node_base* node) noexcept {
  if (watching) {
    const Entered entered;
    touch_family(node, Kind::read, INTERLEAVE_CALLER);
  }
  using Function = _Rb_tree_node_base* (*)(_Rb_tree_node_base*) noexcept;
  static const auto real = interleave::real<Function>("_ZSt18_Rb_tree_incrementPSt18_Rb_tree_node_base");
  return real(node);
}

const _Rb_tree_node_base* _Rb_tree_increment(const _Rb_tree_node_base* node) noexcept {
  return _Rb_tree_increment(const_cast<_Rb_tree_node_base*>(node));
}

_Rb_tree_node_base* _Rb_tree_decrement(_Rb_tree_node_base* node) noexcept {
  if (watching) {
    const Entered entered;
    touch_family(node, Kind::read, INTERLEAVE_CALLER);
  }
  using Function = _Rb_tree_node_base* (*)(_Rb_tree_node_base*) noexcept;
  static const auto real = interleave::real<Function>("_ZSt18_Rb_tree_decrementPSt18_Rb_tree_node_base");
  return real(node);
}

const _Rb_tree_node_base* _Rb_tree_decrement(const _Rb_tree_node_base* node) noexcept {
  return _Rb_tree_decrement(const_cast<_Rb_tree_node_base*>(node));
}

}  // namespace std

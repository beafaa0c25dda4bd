# tools/cmake/interleave.cmake: programs that the explorer can run under every schedule.

set(INTERLEAVE_FOLDER ${CMAKE_SOURCE_DIR}/tools/interleave)

# The flags of tools/interleave/compile_flags.txt, in a list.
function(interleave_compile_flags result)
  set(file ${INTERLEAVE_FOLDER}/compile_flags.txt)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(STRINGS ${file} flags REGEX "^[^#]")
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    list(TRANSFORM flags REPLACE "^clang: " "")
  else()
    list(FILTER flags EXCLUDE REGEX "^clang: ")
  endif()
  list(TRANSFORM flags REPLACE "@INCLUDE@" "${INTERLEAVE_FOLDER}/include")
  set(${result} ${flags} PARENT_SCOPE)
endfunction()

# An executable that runs as usual, and under every schedule where it is asked to. Compiled for ThreadSanitizer, and
# linked with our library in place of ThreadSanitizer's own.
function(interleave_add_executable target)
  add_executable(${target} ${ARGN})
  interleave_compile_flags(flags)
  target_compile_options(${target} PRIVATE ${flags})
  target_link_options(${target} PRIVATE -no-pie -Wl,-z,now)
  target_link_libraries(${target} PRIVATE interleave)
endfunction()

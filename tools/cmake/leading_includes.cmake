# tools/cmake/leading_includes.cmake: the standard and library headers that an exercise begins with, as a header of
# their own, so that they can be compiled ahead. They are those that come before anything else but comments: compiled
# ahead or not, they mean the same there. The file stays untouched where they are the ones it has already.
#   cmake -D EXERCISE=FILE -D OUTPUT=FILE -P leading_includes.cmake

cmake_minimum_required(VERSION 3.25)
file(READ ${EXERCISE} rest)
string(REGEX REPLACE "([\\\"])" "\\\\\\1" name "${EXERCISE}")
set(text "// Made from the exercise by tools/cmake/leading_includes.cmake.\n")
set(number 0)
while(TRUE)
  string(FIND "${rest}" "\n" end)
  if(end LESS 0)
    break()
  endif()
  string(SUBSTRING "${rest}" 0 ${end} line)
  math(EXPR end "${end} + 1")
  math(EXPR number "${number} + 1")
  string(SUBSTRING "${rest}" ${end} -1 rest)
  if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*<[^<>]+>[ \t]*(//.*)?$" AND NOT line MATCHES "\\\\$")
    # What is wrong with it shall be told of the student's line.
    string(APPEND text "#line ${number} \"${name}\"\n${line}\n")
  elseif(NOT line MATCHES "^[ \t]*(//.*|#pragma once)?[ \t]*$" OR line MATCHES "\\\\[ \t]*$")
    break()
  endif()
endwhile()

set(before)
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} before)
endif()
if(NOT before STREQUAL text)
  file(WRITE ${OUTPUT} "${text}")
endif()

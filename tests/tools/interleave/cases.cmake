# tests/tools/interleave/cases.cmake: the case programs, hostile ones, programs made at random and one whose schedules
# are counted, each a test of CTest's.

set(cases_folder ${CMAKE_CURRENT_LIST_DIR})
enable_language(C)

set(INTERLEAVE_EVERY 1 CACHE STRING "build every so manieth case program only: all of them take minutes")

# Of a list each n-th.
function(interleave_keep_every list n)
  set(kept)
  set(number 0)
  foreach(item IN LISTS ${list})
    math(EXPR rest "${number} % ${n}")
    if(rest EQUAL 0)
      list(APPEND kept ${item})
    endif()
    math(EXPR number "${number} + 1")
  endforeach()
  set(${list} ${kept} PARENT_SCOPE)
endfunction()

# Builds each program of the folder `kind`, and writes the list of their names, `kind`.inc. What is wrong with them is
# meant, and some of it a compiler notices.
function(interleave_add_cases kind)
  set(folder ${cases_folder}/${kind})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.c ${folder}/*.cpp)
  if(INTERLEAVE_EVERY GREATER 1)
    interleave_keep_every(sources ${INTERLEAVE_EVERY})
  endif()
  add_custom_target(interleave_${kind})
  set(names "")
  foreach(source IN LISTS sources)
    cmake_path(GET source FILENAME name)
    cmake_path(GET source STEM stem)
    string(APPEND names "\"${name}\",\n")
    set(target interleave_case_${stem})
    interleave_add_executable(${target} ${source})
    target_compile_options(${target} PRIVATE -w)
    target_link_libraries(${target} PRIVATE atomic)
    set_target_properties(${target} PROPERTIES
      OUTPUT_NAME ${stem} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/${kind}/programs EXCLUDE_FROM_ALL ON)
    add_dependencies(interleave_${kind} ${target})
    if(name MATCHES "\\.cpp$")
      interleave_precompile_case(${target})
    endif()
  endforeach()
  # Written only where it changes: a new case makes the test program anew, and so its list of tests.
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${kind}/${kind}.inc CONTENT "@names@" @ONLY)
endfunction()

# The headers that they have in common are compiled once, by the first of them.
function(interleave_precompile_case target)
  get_property(first GLOBAL PROPERTY interleave_first_case)
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
    return()
  endif()
  set_property(GLOBAL PROPERTY interleave_first_case ${target})
  target_precompile_headers(${target} PRIVATE
    <atomic> <cassert> <condition_variable> <future> <memory> <mutex> <thread> <vector>)
endfunction()

# A test program that calls the command on programs of the folders `ARGN`.
function(interleave_add_case_tests target sources)
  workbook_add_unit_tests(${target}
    SOURCES ${sources} case_file.cpp command.cpp judgement.cpp
    LIBRARIES Boost::headers interleave_report
    # Boost's own JSON reader includes a header that warns of itself.
    DEFINITIONS BOOST_BIND_GLOBAL_PLACEHOLDERS INTERLEAVE_COMMAND="$<TARGET_FILE:interleave_command>")
  add_dependencies(${target} interleave_command)
  foreach(kind IN LISTS ARGN)
    string(TOUPPER ${kind} name)
    target_compile_definitions(${target} PRIVATE
      ${name}="${cases_folder}/${kind}" ${name}_PROGRAMS="${CMAKE_CURRENT_BINARY_DIR}/${kind}/programs")
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${kind})
    add_dependencies(${target} interleave_${kind})
  endforeach()
endfunction()

interleave_add_cases(cases)
interleave_add_cases(hostile)
interleave_add_case_tests(interleave_cases_tests cases_test.cpp cases)
interleave_add_case_tests(interleave_coverage_tests coverage_test.cpp cases)
interleave_add_case_tests(interleave_stepper_tests "stepper_test.cpp;pseudo_terminal.cpp" cases)
interleave_add_case_tests(interleave_replay_tests replay_test.cpp cases)
interleave_add_case_tests(interleave_containment_tests containment_test.cpp hostile)

interleave_add_executable(interleave_additions ${cases_folder}/programs/additions.cpp)
workbook_add_unit_tests(interleave_additions_tests
  SOURCES ${cases_folder}/additions_test.cpp ${cases_folder}/command.cpp
  LIBRARIES Boost::headers
  DEFINITIONS BOOST_BIND_GLOBAL_PLACEHOLDERS INTERLEAVE_COMMAND="$<TARGET_FILE:interleave_command>"
    INTERLEAVE_ADDITIONS="$<TARGET_FILE:interleave_additions>")
add_dependencies(interleave_additions_tests interleave_command interleave_additions)

workbook_add_unit_tests(interleave_random_programs_tests
  SOURCES ${cases_folder}/random_programs_test.cpp ${cases_folder}/random_program.cpp ${cases_folder}/command.cpp
  LIBRARIES Boost::headers
  DEFINITIONS BOOST_BIND_GLOBAL_PLACEHOLDERS INTERLEAVE_COMMAND="$<TARGET_FILE:interleave_command>")
add_dependencies(interleave_random_programs_tests interleave_command)

interleave_add_executable(interleave_library_reads ${cases_folder}/programs/library_reads.cpp)
target_compile_options(interleave_library_reads PRIVATE -Wno-format-security)
workbook_add_unit_tests(interleave_library_reads_tests
  SOURCES ${cases_folder}/library_reads_test.cpp ${cases_folder}/command.cpp
  LIBRARIES Boost::headers
  DEFINITIONS BOOST_BIND_GLOBAL_PLACEHOLDERS INTERLEAVE_COMMAND="$<TARGET_FILE:interleave_command>"
    INTERLEAVE_LIBRARY_READS="$<TARGET_FILE:interleave_library_reads>")
add_dependencies(interleave_library_reads_tests interleave_command interleave_library_reads)

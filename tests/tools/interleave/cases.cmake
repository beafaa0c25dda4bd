# tests/tools/interleave/cases.cmake: the case programs, programs made at random and one whose schedules are counted,
# each a test of CTest's.

set(cases_folder ${CMAKE_CURRENT_LIST_DIR})
file(GLOB cases CONFIGURE_DEPENDS RELATIVE ${cases_folder}/cases ${cases_folder}/cases/*.c ${cases_folder}/cases/*.cpp)
list(SORT cases)
list(TRANSFORM cases REPLACE "(.+)" "\"\\1\",\n")
list(JOIN cases "" cases_lines)
# Written only where it changes: a new case makes the test program anew, and so its list of tests.
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/cases/cases.inc CONTENT "@cases_lines@" @ONLY)

# The programs themselves. Their faults are meant, and some a compiler notices.
enable_language(C)
add_custom_target(interleave_cases)
file(GLOB sources CONFIGURE_DEPENDS ${cases_folder}/cases/*.c ${cases_folder}/cases/*.cpp)
foreach(source IN LISTS sources)
  cmake_path(GET source STEM stem)
  interleave_add_executable(interleave_case_${stem} ${source})
  target_compile_options(interleave_case_${stem} PRIVATE -w)
  target_link_libraries(interleave_case_${stem} PRIVATE atomic)
  set_target_properties(interleave_case_${stem} PROPERTIES
    OUTPUT_NAME ${stem} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/cases/programs EXCLUDE_FROM_ALL ON)
  add_dependencies(interleave_cases interleave_case_${stem})
  cmake_path(GET source EXTENSION extension)
  if(extension STREQUAL ".cpp")
    # The headers that they have in common are compiled once, by the first of them.
    if(DEFINED first_case)
      target_precompile_headers(interleave_case_${stem} REUSE_FROM ${first_case})
    else()
      set(first_case interleave_case_${stem})
      target_precompile_headers(${first_case} PRIVATE
        <atomic> <cassert> <condition_variable> <future> <memory> <mutex> <thread> <vector>)
    endif()
  endif()
endforeach()

workbook_add_unit_tests(interleave_cases_tests
  SOURCES ${cases_folder}/cases_test.cpp ${cases_folder}/case_file.cpp ${cases_folder}/command.cpp
  LIBRARIES Boost::headers interleave_report
  # Boost's own JSON reader includes a header that warns of itself.
  DEFINITIONS BOOST_BIND_GLOBAL_PLACEHOLDERS INTERLEAVE_COMMAND="$<TARGET_FILE:interleave_command>"
    INTERLEAVE_CASES="${cases_folder}/cases" INTERLEAVE_PROGRAMS="${CMAKE_CURRENT_BINARY_DIR}/cases/programs")
target_include_directories(interleave_cases_tests PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/cases)
add_dependencies(interleave_cases_tests interleave_command interleave_cases)

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

# tools/cmake/lesson.cmake: everything that one folder of lessons/ leads to.
#
#   lessons/NN_topic/main.cpp     three programs: with the starter, with the solution, with the student's work
#   lessons/NN_topic/*.cpp        a program each: demos, workers
#   lessons/NN_topic/worker*.cpp  and these are started by the lesson's other programs and by its checks
#   tests/NN_topic/checks.cpp     the checks, which judge
#   tests/NN_topic/scenarios.cpp  a subject, which is judged, for each exercise.hpp there is: starter, solution, work,
#                                 any file, mutants, variants

# A program built from main.cpp and the exercise.hpp in `exercise_folder`.
function(workbook_add_program target lesson exercise_folder output_folder)
  add_executable(${target} ${CMAKE_SOURCE_DIR}/lessons/${lesson}/main.cpp)
  target_include_directories(${target} PRIVATE ${exercise_folder})
  target_link_libraries(${target} PRIVATE workbook_common)
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${lesson} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${output_folder}/${lesson})
endfunction()

# A subject built from scenarios.cpp and the exercise.hpp in `exercise_folder`.
function(workbook_add_subject target lesson exercise_folder)
  add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/${lesson}/scenarios.cpp)
  set(refused ${CMAKE_SOURCE_DIR}/tests/${lesson}/refused)
  if(EXISTS ${refused})
    # Headers that would be the answer itself: they are found first, and end the compilation with a reason.
    target_include_directories(${target} BEFORE PRIVATE ${refused})
  endif()
  target_include_directories(${target} PRIVATE ${exercise_folder})
  target_link_libraries(${target} PRIVATE judge_subject workbook_common)
  # Broken code shall break where it is broken: an element of an empty container is an abort, not a surprise.
  target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
  target_compile_options(${target} PRIVATE -O1)
  set_target_properties(${target} PROPERTIES
    ENABLE_EXPORTS ON DEFINE_SYMBOL "" RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/subjects/${lesson})
endfunction()

# A subject around one of our own mutants or variants. There are many, so their common headers are compiled once a lesson,
# by the first of them, and they carry no debug information. A student's answer gets no precompiled header: it would
# hide an #include that is missing.
function(workbook_add_subject_of_ours target lesson exercise_folder)
  workbook_add_subject(${target} ${lesson} ${exercise_folder})
  target_compile_options(${target} PRIVATE -g0)
  get_property(first GLOBAL PROPERTY workbook_precompiled_${lesson})
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
    return()
  endif()
  set_property(GLOBAL PROPERTY workbook_precompiled_${lesson} ${target})
  target_precompile_headers(${target} PRIVATE
    <atomic> <condition_variable> <deque> <functional> <future> <list> <mutex> <numeric> <optional> <queue> <semaphore>
    <shared_mutex> <thread> <vector> <judge/subject/integrate_scenarios.hpp>)
  file(STRINGS ${CMAKE_SOURCE_DIR}/solutions/${lesson}/exercise.hpp with_processes REGEX "workbook/process.hpp")
  if(with_processes)
    target_precompile_headers(${target} PRIVATE <workbook/process.hpp>)
  endif()
endfunction()

# A folder in the build tree whose exercise.hpp is another name for `file`.
function(workbook_make_exercise_folder folder file)
  file(CONFIGURE OUTPUT ${folder}/exercise.hpp CONTENT "#include \"${file}\"\n" @ONLY)
endfunction()

function(workbook_add_test name)
  add_test(NAME ${name} COMMAND ${ARGN})
  # A test that hangs is ended by the judge's own deadlines long before this.
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
endfunction()

# Judges a subject once with every processor and once with one.
function(workbook_add_acceptance name lesson subject)
  workbook_add_test(${name} ${lesson}_checks --lesson=${lesson} --subject=$<TARGET_FILE:${subject}>)
  workbook_add_test(${name}.one_cpu ${lesson}_checks --lesson=${lesson} --subject=$<TARGET_FILE:${subject}> --one-cpu)
endfunction()

function(workbook_add_lesson_programs lesson)
  workbook_add_program(${lesson} ${lesson} ${CMAKE_SOURCE_DIR}/lessons/${lesson} lessons)
  workbook_add_program(${lesson}_solution ${lesson} ${CMAKE_SOURCE_DIR}/solutions/${lesson} solutions)
  workbook_add_program(${lesson}_work ${lesson} ${CMAKE_SOURCE_DIR}/work/${lesson} work)
  # Whatever a student has written so far, it blocks nobody else.
  set_target_properties(${lesson}_work PROPERTIES EXCLUDE_FROM_ALL ON)

  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lessons/${lesson}/*.cpp)
  list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/lessons/${lesson}/main.cpp)
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM stem)
    add_executable(${lesson}_${stem} ${source})
    target_link_libraries(${lesson}_${stem} PRIVATE workbook_common)
    set_target_properties(${lesson}_${stem} PROPERTIES
      OUTPUT_NAME ${stem} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lessons/${lesson})
  endforeach()
endfunction()

# Whoever starts a lesson's workers finds them built.
function(workbook_add_dependencies_on_workers lesson)
  set(folder ${CMAKE_SOURCE_DIR}/lessons/${lesson})
  file(GLOB starters CONFIGURE_DEPENDS ${folder}/demo*.cpp)
  list(TRANSFORM starters REPLACE "^.*/(.*)\\.cpp$" "${lesson}_\\1")
  file(GLOB workers CONFIGURE_DEPENDS ${folder}/worker*.cpp)
  foreach(source IN LISTS workers)
    cmake_path(GET source STEM stem)
    foreach(starter IN ITEMS ${lesson} ${lesson}_solution ${lesson}_work ${lesson}_checks ${starters})
      add_dependencies(${starter} ${lesson}_${stem})
    endforeach()
  endforeach()
endfunction()

function(workbook_add_checks lesson)
  set(tests ${CMAKE_SOURCE_DIR}/tests/${lesson})
  add_executable(${lesson}_checks ${tests}/checks.cpp)
  target_link_libraries(${lesson}_checks PRIVATE judge_checks_main judge_parent)
  set_target_properties(${lesson}_checks PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/subjects/${lesson})

  # Programs that the checks give to the subject, such as processes that misbehave.
  file(GLOB helpers CONFIGURE_DEPENDS ${tests}/helper_*.cpp)
  foreach(source IN LISTS helpers)
    cmake_path(GET source STEM stem)
    add_executable(${lesson}_${stem} ${source})
    target_link_libraries(${lesson}_${stem} PRIVATE workbook_common)
    set_target_properties(${lesson}_${stem} PROPERTIES
      OUTPUT_NAME ${stem} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/subjects/${lesson})
    add_dependencies(${lesson}_checks ${lesson}_${stem})
  endforeach()

  # The student's answer, and any file that `check --file` is given.
  workbook_add_subject(${lesson}_subject_work ${lesson} ${CMAKE_SOURCE_DIR}/work/${lesson})
  workbook_add_subject(${lesson}_subject_file ${lesson} ${CMAKE_BINARY_DIR}/exercises/${lesson}/file)
  set_target_properties(${lesson}_subject_work ${lesson}_subject_file PROPERTIES EXCLUDE_FROM_ALL ON)
endfunction()

# The checks are checked: they accept every right answer, catch every wrong one, and know what is not done.
function(workbook_add_tests_of_checks lesson)
  workbook_add_subject(${lesson}_subject_starter ${lesson} ${CMAKE_SOURCE_DIR}/lessons/${lesson})
  workbook_add_test(${lesson}.starter_is_not_done ${lesson}_checks --lesson=${lesson}
    --subject=$<TARGET_FILE:${lesson}_subject_starter> --expect-not-done)

  workbook_add_subject(${lesson}_subject_solution ${lesson} ${CMAKE_SOURCE_DIR}/solutions/${lesson})
  workbook_add_acceptance(${lesson}.solution ${lesson} ${lesson}_subject_solution)

  file(GLOB variants CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${lesson}/variants/*.hpp)
  foreach(variant IN LISTS variants)
    cmake_path(GET variant STEM stem)
    workbook_make_exercise_folder(${CMAKE_BINARY_DIR}/exercises/${lesson}/variant_${stem} ${variant})
    workbook_add_subject_of_ours(${lesson}_subject_variant_${stem} ${lesson} ${CMAKE_BINARY_DIR}/exercises/${lesson}/variant_${stem})
    workbook_add_acceptance(${lesson}.variant.${stem} ${lesson} ${lesson}_subject_variant_${stem})
  endforeach()

  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/waits_for_explorer.txt)
  file(STRINGS ${CMAKE_SOURCE_DIR}/tests/waits_for_explorer.txt waiting REGEX "^[0-9]")
  list(TRANSFORM waiting REPLACE " .*" "")
  file(GLOB mutants CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${lesson}/mutants/*.hpp)
  foreach(mutant IN LISTS mutants)
    cmake_path(GET mutant STEM stem)
    workbook_make_exercise_folder(${CMAKE_BINARY_DIR}/exercises/${lesson}/mutant_${stem} ${mutant})
    workbook_add_subject_of_ours(${lesson}_subject_mutant_${stem} ${lesson} ${CMAKE_BINARY_DIR}/exercises/${lesson}/mutant_${stem})
    if(NOT "${lesson}/${stem}" IN_LIST waiting)
      workbook_add_test(${lesson}.mutant.${stem} ${lesson}_checks --lesson=${lesson}
        --subject=$<TARGET_FILE:${lesson}_subject_mutant_${stem}> --expect=${mutant})
    endif()
  endforeach()
endfunction()

function(workbook_add_lesson lesson)
  workbook_add_lesson_programs(${lesson})
  workbook_add_checks(${lesson})
  workbook_add_dependencies_on_workers(${lesson})
  workbook_add_tests_of_checks(${lesson})
endfunction()

# tools/cmake/lesson.cmake: everything that one folder of lessons/ leads to.
#
#   lessons/NN_topic/main.cpp     three programs: with the starter, with the solution, with the student's work
#   lessons/NN_topic/*.cpp        a program each: demos, workers
#   lessons/NN_topic/worker*.cpp  and these are started by the lesson's other programs and by its checks
#   tests/NN_topic/checks.cpp     the checks, which judge
#   tests/NN_topic/scenarios.cpp  a subject, which is judged, for each exercise.hpp there is: starter, solution, work,
#                                 any file, mutants, variants
#   tests/NN_topic/helper_*.cpp   a program each, for the checks to give to a subject
#   tests/NN_topic/schedules.cpp  an explored subject for each of them, which is run in every order of its threads' steps;
#                                 not every lesson has one
#   tests/NN_topic/*.cpp          any other is a part of the scenarios that knows nothing of the exercise: it is compiled
#                                 once, and linked to each subject

# A program built from main.cpp and the exercise.hpp in `exercise_folder`.
function(workbook_add_program target lesson exercise_folder output_folder)
  add_executable(${target} ${CMAKE_SOURCE_DIR}/lessons/${lesson}/main.cpp)
  target_include_directories(${target} PRIVATE ${exercise_folder})
  target_link_libraries(${target} PRIVATE workbook_common)
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${lesson} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${output_folder}/${lesson})
endfunction()

# Lets a subject include the exercise.hpp in `exercise_folder`.
function(workbook_give_exercise target lesson exercise_folder)
  set(refused ${CMAKE_SOURCE_DIR}/tests/${lesson}/refused)
  if(EXISTS ${refused})
    # Headers that would be the answer itself: they are found first, and end the compilation with a reason.
    target_include_directories(${target} BEFORE PRIVATE ${refused})
  endif()
  target_include_directories(${target} PRIVATE ${exercise_folder})
  target_link_libraries(${target} PRIVATE workbook_common)
  # Broken code shall break where it is broken: an element of an empty container is an abort, not a surprise.
  target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/subjects/${lesson})
endfunction()

# What the subjects of a lesson have in common, as objects; nothing where there is no such file.
function(workbook_add_parts_of_scenarios lesson)
  set(tests ${CMAKE_SOURCE_DIR}/tests/${lesson})
  file(GLOB sources CONFIGURE_DEPENDS ${tests}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/(checks|scenarios|schedules|helper_[^/]*)\\.cpp$")
  if(sources)
    add_library(${lesson}_scenarios OBJECT ${sources})
    target_link_libraries(${lesson}_scenarios PUBLIC judge_subject)
  endif()
endfunction()

# A subject built from scenarios.cpp and the exercise.hpp in `exercise_folder`.
function(workbook_add_subject target lesson exercise_folder)
  add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/${lesson}/scenarios.cpp)
  workbook_give_exercise(${target} ${lesson} ${exercise_folder})
  target_link_libraries(${target} PRIVATE judge_subject)
  if(TARGET ${lesson}_scenarios)
    target_link_libraries(${target} PRIVATE ${lesson}_scenarios)
  endif()
  # Nobody reads debug information of it, and writing it is a quarter of the time.
  target_compile_options(${target} PRIVATE -O1 -g0)
  set_target_properties(${target} PROPERTIES ENABLE_EXPORTS ON DEFINE_SYMBOL "")
endfunction()

# Whether the explored subjects of a lesson are built. A sanitizer and the explorer both want to be told of every access,
# and there is room for one.
function(workbook_is_explored result lesson)
  set(${result} OFF PARENT_SCOPE)
  if(EXISTS ${CMAKE_SOURCE_DIR}/tests/${lesson}/schedules.cpp AND NOT WORKBOOK_SANITIZE)
    set(${result} ON PARENT_SCOPE)
  endif()
endfunction()

# An explored subject built from schedules.cpp and the exercise.hpp in `exercise_folder`. The judge's ledger stands in
# front of the same functions of the thread library as the explorer does, so none is linked.
function(workbook_add_explored target lesson exercise_folder)
  interleave_add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/${lesson}/schedules.cpp)
  workbook_give_exercise(${target} ${lesson} ${exercise_folder})
  target_link_libraries(${target} PRIVATE judge_explored)
endfunction()

# The headers that our own mutants and variants have in common are compiled once a lesson, by the first program of each
# kind. A student's answer gets none of them: they would hide an #include that is missing.
function(workbook_precompile target kind lesson)
  get_property(first GLOBAL PROPERTY workbook_precompiled_${kind}_${lesson})
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
    return()
  endif()
  set_property(GLOBAL PROPERTY workbook_precompiled_${kind}_${lesson} ${target})
  target_precompile_headers(${target} PRIVATE
    <atomic> <condition_variable> <deque> <functional> <future> <list> <mutex> <numeric> <optional> <queue> <semaphore>
    <shared_mutex> <thread> <vector> ${ARGN})
endfunction()

# The programs that are judged, around the exercise.hpp in `exercise_folder`: NN_topic_subject_`name`, and where the
# lesson has schedules NN_topic_explored_`name`, unless a fourth argument is OFF.
function(workbook_add_subjects lesson name exercise_folder)
  workbook_add_subject(${lesson}_subject_${name} ${lesson} ${exercise_folder})
  workbook_is_explored(explored ${lesson})
  if(explored AND NOT "${ARGN}" STREQUAL OFF)
    workbook_add_explored(${lesson}_explored_${name} ${lesson} ${exercise_folder})
  endif()
endfunction()

# The same around one of our own mutants or variants. Of the mutants only those are explored that need it: building
# takes long.
function(workbook_add_subjects_of_ours lesson name file)
  set(exercise_folder ${CMAKE_BINARY_DIR}/exercises/${lesson}/${name})
  workbook_make_exercise_folder(${exercise_folder} ${file})
  file(STRINGS ${file} caught_by LIMIT_COUNT 1)
  set(explore ON)
  if(caught_by MATCHES "caught by:" AND NOT caught_by MATCHES "Schedules\\.")
    set(explore OFF)
  endif()
  workbook_add_subjects(${lesson} ${name} ${exercise_folder} ${explore})
  file(STRINGS ${CMAKE_SOURCE_DIR}/solutions/${lesson}/exercise.hpp process_header REGEX "<workbook/process.hpp>")
  string(REGEX MATCH "<.*>" process_header "${process_header}")
  workbook_precompile(${lesson}_subject_${name} subject ${lesson} <judge/subject/integrate_scenarios.hpp> ${process_header})
  if(TARGET ${lesson}_explored_${name})
    workbook_precompile(${lesson}_explored_${name} explored ${lesson} <judge/explored/explored.hpp>)
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

# The same with its output compared to that in a file; see tests/messages/golden.cpp.
function(workbook_add_message_test name file exit_code)
  workbook_add_test(${name} golden ${file} ${exit_code} ${ARGN})
  # Messages name files as a student sees them, from the top of the checkout.
  set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

# The words of a command that judges the subjects called `subject`.
function(workbook_judging result lesson subject)
  set(arguments --lesson=${lesson} --subject=$<TARGET_FILE:${lesson}_subject_${subject}>)
  if(WORKBOOK_SANITIZE)
    list(APPEND arguments --sanitized)
  endif()
  if(TARGET ${lesson}_explored_${subject})
    list(APPEND arguments --explored=$<TARGET_FILE:${lesson}_explored_${subject}>)
  else()
    list(APPEND arguments --gtest_filter=-Schedules.*)
  endif()
  set(${result} ${arguments} PARENT_SCOPE)
endfunction()

function(workbook_add_judging name lesson subject)
  workbook_judging(arguments ${lesson} ${subject})
  workbook_add_test(${name} ${lesson}_checks ${arguments} ${ARGN})
endfunction()

# Judges a right answer once with every processor and once with one. The explorer finds the same with any number.
function(workbook_add_acceptance name lesson subject)
  workbook_add_judging(${name} ${lesson} ${subject})
  workbook_add_judging(${name}.one_cpu ${lesson} ${subject} --one-cpu --gtest_filter=-Schedules.*)
endfunction()

# A mutant that nothing but the explorer catches is judged where there is an explorer.
function(workbook_add_rejection lesson mutant subject)
  file(STRINGS ${mutant} caught_by LIMIT_COUNT 1)
  if(caught_by MATCHES "Schedules\\." AND NOT TARGET ${lesson}_explored_${subject})
    return()
  endif()
  cmake_path(GET mutant STEM stem)
  set(only)
  if(caught_by MATCHES "Schedules\\.")
    set(only --gtest_filter=Schedules.*)  # On real threads it fails now and then, and nobody knows when.
  endif()
  workbook_judging(arguments ${lesson} ${subject})
  workbook_add_message_test(${lesson}.mutant.${stem} ${CMAKE_SOURCE_DIR}/tests/${lesson}/messages/${stem}.txt 0
    $<TARGET_FILE:${lesson}_checks> ${arguments} --seed=1 --expect=${mutant} ${only})
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
    if(stem MATCHES "^worker" AND NOT WORKBOOK_SANITIZE)
      # A worker is started again and again: to find and load the C++ library is a third of what its start costs.
      target_link_options(${lesson}_${stem} PRIVATE -static-libstdc++ -static-libgcc)
    endif()
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
  if(WORKBOOK_CHECKS)
    add_executable(${lesson}_checks IMPORTED GLOBAL)
    set_target_properties(${lesson}_checks PROPERTIES IMPORTED_LOCATION ${WORKBOOK_CHECKS}/${lesson}/${lesson}_checks)
    return()
  endif()
  set(tests ${CMAKE_SOURCE_DIR}/tests/${lesson})
  add_executable(${lesson}_checks ${tests}/checks.cpp)
  target_link_libraries(${lesson}_checks PRIVATE judge_checks_main judge_parent)
  target_precompile_headers(${lesson}_checks REUSE_FROM judge_checks_main)
  set_target_properties(${lesson}_checks PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/subjects/${lesson})

  # Programs that the checks give to the subject, such as processes that misbehave.
  file(GLOB helpers CONFIGURE_DEPENDS ${tests}/helper_*.cpp)
  foreach(source IN LISTS helpers)
    cmake_path(GET source STEM stem)
    add_executable(${lesson}_${stem} ${source})
    target_link_libraries(${lesson}_${stem} PRIVATE workbook_common judge_protocol)
    set_target_properties(${lesson}_${stem} PROPERTIES
      OUTPUT_NAME ${stem} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/subjects/${lesson})
    add_dependencies(${lesson}_checks ${lesson}_${stem})
  endforeach()
endfunction()

# The headers that an answer itself begins with are compiled ahead, which is half of the time between an edit and its
# verdict; and no more than it includes, or an #include that is missing would be hidden.
function(workbook_precompile_own_includes lesson name exercise_folder)
  set(script ${CMAKE_SOURCE_DIR}/tools/cmake/leading_includes.cmake)
  set(exercise ${exercise_folder}/exercise.hpp)
  set(includes ${CMAKE_BINARY_DIR}/exercises/${lesson}/${name}/leading_includes.hpp)
  add_custom_command(OUTPUT ${includes}
    COMMAND ${CMAKE_COMMAND} -D EXERCISE=${exercise} -D OUTPUT=${includes} -P ${script}
    DEPENDS ${exercise} ${script} COMMENT "Looking at the includes of ${exercise}" VERBATIM)
  add_custom_target(${lesson}_includes_of_${name} DEPENDS ${includes})
  foreach(target IN ITEMS ${lesson}_subject_${name} ${lesson}_explored_${name})
    if(TARGET ${target})
      add_dependencies(${target} ${lesson}_includes_of_${name})
      target_precompile_headers(${target} PRIVATE ${includes})
    endif()
  endforeach()
endfunction()

# Subjects that are built when somebody asks for them: the student's answer, any file that `check --file` is given, and
# one that a benchmark edits.
function(workbook_add_students_subjects lesson)
  set(exercises ${CMAKE_BINARY_DIR}/exercises/${lesson})
  workbook_add_subjects(${lesson} work ${CMAKE_SOURCE_DIR}/work/${lesson})
  workbook_add_subjects(${lesson} file ${exercises}/file)
  workbook_add_subjects(${lesson} edited ${exercises}/edited)
  workbook_precompile_own_includes(${lesson} work ${CMAKE_SOURCE_DIR}/work/${lesson})
  workbook_precompile_own_includes(${lesson} edited ${exercises}/edited)
  foreach(name IN ITEMS work file edited)
    foreach(target IN ITEMS ${lesson}_subject_${name} ${lesson}_explored_${name})
      if(TARGET ${target})
        set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
      endif()
    endforeach()
  endforeach()
endfunction()

# The checks are checked: they accept every right answer, catch every wrong one, and know what is not done.
function(workbook_add_tests_of_checks lesson)
  workbook_add_subjects(${lesson} starter ${CMAKE_SOURCE_DIR}/lessons/${lesson})
  workbook_judging(arguments ${lesson} starter)
  workbook_add_message_test(${lesson}.starter_is_not_done ${CMAKE_SOURCE_DIR}/tests/${lesson}/messages/starter.txt 0
    $<TARGET_FILE:${lesson}_checks> ${arguments} --seed=1 --expect-not-done)

  workbook_add_subjects(${lesson} solution ${CMAKE_SOURCE_DIR}/solutions/${lesson})
  workbook_add_acceptance(${lesson}.solution ${lesson} solution)
  # It passes too where the explorer has left schedules out; of ours it shall prove that none fails.
  set_tests_properties(${lesson}.solution PROPERTIES FAIL_REGULAR_EXPRESSION "nothing found;not searched")

  file(GLOB variants CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${lesson}/variants/*.hpp)
  foreach(variant IN LISTS variants)
    cmake_path(GET variant STEM stem)
    workbook_add_subjects_of_ours(${lesson} variant_${stem} ${variant})
    workbook_add_acceptance(${lesson}.variant.${stem} ${lesson} variant_${stem})
  endforeach()

  file(GLOB mutants CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${lesson}/mutants/*.hpp)
  foreach(mutant IN LISTS mutants)
    cmake_path(GET mutant STEM stem)
    workbook_add_subjects_of_ours(${lesson} mutant_${stem} ${mutant})
    workbook_add_rejection(${lesson} ${mutant} mutant_${stem})
  endforeach()
endfunction()

function(workbook_add_lesson lesson)
  workbook_add_lesson_programs(${lesson})
  workbook_add_parts_of_scenarios(${lesson})
  workbook_add_checks(${lesson})
  workbook_add_students_subjects(${lesson})
  workbook_add_dependencies_on_workers(${lesson})
  workbook_add_tests_of_checks(${lesson})
endfunction()

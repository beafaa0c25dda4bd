# tools/cmake/settings.cmake: how everything is compiled.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)  # for clangd and clang-tidy

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

set(WORKBOOK_SANITIZE "" CACHE STRING "thread or address: build with that sanitizer")
set_property(CACHE WORKBOOK_SANITIZE PROPERTY STRINGS "" thread address)
set(WORKBOOK_CHECKS "" CACHE PATH "the folder of another build's checks, which judge this one's subjects; empty: its own")

find_package(Threads REQUIRED)
find_package(Boost REQUIRED)

# An installed GoogleTest is preferred to a download.
include(FetchContent)
FetchContent_Declare(googletest
  GIT_REPOSITORY https://github.com/google/googletest.git
  GIT_TAG v1.14.0
  FIND_PACKAGE_ARGS NAMES GTest)
FetchContent_MakeAvailable(googletest)

add_library(workbook_settings INTERFACE)
# g++ 12 warns of overlapping copies inside std::string where there are none (its bug 105651).
target_compile_options(workbook_settings INTERFACE -Wall -Wextra $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_link_libraries(workbook_settings INTERFACE Threads::Threads)
if(WORKBOOK_SANITIZE)
  target_compile_options(workbook_settings INTERFACE -fsanitize=${WORKBOOK_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(workbook_settings INTERFACE -fsanitize=${WORKBOOK_SANITIZE})
endif()

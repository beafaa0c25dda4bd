// lessons/06_processes/main.cpp: the lesson's program, several processes that share nothing at all.
#include <exercise.hpp>

#include <workbook/program.hpp>

#include <filesystem>

namespace {

// This program stands in lessons/, solutions/ or work/ of the build, and the worker always in lessons/.
std::filesystem::path worker_beside_us() {
  const std::filesystem::path here = std::filesystem::canonical("/proc/self/exe").parent_path();
  return here / "../../lessons/06_processes/worker";
}

}  // namespace

int main(int argc, char** argv) {
  return workbook::run_program(argc, argv, "06_processes", workbook::Workers::tunable, [](const workbook::Problem& p) {
    return integrate_in_processes(p.a, p.b, p.strips, p.workers, worker_beside_us());
  });
}

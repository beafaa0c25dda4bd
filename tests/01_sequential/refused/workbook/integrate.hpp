// tests/01_sequential/refused/workbook/integrate.hpp: found instead of the kernel while lesson 01 is judged.
#error "lesson 01: <workbook/integrate.hpp> is the answer itself; write the loop in exercise.hpp"

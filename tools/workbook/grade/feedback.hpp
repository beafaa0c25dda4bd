// tools/workbook/grade/feedback.hpp: what one student is told of all that was handed in, as Markdown and as a page.
// Whatever a student's program printed is shown and never read: no tag, link or control character of it takes effect.
#pragma once

#include "grade/graded.hpp"

#include <string>

namespace workbook {

std::string feedback_markdown(const GradedClass& graded, const std::string& student);

/// One page that needs nothing else: no script, no network.
std::string feedback_page(const GradedClass& graded, const std::string& student);

}  // namespace workbook

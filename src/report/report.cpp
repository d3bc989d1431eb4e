#include "bote/report/report.hpp"

#include "bote/base/overloaded.hpp"

namespace bote {

void append_text(const Cell& cell, const Conventions& conventions, std::string& out) {
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [&](const std::string& text) { out += text; },
                   [&](const Quantity& quantity) {
                       out += format(quantity.value, quantity.display, conventions, quantity.digits);
                   },
                   [](const Drawing&) {},
               },
               cell);
}

}  // namespace bote

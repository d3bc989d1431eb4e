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

void append(Report& all, Report&& next) {
    for (auto& block : next.blocks) all.blocks.push_back(std::move(block));
    for (auto& row : next.records.rows) all.records.rows.push_back(std::move(row));
    if (!std::holds_alternative<Datum::Array>(all.data.value)) {
        Datum::Array list;
        list.push_back(std::move(all.data));
        all.data = {std::move(list)};
    }
    std::get<Datum::Array>(all.data.value).push_back(std::move(next.data));
}

}  // namespace bote

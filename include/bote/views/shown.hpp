#pragma once
// Which quantities a page shows, as the `.model` files say it.
//
//   for (const auto& [section, title, quantities] : shown_sections(estimate, Extent::brief)) ...
//   overview_names(Overview::sweep, model).front()      // "peak_qps"

#include <string>
#include <string_view>
#include <vector>

#include "bote/model/page.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct ShownSection {
    const PageSection* section = nullptr;  // null: the file's own quantities
    std::string_view title;
    std::vector<QuantityIndex> quantities;  // of the model, a line each
};

/// The sections of a page in their order, then the quantities of the file's own. Some may be without a line.
std::vector<ShownSection> shown_sections(const Estimate& estimate, Extent extent);

/// The quantities of an overview, in the order of the page, those of a tier for each of the file's; a workload may lack
/// some.
std::vector<std::string> overview_names(Overview overview, const Model& model);

/// What an answer is about if nothing is asked: the first of these that a workload has.
std::vector<std::string_view> asked_names();

}  // namespace bote

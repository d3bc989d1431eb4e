#pragma once
// Some sections of a report.
//
//   Report storage = select_sections(report, {"storage"});

#include <string>
#include <string_view>
#include <vector>

#include "bote/report/report.hpp"

namespace bote {

/// Whether a heading of the report is called like this, or begins like this; upper and lower case are the same.
bool has_section(const Report& report, std::string_view name);

/// "traffic, storage, servers"; empty where the report has no sections.
std::string section_names(const Report& report);

/// The blocks under these headings. A single section stands without its heading. Throws InputError for a section that
/// the report does not have.
Report select_sections(Report report, const std::vector<std::string>& names);

/// The report as formats have it that draw no charts unless they are asked to.
Report without_charts(Report report);

/// The report without the sections that are folded at first.
Report without_folded(Report report);

/// The title, and the chart of this name alone. Throws InputError where there is none.
Report select_chart(Report report, std::string_view name);

}  // namespace bote

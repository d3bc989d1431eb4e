#include "bote/report/select.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr int kSection = 2;

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

bool is_called(const Heading& heading, std::string_view name) {
    return heading.level == kSection && !name.empty() && lower(heading.text).starts_with(lower(name));
}

}  // namespace

bool has_section(const Report& report, std::string_view name) {
    return std::any_of(report.blocks.begin(), report.blocks.end(), [&](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        return heading != nullptr && is_called(*heading, name);
    });
}

std::string section_names(const Report& report) {
    std::vector<std::string> names;
    for (const Block& block : report.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && heading->level == kSection) names.push_back(lower(heading->text));
    }
    return join(names, ", ");
}

Report select_sections(Report report, const std::vector<std::string>& names) {
    for (const auto& name : names) {
        if (has_section(report, name)) continue;
        const std::string known = section_names(report);
        throw InputError(Error{{},
                               fmt::format("there is no section '{}'", show_in_line(name)),
                               known.empty() ? "the answer has no sections" : "sections: " + known});
    }
    const auto titles = std::count_if(report.blocks.begin(), report.blocks.end(), [](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        return heading != nullptr && heading->level == 1;
    });
    std::vector<Block> kept;
    std::size_t sections = 0;
    bool inside = false;
    for (Block& block : report.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        const bool title = heading != nullptr && heading->level == 1;
        if (heading != nullptr && heading->level <= kSection) {
            inside = std::any_of(names.begin(), names.end(),
                                 [&](const std::string& name) { return is_called(*heading, name); });
            sections += inside ? 1 : 0;
        }
        if (inside || (title && titles > 1)) kept.push_back(std::move(block));
    }
    if (sections == 1 && titles <= 1) kept.erase(kept.begin());
    report.blocks = std::move(kept);
    return report;
}

Report without_folded(Report report) {
    bool folded = false;
    std::vector<Block> kept;
    for (Block& block : report.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && heading->level <= kSection) folded = heading->fold == Fold::folded;
        if (!folded) kept.push_back(std::move(block));
    }
    report.blocks = std::move(kept);
    return report;
}

Report without_charts(Report report) {
    std::erase_if(report.blocks, [](const Block& block) { return std::holds_alternative<Chart>(block); });
    return report;
}

Report select_chart(Report report, std::string_view name) {
    std::vector<std::string> names;
    std::vector<Block> kept;
    for (Block& block : report.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        const auto* chart = std::get_if<Chart>(&block);
        if (chart != nullptr) names.push_back(chart->name);
        const bool is_title = heading != nullptr && heading->level == 1 && kept.empty();
        const bool is_chosen = chart != nullptr && names.back() == name;
        if (is_title || is_chosen) kept.push_back(std::move(block));
    }
    const bool found = std::find(names.begin(), names.end(), name) != names.end();
    if (!found) {
        const std::string known = names.empty() ? "the answer has no charts" : "charts: " + join(names, ", ");
        throw InputError(Error{{}, fmt::format("there is no chart '{}'", show_in_line(name)), known});
    }
    report.blocks = std::move(kept);
    return report;
}

}  // namespace bote

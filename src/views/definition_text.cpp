#include "bote/views/definition_text.hpp"

#include <fmt/format.h>

namespace bote {

std::string example_of(const Definition& row) {
    if (row.kind != Class::tier && !row.alternatives.empty() && is_default(row.alternatives.back()))
        return std::string(row.alternatives.back().text);
    const Dimension dimension = row.display.dimension;
    if (row.display.numerator == Numerator::share) return "20%";
    if (row.display.numerator == Numerator::ratio) return "10:1";
    const struct {
        std::string_view unit;
        std::string_view text;
    } examples[] = {{"B", "1 KB"},       {"s", "30 days"}, {"/s", "100M/day"},
                    {"B/s", "1 GB/day"}, {"$", "$100"},    {"$/s", "$100/month"},
                    {"$/B", "$0.01/GB"}, {"x", "2"},       {"$/B/s", "$0.02/GB/month"}};
    for (const auto& each : examples) {
        if (parse_display(each.unit)->dimension == dimension) return std::string(each.text);
    }
    return "";
}

std::string definition_text(const Definition& row) {
    std::string text(row.meaning);
    text += fmt::format("\n\nUnit: {}", row.unit.empty() ? "a count" : row.unit);
    for (const auto& alternative : row.alternatives) {
        const std::string condition = alternative.condition.empty() ? "" : fmt::format("{}: ", alternative.condition);
        text +=
            fmt::format("\n\n{}: {}{}", is_default(alternative) ? "Default" : "Formula", condition, alternative.text);
    }
    if (!row.range.empty()) text += fmt::format("\n\nUsual: {}", row.range);
    if (!row.source.empty()) text += fmt::format("\n\nSource: {}", row.source);
    if (const auto example = example_of(row); !example.empty()) text += fmt::format("\n\nExample: {}", example);
    return text;
}

}  // namespace bote

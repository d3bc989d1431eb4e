#include "mermaid.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/units/decimal.hpp"
#include "flowchart.hpp"

namespace bote {
namespace {

/// Between quotes, where Mermaid knows no escape.
std::string quote(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : show_in_line(text)) quoted += letter == '"' || letter == '`' ? '\'' : letter;
    return quoted + "\"";
}

/// Numbers of one unit, which its title names.
struct Series {
    std::string unit;
    std::string numbers;
};

Series series_of(const std::vector<double>& values, const ChartAxis& axis, const Conventions& conventions) {
    constexpr int kDigits = 4;
    const double most = *std::max_element(values.begin(), values.end());
    const Scale scale = scale_for(most, axis.display, conventions);
    std::vector<std::string> numbers;
    for (const double value : values) {
        const double rounded = value / scale.divisor;
        numbers.push_back(std::abs(rounded) < 1e-3 ? "0" : fmt::format("{:.{}g}", rounded, kDigits));
    }
    for (std::string& number : numbers)
        if (number.find('e') != std::string::npos) number = fmt::format("{:.0f}", std::stod(number));
    return {std::string(trim(scale.suffix)), join(numbers, ", ")};
}

std::string head(const std::string& title, const std::vector<std::string>& names, const std::string& across) {
    std::vector<std::string> quoted;
    for (const auto& name : names) quoted.push_back(quote(name));
    return fmt::format("xychart-beta\n    title {}\n    x-axis {}[{}]\n", quote(title),
                       across.empty() ? "" : quote(across) + " ", join(quoted, ", "));
}

bool all_finite(const std::vector<double>& values) {
    return !values.empty() &&
           std::all_of(values.begin(), values.end(), [](double each) { return std::isfinite(each); });
}

std::string up_axis(const ChartAxis& axis, const std::string& unit) {
    return "    y-axis " + quote(unit.empty() ? axis.title : axis.title + ", " + unit) + "\n";
}

constexpr std::size_t kMostPlaces = 16;  // whose names have room side by side

std::string draw(const Chart& chart, const BarChart& bars, const Conventions& conventions) {
    std::vector<double> values;
    std::vector<std::string> names;
    for (const ChartBar& bar : bars.bars) {
        if (bar.range) return "";
        values.push_back(bar.value);
        names.push_back(bar.label);
    }
    if (!all_finite(values) || bars.axis.scaling == AxisScale::logarithmic || names.size() > kMostPlaces) return "";
    const Series series = series_of(values, bars.axis, conventions);
    return head(chart.title, names, "") + up_axis(bars.axis, series.unit) + "    bar [" + series.numbers + "]\n";
}

std::string draw(const Chart& chart, const LineChart& lines, const Conventions& conventions) {
    std::vector<double> all;
    for (const ChartLine& line : lines.lines) all.insert(all.end(), line.values.begin(), line.values.end());
    if (!all_finite(all) || lines.up.scaling == AxisScale::logarithmic || lines.across_values.size() > kMostPlaces ||
        lines.lines.size() > 1)
        return "";
    std::vector<std::string> names;
    for (const double value : lines.across_values) names.push_back(format(value, lines.across.display, conventions));
    const Series series = series_of(all, lines.up, conventions);
    return head(chart.title, names, lines.across.title) + up_axis(lines.up, series.unit) + "    line [" +
           series.numbers + "]\n";
}

}  // namespace

std::string mermaid(const Chart& chart, const Conventions& conventions) {
    return std::visit(Overloaded{
                          [&](const BarChart& bars) { return draw(chart, bars, conventions); },
                          [&](const LineChart& lines) { return draw(chart, lines, conventions); },
                          [&](const BoxChart& boxes) { return mermaid_flowchart(boxes, conventions); },
                          [](const auto&) { return std::string(); },
                      },
                      chart.drawing);
}

}  // namespace bote

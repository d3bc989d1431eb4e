#pragma once
// Pictures of numbers, as data: each format draws them its own way, or prints their numbers as a table.
//
//   Chart chart{"storage", "Storage by object", "", BarChart{{"storage", bytes}, {{"tweet", 3e12}, {"image", 4e15}}}};

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bote/units/display.hpp"

namespace bote {

struct Table;

enum class AxisScale : std::uint8_t { linear, logarithmic };

/// What stands along one direction of a chart. Values are in base units.
struct ChartAxis {
    std::string title;
    Display display;
    AxisScale scaling = AxisScale::linear;
};

/// Logarithmic where all values are above zero and the largest is a thousand times the smallest, or more.
AxisScale axis_scale_for(const std::vector<double>& values);

struct ValueRange {
    double low = 0;
    double high = 0;
};

struct ChartBar {
    std::string label;
    double value = 0;
    std::optional<ValueRange> range = {};  // where the value may lie: drawn in place of the bar
    std::string remark = {};               // "bound by disk"
};

/// A bar, or a range, for each of several things.
struct BarChart {
    ChartAxis axis;
    std::vector<ChartBar> bars;
};

/// All values that its axis has to reach.
std::vector<double> values_of(const BarChart& chart);

struct ChartSwing {
    std::string label;
    std::string from;  // what the input is pulled to
    std::string to;
    double at_from = 0;  // the answer there
    double at_to = 0;
};

/// How far each input moves an answer: a tornado.
struct SwingChart {
    ChartAxis axis;
    double now = 0;
    std::vector<ChartSwing> swings;  // the widest first
};

struct ChartLine {
    std::string name;
    std::vector<double> values;  // one for each of LineChart::across_values
};

/// A place along the first axis where something happens.
struct ChartMark {
    double at = 0;
    std::string text;
};

struct LineChart {
    ChartAxis across;
    ChartAxis up;
    std::vector<double> across_values;  // rising
    std::vector<ChartLine> lines;
    std::vector<ChartMark> marks;
};

/// What comes out for each pair of two inputs. A row for each value of `up`.
struct MapChart {
    ChartAxis across;
    ChartAxis up;
    std::vector<double> across_values;
    std::vector<double> up_values;
    std::vector<std::vector<std::string>> texts;
    std::vector<std::vector<double>> numbers;  // NaN where a cell is a name; shades follow the numbers
    std::string title;                         // of the cells
};

/// Values that are equally likely, in rising order: a dot for each.
struct DotChart {
    ChartAxis axis;
    std::vector<double> values;
};

/// A number that a picture has as text.
struct ChartNumber {
    double value = 0;
    Display display;
};

struct ChartBox {
    std::string name;   // "app"
    std::string title;  // "Application"
    std::optional<ChartNumber> machines = {};
    std::string bound = {};  // the resource that decides how many: "requests"
};

/// Requests go from one box to the other, bytes go in with them and out with their answers.
struct ChartArrow {
    std::size_t from = 0;  // indices of boxes
    std::size_t to = 0;
    std::optional<ChartNumber> requests = {};
    std::optional<ChartNumber> bytes_in = {};
    std::optional<ChartNumber> bytes_out = {};
    bool is_part = false;  // the numbers are those of all arrows to this box together
};

/// Boxes and what flows between them. The first is where it all comes from; arrows never form a circle.
struct BoxChart {
    std::vector<ChartBox> boxes;
    std::vector<ChartArrow> arrows;
};

struct Chart {
    std::string name;  // what --chart calls it
    std::string title;
    std::string summary;  // what it shows, in a sentence
    std::variant<BarChart, SwingChart, LineChart, MapChart, DotChart, BoxChart> drawing;
};

/// The numbers of a chart, for formats that do not draw and for readers that do not see.
Table chart_table(const Chart& chart);

}  // namespace bote

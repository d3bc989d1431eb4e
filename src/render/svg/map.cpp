// A map over two inputs: a field for each pair, shaded by its number or by its name; a name is written in its field
// where there is room, and told below the map.

#include <algorithm>
#include <cmath>

#include "bote/render/chart_picture.hpp"

namespace bote {
namespace {

constexpr double kField = 30;  // height
constexpr std::size_t kShades = 6;

/// The different names of a map in the order of their first field.
std::vector<std::string> names_of(const MapChart& chart) {
    std::vector<std::string> names;
    for (const auto& row : chart.texts)
        for (const auto& text : row)
            if (std::find(names.begin(), names.end(), text) == names.end()) names.push_back(text);
    return names;
}

/// Whether there is no number at all: one may be out of range.
bool is_named(const MapChart& chart) {
    const auto has_number = [](const std::vector<double>& row) {
        return std::any_of(row.begin(), row.end(), [](double number) { return !std::isnan(number); });
    };
    return std::none_of(chart.numbers.begin(), chart.numbers.end(), has_number);
}

class MapPicture {
public:
    MapPicture(const MapChart& chart, const Sheet& sheet)
        : chart_(chart),
          sheet_(sheet),
          picture_(sheet.width),
          names_(is_named(chart) ? names_of(chart) : std::vector<std::string>{}) {
        double labels = 0;
        for (const double value : chart.up_values) labels = std::max(labels, text_width(up_text(value), kTextSize));
        const auto rows = static_cast<double>(chart.up_values.size());
        plot_.box = {labels + 8, 24, sheet.width - 4, 24 + rows * kField};
        std::vector<double> all;
        for (const auto& row : chart.numbers) all.insert(all.end(), row.begin(), row.end());
        shades_.emplace(all, ChartAxis{"", {}, axis_scale_for(all)}, sheet.conventions, Base::least);
    }

    Picture draw() {
        picture_.text({1, 14}, cut_to(chart_.up.title, picture_.width() - 2, kTextSize), {.shade = "c-muted"});
        for (std::size_t row = 0; row < chart_.texts.size(); ++row) draw_row(row);
        draw_columns();
        picture_.text({plot_.box.right, plot_.box.bottom + 38},
                      cut_to(chart_.across.title, picture_.width(), kTextSize),
                      {.anchor = Anchor::end, .shade = "c-muted"});
        picture_.set_height(plot_.box.bottom + kAxisHeight);
        if (!names_.empty()) tell_names();
        return std::move(picture_);
    }

private:
    [[nodiscard]] std::string up_text(double value) const {
        return format(value, chart_.up.display, sheet_.conventions);
    }
    [[nodiscard]] double field_width() const {
        return (plot_.box.right - plot_.box.left) / static_cast<double>(chart_.across_values.size());
    }

    [[nodiscard]] std::string shade_of(std::size_t row, std::size_t column) const {
        if (names_.empty()) {
            const double place = shades_->place(chart_.numbers[row][column]);
            const double shade = std::isfinite(place) ? std::clamp(std::floor(place * kShades), 0.0, kShades - 1.0) : 0;
            return "c-shade" + std::to_string(std::lround(shade) + 1);
        }
        const auto name = std::find(names_.begin(), names_.end(), chart_.texts[row][column]) - names_.begin();
        return "c-kind" + std::to_string(name % static_cast<long>(kShades) + 1);
    }

    void draw_row(std::size_t row) {
        const double top = plot_.box.top + kField * static_cast<double>(row);
        picture_.text({plot_.box.left - 6, top + kField / 2 + kTextDown}, up_text(chart_.up_values[row]),
                      {.anchor = Anchor::end, .shade = "c-muted"});
        for (std::size_t i = 0; i < chart_.texts[row].size(); ++i) {
            const double left = plot_.box.left + field_width() * static_cast<double>(i);
            picture_.box({left, top, left + field_width() - 1, top + kField - 1}, shade_of(row, i));
            const std::string text = field_text(row, i);
            if (text_width(text, kSmall) > field_width() - 4) continue;  // the table has it
            picture_.text({left + field_width() / 2, top + kField / 2 + 4}, text,
                          {.anchor = Anchor::middle, .size = kSmall});
        }
    }

    [[nodiscard]] std::string field_text(std::size_t row, std::size_t column) const {
        const std::string& text = chart_.texts[row][column];
        if (names_.empty() || text_width(text, kSmall) <= field_width() - 4) return text;
        return std::to_string(std::find(names_.begin(), names_.end(), text) - names_.begin() + 1);
    }

    /// The values below the fields, as many as there is room for.
    void draw_columns() {
        double end = -1;
        for (std::size_t i = 0; i < chart_.across_values.size(); ++i) {
            const std::string text = format(chart_.across_values[i], chart_.across.display, sheet_.conventions);
            const double middle = plot_.box.left + field_width() * (static_cast<double>(i) + 0.5);
            const double half = text_width(text, kTextSize) / 2;
            if (middle - half < end || middle + half > picture_.width()) continue;
            picture_.text({middle, plot_.box.bottom + 18}, text, {.anchor = Anchor::middle, .shade = "c-muted"});
            end = middle + half + 8;
        }
    }

    void tell_names() {
        double y = picture_.height() + 14;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            picture_.box({4, y - 12, 20, y + 4}, "c-kind" + std::to_string(i % kShades + 1));
            picture_.text({28, y}, std::to_string(i + 1) + "  " + cut_to(names_[i], picture_.width() - 60, kTextSize),
                          {});
            y += 22;
        }
        picture_.set_height(y - 8);
    }

    static constexpr double kSmall = 12;
    const MapChart& chart_;
    Sheet sheet_;
    Picture picture_;
    std::vector<std::string> names_;
    std::optional<Ruler> shades_;
    Plot plot_;
};

}  // namespace

Picture draw_map(const MapChart& chart, const Sheet& sheet) { return MapPicture(chart, sheet).draw(); }

}  // namespace bote

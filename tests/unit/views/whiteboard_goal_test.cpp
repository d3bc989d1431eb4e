// How good the whiteboard's arithmetic is, over all presets and the corpus of published estimates: 90% of the headline
// figures within 15% of the exact value, all within 35%. `bote_tests "[table]"` prints the figures.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bote/engine/whiteboard.hpp"
#include "bote/views/explain.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::whiteboard_goal_test {
namespace {

constexpr std::string_view kHeadlines[] = {
    "write_qps", "read_qps", "qps",       "peak_qps",     "new_data",    "data",          "storage",
    "ingress",   "egress",   "bandwidth", "cache_memory", "app.servers", "cache.servers", "database.servers"};

struct Figure {
    std::string file;
    std::string quantity;
    std::string exact;
    std::string whiteboard;
    double drift = 0;
    // A count of machines that differs by one: machines are whole, so that where one is nearly enough the whiteboard's
    // few percent are all of the difference. The news feed's database needs 1.04 servers, which are 2, and by the
    // whiteboard 1.00: half as many, though the load before rounding up is 4% off.
    bool one_machine = false;
};

std::vector<std::filesystem::path> workload_files() {
    std::vector<std::filesystem::path> files;
    for (const auto* folder : {"presets", "tests/corpus"}) {
        for (const auto& file : files_below(source_folder() / folder, ".yaml")) {
            // Totals over objects that are there for their boxes alone are nobody's headline.
            if (file.filename().string().starts_with("box-")) continue;
            if (file.parent_path().filename() != "settings") files.push_back(file);
        }
    }
    return files;
}

std::vector<Figure> figures_of(const std::string& file, const Estimate& estimate) {
    std::vector<Figure> figures;
    const Working working = make_working(estimate);
    for (const auto name : kHeadlines) {
        const auto index = estimate.model.find(name);
        if (!index || estimate.model[*index].names.empty()) continue;
        const double exact = value_in(working, *index, Arithmetic::exact);
        const double rough = value_in(working, *index, Arithmetic::whiteboard);
        figures.push_back({file, std::string(name), value_text(working, *index, {}),
                           value_text(working, *index, {Arithmetic::whiteboard}), drift_of(working, *index),
                           name.ends_with(".servers") && std::abs(exact - rough) <= 1});
    }
    return figures;
}

std::vector<Figure> all_figures() {
    std::vector<Figure> all;
    for (const auto& file : workload_files()) {
        const auto figures = figures_of(file.stem().string(), estimate_of(read_text(file)));
        all.insert(all.end(), figures.begin(), figures.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Figure& a, const Figure& b) { return std::abs(a.drift) > std::abs(b.drift); });
    return all;
}

double share_within(const std::vector<Figure>& figures, double most) {
    const auto within = std::count_if(figures.begin(), figures.end(),
                                      [&](const Figure& each) { return std::abs(each.drift) <= most + 1e-9; });
    return static_cast<double>(within) / static_cast<double>(figures.size());
}

}  // namespace

TEST_CASE("90% of the whiteboard's headline figures are within 15%, and all within 35% or one machine") {
    const auto figures = all_figures();
    REQUIRE(figures.size() > 400);
    CHECK(share_within(figures, 0.15) >= 0.9);
    for (const auto& each : figures) {
        CAPTURE(each.file, each.quantity, each.exact, each.whiteboard);
        CHECK((std::abs(each.drift) <= 0.35 || each.one_machine));
    }
}

TEST_CASE("no value on the whiteboard is off by more than a factor of 2, where one machine may be two") {
    for (const auto& file : workload_files()) {
        const auto estimate = estimate_of(read_text(file));
        const Working working = make_working(estimate);
        for (const QuantityIndex each : estimate.model.quantities.indices()) {
            const double exact = value_in(working, each, Arithmetic::exact);
            const double rough = value_in(working, each, Arithmetic::whiteboard);
            if (!std::isfinite(exact)) continue;
            CAPTURE(file.string(), std::string(estimate.model[each].name), exact, rough);
            const double ratio = 1 + drift_of(working, each);
            CHECK((rough == 0) == (exact == 0));
            CHECK((ratio > 0.4999 && ratio < 2.0001));
        }
    }
}

TEST_CASE("what the whiteboard writes down is an easy number, whatever came before") {
    for (const auto& file : workload_files()) {
        const auto estimate = estimate_of(read_text(file));
        const Working working = make_working(estimate);
        for (const QuantityIndex step : steps_to(working, QuantityIndex::none)) {
            const ModelQuantity& quantity = estimate.model[step];
            if (!is_written_down(quantity)) continue;
            const double value = value_in(working, step, Arithmetic::whiteboard);
            if (value == 0 || !std::isfinite(value)) continue;
            const double divisor = scale_for(value, quantity.display, estimate.model.whiteboard).divisor;
            CAPTURE(file.string(), std::string(quantity.name), value);
            CHECK(easy_number(value / divisor, 0) == near(value / divisor, 1e-9));
        }
    }
}

TEST_CASE("the table of the whiteboard's goal", "[.][table]") {
    const auto figures = all_figures();
    for (const double most : {0.05, 0.10, 0.15, 0.20, 0.25, 0.35})
        fmt::print("within {:>3.0f}%  {:5.1f}% of {} figures\n", most * 100, share_within(figures, most) * 100,
                   figures.size());
    for (const auto& each : figures) {
        if (std::abs(each.drift) > 0.15)
            fmt::print("{:>+6.1f}%  {:<24} {:<18} {:>14} {:>14}\n", each.drift * 100, each.file, each.quantity,
                       each.exact, each.whiteboard);
    }
}

}  // namespace bote::test::whiteboard_goal_test

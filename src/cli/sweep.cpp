#include "bote/views/sweep.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/render/csv_rows.hpp"
#include "bote/views/common.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "option_values.hpp"
#include "progress.hpp"

namespace bote {
namespace {

std::vector<std::string> titles_of(const Estimate& estimate, const SweepPlan& plan) {
    std::vector<std::string> titles;
    const auto add = [&](QuantityIndex index) {
        const ModelQuantity& quantity = estimate.model[index];
        titles.push_back(sheet_title(quantity.name, quantity.display));
    };
    for (const auto& input : plan.inputs) add(input.quantity);
    for (const auto& column : plan.columns) {
        if (column.quantity == QuantityIndex::none) titles.push_back(column.name + " bound by");
        else add(column.quantity);
    }
    if (plan.inputs.size() == 1) titles.emplace_back("flips");
    return titles;
}

CsvColumn number_column(const Estimate& estimate, QuantityIndex index, const double* numbers) {
    const Display& display = estimate.model[index].display;
    return {numbers, display.asked ? unit_size(display, estimate.model.conventions) : 1};
}

std::vector<CsvColumn> columns_of(const Estimate& estimate, const SweepPlan& plan, const SweepBlock& block) {
    std::vector<CsvColumn> columns;
    for (std::size_t i = 0; i < plan.inputs.size(); ++i)
        columns.push_back(number_column(estimate, plan.inputs[i].quantity, block.inputs[i]));
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        if (block.numbers[i] != nullptr) {
            columns.push_back(number_column(estimate, plan.columns[i].quantity, block.numbers[i]));
        } else {
            columns.push_back({.text = [&, i](std::size_t row) {
                return bottleneck_text(estimate.model, block.bottlenecks[i][row]);
            }});
        }
    }
    if (plan.inputs.size() > 1) return columns;
    columns.push_back({.text = [&, next = block.flips.begin()](std::size_t row) mutable {
        if (next == block.flips.end() || next->row != row) return std::string();
        return flips_text(estimate, plan.inputs.front(), (next++)->changes);
    }});
    return columns;
}

/// All rows, however many: what has been made of them goes out before the rest is computed.
std::string write_rows(const Estimate& estimate, const SweepPlan& plan, const CommandSetting& setting) {
    constexpr std::size_t kPiece = 65'536;
    CsvRows csv(titles_of(estimate, plan), *setting.format.line);
    double all = 1;
    for (const SweepInput& input : plan.inputs) all *= static_cast<double>(count_of(input.steps));
    double done = 0;
    Progress progress(setting.environment, "rows");
    sweep_blocks(estimate, plan, [&](const SweepBlock& block) {
        progress.reach(done += static_cast<double>(block.rows), all);
        csv.add(block.rows, columns_of(estimate, plan, block));
        if (csv.text().size() < kPiece || !setting.write) return Continue::yes;
        const bool wanted = setting.write(csv.text());
        csv.clear();
        return wanted ? Continue::yes : Continue::no;
    });
    return std::string(csv.text());
}

}  // namespace

Outcome run_sweep(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Workload workload = read_workload(words.front(), setting);
    std::vector<std::string> inputs;
    Names asked;
    for (std::size_t i = 1; i < words.size(); ++i)
        (words[i].find('=') != std::string::npos ? inputs : asked).push_back(words[i]);
    asked = names_asked(asked);
    constexpr std::size_t kMostInputs = 2;
    if (inputs.empty() || inputs.size() > kMostInputs)
        refuse("a sweep is over one or two inputs", "write `bote sweep W dau=1M..1B`");
    const bool listed = std::none_of(inputs.begin(), inputs.end(),
                                     [](const std::string& word) { return word.find("..") != std::string::npos; });
    if (listed && (setting.options.steps || setting.options.scale))
        refuse(fmt::format("{} has no use where the values are listed", setting.options.steps ? "--steps" : "--scale"),
               "write `dau=1M..1B`, or leave the option out");
    const Overlay overlay = overlay_for(workload, setting);
    std::vector<std::string> names;
    for (const auto& word : inputs) names.push_back(read_input_name(word.substr(0, word.find('='))).name);
    Estimate estimate = estimate_with(names, asked, workload, overlay);
    std::vector<SweepInput> read;
    const WantedSteps wanted = read_steps(setting.options);
    Errors errors;
    for (const auto& word : inputs)
        collect_errors(errors, [&] { read.push_back(read_sweep_input(word, estimate, wanted)); });
    if (!errors.empty()) {
        collect_errors(errors, [&] { (void)find_columns(estimate.model, inputs.size(), asked); });
        throw InputError(std::move(errors));
    }
    if (read.size() > 1 && read[0].quantity == read[1].quantity)
        refuse(fmt::format("'{}' is swept twice", estimate.model[read[0].quantity].name), "name two inputs, or one");
    const SweepPlan plan = plan_sweep(estimate, std::move(read), asked);
    if (setting.format.line != nullptr && !setting.options.chart)
        return {kExitAnswered, write_rows(estimate, plan, setting), ""};
    return {kExitAnswered, render(describe_sweep(estimate, compute_sweep(estimate, plan)), setting), ""};
}

}  // namespace bote

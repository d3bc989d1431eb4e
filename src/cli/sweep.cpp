#include "bote/views/sweep.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/engine/bounds.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/yaml/yaml.hpp"
#include "bote/render/number_block.hpp"
#include "bote/views/common.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "whatif.hpp"

namespace bote {
namespace {

[[noreturn]] void refuse(std::string what, std::string hint) {
    throw InputError(Error{{}, std::move(what), std::move(hint)});
}

/// A value of a quantity, or a range of them, read as the quantity's formula would be.
Expression read_value(const Text& text, const ModelQuantity& quantity) {
    Expression tree = parse_formula(text, {});
    if (has_names(tree)) throw InputError(Error{text.span, "a value is wanted", "write a number with its unit"});
    settle(text, tree, {}, quantity.display.dimension);
    return tree;
}

constexpr std::uint64_t kUsualSteps = 10;

std::uint64_t read_steps(const Options& options, std::uint64_t usual) {
    if (!options.steps) return usual;
    return read_count("--steps", *options.steps, 2, "a whole number from 2 to a billion");
}

Steps steps_between(double low, double high, const CommandSetting& setting, double unit) {
    const Options& options = setting.options;
    if (options.scale && *options.scale != "log" && *options.scale != "linear")
        refuse(fmt::format("there is no scale '{}'", show_in_line(*options.scale)), "log or linear");
    constexpr double kWide = 20;
    const bool by_ratio = options.scale ? *options.scale == "log" : low > 0 && high / low >= kWide;
    if (by_ratio && low <= 0) refuse("--scale log: the low end is not above zero", "");
    if (!by_ratio) return {low, high, read_steps(options, kUsualSteps + 1)};
    if (!options.steps && unit > 0) return {.spacing = Spacing::listed, .values = easy_steps(low, high, unit)};
    return {low, high, read_steps(options, kUsualSteps), Spacing::ratio};
}

/// Whole numbers alone, each once; of very many steps those by ratio may repeat the small ones.
Steps whole(const Steps& steps) {
    constexpr std::uint64_t kMostListed = 10'000;
    Steps result{.spacing = Spacing::listed};
    if (count_of(steps) > kMostListed && steps.spacing != Spacing::listed) {
        result = steps;
        result.whole = true;
        result.from = std::ceil(steps.from);
        result.to = std::floor(steps.to);
        const double numbers = result.to - result.from + 1;
        if (steps.spacing == Spacing::difference && numbers < static_cast<double>(steps.count))
            result.count = static_cast<std::uint64_t>(std::max(1.0, numbers));
        return result;
    }
    for (std::uint64_t i = 0; i < count_of(steps); ++i) {
        const double value = std::round(value_at(steps, i));
        if (result.values.empty() || result.values.back() != value) result.values.push_back(value);
    }
    return result;
}

/// What may be tried for the quantity: within its bounds, and whole where only whole numbers make sense.
Steps checked(const Steps& steps, const ModelQuantity& quantity, const Span& where, const Conventions& conventions) {
    const Steps result = is_whole(quantity) ? whole(steps) : steps;
    // What is listed is meant as it is. Of steps, what lies between two ends that are possible is possible.
    std::vector<double> tried = steps.values;
    if (steps.spacing != Spacing::listed)
        tried = result.spacing == Spacing::listed ? result.values : std::vector{result.from, result.to};
    for (const double value : tried) {
        auto [what, hint] = value_problem(quantity, value, conventions);
        if (!what.empty()) throw InputError(Error{where, fmt::format("{}: {}", quantity.name, what), hint});
    }
    return result;
}

/// `dau=1M..1B`, `replication=1,2,3`.
SweepInput read_input(const std::string& word, Estimate& estimate, const CommandSetting& setting) {
    const auto source = make_source(show_in_line(word), word, SourceKind::option);
    check_text(source);
    const auto equals = word.find('=');
    const AskedInput asked = read_input_name(word.substr(0, equals));
    const std::string& name = asked.name;
    SweepInput input{find_input(asked, estimate.model), {}};
    const ModelQuantity& quantity = estimate.model.quantities[static_cast<std::size_t>(input.quantity)];
    const Conventions& conventions = estimate.model.conventions;
    const auto text_at = [&](std::size_t begin, std::size_t end) {
        return Text{word.substr(begin, end - begin), {source, begin, end}, true, name};
    };
    const auto dots = word.find("..", equals);
    if (dots != std::string::npos) {
        Text range = text_at(equals + 1, word.size());
        range.text.replace(dots - equals - 1, 2, " to ");
        range.exact = false;
        const Expression tree = read_value(range, quantity);
        const auto ends = range_ends(tree, conventions);
        if (!ends || !(ends->first < ends->second)) {
            const auto part = [&](std::size_t begin, std::size_t end) {
                return trim(std::string_view(word).substr(begin, end - begin));
            };
            const bool swapped = ends && ends->first > ends->second;
            throw InputError(Error{
                range.span, "the low end is not below the high end",
                swapped ? fmt::format("write `{}={}..{}`", name, part(dots + 2, word.size()), part(equals + 1, dots))
                        : "write `dau=1M..1B`"});
        }
        const double unit = scale_for(ends->second, quantity.display, conventions).divisor;
        input.steps =
            checked(steps_between(ends->first, ends->second, setting, unit), quantity, range.span, conventions);
        return input;
    }
    input.steps.spacing = Spacing::listed;
    for (std::size_t begin = equals + 1; begin <= word.size();) {
        const auto comma = std::min(word.find(',', begin), word.size());
        const Text text = text_at(begin, comma);
        const Expression tree = read_value(text, quantity);
        if (range_ends(tree, conventions))
            throw InputError(Error{text.span, "a sweep takes one value after the other", "write `dau=1M..2M`"});
        input.steps.values.push_back(evaluate(tree, {}, conventions));
        begin = comma + 1;
    }
    input.steps = checked(input.steps, quantity, text_at(equals + 1, word.size()).span, conventions);
    return input;
}

/// Rows of CSV, each field as a table of the same numbers would have it.
class CsvRows {
public:
    CsvRows(const Estimate& estimate, const SweepPlan& plan)
        : estimate_(estimate), plan_(plan), numbers_(plan.inputs.size() + plan.columns.size()) {
        for (const auto& input : plan.inputs) add_title(input.quantity);
        for (const auto& column : plan.columns) {
            if (column.quantity < 0) add_text(column.name + " bound by");
            else add_title(column.quantity);
        }
        if (has_flips()) add_text("flips");
        end_line();
    }

    /// Appends the rows of a block to text().
    void add(const SweepBlock& block) {
        auto flips = block.flips.begin();
        for (std::size_t row = 0; row < block.rows; ++row) {
            const std::size_t read = row % NumberBlock::kRows;
            if (read == 0) read_numbers(block, row);
            const NumberBlock* numbers = numbers_.data();
            for (std::size_t i = 0; i < block.inputs.size(); ++i) add_number(*numbers++, read);
            for (std::size_t i = 0; i < block.numbers.size(); ++i, ++numbers) {
                if (block.numbers[i] != nullptr) add_number(*numbers, read);
                else add_text(bound_text(estimate_.model, block.bound[i][row]));
            }
            const bool flipped = flips != block.flips.end() && flips->row == row;
            if (flipped) add_text(flips_text(estimate_, plan_.inputs.front(), (flips++)->changes));
            else if (has_flips()) append(",");
            end_line();
        }
    }

    [[nodiscard]] std::string_view text() const { return {bytes_.data(), used_}; }
    void clear() { used_ = 0; }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    [[nodiscard]] bool has_flips() const { return plan_.inputs.size() == 1; }
    void add_title(int quantity) {
        const ModelQuantity& titled = estimate_.model.quantities[at(quantity)];
        add_text(sheet_title(titled.name, titled.display));
    }
    void add_text(std::string_view text) {
        append(write_csv_text(text));
        append(",");
    }
    void end_line() { bytes_[used_ - 1] = '\n'; }

    char* room_for(std::size_t count) {
        if (bytes_.size() - used_ < count) bytes_.resize(2 * (used_ + count));
        return bytes_.data() + used_;
    }
    void append(std::string_view text) {
        std::copy(text.begin(), text.end(), room_for(text.size()));
        used_ += text.size();
    }

    /// The next rows of a block, from `first` on.
    void read_numbers(const SweepBlock& block, std::size_t first) {
        const std::size_t count = std::min(block.rows - first, NumberBlock::kRows);
        NumberBlock* numbers = numbers_.data();
        for (std::size_t i = 0; i < block.inputs.size(); ++i)
            numbers++->read(in_asked_unit(plan_.inputs[i].quantity, {block.inputs[i] + first, count}));
        for (std::size_t i = 0; i < block.numbers.size(); ++i, ++numbers) {
            if (block.numbers[i] == nullptr) continue;
            numbers->read(in_asked_unit(plan_.columns[i].quantity, {block.numbers[i] + first, count}));
        }
    }

    /// Values of a quantity as programs get them.
    std::span<const double> in_asked_unit(int quantity, std::span<const double> values) {
        const Display& display = estimate_.model.quantities[at(quantity)].display;
        if (!display.asked) return values;
        const double unit = unit_size(display, estimate_.model.conventions);
        scaled_.clear();
        for (const double value : values) scaled_.push_back(value / unit);
        return scaled_;
    }

    void add_number(const NumberBlock& numbers, std::size_t row) {
        char* const begin = room_for(kLongestNumber + 1);
        char* end = numbers.put(begin, row);
        *end++ = ',';
        used_ += static_cast<std::size_t>(end - begin);
    }

    const Estimate& estimate_;
    const SweepPlan& plan_;
    std::vector<NumberBlock> numbers_;  // a field each; of one with names it is empty
    std::vector<double> scaled_;
    std::vector<char> bytes_;
    std::size_t used_ = 0;
};

/// All rows, however many: what has been made of them goes out before the rest is computed.
std::string write_rows(const Estimate& estimate, const SweepPlan& plan, const CommandSetting& setting) {
    constexpr std::size_t kPiece = 65'536;
    CsvRows csv(estimate, plan);
    sweep_blocks(estimate, plan, [&](const SweepBlock& block) {
        csv.add(block);
        if (csv.text().size() < kPiece || !setting.write) return Go::on;
        const bool wanted = setting.write(csv.text());
        csv.clear();
        return wanted ? Go::on : Go::stop;
    });
    return std::string(csv.text());
}

}  // namespace

Outcome run_sweep(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Workload workload = read_workload(words.front(), setting.environment);
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
    const AskedInput first = read_input_name(inputs.front().substr(0, inputs.front().find('=')));
    Estimate estimate = estimate_with(first.name, asked, workload, overlay);
    std::vector<SweepInput> read;
    for (const auto& word : inputs) read.push_back(read_input(word, estimate, setting));
    if (read.size() > 1 && read[0].quantity == read[1].quantity)
        refuse(fmt::format("'{}' is swept twice",
                           estimate.model.quantities[static_cast<std::size_t>(read[0].quantity)].name),
               "name two inputs, or one");
    const SweepPlan plan = plan_sweep(estimate, std::move(read), asked);
    if (setting.format.audience == Audience::sheet) return {kExitAnswered, write_rows(estimate, plan, setting), ""};
    return {kExitAnswered, render(describe_sweep(estimate, compute_sweep(estimate, plan)), setting), ""};
}

}  // namespace bote

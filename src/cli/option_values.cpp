#include "option_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/number_text.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/render/render.hpp"
#include "bote/yaml/yaml.hpp"
#include "commands.hpp"

namespace bote {
namespace {

constexpr double kMostCounted = 1e9;
constexpr double kHundred = 100;

struct Wanted {
    Dimension dimension;
    std::string_view what;
    std::string_view hint;
};

/// A value as in a workload, such as `5 years` or `1M`, that is known without any quantity.
template <class Check>
double read_amount(std::string_view option, const std::string& value, const Conventions& conventions,
                   const Wanted& wanted, Check is_good) {
    const auto source = make_source(fmt::format("{} {}", option, show_in_line(value)), value, SourceKind::option);
    check_text(source);
    const Text text{value, {source, 0, value.size()}, true, std::string(option)};
    const auto refuse_value = [&] {
        throw InputError(Error{text.span, fmt::format("expected {}", wanted.what), std::string(wanted.hint)});
    };
    Expression tree = parse_formula(text, {});
    if (has_names(tree) || is_factor(tree)) refuse_value();
    resolve_units(text, tree, {}, wanted.dimension);
    const double amount = evaluate(tree, {}, conventions);
    if (!is_good(amount)) refuse_value();
    return amount;
}

/// 0.0005, 0.005, 0.0095 -> "5,50,95": what was written, a hundredfold.
std::string as_percentages(const std::vector<double>& percentiles) {
    std::vector<std::string> parts;
    for (const double each : percentiles) parts.push_back(format_number(each * kHundred * kHundred, kWorkingDigits));
    return fmt::format("{}", fmt::join(parts, ","));
}

/// "5,50,95" -> 0.05, 0.5, 0.95, in rising order.
std::vector<double> read_percentiles(const std::string& list) {
    constexpr std::size_t kMost = 9;
    constexpr double kOnePercent = 0.01;
    std::vector<double> percentiles;
    for (const auto part : split(list, ',')) {
        double value = 0;
        if (!read_whole_double(trim(part), value) || !(value > 0 && value < kHundred) || percentiles.size() == kMost)
            refuse(
                fmt::format("--percentiles {}: expected up to nine numbers above 0 and below 100", show_in_line(list)),
                "write `--percentiles 10,50,90`");
        percentiles.push_back(value / kHundred);
    }
    if (std::all_of(percentiles.begin(), percentiles.end(), [](double each) { return each < kOnePercent; }))
        refuse(fmt::format("--percentiles {}: expected percentages, not shares", show_in_line(list)),
               fmt::format("write `--percentiles {}`", as_percentages(percentiles)));
    std::sort(percentiles.begin(), percentiles.end());
    percentiles.erase(std::unique(percentiles.begin(), percentiles.end()), percentiles.end());
    return percentiles;
}

/// A whole number from `least` up to a billion, such as `100k`.
std::uint64_t read_count(std::string_view option, const std::string& value, double least, const Wanted& wanted) {
    const auto is_count = [&](double n) { return n >= least && n <= kMostCounted && n == std::floor(n); };
    return static_cast<std::uint64_t>(read_amount(option, value, {}, wanted, is_count));
}

std::uint64_t read_samples(const std::string& value) {
    return read_count("--samples", value, 1, {kCount, "a whole number up to a billion", "write `--samples 100k`"});
}

/// Whether a value that is none of the choices may be one all the same: a scenario of the file, and a format of another
/// command, of which more can be said.
bool may_be_elsewhere(const Option& option, const std::string& value) {
    if (option.target.text == &Options::scenario) return true;
    return option.target.text == &Options::format && find_format(value) != nullptr;
}

/// `--profile typical`: one of the choices.
void check_choice(const Option& option, const Command& command, const std::string& value) {
    const auto choices = option.choices(command);
    const std::vector<std::string_view> known(choices.begin(), choices.end());
    if (std::find(known.begin(), known.end(), value) != known.end() || may_be_elsewhere(option, value)) return;
    const std::string_view flag = split(option.flags, ',').back();
    refuse(fmt::format("there is no {} '{}'", flag.substr(flag.find_first_not_of('-')), show_in_line(value)),
           value == "md" ? did_you_mean(value, "markdown") : suggest(value, known));
}

}  // namespace

double read_step(const std::string& value, const Conventions& conventions) {
    const bool named = value == "year" || value == "month";
    const auto is_time = [](double seconds) { return seconds > 0 && std::isfinite(seconds); };
    return read_amount("--step", named ? "1 " + value : value, conventions,
                       {kSecond, "a length of time above zero", "write `5 years`"}, is_time);
}

std::uint64_t read_seed(const std::string& value) {
    std::uint64_t seed = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), seed);
    if (read.ec != std::errc() || read.ptr != value.data() + value.size())
        refuse(fmt::format("--seed {}: expected a whole number from 0 to {}", show_in_line(value), UINT64_MAX),
               "write `--seed 7`");
    return seed;
}

SampleRequest read_request(const Options& options) {
    SampleRequest request;
    if (options.samples) request.count = read_samples(*options.samples);
    if (options.seed) request.seed = read_seed(*options.seed);
    if (options.exact) request.precision = Precision::exact;
    if (options.percentiles) request.percentiles = read_percentiles(*options.percentiles);
    return request;
}

WantedSteps read_steps(const Options& options) {
    WantedSteps wanted;
    if (options.steps)
        wanted.count = read_count("--steps", *options.steps, 2,
                                  {kCount, "a whole number from 2 to a billion", "write `--steps 20`"});
    if (options.scale) wanted.by_ratio = *options.scale == "log";
    return wanted;
}

double read_pull(const std::string& value) {
    const auto is_share = [](double share) { return share > 0 && share < 1; };
    return read_amount("--pull", value, {}, {kCount, "a share between 0% and 100%", "write `--pull 20%`"}, is_share);
}

void check_values(const Options& options, const Command& command, Errors& errors) {
    for (const Option& option : all_options()) {
        if (option.choices == nullptr || option.target.text == nullptr) continue;
        const auto& value = options.*option.target.text;
        if (value) collect_errors(errors, [&] { check_choice(option, command, *value); });
    }
    if (options.samples) collect_errors(errors, [&] { (void)read_samples(*options.samples); });
    if (options.seed) collect_errors(errors, [&] { (void)read_seed(*options.seed); });
    if (options.percentiles) collect_errors(errors, [&] { (void)read_percentiles(*options.percentiles); });
    collect_errors(errors, [&] { (void)read_steps(options); });
    if (options.step) collect_errors(errors, [&] { (void)read_step(*options.step, {}); });
    if (options.pull) collect_errors(errors, [&] { (void)read_pull(*options.pull); });
}

}  // namespace bote

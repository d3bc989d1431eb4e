#include "inputs.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/number_text.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/model/asked.hpp"
#include "bote/report/select.hpp"
#include "bote/views/common.hpp"
#include "bote/views/uncertainty.hpp"
#include "bote/yaml/yaml.hpp"
#include "files.hpp"
#include "next_question.hpp"
#include "series.hpp"

namespace bote {
namespace {

std::uint64_t read_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
        throw InputError(Error{
            {}, fmt::format("--seed {}: expected a whole number from 0 to {}", show_in_line(text), UINT64_MAX), ""});
    }
    return seed;
}

constexpr double kMostCounted = 1e9;

struct Wanted {
    Dimension dimension;
    std::string_view what;
    std::string_view hint;
};

/// A value as in a workload, such as `5 years` or `1M`, that is known without any quantity.
template <class Check>
double read_amount(std::string_view option, const std::string& value, const Conventions& conventions, Check is_good,
                   const Wanted& wanted) {
    const auto source = make_source(fmt::format("{} {}", option, show_in_line(value)), value, SourceKind::option);
    check_text(source);
    const Text text{value, {source, 0, value.size()}, true, std::string(option)};
    const auto refuse = [&] {
        throw InputError(Error{text.span, fmt::format("expected {}", wanted.what), std::string(wanted.hint)});
    };
    Expression tree = parse_formula(text, {});
    if (has_names(tree) || is_factor(tree)) refuse();
    resolve_units(text, tree, {}, wanted.dimension);
    const double amount = evaluate(tree, {}, conventions);
    if (!is_good(amount)) refuse();
    return amount;
}

/// 0.0005, 0.005, 0.0095 -> "5,50,95": what was written, a hundredfold.
std::string as_percentages(const std::vector<double>& percentiles) {
    constexpr double kTwice = 1e4;  // from a share of a percent to percent
    std::vector<std::string> parts;
    for (const double each : percentiles) parts.push_back(format_number(each * kTwice, kWorkingDigits));
    return fmt::format("{}", fmt::join(parts, ","));
}

/// "5,50,95" -> 0.05, 0.5, 0.95, in rising order.
std::vector<double> read_percentiles(const std::string& list) {
    constexpr double kHundred = 100;
    constexpr std::size_t kMost = 9;
    std::vector<double> percentiles;
    for (const auto part : split(list, ',')) {
        double value = 0;
        if (!read_whole_double(trim(part), value) || !(value > 0 && value < kHundred) || percentiles.size() == kMost)
            throw InputError(Error{
                {},
                fmt::format("--percentiles {}: expected up to nine numbers above 0 and below 100", show_in_line(list)),
                "write `--percentiles 10,50,90`"});
        percentiles.push_back(value / kHundred);
    }
    constexpr double kOnePercent = 0.01;
    if (std::all_of(percentiles.begin(), percentiles.end(), [](double each) { return each < kOnePercent; }))
        throw InputError(Error{{},
                               fmt::format("--percentiles {}: expected percentages, not shares", show_in_line(list)),
                               fmt::format("write `--percentiles {}`", as_percentages(percentiles))});
    std::sort(percentiles.begin(), percentiles.end());
    percentiles.erase(std::unique(percentiles.begin(), percentiles.end()), percentiles.end());
    return percentiles;
}

}  // namespace

Estimate estimate_for(const Names& asked, const std::string& argument, const CommandSetting& setting) {
    const Workload workload = read_workload(argument, setting.environment);
    return estimate_for(asked, workload, overlay_for(workload, setting));
}

std::vector<NamedEstimate> estimates_of(const std::string& argument, const CommandSetting& setting) {
    return Series(argument, setting).compute_all();
}

double read_time(std::string_view option, const std::string& value, const Conventions& conventions) {
    const auto is_time = [](double seconds) { return seconds > 0 && std::isfinite(seconds); };
    return read_amount(option, value, conventions, is_time,
                       {kSecond, "a length of time above zero", "write `5 years`"});
}

std::uint64_t read_count(std::string_view option, const std::string& value, double least, const CountHelp& help) {
    const auto is_count = [&](double n) { return n >= least && n <= kMostCounted && n == std::floor(n); };
    return static_cast<std::uint64_t>(read_amount(option, value, {}, is_count, {kCount, help.wanted, help.hint}));
}

SampleRequest read_request(const Options& options) {
    SampleRequest request;
    if (options.samples)
        request.count =
            read_count("--samples", *options.samples, 1, {"a whole number up to a billion", "write `--samples 100k`"});
    if (options.seed) request.seed = read_seed(*options.seed);
    if (options.exact) request.precision = Precision::exact;
    if (options.percentiles) request.percentiles = read_percentiles(*options.percentiles);
    return request;
}

namespace {

bool has_charts(const Report& report) {
    return std::any_of(report.blocks.begin(), report.blocks.end(),
                       [](const Block& block) { return std::holds_alternative<Chart>(block); });
}

/// Whether all that it writes is one picture.
bool is_picture(const Format& format) { return format.audience == Audience::page && format.name != "html"; }

std::string draw(const Report& report, const CommandSetting& setting) {
    std::string text = setting.format.render(report, setting.canvas);
    if (!text.empty() || !is_picture(setting.format)) return text;
    if (setting.options.card)
        throw InputError(Error{{}, "this answer has no figures for a card", "`estimate` has them"});
    if (setting.format.name == "dot")
        throw InputError(Error{{}, "this answer has no diagram", "`diagram` and `estimate` draw one"});
    const std::string_view by = setting.format.name == "svg" ? "" : ", or none that Mermaid can draw";
    throw InputError(Error{{},
                           fmt::format("this answer has no chart{}", by),
                           "`estimate`, `diagram`, `timeline`, `sweep` and `drivers` draw; see `--chart`"});
}

/// What it takes to make the page again.
void add_sources(Report& report, const CommandSetting& setting) {
    std::string command = "bote";
    for (const std::string& each : setting.arguments) command += " " + quote_word(each);
    const bool titled = std::any_of(report.blocks.begin(), report.blocks.end(), [](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        return heading != nullptr && heading->level == 1;
    });
    if (!titled) report.blocks.insert(report.blocks.begin(), Heading{"bote " + setting.command, 1});
    report.blocks.emplace_back(Heading{"How this page was made", 2, Fold::folded});
    report.blocks.emplace_back(Listing{"The command", command});
    std::vector<std::string_view> told;
    for (const SourcePtr& source : *setting.sources) {
        if (std::find(told.begin(), told.end(), source->name) != told.end()) continue;
        told.push_back(source->name);
        report.blocks.emplace_back(Listing{source->name, source->text});
    }
}

/// Numbers in base units need these in the heads of their columns.
void name_units(Table& records) {
    for (std::size_t i = 0; i < records.columns.size() && !records.rows.empty(); ++i) {
        if (const auto* quantity = std::get_if<Quantity>(&records.rows.front()[i]))
            records.columns[i].title = sheet_title(records.columns[i].title, quantity->display);
    }
}

/// A chart in the format asked for; a sheet gets its numbers.
std::string render_chart(const Report& report, const CommandSetting& setting) {
    Report shown = select_chart(report, *setting.options.chart);
    if (setting.format.audience == Audience::sheet) {
        shown.records = chart_table(std::get<Chart>(shown.blocks.back()));
        name_units(shown.records);
    }
    return draw(shown, setting);
}

}  // namespace

std::string render(const Report& report, const CommandSetting& setting) {
    const auto& sections = setting.options.section;
    if (!sections.empty()) return render_sections(report, sections, setting);
    if (setting.options.chart) return render_chart(report, setting);
    if (setting.format.audience != Audience::people || !has_charts(report)) return render_drawn(report, setting);
    return draw(without_charts(report), setting);
}

std::string render_drawn(const Report& report, const CommandSetting& setting) {
    if (setting.format.name != "html") return draw(report, setting);
    if (setting.environment.skips_folded) return draw(without_folded(report), setting);
    Report page = report;
    add_sources(page, setting);
    return draw(page, setting);
}

std::string render_sections(const Report& report, const std::vector<std::string>& sections,
                            const CommandSetting& setting) {
    const Audience audience = setting.format.audience;
    if (audience == Audience::sheet || audience == Audience::program || is_picture(setting.format))
        throw InputError(Error{{}, fmt::format("{} has no sections", setting.format.name), "leave `--format` out"});
    Report shown = select_sections(report, sections);
    if (audience == Audience::people) shown = without_charts(std::move(shown));
    return draw(shown, setting);
}

}  // namespace bote

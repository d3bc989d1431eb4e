#include "inputs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/report/select.hpp"
#include "bote/views/common.hpp"
#include "files.hpp"
#include "next_question.hpp"
#include "series.hpp"

namespace bote {

Estimate estimate_for(const Names& asked, const std::string& argument, const CommandSetting& setting) {
    const Workload workload = read_workload(argument, setting);
    return estimate_for(asked, workload, overlay_for(workload, setting));
}

std::vector<NamedEstimate> estimates_of(const std::string& argument, const CommandSetting& setting) {
    return Series(argument, setting).compute_all();
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

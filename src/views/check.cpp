#include "bote/views/check.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/engine/contradictions.hpp"
#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/uncertainty.hpp"
#include "bote/views/verdicts.hpp"
#include "contradictions.hpp"
#include "page.hpp"

namespace bote {
namespace {

std::string verdict(const CheckedLine& line) { return line.holds ? "ok" : "FAILS"; }

Table table_of(const CheckedFile& file) {
    Table table{{{"", ColumnKind::text}, {"Expected", ColumnKind::text}, {"Is", ColumnKind::number}}, {}};
    for (const auto& line : file.lines) table.rows.push_back({verdict(line), line.text, line.actual});
    return table;
}

bool is_note(const Finding& finding) { return finding.kind == "note"; }

Tone tone_of(const Finding& finding, Strictness strictness) {
    return strictness == Strictness::all && !is_note(finding) ? Tone::bad : Tone::plain;
}

Severity severity_of(const Finding& finding, Strictness strictness) {
    if (is_note(finding)) return Severity::note;
    return strictness == Strictness::all ? Severity::error : Severity::warning;
}

auto count_faults(const CheckedFile& file) {
    return std::count_if(file.findings.begin(), file.findings.end(),
                         [](const Finding& finding) { return !is_note(finding); });
}

/// "Waiting"
std::string title_of(const Finding& finding) {
    std::string title = finding.kind;
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

Datum datum_of(const CheckedFile& file) {
    Datum::Array lines;
    for (const auto& line : file.lines) {
        Datum::Object object{
            {"text", text_datum(line.text)}, {"holds", {line.holds}}, {"actual", text_datum(line.actual)}};
        if (std::isfinite(line.left)) object.push_back({"left", number_datum(line.left)});
        if (std::isfinite(line.right)) object.push_back({"right", number_datum(line.right)});
        if (line.chance) object.push_back({"chance", number_datum(*line.chance)});
        if (line.wanted_chance > 0) object.push_back({"wanted_chance", number_datum(line.wanted_chance)});
        lines.push_back({std::move(object)});
    }
    Datum::Array notes;
    for (const auto& finding : file.findings) {
        if (is_note(finding)) notes.push_back(text_datum(finding.text));
    }
    return {Datum::Object{{"name", text_datum(file.name)},
                          {"file", text_datum(file.file)},
                          {"valid", {file.readable}},
                          {"expectations", {std::move(lines)}},
                          {"contradictions", file.contradictions_data},
                          {"notes", {std::move(notes)}},
                          {"waiting", waiting_datum(file.waiting)}}};
}

Span given_at(const Model& model, QuantityIndex index) { return where_given(model, model[index]); }

std::vector<Finding> contradictions_of(const Estimate& estimate) {
    const auto found = find_contradictions(estimate.model, estimate.values.quantities);
    const auto lines = contradiction_lines(estimate);
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < found.size(); ++i)
        findings.push_back({"contradiction", lines[i], given_at(estimate.model, found[i].quantity)});
    return findings;
}

/// Where the first quantity that a rule compares is given.
Span given_for(const Model& model, const BoundRule& bound) {
    for (const auto side : {bound.left, bound.right}) {
        for (const Binding& name : side) {
            if (name.quantity != QuantityIndex::none && model[name.quantity].place >= 0)
                return given_at(model, name.quantity);
        }
    }
    return {};
}

std::vector<Finding> notes_of(const Estimate& estimate) {
    const auto& rules = estimate.model.rules;
    std::vector<Finding> notes;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!rules[i].rule->is_note) continue;
        const Verdict verdict = judge(estimate.model, estimate.values, i);
        if (verdict.holds) notes.push_back({"note", note_text(verdict), given_for(estimate.model, rules[i])});
    }
    return notes;
}

/// With its place where that is in a file: an option has no lines.
Annotation annotation_of(const CheckedFile& file, Severity severity, std::string rule, const Span& where) {
    Annotation annotation{severity, std::move(rule), file.file};
    if (!where.source || where.source->kind != SourceKind::file) return annotation;
    const Location begin = location_of(where);
    const Location end = location_of({where.source, where.end, where.end});
    annotation.file = where.source->name;
    annotation.line = begin.line;
    annotation.column = begin.column;
    annotation.end_column = end.line == begin.line && end.column > begin.column ? end.column : begin.column + 1;
    return annotation;
}

/// Own quantities without a finite value, and what of the model is too large for any number. What it makes of an
/// overload may well be infinite.
void add_out_of_range(const Estimate& estimate, std::vector<Finding>& findings) {
    const std::size_t before = findings.size();
    for (const QuantityIndex index : estimate.model.quantities.indices()) {
        const ModelQuantity& quantity = estimate.model[index];
        if (quantity.definition != nullptr || std::isfinite(estimate.values.quantities[index])) continue;
        findings.push_back(
            {"range", fmt::format("`{}` has no finite value", quantity.name), given_at(estimate.model, index)});
    }
    if (findings.size() > before) return;  // the rest follows from those
    const auto all = estimate.model.quantities.indices();
    const bool any = std::any_of(all.begin(), all.end(), [&](QuantityIndex index) {
        const Definition* row = estimate.model[index].definition;
        return row != nullptr && row->scale && !std::isfinite(estimate.values.quantities[index]);
    });
    if (any) findings.push_back({"range", out_of_range_text(estimate), {}});
}

/// An annotation for each thing that was looked at: that the file is valid, its expectations, its findings.
void annotate(const CheckedFile& file, Strictness strictness, std::vector<Annotation>& into) {
    const auto add = [&](Severity severity, std::string rule, const Span& where, std::string title,
                         std::string message) {
        into.push_back(annotation_of(file, severity, std::move(rule), where));
        into.back().title = std::move(title);
        into.back().message = std::move(message);
    };
    if (file.readable) add(Severity::fine, "input", {}, "input", "valid");
    for (const Error* error : errors_to_tell(file.errors))
        add(Severity::error, "input", error->where, "input",
            error->hint.empty() ? error->what : fmt::format("{} ({})", error->what, error->hint.text));
    for (const auto& line : file.lines)
        add(line.holds ? Severity::fine : Severity::error, "expectation", line.where, line.text, told(line));
    for (const auto& finding : file.findings)
        add(severity_of(finding, strictness), finding.kind, finding.where, title_of(finding), finding.text);
}

}  // namespace

std::string told(const CheckedLine& line) {
    if (line.chance && line.wanted_chance > 0)
        return fmt::format("has a chance of {}", chance_text(*line.chance, line.wanted_chance));
    return "is " + line.actual;
}

CheckedFile check_estimate(const Estimate& estimate) { return check_estimates({{"", "", estimate}}); }

CheckedFile check_estimates(const std::vector<NamedEstimate>& estimates) {
    const Estimate& estimate = estimates.front().estimate;
    const Model& model = estimate.model;
    CheckedFile file{model.name, model.file, true, {}, waiting_in(estimates), contradictions_of(estimate)};
    file.contradictions_data = contradictions_datum(estimate);
    for (std::size_t i = 0; i < model.expectations.size(); ++i) {
        const auto& expectation = model.expectations[i];
        file.lines.push_back({expectation.text, found_text(estimate, i), estimate.values.left[i],
                              estimate.values.right[i], expectation_holds(estimate, i), chance_of(estimate, i),
                              expectation.terms.chance, expectation.where});
    }
    for (const auto& line : contradictions_of_scenarios(estimates))
        file.findings.push_back({"contradiction", line, {}});
    for (const auto& input : file.waiting) {
        const auto found = model.find(input.name);
        file.findings.push_back({"waiting", describe(input), found ? given_at(model, *found) : Span{}});
    }
    add_out_of_range(estimate, file.findings);
    for (auto& note : notes_of(estimate)) file.findings.push_back(std::move(note));
    for (const auto& line : notes_of_scenarios(estimates)) file.findings.push_back({"note", line, {}});
    return file;
}

bool all_hold(const std::vector<CheckedFile>& files) {
    return std::all_of(files.begin(), files.end(), [](const CheckedFile& file) {
        return std::all_of(file.lines.begin(), file.lines.end(), [](const CheckedLine& line) { return line.holds; });
    });
}

bool passes(const std::vector<CheckedFile>& files, Strictness strictness) {
    const auto is_clean = [](const CheckedFile& file) { return count_faults(file) == 0; };
    return all_hold(files) &&
           (strictness == Strictness::expectations || std::all_of(files.begin(), files.end(), is_clean));
}

namespace {

void add_records(const CheckedFile& file, Table& records) {
    const Display plain = *parse_display("x");
    for (const auto& line : file.lines)
        records.rows.push_back({file.file, line.text, line.actual, Quantity{line.left, plain},
                                Quantity{line.right, plain}, verdict(line)});
    for (const auto& finding : file.findings)
        records.rows.push_back({file.file, finding.text, {}, {}, {}, finding.kind});
}

std::string result_of(std::size_t count, std::size_t held) {
    if (count == 0) return "No expectations";
    if (count == 1) return held == 1 ? "1 expectation holds" : "1 expectation fails";
    return fmt::format("{} of {} expectations {}", held, count, held == 1 ? "holds" : "hold");
}

/// "Chat (chat.yaml)"; a workload of a document has no file to name.
std::string title_of(const CheckedFile& file) {
    const bool named = file.name != file.file && !file.file.starts_with('#');
    return named ? fmt::format("{} ({})", file.name, file.file) : file.name;
}

}  // namespace

Report describe_check(const std::vector<CheckedFile>& files, Strictness strictness) {
    Report report;
    report.records.columns = {
        {"file"}, {"expectation"}, {"actual"}, {"left", ColumnKind::number}, {"right", ColumnKind::number}, {"result"}};
    Datum::Array list;
    std::size_t count = 0;
    std::size_t held = 0;
    std::ptrdiff_t found = 0;
    for (const auto& file : files) {
        report.blocks.emplace_back(Heading{title_of(file), 2});
        if (!file.readable) report.blocks.emplace_back(Note{"has errors", Tone::bad});
        else if (file.lines.empty()) report.blocks.emplace_back(Note{"valid; it expects nothing", Tone::plain});
        else report.blocks.emplace_back(table_of(file));
        count += file.lines.size();
        for (const auto& line : file.lines) held += line.holds ? 1 : 0;
        found += count_faults(file);
        for (const auto& finding : file.findings)
            report.blocks.emplace_back(Note{title_of(finding) + ": " + finding.text, tone_of(finding, strictness)});
        add_records(file, report.records);
        annotate(file, strictness, report.annotations);
        list.push_back(datum_of(file));
    }
    std::string result =
        fmt::format("{}, in {} {}.", result_of(count, held), files.size(), files.size() == 1 ? "file" : "files");
    if (strictness == Strictness::all && found > 0)
        result += fmt::format(" {} {} under --strict.", found, found == 1 ? "finding fails" : "findings fail");
    report.blocks.emplace_back(Heading{"Result", 2});
    report.blocks.emplace_back(Note{result, passes(files, strictness) ? Tone::good : Tone::bad});
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"expectations", number_datum(static_cast<double>(count))},
                                 {"holding", number_datum(static_cast<double>(held))},
                                 {"passes", {passes(files, strictness)}},
                                 {"files", {std::move(list)}}}};
    return report;
}

}  // namespace bote

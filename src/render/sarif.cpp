// SARIF: Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020).

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/render/render.hpp"

namespace bote {
namespace {

constexpr struct {
    std::string_view name;
    std::string_view meaning;
} kRules[] = {
    {"input", "The file has to be a valid workload"},
    {"expectation", "What the file expects has to hold"},
    {"waiting", "An input that lacks others beside it has no effect"},
    {"contradiction", "A given value differs from what other given values make of it"},
    {"note", "A value that is possible may be a slip"},
    {"range", "A quantity has no finite value"},
};

Datum word(std::string_view text) { return {std::string(text)}; }

Datum number(std::size_t value) { return {static_cast<double>(value)}; }

Datum object(std::string key, Datum value) { return {Datum::Object{{std::move(key), std::move(value)}}}; }

/// A path as the reference that a URI takes: what is no plain character stands as its code.
std::string reference_to(std::string_view path) {
    constexpr std::string_view kPlain = "-._~/+@!$&'()*,=";
    std::string text = path.starts_with('/') ? "file://" : "";
    for (const char letter : path) {
        const auto is_in = [&](char first, char last) { return letter >= first && letter <= last; };
        const bool plain = is_in('a', 'z') || is_in('A', 'Z') || is_in('0', '9');
        if (plain || kPlain.find(letter) != std::string_view::npos) text += letter;
        else text += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return text;
}

Datum location_of(const Annotation& each) {
    Datum::Object place{{"artifactLocation", object("uri", word(reference_to(each.file)))}};
    if (each.line > 0)
        place.push_back({"region",
                         {Datum::Object{{"startLine", number(each.line)},
                                        {"startColumn", number(each.column)},
                                        {"endColumn", number(each.end_column)}}}});
    return object("physicalLocation", {std::move(place)});
}

std::string_view sarif_level_of(Severity severity) {
    switch (severity) {
        case Severity::fine: return "none";
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

Datum result_of(const Annotation& each) {
    const auto* const rule =
        std::find_if(std::begin(kRules), std::end(kRules), [&](const auto& other) { return other.name == each.rule; });
    return {Datum::Object{{"ruleId", word(each.rule)},
                          {"ruleIndex", number(position_of(rule, kRules))},
                          {"level", word(sarif_level_of(each.severity))},
                          {"message", object("text", word(fmt::format("{}: {}", each.title, each.message)))},
                          {"locations", {Datum::Array{location_of(each)}}}}};
}

Datum driver() {
    Datum::Array rules;
    for (const auto& rule : kRules)
        rules.push_back(
            {Datum::Object{{"id", word(rule.name)}, {"shortDescription", object("text", word(rule.meaning))}}});
    return {Datum::Object{{"name", word("bote")}, {"version", word(BOTE_VERSION)}, {"rules", {std::move(rules)}}}};
}

}  // namespace

std::string render_sarif(const Report& report, const Canvas& canvas) {
    Datum::Array results;
    for (const auto& each : report.annotations) {
        if (each.severity != Severity::fine) results.push_back(result_of(each));
    }
    Datum run{Datum::Object{{"tool", object("driver", driver())},
                            {"columnKind", word("unicodeCodePoints")},
                            {"results", {std::move(results)}}}};
    Report log;
    log.data = {Datum::Object{
        {"$schema", word("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")},
        {"version", word("2.1.0")},
        {"runs", {Datum::Array{std::move(run)}}}}};
    return render_json(log, canvas);
}

}  // namespace bote

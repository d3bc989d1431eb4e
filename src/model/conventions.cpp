#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"
#include "reader.hpp"

namespace bote {
namespace {

constexpr std::string_view kNames[] = {"day", "month", "year", "kilo"};
constexpr double kBinaryKilo = 1024;
constexpr double kDecimalKilo = 1000;

[[noreturn]] void refuse(const Text& text, const std::string& what, std::string hint) {
    throw InputError(formula_error(text, 0, text.text.size(), what, std::move(hint)));
}

/// day, month, year, kilo: each may use those before it.
bool comes_later(Follows used, std::string_view name) {
    const auto place = [](Follows follows) { return static_cast<int>(follows) - static_cast<int>(Follows::day); };
    const auto* const found = std::find(std::begin(kNames), std::end(kNames), name);
    return used != Follows::nothing && place(used) >= static_cast<int>(found - std::begin(kNames));
}

double constant(const Text& text, std::string_view name, Dimension wanted, const Conventions& conventions) {
    Expression tree = parse_formula(text, {});
    for (const Node& node : tree.nodes()) {
        if (node.unit != kNoUnit && comes_later(unit_at(node.unit).follows, name)) {
            refuse(text, "a convention uses only those before it: day, month, year, kilo",
                   wanted == kSecond ? "write it in seconds" : "write 1000 or 1024");
        }
    }
    if (has_names(tree)) refuse(text, "a convention is a plain value", "write `day: 100000 s`");
    if (is_uncertain(tree)) refuse(text, "a convention is one value, not a range", "write `day: 100000 s`");
    const bool is_count =
        std::none_of(tree.nodes().begin(), tree.nodes().end(), [](const Node& node) { return node.unit != kNoUnit; });
    if (wanted == kCount && !is_count)
        refuse(text, "a kilobyte has 1000 or 1024 bytes", "write `kilo: 1000` or `kilo: 1024`");
    resolve_units(text, tree, {}, wanted);
    return evaluate(tree, {}, conventions);
}

/// A month and a year are so many days unless they are given themselves.
void set_day(double seconds, Conventions& conventions) {
    const Conventions usual;
    conventions.day = seconds;
    conventions.month = seconds * (usual.month / usual.day);
    conventions.year = seconds * (usual.year / usual.day);
}

void apply(const Setting& setting, Conventions& conventions) {
    const std::string& name = setting.key.text;
    if (name == "kilo") {
        const double kilo = constant(setting.value, name, kCount, conventions);
        if (kilo != kDecimalKilo && kilo != kBinaryKilo)
            refuse(setting.value, "a kilobyte has 1000 or 1024 bytes", "write `kilo: 1024`");
        conventions.kilo = kilo;
        return;
    }
    const double seconds = constant(setting.value, name, kSecond, conventions);
    if (!(seconds > 0) || !std::isfinite(seconds))
        refuse(setting.value, "expected a duration greater than zero", "write `day: 100000 s`");
    if (name == "day") set_day(seconds, conventions);
    if (name == "month") conventions.month = seconds;
    if (name == "year") conventions.year = seconds;
}

/// Those of the file in their order; `replace_day` is called behind the day.
template <class ReplaceDay>
Conventions read(const Workload& workload, Errors& errors, ReplaceDay replace_day) {
    Conventions conventions;
    for (const auto name : kNames) {
        collect_errors(errors, [&, name = name] {
            for (const auto& setting : workload.conventions) {
                if (setting.key.text == name) apply(setting, conventions);
            }
            if (name == "day") replace_day(conventions);
        });
    }
    return conventions;
}

}  // namespace

Conventions read_conventions(const Workload& workload, const std::optional<Setting>& day, Errors& errors) {
    for (const auto& setting : workload.conventions) {
        if (std::find(std::begin(kNames), std::end(kNames), setting.key.text) != std::end(kNames)) continue;
        const std::vector<std::string_view> known(std::begin(kNames), std::end(kNames));
        errors.push_back({setting.key.span, fmt::format("there is no convention '{}'", setting.key.text),
                          suggest(setting.key.text, known)});
    }
    return read(workload, errors, [&](Conventions& conventions) {
        if (day) apply(*day, conventions);
    });
}

Conventions conventions_with_day(const Workload& workload, double seconds) {
    Errors ignored;
    return read(workload, ignored, [&](Conventions& conventions) { set_day(seconds, conventions); });
}

}  // namespace bote

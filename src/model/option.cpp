// `name=value` of the command line.

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/model/workload.hpp"

namespace bote {
namespace {

/// `1M,b=2`: what stands behind a comma and assigns too.
std::string_view second_assignment(std::string_view value) {
    for (auto comma = value.find_first_of(",;"); comma != std::string_view::npos;
         comma = value.find_first_of(",;", comma + 1)) {
        const auto rest = value.substr(comma + 1);
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return {};
        const auto name = trim(rest.substr(0, equals));
        const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        });
        if (is_name) return rest;
    }
    return {};
}

}  // namespace

Setting value_of_option(std::string_view option, std::string_view name, const std::string& value) {
    const auto source = make_source(fmt::format("{} {}", option, show_in_line(value)), value, SourceKind::option);
    check_text(source);
    const Span whole{source, 0, value.size()};
    return {
        {std::string(name), whole, false, ""}, std::nullopt, {value, whole, true, std::string(name)}, Layer::option};
}

Setting read_option(std::string_view assignment, std::string_view option) {
    const auto source = make_source(fmt::format("{} {}", option, show_in_line(assignment)), std::string(assignment),
                                    SourceKind::option);
    check_text(source);
    const auto equals = assignment.find('=');
    const Span whole{source, 0, assignment.size()};
    if (equals == std::string_view::npos)
        throw InputError(Error{whole, "expected an assignment", "write `--set dau=5M`"});
    const auto name = trim(assignment.substr(0, equals));
    const auto value = trim(assignment.substr(equals + 1));
    if (name.empty()) throw InputError(Error{whole, "missing a name before '='", "write `--set dau=5M`"});
    if (value.starts_with('='))
        throw InputError(Error{{source, equals, equals + 2},
                               "an assignment has one '='",
                               fmt::format("write `{} {}={}`", option, name, trim(value.substr(1)))});
    if (value.empty()) throw InputError(Error{whole, fmt::format("'{}' has no value", name), "write `--set dau=5M`"});
    if (const auto next = second_assignment(value); !next.empty())
        throw InputError(Error{whole, "one option sets one quantity",
                               fmt::format("write `{} {}={} {} {}`", option, name,
                                           trim(value.substr(0, value.size() - next.size() - 1)), option, trim(next))});
    const auto text_at = [&](std::string_view part, std::string subject) {
        const auto begin = offset_in(assignment, part);
        return Text{std::string(part), {source, begin, begin + part.size()}, true, std::move(subject)};
    };
    return {text_at(name, ""), std::nullopt, text_at(value, std::string(name)), Layer::option};
}

}  // namespace bote

#include "bote/model/asked.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/model/catalog.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Where the last `in` stands that has something before and behind it; npos: nowhere.
std::size_t find_in(std::string_view word) {
    for (auto at = word.rfind("in"); at != std::string_view::npos && at > 0; at = word.rfind("in", at - 1)) {
        const bool before = (is_blank(word[at - 1]) || word[at - 1] == ')') && !trim(word.substr(0, at)).empty();
        const bool behind = at + 2 < word.size() && is_blank(word[at + 2]);
        if (before && behind) return at;
        if (before && at + 2 == word.size()) return at;  // the unit is missing
    }
    return std::string_view::npos;
}

/// A piece of a source without the blanks around it.
Text text_of(const SourcePtr& source, std::size_t begin, std::size_t end) {
    const std::string_view whole = source->text;
    const auto part = trim(whole.substr(begin, end - begin));
    if (part.empty()) return {"", {source, begin, end}, true, ""};
    const auto first = offset_in(whole, part);
    return {std::string(part), {source, first, first + part.size()}, true, ""};
}

/// `1 per min` is `1/min`.
std::string with_slashes(std::string unit) {
    constexpr std::string_view kPer = " per ";
    for (auto at = unit.find(kPer); at != std::string::npos; at = unit.find(kPer)) unit.replace(at, kPer.size(), "/");
    return unit.starts_with("per ") ? "/" + unit.substr(4) : unit;
}

}  // namespace

bool is_name_asked(std::string_view word) {
    if (word.empty() || !is_letter(word.front())) return false;
    const bool plain = std::all_of(word.begin(), word.end(),
                                   [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; });
    if (plain) return true;
    std::string meant(word);  // `peak-qps` is no difference
    std::replace(meant.begin(), meant.end(), '-', '_');
    return built_in_catalog().find(meant).has_value();
}

std::string asked_name(std::string_view word) { return show_in_line(trim(word)); }

OwnQuantity read_asked(std::string_view word) {
    const auto source = make_source("QUANTITY", std::string(word), SourceKind::option);
    check_text(source);
    OwnQuantity own;
    own.asked = true;
    own.layer = Layer::option;
    const auto in = find_in(word);
    own.value = text_of(source, 0, std::min(in, word.size()));
    own.name = {asked_name(word), own.value.span, false, ""};
    if (own.value.text.empty()) throw InputError(Error{own.value.span, "missing a quantity or a formula", ""});
    if (in == std::string_view::npos) return own;
    Text unit = text_of(source, in + 2, word.size());
    if (unit.text.empty())
        throw InputError(Error{{source, in, in + 2}, "missing a unit behind 'in'", "write `in TB` or `in 1/min`"});
    unit.text = with_slashes(std::move(unit.text));
    own.unit = std::move(unit);
    return own;
}

OwnQuantity read_definition(std::string_view assignment) {
    constexpr std::string_view kExample = "write `--define 'photo_share [%]=photo.data / data'`";
    const auto source =
        make_source(fmt::format("--define {}", show_in_line(assignment)), std::string(assignment), SourceKind::option);
    check_text(source);
    const auto equals = assignment.find('=');
    const auto fail = [&](std::string what) {
        throw InputError(Error{{source, 0, assignment.size()}, std::move(what), std::string(kExample)});
    };
    if (equals == std::string_view::npos) fail("expected NAME=FORMULA");
    const Text key = text_of(source, 0, equals);
    if (key.text.empty()) fail("missing a name before '='");
    Errors errors;
    OwnQuantity own = split_definition(key, errors);
    if (!errors.empty()) throw InputError(std::move(errors));
    own.layer = Layer::option;
    own.value = text_of(source, equals + 1, assignment.size());
    own.value.subject = own.name.text;
    if (own.value.text.empty()) fail(fmt::format("'{}' has no formula", own.name.text));
    return own;
}

OwnQuantity split_definition(const Text& key, Errors& errors) {
    OwnQuantity own;
    const auto open = key.text.find('[');
    const auto close = key.text.rfind(']');
    const bool closed = open != std::string::npos && close != std::string::npos && close > open &&
                        trim(std::string_view(key.text).substr(close + 1)).empty();
    if ((open != std::string::npos || close != std::string::npos) && !closed) {
        errors.push_back({key.span, fmt::format("'{}': a unit stands in brackets behind the name", key.text),
                          "write `fanout_rate [/s]: ...`"});
    }
    const auto end = open == std::string::npos ? key.text.size() : open;
    const auto name = trim(std::string_view(key.text).substr(0, end));
    own.name = {std::string(name), key.part(0, name.size()), key.exact, ""};
    if (closed) own.unit = Text{key.text.substr(open + 1, close - open - 1), key.part(open, close + 1), false, ""};
    return own;
}

void add_definition(OwnQuantity own, std::vector<OwnQuantity>& all) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const OwnQuantity& each) { return each.name.text == own.name.text; });
    if (same == all.end()) all.push_back(std::move(own));
    else if (same->layer <= own.layer) *same = std::move(own);
}

}  // namespace bote

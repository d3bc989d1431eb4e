#include "typed.hpp"

#include <algorithm>
#include <string>

#include "bote/base/character.hpp"

namespace bote {
namespace {

struct TypedName {
    std::string_view typed;
    Typed typed_as;
};
constexpr TypedName kCommands[] = {
    {"?", Typed::hint},    {"hint", Typed::hint}, {"!", Typed::show},      {"show", Typed::show}, {".", Typed::skip},
    {"skip", Typed::skip}, {"why", Typed::why},   {"again", Typed::again}, {"help", Typed::help}, {"h", Typed::help},
    {"q", Typed::quit},    {"quit", Typed::quit}, {"exit", Typed::quit},
};

}  // namespace

Typed read_typed(std::string_view typed) {
    const std::string lower = lower_case(typed);
    const auto* row = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [&](const TypedName& each) { return each.typed == lower; });
    return row == std::end(kCommands) ? Typed::estimate : row->typed_as;
}

Reply reply_of(std::string_view typed) {
    const std::string lower = lower_case(typed);
    if (lower == "y" || lower == "yes") return Reply::yes;
    return lower == "n" || lower == "no" ? Reply::no : Reply::neither;
}

}  // namespace bote

// Values whose dimension may fit and whose shape tells that something else is meant.

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/lexer.hpp"
#include "reader.hpp"

namespace bote {
namespace {

constexpr std::string_view kOfOneUser = "_per_user";

/// A number that may be one of users: `300M`, or `40 users` in so many words. Of a certain word, `40 servers`, where
/// one is given.
bool may_count(const Text& text, const Node& node, std::string_view word = "") {
    constexpr double kFewest = 1000;
    if (node.op != Op::literal || node.unit != kNoUnit || node.written == Written::percent) return false;
    const auto written = std::string_view(text.text).substr(node.begin, node.end - node.begin);
    const auto blank = written.rfind(' ');
    if (node.number >= kFewest) return true;
    return blank != written.npos && is_counting_word(written.substr(blank + 1)) &&
           written.substr(blank + 1).starts_with(word);
}

bool is_sum(Tree tree) { return tree.back().op == Op::add || tree.back().op == Op::subtract; }

}  // namespace

/// `reads: writes_per_user * 10`: nothing in it counts the users.
bool Reader::is_of_one_user(const Given& given) const {
    bool any = false;
    for (const Resolved& name : given.names) {
        if (name.is_word) continue;
        const bool is_own = nodes_.is_own(name.id);
        const bool is_rate = nodes_.name(name.id).ends_with(kOfOneUser);
        const Numerator kind = is_own ? Numerator::count : nodes_.definition(name.id).display.numerator;
        if (!is_rate && kind != Numerator::share && kind != Numerator::ratio) return false;
        any = any || is_rate;
    }
    return any && std::none_of(given.formula->nodes().begin(), given.formula->nodes().end(),
                               [&](const Node& node) { return may_count(given.value, node); });
}

std::size_t leaf_before(Tree tree, std::size_t leaf) {
    do --leaf;
    while (tree[leaf].arguments > 0);
    return leaf;
}

/// `100M users * 2 tweets/user/day`: a number that is not the divided one counts what is divided by.
bool Reader::counts_its_words(const Given& given) const {
    const Tree tree = given.formula->nodes();
    std::vector<const Node*> divided;
    std::string word;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].op != Op::name) continue;
        divided.push_back(&tree[leaf_before(tree, i)]);
        if (word.empty()) word = given.value.text.substr(tree[i].begin, tree[i].end - tree[i].begin);
    }
    return std::any_of(tree.begin(), tree.end(), [&](const Node& node) {
        return may_count(given.value, node, word) && std::find(divided.begin(), divided.end(), &node) == divided.end();
    });
}

bool Reader::check_whole(const Given& given) {
    if (given.names.empty() || nodes_.is_own(given.id)) return true;
    const Definition& definition = nodes_.definition(given.id);
    if (definition.kind != Class::total && !definition.scale) return true;
    const auto is_word = [](const Resolved& name) { return name.is_word; };
    const bool all_words = std::all_of(given.names.begin(), given.names.end(), is_word);
    const bool of_one_user = !all_words && is_of_one_user(given);
    if (!of_one_user && !(all_words && !counts_its_words(given))) return true;
    // `writes: 2 photos/user/day` would be two photos a day, whatever `dau` is.
    const std::string word = of_one_user ? "user" : std::string(names_of(given.value.text, *given.formula).front());
    const auto meant = meant_in(word, 0);
    std::string value(trim(given.value.text));
    if (is_sum(given.formula->nodes())) value = "(" + value + ")";
    errors_.push_back({given.value.span, fmt::format("{}: that is for one {}, not for all", given.value.subject, word),
                       meant ? write_instead(trim(given.value.text), fmt::format("{} * {}", *meant, value))
                             : Hint("multiply it by how many there are")});
    return false;
}

namespace {

/// `1:30 h` as the time that it is read off a clock.
std::string hint_for_clock(std::string_view written, const Unit* unit) {
    const auto colon = written.find(':');
    const auto left = written.substr(0, colon);
    const auto end = std::min(written.find_first_not_of("0123456789.", colon + 1), written.size());
    const auto right = written.substr(colon + 1, end - colon - 1);
    const auto in = [&](std::string_view first, std::string_view second) {
        return fmt::format("`{} {} + {} {}`", left, first, right, second);
    };
    if (unit != nullptr && unit->factor == kHour) return "write " + in("h", "min");
    if (unit != nullptr && unit->factor == kMinute) return "write " + in("min", "s");
    return fmt::format("write {} or {}", in("h", "min"), in("min", "s"));
}

}  // namespace

void Reader::check_shape(const Given& given) const {
    const Text& text = given.value;
    const Tree tree = given.formula->nodes();
    const Node& first = tree.front();
    const auto written = trim(std::string_view(text.text));
    const bool is_lone = tree.size() == 1 && first.op == Op::literal;
    if (is_lone && first.unit != kNoUnit && !written.empty() && (is_letter(written.front()) || written == "$"))
        throw InputError(formula_error(text, first.begin, first.end,
                                       fmt::format("a number is missing before '{}'", written),
                                       written == "$" ? "write `$5`" : fmt::format("write `1 {}` for one", written)));
    const Display& display = nodes_.definition(given.id).display;
    const auto ends = display.numerator == Numerator::ratio ? range_ends(tree, conventions_) : std::nullopt;
    constexpr std::size_t kTwoNumbers = 3;  // nodes: both, and what joins them
    if (ends && ends->first > ends->second && tree.size() == kTwoNumbers) {
        const auto number = [&](const Node& node) { return text.text.substr(node.begin, node.end - node.begin); };
        throw InputError(formula_error(text, 0, text.text.size(), "a range goes from a low to a high end",
                                       write_instead(written, fmt::format("{}:{}", number(tree[0]), number(tree[1])))));
    }
    const bool may_divide = display.numerator == Numerator::ratio || display.numerator == Numerator::share ||
                            display.numerator == Numerator::times;
    const auto ratio = std::find_if(tree.begin(), tree.end(), [](const Node& node) {
        return node.op == Op::literal && node.written == Written::ratio && node.begin < node.end;
    });
    if (may_divide || ratio == tree.end() || !given.names.empty()) return;
    const Unit* unit = ratio->unit == kNoUnit ? nullptr : &unit_at(ratio->unit);
    const auto shown = text.text.substr(ratio->begin, ratio->end - ratio->begin);
    throw InputError(formula_error(
        text, ratio->begin, ratio->end, fmt::format("'{}' reads as a ratio", shown),
        display.dimension == kSecond ? hint_for_clock(shown, unit) : "a ratio is no value here: write one number"));
}

}  // namespace bote

#include "respell.hpp"

#include <regex>
#include <vector>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "reading.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongest = 200;  // bytes; longer formulas are no slips of spelling

struct LookAlike {
    std::string_view written;
    std::string_view hint;
    std::string_view instead = "";  // where it is the edit, in any formula
};
constexpr LookAlike kLookAlikes[] = {
    {"×", "write `*`"},
    {"·", "write `*`"},
    {"÷", "write `/`"},
    {"−", "write `-`"},
    {"–", "write `-`"},
    {"—", "write `-`"},
    {"≤", "write `<=`"},
    {"≥", "write `>=`"},
    {"≈", "write `~`"},
    {"²", "write `^2`"},
    {"³", "write `^3`"},
    {"⁶", "write `^6`"},
    {"⁹", "write `^9`"},
    {"µ", "write `us`"},
    {"€", "money is written with `$`"},
    {"=", "compare with `==`", "=="},
    {"=>", "write `>=`", ">="},
    {"=<", "write `<=`", "<="},
    {"\"", "leave the quotes out"},
    {"'", "leave the quotes out"},
    {"{", "write `(`"},
    {"[", "write `(`"},
    {"]", "write `)`"},
    {"}", "write `)`"},
    {"#", "a comment has a blank before its `#`"},
    {":", "a ratio has a number on both sides: `100:1`"},
    {"…", "a range is written `1M to 2M`"},
    {"..", "a range is written `1M to 2M`"},
};

struct Rewrite {
    const char* pattern;
    const char* replacement;
    std::string_view remark;  // behind the rewritten formula
};
// Tried in this order, one after the other; the last remark is said.
constexpr Rewrite kRewrites[] = {
    {"\u2212", "-", ""},
    {"(\\d) ?\u00d7(?! ?[\\w($])", "$1x", ""},
    {"\u00d7|\u00b7", "*", ""},  // no class: to std::regex each is two characters
    {"\u00f7", "/", ""},
    {"\\*\\*", "^", ""},
    {"\u00b5s|\u03bcs", "us", ""},
    {"(\\d) ?[xX] ?(?=\\d)", "$1 * ", ""},
    {"(\\d) +[xX]$", "$1x", ""},
    {"^ *(?:~|\u2248|about|approx\\.?|approximately|around|roughly|ca\\.?|circa) *(?=[\\d$])", "",
     ", or a range such as `{0} \u00b1 20%`"},
    {"^ *(?:<=?|>=?|\u2264|\u2265|up to|at most|at least|less than|more than|over|under) *(?=[\\d$])", "",
     ", or a range such as `1M to 2M`"},
    {" +(?:or so|or thereabouts|give or take) *$", "", ", or a range such as `{0} \u00b1 20%`"},
    {"^([^+]*[\\w%]) *\\+ *$", "$1", ", or a range such as `1M to 2M`"},
    {"(?:US\\$|USD|\u20ac|EUR|\u00a3|GBP|\u00a5) *(?=\\d)", "$$", "; any one currency will do"},
    {"(\\d[\\w.]*) ?(?:\\$|\u20ac|EUR|\u00a3|GBP|\u00a5)", "$$$1", "; any one currency will do"},
    {"(\\d+) ?h(?:r|rs|our|ours)? ?(\\d+) ?m(?:in|ins|inutes?)?$", "$1 h + $2 min", ""},
    {"(\\d ?(?:years?|months?|weeks?|days?|d|h|hours?|hrs?|min|mins|minutes?|s|seconds?)),?(?: and)? +(?=\\d)", "$1 + ",
     ""},
    {"\\b(?:two|2) nines\\b", "99%", ""},
    {"\\b(?:three|3) nines\\b", "99.9%", ""},
    {"\\b(?:four|4) nines\\b", "99.99%", ""},
    {"\\b(?:five|5) nines\\b", "99.999%", ""},
    {"\\b(?:six|6) nines\\b", "99.9999%", ""},
    {"(\\d%) +of +(?:the +)?(?=[\\w$])", "$1 * ", ""},
    {"\\b(?:daily|weekly|monthly|active|concurrent|registered|unique|total|new) +(?=[a-z])", "", ""},
    {"^ *(?:one|an?) +(?=(?:hundred|thousand|[a-z]*illion|year|month|week|day|hour|minute|second)s?\\b)", "1 ", ""},
    {"^ *doubl(?:e|es|ed|ing) +(?:yearly|annually|each year)$", "100%", ""},
    {"^ *:?= *", "", ""},
    {"(\\d)-(bit|byte)s?\\b", "$1 $2", ""},
    {"^ *(?:RF|rf) *=? *(?=\\d)", "", ""},
    {"^ *(?:RS|EC|rs|ec) ?\\((\\d+), ?(\\d+)\\)", "$1+$2", ""},
    {"[;.,]+ *$", "", ""},
    {"\u2013|\u2014", "-", ""},  // a dash that is no range is a minus
};

/// Made once: the editor asks at every stroke, and each takes as long as all that is matched with it.
const std::vector<std::regex>& patterns() {
    static const std::vector<std::regex> made = [] {
        std::vector<std::regex> each;
        for (const Rewrite& row : kRewrites) each.emplace_back(row.pattern);
        return each;
    }();
    return made;
}

std::string without_superscripts(std::string text) {
    static constexpr std::string_view kDigits[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                                   "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    std::string result;
    bool raised = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t digit = 0;
        while (digit < std::size(kDigits) && !std::string_view(text).substr(at).starts_with(kDigits[digit])) ++digit;
        const bool found = digit < std::size(kDigits);
        if (found && !raised) result += '^';
        raised = found;
        if (found) result += static_cast<char>('0' + digit);
        else result += text[at];
        at += found ? kDigits[digit].size() : 1;
    }
    return result;
}

/// The two sides of what may be a range, each trimmed.
std::optional<std::pair<std::string, std::string>> sides_of(const std::string& text) {
    static const std::regex range(
        "^\\s*(?:between\\s+|from\\s+)?(\\$?\\d[\\w.%$/ ]*?)\\s*"
        "(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\u2212|\u2026|\\.\\.+|~|\\band\\b|\\bto\\b)\\s*(\\$?\\d[\\w.%$/ "
        "]*?)\\s*$");
    std::smatch match;
    if (!std::regex_match(text, match, range)) return std::nullopt;
    return std::pair(match[1].str(), match[2].str());
}

std::optional<std::pair<double, double>> ends_of(const std::string& range, std::optional<Dimension> wanted) {
    try {
        const Text text{range, {}, false, ""};
        Expression tree = read_formula(text, {});
        resolve_units(text, tree, {}, wanted);
        return range_ends(tree, Conventions{});
    } catch (const InputError&) {
        return std::nullopt;
    }
}

/// Whether it is read as a range, if need be as one of counts: `500M to 2B`.
bool is_rising(const std::string& range) {
    auto ends = ends_of(range, std::nullopt);
    if (!ends) ends = ends_of(range, kCount);
    return ends && ends->first < ends->second;
}

}  // namespace

Hint hint_for_character(std::string_view rest) {
    Hint hint;
    for (const auto& row : kLookAlikes) {
        if (rest.starts_with(row.written))
            hint = with_edit(std::string(row.hint), row.written, std::string(row.instead));
    }
    return hint;
}

std::optional<std::string> as_range(std::string_view formula) {
    if (formula.size() > kLongest) return std::nullopt;
    const auto sides = sides_of(std::string(formula));
    if (!sides) return std::nullopt;
    const auto& [low, high] = *sides;
    static const std::regex magnitude("^\\$?[\\d.]+( ?(?:[kKMBT]|thousand|[a-z]*illion|mn|bn|tn))\\b.*");
    std::smatch match;
    // `1 to 2B` would be refused: its low end may be 1 or a billion.
    static const std::regex alone("[\\d.]+");
    static const std::regex with_b("[\\d.]+B");
    std::vector<std::string> readings;
    if (std::regex_match(low, alone) && std::regex_match(high, with_b)) readings.push_back(low + "B to " + high);
    readings.push_back(low + " to " + high);
    if (std::regex_match(high, match, magnitude)) readings.push_back(low + match[1].str() + " to " + high);
    for (const auto& reading : readings) {
        if (is_rising(reading)) return reading;
    }
    return std::nullopt;
}

Hint rewrite(const Text& text, std::string instead) {
    Hint hint = write_instead(text.text, std::move(instead));
    hint.where = text.part(0, text.text.size());
    return hint;
}

Hint hint_for_spelling(const Text& written, const std::function<void(const Text&)>& read) {
    const std::string_view formula = written.text;
    static const std::regex other_base("\\b0[xX][0-9a-fA-F]");  // no product
    if (formula.size() > kLongest || std::regex_search(written.text, other_base)) return "";
    const bool is_range = formula.find(" to ") != std::string_view::npos && !formula.starts_with("from") &&
                          !formula.starts_with("between");
    if (const auto range = is_range ? std::nullopt : as_range(formula)) return rewrite(written, *range);
    std::string text = without_superscripts(std::string(formula));
    std::string_view remark;
    for (std::size_t i = 0; i < std::size(kRewrites); ++i) {
        std::string next = std::regex_replace(text, patterns()[i], kRewrites[i].replacement);
        if (next != text && !kRewrites[i].remark.empty()) remark = kRewrites[i].remark;
        text = std::move(next);
    }
    if (text == formula) return "";
    try {
        read({text, {}, false, ""});
    } catch (const InputError&) {
        return "";
    }
    Hint hint = rewrite(written, std::string(trim(text)));
    hint.text += fmt::format(fmt::runtime(remark), trim(text));
    return hint;
}

Hint Rewritten::hint(const Text& written) const { return text.empty() ? Hint() : rewrite(written, text); }

namespace {

/// `10k`, `$5`
bool is_amount(const std::string& text, const Node& node) {
    const char first = node.begin < text.size() ? text[node.begin] : ' ';
    return node.op == Op::literal && (is_digit(first) || first == '$');
}

/// Whether a node divides by a unit what was divided by an amount: `data / 200 MB/s`.
bool divides_twice(const std::string& text, Tree tree, std::size_t i) {
    return i >= 3 && tree[i].op == Op::divide && tree[i - 1].op == Op::literal && tree[i - 1].unit != kNoUnit &&
           !is_amount(text, tree[i - 1]) && tree[i - 2].op == Op::divide && is_amount(text, tree[i - 3]);
}

}  // namespace

void check_rate_below(const Text& text, Tree tree) {
    const std::string& written = text.text;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (!divides_twice(written, tree, i) || tree[i - 3].unit == kNoUnit) continue;
        const Node& amount = tree[i - 3];
        const bool joined = written.substr(amount.end, tree[i - 1].begin - amount.end) == "/";
        const bool apart = amount.begin >= 3 && written.substr(amount.begin - 3, 3) == " / ";
        if (!joined || !apart) continue;
        const auto rate = written.substr(amount.begin, tree[i - 1].end - amount.begin);
        throw InputError(formula_error(text, amount.begin, tree[i - 1].end,
                                       fmt::format("'/ {}' divides by one unit after the other", rate),
                                       in_parentheses(text, tree).hint(text)));
    }
}

Rewritten in_parentheses(const Text& text, Tree tree) {
    Rewritten result;
    std::string written = text.text;
    for (std::size_t i = tree.size(); i-- > 3;) {  // from behind, so that places stay
        if (!divides_twice(text.text, tree, i)) continue;
        written.insert(tree[i].end, ")").insert(tree[i - 3].begin, "(");
        const Dimension unit = unit_at(tree[i - 1].unit).dimension;
        result.change = result.change * unit * unit;
        result.text = std::string(trim(written));
    }
    return result;
}

Hint hint_for_dash_of_units(const Text& text) {
    if (text.text.size() > kLongest) return {};
    static const std::regex dash("((?:/|per) ?[A-Za-z]+) ?- ?(?:(month)|(mo)|(hour|hr|h)|(year|yr)|(day))\\b");
    std::smatch match;
    if (!std::regex_search(text.text, match, dash)) return {};
    const char* const units[] = {"month", "month", "hour", "year", "day"};
    std::size_t unit = 0;
    while (!match[unit + 2].matched) ++unit;
    return rewrite(text, match.prefix().str() + match[1].str() + "/" + units[unit] + match.suffix().str());
}

Hint hint_for_share(const Text& text, Tree tree, const Node& sum) {
    if (sum.op != Op::add && sum.op != Op::subtract) return {};
    const std::string written = text.text.substr(sum.begin, sum.end - sum.begin);
    const auto index = at(&sum - tree.data());
    const Node& right = tree[index - 1];
    const std::string_view sign = sum.op == Op::add ? "+" : "-";
    const auto part = [&](std::size_t begin, std::size_t end) {
        return std::string(trim(std::string_view(text.text).substr(begin, end - begin)));
    };
    const auto is_share = [](const Node& node) { return node.op == Op::literal && node.written == Written::percent; };
    if (is_share(right)) {
        std::string base = part(sum.begin, right.begin);
        base = std::string(trim(std::string_view(base).substr(0, base.size() - 1)));
        const Op op = tree[index - 2].op;
        if ((op == Op::add || op == Op::subtract) && !base.starts_with('(')) base = "(" + base + ")";
        return write_instead(written, fmt::format("{} * (1 {} {})", base, sign, part(right.begin, right.end)));
    }
    // `20% + 100k`
    std::size_t first = index - 1;
    for (int wanted = 1; wanted > 0; --first) wanted += tree[first].arguments - 1;
    const Node& left = tree[first];
    if (!is_share(left) || sum.op != Op::add) return {};
    const auto plus = text.text.find('+', left.end);
    return write_instead(written, fmt::format("{} * (1 + {})", part(plus + 1, sum.end), part(left.begin, left.end)));
}

}  // namespace bote

#include "bote/model/model_text.hpp"

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/parser.hpp"

namespace bote {
namespace {

constexpr std::string_view kBar = " | ";
constexpr std::string_view kFieldSeparator = " ; ";
constexpr std::string_view kEquals = " = ";
constexpr std::string_view kNeutral = "neutral ";

struct ClassRow {
    std::string_view name;
    Class kind;
};
constexpr ClassRow kClasses[] = {
    {"workload", Class::workload}, {"object", Class::object}, {"policy", Class::policy}, {"total", Class::total}};

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(trim(text.substr(0, at)));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(trim(text));
    return parts;
}

/// One line of a `.model` file.
class RowReader {
public:
    RowReader(const SourcePtr& source, std::size_t begin, std::string_view line)
        : source_(source), begin_(begin), line_(line) {}

    ModelRow read() {
        const auto fields = split_at(line_, kFieldSeparator);
        const auto equals = fields[0].find(kEquals);
        read_head(fields[0].substr(0, equals));
        if (equals != std::string_view::npos) read_alternatives(fields[0].substr(equals + kEquals.size()));
        const auto field = [&](std::size_t i) {
            return i < fields.size() && fields[i] != "-" ? std::string(fields[i]) : std::string();
        };
        row_.meaning = field(1);
        row_.range = field(2);
        row_.source = field(3);
        if (row_.meaning.empty()) fail("a row has a meaning");
        return std::move(row_);
    }

private:
    [[noreturn]] void fail(std::string_view what) const {
        throw InputError(Error{{source_, begin_, begin_ + line_.size()}, std::string(what), ""});
    }

    Text text(std::string_view part) const {
        const auto offset = static_cast<std::size_t>(part.data() - line_.data());
        return {std::string(part), {source_, begin_ + offset, begin_ + offset + part.size()}, true, row_.name};
    }

    void read_head(std::string_view head) {
        const auto open = head.find('[');
        const auto close = head.find(']');
        if (open == std::string_view::npos || close == std::string_view::npos) fail("a row has a [unit]");
        row_.name = std::string(trim(head.substr(0, open)));
        const auto display = parse_display(head.substr(open + 1, close - open - 1));
        if (!display) fail("the unit is not known");
        row_.display = *display;
        row_.unit = std::string(trim(head.substr(open + 1, close - open - 1)));
        read_flags(split_at(trim(head.substr(close + 1)), " "));
    }

    void read_flags(const std::vector<std::string_view>& words) {
        bool open = false;
        bool classed = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto word = words[i];
            if (const auto kind = class_named(word)) {
                row_.kind = *kind;
                classed = true;
            } else if (word == "internal") row_.internal = true;
            else if (word == "open") open = true;
            else if (word == "whole") row_.whole = true;
            else if (word.starts_with('>') || word.starts_with('<')) read_bound(words, i);
            else fail(fmt::format("'{}' is no flag", word));
        }
        if (!classed) fail("a row has a class");
        if (!row_.low) row_.low = zero();
        if (!row_.high && !open && row_.unit == "%") row_.high = parse_formula({"100%", {}, false, ""}, {});
    }

    static Expression zero() {
        Expression tree;
        tree.nodes.emplace_back();
        return tree;
    }

    static std::optional<Class> class_named(std::string_view word) {
        for (const auto& row : kClasses) {
            if (row.name == word) return row.kind;
        }
        return std::nullopt;
    }

    /// `>= 1`, `<= 1 day`: the words up to the next bound or flag.
    void read_bound(const std::vector<std::string_view>& words, std::size_t& i) {
        const auto sign = words[i];
        std::string literal;
        while (i + 1 < words.size() && words[i + 1].find_first_of("<>") == std::string_view::npos &&
               !class_named(words[i + 1]) && words[i + 1] != "whole" && words[i + 1] != "open" &&
               words[i + 1] != "internal") {
            literal += std::string(words[++i]) + " ";
        }
        auto value = parse_formula({literal, {source_, begin_, begin_ + line_.size()}, false, row_.name}, {});
        (sign.starts_with('>') ? row_.low : row_.high) = std::move(value);
        (sign.starts_with('>') ? row_.low_allowed : row_.high_allowed) = sign.ends_with('=');
    }

    void read_alternatives(std::string_view part) {
        for (auto each : split_at(part, kBar)) {
            ModelAlternative alternative;
            alternative.neutral = each.starts_with(kNeutral);
            if (alternative.neutral) each = trim(each.substr(kNeutral.size()));
            alternative.text = std::string(each);
            alternative.tree = parse_formula(text(each), {});
            row_.alternatives.push_back(std::move(alternative));
        }
    }

    const SourcePtr& source_;
    std::size_t begin_;
    std::string_view line_;
    ModelRow row_;
};

}  // namespace

std::vector<ModelRow> read_model(std::string_view name, std::string_view text) {
    std::vector<ModelRow> rows;
    const auto source = make_source(std::string(name) + ".model", std::string(text));
    const auto dash = name.find('-');
    const std::string section(dash == std::string_view::npos ? name : name.substr(dash + 1));
    const std::string_view whole = source->text;
    for (const auto line : split(whole, '\n')) {
        if (trim(line).empty() || line.front() == '#') continue;
        const auto begin = static_cast<std::size_t>(line.data() - whole.data());
        rows.push_back(RowReader(source, begin, line).read());
        rows.back().section = section;
    }
    return rows;
}

}  // namespace bote

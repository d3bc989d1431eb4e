#include "bote/yaml/yaml.hpp"

#include <sstream>
#include <unordered_set>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "yaml_lines.hpp"
#include "yaml_marks.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestKey = 128;

class Builder : public YAML::EventHandler {
public:
    explicit Builder(const Marks& marks) : marks_(marks) {}

    [[nodiscard]] YamlNode take_root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1)
            refuse(mark, "the workload ends before this; the rest belongs to nothing",
                   "one file holds one workload, whose lines begin in the same column");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        check(mark, "", anchor);
        const bool flow = !levels_.empty() && levels_.back().node.flow;
        const bool is_item = !flow && !levels_.empty() && levels_.back().node.kind == YamlNode::Kind::list;
        const std::size_t at = marks_.offset(mark);
        place({YamlNode::Kind::nothing, is_item ? marks_.empty_item(at) : marks_.empty_text(at), {}, {}, flow});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(mark, "an alias (`*`) is not supported",
               "write the value out; a formula that starts with `*` goes in quotes");
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        check(mark, tag, anchor);
        Text text = marks_.scalar_text(marks_.offset(mark), value);
        const char first = marks_.character(text.span.begin);
        if (value.empty() && (first == '|' || first == '>')) {
            marks_.fail(text.span.begin, 1, fmt::format("a value cannot start with '{}'", first), "leave it out");
        }
        if (const auto found = find_forbidden_character(value); found || find_invalid_utf8(value)) {
            marks_.fail(text.span.begin, text.span.end - text.span.begin, "an escape makes a control character",
                        "remove it");
        }
        place({YamlNode::Kind::scalar, std::move(text), {}, {}, false});
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(mark, tag, anchor, YamlNode::Kind::list, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(mark, tag, anchor, YamlNode::Kind::map, style);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        YamlNode node;
        bool expects_key = true;
        Text key;
    };

    [[noreturn]] void refuse(const YAML::Mark& mark, std::string what, std::string hint = "") const {
        marks_.fail(marks_.offset(mark), 1, std::move(what), std::move(hint));
    }

    void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0) refuse(mark, "an anchor (`&`) is not supported", "write the value out");
        // A quoted text has the tag `!` too, without one that is written.
        const bool is_written = tag == "!" && marks_.character(marks_.offset(mark)) == '!';
        if (is_written || (!tag.empty() && tag != "?" && tag != "!"))
            refuse(mark, "a tag (`!`) is not supported", "remove it");
        if (++nodes_ > kMostNodes)
            refuse(mark, fmt::format("the file has more than the limit of {} nodes", kMostNodes), "");
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind,
              YAML::EmitterStyle::value style) {
        check(mark, tag, anchor);
        if (static_cast<int>(levels_.size()) >= kDeepestYaml)
            refuse(mark, fmt::format("nested deeper than the limit of {}", kDeepestYaml), "");
        if (expects_key())
            refuse(mark, "a key is a plain word; this opens a map or a list, or is never closed",
                   "close it, or put the value in quotes");
        levels_.push_back(
            {{kind, marks_.empty_text(marks_.offset(mark)), {}, {}, style == YAML::EmitterStyle::Flow}, true, {}});
    }

    void close() {
        YamlNode node = std::move(levels_.back().node);
        levels_.pop_back();
        place(std::move(node));
    }

    bool expects_key() const {
        return !levels_.empty() && levels_.back().node.kind == YamlNode::Kind::map && levels_.back().expects_key;
    }

    void place(YamlNode node) {
        if (levels_.empty()) {
            root_ = std::move(node);
            return;
        }
        Level& level = levels_.back();
        if (level.node.kind == YamlNode::Kind::list) {
            level.node.items.push_back(std::move(node));
        } else if (level.expects_key) {
            take_key(level, std::move(node.text), node.kind);
        } else {
            level.node.entries.push_back({std::move(level.key), std::move(node)});
            level.expects_key = true;
        }
    }

    void take_key(Level& level, Text key, YamlNode::Kind kind) {
        const std::size_t at = key.span.begin;
        const std::size_t length = key.span.end - at;
        if (kind != YamlNode::Kind::scalar || trim(key.text).empty())
            marks_.fail(at, 1, "missing a key before ':'", "");
        if (key.text == "<<") marks_.fail(at, length, "a merge key (`<<`) is not supported", "write the values out");
        if (key.text.size() > kLongestKey) marks_.fail(at, kLongestKey, "key too long (at most 128 bytes)", "");
        level.key = std::move(key);
        level.expects_key = false;
    }

    const Marks& marks_;
    std::vector<Level> levels_;
    YamlNode root_;
    int nodes_ = 0;
    int documents_ = 0;
};

struct Phrase {
    std::string_view library;
    std::string_view what;
    std::string_view hint;
};

// What the parser stumbles over, in our words; the first row whose phrase occurs is taken.
constexpr Phrase kPhrases[] = {
    {"illegal map value", "unexpected ':'", "quote a value that holds a colon"},
    {"end of map not found", "the line does not fit the map it stands in", "check the indentation, or quote the value"},
    {"end of map flow", "'{' is not closed", "close it with '}'; quote values that hold a comma"},
    {"end of sequence flow", "'[' is not closed", "close it with ']'"},
    {"end of sequence not found", "the line does not fit the list it stands in", "check the indentation"},
    {"illegal block entry", "unexpected list entry ('- ')", "a negative number is written without a blank"},
    {"illegal map key", "unexpected key", "check the indentation"},
    {"illegal flow end", "this closes nothing", "remove it"},
    {"unknown token", "a value cannot start with this character", "put the value in quotes"},
    {"block scalar", "a value cannot start with this character", "put the value in quotes"},
    {"alias not found", "an alias (`*`) is not supported",
     "write the value out; a formula that starts with `*` goes in quotes"},
    {"anchor", "an anchor (`&`) or alias (`*`) is not supported", "write the value out"},
    {"alias", "an anchor (`&`) or alias (`*`) is not supported", "write the value out"},
    {"tag", "a tag (`!`) is not supported", "put the value in quotes"},
    {"end of scalar", "the quote is never closed", "close it"},
    {"EOF in scalar", "the quote is never closed", "close it"},
    {"document indicator in scalar", "the quote is never closed", "close it"},
    {"escape", "the escape in this quoted text is not known", "use single quotes"},
    {"tab", "a tab cannot indent", "use blanks"},
    {"simple key", "a key and its ':' must be on the same line", ""},
};

/// `> 10M`, `@1M`, `%30`, and `100 : 1` with its blanks: the value as it would be read.
void refuse_start_of_value(const Marks& marks, std::string_view text, std::size_t line, std::size_t at) {
    const auto end = std::min(text.find('\n', line), text.size());
    const auto written = text.substr(line, end - line);
    const auto colon = written.find(": ");
    if (colon == written.npos || at < line + colon) return;
    const auto value = trim(written.substr(colon + 1));
    if (value.empty()) return;
    const auto begin = line + offset_in(written, value);
    const auto digits = value.find_first_of("0123456789$");
    auto rest = digits == value.npos ? std::string_view() : value.substr(digits);
    if (rest.ends_with('`')) rest.remove_suffix(1);
    const auto is_plain = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789.") == part.npos;
    };
    if (std::string_view("@%>`").find(value.front()) != value.npos && !rest.empty())
        marks.fail(begin, 1, fmt::format("a value cannot start with '{}'", value.front()),
                   value.front() == '%' ? fmt::format("write `{}%`", rest) : fmt::format("write `{}`", rest));
    const auto middle = value.find(':');
    if (middle == value.npos || middle == 0 || value[middle - 1] != ' ') return;
    const auto left = trim(value.substr(0, middle));
    const auto right = trim(value.substr(middle + 1));
    if (is_plain(left) && is_plain(right))
        marks.fail(begin, value.size(), "a ratio has no blanks", fmt::format("write `{}:{}`", left, right));
}

[[noreturn]] void rethrow(const Marks& marks, const SourcePtr& source, const YAML::Exception& problem) {
    const std::string_view text = source->text;
    std::size_t at = marks.offset(problem.mark);
    if (at >= text.size() && !text.empty())
        at = text.find_last_not_of(" \t\r\n") == std::string_view::npos ? 0 : text.find_last_not_of(" \t\r\n");
    const auto line_start = text.rfind('\n', at == 0 ? 0 : at - 1);
    const std::size_t first = line_start == std::string_view::npos || at == 0 ? 0 : line_start + 1;
    const std::size_t content = std::min(text.find_first_not_of(" \t", first), text.size());
    const auto tab = text.substr(first, content - first).find('\t');
    if (tab != std::string_view::npos) marks.fail(first + tab, 1, "a tab cannot indent", "use blanks");
    if (problem.msg.find("escape") != std::string::npos && text.rfind('\\', at) != std::string_view::npos)
        at = text.rfind('\\', at);
    const bool long_key = at > first + kLongestKey && problem.msg.find("illegal map value") != std::string::npos;
    if (long_key && text.substr(first, at - first).find(' ') == std::string_view::npos)
        marks.fail(first, kLongestKey, "key too long (at most 128 bytes)", "");
    if (problem.msg.find("map") != std::string::npos || problem.msg.find("simple key") != std::string::npos)
        refuse_lines(source, at);
    if (problem.msg.find("alias not found") != std::string::npos && at > 0 && text[at] != '*' && text[at - 1] == '*')
        --at;
    if (at > 0 && text[at - 1] == '[' && problem.msg.find("unknown token") != std::string::npos)
        refuse_lines(source, at - 1);
    refuse_start_of_value(marks, text, first, at);
    if (problem.msg.find("end of map flow") != std::string::npos) at = unclosed_before(text, at, '{', '}');
    if (problem.msg.find("end of sequence flow") != std::string::npos) at = unclosed_before(text, at, '[', ']');
    for (const auto& phrase : kPhrases) {
        if (problem.msg.find(phrase.library) != std::string::npos)
            marks.fail(at, 1, std::string(phrase.what), std::string(phrase.hint));
    }
    marks.fail(at, 1, "not valid YAML", "put the value in quotes");
}

}  // namespace

YamlNode read_yaml(const SourcePtr& source, Errors& mistakes) {
    SourcePtr rest = source;
    for (;;) {
        try {
            return read_yaml(rest);
        } catch (const LineMistake& mistake) {
            mistakes.push_back(mistake.errors().front());
            std::string text = rest->text;
            const auto end = std::min(text.find('\n', mistake.line()), text.size());
            text.replace(mistake.line(), end - mistake.line(), end - mistake.line(), ' ');
            rest = make_source(source->name, std::move(text), source->kind, source->withheld);
        } catch (const InputError&) {
            if (mistakes.empty()) throw;
            throw InputError(std::move(mistakes));  // the rest may be broken by what was taken out
        }
    }
}

void remove_repeated(YamlNode& node, Errors& errors) {
    std::unordered_set<std::string> keys;
    std::vector<YamlEntry> kept;
    for (YamlEntry& entry : node.entries) {
        if (keys.insert(entry.key.text).second) kept.push_back(std::move(entry));
        else errors.push_back({entry.key.span, fmt::format("'{}' is given twice", entry.key.text), "keep one of them"});
    }
    node.entries = std::move(kept);
    for (YamlEntry& entry : node.entries) remove_repeated(entry.value, errors);
    for (YamlNode& item : node.items) remove_repeated(item, errors);
}

YamlNode read_yaml(const SourcePtr& source) {
    check_text(source);
    const Marks marks(source);
    Builder builder(marks);
    try {
        std::istringstream stream(source->text);
        YAML::Parser parser(stream);
        // Twice and never in a loop: a second document is refused by the builder, and some inputs would never end.
        if (parser.HandleNextDocument(builder) && parser.HandleNextDocument(builder)) {
            marks.fail(source->text.size(), 0, "unexpected content after the workload", "one file holds one workload");
        }
    } catch (const YAML::Exception& problem) {
        rethrow(marks, source, problem);
    }
    YamlNode root = builder.take_root();
    if (root.kind == YamlNode::Kind::scalar) refuse_any_line(source);
    if (root.kind == YamlNode::Kind::nothing && !root.text.span.source) root.text.span = {source, 0, 0};
    return root;
}

}  // namespace bote

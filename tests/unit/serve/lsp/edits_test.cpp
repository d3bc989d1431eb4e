// Random edits of valid files, each sent as a range of the text before it. BOTE_EDITS says how many.

#include <algorithm>
#include <cstdlib>
#include <random>

#include "bote/model/embedded.hpp"
#include "bote/serve/rpc.hpp"
#include "project/catch.hpp"
#include "serve/lsp/completion.hpp"
#include "serve/lsp/diagnostics.hpp"
#include "serve/lsp/hints.hpp"
#include "serve/lsp/hover.hpp"
#include "serve/lsp/open_file.hpp"
#include "serve/lsp/symbols.hpp"

namespace bote::test::edits_test {
namespace {

constexpr const char* kUri = "file:///edited.bote.yaml";

/// A text as an editor of UTF-16 has it: lines of units, each with its end. A second opinion on what a place means.
class EditorText {
public:
    explicit EditorText(std::u16string text) : text_(std::move(text)) {}

    [[nodiscard]] std::vector<std::size_t> begins() const {
        std::vector<std::size_t> begins{0};
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i] == u'\r' && i + 1 < text_.size() && text_[i + 1] == u'\n') continue;
            if (text_[i] == u'\n' || text_[i] == u'\r') begins.push_back(i + 1);
        }
        return begins;
    }
    [[nodiscard]] std::size_t size() const { return text_.size(); }
    [[nodiscard]] TextPosition position_of(std::size_t unit) const {
        const auto starts = begins();
        const auto next = std::upper_bound(starts.begin(), starts.end(), unit);
        const auto line = static_cast<std::size_t>(next - starts.begin()) - 1;
        return {line, unit - starts[line]};
    }
    /// How many units a line has without its end.
    [[nodiscard]] std::size_t length_of(std::size_t line) const {
        const auto starts = begins();
        std::size_t end = line + 1 < starts.size() ? starts[line + 1] : text_.size();
        while (end > starts[line] && (text_[end - 1] == u'\n' || text_[end - 1] == u'\r')) --end;
        return end - starts[line];
    }
    /// No editor puts a cursor there.
    [[nodiscard]] bool is_inside(std::size_t unit) const {
        if (unit == 0 || unit >= text_.size()) return false;
        const bool in_pair = text_[unit - 1] >= 0xD800 && text_[unit - 1] < 0xDC00;
        return in_pair || (text_[unit - 1] == u'\r' && text_[unit] == u'\n');
    }
    void replace(std::size_t begin, std::size_t end, const std::u16string& with) {
        text_.replace(begin, end - begin, with);
    }
    [[nodiscard]] std::string utf8() const {
        std::string out;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            char32_t code = text_[i];
            if (code >= 0xD800 && code < 0xDC00) code = 0x10000 + ((code - 0xD800) << 10) + (text_[++i] - 0xDC00U);
            append(code, out);
        }
        return out;
    }

private:
    static void append(char32_t code, std::string& out) {
        const auto byte = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
        if (code < 0x80) return byte(code);
        if (code < 0x800) {
            byte(0xC0 | (code >> 6));
        } else if (code < 0x10000) {
            byte(0xE0 | (code >> 12));
            byte(0x80 | ((code >> 6) & 0x3F));
        } else {
            byte(0xF0 | (code >> 18));
            byte(0x80 | ((code >> 12) & 0x3F));
            byte(0x80 | ((code >> 6) & 0x3F));
        }
        byte(0x80 | (code & 0x3F));
    }

    std::u16string text_;
};

/// Of a file; other characters than ASCII come with the edits.
std::u16string units_of(std::string_view utf8) {
    std::u16string text;
    for (const char each : utf8) {
        if (static_cast<unsigned char>(each) < 0x80) text += static_cast<char16_t>(each);
    }
    return text;
}

const std::u16string kPieces[] = {u"",    u" ",     u"\n",      u"\r\n", u":",       u"# \U0001F600\u00e9\n",
                                  u"dau", u"5M",    u"1 KB",    u"/day", u"\u20ac",  u"tweet",
                                  u"  ",  u"{",     u"}",       u"- ",   u"expect:", u"storage <= 1 TB",
                                  u"\"",  u"1 to ", u"objects", u"\t",   u"\r",      u"\U0001F680",
                                  u"* 2", u"'",     u"[",       u"0",    u"%",       u"writes: 1/s\n"};

/// Fails where a range of the protocol is none of the text.
class RangeCheck {
public:
    explicit RangeCheck(const EditorText& text) : text_(text), lines_(text.begins().size()) {}

    void check(const Json& json) {
        if (json.is_object() && json.contains("start") && json.contains("end")) return check_range(json);
        if (json.is_object() && json.contains("position")) check_position(json["position"]);
        for (const Json& each : json) {
            if (each.is_structured()) check(each);
        }
    }

private:
    TextPosition check_position(const Json& json) {
        const TextPosition position = position_from(json);
        if (position.line >= lines_) FAIL("line " << position.line << " of " << lines_);
        if (position.character > text_.length_of(position.line)) FAIL("character " << position.character);
        return position;
    }
    void check_range(const Json& json) {
        const TextPosition start = check_position(json["start"]);
        const TextPosition end = check_position(json["end"]);
        if (std::pair(start.line, start.character) > std::pair(end.line, end.character))
            FAIL("a range that ends first");
    }

    const EditorText& text_;
    std::size_t lines_;
};

class Typist {
public:
    explicit Typist(unsigned seed) : dice_(seed) {}

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(dice_); }

    /// Somewhere between two characters.
    std::size_t place_in(const EditorText& text) {
        std::size_t unit = below(text.size() + 1);
        while (text.is_inside(unit)) --unit;
        return unit;
    }

    Json edit(EditorText& text) {
        const std::size_t begin = place_in(text);
        std::size_t end = std::min(begin + (below(3) == 0 ? below(30) : 0), text.size());
        while (text.is_inside(end)) ++end;
        const std::u16string& piece = kPieces[below(std::size(kPieces))];
        const Json range{{"start", json_of(text.position_of(begin))}, {"end", json_of(text.position_of(end))}};
        Json change{{"range", range}, {"text", EditorText(piece).utf8()}};
        text.replace(begin, end, piece);
        return change;
    }

private:
    std::mt19937 dice_;
};

/// Everything that an editor asks for while somebody types.
void ask_all(OpenFile& file, const EditorText& text, Typist& typist) {
    const Analysis& analysis = file.analysis();
    const std::size_t all = file.text().size();
    const std::size_t offset = analysis.lines.offset_of(text.position_of(typist.place_in(text)));
    RangeCheck ranges(text);
    ranges.check(diagnostics_of(analysis));
    ranges.check(inlay_hints(analysis, 0, all));
    ranges.check(code_lenses(analysis));
    ranges.check(document_symbols(analysis));
    ranges.check(fixes_for(analysis, kUri, 0, all));
    ranges.check(hover_at(analysis, offset));
    ranges.check(definition_at(analysis, kUri, offset));
    ranges.check(references_at(analysis, kUri, offset, true));
    ranges.check(renamable_at(analysis, offset));
    ranges.check(completions_at(analysis, offset));
    try {
        ranges.check(rename_at(analysis, kUri, offset, "other"));
    } catch (const RpcProblem&) {  // nothing to be renamed there
    }
}

/// The first error stands where the command line says that it does.
void check_place(const Analysis& analysis) {
    const auto errors = errors_to_tell(analysis.errors);
    if (errors.empty() || !errors.front()->where.source || analysis.source->text.find('\r') != std::string::npos)
        return;
    const Json start = diagnostics_of(analysis)[0]["range"]["start"];
    CHECK(start["line"].get<std::size_t>() + 1 == location_of(errors.front()->where).line);
}

std::size_t edits_wanted() {
    const char* wanted = std::getenv("BOTE_EDITS");  // NOLINT(concurrency-mt-unsafe): one thread
    return wanted == nullptr ? 120 : std::strtoul(wanted, nullptr, 10);
}

}  // namespace

TEST_CASE("after any edits the server has the editor's text, and every place it names is in it") {
    constexpr std::size_t kMostInARow = 5;
    Typist typist(18);
    const auto presets = embedded_presets();
    std::size_t left = edits_wanted();
    while (left > 0) {
        const auto& preset = presets[typist.below(presets.size())];
        EditorText text(units_of(preset.text));
        OpenFile file(kUri, "yaml", text.utf8(), Encoding::utf16);
        CHECK(file.analysis().errors.empty());
        for (std::size_t row = std::min(left, 1 + typist.below(kMostInARow)); row > 0; --row, --left) {
            file.change(Json::array({typist.edit(text)}));
            CAPTURE(std::string(preset.name), left);
            REQUIRE(file.text() == text.utf8());
            ask_all(file, text, typist);
            check_place(file.analysis());
        }
    }
}

}  // namespace bote::test::edits_test

#include "bote/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "bote/base/index.hpp"
#include "bote/base/quotes.hpp"
#include "bote/base/text.hpp"
#include "excerpt.hpp"

namespace bote {

namespace {

constexpr std::size_t kShownErrors = 20;
constexpr std::size_t kExcerptColumns = 120;
constexpr std::size_t kLineColumns = 100;  // a hint that would end beyond gets a line of its own
// Together with an excerpt at most 4000 bytes.
constexpr std::size_t kNameBytes = 500;
constexpr std::size_t kWhatBytes = 1000;
constexpr std::size_t kHintBytes = 800;

/// Harmless, and cut between two characters.
std::string show(std::string_view text, std::size_t most_bytes) {
    // Escaping never shortens: a character that the first cut splits lies behind the second one.
    constexpr std::size_t kLongestCharacter = 4;
    std::string shown = escape_for_display(text.substr(0, most_bytes + kLongestCharacter));
    if (text.size() <= most_bytes && shown.size() <= most_bytes) return shown;
    std::size_t kept = 0;
    while (kept < shown.size()) {
        const std::size_t next = kept + character_at(shown, kept).length;
        if (next > most_bytes) break;
        kept = next;
    }
    return shown.substr(0, kept) + "…";
}

std::string show_heading(const Error& error, Ink ink) {
    std::string place;
    if (error.where.source) {
        place = show(error.where.source->name, kNameBytes) + ":";
        if (error.where.source->kind == SourceKind::file) {
            const Location found = location_of(error.where);
            place += fmt::format("{}:{}:", found.line, found.column);
        }
        place = paint(place, Style::bold, ink) + " ";
    }
    return fmt::format("{}{} {}\n", place, paint("error:", Style::red, ink), show(error.what, kWhatBytes));
}

/// The line, the caret below it, and the hint behind the caret or below it.
std::string show_excerpt(const Error& error, Ink ink) {
    const bool numbered = error.where.source->kind == SourceKind::file;
    const std::string number = numbered ? fmt::format("  {} |", location_of(error.where).line) : "    |";
    const std::string gutter = std::string(number.size() - 1, ' ') + "|";
    const Excerpt excerpt = excerpt_of(error.where, kExcerptColumns);
    const std::string hint = show(error.hint.text, kHintBytes);

    std::string text = number + (excerpt.line.empty() ? "" : " ") + excerpt.line + "\n";
    const std::string caret = "^" + std::string(excerpt.caret_width - 1, '~');
    text += gutter + " " + std::string(excerpt.caret_column, ' ') + paint(caret, Style::green, ink);
    if (!hint.empty()) {
        const std::size_t used = gutter.size() + 1 + excerpt.caret_column + caret.size() + 1;
        text += used + display_width(hint) <= kLineColumns ? " " : "\n" + gutter + " ";
        text += hint;
    }
    return text + "\n";
}

/// Errors in the order of their places; sources in the order in which they are first met.
std::vector<const Error*> sort_by_place(const Errors& errors) {
    std::vector<const Source*> sources;
    std::vector<std::tuple<std::size_t, std::size_t, const Error*>> keyed;
    for (const Error& error : errors) {
        const Source* source = error.where.source.get();
        const auto met = std::find(sources.begin(), sources.end(), source);
        const auto rank = position_of(met, sources);
        if (met == sources.end()) sources.push_back(source);
        keyed.emplace_back(rank, source == nullptr ? 0 : error.where.begin, &error);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return std::pair(std::get<0>(a), std::get<1>(a)) < std::pair(std::get<0>(b), std::get<1>(b));
    });
    std::vector<const Error*> sorted;
    sorted.reserve(keyed.size());
    for (const auto& key : keyed) sorted.push_back(std::get<2>(key));
    return sorted;
}

/// A second error at a place is mostly an echo of the first. Errors without a place are told apart by what they say.
std::vector<const Error*> drop_echoes(const std::vector<const Error*>& errors) {
    std::set<std::tuple<const Source*, std::size_t, std::string_view>> seen;
    std::vector<const Error*> kept;
    for (const Error* error : errors) {
        const Source* source = error->where.source.get();
        const bool placed = source != nullptr;
        const std::string_view what = placed ? std::string_view() : error->what;
        if (seen.emplace(source, placed ? error->where.begin : 0, what).second) kept.push_back(error);
    }
    return kept;
}

/// The words of an error quote its text as well as the excerpt does: of one that is withheld, only that it has errors.
void withhold(Errors& errors) {
    for (Error& error : errors) {
        const auto source = error.where.source;
        if (!source || source->withheld.empty()) continue;
        error = {{},
                 fmt::format("'{}' has errors, which are not shown: {}", show_in_line(source->name), source->withheld),
                 {}};
    }
}

}  // namespace

void refuse(std::string what, Hint hint) { throw InputError(Error{{}, std::move(what), std::move(hint)}); }

InputError::InputError(Error error) : InputError(Errors{std::move(error)}) {}

InputError::InputError(Errors errors) : errors_(std::move(errors)) { withhold(errors_); }

std::optional<Fix> fix_of(const Error& error) {
    const Hint& hint = error.hint;
    const Span where = inside_quotes(hint.where.source ? hint.where : error.where);
    if (hint.instead.empty() || !where.source) return std::nullopt;
    const std::string_view found = text_of(where);
    if (found == hint.written) return Fix{where, hint.instead};
    // `rsp` in `server: {rsp: 5k/s}`, whose name is `server.rsp`
    if (found.empty() || !hint.written.ends_with("." + std::string(found))) return std::nullopt;
    const std::string_view group = std::string_view(hint.written).substr(0, hint.written.size() - found.size());
    if (!hint.instead.starts_with(group)) return std::nullopt;
    return Fix{where, hint.instead.substr(group.size())};
}

std::string describe(const Error& error, Ink ink) {
    std::string text = show_heading(error, ink);
    if (error.where.source) return text + show_excerpt(error, ink);
    if (!error.hint.empty()) text += "  " + show(error.hint.text, kHintBytes) + "\n";
    return text;
}

void drop_repeated(Errors& errors) {
    std::set<std::tuple<std::string, std::size_t, std::string>> said;
    std::erase_if(errors, [&](const Error& error) {
        const auto& source = error.where.source;
        return !said.emplace(source ? source->name : "", error.where.begin, error.what).second;
    });
}

std::vector<const Error*> errors_to_tell(const Errors& errors) { return drop_echoes(sort_by_place(errors)); }

std::string describe(const Errors& errors, Ink ink) {
    const std::vector<const Error*> sorted = errors_to_tell(errors);
    const std::size_t shown = std::min(sorted.size(), kShownErrors);
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) text += describe(*sorted[i], ink);
    const std::size_t more = sorted.size() - shown;
    if (more > 0) text += fmt::format("{} more {}\n", more, more == 1 ? "error" : "errors");
    return text;
}

}  // namespace bote

#include "model_places.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "model_entries.hpp"

namespace bote {
namespace {

constexpr std::string_view kColon = ": ";
constexpr std::string_view kSlash = " / ";

struct OverviewName {
    std::string_view name;
    Overview overview;
};
constexpr OverviewName kOverviewNames[kOverviews] = {{"scenarios", Overview::scenarios},
                                                     {"compare", Overview::compare},
                                                     {"timeline", Overview::timeline},
                                                     {"sweep", Overview::sweep}};

/// `storage last beside x unlike y`: the words in front of a colon, or all.
ModelPlace read_marks(const Text& field, std::string_view marks) {
    const auto words = split(marks, ' ');
    ModelPlace place;
    place.where = field.span;
    place.section = std::string(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool named = i + 1 < words.size();
        if (words[i] == "last") place.last = true;
        else if (words[i] == "bits") place.as = ShownAs::bits;
        else if (words[i] == "daily") place.as = ShownAs::daily;
        else if (words[i] == "beside" && named) place.beside = std::string(words[++i]);
        else if (words[i] == "unlike" && named) place.unlike = std::string(words[++i]);
        else fail(field, fmt::format("expected last, bits, daily, beside NAME or unlike NAME, found '{}'", words[i]));
    }
    if (place.section.empty()) fail(field, "expected the name of a section");
    return place;
}

/// The same with a title behind a colon.
ModelPlace read_titled(const Text& field) {
    const Text rest = behind_name(field);
    const std::string_view text = rest.text;
    const auto colon = text.find(kColon);
    if (colon == std::string_view::npos) fail(field, "expected ': ' between a section and a title");
    ModelPlace place = read_marks(field, text.substr(0, colon));
    place.title = std::string(trim(text.substr(colon + kColon.size())));
    return place;
}

}  // namespace

void read_line(ModelRow& row, const Text& field, Shorthands /*shorthands*/) {
    row.lines.push_back(read_marks(field, behind_name(field).text));
}

void read_column(ModelRow& row, const Text& field, Shorthands /*shorthands*/) {
    row.columns.push_back(read_titled(field));
}

void read_cell(ModelRow& row, const Text& field, Shorthands /*shorthands*/) {
    ModelPlace place = read_titled(field);
    const auto slash = place.title.find(kSlash);
    if (slash == std::string::npos) fail(field, "expected ' / ' between the row and the column of a cell");
    place.column = place.title.substr(slash + kSlash.size());
    place.title.resize(slash);
    row.cells.push_back(std::move(place));
}

void read_overview(ModelRow& row, const Text& field, Shorthands /*shorthands*/) {
    const Text rest = behind_name(field);
    for (const auto word : split(rest.text, ',')) {
        const auto* found = std::find_if(std::begin(kOverviewNames), std::end(kOverviewNames),
                                         [&](const OverviewName& each) { return each.name == trim(word); });
        if (found == std::end(kOverviewNames)) fail(field, fmt::format("there is no overview '{}'", trim(word)));
        row.overviews.push_back(found->overview);
    }
}

}  // namespace bote

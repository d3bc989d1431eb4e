// The file that says what sections a page has.

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "model_entries.hpp"
#include "model_text.hpp"

namespace bote {
namespace {

constexpr std::string_view kTitle = " : ";

struct OverName {
    std::string_view name;
    Over over;
};
constexpr OverName kOverNames[] = {
    {"objects", Over::objects}, {"few objects", Over::few_objects}, {"tiers", Over::tiers}};

/// Whether the marks end with a word, which is taken off.
bool take_last(std::string_view& marks, std::string_view word) {
    if (!marks.ends_with(word)) return false;
    marks = trim(marks.substr(0, marks.size() - word.size()));
    return true;
}

/// `traffic over objects`, `load long`, `cdn unless tiers`.
ModelSection read_section(const Text& head, std::string_view marks, std::string_view title) {
    ModelSection section;
    section.title = std::string(title);
    section.name = std::string(first_word(marks));
    marks = trim(marks.substr(section.name.size()));
    section.only_in_all = take_last(marks, "long");
    section.only_without_tiers = take_last(marks, "unless tiers");
    section.only_unless_zero = take_last(marks, "unless zero");
    if (marks.empty()) return section;
    const auto* found = std::find_if(std::begin(kOverNames), std::end(kOverNames), [&](const OverName& each) {
        return marks.starts_with("over ") && trim(marks.substr(std::string_view("over ").size())) == each.name;
    });
    if (found == std::end(kOverNames))
        fail(head,
             fmt::format("expected over objects, over few objects, over tiers, unless tiers, unless zero or long, "
                         "found '{}'",
                         marks));
    section.over = found->over;
    return section;
}

}  // namespace

ModelPage read_page(std::string_view name, std::string_view text) {
    ModelPage page;
    for (const auto& entry : read_entries(make_source(std::string(name) + ".model", std::string(text)))) {
        const std::string rest = behind_name(entry.head).text;
        const std::string_view kind = first_word(entry.head.text);
        if (kind == "asked") {
            page.asked_at = entry.head.span;
            for (const auto each : split(rest, ' ')) page.asked.emplace_back(each);
            continue;
        }
        const auto colon = rest.find(kTitle);
        if (colon == std::string::npos) fail(entry.head, "expected a title, behind ' : '");
        const std::string_view marks = trim(std::string_view(rest).substr(0, colon));
        const std::string_view title = trim(std::string_view(rest).substr(colon + kTitle.size()));
        if (kind == "section") page.sections.push_back(read_section(entry.head, marks, title));
        else if (kind == "tier") page.tiers.push_back({std::string(marks), std::string(title)});
        else if (kind == "figure") page.figures.push_back({std::string(marks), std::string(title), entry.head.span});
        else fail(entry.head, fmt::format("expected section, tier, figure or asked, found '{}'", kind));
    }
    return page;
}

}  // namespace bote

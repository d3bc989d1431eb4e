// Where tiers stand between each other, and the peaks of what they are given as their load.

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "reader.hpp"

namespace bote {
namespace {

/// The names that lead from a tier back to itself by `after`; empty where none do.
std::vector<std::string_view> circle_from(std::string_view start, const std::vector<TierSection>& tiers) {
    std::vector<std::string_view> path;
    std::vector<std::string_view> seen;
    const std::function<bool(std::string_view)> leads_back = [&](std::string_view name) {
        const auto found =
            std::find_if(tiers.begin(), tiers.end(), [&](const TierSection& each) { return each.name.text == name; });
        if (found == tiers.end() || std::find(seen.begin(), seen.end(), name) != seen.end()) return false;
        seen.push_back(name);
        path.push_back(name);
        for (const auto& before : found->after) {
            if (before.text == start || leads_back(before.text)) return true;
        }
        path.pop_back();
        return false;
    };
    return leads_back(start) ? path : std::vector<std::string_view>{};
}

constexpr Dimension kRate{0, -1, 0};

bool starts_name(char c) { return c >= 'a' && c <= 'z'; }

bool is_in_name(char c) { return starts_name(c) || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

}  // namespace

void Reader::check_after(const std::vector<TierSection>& tiers) {
    std::vector<std::string_view> known{"clients"};
    for (const auto& tier : built_in_catalog().page.tiers) known.push_back(tier.name);
    for (const auto& tier : tiers) known.push_back(tier.name.text);
    std::vector<std::string_view> in_circles;
    for (const auto& tier : tiers) {
        for (const auto& before : tier.after) {
            if (std::find(known.begin(), known.end(), before.text) == known.end())
                errors_.push_back({before.span, fmt::format("there is no tier '{}' to stand behind", before.text),
                                   suggest(before.text, known)});
        }
        const bool told = std::find(in_circles.begin(), in_circles.end(), tier.name.text) != in_circles.end();
        const auto circle = told ? std::vector<std::string_view>{} : circle_from(tier.name.text, tiers);
        if (circle.empty()) continue;
        in_circles.insert(in_circles.end(), circle.begin(), circle.end());
        const std::string_view next = circle.size() > 1 ? circle[1] : circle.front();
        const auto guilty =
            std::find_if(tier.after.begin(), tier.after.end(), [&](const Text& before) { return before.text == next; });
        errors_.push_back(
            {guilty->span,
             fmt::format("these tiers stand behind each other: {} -> {}", fmt::join(circle, " -> "), tier.name.text),
             "remove one `after`"});
    }
}

/// `load: tweet.write_qps` has the peak of the tweets, whatever that of the whole is.
void Reader::imply_peaks(Givens& givens) {
    const auto load = space_.catalog().find("tier.load");
    const auto peak = space_.catalog().find("tier.load_at_peak");
    if (!load || !peak) return;
    for (int scope = space_.scopes(); scope < space_.all_scopes(); ++scope) {
        const Given* last = nullptr;
        for (const auto& given : givens.all) {
            if (given.id == space_.id(*load, scope) && (last == nullptr || given.layer >= last->layer)) last = &given;
        }
        if (last == nullptr) continue;
        if (const auto text = at_peak(*last)) {
            const Given& given = *last;
            imply(given, *peak, scope, *text, givens);
            givens.all.back().scope = given.scope;
        }
    }
}

/// The formula of a load with `peak_qps` for `qps`; none where it names something that has no peak, or no rate.
std::optional<std::string> Reader::at_peak(const Given& load) const {
    const std::string_view text = load.value.text;
    std::string result;
    bool any = false;
    for (std::size_t i = 0; i < text.size();) {
        const bool begins = starts_name(text[i]) && (i == 0 || !is_in_name(text[i - 1]));
        const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_in_name);
        const auto length = begins ? static_cast<std::size_t>(end - text.begin()) - i : 1;
        std::string word(text.substr(i, length));
        i += length;
        const auto id = begins ? space_.find_quantity(word, load.scope) : std::nullopt;
        if (id && (space_.is_own(*id) || space_.definition(*id).display.dimension == kRate)) {
            const auto dot = word.rfind('.');
            word.insert(dot == std::string::npos ? 0 : dot + 1, "peak_");
            if (space_.is_own(*id) || !space_.find_quantity(word, load.scope)) return std::nullopt;
            any = true;
        }
        result += word;
    }
    return any ? std::optional(result) : std::nullopt;
}

}  // namespace bote

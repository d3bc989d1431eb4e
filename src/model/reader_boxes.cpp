// Where tiers stand between each other, and the peaks of what they are given as their load.

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "reader.hpp"

namespace bote {
namespace {

/// How tiers stand behind each other.
class Circles {
public:
    explicit Circles(const std::vector<TierSection>& tiers) : tiers_(tiers), state_(tiers.size(), kNew) {
        for (std::size_t i = 0; i < tiers.size(); ++i) place_.emplace(tiers[i].name.text, i);
    }

    /// The tiers that lead back to where they began, each circle once; by their places in the file.
    std::vector<std::vector<std::size_t>> find() {
        for (std::size_t i = 0; i < tiers_.size(); ++i) follow(i);
        return std::move(circles_);
    }

private:
    enum : char { kNew, kOpen, kDone };

    void follow(std::size_t start) {
        if (state_[start] != kNew) return;
        path_.assign(1, {start, 0});
        state_[start] = kOpen;
        while (!path_.empty()) {
            auto& [tier, next] = path_.back();
            if (next == tiers_[tier].after.size()) {
                state_[tier] = kDone;
                path_.pop_back();
                continue;
            }
            const auto before = place_.find(tiers_[tier].after[next++].text);
            if (before == place_.end() || state_[before->second] == kDone) continue;
            if (state_[before->second] == kOpen) {
                close(before->second);
                continue;
            }
            state_[before->second] = kOpen;
            path_.push_back({before->second, 0});
        }
    }

    /// The circle begins at the tier that stands first in the file.
    void close(std::size_t tier) {
        auto& circle = circles_.emplace_back();
        const auto begin =
            std::find_if(path_.begin(), path_.end(), [&](const Visit& visit) { return visit.tier == tier; });
        for (auto each = begin; each != path_.end(); ++each) circle.push_back(each->tier);
        std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
    }

    struct Visit {
        std::size_t tier;
        std::size_t next;  // of what it stands behind
    };

    const std::vector<TierSection>& tiers_;
    std::unordered_map<std::string_view, std::size_t> place_;
    std::vector<char> state_;
    std::vector<Visit> path_;
    std::vector<std::vector<std::size_t>> circles_;
};

constexpr Dimension kRate{0, -1, 0};

bool starts_name(char c) { return c >= 'a' && c <= 'z'; }

bool is_in_name(char c) { return starts_name(c) || (c >= '0' && c <= '9') || c == '_' || c == '.'; }

}  // namespace

void Reader::check_after(const std::vector<TierSection>& tiers) {
    std::vector<std::string_view> known{kClients};
    for (const auto& tier : built_in_catalog().page.tiers) known.push_back(tier.name);
    for (const auto& tier : tiers) known.push_back(tier.name.text);
    const std::unordered_set<std::string_view> names(known.begin(), known.end());
    for (const auto& tier : tiers) {
        for (const auto& before : tier.after) {
            if (!names.contains(before.text))
                errors_.push_back({before.span, fmt::format("there is no tier '{}' to stand behind", before.text),
                                   wants_hint() ? suggest(before.text, known) : ""});
        }
    }
    for (const auto& circle : Circles(tiers).find()) {
        std::vector<std::string_view> path;
        for (const std::size_t tier : circle) path.push_back(tiers[tier].name.text);
        const auto& after = tiers[circle.front()].after;
        const std::string_view next = path.size() > 1 ? path[1] : path.front();
        const auto guilty =
            std::find_if(after.begin(), after.end(), [&](const Text& before) { return before.text == next; });
        errors_.push_back(
            {guilty->span,
             fmt::format("these tiers stand behind each other: {} -> {}", fmt::join(path, " -> "), path.front()),
             "remove one `after`"});
    }
}

/// `load: tweet.write_qps` has the peak of the tweets, whatever that of the whole is.
void Reader::imply_peaks(Givens& givens) {
    const auto load = nodes_.catalog().find("tier.load");
    const auto peak = nodes_.catalog().find("tier.load_at_peak");
    if (!load || !peak) return;
    for (int scope = nodes_.scopes(); scope < nodes_.all_scopes(); ++scope) {
        const Given* last = nullptr;
        for (const auto& given : givens.all) {
            if (given.id == nodes_.id(*load, scope) && (last == nullptr || given.layer >= last->layer)) last = &given;
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
    bool behind_number = false;  // `5k reads/s`: what is counted, no quantity
    for (std::size_t i = 0; i < text.size();) {
        const bool at_begin = i == 0 || !is_in_name(text[i - 1]);
        const bool begins = starts_name(text[i]) && at_begin;
        if (is_digit(text[i]) && at_begin) behind_number = true;
        if (!is_in_name(text[i]) && text[i] != ' ') behind_number = false;
        const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_in_name);
        const auto length = begins ? position_of(end, text) - i : 1;
        std::string word(text.substr(i, length));
        i += length;
        const auto id = begins && !behind_number ? nodes_.find_quantity(word, load.scope) : std::nullopt;
        if (id && (nodes_.is_own(*id) || nodes_.definition(*id).display.dimension == kRate)) {
            const auto dot = word.rfind('.');
            word.insert(dot == std::string::npos ? 0 : dot + 1, "peak_");
            if (nodes_.is_own(*id) || !nodes_.find_quantity(word, load.scope)) return std::nullopt;
            any = true;
        }
        result += word;
    }
    return any ? std::optional(result) : std::nullopt;
}

}  // namespace bote

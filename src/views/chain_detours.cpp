#include "chain_detours.hpp"

#include "bote/base/text.hpp"
#include "chain_words.hpp"

namespace bote {
namespace {

/// Two neighbours of a chain become one, or none. False where they stay.
class Pair {
public:
    Pair(const Working& working, Figures figures, std::vector<Link>& links, std::size_t first)
        : working_(working), figures_(figures), links_(links), first_(first) {}

    bool shorten() { return stay_with_a_day() || stay_with_seconds() || stay_with_objects(); }

private:
    Link& first() { return links_[first_]; }
    Link& next() { return links_[first_ + 1]; }
    void drop_first() { links_.erase(links_.begin() + static_cast<std::ptrdiff_t>(first_)); }

    std::string change_of(const Link& link) const {
        return change_of_time(working_, link.from, link.quantity, figures_);
    }

    /// "/ 10^5 s x 1.44 = 144k/s, x 1 day (10^5 s) x 20%": a day's worth.
    bool stay_with_a_day() {
        const std::string back = day_again(working_, first().quantity, figures_) + " ";
        const std::string change = change_of(first());
        const bool there_and_back = !change.empty() && first().operation.starts_with(change) && back.size() > 1 &&
                                    next().operation.starts_with(back);
        if (!there_and_back) return false;
        const std::string kept(trim(std::string_view(first().operation).substr(change.size())));
        next().operation.replace(0, back.size(), kept.empty() ? "" : kept + " ");
        next().from = first().from;
        next().rounded = next().rounded || first().rounded;
        drop_first();
        return true;
    }

    /// "500k / 3 s = 15 billion a day, / 10^5 s = 150k/s": it was one a second to begin with.
    bool stay_with_seconds() {
        const std::string change = change_of(next());
        const bool by_seconds = first().operation.starts_with("/ ") &&
                                (first().operation.ends_with(" s") || first().operation.ends_with(" min"));
        if (!by_seconds || change.empty() || !next().operation.starts_with(change)) return false;
        next().operation.replace(0, change.size(), first().operation);
        next().from = first().from;
        next().rounded = next().rounded || first().rounded;
        drop_first();
        return true;
    }

    /// "x 10 KB = 15 GB a day, / 10 KB = 1.5M new objects a day": as many as were written.
    bool stay_with_objects() {
        const std::string& times = first().operation;
        const std::string& divided = next().operation;
        if (!times.starts_with("x ") || !divided.starts_with("/ ") || times.substr(2) != divided.substr(2))
            return false;
        if (first_ + 2 == links_.size()) return false;
        links_[first_ + 2].from = first().from;
        drop_first();
        drop_first();
        return true;
    }

    const Working& working_;
    Figures figures_;
    std::vector<Link>& links_;
    std::size_t first_;
};

}  // namespace

void leave_out_detours(const Working& working, Figures figures, std::vector<Link>& links) {
    for (std::size_t i = 0; i + 1 < links.size();) {
        if (!Pair(working, figures, links, i).shorten()) ++i;
    }
}

}  // namespace bote

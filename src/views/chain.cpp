// A chain follows the value that matters: of a sum or a maximum the largest argument, of a product the factor that is
// counted or measured rather than a share of it.

#include "bote/views/chain.hpp"
#include "bote/base/index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include <fmt/format.h>

#include "bote/engine/whiteboard.hpp"
#include "bote/formula/check.hpp"
#include "chain_detours.hpp"
#include "chain_operation.hpp"
#include "chain_words.hpp"

namespace bote {
namespace {

/// Which of the values in a formula a chain goes on with.
class Course {
public:
    /// Of a quantity and of what it rests on.
    Course(const Working& working, QuantityIndex quantity)
        : model_(working.estimate->model),
          reduction_(working.reduction),
          values_(working.estimate->values.quantities),
          carried_(at(quantity) + 1, kNone) {
        QuantityMarks wanted(at(quantity) + 1, 0);
        wanted[quantity] = 1;
        for (std::size_t i = wanted.size(); i-- > 0;) {
            const auto index = index_at<QuantityIndex>(i);
            if (wanted[index] == 0) continue;
            for (const QuantityIndex name : names_in(reduction_.formulas[index])) wanted[name] = 1;
        }
        for (const QuantityIndex index : wanted.indices()) {  // what a quantity rests on comes before it
            if (wanted[index] != 0) carried_[index] = carried(reduction_.formulas[index].nodes);
        }
    }

    /// The name whose value goes on into a quantity, if any.
    QuantityIndex carried(QuantityIndex quantity) const { return carried_[quantity]; }

private:
    static constexpr QuantityIndex kNone = QuantityIndex::none;

    /// The name whose value goes on through a formula, if any.
    QuantityIndex carried(Tree tree) const {
        const Node& last = tree.back();
        if (last.op == Op::name) return index_at<QuantityIndex>(last.name);
        const auto arguments = arguments_of(tree);
        if (arguments.empty()) return kNone;
        if (is_sum(last)) return carried_by_sum(arguments);
        if (is_call(last, "max")) return carried(largest(arguments));
        if (is_call(last, "min") || is_call(last, "in_series")) return carried(smallest(arguments));
        if (is_call(last, "at_least")) return kNone;  // many values decide
        if (last.op != Op::multiply && last.op != Op::subtract) return carried(arguments.front());
        const QuantityIndex left = carried(arguments[0]);
        const QuantityIndex right = carried(arguments[1]);
        if (last.op == Op::subtract) return left == kNone ? right : left;  // 100% less what is up
        const bool scaled = left != kNone && right != kNone && is_share(left) && !is_share(right);
        return left == kNone || scaled ? right : left;
    }

    /// Of the largest argument. What is only given is added to what is worked out, however large it is: 1 server, and 2
    /// of spares.
    QuantityIndex carried_by_sum(const std::vector<Tree>& arguments) const {
        std::tuple<bool, double> most{false, -std::numeric_limits<double>::infinity()};
        QuantityIndex found = kNone;
        bool is_first = true;
        for (const Tree argument : arguments) {
            const QuantityIndex name = carried(argument);
            const std::tuple weight{name != kNone && carried_[name] != kNone, exact(argument)};
            if (!is_first && !(most < weight)) continue;
            is_first = false;
            most = weight;
            found = name;
        }
        return found;
    }

    Tree largest(const std::vector<Tree>& arguments) const {
        return *std::max_element(arguments.begin(), arguments.end(),
                                 [&](Tree a, Tree b) { return exact(a) < exact(b); });
    }
    Tree smallest(const std::vector<Tree>& arguments) const {
        return *std::min_element(arguments.begin(), arguments.end(),
                                 [&](Tree a, Tree b) { return exact(a) < exact(b); });
    }
    double exact(Tree tree) const { return evaluate(tree, values_, model_.conventions); }

    bool is_share(QuantityIndex quantity) const {
        const Numerator numerator = model_[quantity].display.numerator;
        return numerator == Numerator::share || numerator == Numerator::times || numerator == Numerator::ratio;
    }

    const Model& model_;
    const Reduction& reduction_;
    const QuantityValues& values_;
    IndexedVector<QuantityIndex, QuantityIndex> carried_;
};

/// "300/s = 300/s, x 1 KB": the step after it begins with the 300/s.
void say_once(std::vector<Link>& links) {
    const bool twice = links.size() > 1 && links.front().operation.empty() && !links.front().rounded &&
                       links.front().begin == links.front().result;
    if (!twice) return;
    links[1].begin = links.front().begin;
    links.erase(links.begin());
}

class Chain {
public:
    Chain(const Working& working, QuantityIndex quantity, Arithmetic arithmetic)
        : working_(working), model_(working.estimate->model), course_(working, quantity), figures_{arithmetic} {}

    std::vector<Link> run(QuantityIndex quantity) {
        std::vector<Link> links;
        QuantityIndex called = quantity;
        for (QuantityIndex each = quantity; each != QuantityIndex::none;) {
            const QuantityIndex from = course_.carried(each);
            if (from == QuantityIndex::none) break;
            // A total of one part, or the largest of several, is the link's result under another name, and on the
            // whiteboard perhaps an easier number.
            if (!links.empty() && is_same(called, each)) called = each;
            Link link = link_between(from, each, called);
            if (!link.operation.empty()) {
                links.push_back(std::move(link));
                called = from;
            } else if (!links.empty()) {
                links.back().from = is_same(called, from) ? from : called;  // nothing is done to it
            }
            each = from;
        }
        if (links.empty()) return passed_on(quantity);
        std::reverse(links.begin(), links.end());
        leave_out_detours(working_, figures_, links);
        if (!links.empty()) begin(links.front());
        say_once(links);
        return links;
    }

private:
    /// "replication 3 = 3 servers": another name is all that it gets.
    std::vector<Link> passed_on(QuantityIndex quantity) const {
        QuantityIndex from = quantity;
        for (auto next = from; next != QuantityIndex::none; next = course_.carried(from)) from = next;
        const std::string result = said(working_, quantity, figures_);
        if (from == quantity || !model_[from].names.empty()) return {};
        return {{quantity, from, fmt::format("{} {}", model_[from].name, said(working_, from, figures_)), "", result}};
    }

    Tree nodes(QuantityIndex quantity) const { return working_.reduction.formulas[quantity].nodes; }

    bool is_same(QuantityIndex a, QuantityIndex b) const {
        constexpr double kSame = 1e-9;
        const double value = value_in(working_, a, figures_.arithmetic);
        return std::abs(value - value_in(working_, b, figures_.arithmetic)) <= kSame * std::abs(value);
    }

    /// "250M users", or a whole formula that no value is carried through: "62 ^ 6".
    void begin(Link& first) const {
        const bool whole = first.operation.starts_with(kWholeFormula);
        first.begin = whole ? first.operation.substr(kWholeFormula.size()) : beginning(first.from);
        if (whole) first.operation.clear();
        const std::string given = given_formula(first.from);
        const bool by_seconds = given.ends_with(" s") || given.ends_with(" min") || given.ends_with("/s");
        if (!by_seconds || first.operation != change_of_time(working_, first.from, first.quantity, figures_)) return;
        first.begin = given;  // "1M drivers / 3 s" is one a second already
        first.operation.clear();
    }

    /// The step from one quantity to the next, whose value may go by another name.
    Link link_between(QuantityIndex from, QuantityIndex to, QuantityIndex called) const {
        constexpr double kSame = 1e-9;
        const double found = value_in(working_, called, figures_.arithmetic);
        Link link{called, from, "", operation_between(working_, from, to, figures_), said(working_, called, figures_)};
        const double by_formula = value_of(working_, nodes(to), figures_.arithmetic);
        if (figures_.arithmetic == Arithmetic::exact) return link;
        link.rounded = std::abs(found - by_formula) > kSame * std::abs(found);
        link.replaced = is_replaced(by_formula, to);
        return link;
    }

    /// Whether the exact value was taken for what the rounded numbers come to.
    bool is_replaced(double by_formula, QuantityIndex quantity) const {
        const Display& display = model_[quantity].display;
        const double exact = value_in(working_, quantity, Arithmetic::exact);
        return is_distorted({by_formula, restated(exact, display, model_.conventions, model_.whiteboard)}, display);
    }

    /// "250M users", or "1M drivers / 3 s = 28.8 billion writes a day".
    std::string beginning(QuantityIndex quantity) const {
        const std::string given = given_formula(quantity);
        return (given.empty() ? "" : given + " = ") + said(working_, quantity, figures_);
    }

    /// "1M drivers / 3 s", where that is how somebody gave it.
    std::string given_formula(QuantityIndex quantity) const {
        if (!model_[quantity].names.empty()) return "";
        return with_times(spoken_rate(formula_text(working_, quantity)));
    }

    const Working& working_;
    const Model& model_;
    Course course_;
    Figures figures_;
};

}  // namespace

std::vector<Link> find_chain(const Working& working, QuantityIndex quantity, Arithmetic arithmetic) {
    return Chain(working, quantity, arithmetic).run(quantity);
}

std::string chain_text(const std::vector<Link>& links) {
    std::string text;
    for (const Link& link : links) {
        const bool begins = text.empty();
        text += begins ? link.begin : ",";
        if (begins && !link.operation.empty() && text.find(" = ") != text.npos)
            text += ",";  // the operation is of the result
        if (!link.operation.empty()) text += " " + link.operation;
        text += (link.rounded ? " = about " : " = ") + link.result;
        if (link.replaced) text += fmt::format(" ({})", kReplaced);
    }
    return text;
}

}  // namespace bote

// A chain follows the value that matters: of a sum or a maximum the largest argument, of a product the factor that is
// counted or measured rather than a share of it.

#include "bote/views/chain.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "bote/formula/check.hpp"
#include "bote/formula/print.hpp"
#include "chain_detours.hpp"
#include "chain_words.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool is_sum(const Node& node) { return node.op == Op::add || node.op == Op::sum; }

constexpr std::string_view kWhole = "-> ";

bool is_call(const Node& node, std::string_view function) { return row_of(node.op).name == function; }

/// Which of the values in a formula a chain goes on with.
class Course {
public:
    explicit Course(const Working& working)
        : model_(working.estimate->model),
          reduction_(working.reduction),
          values_(working.estimate->values.quantities) {}

    /// The name whose value goes on through a formula; -1 where there is none.
    int carried(Tree tree) const {
        const Node& last = tree.back();
        if (last.op == Op::name) return static_cast<int>(last.name);
        const auto arguments = arguments_of(tree);
        if (arguments.empty()) return -1;
        if (is_sum(last)) return carried(largest(worked_out(arguments)));
        if (is_call(last, "max")) return carried(largest(arguments));
        if (is_call(last, "min")) return carried(smallest(arguments));
        if (last.op != Op::multiply) return carried(arguments.front());
        const int left = carried(arguments[0]);
        const int right = carried(arguments[1]);
        return left < 0 || (is_share(left) && right >= 0 && !is_share(right)) ? right : left;
    }

private:
    /// What is only given is added to what is worked out, however large it is: 1 server, and 2 of spares. All of them,
    /// where all are given or none is.
    std::vector<Tree> worked_out(const std::vector<Tree>& arguments) const {
        std::vector<Tree> found;
        std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(found), [&](Tree argument) {
            const int name = carried(argument);
            return name >= 0 && carried(formula_of(name)) >= 0;
        });
        return found.empty() ? arguments : found;
    }
    Tree formula_of(int quantity) const { return reduction_.formulas[at(quantity)].nodes; }

    Tree largest(const std::vector<Tree>& arguments) const {
        return *std::max_element(arguments.begin(), arguments.end(),
                                 [&](Tree a, Tree b) { return exact(a) < exact(b); });
    }
    Tree smallest(const std::vector<Tree>& arguments) const {
        return *std::min_element(arguments.begin(), arguments.end(),
                                 [&](Tree a, Tree b) { return exact(a) < exact(b); });
    }
    double exact(Tree tree) const { return evaluate(tree, values_, model_.conventions); }

    bool is_share(int quantity) const {
        const Numerator numerator = model_.quantities[at(quantity)].display.numerator;
        return numerator == Numerator::share || numerator == Numerator::times || numerator == Numerator::ratio;
    }

    const Model& model_;
    const Reduction& reduction_;
    const std::vector<double>& values_;
};

class Chain {
public:
    Chain(const Working& working, Arithmetic arithmetic)
        : working_(working), model_(working.estimate->model), course_(working), figures_{arithmetic} {}

    std::vector<Link> run(int quantity) {
        std::vector<Link> links;
        for (int each = quantity; each >= 0;) {
            const int from = course_.carried(nodes(each));
            if (from < 0) break;
            // A total of one part, or the largest of several, is the first link's result under another name.
            Link link = link_between(from, each, links.empty() ? quantity : each);
            if (!link.operation.empty()) links.push_back(std::move(link));
            else if (!links.empty()) links.back().from = from;  // the largest of several: nothing is done to it
            each = from;
        }
        std::reverse(links.begin(), links.end());
        leave_out_detours(working_, figures_, links);
        if (!links.empty()) begin(links.front());
        const bool says_twice = links.size() > 1 && links.front().operation.empty() && !links.front().rounded &&
                                links.front().begin == links.front().result;
        if (!says_twice) return links;
        links[1].begin = links.front().begin;  // "300/s = 300/s"
        links.erase(links.begin());
        return links;
    }

private:
    Tree nodes(int quantity) const { return working_.reduction.formulas[at(quantity)].nodes; }
    std::string_view text(int quantity) const { return working_.reduction.formulas[at(quantity)].text; }
    const ModelQuantity& quantity_at(int index) const { return model_.quantities[at(index)]; }
    double value(Tree tree) const {
        const bool exact = figures_.arithmetic == Arithmetic::exact;
        return exact ? evaluate(tree, working_.estimate->values.quantities, model_.conventions)
                     : evaluate(tree, working_.whiteboard, model_.whiteboard);
    }

    static bool holds_name(Tree tree, int name) {
        return std::any_of(tree.begin(), tree.end(), [&](const Node& node) {
            return node.op == Op::name && static_cast<int>(node.name) == name;
        });
    }

    /// "250M users", or a whole formula that no value is carried through: "62 ^ 6".
    void begin(Link& first) const {
        const bool whole = first.operation.starts_with(kWhole);
        first.begin = whole ? first.operation.substr(kWhole.size()) : beginning(first.from);
        if (whole) first.operation.clear();
        const std::string given = given_formula(first.from);
        const bool by_seconds = given.ends_with(" s") || given.ends_with(" min") || given.ends_with("/s");
        if (!by_seconds || first.operation != change_of_time(working_, first.from, first.quantity, figures_)) return;
        first.begin = given;  // "1M drivers / 3 s" is one a second already
        first.operation.clear();
    }

    /// The step from one quantity to the next, whose value may go by another name.
    Link link_between(int from, int to, int called) const {
        constexpr double kSame = 1e-9;
        const Tree tree = nodes(to);
        const double found = value_in(working_, called, figures_.arithmetic);
        Link link{called, from, "", operations(from, to, tree), said(working_, called, figures_)};
        link.rounded = std::abs(found - value(tree)) > kSame * std::abs(found);
        return link;
    }

    /// "250M users", or "1M drivers / 3 s = 28.8 billion writes a day".
    std::string beginning(int quantity) const {
        const std::string given = given_formula(quantity);
        return (given.empty() ? "" : given + " = ") + said(working_, quantity, figures_);
    }

    /// "1M drivers / 3 s", where that is how somebody gave it.
    std::string given_formula(int quantity) const {
        if (!quantity_at(quantity).names.empty()) return "";
        return with_times(spoken_rate(formula_text(working_, quantity)));
    }

    std::string operations(int from, int to, Tree tree) const {
        std::string done = done_to(from, to, tree);
        const std::string time = change_of_time(working_, from, to, figures_);
        return time.empty() || done.empty() ? time + done : time + " " + done;
    }

    /// What a formula does to the value it carries: "x 3 at the peak"; nothing where that is all there is.
    std::string done_to(int from, int to, Tree tree) const {
        const Node& last = tree.back();
        if (last.op == Op::name) return "";
        const auto arguments = arguments_of(tree);
        const auto holds = [&](Tree argument) { return holds_name(argument, from); };
        const auto main = std::find_if(arguments.begin(), arguments.end(), holds);
        if (main == arguments.end()) return "";
        const std::string before = done_to(from, to, *main);
        const bool of_sum = before.find("+ ") != before.npos;  // "+ 5k/s, / 10k/s": of the sum, not of its last part
        const auto behind = [&](std::string_view more) {
            return before.empty() ? std::string(more) : fmt::format("{}{} {}", before, of_sum ? "," : "", more);
        };
        if (is_sum(last)) return behind(summands(to, arguments, static_cast<std::size_t>(main - arguments.begin())));
        if (is_call(last, "ceil")) return behind("rounded up");
        if (is_call(last, "round")) return before + ", rounded";
        if (is_call(last, "max") || is_call(last, "min")) return before;
        const bool first = main == arguments.begin();
        if (last.op == Op::multiply) return behind("x " + operand(from, to, arguments[first ? 1 : 0]));
        if (last.op == Op::divide && first) return behind("/ " + operand(from, to, arguments[1]));
        if (last.op == Op::subtract && first) return behind("- " + operand(from, to, arguments[1]));
        return behind(std::string(kWhole) + printed(to, tree));
    }

    std::string summands(int to, const std::vector<Tree>& arguments, std::size_t main) const {
        constexpr std::size_t kMostNamed = 3;
        std::string all;
        double rest = 0;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (i == main) continue;
            rest += value(arguments[i]);
            if (!all.empty()) all += " ";
            all += "+ " + summand(to, arguments[i]);
        }
        if (arguments.size() <= kMostNamed) return all;
        const Conventions& conventions =
            figures_.arithmetic == Arithmetic::exact ? model_.conventions : model_.whiteboard;
        return fmt::format("+ {} of {} others", spoken_rate(format(rest, quantity_at(to).display, conventions)),
                           arguments.size() - 1);
    }

    std::string summand(int to, Tree tree) const {
        std::string numbers = printed(to, tree);
        if (tree.size() != 1 || tree.front().op != Op::name) return numbers;
        return numbers + " " + summand_label(model_, static_cast<int>(tree.front().name), to);
    }

    std::string operand(int from, int to, Tree tree) const {
        if (const auto left = what_is_left(tree)) return format(*left, *parse_display("%"), model_.conventions);
        if (tree.size() == 1 && tree.front().op == Op::name)
            return factor_said(working_, static_cast<int>(tree.front().name), from, figures_);
        const std::string numbers = printed(to, tree);
        return tree.size() == 1 ? numbers : "(" + numbers + ")";
    }

    /// 1 - 30% is 70%.
    std::optional<double> what_is_left(Tree tree) const {
        const bool one_less = tree.size() == 3 && tree.back().op == Op::subtract && tree[0].op == Op::literal &&
                              tree[0].number == 1 && tree[0].unit == kNoUnit && tree[1].op == Op::name;
        if (!one_less || quantity_at(static_cast<int>(tree[1].name)).display.numerator != Numerator::share) return {};
        return value(tree);
    }

    std::string printed(int to, Tree tree) const {
        const auto show = [&](std::uint32_t name) {
            return ShownValue{value_text(working_, static_cast<int>(name), figures_), std::nullopt};
        };
        return with_times(spoken_rate(print_with_values(tree, text(to), show)));
    }

    const Working& working_;
    const Model& model_;
    Course course_;
    Figures figures_;
};

}  // namespace

std::vector<Link> find_chain(const Working& working, int quantity, Arithmetic arithmetic) {
    return Chain(working, arithmetic).run(quantity);
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
    }
    return text;
}

}  // namespace bote

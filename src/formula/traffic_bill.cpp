// What traffic costs: a price of a thing times how often, `egress * $0.09/GB`. Such a product is money a second, and a
// bill has it by the month: what is sent in a month of the file, 30 days, stands on the bill of a month, of which a
// year has twelve. So that all money over time can be added, divided and compared, each such term of a formula is a
// month of it for a twelfth of a year.

#include <vector>

#include "bote/formula/check.hpp"
#include "bote/units/unit.hpp"

namespace bote {
namespace {

class TrafficBill {
public:
    TrafficBill(const Text& text, std::span<const Dimension> names) : text_(text), names_(names) {}

    Expression of(Tree tree) {
        add(tree);
        return Expression(std::move(nodes_));
    }

private:
    /// Where rent is in it too, what it is made of is looked at part by part.
    void add(Tree tree) {
        if (check_dimensions(text_, tree, names_).dimension != kMoney / kSecond) return add_as_it_is(tree);
        if (!has_rent(text_, tree, names_)) return add_month_of(tree);
        for (const Tree each : arguments_of(tree)) add(each);
        nodes_.push_back(tree.back());
    }

    void add_as_it_is(Tree tree) { nodes_.insert(nodes_.end(), tree.begin(), tree.end()); }

    /// `... * (1 month / 1 billing_month)`, which nobody wrote: no part of the text.
    void add_month_of(Tree tree) {
        add_as_it_is(tree);
        const std::uint32_t behind = tree.back().end;
        add_unit("month", behind);
        add_unit(kBillingMonth, behind);
        add_operation(Op::divide, behind);
        add_operation(Op::multiply, behind);
    }

    void add_unit(std::string_view unit, std::uint32_t place) {
        Node one;
        one.number = 1;
        one.unit = index_of(*find_unit(unit));
        one.begin = one.end = place;
        nodes_.push_back(one);
    }

    void add_operation(Op op, std::uint32_t place) {
        Node operation;
        operation.op = op;
        operation.arguments = 2;
        operation.begin = operation.end = place;
        nodes_.push_back(operation);
    }

    const Text& text_;
    std::span<const Dimension> names_;
    std::vector<Node> nodes_;
};

}  // namespace

void bill_traffic(const Text& text, Expression& tree, std::span<const Dimension> names) {
    tree = TrafficBill(text, names).of(tree);
}

}  // namespace bote

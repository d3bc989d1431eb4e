#include "bote/model/compound.hpp"

#include <utility>

#include "bote/base/precise.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

/// How many of a period make a year: twelve months, whatever their days.
double periods_in_year(const Node& period, const Conventions& conventions) {
    const Unit& unit = beside_money(unit_at(period.unit));
    return conventions.year / (period.number * factor(unit, conventions));
}

bool is_period(const Node& node) {
    return node.op == Op::literal && node.unit != kNoUnit && unit_at(node.unit).dimension == kSecond;
}

Node operation(Op op, const Node& place) {
    Node node = place;
    node.op = op;
    node.arguments = 2;
    return node;
}

Node number(double value) {
    Node node;
    node.number = value;
    return node;
}

/// The first node of the subtree at the end of `nodes`.
std::size_t start_of_last(const std::vector<Node>& nodes) {
    std::size_t first = nodes.size();
    for (int wanted = 1; wanted > 0; --wanted) wanted += nodes[--first].arguments;
    return first;
}

}  // namespace

void compound(Expression& tree, const Conventions& conventions) {
    std::vector<Node> nodes;
    for (const Node& node : tree.nodes()) {
        nodes.push_back(node);
        if (node.op != Op::divide || nodes.size() < 3 || !is_period(nodes[nodes.size() - 2])) continue;
        const double periods = periods_in_year(nodes[nodes.size() - 2], conventions);
        nodes.resize(nodes.size() - 2);
        if (periods == 1) continue;  // `5%/year` is what it is
        if (nodes.back().op == Op::literal && nodes.back().unit == kNoUnit) {
            Node& share = nodes.back();
            if (share.written == Written::plain && share.number >= 1) continue;  // `5/month` lacks its percent sign
            share.number = precise::pow(1 + share.number, periods) - 1;
            share.written = Written::percent;  // `0.5/month`, of which a year's is above 1
            continue;
        }
        const std::size_t first = start_of_last(nodes);
        nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(first), number(1));
        nodes.push_back(operation(Op::add, node));
        nodes.push_back(number(periods));
        nodes.push_back(operation(Op::power, node));
        nodes.push_back(number(1));
        nodes.push_back(operation(Op::subtract, node));
    }
    tree = Expression(std::move(nodes));
}

}  // namespace bote

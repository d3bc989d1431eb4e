#include "bote/engine/reduced.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

/// Part of a formula; empty where it is absent.
using Piece = std::vector<Node>;

Piece piece_of(const std::vector<Piece>& arguments, Node last) {
    last.arguments = static_cast<std::uint16_t>(arguments.size());
    Piece all;
    for (const Piece& each : arguments) all.insert(all.end(), each.begin(), each.end());
    all.push_back(last);
    return all;
}

class Reducer {
public:
    Reducer(const Model& model, const QuantityValues& values, const QuantityValues* whiteboard)
        : model_(model), values_(values), whiteboard_(whiteboard) {
        for (const auto& quantity : model.quantities) dimensions_.push_back(quantity.display.dimension);
    }

    Reduction run() {
        for (const QuantityIndex index : model_.quantities.indices()) {
            const ModelQuantity& quantity = model_[index];
            reduction_.formulas.push_back({reduce(quantity), quantity.formula->text});
            reduction_.same_as.push_back(passed_on(index));
        }
        return std::move(reduction_);
    }

private:
    Piece reduce(const ModelQuantity& quantity) {
        std::vector<Piece> stack;
        for (Node node : quantity.formula->tree) {
            if (node.op == Op::name) {
                stack.push_back(named(node, quantity.names[node.name]));
                continue;
            }
            const auto first = stack.end() - node.arguments;
            std::vector<Piece> arguments(std::make_move_iterator(first), std::make_move_iterator(stack.end()));
            stack.erase(first, stack.end());
            stack.push_back(combine(node, std::move(arguments)));
        }
        return stack.empty() ? Piece{} : std::move(stack.back());
    }

    /// A counting word stands for 1.
    [[nodiscard]] Piece named(Node node, const Binding& binding) const {
        if (binding.quantity == QuantityIndex::none && !binding.is_word) return {};
        if (binding.quantity != QuantityIndex::none) {
            node.name = static_cast<std::uint32_t>(reduction_.same_as[binding.quantity]);
        } else {
            node.op = Op::literal;
            node.number = 1;
        }
        return {node};
    }

    Piece combine(const Node& node, std::vector<Piece> arguments) {
        const auto absent = [](const Piece& piece) { return piece.empty(); };
        if (is_forgiving(node)) std::erase_if(arguments, absent);
        else if (std::any_of(arguments.begin(), arguments.end(), absent)) return {};
        if (node.op != Op::literal && arguments.empty()) return {};
        switch (node.op) {
            case Op::add: return drop_zeros(std::move(arguments), node);
            case Op::subtract: return is_zero(arguments[1]) ? std::move(arguments[0]) : piece_of(arguments, node);
            case Op::multiply:
                if (is_one(arguments[1])) return std::move(arguments[0]);
                if (is_one(arguments[0])) return std::move(arguments[1]);
                return piece_of(arguments, node);
            case Op::power:
            case Op::divide: return is_one(arguments[1]) ? std::move(arguments[0]) : piece_of(arguments, node);
            case Op::sum: return drop_zeros(std::move(arguments), node);
            default: break;
        }
        if (is_forgiving(node) && arguments.size() == 1) return std::move(arguments[0]);
        return piece_of(arguments, node);
    }

    /// What is left of a sum: at least one summand.
    Piece drop_zeros(std::vector<Piece> summands, Node node) {
        for (std::size_t i = summands.size(); i-- > 0 && summands.size() > 1;) {
            if (is_zero(summands[i])) summands.erase(summands.begin() + static_cast<std::ptrdiff_t>(i));
        }
        return summands.size() == 1 ? std::move(summands[0]) : piece_of(summands, node);
    }

    bool is_zero(const Piece& piece) const { return evaluate(piece, values_, model_.conventions) == 0; }

    /// A factor of 1 that is set: a share, a growth, a count of copies. A result that happens to be 1 is none.
    bool is_one(const Piece& piece) const {
        constexpr double kSame = 1e-12;
        if (!(std::abs(evaluate(piece, values_, model_.conventions) - 1) < kSame)) return false;
        const bool set = is_whether_any(piece) || std::all_of(piece.begin(), piece.end(), [&](const Node& node) {
                             return node.op != Op::name || is_set(model_[index_at<QuantityIndex>(node.name)]);
                         });
        return set && check_dimensions({}, piece, dimensions_).dimension == kCount;
    }

    /// `min(1, servers)`, of what is counted: whether there is any.
    static bool is_whether_any(const Piece& piece) {
        return piece.size() == 3 && piece.back().op == op_of(*find_function("min")) &&
               piece.front().op == Op::literal && piece[1].op == Op::name;
    }

    static bool is_set(const ModelQuantity& quantity) {
        const Numerator numerator = quantity.display.numerator;
        const bool factor =
            numerator == Numerator::share || numerator == Numerator::times || numerator == Numerator::ratio;
        return quantity.neutral || quantity.names.empty() || (factor && quantity.display.per[0] == kNoUnit);
    }

    QuantityIndex passed_on(QuantityIndex index) const {
        const Piece& formula = reduction_.formulas.back().nodes;
        if (formula.size() != 1 || formula.front().op != Op::name) return index;
        const auto named = index_at<QuantityIndex>(formula.front().name);
        return printed(index) == printed(named) && is_same_on_whiteboard(index, named) ? named : index;
    }

    /// One of them may have been rounded there.
    bool is_same_on_whiteboard(QuantityIndex a, QuantityIndex b) const {
        constexpr double kSame = 1e-9;
        if (whiteboard_ == nullptr) return true;
        const double first = (*whiteboard_)[a];
        return !(std::abs(first - (*whiteboard_)[b]) > kSame * std::abs(first));
    }

    std::string printed(QuantityIndex index) const {
        return format(values_[index], model_[index].display, model_.conventions, kWorkingDigits);
    }

    const Model& model_;
    const QuantityValues& values_;
    const QuantityValues* whiteboard_;
    std::vector<Dimension> dimensions_;
    Reduction reduction_;
};

}  // namespace

Reduction reduce_formulas(const Model& model, const QuantityValues& values, const QuantityValues* whiteboard) {
    return Reducer(model, values, whiteboard).run();
}

std::vector<QuantityIndex> names_in(const Reduced& formula) {
    std::vector<QuantityIndex> names;
    for (const Node& node : formula.nodes) {
        const auto name = index_at<QuantityIndex>(node.name);
        if (node.op == Op::name && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

}  // namespace bote

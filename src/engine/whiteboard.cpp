#include "bote/engine/whiteboard.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "bote/engine/reduced.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

constexpr double kEasy[] = {1, 1.2, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8, 9, 10};

/// The value of the usual conventions that is written as this one is on the whiteboard: 1M/day is 1M/day, however long
/// the day.
double read_from_board(double value, const Display& display, const Board& board) {
    if (display.dimension.second == 0 || !std::isfinite(value)) return value;
    const Scale scale = scale_for(value, display, board.whiteboard);
    const auto unit =
        parse_display(std::string(display.numerator == Numerator::money ? "$" : "").append(trim(scale.suffix)));
    if (!unit) return value;
    const Display written = as_asked(*unit);
    return value / unit_size(written, board.whiteboard) * unit_size(written, board.usual);
}

/// Whether its formula adds several parts up, so that its result has to be what they come to.
bool adds_up(const ModelQuantity& quantity) {
    const Tree tree = quantity.formula->tree;
    if (tree.back().op != Op::add && tree.back().op != Op::sum) return false;
    const auto is_absent = [&](const Node& node) {
        return node.op == Op::name && quantity.names[node.name].quantity == QuantityIndex::none &&
               !quantity.names[node.name].is_word;
    };
    const auto parts = arguments_of(tree);
    const auto present = std::count_if(parts.begin(), parts.end(),
                                       [&](Tree part) { return std::none_of(part.begin(), part.end(), is_absent); });
    return present > 1;
}

double easy_in_unit(const Carried& number, const Display& display, const Conventions& whiteboard) {
    if (!std::isfinite(number.value) || number.value == 0) return number.value;
    const double divisor = scale_for(number.value, display, whiteboard).divisor;
    return easy_number(number.value / divisor, number.exact / divisor) * divisor;
}

}  // namespace

bool is_written_down(const ModelQuantity& quantity) {
    const Tree tree = quantity.formula->tree;
    const bool passes_on = tree.size() == 1 && tree.front().op == Op::name;
    if (quantity.names.empty() || passes_on) return false;
    const Numerator numerator = quantity.display.numerator;
    if (numerator == Numerator::share || numerator == Numerator::whole) return false;
    return quantity.definition == nullptr || !(quantity.definition->internal || quantity.definition->constant);
}

double easy_number(double value, double exact) {
    constexpr double kSame = 1e-9;
    if (!std::isfinite(value) || value == 0) return value;
    const double size = std::abs(value);
    const double power = precise::pow(10.0, std::floor(precise::log10(size)));
    // None lies above the last, which is ten.
    const auto* above = std::lower_bound(std::begin(kEasy), std::end(kEasy) - 1, size / power * (1 - kSame));
    const double high = *above * power;
    if (above == std::begin(kEasy) || high <= size * (1 + kSame)) return std::copysign(high, value);
    const double low = above[-1] * power;
    const bool helps = std::isfinite(exact) && exact * value > 0;
    const double wanted = helps ? std::abs(exact) : size;
    return std::copysign(wanted / low < high / wanted ? low : high, value);
}

bool is_distorted(const Carried& number, const Display& display) {
    constexpr double kMost = 1.5;
    constexpr double kMostCounted = 2;  // one machine or two
    constexpr double kSame = 1e-9;
    const auto [value, exact] = number;
    if (!std::isfinite(exact) || value == exact) return false;
    if (!std::isfinite(value) || value * exact <= 0) return true;
    const double most = display.numerator == Numerator::whole ? kMostCounted : kMost;
    return std::max(value / exact, exact / value) > most * (1 + kSame);
}

BoardNote note_of(const ModelQuantity& quantity) {
    using Does = BoardNote::Does;
    if (!is_written_down(quantity)) return {Does::keep, quantity.display};
    return {adds_up(quantity) ? Does::round_sum : Does::round, quantity.display};
}

double write_down(const Carried& number, const BoardNote& note, const Conventions& usual,
                  const Conventions& whiteboard) {
    using Does = BoardNote::Does;
    const double exact = restated(number.exact, note.display, usual, whiteboard);
    if (is_distorted({number.value, exact}, note.display)) {
        return note.display.numerator == Numerator::whole ? exact
                                                          : easy_in_unit({exact, exact}, note.display, whiteboard);
    }
    if (note.does == Does::keep) return number.value;
    return easy_in_unit({number.value, note.does == Does::round_sum ? NAN : exact}, note.display, whiteboard);
}

double given_on_whiteboard(const ModelQuantity& quantity, const Conventions& usual, const Conventions& whiteboard) {
    const Tree tree = quantity.formula->tree;
    const Dimension dimension = quantity.display.dimension;
    const bool is_rate = dimension.second < 0 && dimension.money == 0;
    if (is_rate) return evaluate(tree, {}, whiteboard);
    return restated(evaluate(tree, {}, usual), quantity.display, usual, whiteboard);
}

double on_board(const Board& board, double value, double note, double exact) {
    const BoardNote& each = board.notes[static_cast<std::size_t>(note)];
    switch (each.does) {
        case BoardNote::Does::read: return read_from_board(value, each.display, board);
        default: return write_down({value, exact}, each, board.usual, board.whiteboard);
    }
}

QuantityValues evaluate_on_whiteboard(const Model& model, const QuantityValues& exact) {
    QuantityValues values;
    for (const auto& quantity : model.quantities) {
        if (quantity.names.empty()) {
            values.push_back(given_on_whiteboard(quantity, model.conventions, model.whiteboard));
            continue;
        }
        std::vector<double> names;
        for (const auto& binding : quantity.names) {
            if (binding.quantity != QuantityIndex::none) names.push_back(values[binding.quantity]);
            else names.push_back(binding.is_word ? 1 : NAN);
        }
        const Carried found{evaluate(quantity.formula->tree, names, model.whiteboard), exact[values.next_index()]};
        values.push_back(write_down(found, note_of(quantity), model.conventions, model.whiteboard));
    }
    return values;
}

}  // namespace bote

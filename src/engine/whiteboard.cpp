#include "bote/engine/whiteboard.hpp"

#include <cmath>

#include "bote/base/text.hpp"
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

}  // namespace

bool is_written_down(const ModelQuantity& quantity) {
    if (quantity.origin != Origin::computed) return false;
    const Numerator numerator = quantity.display.numerator;
    if (numerator == Numerator::share || numerator == Numerator::whole) return false;
    return quantity.definition == nullptr || !(quantity.definition->internal || quantity.definition->constant);
}

double round_as_shown(double value, const Display& display, const Conventions& conventions) {
    if (!std::isfinite(value) || value == 0) return value;
    const double divisor = scale_for(value, display, conventions).divisor;
    return nearest_easy_number(value / divisor) * divisor;
}

double on_board(const Board& board, double value, double note) {
    const BoardNote& each = board.notes[static_cast<std::size_t>(note)];
    switch (each.does) {
        case BoardNote::Does::round: return round_as_shown(value, each.display, board.whiteboard);
        case BoardNote::Does::read: return read_from_board(value, each.display, board);
    }
    return value;
}

double nearest_easy_number(double value) {
    if (!std::isfinite(value) || value == 0) return value;
    const double size = std::abs(value);
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    const double mantissa = size / power;
    double best = kEasy[0];
    for (const double easy : kEasy) {
        if (std::abs(std::log(mantissa / easy)) < std::abs(std::log(mantissa / best))) best = easy;
    }
    return std::copysign(best * power, value);
}

std::vector<double> evaluate_on_whiteboard(const Model& model) {
    const Conventions& conventions = model.whiteboard;
    std::vector<double> values;
    for (const auto& quantity : model.quantities) {
        std::vector<double> names;
        for (const auto& binding : quantity.names) {
            if (binding.quantity >= 0) names.push_back(values[static_cast<std::size_t>(binding.quantity)]);
            else names.push_back(binding.is_word ? 1 : NAN);
        }
        const double value = evaluate(quantity.way->tree, names, conventions);
        values.push_back(is_written_down(quantity) ? round_as_shown(value, quantity.display, conventions) : value);
    }
    return values;
}

}  // namespace bote

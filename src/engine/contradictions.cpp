#include "bote/engine/contradictions.hpp"

#include <algorithm>
#include <cmath>

#include "bote/formula/check.hpp"

namespace bote {
namespace {

constexpr double kRounding = 0.01;

bool differ(double given, double otherwise) {
    return std::abs(given - otherwise) > kRounding * std::max(std::abs(given), std::abs(otherwise));
}

}  // namespace

std::vector<Contradiction> find_contradictions(const Model& model, const std::vector<double>& values) {
    std::vector<Contradiction> found;
    for (const Rival& rival : model.rivals) {
        std::vector<double> names;
        for (const Binding& binding : rival.names)
            names.push_back(binding.quantity < 0 ? NAN : values[static_cast<std::size_t>(binding.quantity)]);
        const double given = values[static_cast<std::size_t>(rival.quantity)];
        const double otherwise = evaluate(rival.way->tree, names, model.conventions);
        if (!std::isfinite(given) || !std::isfinite(otherwise) || !differ(given, otherwise)) continue;
        if (rival.is_at_least && otherwise < given) continue;  // the unknown part may be the rest
        found.push_back({rival.quantity, given, otherwise, rival.because});
    }
    return found;
}

}  // namespace bote

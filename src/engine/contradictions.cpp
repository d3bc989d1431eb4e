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

double value_of(const Rival& rival, const Conventions& conventions) {
    std::vector<double> values;
    for (const RivalStep& step : rival.steps) {
        std::vector<double> names;
        for (const int name : step.names) {
            if (name == RivalStep::kWord) names.push_back(1);
            else names.push_back(name == RivalStep::kAbsent ? NAN : values[static_cast<std::size_t>(name)]);
        }
        if (!step.tree.empty()) {
            values.push_back(evaluate(step.tree, names, conventions));
            continue;
        }
        double sum = 0;
        for (const double each : names) sum += std::isnan(each) ? 0 : each;
        values.push_back(sum);
    }
    return values.back();
}

}  // namespace

std::vector<Contradiction> find_contradictions(const Model& model, const std::vector<double>& values) {
    std::vector<Contradiction> found;
    for (const Rival& rival : model.rivals) {
        const double given = values[static_cast<std::size_t>(rival.quantity)];
        const double otherwise = value_of(rival, model.conventions);
        if (!std::isfinite(given) || !std::isfinite(otherwise) || !differ(given, otherwise)) continue;
        if (rival.is_at_least && otherwise < given) continue;  // the unknown part may be the rest
        found.push_back({rival.quantity, given, otherwise, rival.because});
    }
    return found;
}

}  // namespace bote

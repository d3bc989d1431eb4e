#pragma once
// A deliberately naive evaluator: each value by recursion through the trees of the model, an absent argument as no
// value. The compiled program must agree with it.
//
//   Naive(model, conventions).quantity(i)              // from the inputs up
//   Naive(model, conventions, values).recomputed(i)    // one formula, from those values: errors do not add up

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "bote/formula/check.hpp"
#include "bote/model/model.hpp"

namespace bote::test {

class Naive {
public:
    Naive(const Model& model, const Conventions& conventions, const QuantityValues& known = {})
        : model_(model), conventions_(conventions) {
        for (const QuantityIndex i : known.indices()) values_[i] = known[i];
    }

    std::optional<double> recomputed(QuantityIndex index) {
        return formula(model_[index].formula->tree, model_[index].names);
    }

    std::optional<double> quantity(QuantityIndex index) {
        if (const auto known = values_.find(index); known != values_.end()) return known->second;
        const auto& each = model_.quantities[index];
        return values_[index] = formula(each.formula->tree, each.names);
    }

    std::optional<double> formula(Tree tree, std::span<const Binding> names) {
        std::size_t at = tree.size();
        return subtree(tree, names, at);
    }

private:
    using Maybe = std::optional<double>;

    /// The subtree that ends before `at`, which moves to its beginning.
    Maybe subtree(Tree tree, std::span<const Binding> names, std::size_t& at) {
        const Node& node = tree[--at];
        if (node.op == Op::literal) return literal_value(node, conventions_);
        if (node.op == Op::name) {
            const Binding& binding = names[node.name];
            if (binding.quantity != QuantityIndex::none) return quantity(binding.quantity);
            return binding.is_word ? Maybe(1) : std::nullopt;
        }
        std::vector<Maybe> arguments(node.arguments);
        for (std::size_t i = node.arguments; i-- > 0;) arguments[i] = subtree(tree, names, at);
        return apply(node, arguments);
    }

    static Maybe apply(const Node& node, const std::vector<Maybe>& arguments) {
        std::vector<double> known;
        for (const auto& argument : arguments) {
            if (argument) known.push_back(*argument);
        }
        if (known.empty() || (!is_forgiving(node) && known.size() < arguments.size())) return std::nullopt;
        return is_function(node.op) ? call(node.op, known) : arithmetic(node.op, known);
    }

    static double arithmetic(Op op, const std::vector<double>& a) {
        switch (op) {
            case Op::add: return a[0] + a[1];
            case Op::subtract: return a[0] - a[1];
            case Op::multiply: return a[0] * a[1];
            case Op::divide: return a[0] / a[1];
            case Op::power: return std::pow(a[0], a[1]);
            case Op::negate: return -a[0];
            case Op::range: return a[0] > 0 ? std::exp((std::log(a[0]) + std::log(a[1])) / 2) : (a[0] + a[1]) / 2;
            default: return NAN;
        }
    }

    using Numbers = std::vector<double>;

    static double forgiven(double x) { return std::min(std::abs(x) * 0x1p-46, 0.25); }
    static double nearest(double x) { return std::round(x + std::copysign(forgiven(x), x)); }

    /// Those of which there is a second way to compute them; of others the one of the table has to do.
    static double call(Op op, const Numbers& a) {
        static const std::map<std::string_view, double (*)(const Numbers&)> kWays = {
            {"sum", [](const Numbers& x) { return std::accumulate(x.begin(), x.end(), 0.0); }},
            {"in_parallel", at_least_one},
            {"in_series", [](const Numbers& x) { return std::accumulate(x.begin(), x.end(), 1.0, std::multiplies()); }},
            {"max", [](const Numbers& x) { return *std::max_element(x.begin(), x.end()); }},
            {"min", [](const Numbers& x) { return *std::min_element(x.begin(), x.end()); }},
            {"ceil", [](const Numbers& x) { return std::ceil(x[0] - forgiven(x[0])); }},
            {"round", [](const Numbers& x) { return x.size() > 1 ? nearest(x[0] / x[1]) * x[1] : nearest(x[0]); }},
            {"log2", [](const Numbers& x) { return std::log(x[0]) / std::log(2.0); }},
            {"log10", [](const Numbers& x) { return std::log(x[0]) / std::log(10.0); }},
            {"grown_time", [](const Numbers& x) { return integral(x[0], x[1], x[2]); }},
            {"fill_time", [](const Numbers& x) { return years_to_fill(x[0], x[1]); }},
            {"zipf_share", hottest},
            {"erlang_c", [](const Numbers& x) { return waiting(x[0], x[1]); }},
            {"at_least", [](const Numbers& x) { return up(x[0], x[1], x[2]); }},
        };
        const auto found = kWays.find(row_of(op).name);
        return found == kWays.end() ? compute(op, a) : found->second(a);
    }

    static double at_least_one(const Numbers& chances) {
        double none = 1;
        for (const double each : chances) none *= 1 - each;
        return 1 - none;
    }

    static double hottest(const Numbers& a) {
        return std::min(harmonic(std::min(a[0], a[1]), a[2]) / harmonic(a[1], a[2]), 1.0);
    }

    /// Simpson's rule for (1 + growth)^t from horizon - window to horizon.
    static double integral(double growth, double horizon, double window) {
        constexpr int kParts = 2000;
        const double width = window / kParts;
        double total = 0;
        for (int i = 0; i <= kParts; ++i) {
            const double weight = i == 0 || i == kParts ? 1 : i % 2 == 1 ? 4 : 2;
            total += weight * std::pow(1 + growth, horizon - window + i * width);
        }
        return total * width / 3;
    }

    /// By halving: the time whose integral is so large.
    static double years_to_fill(double growth, double years) {
        double low = 0;
        double high = years * 1000 + 1;
        if (integral(growth, high, high) < years) return INFINITY;
        for (int i = 0; i < 100; ++i) {
            const double middle = (low + high) / 2;
            (integral(growth, middle, middle) < years ? low : high) = middle;
        }
        return low;
    }

    /// Each term up to 1000, then the area under the curve from the middle between two terms. A part of an object
    /// counts in proportion below 50, by the area above.
    static double harmonic(double count, double s) {
        double sum = 0;
        double i = 1;
        for (; i <= 1000 && i <= count; ++i) sum += std::pow(i, -s);
        if (count < 50) return sum + (count - i + 1) * std::pow(i, -s);
        const double from = i - 0.5;
        const double to = count + 0.5;
        const double bend = s / 24 * (std::pow(to, -s - 1) - std::pow(from, -s - 1));
        return sum + bend + (s == 1 ? std::log(to / from) : (std::pow(to, 1 - s) - std::pow(from, 1 - s)) / (1 - s));
    }

    /// Erlang's C from its definition, term by term, in logarithms.
    static double waiting(double workers, double utilization) {
        if (utilization <= 0) return 0;
        if (utilization >= 1) return 1;
        const double c = std::max(std::round(workers), 1.0);
        const double load = std::log(c * utilization);
        const double last = c * load - std::lgamma(c + 1) - std::log(1 - utilization);
        double all = 1;
        for (double k = 0; k < c; ++k) all += std::exp(k * load - std::lgamma(k + 1) - last);
        return 1 / all < 1e-12 ? 0 : 1 / all;
    }

    /// In more digits than the answer has: logarithms of factorials of millions of machines cancel each other.
    static double up(double needed, long double machines, long double availability) {
        if (availability >= 1) return needed <= machines ? 1 : 0;
        long double sum = 0;
        for (long double down = 0; down <= machines - needed; ++down) {
            const long double term =
                std::exp(std::lgamma(machines + 1) - std::lgamma(down + 1) - std::lgamma(machines - down + 1) +
                         down * std::log(1 - availability) + (machines - down) * std::log(availability));
            sum += term;
            if (down > machines * (1 - availability) && term < 1e-20L * sum) break;  // the rest is nothing
        }
        return static_cast<double>(sum);
    }

    const Model& model_;
    const Conventions& conventions_;
    std::map<QuantityIndex, Maybe> values_;
};

}  // namespace bote::test

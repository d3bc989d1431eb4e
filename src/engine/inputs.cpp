#include "bote/engine/inputs.hpp"
#include "bote/base/index.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bote {
namespace {

/// sin(x) for |x| up to pi / 6, to the last bit or two, the same everywhere.
double small_sine(double x) {
    const double square = x * x;
    constexpr int kTerms = 9;
    double sum = 0;
    double term = x;
    for (int i = 1; i <= kTerms; ++i) {
        sum += term;
        term *= -square / (2 * i * (2 * i + 1));
    }
    return sum;
}

/// What two normal variates must be correlated by to have that rank correlation (K. Pearson, 1907).
double correlation_for(double rank_correlation) {
    constexpr double kSixth = std::numbers::pi / 6;
    return 2 * small_sine(kSixth * std::clamp(rank_correlation, -1.0, 1.0));
}

std::vector<std::uint32_t> correlated_draws(const std::vector<Draw>& draws,
                                            const std::vector<DrawCorrelation>& correlations) {
    std::vector<std::uint32_t> tied;
    for (const DrawCorrelation& tie : correlations) tied.insert(tied.end(), {tie.a, tie.b});
    std::sort(tied.begin(), tied.end(), [&](auto a, auto b) { return draws[a].stream < draws[b].stream; });
    tied.erase(std::unique(tied.begin(), tied.end()), tied.end());
    return tied;
}

class Matrix {
public:
    Matrix(const std::vector<std::uint32_t>& tied, const std::vector<DrawCorrelation>& correlations)
        : size_(tied.size()), cells_(size_ * size_, 0) {
        for (std::size_t i = 0; i < size_; ++i) at(i, i) = 1;
        const auto place = [&](std::uint32_t draw) {
            return position_of(std::find(tied.begin(), tied.end(), draw), tied);
        };
        for (const DrawCorrelation& tie : correlations) {
            if (tie.a != tie.b)
                at(place(tie.a), place(tie.b)) = at(place(tie.b), place(tie.a)) = correlation_for(tie.rank_correlation);
        }
    }

    double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }

    /// Cholesky's mixing in its lower half; false if there is none. Draws that are tied fully are allowed.
    bool factorise() {
        constexpr double kPivotRounding = 1e-9;
        for (std::size_t j = 0; j < size_; ++j) {
            const double pivot = rest(j, j);
            if (pivot < -kPivotRounding) return false;
            const double root = pivot > kPivotRounding ? std::sqrt(pivot) : 0;
            at(j, j) = root;
            for (std::size_t i = j + 1; i < size_; ++i) {
                const double left = rest(i, j);
                if (root == 0 && std::abs(left) > std::sqrt(kPivotRounding)) return false;
                at(i, j) = root == 0 ? 0 : left / root;
            }
        }
        return true;
    }

private:
    double rest(std::size_t i, std::size_t j) {
        double left = at(i, j);
        for (std::size_t k = 0; k < j; ++k) left -= at(i, k) * at(j, k);
        return left;
    }

    std::size_t size_;
    std::vector<double> cells_;
};

/// The variates of tied draws, in place; the last row first, since each takes those above it.
void mix(const Mixing& mixing, std::vector<double*>& columns) {
    for (std::size_t i = columns.size(); i-- > 0;) {
        const double* weights = mixing.weights.data() + i * (i + 1) / 2;
        double* target = columns[i];
        for (std::size_t r = 0; r < kBlockRows; ++r) target[r] *= weights[i];
        for (std::size_t k = 0; k < i; ++k) {
            for (std::size_t r = 0; r < kBlockRows; ++r) target[r] += weights[k] * columns[k][r];
        }
    }
}

void fill_normal(const Inputs& inputs, std::uint32_t draw, std::uint64_t first_row, double* column) {
    fill_shares(inputs.randomness, inputs.draws[draw].stream, first_row, column);
    normals_from_shares(column);
}

bool is_tied(const Mixing& mixing, std::size_t draw) {
    return std::find(mixing.draws.begin(), mixing.draws.end(), draw) != mixing.draws.end();
}

void fill_tied(const Inputs& inputs, std::uint64_t first_row, const Tape& tape, Cells& block) {
    const Mixing& mixing = inputs.mixing;
    std::vector<double> normals(mixing.draws.size() * kBlockRows);
    std::vector<double*> columns;
    for (const std::uint32_t draw : mixing.draws) {
        columns.push_back(normals.data() + columns.size() * kBlockRows);
        fill_normal(inputs, draw, first_row, columns.back());
    }
    mix(mixing, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::uint32_t draw = mixing.draws[i];
        if (tape.inputs[draw] == kNoColumn) continue;
        values_from_normals(inputs.draws[draw], columns[i]);
        std::copy_n(columns[i], kBlockRows, block.column(tape.inputs[draw]));
    }
}

}  // namespace

std::optional<Mixing> mixing_of(const std::vector<Draw>& draws, const std::vector<DrawCorrelation>& correlations) {
    Mixing mixing{correlated_draws(draws, correlations), {}};
    Matrix matrix(mixing.draws, correlations);
    if (!matrix.factorise()) return std::nullopt;
    for (std::size_t i = 0; i < mixing.draws.size(); ++i) {
        for (std::size_t k = 0; k <= i; ++k) mixing.weights.push_back(matrix.at(i, k));
    }
    return mixing;
}

std::vector<std::uint32_t> slots_of(const std::vector<Draw>& draws) {
    std::vector<std::uint32_t> slots;
    for (const Draw& draw : draws) slots.push_back(draw.slot);
    return slots;
}

void fill_inputs(const Inputs& inputs, std::uint64_t first_row, const Tape& tape, Cells& block) {
    for (std::size_t i = 0; i < inputs.draws.size(); ++i) {
        if (tape.inputs[i] == kNoColumn || is_tied(inputs.mixing, i)) continue;
        double* column = block.column(tape.inputs[i]);
        fill_shares(inputs.randomness, inputs.draws[i].stream, first_row, column);
        values_from_shares(inputs.draws[i], column);
    }
    if (!inputs.mixing.draws.empty()) fill_tied(inputs, first_row, tape, block);
}

void fill_normals(const Inputs& inputs, std::uint64_t first_row, std::vector<double>& columns) {
    columns.resize(inputs.draws.size() * kBlockRows);
    for (std::uint32_t i = 0; i < inputs.draws.size(); ++i)
        fill_normal(inputs, i, first_row, columns.data() + i * kBlockRows);
    std::vector<double*> tied;
    for (const std::uint32_t draw : inputs.mixing.draws) tied.push_back(columns.data() + draw * kBlockRows);
    mix(inputs.mixing, tied);
}

}  // namespace bote

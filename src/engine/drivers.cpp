#include "bote/engine/drivers.hpp"

#include <algorithm>
#include <cmath>

#include "bote/engine/slice.hpp"
#include "bote/formula/elementary.hpp"
#include "gather.hpp"

namespace bote {
namespace {

constexpr std::size_t kPowers = 3;

/// The normal variates of the ranks of a column, from how all its values are distributed: so finely that a value may
/// take that of the next one above it.
class Scores {
public:
    explicit Scores(const Tally& tally) {
        constexpr int kSteps = 1024;
        for (int i = 0; i < kSteps; ++i) {
            const double p = (i + 1.0 / 2) / kSteps;
            const double value = tally.percentile(p);
            if (!std::isnan(value)) knots_.push_back({value, normal_quantile(p)});
        }
        // Many alike get the variate of their middle.
        for (std::size_t begin = 0; begin < knots_.size();) {
            std::size_t end = begin;
            while (end < knots_.size() && knots_[end].value == knots_[begin].value) ++end;
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i) sum += knots_[i].score;
            for (std::size_t i = begin; i < end; ++i) knots_[i].score = sum / static_cast<double>(end - begin);
            begin = end;
        }
    }

    [[nodiscard]] double of(double value) const {
        if (std::isnan(value) || knots_.empty()) return 0;
        const auto after = std::lower_bound(knots_.begin(), knots_.end(), value,
                                            [](const Knot& knot, double wanted) { return knot.value < wanted; });
        return after == knots_.end() ? knots_.back().score : after->score;
    }

private:
    struct Knot {
        double value;
        double score;
    };
    std::vector<Knot> knots_;
};

/// Sums of the scores times Hermite's polynomials of each draw's variate.
struct Products {
    explicit Products(std::size_t draws) : powers(draws * kPowers) {}

    void take(double score, std::size_t draw, double z) {
        const double square = z * z;
        powers[draw * kPowers] += score * z;
        powers[draw * kPowers + 1] += score * (square - 1);
        powers[draw * kPowers + 2] += score * z * (square - 3);
    }

    std::vector<double> powers;
    double first = 0;
    double second = 0;
};

void take_block(const Scores& scores, const double* column, const std::vector<double>& normals, Products& products) {
    const std::size_t draws = products.powers.size() / kPowers;
    double own[kBlockRows];
    for (std::size_t r = 0; r < kBlockRows; ++r) {
        own[r] = scores.of(column[r]);
        products.first += own[r];
        products.second += own[r] * own[r];
    }
    for (std::size_t draw = 0; draw < draws; ++draw) {
        for (std::size_t r = 0; r < kBlockRows; ++r) products.take(own[r], draw, normals[draw * kBlockRows + r]);
    }
}

Shares shares_from(const Products& products, const Tape& tape, double count) {
    Shares shares;
    const double mean = products.first / count;
    const double variance = products.second / count - mean * mean;
    constexpr double kFactorials[kPowers] = {1, 2, 6};
    shares.together = 1;
    for (std::size_t draw = 0; draw < tape.inputs.size(); ++draw) {
        double share = 0;
        for (std::size_t k = 0; k < kPowers; ++k) {
            const double product = products.powers[draw * kPowers + k] / count;
            share += product * product / (kFactorials[k] * variance);
        }
        const double along = products.powers[draw * kPowers] / count / std::sqrt(variance);
        const bool reaches = tape.inputs[draw] != kNoColumn && variance > 0;
        shares.first.push_back(reaches ? std::min(share, 1.0) : 0);
        shares.correlation.push_back(reaches ? std::clamp(along, -1.0, 1.0) : 0);
        shares.together -= shares.first.back();
    }
    shares.together = std::max(shares.together, 0.0);
    return shares;
}

}  // namespace

Shares find_shares(const Program& program, std::uint32_t slot, const ShareOptions& options) {
    const auto mixing = mixing_of(program.draws, options.correlations);
    const Tape tape = make_tape(program, slots_of(program.draws), {{{slot}, Lifetime::to_the_end}});
    if (!mixing || !tape.outputs.front().varies) return {};
    const std::uint64_t count = std::max<std::uint64_t>(options.count / kBlockRows, 1) * kBlockRows;
    const Inputs inputs{program.draws, *mixing, options.randomness};
    const std::vector<Compared> none;
    Gatherer gatherer(tape, inputs, none);
    // The samples are gone through twice.
    const auto half_done = [&](std::uint64_t done) {
        if (options.progress) options.progress(done / 2);
    };
    gatherer.extend(count, 1, half_done);
    const Scores scores(gatherer.tally(0));
    Products products(program.draws.size());
    Cells block = make_cells(tape);
    std::vector<double> normals;
    for (std::uint64_t first = 0; first < count; first += kBlockRows) {
        fill_inputs(inputs, first, tape, block);
        run(tape.instructions, block);
        fill_normals(inputs, first, normals);
        take_block(scores, block.column(tape.outputs.front().column), normals, products);
        half_done(count + first);
    }
    Shares shares = shares_from(products, tape, static_cast<double>(count));
    shares.count = count;
    return shares;
}

std::vector<Swing> find_swings(const Program& program, std::uint32_t slot, const std::vector<Pull>& pulls) {
    const Values present = evaluate_point(program);
    Slicer slicer(program, present.slots, {slot});
    std::vector<Swing> swings;
    for (const Pull& pull : pulls) {
        if (pull.slot == slot) {
            swings.push_back({pull.low, pull.high});
            continue;
        }
        const Program small = slicer.slice(pull.slot);
        Columns columns = make_columns(small, 2);
        columns.cells[0] = pull.low;
        columns.cells[1] = pull.high;
        evaluate(small, columns);
        swings.push_back({columns.cells[columns.pitch], columns.cells[columns.pitch + 1]});
    }
    return swings;
}

std::vector<Pull> pulls_of(const std::vector<Draw>& draws, double level) {
    std::vector<Pull> pulls;
    for (const Draw& draw : draws)
        pulls.push_back({draw.slot, quantile_of(draw, (1 - level) / 2), quantile_of(draw, (1 + level) / 2)});
    return pulls;
}

}  // namespace bote

#include "exact.hpp"
#include "bote/base/index.hpp"

#include <algorithm>
#include <cmath>

namespace bote {
namespace {

struct RankSearch {
    std::size_t output = 0;
    Histogram::Bucket bucket;
    std::size_t rank = 0;  // within the bucket
    std::vector<double> found;
};

RankSearch search_for(const Sought& sought) {
    const std::uint64_t all = sought.histogram->numbers();
    if (all == 0) return {sought.output, {NAN, NAN, 0, 0}, 0, {}};
    const double rank = std::round(sought.percentile * static_cast<double>(all - 1));
    const Histogram::Bucket bucket = sought.histogram->bucket_at(rank);
    return {sought.output, bucket, static_cast<std::size_t>(rank) - static_cast<std::size_t>(bucket.before), {}};
}

void keep_inside(RankSearch& search, const double* column, std::size_t rows) {
    const auto [low, high, before, count] = search.bucket;
    for (std::size_t r = 0; r < rows; ++r) {
        if (column[r] >= low && column[r] <= high) search.found.push_back(column[r]);
    }
}

/// What lies on the edge between two buckets belongs to the one further from zero.
double pick(RankSearch& search) {
    auto& [output, bucket, rank, found] = search;
    if (bucket.low == bucket.high || found.empty()) return bucket.low;
    const double next = bucket.high > 0 ? bucket.high : bucket.low;
    if (found.size() > bucket.count) std::erase(found, next);
    rank = std::min(rank, found.size() - 1);
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(rank), found.end());
    return found[rank];
}

}  // namespace

std::vector<double> find_exactly(const Tape& tape, const Inputs& inputs, std::uint64_t count,
                                 const std::vector<Sought>& sought) {
    std::vector<RankSearch> searches;
    for (const Sought& each : sought) searches.push_back(search_for(each));
    Cells block = make_cells(tape);
    for (std::uint64_t first = 0; first < count; first += kBlockRows) {
        fill_inputs(inputs, first, tape, block);
        run(tape.instructions, block);
        const auto rows = at(std::min<std::uint64_t>(kBlockRows, count - first));
        for (RankSearch& each : searches) {
            if (each.bucket.low < each.bucket.high)
                keep_inside(each, block.column(tape.outputs[each.output].column), rows);
        }
    }
    std::vector<double> values;
    for (RankSearch& each : searches) values.push_back(pick(each));
    return values;
}

}  // namespace bote

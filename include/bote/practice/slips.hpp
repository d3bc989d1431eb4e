#pragma once
// Which slip an answer looks like. Each slip that this very quantity can suffer is worked out from its formulas: the
// value with the replication left out, with the retention counted twice, with the cache's hits ignored. An answer that
// is one of those values, to the digits that were typed, was probably reached that way.
//
//   const std::vector<Slip> slips = find_slips(model, *model.find("storage"));
//   name_slips(guess, truth_of(model, *model.find("storage")), slips).front().what        // "left out the replication
//   of 3"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bote/model/model.hpp"
#include "bote/practice/answer.hpp"
#include "bote/practice/rounding.hpp"
#include "bote/practice/variant.hpp"

namespace bote {

enum class SlipKind : std::uint8_t {
    none,
    average_for_peak,
    peak_misplaced,
    bits_and_bytes,
    replication_left_out,
    replication_misplaced,
    retention_left_out,
    counted_twice,
    day_for_second,
    month_not_divided,
    hour_and_day,
    minute_and_second,
    month_and_year,
    thousand,
    zero,
    ratio_left_out,
    ratio_wrong_side,
    ratio_off_by_one,
    writes_for_reads,
    request_for_response,
    all_users_for_daily,
    share_left_out,
    share_swapped,
    cache_hit_ignored,
    cache_of_everything,
    cache_window,
    margin_multiplied,
    margin_left_out,
    not_rounded_up,
    wrong_resource,
    fanout,
    part_left_out,
    growth,
    kilo,
    false_precision,
    radius_for_area,
    key_power,
    wrong_dimension,
    littles_law,
    one_direction,
    model_factor,
    frequency,
    factor_left_out,
};

/// How likely a kind is where two fit: the first before the second.
enum class Likelihood : std::uint8_t { certain, magnitude, eightfold, own_factor, calendar, digit };

struct SlipRow {
    SlipKind kind;
    std::string_view name;  // "replication left out", also in the history
    Likelihood likelihood;
    double widest;         // window that still counts, as a share: the stronger the kind, the wider
    std::string_view tip;  // what to do about it
};

std::span<const SlipRow> all_slips();
const SlipRow& row_of(SlipKind kind);
/// SlipKind::none where no kind has that name.
SlipKind slip_named(std::string_view name);

/// One slip that a quantity can suffer.
struct Slip {
    SlipKind kind = SlipKind::none;
    double ratio = 1;                           // the value with the slip, as a share of the right one
    std::string what;                           // "left out the replication of 3"
    QuantityIndex cause = QuantityIndex::none;  // of the model: `replication`
    std::vector<Replacement> changes = {};      // what makes it; none where it is a plain factor or another formula
    std::vector<double> rounded = {};           // the value with the slip as people round it; see rounded_values
    bool is_seldom = false;                     // less likely than its kind: not named by an answer of one digit
};

/// Throws nothing; slips that change the value by less than the typed digits can show are left in.
std::vector<Slip> find_slips(const Model& model, QuantityIndex quantity);

/// The slips that an answer fits, the likeliest first.
std::vector<Slip> name_slips(const Guess& guess, const Truth& target, std::span<const Slip> slips);

}  // namespace bote

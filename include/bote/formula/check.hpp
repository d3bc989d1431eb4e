#pragma once
// Does a formula make sense: the dimensions of its parts, and which reading of an attached `B` is meant.
//
//   check_dimensions(text, tree, {kCount / kSecond, kByte})       // a rate times a size: bytes per second

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/formula/expectation.hpp"
#include "bote/formula/expression.hpp"
#include "bote/units/dimension.hpp"
#include "bote/units/display.hpp"

namespace bote {

/// A dimension, or that of a bare 0, which fits all.
struct Measured {
    Dimension dimension;
    bool is_zero = false;
};

/// The dimension of a formula whose names have the given ones (one for each that it uses).
/// Throws InputError where parts do not fit each other. Attached `B` counts as bytes.
Measured check_dimensions(const Text& text, Tree tree, std::span<const Dimension> names);

/// Whether it is still open what a `B` means: `1B`, bytes or billion.
bool has_attached_b(Tree tree);

/// Whether a month is in it, which is another one beside money.
bool has_month(Tree tree);

/// Whether money is divided by a time in it, as in `$0.10/h`, or a name is of that; a price of a thing times how often
/// is no rent.
bool has_rent(const Text& text, Tree tree, std::span<const Dimension> names);

/// Makes what traffic costs, in a formula of money over time, a month of it for a twelfth of a year.
void bill_traffic(const Text& text, Expression& tree, std::span<const Dimension> names);

/// Whether anything is measured in it: no power of a unit beyond the first, as in `/s^2`.
bool is_usual(Dimension dimension);

/// What a sum takes a value for: `1 - 30%` and `10% + 5%` are shares, `100k + 20%` mixes two things.
enum class Amount { share, number, either };

/// Throws InputError where a share is added to a number; `amount_of(i)` is what the i-th name is.
void check_shares(const Text& text, Tree tree, const std::function<Amount(std::uint32_t)>& amount_of);

/// Whether a formula makes a percentage of percentages: `99.9% * api`, `1 - hit_ratio`, `in_parallel(api, 99%)`.
bool gives_percentage(Tree tree, const std::function<bool(std::uint32_t)>& is_percentage);

/// Throws InputError for `2x` as the value of what is no factor.
void check_factor(const Text& text, Tree tree, const Display& display);

/// Throws InputError for `30 to 40` as a share: each number lacks its percent sign.
void check_percent_signs(const Text& text, Tree tree, const Display& display);

/// Throws InputError for `100-1`, where neither a range nor a minus with blanks is written.
void check_pair(const Text& text);

/// The number that a value begins with, and the magnitude behind it.
struct LeadingNumber {
    double number = 0;
    std::optional<double> magnitude;
};
std::optional<LeadingNumber> leading_number(const Text& text);

/// Throws InputError for `data / 200 MB/s`, whose blanks say that it is divided by a rate.
void check_rate_below(const Text& text, Tree tree);

/// What to write in place of a value that nothing is measured in.
Hint hint_for_unusual(const Text& text, Tree tree, Dimension found);

/// Settles each attached `B`: all as bytes, or all as billion, whichever makes the formula fit `wanted` (bytes where
/// nothing is wanted), and returns the dimension. Throws InputError where neither fits, with a hint at what is missing.
/// A bare 0 takes the wanted dimension. A month beside money becomes a twelfth of a year.
Dimension resolve_units(const Text& text, Expression& tree, std::span<const Dimension> names,
                        std::optional<Dimension> wanted);

/// The same for the two sides of an expectation, which must be of one dimension.
Dimension resolve_units(const Text& text, Expectation& expectation, std::span<const Dimension> left_names,
                        std::span<const Dimension> right_names);

/// The value of a formula whose names have the given values; NaN stands for an absent one, which `sum` and `max` leave
/// out. Ranges and distributions count with their median.
double evaluate(Tree tree, std::span<const double> names, const Conventions& conventions);

/// A literal's value in base units.
double literal_value(const Node& node, const Conventions& conventions);

/// The ends of a formula that is a range of plain values and nothing else.
std::optional<std::pair<double, double>> range_ends(Tree tree, const Conventions& conventions);

/// Throws InputError for a range or distribution that runs backwards (`10 to 5`), as far as its ends are numbers, or
/// names whose values are given.
void check_ranges(const Text& text, Tree tree, const Conventions& conventions, std::span<const double> names = {});

/// Two plain values with a dash, dots or `between ... and` (`5-10 per day`) as a range, if the second is the larger
/// one.
std::optional<std::string> as_range(std::string_view formula);

}  // namespace bote

#pragma once
// The arithmetic that people do on a whiteboard: a day of 10^5 s, and each result rounded to an easy number and
// carried on. A day has fewer seconds than that, and an earlier step may have been rounded down; a good estimator knows
// and makes up for it: of the two easy numbers around a result, the one nearer to the exact value is written down.
// A sum is the exception: whoever reads "500k + 5k" expects about 500k, so the easy number nearest to it is taken.
// Inputs, shares, constants and the steps inside a formula stay; machines are rounded up. Where rounded operands
// distort a result, as in 2.5k - 2.4k, the exact one is rounded instead.
//
//   easy_number(166.7, 192.9)                // 200, though 150 is nearer to what was carried
//   easy_number(250, 273.75)                 // 250 is easy already

#include <vector>

#include "bote/engine/program.hpp"

namespace bote {

/// Of the two numbers around a value whose mantissa is 1, 1.2, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8 or 9 the one
/// that is nearer to the exact value, by ratio; such a number itself stays.
double easy_number(double value, double exact);

/// Whether a quantity is a result that one writes down: not an input, a share, a constant, a step or a machine count.
bool is_written_down(const ModelQuantity& quantity);

/// A value that was computed on the whiteboard, and the exact one in the same units.
struct Carried {
    double value = 0;
    double exact = 0;
};

/// Whether a result is further off than honest rounding gets it. Easy numbers lie up to a third apart and the day is a
/// sixth too long, together a factor of 1.5; 1.1 machines become 2. Beyond that, errors were amplified: by a difference
/// of large numbers, or by a queue.
bool is_distorted(const Carried& number, const Display& display);

/// What the whiteboard does with the value of a computed quantity.
BoardNote note_of(const ModelQuantity& quantity);

/// A value as it is written on the whiteboard: an easy number of the unit in which it is shown. Instead of a distorted
/// one it is the exact value, rounded likewise. The exact value given here is one of the usual conventions.
double write_down(const Carried& number, const BoardNote& note, const Conventions& usual,
                  const Conventions& whiteboard);

/// The value of an input: 10/s stay 10/s, which are 1M/day there, and 24 h stay a day. What costs $1 an hour is rented
/// for the hours of a real month.
double given_on_whiteboard(const ModelQuantity& quantity, const Conventions& usual, const Conventions& whiteboard);

/// A value of each quantity of the model by the whiteboard, from their exact values.
QuantityValues evaluate_on_whiteboard(const Model& model, const QuantityValues& exact);

}  // namespace bote

#pragma once
// How one gets to a quantity: the steps, each with its formula as this workload has it, the numbers in it and what
// comes out, exactly and by the whiteboard's arithmetic. Steps that change nothing are left out.
//
//   Working working = make_working(estimate);
//   for (QuantityIndex step : steps_to(working, *model.find("storage")))     // inputs too; storage is the last
//       formula_text(working, step)                                // "filled * replication"
//       numbers_text(working, step, {Arithmetic::exact})           // "21.4 TB * 3"
//       value_text(working, step, {Arithmetic::exact})             // "64.3 TB"

#include <string>
#include <vector>

#include "bote/engine/reduced.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

enum class Arithmetic { exact, whiteboard };

struct Working {
    const Estimate* estimate = nullptr;  // outlives it
    Reduction reduction;
    QuantityValues whiteboard;  // the value of each quantity, under the model's whiteboard conventions
};

Working make_working(const Estimate& estimate);

inline const ModelQuantity& quantity_of(const Working& working, QuantityIndex quantity) {
    return working.estimate->model[quantity];
}

/// What a quantity rests on and the quantity itself, each behind what it reads; of none, all that the
/// answers rest on.
std::vector<QuantityIndex> steps_to(const Working& working, QuantityIndex quantity);

/// Which numbers stand in a text, and with how many digits.
struct Figures {
    Arithmetic arithmetic = Arithmetic::exact;
    int digits = kShownDigits;
};

/// "filled * replication"; names of the quantity's own object without its prefix. Empty for a plain given value.
std::string formula_text(const Working& working, QuantityIndex quantity);
/// "21.4 TB * 3"; empty where the formula names nothing.
std::string numbers_text(const Working& working, QuantityIndex quantity, Figures figures);
/// "64.3 TB"
std::string value_text(const Working& working, QuantityIndex quantity, Figures figures);

double value_in(const Working& working, QuantityIndex quantity, Arithmetic arithmetic);

/// How far the whiteboard is off, as a share, judged by what is printed: 5 years are 5 years, however long a day is.
double drift_of(const Working& working, QuantityIndex quantity);

/// Where a value comes from: "given", "default", "top level", "option", "profile", or nothing for a computed one.
std::string origin_text(const ModelQuantity& quantity);

}  // namespace bote

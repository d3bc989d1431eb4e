#pragma once
// What several views say about a quantity: its cell, its working, its data, whether anything rests on it.

#include <string>
#include <string_view>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

inline constexpr double kSchemaVersion = 1;

/// Whether it is just another quantity that nobody worked out, under a name of its own.
bool takes_over(const Model& model, const ModelQuantity& quantity);

/// For each quantity of the model: whether an answer is it or rests on it. Unused defaults are not.
QuantityMarks find_used(const Model& model);

/// The names of all quantities that the model knows, whatever the workload.
std::vector<std::string_view> catalog_names();

/// The error about a name that no quantity has; `near` is the one that may be meant.
Error unknown_quantity(const std::string& name, const std::optional<std::string>& near);

/// The index of a quantity by the name that was asked for. Throws InputError where the workload has none of it.
QuantityIndex find_asked(const Model& model, const std::string& quantity);

/// The name of the object or the tier that a quantity is of; empty where it is of the whole.
std::string_view owner_of(const Model& model, const ModelQuantity& quantity);

/// Where a quantity is given; nowhere where it is not.
Span where_given(const Model& model, const ModelQuantity& quantity);

/// The value of a quantity as it is printed.
std::string value_text(const Estimate& estimate, QuantityIndex index);

/// The value of a quantity in base units; none where it is absent or not finite.
std::optional<double> finite_value(const Estimate& estimate, std::string_view name);

/// The value of a quantity as a cell; empty if it is absent.
Cell cell_of(const Estimate& estimate, std::string_view name);
Cell cell_of(const Estimate& estimate, QuantityIndex index);
/// The same in another unit of its dimension, such as bits.
Cell cell_in(const Estimate& estimate, std::string_view name, const Display& display);

/// The formula with numbers: "50 GB/day * 5 years".
std::string working_of(const Estimate& estimate, QuantityIndex index, int digits);

/// Whether only whole numbers make sense, as of machines.
bool is_whole(const ModelQuantity& quantity);

/// The head of a column for a sheet, whose numbers are in base units: "storage [B]"; a count has no unit.
std::string sheet_title(std::string_view name, const Display& display);

/// `{value, unit, text, origin}` of a quantity.
Datum datum_of(const Estimate& estimate, QuantityIndex index);
Datum number_datum(double value);
/// A value of a quantity as programs get it.
Datum value_datum(const Estimate& estimate, QuantityIndex index, double value);
Datum text_datum(std::string text);

/// "name" and "file" of the workload.
Datum workload_datum(const Model& model);

}  // namespace bote

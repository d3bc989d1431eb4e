#pragma once
// What several views say about a quantity: its cell, its working, whether anything rests on it.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

inline constexpr double kSchemaVersion = 1;

/// For each quantity of the model: whether an answer is it or rests on it. Unused defaults are not.
std::vector<char> find_used(const Model& model);

/// The index of a quantity by the name that was asked for. Throws InputError where the workload has none of it.
int find_asked(const Model& model, const std::string& quantity);

/// The value of a quantity as a cell; empty if it is absent.
Cell cell_of(const Estimate& estimate, std::string_view name);
Cell cell_of(const Estimate& estimate, int index);
/// The same in another unit of its dimension, such as bits.
Cell cell_in(const Estimate& estimate, std::string_view name, const Display& display);

/// The formula with numbers: "50 GB/day * 5 years".
std::string working_of(const Estimate& estimate, int index, int digits);

struct Tier {
    std::string_view name;   // "app"
    std::string_view title;  // "Application"
};
std::span<const Tier> all_tiers();

/// The quantities `TIER.by_...` of the model.
std::vector<int> find_resources(const Model& model, std::string_view tier);

/// "iops" -> "disk operations".
std::string spoken_resource(std::string resource);

bool is_tier(std::string_view name);

/// Of these quantities the largest, where value_of(i) is the value of the i-th; -1 where none is above zero.
template <class ValueOf>
int largest_by(const std::vector<int>& quantities, ValueOf value_of) {
    int largest = -1;
    double most = 0;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const double value = value_of(i);
        if (!(value > most)) continue;
        most = value;
        largest = quantities[i];
    }
    return largest;
}
int largest_of(const std::vector<int>& quantities, const Values& values);

/// Whether only whole numbers make sense, as of machines.
bool is_whole(const ModelQuantity& quantity);

/// "app.by_network" -> "network".
std::string resource_name(const Model& model, int quantity);

/// The name of the resource that decides the servers of a tier: that of the largest `TIER.by_...`.
struct Bound {
    int quantity = -1;     // of the model: `app.by_requests`
    std::string resource;  // "requests"
};
std::optional<Bound> find_bound(const Estimate& estimate, std::string_view tier);

/// Both sides of a comparison as they are shown with so many digits.
using ShownAt = std::function<std::pair<double, double>(int digits)>;

/// How many digits, from the usual ones on, it takes until the sides that are shown compare as the two values do: what
/// is above 391 TB must not read "391 TB".
int telling_digits(int usual, const Terms& terms, double left, double right, const ShownAt& shown);

/// The left side of an expectation as it is printed, in the unit and to the digits of the right one where that can be.
std::string left_text(const Estimate& estimate, const BoundExpectation& expectation, double left, double right);
bool expectation_holds(const Estimate& estimate, std::size_t index);

/// What an expectation is held against: "3.35 PB", or "chance 46%" where it asks for one.
std::string found_text(const Estimate& estimate, std::size_t index);

/// The head of a column for a sheet, whose numbers are in base units: "storage [B]"; a count has no unit.
std::string sheet_title(std::string_view name, const Display& display);

/// `{value, unit, text, origin}` of a quantity.
Datum datum_of(const Estimate& estimate, int index);
Datum number_datum(double value);
/// A value of a quantity as programs get it.
Datum value_datum(const Estimate& estimate, int index, double value);
Datum text_datum(std::string text);

/// "name" and "file" of the workload.
Datum workload_datum(const Model& model);

}  // namespace bote

#pragma once
// What the collectors of slips share: the model they look at, and where the slips go.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/practice/slips.hpp"
#include "bote/practice/variant.hpp"

namespace bote {

class Collector {
public:
    Collector(const Model& model, QuantityIndex quantity) : variants(model, quantity) {}

    void add(SlipKind kind, double ratio, std::string what, QuantityIndex cause = QuantityIndex::none);
    /// The value with these changes, as a slip.
    void add(SlipKind kind, std::span<const Replacement> changes, std::string what,
             QuantityIndex cause = QuantityIndex::none);

    [[nodiscard]] const ModelQuantity& quantity(QuantityIndex index) const;
    /// "read_write_ratio" of "tweet.read_write_ratio"; the name itself of an own quantity.
    [[nodiscard]] std::string_view base_name(QuantityIndex index) const;
    [[nodiscard]] std::string_view asked_name() const { return base_name(variants.quantity()); }
    [[nodiscard]] Dimension dimension() const { return quantity(variants.quantity()).display.dimension; }
    /// "the replication of 3"; without the number where objects differ in it.
    [[nodiscard]] std::string spoken(QuantityIndex index) const;
    [[nodiscard]] std::string value_text(double value, QuantityIndex index) const;
    /// All quantities of a definition that have a value: one an object.
    [[nodiscard]] std::vector<QuantityIndex> all_of(std::string_view definition) const;
    /// The same as far as the asked quantity rests on them.
    [[nodiscard]] std::vector<QuantityIndex> used_of(std::string_view definition) const;
    /// Another value for each of them, in all objects at once: whoever forgets a factor forgets it everywhere.
    template <class ValueOf>
    [[nodiscard]] std::vector<Replacement> each_of(std::string_view definition, ValueOf value_of) const {
        std::vector<Replacement> changes;
        for (const QuantityIndex index : used_of(definition))
            changes.push_back({index, value_of(variants.value(index))});
        return changes;
    }

    Variants variants;
    std::vector<Slip> slips;
};

/// Factors of the formulas: left out, twice, swapped, on the wrong side.
void collect_factors(Collector& collector);
/// The cache, which is never larger than the data: whatever makes it larger comes out at that, so this comes first.
void collect_cache(Collector& collector);
/// What belongs to one subject: ratios of reads and writes, users, the servers, growth, what is under way.
void collect_subjects(Collector& collector);
/// Terms of sums, numbers and exponents of own formulas.
void collect_terms(Collector& collector);
/// Bits, thousands, zeroes and the calendar.
void collect_units(Collector& collector);

/// What a factor is when it is left out: 1 in a product, 0 beside a 1. NaN where it is part of something else.
double neutral_of(const Variants& variants, QuantityIndex quantity);

/// "read_write_ratio" -> "read:write ratio", "app.target" -> "target load".
std::string spoken_name(std::string_view definition);

}  // namespace bote

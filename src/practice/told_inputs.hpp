#pragma once
// The inputs that the questions of a problem rest on, as far as its text has to tell them, and what can be said of
// several at once: a policy that is the same for all objects is one sentence, not one an object.

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "bote/practice/problem.hpp"
#include "told.hpp"

namespace bote {

class ToldInputs {
public:
    ToldInputs(const Estimate& estimate, const std::vector<Prompt>& prompts);

    /// Whether the text tells an input, in a sentence of its own.
    [[nodiscard]] bool is_needed(QuantityIndex index) const;

    /// The needed quantities of a definition, of one object and of the workload, or of all of them.
    [[nodiscard]] std::vector<double> values_of(std::string_view definition, int object = -1) const;

    /// Whether all caches are made for the same time, which is said with the share that is worth keeping.
    [[nodiscard]] bool windows_alike() const { return windows_alike_; }

    /// Whether data piles up from today on, since nothing that is older is there.
    [[nodiscard]] bool starts_empty() const;

    /// Whether all objects have the same value, so that it is said once: what is given for some objects alone is said
    /// of those.
    [[nodiscard]] bool is_alike(QuantityIndex index) const;

private:
    [[nodiscard]] bool is(std::string_view definition, QuantityIndex index) const;
    /// Whether some objects are erasure coded, so that copies are not those of all data.
    [[nodiscard]] bool some_are_coded() const;

    /// The quantities of one definition that the questions rest on.
    struct Group {
        bool is_alike = true;  // all have this value
        double value = 0;
        std::size_t objects = 0;  // how many are an object's
    };

    const Estimate& estimate_;
    const Model& model_;
    Support support_;
    std::map<std::string_view, std::vector<QuantityIndex>> leaves_;  // by definition
    std::map<const Definition*, Group> groups_;
    bool some_are_coded_ = false;
    bool windows_alike_ = true;
};

}  // namespace bote

#pragma once
// `bote compare`: two estimates side by side, and what the difference is made of, factor by factor.
//
//   compute_difference(a, b, "storage", changes, rebuild).factors     // dau x2, object_size x1.6

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// What one change does to the chosen quantity, all other changes being half done: the factors multiply to the whole.
struct Factor {
    std::string name;  // "dau"; empty: all that is no change of one value
    std::string from;
    std::string to;
    double ratio = 1;
};

struct Difference {
    std::string quantity;         // the chosen one
    double ratio = 1;             // of b to a; not above 0, or none, where either is not: then without factors
    std::vector<Factor> factors;  // those that are not 1, the largest first
    std::size_t too_many = 0;     // changes, where there are more than can be told apart in a moment
};

/// The first estimate with some of the second's values laid over it. Throws InputError where that makes no workload.
using Rebuild = std::function<Estimate(const std::vector<Setting>& changes)>;

/// A value that both give, and differently.
struct GivenChange {
    Setting setting;  // as the second has it
    std::string from;
    std::string to;
};

/// One of two workloads that are compared, with what is laid over it.
struct ComparedSide {
    const Workload& workload;
    const Overlay& overlay;
    const Estimate& estimate;
};

/// Values that the second gives, and the first gives differently or not at all.
std::vector<GivenChange> changes_between(const ComparedSide& from, const ComparedSide& to);

Difference compute_difference(const Estimate& a, const Estimate& b, const std::string& quantity,
                              const std::vector<GivenChange>& changes, const Rebuild& rebuild);

/// The quantity whose change is taken apart where none was asked for: the first of cost, storage, machines, qps that
/// both have, and if one of them changes visibly, the first of those. Empty if there is none.
std::string usual_quantity(const Estimate& a, const Estimate& b);

inline constexpr std::string_view kAsWritten = "as written";
inline constexpr std::string_view kChanged = "changed";

struct Titles {
    std::string a;
    std::string b;
};

Report describe_difference(const Estimate& a, const Estimate& b, const Difference& difference, const Titles& titles,
                           Extent extent);

}  // namespace bote

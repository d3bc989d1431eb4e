#pragma once
// `bote drivers`: which assumption moves an answer most, and which to pin down first.
//
//   Drivers drivers = compute_drivers(estimate, storage, {});
//   drivers.rows.front()          // read_write_ratio: from 1.2 PB to 4.8 PB

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct DriverRow {
    QuantityIndex input = QuantityIndex::none;  // of the model
    bool is_range = false;                      // else pulled by a share of its value
    int draw = -1;                              // a range inside the formula of the input: of the program's draws
    std::string text;                           // of that range, as it is written; else empty
    std::string name;                           // "dau", or "app.rps: 0.5 to 2"
    bool scaled = false;  // a distribution that the formula scales: its ends are percentiles of it
    Display display;      // of what it is pulled to
    double low = 0;       // what it is pulled to
    double high = 0;
    double at_low = 0;  // the answer there
    double at_high = 0;
    std::optional<double> share;  // of the answer's variance, where values are ranges
};

struct Drivers {
    QuantityIndex quantity = QuantityIndex::none;
    double value = 0;             // of the point estimate
    double pull = 0;              // the share by which plain values are pulled
    std::vector<DriverRow> rows;  // the widest swing first; those that move nothing are left out
    bool tied = false;            // ranges are correlated: their shares overlap
};

struct DriverRequest {
    double pull = 0.2;
    std::uint64_t samples = 0;  // 0: as many as are usual
    std::uint64_t seed = 1;
    std::function<void(std::uint64_t done)> progress = {};  // told now and then how many samples there are
};

Drivers compute_drivers(const Estimate& estimate, QuantityIndex quantity, const DriverRequest& request);

Report describe_drivers(const Estimate& estimate, const Drivers& drivers, Extent extent);

}  // namespace bote

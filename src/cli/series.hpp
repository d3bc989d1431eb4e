#pragma once
// A workload with its scenarios, computed one at a time: all of them together may not fit into memory.
//
//   const Series series("shop.yaml", setting);
//   if (series.is_large()) return stream(series, setting);
//   describe_page(series.compute_all(), setting.audience, setting);

#include <string>
#include <vector>

#include "inputs.hpp"

namespace bote {

class Series {
public:
    /// Reads the workload. Throws InputError.
    Series(const std::string& argument, const CommandSetting& setting);

    /// The file as it is written, and its scenarios; 1 where --scenario names one.
    [[nodiscard]] std::size_t size() const;
    /// 0 is the file as it is written. Throws InputError.
    [[nodiscard]] NamedEstimate compute(std::size_t index) const;

    /// Whether it is too much to be kept at once.
    [[nodiscard]] bool is_large() const;
    /// Throws InputError where it is.
    [[nodiscard]] std::vector<NamedEstimate> compute_all() const;

private:
    const CommandSetting& setting_;
    Workload workload_;
    Overlay overlay_;
    SampleRequest request_;
};

/// Whether a format can be written scenario by scenario.
bool can_stream(const CommandSetting& setting);

/// All scenarios in such a format, each written before the next one is computed. What is wrong with one of them is
/// found before anything is written.
Outcome stream(const Series& series, const CommandSetting& setting);

/// Expectations of an estimate that fail, as warnings. They hold the file as it is written, not the scenario that
/// --scenario chooses.
void add_warnings(const NamedEstimate& estimate, const Options& options, std::vector<std::string>& warnings);
/// The first of them, and how many more there are.
std::string describe_warnings(const std::vector<std::string>& warnings);

}  // namespace bote

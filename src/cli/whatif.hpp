#pragma once
// The commands that ask what if: timeline, sweep, solve, drivers, compare.
//
//   Outcome outcome = run_solve(setting);

#include "commands.hpp"

namespace bote {

Outcome run_timeline(const CommandSetting& setting);
Outcome run_sweep(const CommandSetting& setting);
Outcome run_solve(const CommandSetting& setting);
Outcome run_drivers(const CommandSetting& setting);
Outcome run_compare(const CommandSetting& setting);

}  // namespace bote

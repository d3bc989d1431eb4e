#pragma once
// The commands: each reads its workloads, asks its view, and renders the report.

#include <functional>
#include <string_view>

#include "arguments.hpp"
#include "bote/base/error.hpp"
#include "bote/cli/run.hpp"
#include "bote/render/render.hpp"

namespace bote {

/// What a command runs with.
struct CommandSetting {
    const Options& options;
    const Environment& environment;
    const Format& format;
    Canvas canvas;
    Ink err_ink = Ink::plain;
    std::function<bool(std::string_view)> write;  // as Environment::write_output, or to the file of --output
};

/// Throws InputError where an input is wrong.
Outcome run_command(std::string_view command, const CommandSetting& setting);

}  // namespace bote

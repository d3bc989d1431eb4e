// The command that prints schemas, for editors and programs.

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/schema.hpp"
#include "commands.hpp"

namespace bote {

Outcome run_schema(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    if (!words.empty() && words.front() != "json")
        throw InputError(Error{{},
                               fmt::format("expected json or nothing, found '{}'", show_in_line(words.front())),
                               "without a word it is the schema of workload files"});
    Report report;
    report.data = words.empty() ? schema_of_workloads(built_in_catalog()) : schema_of_answers();
    return {kExitAnswered, render_json(report, setting.canvas), ""};
}

}  // namespace bote

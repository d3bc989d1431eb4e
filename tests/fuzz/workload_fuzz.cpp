// Any bytes as a workload on standard input, in every format: an answer or an error, as clean text.
//
//   cmake --workflow --preset fuzz
//   build/fuzz/workload_fuzz -max_total_time=60 -max_len=4096 CORPUS presets tests/errors

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bote/base/text.hpp"
#include "bote/cli/run.hpp"
#include "bote/render/render.hpp"

namespace {

void demand(bool holds, std::string_view what, std::string_view text) {
    if (holds) return;
    std::fprintf(stderr, "%.*s:\n%.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(text.size()),
                 text.data());
    std::abort();
}

void demand_clean(std::string_view text) {
    demand(!bote::find_invalid_utf8(text), "not UTF-8", text);
    demand(!bote::find_forbidden_character(text), "a control character", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string workload(bytes, bytes + size);
    bote::Environment environment;
    environment.read_input = [&](std::size_t most) { return workload.substr(0, most); };
    for (const auto& format : bote::all_formats()) {
        const auto outcome = bote::run({"estimate", "-", "--format", std::string(format.name)}, environment);
        const bool answered = outcome.exit_code == bote::kExitAnswered;
        demand(answered || outcome.exit_code == bote::kExitWrongInput, "an unexpected exit code", outcome.err);
        demand(answered || (outcome.out.empty() && !outcome.err.empty()), "half an answer", outcome.out);
        demand_clean(outcome.out);
        demand_clean(outcome.err);
    }
    return 0;
}

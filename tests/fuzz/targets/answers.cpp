// A workload on standard input, asked anything in any format. Its first byte chooses the question, the second the
// format.

#include <iterator>

#include <nlohmann/json.hpp>

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/render/render.hpp"

namespace bote::fuzz {
namespace {

using Words = std::vector<std::string>;

const Words kQuestions[] = {
    {"estimate", "-", "--samples", "200"},
    {"estimate", "-", "--all", "--samples", "200"},
    {"estimate", "-", "--scenario", "zone-down", "--samples", "200"},
    {"estimate", "-", "--exact", "--samples", "50"},
    {"explain", "-"},
    {"explain", "-", "storage"},
    {"explain", "-", "--say"},
    {"value", "-", "storage", "qps in 1/min"},
    {"diagram", "-"},
    {"timeline", "-"},
    {"sweep", "-", "dau=1k..1B", "--steps", "4"},
    {"solve", "-", "dau", "storage <= 1 PB", "--samples", "100"},
    {"drivers", "-", "--samples", "200"},
    {"compare", "-", "--set", "dau=2M"},
    {"compare", "-", "tinyurl"},
    {"check", "-", "--strict", "--samples", "200"},
};

std::vector<const Format*> formats_of(std::string_view command) {
    std::vector<const Format*> formats;
    for (const auto& format : all_formats()) {
        if (format.only.empty() || format.only == command) formats.push_back(&format);
    }
    return formats;
}

}  // namespace

void answers(std::string_view bytes) {
    Words words = kQuestions[take_choice(bytes, std::size(kQuestions))];
    const auto formats = formats_of(words.front());
    const std::string format(formats[take_choice(bytes, formats.size())]->name);
    words.insert(words.end(), {"--format", format});
    Environment environment;
    environment.read_input = [&](std::size_t most) { return std::string(bytes.substr(0, most)); };
    const auto outcome = run(words, environment);
    demand_sound(outcome);
    const bool answered = outcome.exit_code != kExitWrongInput;
    if (answered && format == "json") demand(nlohmann::json::accept(outcome.out), "no JSON", outcome.out);
}

}  // namespace bote::fuzz

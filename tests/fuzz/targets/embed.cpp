// A Markdown document on standard input: checked, listed, emptied, or filled. The first byte chooses. Filled again, a
// document stays as it is.

#include <iterator>

#include "../demand.hpp"
#include "../targets.hpp"

namespace bote::fuzz {
namespace {

const std::vector<std::string> kWays[] = {
    {"embed", "--check", "-"},
    {"embed", "--list", "-"},
    {"embed", "--clean", "--stdout", "-"},
    {"embed", "--stdout", "-"},
    {"embed", "--stdout", "--force", "-"},
};

Outcome ask(const std::vector<std::string>& words, std::string_view document) {
    Environment environment;
    environment.read_input = [&](std::size_t most) { return std::string(document.substr(0, most)); };
    auto outcome = run(words, environment);
    const int code = outcome.exit_code;
    demand(code == kExitAnswered || code == kExitNo || code == kExitWrongInput, "an unexpected exit code", outcome.err);
    demand_clean(outcome.err);
    return outcome;
}

}  // namespace

void embed(std::string_view bytes) {
    const auto& words = kWays[take_choice(bytes, std::size(kWays))];
    const auto outcome = ask(words, bytes);
    const bool filled = words[1] == "--stdout" && outcome.exit_code == kExitAnswered;
    if (filled) demand(ask(words, outcome.out).out == outcome.out, "other at the second time", outcome.out);
}

}  // namespace bote::fuzz

// Any command line, a line an argument. Whatever file it names is the same small workload, whose users the first byte
// makes a range or a number, which takes a tenth of the time; nothing is written.

#include <algorithm>
#include <iterator>
#include <string>

#include "../demand.hpp"
#include "../targets.hpp"

namespace bote::fuzz {
namespace {

constexpr std::size_t kMostArguments = 12;
constexpr std::string_view kUsers[] = {"dau: 1M\n", "dau: 1M to 3M\n"};
constexpr std::string_view kRest =
    "writes_per_user: 2/day\nread_write_ratio: 10:1\nobject_size: 1 KB\n"
    "scenarios: {peak: {dau: 9M}}\nexpect: [storage < 1 PB]\n";

/// `-o` and all that begins with `--o`: the only way to a file. Numbers of samples and steps take their time.
bool is_left_out(const std::string& word) {
    return word.starts_with("-o") || word.starts_with("--o") || word.starts_with("--sa") || word.starts_with("--st");
}

}  // namespace

void command_line(std::string_view bytes) {
    const std::string workload = std::string(kUsers[take_choice(bytes, std::size(kUsers))]) + std::string(kRest);
    auto words = lines_of(bytes);
    if (words.size() > kMostArguments || std::any_of(words.begin(), words.end(), is_left_out)) return;
    // `embed` writes its documents; it has a target of its own. `watch` only waits.
    if (std::find(words.begin(), words.end(), "embed") != words.end()) return;
    // An argument of a process ends at a NUL.
    if (bytes.find('\0') != std::string_view::npos) return;
    Environment environment;
    environment.read_input = [&](std::size_t most) { return workload.substr(0, most); };
    environment.locate = [&](const std::string& name) { return Located{name, "file", make_source("file", workload)}; };
    demand_sound(run(words, environment));
}

}  // namespace bote::fuzz

// A workload with changes to it: each line is an argument of --set, or of --define where it begins with `+`.

#include <iterator>

#include "../demand.hpp"
#include "../targets.hpp"

namespace bote::fuzz {
namespace {

constexpr std::size_t kMostSettings = 8;
constexpr std::string_view kWorkloads[] = {"tinyurl", "twitter", "payments", "rag"};

}  // namespace

void settings(std::string_view bytes) {
    std::vector<std::string> words{"estimate", std::string(kWorkloads[take_choice(bytes, std::size(kWorkloads))]),
                                   "--samples", "200"};
    const auto lines = lines_of(bytes);
    if (lines.size() > kMostSettings || bytes.find('\0') != std::string_view::npos) return;
    for (const auto& line : lines) {
        const bool defines = line.starts_with('+');
        words.insert(words.end(), {defines ? "--define" : "--set", line.substr(defines ? 1 : 0)});
    }
    demand_sound(run(words, Environment{}));
}

}  // namespace bote::fuzz

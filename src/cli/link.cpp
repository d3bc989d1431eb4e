// The commands that put a workload into a link, and take it out again.

#include "bote/link/link.hpp"

#include "bote/base/character.hpp"
#include "bote/base/text.hpp"
#include "bote/yaml/yaml.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "inputs.hpp"

namespace bote {
namespace {

constexpr std::string_view kPage = "bote.html";
constexpr std::size_t kLongestLink = 2 * kLargestFile;  // base64url of what does not get smaller, and an address

}  // namespace

Outcome run_link(const CommandSetting& setting) {
    const std::string base = setting.options.base.value_or(std::string(kPage));
    if (base.find('#') != std::string::npos || find_forbidden_character(base))
        throw InputError(Error{{}, "--base takes the address of a page, without '#'", "as in --base bote.html"});
    const std::string& argument = setting.options.words.front();
    const Workload workload = read_workload(argument, setting);
    estimate_for({}, argument, setting);  // throws where whoever opens the link would meet errors
    return {kExitAnswered, link_of(workload.source->text, base) + "\n", ""};
}

Outcome run_open(const CommandSetting& setting) {
    std::string link = setting.options.words.front();
    if (link == "-") {
        setting.environment.note_read(link);
        link = setting.environment.read_input(kLongestLink + 1);
        if (link.size() > kLongestLink) throw InputError(Error{{}, "the link is longer than any workload's", ""});
    }
    const SourcePtr source = make_source("<link>", text_of_link(trim(link), kLargestFile));
    check_text(source);
    const bool ends = source->text.empty() || source->text.back() == '\n';
    return {kExitAnswered, ends ? source->text : source->text + "\n", ""};
}

}  // namespace bote

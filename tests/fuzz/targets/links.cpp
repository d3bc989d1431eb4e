// A link from a stranger: its text as it stands, then what it would unpack to, packed with the right checksum.

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/base/utf8.hpp"
#include "bote/link/link.hpp"

namespace bote::fuzz {
namespace {

/// What is opened is printed as it stands, and a text may begin with a byte order mark.
void demand_sound_text(Outcome opened) {
    if (opened.out.starts_with(kByteOrderMark)) opened.out.erase(0, kByteOrderMark.size());
    demand_sound(opened);
}

}  // namespace

void links(std::string_view bytes) {
    Environment environment;
    environment.read_input = [&](std::size_t most) { return std::string(bytes.substr(0, most)); };
    demand_sound_text(run({"open", "-"}, environment));
    const std::string link = link_of(bytes, "bote.html");
    demand(is_link(link), "no link", link);
    const auto opened = run({"open", link}, environment);
    demand_sound_text(opened);
    const bool ends = bytes.ends_with('\n') || bytes.empty();
    if (opened.exit_code == kExitAnswered)
        demand(opened.out == std::string(bytes) + (ends ? "" : "\n"), "another text", opened.out);
    demand_sound(run({"value", link, "storage"}, environment));
}

}  // namespace bote::fuzz

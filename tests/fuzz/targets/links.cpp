// A link from a stranger: its text as it stands, then what it would unpack to, packed with the right checksum.

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/link/link.hpp"

namespace bote::fuzz {

void links(std::string_view bytes) {
    Environment environment;
    environment.read_input = [&](std::size_t most) { return std::string(bytes.substr(0, most)); };
    demand_sound(run({"open", "-"}, environment));
    const std::string link = link_of(bytes, "bote.html");
    demand(is_link(link), "no link", link);
    const auto opened = run({"open", link}, environment);
    demand_sound(opened);
    const bool ends = bytes.ends_with('\n') || bytes.empty();
    if (opened.exit_code == kExitAnswered)
        demand(opened.out == std::string(bytes) + (ends ? "" : "\n"), "another text", opened.out);
    demand_sound(run({"value", link, "storage"}, environment));
}

}  // namespace bote::fuzz
